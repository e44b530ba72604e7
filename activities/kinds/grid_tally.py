"""Counting what is in the boxes of filled grids."""

from collections import Counter
from collections.abc import Callable, Sequence

from activities.kinds.grid_columns import GridColumn
from activities.kinds.grid_counts import OWN, CellSummary, box
from activities.kinds.grid_response import GridResponse


class Tally:
    """The count of one box in the making: what each person has in it, one thing or, in a row of their own, several."""

    def __init__(self, row: str, column: str, options: Sequence[str]) -> None:
        """Nothing is in it yet; where there are options, they are counted, in this order."""
        self._row, self._column, self._options = row, column, options
        self._n, self._last = 0, -1
        self._texts: list[str] = []

    def add(self, person: int, text: str | None) -> None:
        """This person, by their number, has this in it (None for what the room may not see). They come in order."""
        if person != self._last:
            self._n, self._last = self._n + 1, person
        if text is not None:
            self._texts.append(text)

    def summary(self) -> CellSummary:
        """What it comes to."""
        chosen = Counter(self._texts) if self._options else Counter[str]()
        return CellSummary(
            row=self._row,
            column=self._column,
            n=self._n,
            answers=() if self._options else tuple(self._texts),
            choices={option: chosen[option] for option in self._options if chosen[option]},
        )


def count_boxes(
    columns: Sequence[GridColumn],
    responses: Sequence[GridResponse],
    rows: Sequence[str],
    shows: Callable[[GridResponse, str], bool],
) -> tuple[CellSummary, ...]:
    """How the responses fill every box of these rows; of what `shows` keeps from the room only that it is filled."""
    boxes = {box(row, one.id): (Tally(row, one.id, one.one_of), one) for row in rows for one in columns}
    for person, response in enumerate(responses):
        own = [row.id for row in response.rows if not row.given]
        theirs = {box(row, one.id): boxes[box(OWN, one.id)] for row in own for one in columns}
        days = response.days
        for place, text in response.cells.items():
            if (found := theirs.get(place) or boxes.get(place)) is None:
                continue
            tally, column = found
            if says := column.says(text, days.get(place)):
                told = column.type != "tick" and (column.type == "one_of" or shows(response, place))
                tally.add(person, says if told else None)
    return tuple(tally.summary() for tally, _ in boxes.values())
