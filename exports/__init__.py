"""What leaves the room: PDF handouts and room sheets."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from activities.session.privacy import SMALLEST_GROUP
from exports.files import CannotExport, file_name, open_folder, write_file

if TYPE_CHECKING:
    from activities.session.contribution import Contribution
    from activities.session.session import Session
    from exports.pdf.blocks import Block

__all__ = ["SMALLEST_GROUP", "CannotExport", "blank_handout", "handouts", "room_sheet"]


def handouts(
    session: "Session",
    contributions: Iterable["Contribution"],
    folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write one PDF a participant into a folder, which is made where it is missing; returns the files in the same order.

    `progress(done, of)` is called before the first and after every handout. What it raises stops the work: handouts
    written until then stay, whole. Files of an earlier export with the same names are replaced. The name that
    a participant has now stands on their own handout and in its file's name. Raises CannotExport, whose text says what to do.
    """
    from exports.documents.handout import MOST_PAGES, handout_blocks, handout_foot
    from exports.documents.noted import agreed_blocks

    everybody = list(contributions)
    agreed = agreed_blocks(session)
    report = progress or (lambda done, of: None)
    open_folder(folder)
    report(0, len(everybody))
    written: list[Path] = []
    taken: set[str] = set()
    for number, contribution in enumerate(everybody, start=1):
        name = session.name_of(contribution.participant)
        path = folder / file_name(f"{session.code} handout", name, taken)
        title = f"{session.title}: {name}"
        foot = handout_foot(session, contribution)
        _write(path, handout_blocks(session, contribution), title, foot, closing=agreed, most=MOST_PAGES)
        written.append(path)
        taken.add(path.name.lower())
        report(number, len(everybody))
    return written


def blank_handout(session: "Session", folder: Path) -> Path:
    """Write a handout with nothing filled in, to do by hand, as `MKRT blank handout.pdf`. Raises CannotExport."""
    from exports.documents.handout import handout_blocks, handout_foot

    open_folder(folder)
    path = folder / f"{session.code} blank handout.pdf"
    _write(path, handout_blocks(session, None), session.title, handout_foot(session, None))
    return path


def room_sheet(
    session: "Session",
    contributions: Sequence["Contribution"],
    folder: Path,
    *,
    smallest_group: int = SMALLEST_GROUP,
) -> Path:
    """Write what everybody's answers add up to, without names, as `MKRT room sheet.pdf`; returns the file.

    Fewer than `smallest_group` answers are not broken down: the sheet says why. Raises CannotExport.
    """
    from exports.documents.room import room_blocks, room_foot

    open_folder(folder)
    path = folder / f"{session.code} room sheet.pdf"
    title = f"{session.title}: what the room said"
    _write(path, room_blocks(session, contributions, smallest_group), title, room_foot(session))
    return path


def _write(
    path: Path,
    blocks: Sequence["Block"],
    title: str,
    foot: str,
    *,
    closing: Sequence["Block"] = (),
    most: int | None = None,
) -> None:
    """Compose in memory, so that the disk is touched only with a whole document."""
    from exports.pdf.sheet import write_pdf

    document = BytesIO()
    write_pdf(document, blocks, title=title, foot=foot, closing=closing, most=most)
    write_file(path, lambda file: file.write(document.getbuffer()))
