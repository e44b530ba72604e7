"""Pages on which flowables only say where they stand: laid out once, counted, and then drawn."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from exports.pdf.paper import PAGE_HEIGHT, PAGE_WIDTH
from exports.pdf.text.typefaces import main_font


class Draft(Canvas):  # type: ignore[misc]
    """A canvas that keeps, page by page, which flowable stands where, in points from the lower left corner.

    Or it keeps none: then it only tells how many pages there are.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self.pages: list[list[tuple[Flowable, float, float]]] = [[]]
        super().__init__(BytesIO(), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), initialFontName=main_font("regular"))

    def keep(self, flowable: Flowable) -> None:
        """The flowable stands where the canvas is."""
        if self._keeps:
            self.pages[-1].append((flowable, *self.absolutePosition(0, 0)))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """What follows is on the next page."""
        self.pages.append([])
        super().showPage()

    def save(self) -> None:
        """Nothing is written; the page that follows the last is none."""
        self.pages.pop()


def on_drafts_kept(draw: Callable[[Any], None]) -> Callable[[Any], None]:
    """A flowable's way to draw itself, save that on a draft it only says where it stands."""

    @wraps(draw)
    def either(flowable: Any) -> None:
        if isinstance(flowable.canv, Draft):
            flowable.canv.keep(flowable)
        else:
            draw(flowable)

    return either
