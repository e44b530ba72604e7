"""Writing a session's PDFs into a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

from activities.refusal import Refused
from activities.session.privacy import SMALLEST_GROUP
from store.protocol import Store

Kind = Literal["handouts", "room"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def as_kinds(typed: str) -> tuple[Kind, ...]:
    """The kinds of export in a list with commas. Raises Refused for one that there is not."""
    wanted = [word.strip().casefold() for word in typed.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in KINDS]
    if unknown or not wanted:
        named = f"‘{unknown[0]}’ is not something to export" if unknown else "Nothing is named to export"
        raise Refused(f"{named}. There are: {', '.join(KINDS)}.")
    return tuple(kind for kind in KINDS if kind in wanted)


def write_pdfs(
    store: Store,
    code: str,
    folder: Path,
    only: tuple[Kind, ...] = KINDS,
    progress: Callable[[int, int], None] = lambda done, of: None,
    smallest_group: int = SMALLEST_GROUP,
) -> list[Path]:
    """Write a session's PDFs and give their paths. `progress` hears how many of how many are written.

    The room sheet breaks down nothing that fewer than `smallest_group` have answered.

    Raises Refused where the session cannot be read or the folder cannot be written.
    """
    from exports import handouts, room_sheet

    session = store.session(code)
    contributions = store.contributions(code)
    sheets = int("room" in only)
    many = sheets + (len(contributions) if "handouts" in only else 0)
    written: list[Path] = []
    progress(0, many)
    if sheets:
        written.append(room_sheet(session, contributions, folder, smallest_group=smallest_group))
        progress(1, many)
    if "handouts" in only:
        written += handouts(session, contributions, folder, progress=lambda done, _: progress(done + sheets, many))
    return written
