"""What a participant has in a grid, box by box, and the rows that are theirs; the rules of filling it."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from activities.kinds.activity import Offer, Response
from activities.kinds.grid_counts import box
from activities.model import ANSWER_LIMIT, LINE_LIMIT, Day, Frozen, Written
from activities.refusal import Refused, not_too_long
from activities.typed import can_be_seen, on_one_line, short_text
from activities.typed_days import read_day

MINE, FROM = "own-", "from-"
"""How the ids begin of rows that a participant wrote, and of those that come from an earlier activity."""

TICKED = "yes"
"""What stands in a box that is ticked."""


class OwnRow(Frozen):
    """A row that is not in the definition: written here (`own-1`), or from an earlier activity (`from-` and a sign of it).

    `given` tells that it is in the workshop's words, such as a card's.
    """

    id: Annotated[str, StringConstraints(pattern=r"^(own|from)-[a-z0-9]{1,16}$")]
    label: Annotated[str, StringConstraints(min_length=1, max_length=LINE_LIMIT, pattern=r"^[^\n]*$")]
    given: bool = False

    @property
    def written_here(self) -> bool:
        """Whether its writer wrote it in this activity."""
        return self.id.startswith(MINE)

    @property
    def brief_label(self) -> str:
        """The only name it has."""
        return self.label


class GridResponse(Response):
    """What stands in the boxes, by `row.column`, as typed; the day that was read of a date; and rows of one's own."""

    kind: Literal["grid"] = "grid"
    cells: Mapping[str, Written] = Field(default_factory=dict)
    days: Mapping[str, Day] = Field(default_factory=dict)
    rows: tuple[OwnRow, ...] = Field(default=(), max_length=60)

    @property
    def begun(self) -> bool:
        """Whether anything is in a box, or a row was written."""
        return any(text.strip() for text in self.cells.values()) or any(row.written_here for row in self.rows)

    def cell(self, row: str, column: str) -> str:
        """What stands in a box; empty where nothing does."""
        return self.cells.get(box(row, column), "")

    def write(self, row: str, column: str, text: str) -> "GridResponse":
        """The box now says this. Raises Refused for more than an answer can have."""
        text = not_too_long(text, ANSWER_LIMIT)
        if not text:
            return self.empty(box(row, column))
        return self.model_copy(update={"cells": {**self.cells, box(row, column): text}})

    def empty(self, place: str) -> "GridResponse":
        """There is nothing in this box (`row.column`) any more."""
        cells = {each: text for each, text in self.cells.items() if each != place}
        days = {each: day for each, day in self.days.items() if each != place}
        return self.model_copy(update={"cells": cells, "days": days})

    def tick(self, row: str, column: str) -> "GridResponse":
        """The box is ticked, or not any more."""
        return self.empty(box(row, column)) if self.cell(row, column) else self.write(row, column, TICKED)

    def choose(self, row: str, column: str, option: str, options: Sequence[str]) -> "GridResponse":
        """The box says this option; said again, nothing. Raises Refused for one that it does not offer."""
        if option not in options:
            raise Refused(f"Choose one of: {', '.join(options)}.")
        if self.cell(row, column) == option:
            return self.empty(box(row, column))
        return self.write(row, column, option)

    def date(self, row: str, column: str, typed: str, today: date) -> "GridResponse":
        """The box says this as typed, and means a day where one can be read of it; without a year, one near today."""
        written = self.empty(box(row, column)).write(row, column, typed)
        try:
            day = read_day(typed, today)
        except Refused:
            return written
        return written.model_copy(update={"days": {**written.days, box(row, column): day}})

    def write_row(self, label: str, most: int, others: Sequence[str] = ()) -> "GridResponse":
        """One more row of the participant's own, last. Raises Refused where there can be no more, or one like it."""
        label = short_text("row", label, LINE_LIMIT)
        mine = [row for row in self.rows if row.written_here]
        if not label:
            raise Refused("Write a few words for the row first.")
        if len(mine) >= most:
            raise Refused(f"You can have {most} rows of your own, and you have them all.")
        if any(label.casefold() == other.casefold() for other in (*others, *(row.label for row in self.rows))):
            raise Refused(f"There is a row called ‘{label}’ already.")
        numbers = [int(row.id.removeprefix(MINE)) for row in mine]
        row = OwnRow(id=f"{MINE}{max(numbers, default=0) + 1}", label=label)
        return self.model_copy(update={"rows": (*self.rows, row)})

    def tear_up(self, row: str) -> "GridResponse":
        """A row that the participant wrote is gone with all that is in it. Other rows stay."""
        if not any(one.id == row and one.written_here for one in self.rows):
            return self
        return self._without_row(row)

    def _without_row(self, row: str) -> "GridResponse":
        kept = {"rows": tuple(one for one in self.rows if one.id != row)}
        bare = self.model_copy(update=kept)
        for place in (place for place in self.cells if place.partition(".")[0] == row):
            bare = bare.empty(place)
        return bare

    def taking(self, offered: Sequence[Offer], most: int) -> "GridResponse":
        """With the rows that an earlier activity offers now, `most` of them, before those written here.

        A row that is offered no more stays as long as something is in it.
        """
        wanted = {row.id: row for offer in offered if (row := _row_from(offer)) is not None}
        stale = [row for row in self.rows if not row.written_here and row.id not in wanted]
        held = [row for row in stale if any(place.partition(".")[0] == row.id for place in self.cells)]
        taken = [*list(wanted.values())[: max(most - len(held), 0)], *held]
        rows = (*taken, *(row for row in self.rows if row.written_here))
        return self if rows == self.rows else self.model_copy(update={"rows": rows})


def _row_from(offer: Offer) -> OwnRow | None:
    """The row that an offer makes, known by its words; None for a comment, and where there is nothing to be seen in it."""
    label = on_one_line(offer.text, LINE_LIMIT)
    if offer.comment or not can_be_seen(label):
        return None
    sign = sha256(" ".join(offer.text.casefold().split()).encode("utf-8", "replace")).hexdigest()[:12]
    return OwnRow(id=f"{FROM}{sign}", label=label, given=offer.given)
