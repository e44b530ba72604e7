"""A document: pages with a foot on every one, written as PDF."""

from collections.abc import Sequence
from typing import Any, BinaryIO

from exports.pdf.blocks import Block, text
from exports.pdf.flow import Placed, into_few_pages, into_pages
from exports.pdf.lettering import MISSING
from exports.pdf.lines import set_text
from exports.pdf.paper import COLUMN, FOOT, HAIR, MM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, SMALL, TOP
from exports.pdf.pen import Pen

_PAGE_NUMBER = 30 * MM
_FOOT_GAP = 5 * MM


def write_pdf(
    target: BinaryIO,
    blocks: Sequence[Block],
    *,
    title: str,
    foot: str,
    closing: Sequence[Block] = (),
    most: int | None = None,
) -> None:
    """Write the blocks as an A4 document in British English; equal input gives equal bytes.

    The foot stands on every page beside "Page x of y". Writing lines are fewer where that keeps the document to `most`
    pages. `closing` stands at the end if it needs no further page. Where characters could not be printed, a last line
    says so.
    """
    footing = set_text(foot, SMALL, COLUMN - _PAGE_NUMBER)
    foot_height = len(footing.lines) * SMALL.leading
    room = PAGE_HEIGHT - TOP - FOOT - foot_height - _FOOT_GAP
    pages = _pages([*blocks, *_confession(blocks)], room, most)
    if closing:
        whole = [*blocks, *closing]
        longer = _pages([*whole, *_confession(whole)], room, most)
        pages = longer if len(longer) == len(pages) else pages
    canvas = _canvas(target, title)
    pen = Pen(canvas)
    top = FOOT + foot_height
    for number, page in enumerate(pages, start=1):
        for block, down in page:
            block.draw(pen, SIDE, PAGE_HEIGHT - TOP - down)
        pen.stroke(HAIR, 0.5)
        pen.line(SIDE, top + 1.5 * MM, PAGE_WIDTH - SIDE, top + 1.5 * MM)
        pen.lines(footing.lines, SMALL, SIDE, top)
        page_of = set_text(f"Page {number} of {len(pages)}", SMALL, _PAGE_NUMBER)
        pen.right(page_of.lines, SMALL, PAGE_WIDTH - SIDE, top)
        pen.end_page()
    canvas.save()


def _pages(blocks: Sequence[Block], room: float, most: int | None) -> list[list[Placed]]:
    return into_few_pages(blocks, room, most) if most else into_pages(blocks, room)


def _confession(blocks: Sequence[Block]) -> list[Block]:
    """The line that says how many characters could not be printed."""
    missing = sum(block.missing for block in blocks)
    if not missing:
        return []
    words = (
        "1 character could not be printed. It stands"
        if missing == 1
        else (f"{missing:,} characters could not be printed. Each stands")
    )
    return [text(f"{words} as {MISSING} above: these pages have no letter for it.", SMALL, before=6 * MM)]


def _canvas(target: BinaryIO, title: str) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, lang="en-GB")
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("flipchart")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas
