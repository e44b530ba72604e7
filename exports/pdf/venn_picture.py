"""A Venn diagram as a block of a page: circles told apart by line as well as colour, cards as readable text inside."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from exports.pdf.blocks import Beside, Block, Passage, spans
from exports.pdf.lines import Setting, Span, set_spans, set_text
from exports.pdf.paper import BLUE, BODY, CHIP, COLUMN, GREEN, HAIR, HEADING, INK, MM, Colour, Style
from exports.pdf.pen import OUTLINE, Pen
from exports.pdf.venn import Box, Region, Spot, ellipses, pack

LINES: tuple[tuple[Colour, tuple[float, ...]], ...] = ((BLUE, ()), (GREEN, (7, 3.5)), (INK, (1.2, 3)))
"""How the first, second and third circle are drawn: whole, dashed, dotted."""

HEIGHTS = {2: (92 * MM, 106 * MM, 120 * MM, 136 * MM, 152 * MM), 3: (124 * MM, 150 * MM, 174 * MM)}
"""The heights that are tried in turn for two and for three circles."""

LARGE_CHIP = CHIP._replace(size=12, leading=14)

TOKEN = Style(10, 12, "bold")
_PAD = 1.4 * MM
_SAMPLE = 11 * MM
_LABEL_WIDTH = COLUMN / 2 - _SAMPLE - 4 * MM


class Piece(NamedTuple):
    """A card as it is drawn: its words, shorter words for where those do not fit, and whether the participant wrote it."""

    label: str
    short: str
    own: bool = False


Sorted = Mapping[Region, Sequence[Piece]]
"""The cards of each region of the circles."""


class Chip(NamedTuple):
    """The ways to set one card's words, widest first."""

    settings: tuple[Setting, ...]
    boxes: tuple[Box, ...]


@lru_cache(8192)
def _chip(words: str, style: Style) -> Chip:
    natural = max(line.width for line in set_text(words, style, 1e6).lines)
    narrowest = max(set_text(part, style, 1e6).lines[0].width for part in words.split() or [words])
    settings: list[Setting] = []
    for count in range(1, 5):
        width = max(natural / count, min(narrowest, 38 * MM))
        while len((setting := set_text(words, style, width + 0.01)).lines) > count:
            width *= 1.05
        if not settings or len(setting.lines) > len(settings[-1].lines):
            settings.append(setting)
    boxes = tuple(_box(setting, style) for setting in settings)
    return Chip(tuple(settings), boxes)


def _box(setting: Setting, style: Style) -> Box:
    width = max(line.width for line in setting.lines)
    return Box(width + 2 * _PAD, len(setting.lines) * style.leading + 0.9 * MM)


def venn_blocks(circles: Sequence[str], cards: Sorted) -> list[Block]:
    """The picture with whole words where they fit at 11 points, else with numbers and a list of what they stand for."""
    heights = HEIGHTS[len(circles)]
    arranged = {region: _longest_in_the_middle(row) for region, row in cards.items()}
    labels = [[card.label for card in row] for row in arranged.values()]
    short = [[card.short for card in row] for row in arranged.values()]
    for style, tried, words in ((LARGE_CHIP, heights[:1], labels), (CHIP, heights, labels), (CHIP, heights, short)):
        if whole := _fit(circles, arranged, words, style, tried):
            return [whole]
    numbers: list[list[str]] = []
    for row in cards.values():
        start = sum(len(before) for before in numbers)
        numbers.append([str(start + number) for number in range(1, len(row) + 1)])
    tokens = _fit(circles, cards, numbers, TOKEN, heights)
    key = _key(circles, cards, numbers)
    return [tokens, *key] if tokens else [_empty(circles), *key]


def _longest_in_the_middle(cards: Sequence[Piece]) -> list[Piece]:
    """Cards by their length, shortest above and below: regions are widest in the middle."""
    ordered = sorted(cards, key=lambda card: len(card.label))
    return [*ordered[::2], *reversed(ordered[1::2])]


def _fit(
    circles: Sequence[str], cards: Sorted, words: Sequence[Sequence[str]], style: Style, heights: Sequence[float]
) -> "VennPicture | None":
    chips = [[_chip(each, style) for each in row] for row in words]
    for height in heights:
        board = ellipses(len(circles), COLUMN, height)
        spots = [
            pack(board, region, tuple(chip.boxes for chip in row)) for region, row in zip(cards, chips, strict=True)
        ]
        if None not in spots:
            return VennPicture(circles, cards, chips, [row or () for row in spots], height, style)
    return None


def _empty(circles: Sequence[str]) -> "VennPicture":
    return VennPicture(circles, {}, [], [], HEIGHTS[len(circles)][0], CHIP)


def _key(circles: Sequence[str], cards: Sorted, numbers: Sequence[Sequence[str]]) -> list[Block]:
    blocks: list[Block] = []
    for (region, row), marks in zip(cards.items(), numbers, strict=True):
        if not row:
            continue
        blocks.append(spans([(" and ".join(circles[i] for i in region), "bold")], before=3 * MM, keep=True))
        entries = [_entry(card, mark) for card, mark in zip(row, marks, strict=True)]
        half = (len(entries) + 1) // 2
        blocks += [Beside(entries[n : n + 1], entries[half + n : half + n + 1], COLUMN / 2) for n in range(half)]
    return blocks


def _entry(card: Piece, mark: str) -> Block:
    """A card's number and name, half the column wide."""
    words: list[Span] = [(mark, "bold"), (f"{card.label}{' (your own card)' if card.own else ''}", "regular")]
    return Passage(set_spans(words, BODY, COLUMN / 2 - 4 * MM), BODY)


class VennPicture(Block):
    """The circles with their names, and every card where it was put."""

    def __init__(
        self,
        circles: Sequence[str],
        cards: Sorted,
        chips: Sequence[Sequence[Chip]],
        spots: Sequence[Sequence[Spot]],
        height: float,
        style: Style,
    ) -> None:
        self._names = [set_text(name, _name_style(number), _LABEL_WIDTH) for number, name in enumerate(circles)]
        self._above = max(len(name.lines) for name in self._names[:2]) * HEADING.leading + 2 * MM
        below = len(self._names[2].lines) * HEADING.leading + 2 * MM if len(circles) == 3 else 0.0
        missing = sum(name.missing for name in self._names) + sum(c.settings[0].missing for row in chips for c in row)
        super().__init__(self._above + height + below, before=4 * MM, missing=missing)
        self._board = ellipses(len(circles), COLUMN, height)
        self._circles = height
        self._drawn = [
            (spot, chip, card.own)
            for row, where, what in zip(cards.values(), spots, chips, strict=True)
            for card, spot, chip in zip(row, where, what, strict=True)
        ]
        self._style = style

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw circles, names and cards."""
        floor = top - self._above - self._circles
        for number, ellipse in enumerate(self._board):
            colour, dashes = LINES[number]
            pen.stroke(colour, 1.7, dashes)
            pen.ellipse(x + ellipse.x, floor + ellipse.y, ellipse.across, ellipse.up, OUTLINE)
        self._name_circles(pen, x, top, floor)
        for spot, chip, own in self._drawn:
            self._card(pen, chip, spot, x + spot.x, floor + spot.top, own)

    def _card(self, pen: Pen, chip: Chip, spot: Spot, left: float, top: float, own: bool) -> None:
        box, setting = chip.boxes[spot.way], chip.settings[spot.way]
        pen.stroke(BLUE if own else HAIR, 1.6 if own else 0.5)
        pen.card(left, top - box.height, box.width, box.height, 1.3 * MM, OUTLINE)
        pen.centred(setting.lines, self._style, left + box.width / 2, top - 0.45 * MM)

    def _name_circles(self, pen: Pen, x: float, top: float, floor: float) -> None:
        for number, name in enumerate(self._names):
            colour, dashes = LINES[number]
            style = _name_style(number)
            width = max(line.width for line in name.lines)
            left = (x, x + COLUMN - width - _SAMPLE, x + (COLUMN - width - _SAMPLE) / 2)[number]
            up = floor - 2 * MM if number == 2 else top
            pen.stroke(colour, 1.7, dashes)
            pen.line(left, up - style.leading / 2, left + _SAMPLE - 2 * MM, up - style.leading / 2)
            pen.lines(name.lines, style, left + _SAMPLE, up)


def _name_style(number: int) -> Style:
    return HEADING._replace(colour=LINES[number][0])
