"""Writing the cluster sheet, `MKRT clusters.pdf`, in any format."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from exports.files import open_folder, write_file
from exports.formats import PDF, Format

if TYPE_CHECKING:
    from activities.kinds.activity import Activity
    from activities.session.contribution import Contribution
    from activities.session.session import Session


def write_cluster_sheet(
    session: "Session",
    activity: "Activity",
    contributions: Iterable["Contribution"],
    folder: Path,
    formats: Sequence[Format] = (PDF,),
) -> list[Path]:
    """Write who is to work with whom, with names, in each of these formats; returns the files. Raises CannotExport."""
    from exports.documents.clusters import cluster_sheet

    sheet = cluster_sheet(session, activity, contributions)
    open_folder(folder)
    written = []
    for each in formats:
        path = folder / f"{session.code} clusters.{each.word}"
        write_file(path, partial(_put, each.composed(sheet)))
        written.append(path)
    return written


def _put(made: memoryview, file: BinaryIO) -> None:
    file.write(made)
