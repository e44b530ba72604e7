"""The formats that documents are written in. What writes a format is loaded when it is first asked for."""

from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its word, which is also how its files' names end, and what it is good for, for somebody who chooses."""

    word: str
    title: str
    purpose: str
    module: str
    """The module that writes it: `write_together(documents, file)`, and `write` for one."""

    def composed(self, *documents: "Document") -> memoryview:
        """The whole file of one document or more, in memory, so that the disk is touched only with what is whole."""
        made = BytesIO()
        import_module(self.module).write_together(documents, made)
        return made.getbuffer()


FORMATS = {
    each.word: each
    for each in (
        Format("pdf", "PDF", "to print", "exports.pdf"),
        Format("html", "Web page", "for screen readers and telephones", "exports.html"),
        Format("md", "Markdown", "to go on writing", "exports.markdown"),
    )
}
"""Every format by its word, the one to print first."""

PDF = FORMATS["pdf"]
