"""A screen as SVG, cell by cell: half blocks are drawn as rectangles, so that it looks the same in every browser."""

from collections.abc import Callable
from html import escape
from itertools import groupby
from typing import NamedTuple, TypeVar

from rich.cells import cell_len
from rich.color import Color, ColorType
from textual.app import App

T = TypeVar("T")

WIDTH, HEIGHT, LETTER = 10.0, 20.0, 16.4
"""Pixels of a cell, and the height of its letters."""

BLOCKS = {"▀": (0, 0, 1, 0.5), "▄": (0, 0.5, 1, 0.5), "█": (0, 0, 1, 1), "▌": (0, 0, 0.5, 1), "▐": (0.5, 0, 0.5, 1)}
"""x, y, width and height of what a block character fills, in cells."""


class Cell(NamedTuple):
    """One cell as it is drawn."""

    x: int
    letter: str
    ink: str
    ground: str
    bold: bool
    under: bool


def as_svg(app: App[str]) -> str:
    """What the app's screen shows now."""
    columns, rows = app.size
    body: list[str] = []
    for y, strip in enumerate(app.screen._compositor.render_strips(app.size)):
        cells: list[Cell] = []
        for segment in strip:
            style = segment.style
            ink, ground = _colour(style.color if style else None), _colour(style.bgcolor if style else None)
            if style and style.reverse:
                ink, ground = ground, ink
            for letter in segment.text:
                bold, under = bool(style and style.bold), bool(style and style.underline)
                x = cells[-1].x + max(cell_len(cells[-1].letter), 1) if cells else 0
                cells.append(Cell(x, letter, ink or "#f4f1e8", ground or "#11161c", bold, under))
        body += _row(cells, y)
    size = f'viewBox="0 0 {columns * WIDTH:g} {rows * HEIGHT:g}"'
    font = f'font-family="ui-monospace,Menlo,Consolas,DejaVu Sans Mono,monospace" font-size="{LETTER}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font} xml:space="preserve">\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _colour(colour: Color | None) -> str:
    if colour is None or colour.type is ColorType.DEFAULT:
        return ""
    return colour.get_truecolor().hex


def _row(cells: list[Cell], y: int) -> list[str]:
    grounds = [_box(run, y, (0, 0, 1, 1), ground) for ground, run in _runs(cells, lambda cell: cell.ground)]
    blocks = [
        _box(run, y, BLOCKS[letter], ink)
        for (letter, ink), run in _runs(cells, lambda cell: (cell.letter, cell.ink))
        if letter in BLOCKS
    ]
    words = [
        _word(run, y)
        for key, run in _runs(cells, lambda cell: (cell.letter.isspace() or cell.letter in BLOCKS, cell.ink, cell.bold))
        if not key[0]
    ]
    return [*grounds, *blocks, *words]


def _runs(cells: list[Cell], key: Callable[[Cell], T]) -> list[tuple[T, list[Cell]]]:
    return [(what, list(run)) for what, run in groupby(cells, key)]


def _wide(run: list[Cell]) -> int:
    return run[-1].x + max(cell_len(run[-1].letter), 1) - run[0].x


def _box(run: list[Cell], y: int, part: tuple[float, float, float, float], colour: str) -> str:
    left, top, width, height = part
    x = (run[0].x + left) * WIDTH
    wide = (_wide(run) if width == 1 else width) * WIDTH
    crisp = 'shape-rendering="crispEdges"'
    return (
        f'<rect x="{x:g}" y="{(y + top) * HEIGHT:g}" width="{wide:g}" height="{height * HEIGHT:g}" '
        f'fill="{colour}" {crisp}/>'
    )


def _word(run: list[Cell], y: int) -> str:
    text = escape("".join(cell.letter for cell in run))
    bold = ' font-weight="bold"' if run[0].bold else ""
    return (
        f'<text x="{run[0].x * WIDTH:g}" y="{y * HEIGHT + 15:g}" textLength="{_wide(run) * WIDTH:g}" '
        f'lengthAdjust="spacingAndGlyphs" fill="{run[0].ink}"{bold}>{text}</text>'
    )
