"""What a page is made of: blocks of a known height that follow one another down a column. Lengths are in points."""

from collections.abc import Iterable, Sequence

from exports.pdf.lines import Line, Setting, Span, set_spans, set_text
from exports.pdf.paper import BLUE, BODY, COLUMN, HAIR, LINE_PITCH, MM, SECTION, STRONG, Colour, Style
from exports.pdf.pen import Pen

_TO_WRITE = 30 * MM
"""The least room for handwriting beside the beginning of a sentence."""


class Block:
    """Something that stands in a column.

    `before` is the air above it, dropped at the top of a page; `keep` holds it on the page of the block after it;
    `missing` counts the characters in it that could not be printed.
    """

    def __init__(self, height: float, *, before: float = 0, keep: bool = False, missing: int = 0) -> None:
        self.height = height
        self.before = before
        self.keep = keep
        self.missing = missing

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner there."""

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """What fits into this height, and the rest; None where it cannot be parted there."""
        return None

    def tighter(self) -> "Block":
        """The same with a writing line less, for a document that would have too many pages; itself where it has none."""
        return self


class Passage(Block):
    """Text in one style. With a `bar` a rule runs down its left side, which sets a person's own words apart."""

    def __init__(
        self,
        setting: Setting,
        style: Style,
        *,
        indent: float = 0,
        bar: Colour | None = None,
        before: float = 0,
        keep: bool = False,
    ) -> None:
        super().__init__(len(setting.lines) * style.leading, before=before, keep=keep, missing=setting.missing)
        self.lines: tuple[Line, ...] = setting.lines
        self.style = style
        self.indent = indent
        self.bar = bar

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines, and the rule beside them."""
        if self.bar:
            pen.stroke(self.bar, 1.4)
            pen.line(x + 1, top - 1.5, x + 1, top - self.height + 1.5)
        pen.lines(self.lines, self.style, x + self.indent, top)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Part it between two lines, at least two of them on each side."""
        fits = min(int(room / self.style.leading + 1e-6), len(self.lines) - 2)
        if fits < 2:
            return None
        first, rest = _trimmed(self.lines[:fits]), _trimmed(self.lines[fits:])
        return self._part(first, self.before), self._part(rest, 0)

    def _part(self, lines: tuple[Line, ...], before: float) -> "Passage":
        setting = Setting(lines, 0)
        return Passage(setting, self.style, indent=self.indent, bar=self.bar, before=before, keep=self.keep)


def _trimmed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Without empty lines at either end."""
    filled = [number for number, line in enumerate(lines) if line.pieces] or [0]
    return lines[filled[0] : filled[-1] + 1]


class Heading(Passage):
    """A section's heading, with its entry in the document's outline."""

    def __init__(self, title: str, *, before: float = 9 * MM) -> None:
        super().__init__(set_text(title, SECTION, COLUMN), SECTION, before=before, keep=True)
        self.title = title

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it, and let the outline lead here."""
        pen.bookmark(self.title, top + 6)
        super().draw(pen, x, top)


class WritingLines(Block):
    """Ruled lines to write on by hand."""

    def __init__(self, count: int, *, before: float = 0) -> None:
        super().__init__(count * LINE_PITCH, before=before)
        self.count = count

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines."""
        pen.stroke(HAIR, 0.6)
        for number in range(1, self.count + 1):
            y = top - number * LINE_PITCH
            pen.line(x, y, x + COLUMN, y)

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Part it between two lines, at least three of them on each side."""
        fits = min(int(room / LINE_PITCH + 1e-6), self.count - 3)
        if fits < 3:
            return None
        return WritingLines(fits, before=self.before), WritingLines(self.count - fits)

    def tighter(self) -> Block:
        """One line less; one stays."""
        return WritingLines(self.count - 1, before=self.before) if self.count > 1 else self


class Opening(Block):
    """The beginning of a sentence, and ruled lines to finish it on by hand: the first goes on from its last word."""

    def __init__(
        self,
        words: str,
        count: int,
        *,
        style: Style = STRONG,
        width: float = COLUMN,
        before: float = 0,
        keep: bool = False,
    ) -> None:
        self._words = words
        self._style = style
        self._setting = set_text(words, style, width - _TO_WRITE)
        self._above = (len(self._setting.lines) - 1) * style.leading
        self._count = count
        self._width = width
        super().__init__(self._above + count * LINE_PITCH, before=before, keep=keep, missing=self._setting.missing)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the words on the first line, and the lines."""
        first = top - self._above - LINE_PITCH
        pen.lines(self._setting.lines, self._style, x, first + self._above + self._style.leading - 1 * MM)
        pen.stroke(HAIR, 0.6)
        pen.line(x + self._setting.lines[-1].width + 2 * MM, first, x + self._width, first)
        for number in range(1, self._count):
            pen.line(x, first - number * LINE_PITCH, x + self._width, first - number * LINE_PITCH)

    def tighter(self) -> Block:
        """One line less; the first stays."""
        if self._count == 1:
            return self
        fewer = self._count - 1
        return Opening(self._words, fewer, style=self._style, width=self._width, before=self.before, keep=self.keep)


class Beside(Block):
    """Two columns of blocks side by side, the right one from `at`; kept on one page."""

    def __init__(self, left: Sequence[Block], right: Sequence[Block], at: float, *, before: float = 0) -> None:
        self._columns = ((0.0, left), (at, right))
        height = max(stacked(left), stacked(right))
        missing = sum(block.missing for block in (*left, *right))
        super().__init__(height, before=before, missing=missing)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw both columns from the same height down."""
        for offset, blocks in self._columns:
            y = top
            for number, block in enumerate(blocks):
                y -= block.before if number else 0
                block.draw(pen, x + offset, y)
                y -= block.height


def stacked(blocks: Iterable[Block]) -> float:
    """How high these are, one under another."""
    return sum(block.height + (block.before if number else 0) for number, block in enumerate(blocks))


def text(content: str, style: Style = BODY, *, before: float = 0, keep: bool = False) -> Passage:
    """A text across the column."""
    return Passage(set_text(content, style, COLUMN), style, before=before, keep=keep)


def spans(
    content: Sequence[Span], style: Style = BODY, *, width: float = COLUMN, before: float = 0, keep: bool = False
) -> Passage:
    """A text of more than one weight."""
    return Passage(set_spans(content, style, width), style, before=before, keep=keep)


def own_words(content: str, style: Style = BODY, *, width: float = COLUMN, before: float = 1 * MM) -> Passage:
    """What a person wrote, set apart by a rule at its left."""
    indent = style.size * 0.9
    return Passage(set_text(content, style, width - indent), style, indent=indent, bar=BLUE, before=before)
