"""The stages of a pathway as drawings: a row with one's mark on it, and a bar of how a room is spread over them."""

from collections.abc import Sequence

from exports.pdf.blocks import Block
from exports.pdf.lines import set_text
from exports.pdf.paper import BLUE, COLUMN, INK, LABEL, MM, QUIET, WHITE, Style
from exports.pdf.pen import AREA, BOTH, OUTLINE, Pen

_DOT = 2.6 * MM
_ROW_TOP = 5 * MM
_GAP = 2 * MM
_DESCRIPTOR = Style(11, 13)


class StageRow(Block):
    """A line with a dot a stage. The mark is a filled dot with a ring; an earlier mark is a square, and words say so.

    Where `descriptors` are given they stand under the stages' titles.
    """

    def __init__(
        self, titles: Sequence[str], mark: int | None, before: int | None = None, descriptors: Sequence[str] = ()
    ) -> None:
        self._each = COLUMN / len(titles)
        self._mark = mark
        self._before = before
        self._styles = [
            LABEL._replace(weight="bold", colour=BLUE) if number == mark else LABEL
            for number in range(1, len(titles) + 1)
        ]
        self._titles = [
            set_text(f"{number} {title}", style, self._each - _GAP)
            for (number, title), style in zip(enumerate(titles, start=1), self._styles, strict=True)
        ]
        self._descriptors = [set_text(words, _DESCRIPTOR, self._each - 1.5 * _GAP) for words in descriptors]
        self._title_lines = max(len(title.lines) for title in self._titles)
        self._top = _ROW_TOP if before is None else _ROW_TOP + LABEL.leading
        below = max((len(words.lines) for words in self._descriptors), default=0) * _DESCRIPTOR.leading
        height = self._top + _DOT + 1.5 * MM + self._title_lines * LABEL.leading + below
        missing = sum(setting.missing for setting in (*self._titles, *self._descriptors))
        super().__init__(height, before=1 * MM, missing=missing)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw line, dots and titles."""
        y = top - self._top
        pen.stroke(QUIET, 1.2)
        pen.line(x + self._each / 2, y, x + COLUMN - self._each / 2, y)
        for number, title in enumerate(self._titles, start=1):
            middle = x + (number - 0.5) * self._each
            self._dot(pen, number, middle, y)
            pen.centred(title.lines, self._styles[number - 1], middle, y - _DOT - 1.5 * MM)
        for number, words in enumerate(self._descriptors):
            below = y - _DOT - 1.5 * MM - self._title_lines * LABEL.leading
            pen.lines(words.lines, _DESCRIPTOR, x + number * self._each + 0.75 * _GAP, below)

    def _dot(self, pen: Pen, number: int, middle: float, y: float) -> None:
        marked, earlier = number == self._mark, number == self._before
        pen.stroke(BLUE if marked else QUIET, 1.8 if marked or earlier else 1.2)
        pen.fill(WHITE)
        if marked:
            pen.ellipse(middle, y, _DOT, _DOT, BOTH)
            pen.fill(BLUE)
            pen.ellipse(middle, y, 1.6 * MM, 1.6 * MM, AREA)
        elif earlier:
            pen.box(middle - 1.9 * MM, y - 1.9 * MM, 3.8 * MM, 3.8 * MM, BOTH)
        else:
            pen.ellipse(middle, y, 1.9 * MM, 1.9 * MM, BOTH)
        if self._before is not None and (marked or earlier):
            word = "before and now" if marked and earlier else "now" if marked else "before"
            style = self._styles[number - 1]
            pen.centred(set_text(word, style, COLUMN).lines, style, middle, y + _DOT + 1 * MM + style.leading)


class StageBar(Block):
    """One bar parted by how many are at each stage: white, hatched, mid-grey, dark, so that it reads in black and white."""

    def __init__(self, counts: Sequence[int]) -> None:
        super().__init__(8 * MM, before=1 * MM)
        self._counts = counts

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the segments, each with its number where there is room."""
        total = sum(self._counts)
        for number, count in enumerate(self._counts):
            width = COLUMN * count / total
            if count:
                fill(pen, number, len(self._counts), x, top - self.height, width, self.height)
                _number(pen, str(count), x + width / 2, top - self.height / 2, width)
            x += width


class StageLegend(Block):
    """What each filling stands for, with how many are there."""

    def __init__(self, titles: Sequence[str], counts: Sequence[int]) -> None:
        self._each = COLUMN / len(titles)
        self._entries = [
            set_text(f"{number} {title}: {count}", LABEL._replace(colour=INK), self._each - 8 * MM)
            for number, (title, count) in enumerate(zip(titles, counts, strict=True), start=1)
        ]
        lines = max(len(entry.lines) for entry in self._entries)
        missing = sum(entry.missing for entry in self._entries)
        super().__init__(lines * LABEL.leading, before=2 * MM, missing=missing)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw a swatch and a title a stage."""
        for number, entry in enumerate(self._entries):
            left = x + number * self._each
            fill(pen, number, len(self._entries), left, top - 4.3 * MM, 4.5 * MM, 3.6 * MM)
            pen.lines(entry.lines, LABEL._replace(colour=INK), left + 6 * MM, top)


def fill(pen: Pen, number: int, count: int, x: float, y: float, width: float, height: float) -> None:
    """Fill a rectangle for one of `count` stages: white first, then hatched, then ever darker greys."""
    grey = 1.0 if number < 2 else 0.78 - 0.6 * (number - 1) / max(count - 1, 1)
    pen.stroke(INK, 0.7)
    pen.fill((grey, grey, grey))
    pen.box(x, y, width, height, AREA)
    if number == 1:
        pen.hatch(x, y, width, height, 1.3 * MM)
    pen.box(x, y, width, height, OUTLINE)


def _number(pen: Pen, count: str, middle: float, y: float, room: float) -> None:
    """A number on a white field, so that it reads on every filling; left out where it is too narrow: the legend has it."""
    style = Style(11, 13, "bold")
    setting = set_text(count, style, COLUMN)
    width = setting.lines[0].width + 2.4 * MM
    if width > room - 1 * MM:
        return
    pen.fill(WHITE)
    pen.card(middle - width / 2, y - 2.6 * MM, width, 5.2 * MM, 1 * MM, AREA)
    pen.centred(setting.lines, style, middle, y + style.leading / 2)
