"""The formats that documents are written in. What writes a format is loaded when it is first asked for."""

from dataclasses import dataclass, replace
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its word, which is also how its files' names end, and what it is good for, for somebody who chooses.

    A format that draws letters itself can take further ones from a folder of `fonts`. One that has paper comes on sheets of
    a size; the others are as large as their window.
    """

    word: str
    title: str
    purpose: str
    module: str
    """The module that writes it: `write_together(documents, file)`, and `write` for one."""

    draws_letters: bool = False
    has_paper: bool = False
    fonts: Path | None = None

    def with_fonts(self, folder: Path | None) -> "Format":
        """The same, with a folder of fonts for the letters it has none for, if it draws any."""
        return replace(self, fonts=folder) if self.draws_letters else self

    def composed(self, *documents: "Document") -> memoryview:
        """The whole file of one document or more, in memory, so that the disk is touched only with what is whole."""
        made = BytesIO()
        more = {"fonts": self.fonts} if self.draws_letters else {}
        import_module(self.module).write_together(documents, made, **more)
        return made.getbuffer()


FORMATS = {
    each.word: each
    for each in (
        Format("pdf", "PDF", "to print", "exports.pdf", draws_letters=True, has_paper=True),
        Format("html", "Web page", "for screen readers and telephones", "exports.html", draws_letters=True),
        Format("md", "Markdown", "to go on writing", "exports.markdown"),
    )
}
"""Every format by its word, the one to print first."""

PDF = FORMATS["pdf"]
