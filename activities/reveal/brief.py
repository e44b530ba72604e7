"""A brief as it is shown: its question, its points one by one, those before going quiet, then page by page."""

from collections.abc import Iterator

from activities.kinds.brief import Brief, BriefPage, SmallTable
from activities.reveal import steps
from activities.reveal.step import HEADLINE, Step
from activities.reveal.total import Total


@steps.register
def _(activity: Brief, total: Total) -> tuple[Step, ...]:
    points, pages = activity.points, activity.pages
    return (
        Step(HEADLINE, words=activity.question),
        *(
            Step(
                str(number),
                place=f"point {number} of {len(points)}",
                words=point,
                quiet=points[: number - 1],
                picture=str(number),
            )
            for number, point in enumerate(points, 1)
        ),
        *(
            step
            for number, page in enumerate(pages, 1)
            for step in _page(page, page_id(number), f"page {number} of {len(pages)}")
        ),
    )


def page_id(number: int) -> str:
    """What the page of this number, from 1, is called where it is dwelt on."""
    return f"p{number}"


def _page(page: BriefPage, name: str, place: str) -> Iterator[Step]:
    """The heading alone, the points, then the picture, or the table row by row."""
    yield Step(name, place=place, words=page.heading, picture=name, group=name)
    for number, point in enumerate(page.points, 1):
        yield Step(
            f"{name}.{number}",
            place=place,
            above=page.heading,
            words=point,
            quiet=page.points[: number - 1],
            picture=name,
            group=name,
        )
    if page.picture:
        lines = tuple(page.picture.split("\n"))
        yield Step(f"{name}.drawn", place=place, above=page.heading, drawing=lines, picture=name, group=name)
    if page.table:
        yield from _rows(page.table, page.heading, name, place)


def _rows(table: SmallTable, heading: str, name: str, place: str) -> Iterator[Step]:
    for number, row in enumerate(table.rows, 1):
        told = " · ".join(f"{head}: {cell}" for head, cell in zip(table.head[1:], row[1:], strict=True))
        yield Step(
            f"{name}.row{number}",
            place=f"{place}, row {number} of {len(table.rows)}",
            above=heading,
            title=row[0],
            words=told,
            picture=name,
            group=name,
        )
