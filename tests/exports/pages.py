"""Reading finished PDFs: their words and where they stand, in points from the upper left corner."""

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pdfplumber
import pypdfium2
from PIL.Image import Image

from exports.pdf.paper import MM, PAGE_HEIGHT, PAGE_WIDTH


@dataclass(frozen=True)
class Word:
    """A word on a page, its box and its size."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def words(path: Path) -> list[Word]:
    """Every word of a document."""
    found = []
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages, start=1):
            for word in page.extract_words(extra_attrs=["size"]):
                left, top, right, bottom, size = (word[key] for key in ("x0", "top", "x1", "bottom", "size"))
                found.append(Word(number, word["text"], left, top, right, bottom, size))
    return found


def all_text(path: Path) -> str:
    """The whole document's text as a reader copies it, lines joined by single spaces."""
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def page_count(path: Path) -> int:
    """How many pages it has."""
    return len(pypdfium2.PdfDocument(path))


def picture(path: Path, page: int, scale: float = 1) -> Image:
    """A page as it is printed, `scale` pixels a point."""
    image: Image = pypdfium2.PdfDocument(path)[page].render(scale=scale).to_pil()
    return image


def outside_margins(path: Path, margin: float = 12 * MM) -> list[Word]:
    """Words that come closer to the paper's edge than 12 mm; the foot may come down to 11."""
    return [
        word
        for word in words(path)
        if word.left < margin
        or word.right > PAGE_WIDTH - margin
        or word.top < margin
        or word.bottom > PAGE_HEIGHT - margin + 1 * MM
    ]


def overlapping(path: Path) -> list[tuple[str, str]]:
    """Words of one page that stand on one another by more than a point in both directions."""
    pages: dict[int, list[Word]] = {}
    for word in words(path):
        pages.setdefault(word.page, []).append(word)
    return [
        (a.text, b.text)
        for found in pages.values()
        for a, b in combinations(found, 2)
        if min(a.right, b.right) - max(a.left, b.left) > 1 and min(a.bottom, b.bottom) - max(a.top, b.top) > 2.5
    ]
