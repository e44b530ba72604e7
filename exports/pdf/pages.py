"""Documents on pages: A4 with a foot on every one, in one file. Equal input gives equal bytes.

A document is first laid out on a draft, which tells how many pages it needs; then what stands there is drawn.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from exports.document import Document, WritingLines, all_blocks
from exports.pdf.blocks import FEWEST_LINES
from exports.pdf.draft import Draft
from exports.pdf.paper import COLUMN, FOOT, HAIR, MM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, SMALL, TOP
from exports.pdf.paragraphs import Setter, draw_lines
from exports.pdf.pictures.surface import colour
from exports.pdf.poster import draw_poster
from exports.pdf.story import story
from exports.pdf.text import typed
from exports.pdf.text.setting import set_lines
from exports.pdf.text.typefaces import main_font

_PAGE_NUMBER = 30 * MM
_FOOT_GAP = 5 * MM
_PAPER = (PAGE_WIDTH, PAGE_HEIGHT)


class Sheets(Canvas):  # type: ignore[misc]
    """The pages of all the documents of a file; `within` is how many levels of the outline stand over headings."""

    def __init__(self, file: BinaryIO, language: str, within: int) -> None:
        self._within = within
        self._level = -1
        self._entries = 0
        super().__init__(file, pagesize=_PAPER, invariant=1, lang=language, initialFontName=main_font("regular"))

    def save(self) -> None:
        """A document is laid out; another may follow."""

    def finish(self) -> None:
        """Write the file."""
        super().save()

    def enter(self, title: str, level: int, y: float) -> None:
        """Let the outline lead to this height; levels begin at 1, and none is left out."""
        self._level = min(level - 1 + self._within, self._level + 1)
        self._entries += 1
        key = f"section-{self._entries}"
        self.bookmarkHorizontal(key, 0, y)
        self.addOutlineEntry(" ".join(title.split()), key, self._level)


class Room(NamedTuple):
    """How a document is made to need less of it: the writing lines that each block spares, and the air that stays."""

    spared: int = 0
    air: float = 1


_LESS_AIR = (0.8, 0.55)
"""The air that stays where that saves a page."""


def write_pages(documents: Sequence[Document], file: BinaryIO, fonts: Path | None = None) -> None:
    """Write the documents one after another, each from a page that begins a sheet of paper, with its own page numbers."""
    rl_config.useA85 = 0  # streams as they are, not as letters: smaller and faster
    first = documents[0]
    canvas = Sheets(file, first.language, within=int(len(documents) > 1))
    for document in documents:
        if canvas.getPageNumber() % 2 == 0:
            canvas.showPage()
        if len(documents) > 1:
            canvas.enter(document.name, 0, PAGE_HEIGHT - TOP)
        if document.paper == "A4":
            _Layout(document, fonts).draw(canvas)
        else:
            draw_poster(canvas, document, fonts)
    canvas.setTitle(first.name if len(documents) == 1 else first.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("flipchart")
    canvas.setDateFormatter(_always(max(document.made for document in documents)))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas.finish()


def _always(made: date) -> Any:
    """The date of the file's making, whatever the clock says."""
    return lambda *now: f"D:{made:%Y%m%d}000000Z"


class _Fed(BaseDocTemplate):  # type: ignore[misc]
    """A document that is given its flowables as it comes to them."""

    def __init__(self, story: Iterator[Flowable], page: PageTemplate) -> None:
        self._rest = story
        self.fed = list(islice(story, 1))
        super().__init__(None, pagesize=_PAPER, pageTemplates=[page])

    def filterFlowables(self, flowables: list[Flowable]) -> None:  # noqa: N802 - ReportLab's name
        """Whatever is to be set next, there is one more after it."""
        if flowables is self.fed:
            self.fed += islice(self._rest, max(0, 2 - len(self.fed)))


class _Layout:
    """One document's pages and their foot."""

    def __init__(self, document: Document, fonts: Path | None) -> None:
        self._document = document
        self._setter = Setter(fonts)
        self._foot = set_lines(typed.line(document.foot, "regular", fonts), SMALL.size, COLUMN - _PAGE_NUMBER)
        self._top = FOOT + max(len(self._foot.lines), 1) * SMALL.leading

    def draw(self, canvas: Sheets) -> None:
        """Draw the pages, with the number of them on every one."""
        if self._document.most_pages is None:
            self._draw_as_laid_out(canvas)
            return
        pages = self._settled().pages
        for number, page in enumerate(pages, start=1):
            for flowable, x, y in page:
                flowable.drawOn(canvas, x, y)
            self._draw_foot(canvas, number, len(pages))
            canvas.showPage()

    def _draw_as_laid_out(self, canvas: Sheets) -> None:
        """A page at a time, and nothing remembered of it: a document without a limit may be long."""
        self._setter.broken = None
        count = self._built(Draft(keeps=False), Room()).page
        self._built(canvas, Room(), lambda _, template: self._draw_foot(canvas, template.page, count))

    def _settled(self) -> Draft:
        """With the most room that keeps to the document's number of pages, or else to the fewest there can be."""
        roomy = self._draft(Room())
        most = self._document.most_pages or 0
        if len(roomy.pages) <= most:
            return roomy
        *looser, tightest = self._ways()
        tight = self._draft(tightest)
        goal = max(most, len(tight.pages))
        if len(roomy.pages) <= goal:
            return roomy
        return next((draft for draft in map(self._draft, looser) if len(draft.pages) <= goal), tight)

    def _ways(self) -> list[Room]:
        """Ways to need less room, the first of them the least."""
        blocks = all_blocks(self._document.blocks)
        counts = [block.count for block in blocks if isinstance(block, WritingLines)]
        most = max(0, max(counts, default=0) - FEWEST_LINES)
        return [*(Room(spared) for spared in range(1, most + 1)), *(Room(most, air) for air in _LESS_AIR)]

    def _draft(self, room: Room) -> Draft:
        draft = Draft()
        self._built(draft, room)
        return draft

    def _built(self, canvas: Canvas, room: Room, at_page_end: Callable[[Any, Any], None] | None = None) -> Any:
        """Lay the document out on a canvas, which another document may follow on."""
        self._setter.missing, self._setter.air = 0, room.air
        bottom = self._top + _FOOT_GAP
        frame = Frame(SIDE, bottom, COLUMN, PAGE_HEIGHT - TOP - bottom, 0, 0, 0, 0)
        page = PageTemplate(frames=[frame], onPageEnd=at_page_end or (lambda *_: None))
        template = _Fed(story(self._document, self._setter, room.spared), page)
        template.build(template.fed, canvasmaker=lambda *_, **__: canvas)
        return template

    def _draw_foot(self, canvas: Sheets, page: int, pages: int) -> None:
        canvas.setStrokeColor(colour(HAIR))
        canvas.setLineWidth(0.5)
        canvas.line(SIDE, self._top + 1.5 * MM, PAGE_WIDTH - SIDE, self._top + 1.5 * MM)
        draw_lines(canvas, self._foot, SMALL, SIDE, self._top)
        number = set_lines(typed.line(f"Page {page} of {pages}"), SMALL.size, _PAGE_NUMBER)
        draw_lines(canvas, number, SMALL, PAGE_WIDTH - SIDE, self._top, right=True)
