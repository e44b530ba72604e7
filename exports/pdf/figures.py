"""What stands on the page for pictures. All lengths are in points."""

from reportlab.platypus import Flowable

from exports.document import Code, Picture, Run, Venn
from exports.pdf import tables
from exports.pdf.blocks import TALLEST, Place, flowables, leading
from exports.pdf.furniture import Figure
from exports.pdf.paper import BODY, MM, SMALL
from exports.pdf.paragraphs import Look
from exports.pdf.pictures import code, venn
from exports.pdf.pictures.surface import NotDrawn, Surface, drawn, lettering


@flowables.register
def _(block: Picture, place: Place) -> list[Flowable]:
    try:
        drawing = drawn(block, place.surface)
    except NotDrawn:
        return flowables(block.table, place)
    if drawing.height > TALLEST:
        return flowables(block.table, place)
    place.setter.count(lettering(block))
    return [Figure(drawing, 1.5 * MM)]


@flowables.register
def _(block: Venn, place: Place) -> list[Flowable]:
    board = venn.arranged(block, place.surface)
    drawing = venn.on_paper(block, place.surface, board, with_key=False)
    place.setter.count(block.circles if board.key else lettering(block))
    found: list[Flowable] = [Figure(drawing, 3.5 * MM)]
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
    drawing = drawn(block, Surface(size))
    caption = place.setter.paragraphs(block.caption, Look(SMALL, 2 * MM), place.width)
    return [*leading([Figure(drawing, 1.5 * MM)]), *caption]
