"""Plain Markdown: CommonMark with pipe tables. A picture is what it shows in words, and a table of the same."""

from typing import BinaryIO

from exports.document import Document
from exports.markdown.blocks import whole


def write(document: Document, file: BinaryIO) -> None:
    """Write the document as Markdown in UTF-8. Raises TypeError for a block that this format does not know."""
    file.write("\n\n".join(whole(document)).encode() + b"\n")
