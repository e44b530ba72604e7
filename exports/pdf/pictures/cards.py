"""Cards on a board of circles or rings: whole words where they fit, else shorter ones, else a number and a key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, singledispatch
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, BODY, CHIP, HAIR, MM, Style
from exports.pdf.pictures.packing import Box, Ellipse, Region, Spot, pack
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, lettering, lines
from exports.pdf.text.setting import Setting, set_lines, widest_word
from exports.pdf.text.typed import Typed
from exports.pictures.sorted_cards import PlacedCard, SortedCards

LARGE_CHIP = CHIP._replace(size=12, leading=14)
TOKEN = Style(10, 12, "bold")

OWN = " (your own card)"
"""Stands after a card of the participant's in the key, where it has no outline."""

PAD = 1.4 * MM


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


@dataclass(frozen=True)
class Field:
    """Where cards can lie on a board of a height: the ellipses, in which of them a region lies, and from where upwards."""

    ellipses: tuple[Ellipse, ...]
    inside: Callable[[Region], Region] = lambda region: region
    above: Callable[[Region], float] = lambda region: -1.0


Fields = Callable[[float], Field]
"""The field of a board of this height."""


@singledispatch
def arranged(picture: SortedCards, surface: Surface) -> Board:
    """The board with a place for every card."""
    raise TypeError(f"cards are not packed on a {type(picture).__name__}")


@singledispatch
def on_paper(picture: SortedCards, surface: Surface, board: Board, *, with_key: bool = True) -> Drawing:
    """The board with its names, every card where it was put, and below it what numbers stand for."""
    raise TypeError(f"a {type(picture).__name__} is not drawn so")


def arrange(picture: SortedCards, surface: Surface, fields: Fields, heights: Sequence[float]) -> Board:
    """Every card with whole words where they fit at 11 points, else with shorter ones, else with a number."""
    cards = {region: _longest_in_the_middle(row) for region, row in _rows(picture).items()}
    for style, tried, brief in ((LARGE_CHIP, heights[:2], False), (CHIP, heights, False), (CHIP, heights, True)):
        words = [[card.brief if brief else card.label for card in row] for row in cards.values()]
        if board := _fit(surface, fields, cards, words, style, tried):
            return board
    return _with_numbers(picture, surface, fields, heights)


def _with_numbers(picture: SortedCards, surface: Surface, fields: Fields, heights: Sequence[float]) -> Board:
    cards = _rows(picture)
    numbers: list[list[str]] = []
    key: list[tuple[str, Sequence[Entry]]] = []
    for region, row in cards.items():
        start = sum(map(len, numbers))
        numbers.append([str(start + number) for number in range(1, len(row) + 1)])
        labels = [card.label + OWN if card.own else card.label for card in row]
        key.append((picture.called(region), [Entry(*pair) for pair in zip(numbers[-1], labels, strict=True)]))
    board = _fit(surface, fields, cards, numbers, TOKEN, heights)
    return Board(board.height, TOKEN, board.cards, key) if board else Board(heights[0], TOKEN, (), key)


def _rows(picture: SortedCards) -> dict[Region, list[PlacedCard]]:
    return {region: list(picture.lying_in(region)) for region in picture.regions}


def _longest_in_the_middle(cards: Sequence[PlacedCard]) -> list[PlacedCard]:
    """Cards by their length, shortest above and below: regions are widest in the middle."""
    ordered = sorted(cards, key=lambda card: len(card.label))
    return [*ordered[::2], *reversed(ordered[1::2])]


def _fit(
    surface: Surface,
    fields: Fields,
    cards: Mapping[Region, Sequence[PlacedCard]],
    words: Sequence[Sequence[str]],
    style: Style,
    heights: Sequence[float],
) -> Board | None:
    chips = [[_chip(surface.read(each, style.weight), style) for each in row] for row in words]
    for height in heights:
        field = fields(height)
        spots = [
            pack(field.ellipses, field.inside(region), tuple(chip.boxes for chip in row), field.above(region))
            for region, row in zip(cards, chips, strict=True)
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
    return Box(setting.width + 2 * PAD, len(setting.lines) * style.leading + 0.9 * MM)


def draw_card(sketch: Sketch, card: PlacedCard, chip: Chip, spot: Spot, top: float, style: Style) -> None:
    """One card where it stands, its upper edge at `top`."""
    box = chip.boxes[spot.way]
    stroke = Stroke(BLUE, 1.6) if card.own else Stroke(HAIR, 0.5)
    sketch.box(spot.x, top, box.width, box.height, stroke, radius=1.3 * MM)
    sketch.text(chip.settings[spot.way], style, spot.x + box.width / 2, top + 0.45 * MM, "middle")


def draw_key(sketch: Sketch, key: Key, top: float) -> float:
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
def _(picture: SortedCards) -> tuple[str, ...]:
    return (*picture.names, *(card.label for card in picture.cards))
