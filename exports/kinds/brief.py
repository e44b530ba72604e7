"""A brief on paper: its pages, which people take home; the points that were talked to on the room sheet alone."""

from collections.abc import Mapping, Sequence

from activities.kinds.activity import Response
from activities.kinds.brief import Brief, BriefPage, SmallTable
from exports.document import Block, Column, Heading, Points, Table, plain
from exports.kinds.sections import own_section, room_section
from exports.pictures.diagram import Diagram


@own_section.register
def _(activity: Brief, given: Mapping[int, Response]) -> Sequence[Block]:
    return _pages(activity)


@room_section.register
def _(activity: Brief, found: None) -> Sequence[Block]:
    return [*_points(activity.points), *_pages(activity)]


def _pages(activity: Brief) -> list[Block]:
    return [block for page in activity.pages for block in _page(page)]


def _page(page: BriefPage) -> list[Block]:
    blocks: list[Block] = [Heading(page.heading, 2), *_points(page.points)]
    if page.picture:
        blocks.append(Diagram(tuple(page.picture.split("\n")), page.heading))
    if page.table:
        blocks.append(_table(page.table, page.heading))
    return blocks


def _points(points: Sequence[str]) -> list[Block]:
    return [Points(tuple(plain(point) for point in points))] if points else []


def _table(table: SmallTable, heading: str) -> Table:
    return Table(tuple(Column(1.0) for _ in table.head), table.head, table.rows, heading)
