"""What stands on a page beside paragraphs and tables: rules, lines to write on, drawings, cards to cut out.

All lengths are in points.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable, KeepTogether

from exports.pdf.draft import on_drafts_kept
from exports.pdf.paper import BLUE, HAIR, LINE_PITCH, MM, Style
from exports.pdf.paragraphs import draw_lines
from exports.pdf.pictures.surface import colour
from exports.pdf.text.setting import set_lines
from exports.pdf.text.typed import Typed

_TO_WRITE = 30 * MM
"""The least room for handwriting beside the beginning of a sentence."""

_TOGETHER = 3
"""So many writing lines stay together."""

_CROP = 2.5 * MM
"""How far the arms of a crop mark reach."""

_CUTTING = (1, 3)
"""The dots of the lines to cut along, and what is between them."""


class ShortRule(Flowable):  # type: ignore[misc]
    """The short blue rule over a document's title."""

    def __init__(self) -> None:
        super().__init__()
        self.width, self.height = 24 * MM, 2.2

    @on_drafts_kept
    def draw(self) -> None:
        """Draw it."""
        self.canv.setFillColor(colour(BLUE))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)


class Figure(Flowable):  # type: ignore[misc]
    """A drawing."""

    def __init__(self, drawing: Drawing, before: float = 0) -> None:
        super().__init__()
        self._drawing = drawing
        self.width, self.height = drawing.width, drawing.height
        self.spaceBefore = before

    @on_drafts_kept
    def draw(self) -> None:
        """Draw it."""
        renderPDF.draw(self._drawing, self.canv, 0, 0)


class Ruled(Flowable):  # type: ignore[misc]
    """Lines to write on by hand, after the beginning of a sentence: the first goes on from its last word."""

    def __init__(self, count: int, opening: Typed | None, style: Style, before: float) -> None:
        super().__init__()
        self._count = count
        self._opening = opening
        self._style = style
        self.spaceBefore = before

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As wide as the column."""
        self.width = available_width
        self._setting = set_lines(self._opening, self._style.size, self.width - _TO_WRITE) if self._opening else None
        self._above = max(len(self._setting.lines) - 1, 0) * self._style.leading if self._setting else 0.0
        self.height = self._above + self._count * LINE_PITCH
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part it between two lines, at least three of them on each side."""
        self.wrap(available_width, available_height)
        fits = min(int((available_height - self._above) / LINE_PITCH + 1e-6), self._count - _TOGETHER)
        if fits < _TOGETHER:
            return []
        return [
            Ruled(fits, self._opening, self._style, self.spaceBefore),
            Ruled(self._count - fits, None, self._style, 0),
        ]

    @on_drafts_kept
    def draw(self) -> None:
        """Draw the words and the lines."""
        left, right = 0.0, self.width
        if self._setting and self._setting.lines:
            turned = self._setting.from_the_right
            top = self.height - LINE_PITCH + self._style.leading - 1 * MM
            draw_lines(self.canv, self._setting, self._style, right if turned else left, top, right=turned)
            beside = self._setting.lines[-1].width + 2 * MM
            left, right = (left, right - beside) if turned else (left + beside, right)
        self.canv.setStrokeColor(colour(HAIR))
        self.canv.setLineWidth(0.6)
        for number in range(self._count):
            y = (self._count - 1 - number) * LINE_PITCH + 0.3
            self.canv.line(*((left, y, right, y) if number == 0 else (0, y, self.width, y)))


class CardRow(Flowable):  # type: ignore[misc]
    """A row of cards to cut out, with dotted lines to cut along and crop marks at their corners."""

    def __init__(self, cells: Sequence[Sequence[Flowable]], across: float, height: float, pad: float) -> None:
        super().__init__()
        self._cells = cells
        self._across = across
        self._pad = pad
        self.width, self.height = across * len(cells), height

    @on_drafts_kept
    def draw(self) -> None:
        """Draw the marks, and every card's words from its upper left corner."""
        self.canv.setStrokeColor(colour(HAIR))
        self.canv.setLineWidth(0.5)
        edges = [number * self._across for number in range(len(self._cells) + 1)]
        for y in (0, self.height):
            for x in edges:
                self.canv.line(x - _CROP, y, x + _CROP, y)
                self.canv.line(x, y - _CROP, x, y + _CROP)
        self.canv.setDash(_CUTTING)
        for y in (0, self.height):
            self.canv.line(0, y, self.width, y)
        for x in edges:
            self.canv.line(x, 0, x, self.height)
        for number, cell in enumerate(self._cells):
            top = self.height - self._pad
            for at, flowable in enumerate(cell):
                top -= flowable.getSpaceBefore() if at else 0
                _, high = flowable.wrapOn(self.canv, self._across - 2 * self._pad, self.height)
                flowable.drawOn(self.canv, number * self._across + self._pad, top - high)
                top -= high


class Led(KeepTogether):  # type: ignore[misc]
    """What leads, such as a heading, on the page of what follows, or of its beginning where that can be parted."""

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        super().__init__(list(flowables))
        self.led = flowables

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The beginning of what follows stays here if some of it fits."""
        *leads, last = self.led
        if stacked(self.led, available_width, self.canv) > available_height:
            room = available_height - stacked(leads, available_width, self.canv) - last.getSpaceBefore()
            parts: list[Flowable] = last.splitOn(self.canv, available_width, room) if room > 0 else []
            if len(parts) > 1:
                return [*leads, *parts]
        rest: list[Flowable] = super().split(available_width, available_height)
        return rest


class Together(KeepTogether):  # type: ignore[misc]
    """Flowables on one page if any page can hold them."""

    def __init__(self, whole: Sequence[Flowable]) -> None:
        super().__init__(list(whole))
        self.whole = whole


def stacked(flowables: Sequence[Flowable], width: float, canvas: Any) -> float:
    """How high these are, one under another."""
    height = 0.0
    for number, flowable in enumerate(flowables):
        _, high = flowable.wrapOn(canvas, width, 0xFFFFFF)
        height += high + (flowable.getSpaceBefore() if number else 0)
    return height
