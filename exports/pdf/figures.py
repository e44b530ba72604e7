"""What stands on the page for pictures. All lengths are in points."""

from collections.abc import Callable
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable

from exports.document import Code, Picture, Run
from exports.pdf import tables
from exports.pdf.blocks import TALLEST, Place, flowables, leading
from exports.pdf.furniture import Figure
from exports.pdf.paper import BODY, MM, SMALL
from exports.pdf.paragraphs import Look, Setter
from exports.pdf.pictures import code
from exports.pdf.pictures.cards import Board, arranged, on_paper
from exports.pdf.pictures.surface import NotDrawn, Surface, drawn, lettering
from exports.pictures.rings import Rings
from exports.pictures.sorted_cards import SortedCards
from exports.pictures.venn import Venn


@flowables.register
def _(block: Picture, place: Place) -> list[Flowable]:
    try:
        drawing = once(place.setter, block, drawn, place.surface)
    except NotDrawn:
        return flowables(block.table, place)
    if drawing.height > TALLEST:
        return flowables(block.table, place)
    place.setter.count(lettering(block))
    return [Figure(drawing, 1.5 * MM * place.setter.air)]


def once(setter: Setter, picture: Picture, draw: Callable[..., Any], *how: Any) -> Any:
    """What is drawn of a picture, the first time; the same later."""
    key = (picture, how)
    if key not in setter.drawings:
        setter.drawings[key] = draw(picture, *how)
    return setter.drawings[key]


def _board(picture: SortedCards, surface: Surface) -> tuple[Board, Drawing]:
    board = arranged(picture, surface)
    return board, on_paper(picture, surface, board, with_key=False)


@flowables.register(Venn)
@flowables.register(Rings)
def _(block: Venn | Rings, place: Place) -> list[Flowable]:
    board, drawing = once(place.setter, block, _board, place.surface)
    place.setter.count(block.names if board.key else lettering(block))
    found: list[Flowable] = [Figure(drawing, 3.5 * MM * place.setter.air)]
    for name, entries in board.key:
        found += leading(place.setter.paragraphs((Run(name, "bold"),), Look(BODY, 3 * MM), place.width))
        half = tables.half_of(place.width)
        rows = [
            place.setter.paragraphs((Run(f"{number} ", "bold"), Run(label)), Look(BODY), half)
            for number, label in entries
        ]
        found += tables.two_columns(rows, place.width)
    return found


@flowables.register
def _(block: Code, place: Place) -> list[Flowable]:
    size = code.size(block.text)
    drawing = once(place.setter, block, drawn, Surface(size))
    caption = place.setter.paragraphs(block.caption, Look(SMALL, 2 * MM), place.width)
    return [*leading([Figure(drawing, 1.5 * MM)]), *caption]
