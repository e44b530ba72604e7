"""What leaves the room: handouts, room sheets, blank forms and cards, in every format."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from activities.session.privacy import SMALLEST_GROUP
from activities.session.ring import remarks
from activities.session.tables import taken_home
from exports.files import CannotExport, file_name, open_folder, told_apart, write_file
from exports.formats import PDF, Format

if TYPE_CHECKING:
    from activities.kinds.activity import Activity
    from activities.programme.calendar import Calendar
    from activities.session.contribution import Contribution
    from activities.session.session import Session
    from exports.document import Document, Paper

__all__ = [
    "PDF",
    "SMALLEST_GROUP",
    "CannotExport",
    "Format",
    "blank_forms",
    "calendar_sheets",
    "cluster_sheets",
    "handouts",
    "handouts_together",
    "posters",
    "reports",
    "room_sheet",
]


def handouts(
    session: "Session",
    contributions: Iterable["Contribution"],
    folder: Path,
    *,
    written_as: Format = PDF,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write one file a participant into a folder, which is made where it is missing; returns them in the same order.

    Who sits at a table takes home what the table gave, too. A table with people at it has no handout of its own.

    `progress(done, of)` is called before the first and after every handout. What it raises stops the work: handouts
    written until then stay, whole. Files of an earlier export with the same names are replaced. The name that
    a participant has now stands on their own handout and in its file's name. Raises CannotExport, whose text says what to do.
    """
    from exports.documents.handout import handout

    given = list(contributions)
    everybody, written_to = taken_home(session, given), remarks(session, given)
    report = progress or (lambda done, of: None)
    open_folder(folder)
    report(0, len(everybody))
    written: list[Path] = []
    taken: set[str] = set()
    for number, taking in enumerate(everybody, start=1):
        name = session.name_of(taking.own.participant)
        path = folder / file_name(f"{session.code} handout", name, written_as.word, taken)
        _write(path, [handout(session, taking.own, taking.table, written_to)], written_as)
        written.append(path)
        taken.add(told_apart(path.name))
        report(number, len(everybody))
    return written


def handouts_together(
    session: "Session", contributions: Iterable["Contribution"], folder: Path, *, written_as: Format = PDF
) -> Path | None:
    """Write everybody's handouts into one file to print, `MKRT handouts.pdf`; None where there are none.

    Raises CannotExport.
    """
    from exports.documents.handout import handout

    given = list(contributions)
    written_to = remarks(session, given)
    everybody = [handout(session, one.own, one.table, written_to) for one in taken_home(session, given)]
    if not everybody:
        return None
    open_folder(folder)
    path = folder / f"{session.code} handouts.{written_as.word}"
    _write(path, everybody, written_as)
    return path


def blank_forms(session: "Session", folder: Path, *, written_as: Format = PDF) -> list[Path]:
    """Write a handout with nothing filled in, and the cards to cut out where there are any. Raises CannotExport."""
    from exports.documents.cards import card_sheet
    from exports.documents.handout import blank_form

    open_folder(folder)
    made = {"blank handout": blank_form(session), "cards": card_sheet(session)}
    found = {
        folder / f"{session.code} {name}.{written_as.word}": document for name, document in made.items() if document
    }
    for path, document in found.items():
        _write(path, [document], written_as)
    return list(found)


def cluster_sheets(
    session: "Session",
    activity: "Activity",
    contributions: Iterable["Contribution"],
    folder: Path,
    *,
    formats: Sequence[Format] = (PDF,),
) -> list[Path]:
    """Write who is to work with whom, with names, as `MKRT clusters.pdf` in each of these formats. Raises CannotExport."""
    from exports.documents.clusters import cluster_sheet

    sheet = cluster_sheet(session, activity, contributions)
    open_folder(folder)
    found = {folder / f"{session.code} clusters.{each.word}": each for each in formats}
    for path, each in found.items():
        _write(path, [sheet], each)
    return list(found)


def calendar_sheets(
    calendar: "Calendar", made: date, folder: Path, *, formats: Sequence[Format] = (PDF,)
) -> list[Path]:
    """Write when a group meets over a year, as `NAME calendar.pdf` in each of these formats. Raises CannotExport."""
    from exports.documents.calendar import calendar_sheet

    sheet = calendar_sheet(calendar, made)
    open_folder(folder)
    found = {folder / f"{calendar.programme.id} calendar.{each.word}": each for each in formats}
    for path, each in found.items():
        _write(path, [sheet], each)
    return list(found)


def room_sheet(
    session: "Session",
    contributions: Sequence["Contribution"],
    folder: Path,
    *,
    smallest_group: int = SMALLEST_GROUP,
    written_as: Format = PDF,
) -> Path:
    """Write what everybody's answers add up to, without names, as `MKRT room sheet.pdf`; returns the file.

    Fewer than `smallest_group` answers are not broken down: the sheet says why. Raises CannotExport.
    """
    from exports.documents.room_sheet import room_sheet as sheet

    open_folder(folder)
    path = folder / f"{session.code} room sheet.{written_as.word}"
    _write(path, [sheet(session, contributions, smallest_group)], written_as)
    return path


def posters(
    session: "Session", contributions: Iterable["Contribution"], folder: Path, *, written_as: Format = PDF
) -> list[Path]:
    """Write every poster that was put together: on A3 and on A1 where the format has paper. Raises CannotExport."""
    from activities.kinds.composition import Format as WorkFormat

    return _works(session, contributions, folder, WorkFormat.POSTER, written_as)


def reports(
    session: "Session", contributions: Iterable["Contribution"], folder: Path, *, written_as: Format = PDF
) -> list[Path]:
    """Write every report that was put together, on A4. Raises CannotExport."""
    from activities.kinds.composition import Format as WorkFormat

    return _works(session, contributions, folder, WorkFormat.REPORT, written_as)


def _works(
    session: "Session", contributions: Iterable["Contribution"], folder: Path, wanted: Any, written_as: Format
) -> list[Path]:
    from exports.documents.poster import SHEETS, works

    papers: tuple[Paper, ...] = SHEETS[wanted] if written_as.has_paper else SHEETS[wanted][:1]
    open_folder(folder)
    written: list[Path] = []
    taken: set[str] = set()
    for contribution in contributions:
        name = session.name_of(contribution.participant)
        for _, document in works(session, contribution, wanted):
            for paper in papers:
                on = f" {paper}" if len(papers) > 1 else ""
                path = folder / file_name(f"{session.code} {wanted}{on}", name, written_as.word, taken)
                _write(path, [replace(document, paper=paper)], written_as)
                written.append(path)
                taken.add(told_apart(path.name))
    return written


def _write(path: Path, documents: Sequence["Document"], written_as: Format) -> None:
    made = written_as.composed(*documents)
    write_file(path, lambda file: file.write(made))
