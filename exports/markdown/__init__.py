"""Plain Markdown: CommonMark with pipe tables. A picture is what it shows in words, and a table of the same."""

from collections.abc import Sequence
from typing import BinaryIO

from exports.document import Document
from exports.markdown.blocks import whole


def write(document: Document, file: BinaryIO) -> None:
    """Write the document as Markdown in UTF-8. Raises TypeError for a block that this format does not know."""
    write_together([document], file)


def write_together(documents: Sequence[Document], file: BinaryIO) -> None:
    """Write documents one after another into one file, at least one."""
    paragraphs = [paragraph for document in documents for paragraph in whole(document)]
    file.write("\n\n".join(paragraphs).encode() + b"\n")
