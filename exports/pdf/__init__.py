"""Pages as PDF, laid out by ReportLab. Nothing else knows of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from exports.document import Document


def write(document: "Document", file: BinaryIO, *, fonts: Path | None = None) -> None:
    """Write a document as PDF. `fonts` is a folder of TrueType fonts for scripts that the vendored ones lack."""
    write_together([document], file, fonts=fonts)


def write_together(documents: "Sequence[Document]", file: BinaryIO, *, fonts: Path | None = None) -> None:
    """Write documents into one file to print, at least one.

    Each has its own page numbers and begins on a new sheet of paper, also where both sides are printed on.
    """
    from exports.pdf.pages import write_pages

    write_pages(documents, file, fonts)
