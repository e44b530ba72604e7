"""Writing the calendar of a programme into a folder."""

from datetime import date
from pathlib import Path

from activities.programme.calendar import calendar
from activities.refusal import Refused
from activities.workshop.workshop import Workshop
from store.protocol import Store
from store.workshops import workshop
from tui.tasks.enquiries import everyones, members_of
from tui.tasks.exporting import Export


def write_calendar(store: Store, programme_id: str, folder: Path, export: Export, today: date) -> list[Path]:
    """Write the calendar in the formats that are wanted, and give the files' paths.

    Raises Refused where the programme cannot be read, or the folder cannot be written.
    """
    from exports import calendar_sheets

    members = members_of(store, programme_id)
    found = calendar(
        members.programme,
        members.sessions,
        _workshops(store, {one.workshop for one in members.programme.series.sessions}),
        [one.ahead(today) for _, one in everyones(store, members)],
        export.smallest_group,
    )
    return calendar_sheets(found, today, folder, formats=[one.with_fonts(export.fonts) for one in export.formats])


def _workshops(store: Store, names: set[str]) -> dict[str, Workshop]:
    """Those workshops that can be read: of the others it is not said what to bring."""
    found: dict[str, Workshop] = {}
    for name in names:
        try:
            found[name] = workshop(name, store.home)
        except Refused:
            continue
    return found
