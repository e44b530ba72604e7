"""A grid before the day: most boxes are filled in."""

from datetime import timedelta

from activities.kinds.grid import Grid
from activities.kinds.grid_columns import GridColumn
from activities.kinds.grid_response import GridResponse
from activities.preview import Hand, called, gives

FILLED = 0.8
"""How many of the boxes are filled in. A round number."""

MOST_TAKEN = 4
"""The most rows that somebody takes over from earlier work: as many as can be filled in a few minutes."""


@called.register
def _(activity: Grid) -> str:
    return "a table to fill in"


@gives.register
def _(activity: Grid, response: GridResponse, by: Hand) -> GridResponse:
    if activity.rows_from is not None:
        response = response.taking(by.offers.get(activity.rows_from, ()), MOST_TAKEN)
    if activity.own_rows and not any(row.written_here for row in response.rows):
        response = response.write_row(by.line("row"), activity.own_rows)
    for row in [*(row.id for row in activity.rows), *(row.id for row in response.rows)]:
        for column in activity.columns:
            if by.chance.random() < FILLED and not response.cell(row, column.id):
                response = _filled(response, row, column, by)
    return response


def _filled(response: GridResponse, row: str, column: GridColumn, by: Hand) -> GridResponse:
    """With something in this box."""
    match column.type:
        case "tick":
            return response.tick(row, column.id)
        case "one_of":
            return response.choose(row, column.id, by.lean(column.one_of, f"{row} {column.id}"), column.one_of)
        case "date":
            day = by.today + timedelta(weeks=by.chance.randint(1, 10))
            return response.date(row, column.id, day.isoformat(), by.today)
        case _:
            return response.write(row, column.id, by.line())
