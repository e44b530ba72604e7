"""From blocks one under another to pages. Lengths are in points."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exports.pdf.blocks import Block


class Placed(NamedTuple):
    """A block and how far below the top of the column it begins."""

    block: Block
    down: float


def into_pages(blocks: Iterable[Block], room: float) -> list[list[Placed]]:
    """Lay blocks out on pages with a column of this height, keeping together what asks for it where a page allows."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for group in _groups(blocks):
        used = _place(list(group), room, pages, used)
    return pages


def into_few_pages(blocks: Sequence[Block], room: float, most: int) -> list[list[Placed]]:
    """The same with fewer lines to write on where that is what it takes to have at most so many pages.

    Lines are then given back, one a block in turn, as long as every block stays on its page. Where fewer lines do not
    help, none are taken away.
    """
    roomy = into_pages(blocks, room)
    if len(roomy) <= most:
        return roomy
    sizes = [_sizes(block) for block in blocks]
    chosen = [len(each) - 1 for each in sizes]
    pages = _of_sizes(sizes, chosen, room)
    if len(pages) > most:
        return roomy
    growing = [number for number, size in enumerate(chosen) if size]
    while growing:
        for number in tuple(growing):
            chosen[number] -= 1
            larger = _of_sizes(sizes, chosen, room)
            if list(map(len, larger)) == list(map(len, pages)):
                pages = larger
            else:
                chosen[number] += 1
                growing.remove(number)
        growing = [number for number in growing if chosen[number]]
    return pages


def _sizes(block: Block) -> list[Block]:
    """A block with all its lines, then with ever fewer."""
    sizes = [block]
    while (tighter := sizes[-1].tighter()) is not sizes[-1]:
        sizes.append(tighter)
    return sizes


def _of_sizes(sizes: Sequence[Sequence[Block]], chosen: Sequence[int], room: float) -> list[list[Placed]]:
    return into_pages([each[size] for each, size in zip(sizes, chosen, strict=True)], room)


def _groups(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    """Blocks that want to be on one page: those that keep with the next, and the next."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group


def _place(group: list[Block], room: float, pages: list[list[Placed]], used: float) -> float:
    """Put a group after what is used of the last page, or on the next; returns what is used then."""
    *leading, last = group
    start = used
    while True:
        fresh = not pages[-1]
        down = _after(leading, start, fresh)
        here = down + (0 if fresh and not leading else last.before)
        if here + last.height <= room + 0.01:
            return _put(group, pages[-1], start)
        if parts := last.split(room - here):
            _put([*leading, parts[0]], pages[-1], start)
            pages.append([])
            return _place([parts[1]], room, pages, 0.0)
        if fresh and leading:
            start = _put(leading, pages[-1], start)
            leading, group = [], [last]
            if start + last.before + min(last.height, room) > room:
                pages.append([])
                start = 0.0
            continue
        if fresh:
            raise ValueError(f"a {type(last).__name__} of {last.height:.0f} points is higher than a page of {room:.0f}")
        pages.append([])
        start = 0.0


def _after(blocks: Sequence[Block], start: float, fresh: bool) -> float:
    for number, block in enumerate(blocks):
        start += block.height + (0 if fresh and number == 0 else block.before)
    return start


def _put(blocks: Sequence[Block], page: list[Placed], down: float) -> float:
    for block in blocks:
        down += block.before if page else 0
        page.append(Placed(block, down))
        down += block.height
    return down
