"""A Venn diagram as a block of a page: circles told apart by line as well as colour, cards as readable text inside."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from exports.blocks import Block, spans
from exports.lines import Setting, Span, draw_centred, draw_lines, set_text
from exports.paper import BLUE, CHIP, COLUMN, GREEN, HAIR, HEADING, INK, MM, WHITE, Colour, Style
from exports.venn import Box, Region, Spot, ellipses, pack

LINES: tuple[tuple[Colour, tuple[float, ...]], ...] = ((BLUE, ()), (GREEN, (7, 3.5)), (INK, (1.2, 3)))
"""How the first, second and third circle are drawn: whole, dashed, dotted."""

HEIGHTS = (100 * MM, 118 * MM, 136 * MM, 152 * MM)
"""The heights of the circles that are tried in turn."""

TOKEN = Style(10, 12, "bold")
_PAD = 1.4 * MM
_SAMPLE = 11 * MM
_LABEL_WIDTH = COLUMN / 2 - 6 * MM


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
    whole = _fit(circles, cards, [[_chip(card.label, CHIP) for card in row] for row in cards.values()])
    if whole := whole or _fit(circles, cards, [[_chip(card.short, CHIP) for card in row] for row in cards.values()]):
        return [whole]
    numbers: list[list[str]] = []
    for row in cards.values():
        start = sum(len(before) for before in numbers)
        numbers.append([str(start + number) for number in range(1, len(row) + 1)])
    tokens = _fit(circles, cards, [[_chip(number, TOKEN) for number in row] for row in numbers], TOKEN)
    key = _key(circles, cards, numbers)
    return [tokens, *key] if tokens else [_empty(circles), *key]


def _fit(
    circles: Sequence[str], cards: Sorted, chips: Sequence[Sequence[Chip]], style: Style = CHIP
) -> "VennPicture | None":
    for height in HEIGHTS:
        board = ellipses(len(circles), COLUMN, height)
        spots = [
            pack(board, region, tuple(chip.boxes for chip in row)) for region, row in zip(cards, chips, strict=True)
        ]
        if None not in spots:
            return VennPicture(circles, cards, chips, [row or () for row in spots], height, style)
    return None


def _empty(circles: Sequence[str]) -> "VennPicture":
    return VennPicture(circles, {}, [], [], HEIGHTS[0], CHIP)


def _key(circles: Sequence[str], cards: Sorted, numbers: Sequence[Sequence[str]]) -> list[Block]:
    blocks: list[Block] = []
    for (region, row), marks in zip(cards.items(), numbers, strict=True):
        if not row:
            continue
        blocks.append(spans([(" and ".join(circles[i] for i in region), "bold")], before=3 * MM, keep=True))
        words: list[Span] = []
        for card, mark in zip(row, marks, strict=True):
            words += [(mark, "bold"), (f"{card.label}{' (your own card)' if card.own else ''}   ", "regular")]
        blocks.append(spans(words))
    return blocks


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

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw circles, names and cards."""
        floor = top - self._above - self._circles
        for number, ellipse in enumerate(self._board):
            colour, dashes = LINES[number]
            _pen(canvas, colour, 1.7, dashes)
            left, low = x + ellipse.x - ellipse.across, floor + ellipse.y - ellipse.up
            canvas.ellipse(left, low, left + 2 * ellipse.across, low + 2 * ellipse.up)
        self._name_circles(canvas, x, top, floor)
        for spot, chip, own in self._drawn:
            self._card(canvas, chip, spot, x + spot.x, floor + spot.top, own)
        _pen(canvas, INK, 1, ())

    def _card(self, canvas: Any, chip: Chip, spot: Spot, left: float, top: float, own: bool) -> None:
        box, setting = chip.boxes[spot.way], chip.settings[spot.way]
        _pen(canvas, BLUE if own else HAIR, 1.6 if own else 0.5, ())
        canvas.roundRect(left, top - box.height, box.width, box.height, 1.3 * MM, stroke=1, fill=0)
        draw_centred(canvas, setting.lines, self._style, left + box.width / 2, top - 0.45 * MM)

    def _name_circles(self, canvas: Any, x: float, top: float, floor: float) -> None:
        for number, name in enumerate(self._names):
            colour, dashes = LINES[number]
            style = _name_style(number)
            width = max(line.width for line in name.lines)
            left = (x, x + COLUMN - width - _SAMPLE, x + (COLUMN - width - _SAMPLE) / 2)[number]
            up = floor - 2 * MM if number == 2 else top
            _pen(canvas, colour, 1.7, dashes)
            canvas.line(left, up - style.leading / 2, left + _SAMPLE - 2 * MM, up - style.leading / 2)
            draw_lines(canvas, name.lines, style, left + _SAMPLE, up)


def _name_style(number: int) -> Style:
    return HEADING._replace(colour=LINES[number][0])


def _pen(canvas: Any, colour: Colour, width: float, dashes: tuple[float, ...]) -> None:
    canvas.setStrokeColorRGB(*colour)
    canvas.setFillColorRGB(*WHITE)
    canvas.setLineWidth(width)
    canvas.setDash(*((list(dashes),) if dashes else ()))
