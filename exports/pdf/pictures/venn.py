"""A Venn diagram: circles told apart by line as well as colour, cards as readable text inside their regions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, BODY, CHIP, GREEN, HAIR, HEADING, INK, MM, Colour, Style
from exports.pdf.pictures.packing import Box, Region, Spot, ellipses, pack
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, lettering, lines
from exports.pdf.text.setting import Setting, set_lines, widest_word
from exports.pdf.text.typed import Typed
from exports.pictures.venn import PlacedCard, Venn

LINES: tuple[tuple[Colour, tuple[float, ...]], ...] = ((BLUE, ()), (GREEN, (7, 3.5)), (INK, (1.2, 3)))
"""How the first, second and third circle are drawn: whole, dashed, dotted."""

HEIGHTS = {2: (80 * MM, 92 * MM, 106 * MM, 120 * MM, 136 * MM, 152 * MM), 3: (124 * MM, 150 * MM, 174 * MM)}
"""The heights that are tried in turn for two and for three circles."""

LARGE_CHIP = CHIP._replace(size=12, leading=14)
TOKEN = Style(10, 12, "bold")

OWN = " (your own card)"
"""Stands after a card of the participant's in the key, where it has no outline."""

_PAD = 1.4 * MM
_SAMPLE = 11 * MM
_GAP = 2 * MM


class Entry(NamedTuple):
    """What a number in the diagram stands for."""

    number: str
    label: str


Key = Sequence[tuple[str, Sequence[Entry]]]
"""The entries of every region, under its name."""


class Chip(NamedTuple):
    """The ways to set one card's words, widest first."""

    settings: tuple[Setting, ...]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A diagram with a place for every card: its height, the type of the cards, and what the numbers stand for."""

    height: float
    style: Style
    cards: tuple[tuple[PlacedCard, Chip, Spot], ...]
    key: Key = ()


def arranged(picture: Venn, surface: Surface) -> Board:
    """Every card with whole words where they fit at 11 points, else with shorter ones, else with a number."""
    heights = HEIGHTS[len(picture.circles)]
    cards = {region: _longest_in_the_middle(row) for region, row in _rows(picture).items()}
    for style, tried, brief in ((LARGE_CHIP, heights[:2], False), (CHIP, heights, False), (CHIP, heights, True)):
        words = [[card.brief if brief else card.label for card in row] for row in cards.values()]
        if board := _fit(picture, surface, cards, words, style, tried):
            return board
    return _with_numbers(picture, surface, heights)


def _with_numbers(picture: Venn, surface: Surface, heights: Sequence[float]) -> Board:
    cards = _rows(picture)
    numbers: list[list[str]] = []
    key: list[tuple[str, Sequence[Entry]]] = []
    for region, row in cards.items():
        start = sum(map(len, numbers))
        numbers.append([str(start + number) for number in range(1, len(row) + 1)])
        labels = [card.label + OWN if card.own else card.label for card in row]
        key.append((picture.called(region), [Entry(*pair) for pair in zip(numbers[-1], labels, strict=True)]))
    board = _fit(picture, surface, cards, numbers, TOKEN, heights)
    return Board(board.height, TOKEN, board.cards, key) if board else Board(heights[0], TOKEN, (), key)


def _rows(picture: Venn) -> dict[Region, list[PlacedCard]]:
    return {region: [card for card in picture.cards if card.region == region] for region in picture.regions}


def _longest_in_the_middle(cards: Sequence[PlacedCard]) -> list[PlacedCard]:
    """Cards by their length, shortest above and below: regions are widest in the middle."""
    ordered = sorted(cards, key=lambda card: len(card.label))
    return [*ordered[::2], *reversed(ordered[1::2])]


def _fit(
    picture: Venn,
    surface: Surface,
    cards: Mapping[Region, Sequence[PlacedCard]],
    words: Sequence[Sequence[str]],
    style: Style,
    heights: Sequence[float],
) -> Board | None:
    chips = [[_chip(surface.read(each, style.weight), style) for each in row] for row in words]
    for height in heights:
        board = ellipses(len(picture.circles), surface.width, height)
        spots = [
            pack(board, region, tuple(chip.boxes for chip in row)) for region, row in zip(cards, chips, strict=True)
        ]
        if None not in spots:
            placed = [
                (card, chip, spot)
                for row, ways, where in zip(cards.values(), chips, spots, strict=True)
                for card, chip, spot in zip(row, ways, where or (), strict=True)
            ]
            return Board(height, style, tuple(placed))
    return None


@lru_cache(1024)
def _chip(words: Typed, style: Style) -> Chip:
    natural = set_lines(words, style.size, 1e6).width
    narrowest = min(widest_word(words) * style.size, 38 * MM)
    settings: list[Setting] = []
    for count in range(1, 5):
        width = max(natural / count, narrowest)
        while len((setting := set_lines(words, style.size, width + 0.01)).lines) > count:
            width *= 1.05
        if not settings or len(setting.lines) > len(settings[-1].lines):
            settings.append(setting)
    return Chip(tuple(settings), tuple(_box(setting, style) for setting in settings))


def _box(setting: Setting, style: Style) -> Box:
    return Box(setting.width + 2 * _PAD, len(setting.lines) * style.leading + 0.9 * MM)


@drawn.register
def _(picture: Venn, surface: Surface) -> Drawing:
    return on_paper(picture, surface, arranged(picture, surface))


def on_paper(picture: Venn, surface: Surface, board: Board, *, with_key: bool = True) -> Drawing:
    """The circles with their names, every card where it was put, and below them what numbers stand for."""
    sketch = Sketch(surface)
    names = [
        lines(surface.read(name, "bold"), HEADING, surface.width / 2 - _SAMPLE - 4 * MM) for name in picture.circles
    ]
    above = max(len(name.lines) for name in names[:2]) * HEADING.leading + _GAP
    for number, ellipse in enumerate(ellipses(len(picture.circles), surface.width, board.height)):
        colour, dashes = LINES[number]
        y = above + board.height - ellipse.y
        sketch.ellipse(ellipse.x, y, ellipse.across, ellipse.up, Stroke(colour, 1.7, dashes))
    for number, name in enumerate(names):
        _name(sketch, number, name, 0 if number < 2 else above + board.height + _GAP)
    for card, chip, spot in board.cards:
        _card(sketch, card, chip, spot, above + board.height - spot.top, board.style)
    below = above + board.height + (len(names[2].lines) * HEADING.leading + _GAP if len(names) == 3 else 1)
    return sketch.whole(_draw_key(sketch, board.key, below) if with_key else below)


def _name(sketch: Sketch, number: int, name: Setting, top: float) -> None:
    colour, dashes = LINES[number]
    style = HEADING._replace(colour=colour)
    width = sketch.surface.width
    left = (0, width - name.width - _SAMPLE, (width - name.width - _SAMPLE) / 2)[number]
    middle = top + style.leading / 2
    sketch.line(left, middle, left + _SAMPLE - 2 * MM, middle, Stroke(colour, 1.7, dashes))
    sketch.text(name, style, left + _SAMPLE, top)


def _card(sketch: Sketch, card: PlacedCard, chip: Chip, spot: Spot, top: float, style: Style) -> None:
    box = chip.boxes[spot.way]
    stroke = Stroke(BLUE, 1.6) if card.own else Stroke(HAIR, 0.5)
    sketch.box(spot.x, top, box.width, box.height, stroke, radius=1.3 * MM)
    sketch.text(chip.settings[spot.way], style, spot.x + box.width / 2, top + 0.45 * MM, "middle")


def _draw_key(sketch: Sketch, key: Key, top: float) -> float:
    """A list in two columns; returns where it ends."""
    half = sketch.surface.width / 2
    for name, entries in key:
        heading = lines(sketch.surface.read(name, "bold"), BODY, sketch.surface.width)
        top += 3 * MM
        sketch.text(heading, BODY._replace(weight="bold"), 0, top)
        top += len(heading.lines) * BODY.leading
        settings = [lines(sketch.surface.read(f"{number}  {label}"), BODY, half - 4 * MM) for number, label in entries]
        count = (len(settings) + 1) // 2
        heights = [max(len(setting.lines) for setting in settings[row::count]) * BODY.leading for row in range(count)]
        for at, setting in enumerate(settings):
            sketch.text(setting, BODY, half * (at // count), top + sum(heights[: at % count]))
        top += sum(heights)
    return top


@lettering.register
def _(picture: Venn) -> tuple[str, ...]:
    return (*picture.circles, *(card.label for card in picture.cards))
