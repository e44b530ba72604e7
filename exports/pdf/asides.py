"""A code in the upper right corner, with text at its left that goes on below it. All lengths are in points."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from reportlab.platypus import Flowable, PageBreak

from exports.document import Beside, Block, Fields
from exports.pdf import tables
from exports.pdf.blocks import TALLEST, Place, flowables, height_of
from exports.pdf.figures import once
from exports.pdf.furniture import Figure
from exports.pdf.paper import MM, SMALL
from exports.pdf.paragraphs import Lines, Look, Prose, Setter
from exports.pdf.pictures import code
from exports.pdf.pictures.surface import Surface, drawn

_NARROWEST = 42 * MM
"""The least width of the words under a code."""

_Set = Callable[[Place], list[Flowable]]
"""Gives what a block comes to in a column."""


@flowables.register
def _(block: Beside, place: Place) -> list[Flowable]:
    """Text goes on below the picture, between two lines of a paragraph where it must."""
    size = code.size(block.picture.text)
    aside = max(size, _NARROWEST)
    figure = Figure(once(place.setter, block.picture, drawn, Surface(size)))
    right = [figure, *place.setter.paragraphs(block.picture.caption, Look(SMALL, 2 * MM), aside)]
    narrow = replace(place, width=place.width - aside - tables.ASIDE_GAP)
    left, below = _beside(_one_by_one(block.blocks, narrow), place, narrow, height_of(right, aside))
    return [tables.beside(left, right, narrow.width, place.width), *below]


def _one_by_one(blocks: Sequence[Block], place: Place) -> Iterator[_Set]:
    """What may stand beside or below: every block, and every pair of names and what they are, all alike in width."""
    for block in blocks:
        if isinstance(block, Fields):
            names = tables.names_of(block, place.setter, place.width)
            yield from (partial(_pair, Fields((pair,)), names) for pair in block.pairs)
        else:
            yield partial(flowables, block)


def _pair(block: Fields, names: float, place: Place) -> list[Flowable]:
    return tables.field(block, place.setter, place.width, names)


def _beside(ones: Iterator[_Set], place: Place, narrow: Place, height: float) -> tuple[list[Flowable], list[Flowable]]:
    """What stands in the narrow column, as far down as `height`, and what is below it across the whole."""
    left: list[Flowable] = []
    room = height
    for one in ones:
        tried = Setter(place.setter.fonts, 0, place.setter.air, place.setter.broken, place.setter.drawings)
        here = one(replace(narrow, setter=tried))
        high = height_of([*left[-1:], *here], narrow.width) - height_of(left[-1:], narrow.width)
        parts = _parted(here, narrow.width, room) if high > room else []
        too_high = high > room and (parts or left or high > TALLEST)
        if too_high or any(isinstance(flowable, PageBreak) for flowable in here):
            if parts:
                place.setter.missing += tried.missing
            below = parts[1:] or one(place)
            return [*left, *parts[:1]], [*below, *(flowable for each in ones for flowable in each(place))]
        place.setter.missing += tried.missing
        left += here
        room -= high
    return left, []


def _parted(ones: Sequence[Flowable], width: float, room: float) -> list[Flowable]:
    """A paragraph in two, as it can go on in a wider column; nothing where it cannot be parted there."""
    if len(ones) != 1 or not isinstance(ones[0], Prose | Lines):
        return []
    parts: list[Flowable] = ones[0].split(width, room - ones[0].getSpaceBefore())
    return parts if len(parts) > 1 else []
