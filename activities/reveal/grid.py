"""A grid as it is revealed: where most and fewest boxes are filled, then row by row, those with most gaps first."""

from collections.abc import Sequence

from activities.kinds.grid import Grid, labels_of
from activities.kinds.grid_columns import GridColumn
from activities.kinds.grid_counts import OWN, CellSummary, GridSummary
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import counted, listed, sentence


@steps.register
def _(activity: Grid, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has filled a box yet."):
        return only
    assert isinstance(summary, GridSummary)
    told = [f"{total.who.counted(summary.participants)} filled this in.", _fullest(activity, summary), gaps(summary)]
    labels = labels_of(activity, summary)
    ordered = in_order(activity, total)
    rows = [
        step
        for number, row in enumerate(ordered, 1)
        for step in _row(activity, total, row, labels[row], f"row {number} of {len(ordered)}")
    ]
    return (headline(activity, total, *told, changed="changed a box"), *rows, *_own(summary))


def in_order(activity: Grid, total: Total) -> tuple[str, ...]:
    """The rows, those with most gaps first, as defined where equal; people's own, which stand together, last.

    Where rounds are compared, those that most have changed come first.
    """
    summary = total.summary
    if not isinstance(summary, GridSummary):
        return ()
    rows = [row for row in labels_of(activity, summary) if row != OWN]
    if (shift := total.compared) is not None:
        ordered = sorted(rows, key=lambda row: -sum(shift.parts.get(cell.part, 0) for cell in summary.row(row)))
    else:
        ordered = sorted(rows, key=lambda row: -sum(cell.is_gap for cell in summary.row(row)))
    return (*ordered, *([OWN] if summary.has_own else []))


def gaps(summary: GridSummary) -> str:
    """How many boxes nobody or too few filled, in a sentence."""
    cells = [cell for cell in summary.cells if cell.row != OWN]
    empty = [cell for cell in cells if cell.is_gap]
    if not cells:
        return ""
    if not empty:
        return "No box is empty."
    several = "is" if len(empty) == 1 else "are"
    return f"{len(empty)} of {counted(len(cells), 'box', 'boxes')} {several} empty{_or_nearly(empty)}."


def _or_nearly(cells: Sequence[CellSummary]) -> str:
    """Said of boxes of which it is not told whether anybody filled them."""
    return " or nearly so" if any(cell.withheld for cell in cells) else ""


def _fullest(activity: Grid, summary: GridSummary) -> str:
    counts = [cell for cell in summary.cells if not cell.is_gap and cell.row != OWN]
    if not counts:
        return ""
    most = max(counts, key=lambda cell: cell.n)
    if all(cell.n == most.n for cell in counts) and len(counts) > 1:
        return ""
    label = labels_of(activity, summary)[most.row]
    return sentence(f"Fullest: {label}, ‘{activity.column(most.column).brief_label}’")


def _row(activity: Grid, total: Total, row: str, label: str, place: str) -> list[Step]:
    summary = total.summary
    assert isinstance(summary, GridSummary)
    cells = summary.row(row)
    first = Step(
        row,
        place=place if row != OWN else "your own rows",
        title=label,
        short=short_label(activity, row, label),
        words=_empty(activity, cells) or _moved(total, cells),
        bars=tuple(_bar(activity, total, cell) for cell in cells if not cell.withheld),
        most=summary.participants,
        question=next(iter(activity.discuss), ""),
        picture=row,
        group=row,
    )
    return [first, *(step for cell in cells for step in _box(activity, row, first.short or label, cell))]


def short_label(activity: Grid, row: str, label: str) -> str:
    """What a row is called where there is little room."""
    return next((one.brief_label for one in activity.rows if one.id == row), label)


def _bar(activity: Grid, total: Total, cell: CellSummary) -> Bar:
    column = activity.column(cell.column)
    before = _before(total, cell)
    return Bar(column.label, cell.n, before.n if before else None, short=column.brief_label)


def _before(total: Total, cell: CellSummary) -> CellSummary | None:
    """The same box in the round before, where they are compared and it may be seen."""
    cells = total.before.cells if isinstance(total.before, GridSummary) and total.shift else ()
    return next((one for one in cells if one.part == cell.part and not one.withheld), None)


def _empty(activity: Grid, cells: Sequence[CellSummary]) -> str:
    """Which boxes of a row are gaps, in a sentence."""
    found = [cell for cell in cells if cell.is_gap]
    if not found:
        return ""
    if len(found) == len(cells):
        return f"Every box is empty{_or_nearly(found)}."
    return f"Empty{_or_nearly(found)}: {listed([activity.column(cell.column).brief_label for cell in found])}."


def _moved(total: Total, cells: Sequence[CellSummary]) -> str:
    shift = total.compared
    most = max(cells, key=lambda cell: shift.parts.get(cell.part, 0)) if shift else None
    if shift is None or most is None or not shift.parts.get(most.part):
        return ""
    return sentence(f"{shift.count(most.part)} changed a box of it")


def _box(activity: Grid, row: str, label: str, cell: CellSummary) -> list[Step]:
    """What stands in one box: how many chose what, or every answer alone."""
    column = activity.column(cell.column)
    if cell.choices:
        return [_choices(row, label, column, cell)]
    return [
        Step(
            f"{cell.part}.{number}",
            place=f"answer {number} of {len(cell.answers)}",
            above=f"{label}: {column.label}",
            words=text,
            picture=row,
            group=row,
        )
        for number, text in enumerate(cell.answers, 1)
    ]


def _choices(row: str, label: str, column: GridColumn, cell: CellSummary) -> Step:
    bars = tuple(Bar(option, cell.choices.get(option, 0)) for option in column.one_of)
    return Step(
        cell.part,
        place=label,
        title=column.label,
        short=column.brief_label,
        bars=bars,
        picture=row,
        group=row,
    )


def _own(summary: GridSummary) -> list[Step]:
    """The labels of the rows that people wrote, together: beside a box they could tell whose it is."""
    if not summary.own_rows:
        return []
    number = len(summary.own_rows)
    title = "Rows people wrote" if number > 1 else "A row somebody wrote"
    place = counted(number, "row", "rows") + " of your own"
    return [Step("own-", place=place, title=title, words=" · ".join(summary.own_rows))]
