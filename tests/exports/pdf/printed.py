"""Documents printed for tests, and what stands in them."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pypdfium2
from PIL.Image import Image
from reportlab.pdfbase import pdfmetrics

from exports import pdf
from exports.document import Block, Document

MADE = date(2026, 3, 14)


def document(*blocks: Block, **others: Any) -> Document:
    """A document of these blocks, with nothing else in it unless it is said."""
    head: dict[str, Any] = {"title": "", "where": "", "foot": "", "made": MADE, **others}
    return Document(blocks=blocks, **head)


def printed(*blocks: Block, fonts: Path | None = None, **others: Any) -> bytes:
    """Such a document as PDF."""
    file = BytesIO()
    pdf.write(document(*blocks, **others), file, fonts=fonts)
    return file.getvalue()


def saved(folder: Path, *blocks: Block, **others: Any) -> Path:
    """Such a document in a file."""
    path = folder / "printed.pdf"
    path.write_bytes(printed(*blocks, **others))
    return path


class Glyph(NamedTuple):
    """A shape on a page: its font, its number in it, and where it stands in points from the left and from the top."""

    font: str
    number: int
    x: float
    top: float


def glyphs(content: bytes) -> list[Glyph]:
    """The shapes of the first page in the order they are drawn, save those of the foot."""
    with pdfplumber.open(BytesIO(content)) as opened:
        return list(_glyphs(opened.pages[0]))


def _glyphs(page: Any) -> Iterator[Glyph]:
    for char in page.chars:
        if char["top"] < 780:
            name = char["fontname"].split("+")[-1]
            yield Glyph(name, pdfmetrics.getFont(name).face.charToGlyph[ord(char["text"])], char["x0"], char["top"])


def text_of(content: bytes, page: int | None = None) -> str:
    """The text as a reader copies it, lines joined by single spaces; of one page, counted from 0, or of all."""
    opened = pypdfium2.PdfDocument(content)
    pages = range(len(opened)) if page is None else [page]
    return " ".join(" ".join(opened[number].get_textpage().get_text_range() for number in pages).split())


def pages_of(content: bytes) -> int:
    """How many pages there are."""
    return len(pypdfium2.PdfDocument(content))


def picture(content: bytes, page: int = 0, scale: float = 1) -> Image:
    """A page as it is printed, `scale` pixels a point."""
    image: Image = pypdfium2.PdfDocument(content)[page].render(scale=scale).to_pil()
    return image
