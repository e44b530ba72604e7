"""A grid on paper: one's own boxes row by row, how many filled each box of the room's, and boxes to fill by hand."""

from collections.abc import Mapping, Sequence

from activities.kinds.grid import Grid, in_a_box, labels_of, rows_of
from activities.kinds.grid_columns import GridColumn, Row
from activities.kinds.grid_counts import OWN, CellSummary, GridSummary
from activities.kinds.grid_response import GridResponse, OwnRow
from exports.document import Answers, Block, Column, Fields, Heading, KeepTogether, Table, Text, strong
from exports.kinds.sections import (
    Results,
    answers_section,
    latest,
    main_points,
    named,
    named_list,
    own_section,
    room_section,
    text,
)
from exports.pictures.lattice import TOO_FEW, Lattice

TOGETHER = 6
"""So many rows of empty boxes stand in one picture, so that a page can hold it."""

FREE_ROWS = 4
"""Rows without a label on a blank form, where the rows are a participant's own."""

NARROW = 3
"""So many columns of boxes can be read side by side on paper."""

SHORT = 90
"""The letters of the longest box that is set in a table."""

MOST_GAPS = 3
"""How many gaps the top of the room sheet names."""


@own_section.register
def _(activity: Grid, given: Mapping[int, GridResponse]) -> Sequence[Block]:
    response = latest(given)
    if response is None or not response.begun:
        return _to_fill(activity, response or GridResponse())
    rows = [row for row in rows_of(activity, response) if _anything(activity, response, row)]
    if not rows:
        return _to_fill(activity, response)
    empty = [row.label for row in rows_of(activity, response) if row not in rows]
    blocks = _as_table(activity, response, rows) or _row_by_row(activity, response, rows)
    if len(given) > 1:
        blocks.append(text(_changed(activity, given[min(given)], response), "label"))
    return [*blocks, *([named_list("Still empty", empty, "label")] if empty else [])]


def _anything(activity: Grid, response: GridResponse, row: Row | OwnRow) -> bool:
    return any(response.cell(row.id, column.id).strip() for column in activity.columns)


def _says(response: GridResponse, row: str, column: GridColumn) -> str:
    """What stands in a box; a date that could not be read as it was typed."""
    return in_a_box(response, row, column) or response.cell(row, column.id).strip()


def _as_table(activity: Grid, response: GridResponse, rows: Sequence[Row | OwnRow]) -> list[Block]:
    """All of it as one table, where the columns are few and what is in them is short; else nothing."""
    cells = [[_says(response, row.id, column) for column in activity.columns] for row in rows]
    ticks = all(column.type != "write" for column in activity.columns)
    if not ticks and (len(activity.columns) > NARROW or max(len(each) for row in cells for each in row) > SHORT):
        return []
    share = 0.7 / len(activity.columns)
    columns = (Column(0.3), *(Column(share) for _ in activity.columns))
    filled = tuple((row.label, *each) for row, each in zip(rows, cells, strict=True))
    return [Table(columns, ("", *(column.label for column in activity.columns)), filled, activity.title)]


def _row_by_row(activity: Grid, response: GridResponse, rows: Sequence[Row | OwnRow]) -> list[Block]:
    blocks: list[Block] = []
    for row in rows:
        pairs = tuple((column.label, says) for column in activity.columns if (says := _says(response, row.id, column)))
        blocks += [Heading(row.label, 2), Fields(pairs)]
    return blocks


def _changed(activity: Grid, first: GridResponse, last: GridResponse) -> str:
    """In how many boxes something else stands than in the first round."""
    rows = {row.id for response in (first, last) for row in rows_of(activity, response)}
    changed = sum(_says(first, row, column) != _says(last, row, column) for row in rows for column in activity.columns)
    if not changed:
        return "After the discussion you left every box as it was."
    return f"After the discussion you changed {changed} {'box' if changed == 1 else 'boxes'}."


def _to_fill(activity: Grid, response: GridResponse) -> list[Block]:
    """Empty boxes with room to write, a few rows to a picture; rows to name oneself where there are such."""
    rows = [row.label for row in rows_of(activity, response)]
    free = FREE_ROWS if activity.rows_from and not response.rows else 0
    rows += [""] * (free + min(activity.own_rows, FREE_ROWS - free))
    heads = tuple(_head(column) for column in activity.columns)
    lines = tuple(column.lines for column in activity.columns)
    parts = [tuple(rows[start : start + TOGETHER]) for start in range(0, len(rows), TOGETHER)]
    pictures = [Lattice(part, heads, lines=lines) for part in parts]
    hints = [named(column.label, column.hint, "label") for column in activity.columns if column.hint]
    first = KeepTogether((*hints, pictures[0]))
    return [first, *pictures[1:]]


def _head(column: GridColumn) -> str:
    """What a column asks for, as it is asked by hand."""
    if column.type == "tick":
        return f"{column.brief_label} ✓"
    return f"{column.brief_label}: {' / '.join(column.one_of)}" if column.one_of else column.brief_label


@room_section.register
def _(activity: Grid, found: Results[GridSummary]) -> Sequence[Block]:
    told = found.told
    labels = {row: label for row, label in labels_of(activity, told).items() if told.row(row)}
    counts = tuple(tuple(None if cell.withheld else cell.n for cell in told.row(row)) for row in labels)
    said = f"{found.when(told.round)}{told.participants} filled this in. Each box says how many filled it."
    if any(cell.withheld for cell in told.cells):
        said += f" {TOO_FEW}: too few to tell, or none."
    columns = tuple(column.label for column in activity.columns)
    blocks: list[Block] = [
        text(said, "label", leads=True),
        Lattice(tuple(labels.values()), columns, counts, told.participants),
    ]
    for column in activity.columns:
        if column.type == "one_of":
            blocks += _chosen(column, labels, told)
    if found.shift:
        blocks.append(text(f"{found.shift.count().capitalize()} who filled it both times changed a box."))
    if told.own_withheld:
        blocks.append(named("Rows people wrote themselves", told.own_withheld))
    elif told.own_rows:
        blocks.append(named_list("Rows people wrote themselves", told.own_rows))
    return blocks


def _chosen(column: GridColumn, labels: Mapping[str, str], told: GridSummary) -> list[Block]:
    """How many chose each option, row by row."""
    rows = []
    for row, label in labels.items():
        cell = next(one for one in told.row(row) if one.column == column.id)
        figures = ["" if cell.withheld else str(cell.choices.get(option, 0) or "·") for option in column.one_of]
        rows.append((label, *figures))
    share = 0.6 / len(column.one_of)
    columns = (Column(0.4), *(Column(share, figures=True) for _ in column.one_of))
    return [Heading(column.label, 2), Table(columns, ("", *column.one_of), tuple(rows), column.label)]


@answers_section.register
def _(activity: Grid, found: Results[GridSummary]) -> Sequence[Block]:
    blocks: list[Block] = []
    for row, label in labels_of(activity, found.told).items():
        cells = [cell for cell in found.told.row(row) if activity.column(cell.column).in_words and not cell.withheld]
        told = [cell for cell in cells if cell.n]
        if told:
            blocks += [Heading(label, 3), *(block for cell in told for block in _answers(activity, cell))]
    return blocks


def _answers(activity: Grid, cell: CellSummary) -> list[Block]:
    column = activity.column(cell.column)
    blocks: list[Block] = [Text(strong(column.label), "label", leads=bool(cell.answers or cell.kept_back))]
    if cell.answers:
        blocks.append(Answers(cell.answers))
    return [*blocks, *([text(cell.kept_back, "quiet")] if cell.kept_back else [])]


@main_points.register
def _(activity: Grid, summary: GridSummary) -> Sequence[str]:
    labels = labels_of(activity, summary)
    cells = [cell for cell in summary.cells if cell.row != OWN]
    empty = [cell for cell in cells if cell.is_gap]
    if not cells:
        return []
    if not empty:
        return ["Every box is filled by somebody."]
    named_gaps = "; ".join(
        f"{labels[cell.row]}: {activity.column(cell.column).brief_label}" for cell in empty[:MOST_GAPS]
    )
    more = f", and {len(empty) - MOST_GAPS} more" if len(empty) > MOST_GAPS else ""
    return [f"Filled by few or nobody: {named_gaps}{more}."]
