"""The colour field of a board of discs: one strip a row, in half blocks where colours are many, in lines where they are few."""

from collections.abc import Iterable
from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tui.kinds.card_sort.field import Disc, Shape
from tui.palette import Palette
from tui.widgets.half_blocks import STEPS, Colours, half_blocks

RIM = 0.26
"""How much stronger a disc's colour is at its very edge (0–1)."""

LIT = 0.16
"""How much of the colour of `now` the region under a dragged card takes on (0–1)."""

CARD = 0.62
"""How much of the ground a chip takes on over its region (0–1)."""

READABLE = 7.0
"""The least contrast of words on what is behind them (WCAG 2.2, level AAA)."""

DEEPER = 0.5
"""How strong one of several discs inside one another is, of the strength of a disc that overlaps others (0–1)."""

_INDEXED = {
    "hall": (16, 18, 94, 59, 22, 23, 58, 65),
    "paper": (231, 153, 222, 187, 158, 116, 150, 252),
}
"""The colours of the regions by mask, out of the 256 that terminals without true colour have."""

_INDEXED_DEEPER = {"hall": (16, 17, 18, 24, 25), "paper": (231, 195, 153, 117, 111)}
"""The same for discs inside one another, by how many of them a region lies in."""


def region_colour(palette: Palette, mask: int, colours: Colours = Colours.MANY, nested: bool = False) -> Color:
    """The colour that lies in the middle of a region: the discs' colours over the ground, one after another.

    Discs that are `nested` inside one another are all of one colour.
    """
    if colours is Colours.INDEXED:
        number = _INDEXED_DEEPER[palette.name][mask.bit_count()] if nested else _INDEXED[palette.name][mask]
        return Color.from_rich_color(RichColor.from_ansi(number))
    if colours is Colours.FEW:
        return palette.ground
    colour = palette.ground
    for i in range(mask.bit_length()):
        if mask >> i & 1:
            colour = colour.blend(_disc_colour(palette, i, nested), _strength(palette, nested), 1)
    return colour


def _disc_colour(palette: Palette, disc: int, nested: bool) -> Color:
    return palette.circles[0 if nested else disc]


def _strength(palette: Palette, nested: bool) -> float:
    return palette.strength * (DEEPER if nested else 1)


def bare_colour(palette: Palette, mask: int, colours: Colours = Colours.MANY, nested: bool = False) -> Color:
    """The colour behind words that stand in a region without a chip: the region's own where they can be read on it."""
    colour = region_colour(palette, mask, colours, nested)
    return colour if contrast(palette.text, colour) >= READABLE else card_colour(palette, mask, colours, nested)


def contrast(text: Color, behind: Color) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(text), _luminance(behind)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def card_colour(palette: Palette, mask: int, colours: Colours = Colours.MANY, nested: bool = False) -> Color:
    """The colour of a chip in a region."""
    if colours is not Colours.MANY or not mask:
        return palette.ground
    return region_colour(palette, mask, colours, nested).blend(palette.ground, CARD, 1)


@lru_cache(maxsize=48)
def field(shape: Shape, palette: Palette, colours: Colours, lit: int | None = None) -> tuple[Strip, ...]:
    """The board's rows without anything on them. `lit` is the region that a dragged card is over."""
    if colours is Colours.FEW:
        return _outlines(shape, palette, lit)
    rows = _masks(shape, palette, lit) if colours is Colours.INDEXED else _blends(shape, palette, lit)
    return tuple(half_blocks(upper, lower) for upper, lower in zip(rows[::2], rows[1::2], strict=True))


def _blends(shape: Shape, palette: Palette, lit: int | None) -> list[list[Color]]:
    known: dict[tuple[tuple[int, int], ...], Color] = {}
    strength = _strength(palette, shape.nested)

    def colour(strengths: tuple[tuple[int, int], ...]) -> Color:
        if strengths not in known:
            blended, mask = palette.ground, 0
            for i, (inside, rim) in enumerate(strengths):
                share = (inside * strength + rim * RIM) / STEPS
                blended = blended.blend(_disc_colour(palette, i, shape.nested), share, 1)
                mask |= (inside * 2 > STEPS) << i
            known[strengths] = blended.blend(palette.now, LIT, 1) if mask == lit and mask else blended
        return known[strengths]

    rows = []
    for y in range(2 * shape.height):
        strengths = [_strengths(disc, y + 0.5, shape.width) for disc in shape.discs]
        rows.append([colour(parts) for parts in zip(*strengths, strict=True)])
    return rows


def _strengths(disc: Disc, y: float, width: int) -> list[tuple[int, int]]:
    found = [(0, 0)] * width
    reach = disc.reach(y - disc.y, 1)
    for x in range(max(int(disc.x - reach), 0), min(int(disc.x + reach) + 1, width)) if reach > 0 else ():
        off = disc.off(x + 0.5, y)
        inside = min(max(0.5 - off, 0), 1)
        rim = max(1 - abs(off + 0.5), 0)
        found[x] = (round(inside * STEPS), round(rim * STEPS))
    return found


def _masks(shape: Shape, palette: Palette, lit: int | None) -> list[list[Color]]:
    colours = [region_colour(palette, mask, Colours.INDEXED, shape.nested) for mask in range(1 << len(shape.discs))]
    if lit:
        colours[lit] = palette.panel.blend(palette.now, 0.35, 1)
    rows = []
    for y in range(2 * shape.height):
        masks = [0] * shape.width
        for i, disc in enumerate(shape.discs):
            reach = disc.reach(y + 0.5 - disc.y, 0)
            for x in range(max(round(disc.x - reach), 0), min(round(disc.x + reach), shape.width)) if reach > 0 else ():
                masks[x] |= 1 << i
        rows.append([colours[mask] for mask in masks])
    return rows


def _outlines(shape: Shape, palette: Palette, lit: int | None) -> tuple[Strip, ...]:
    cells = [[" "] * shape.width for _ in range(shape.height)]
    for disc in shape.discs:
        for x, y, line in _outline(disc):
            if 0 <= x < shape.width and 0 <= y < shape.height:
                cells[y][x] = line if cells[y][x] in (" ", line) else "┼"
    if lit:
        for y in range(shape.height):
            for x in range(y % 2, shape.width, 4):
                if cells[y][x] == " " and shape.mask_at(x, y) == lit:
                    cells[y][x] = "·"
    style = Style.from_color(palette.text.rich_color, palette.ground.rich_color)
    return tuple(Strip([Segment("".join(row), style)], shape.width) for row in cells)


def _outline(disc: Disc) -> Iterable[tuple[int, int, str]]:
    """The cells of a disc's edge: from row to row as far as the edge runs in it."""
    first, last = int((disc.y - disc.ry) / 2), int((disc.y + disc.ry) / 2 - 0.01)
    for y in range(first, last + 1):
        reaches = [max(disc.reach(2 * y + part - disc.y, 0), 0.0) for part in (0.0, 2.0)]
        upper = disc.y > 2 * y + 1
        near, far = int(min(reaches)), int(max(reaches))
        for side in (-1, 1):
            for step in range(near, far + 1):
                x = int(disc.x + side * step)
                yield x, y, _line(far - near, step - near, side, upper=upper, closed=min(reaches) == 0)


def _line(run: int, step: int, side: int, *, upper: bool, closed: bool) -> str:
    if run == 0:
        return "│"
    if step == run:
        return ("╮" if side > 0 else "╭") if upper else ("╯" if side > 0 else "╰")
    if step == 0 and not closed:
        return ("╰" if side > 0 else "╯") if upper else ("╭" if side > 0 else "╮")
    return "─"
