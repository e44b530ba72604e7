"""Documents on pages: A4 with a foot on every one, in one file. Equal input gives equal bytes."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from exports.document import Document, WritingLines, all_blocks
from exports.pdf.blocks import FEWEST_LINES
from exports.pdf.paper import COLUMN, FOOT, HAIR, MM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, SMALL, TOP
from exports.pdf.paragraphs import Setter, draw_lines
from exports.pdf.pictures.surface import colour
from exports.pdf.story import story
from exports.pdf.text import typed
from exports.pdf.text.setting import set_lines
from exports.pdf.text.typefaces import main_font

_PAGE_NUMBER = 30 * MM
_FOOT_GAP = 5 * MM
_PAPER = (PAGE_WIDTH, PAGE_HEIGHT)


class Sheets(Canvas):  # type: ignore[misc]
    """The pages of all the documents of a file; on trial, what is drawn is only counted in pages.

    Every document is built on it and would end it; it ends when `finish` is called.
    """

    def __init__(self, file: BinaryIO, language: str, *, trial: bool = False) -> None:
        self.trial = trial
        self.within = 0
        self._level = -1
        self._entries = 0
        super().__init__(file, pagesize=_PAPER, invariant=1, lang=language, initialFontName=main_font("regular"))

    def enter(self, title: str, level: int, y: float) -> None:
        """Let the outline lead to this height; levels begin at 1, and none is left out."""
        self._level = min(level - 1 + self.within, self._level + 1)
        self._entries += 1
        key = f"section-{self._entries}"
        self.bookmarkHorizontal(key, 0, y)
        self.addOutlineEntry(" ".join(title.split()), key, self._level)

    def save(self) -> None:
        """The document is built; another may follow."""

    def finish(self) -> None:
        """Write the file."""
        super().save()


def write_pages(documents: Sequence[Document], file: BinaryIO, fonts: Path | None = None) -> None:
    """Write the documents one after another, each from a page that begins a sheet of paper, with its own page numbers."""
    rl_config.useA85 = 0  # streams as they are, not as letters: smaller and faster
    first = documents[0]
    canvas = Sheets(file, first.language)
    canvas.within = len(documents) > 1
    for number, document in enumerate(documents):
        if canvas.getPageNumber() % 2 == 0:
            canvas.showPage()
        setter = Setter(fonts)
        _Layout(document, setter, f"foot-{number}").onto(canvas, _spared(document, setter))
    canvas.setTitle(first.name if len(documents) == 1 else first.title)
    canvas.setCreator("flipchart")
    canvas.setDateFormatter(_always(max(document.made for document in documents)))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas.finish()


def _always(made: date) -> Any:
    """The date of the file's making, whatever the clock says."""
    return lambda *now: f"D:{made:%Y%m%d}000000Z"


def _spared(document: Document, setter: Setter) -> int:
    """How many writing lines each block is to spare, so that the document keeps to its number of pages if it can."""
    counts = [block.count for block in all_blocks(document.blocks) if isinstance(block, WritingLines)]
    most = max(counts, default=0) - FEWEST_LINES
    if document.most_pages is None or most <= 0:
        return 0
    tried = (0, most, *range(1, most)) if most > 1 else (0, 1)
    found: dict[int, bool] = {}
    for spared in tried:
        pages = _Layout(document, setter, "").onto(Sheets(BytesIO(), document.language, trial=True), spared)
        found[spared] = pages <= document.most_pages
        if found[spared] != (spared == most):
            return spared if found[spared] else 0
    return most


class _Layout:
    """One document's pages and their foot."""

    def __init__(self, document: Document, setter: Setter, forms: str) -> None:
        self._document = document
        self._setter = setter
        self._forms = forms
        self._foot = set_lines(typed.line(document.foot, "regular", setter.fonts), SMALL.size, COLUMN - _PAGE_NUMBER)
        self._top = FOOT + len(self._foot.lines) * SMALL.leading

    def onto(self, canvas: Sheets, spared: int) -> int:
        """Build it; returns how many pages it has."""
        document = self._document
        self._setter.missing = 0
        bottom = self._top + _FOOT_GAP
        frame = Frame(SIDE, bottom, COLUMN, PAGE_HEIGHT - TOP - bottom, 0, 0, 0, 0)
        template = BaseDocTemplate(
            None,
            pagesize=_PAPER,
            pageTemplates=[PageTemplate(frames=[frame], onPage=self._draw_foot)],
            title=document.name,
            author="",
            subject="",
        )
        if canvas.within and not canvas.trial:
            canvas.enter(document.name, 0, PAGE_HEIGHT - TOP)
        template.build(story(document, self._setter, spared), canvasmaker=lambda *_, **__: canvas)
        pages: int = template.page
        if not canvas.trial:
            self._number(canvas, pages)
        return pages

    def _draw_foot(self, canvas: Sheets, template: Any) -> None:
        if canvas.trial:
            return
        canvas.setStrokeColor(colour(HAIR))
        canvas.setLineWidth(0.5)
        canvas.line(SIDE, self._top + 1.5 * MM, PAGE_WIDTH - SIDE, self._top + 1.5 * MM)
        draw_lines(canvas, self._foot, SMALL, SIDE, self._top)
        canvas.doForm(f"{self._forms}-{template.page}")

    def _number(self, canvas: Sheets, pages: int) -> None:
        """Fill in the pages' numbers, now that it is known how many there are."""
        for page in range(1, pages + 1):
            canvas.beginForm(f"{self._forms}-{page}")
            numbered = set_lines(typed.line(f"Page {page} of {pages}"), SMALL.size, _PAGE_NUMBER)
            draw_lines(canvas, numbered, SMALL, PAGE_WIDTH - SIDE, self._top, right=True)
            canvas.endForm()
