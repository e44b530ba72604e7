"""A grid: rows by columns, each box of which is written in, ticked, chosen or dated.

The rows are the workshop's, or come from what somebody gave in an earlier activity, or are written by them here. Rows
of the last two sorts differ from person to person. What the room may see of those, and why:

- A row that stands in the workshop's file elsewhere, such as a card that they placed, is told by name where as many
  people as the smallest group have it. That fewer have it, or nobody, looks the same: it is not there.
- All others stand together in one row, for who knows whose row it is would know what is in it. A box of that row counts
  people, and what they wrote there is mixed as everywhere; which label it stood beside is not told.
- The labels of rows that were written here are words like any others. Those that come from what somebody wrote in an
  earlier activity are never shown: what was said of who sees them was said there.
- None of these rows stands beside another round.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field, field_validator, model_validator

from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Words,
    answered,
    blank,
    first_page,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
    without,
    words,
)
from activities.kinds.audience import COUNTED, SEEN_BY, Audience
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.grid_columns import GridColumn, Row
from activities.kinds.grid_counts import OWN, CellSummary, GridSummary, SharedRow, box
from activities.kinds.grid_response import GridResponse, OwnRow
from activities.kinds.grid_tally import count_boxes
from activities.kinds.small_groups import is_small, mixed, part_withheld, withheld
from activities.kinds.traces import Part, Trace, leaves_traces, traces
from activities.model import Source
from activities.told_apart import told_apart

NOT_BESIDE = "Rows of people's own are not set beside another round: it could tell whose they are."

OWN_LABEL = "Rows of your own"
"""What the row is called in which all rows of people's own stand together."""

FEW_ROWS = 6
"""Rows that somebody has from an earlier activity. An estimate."""

MOST_ROWS = 20
"""Rows of a grid at most, but for those that people write themselves."""


class Grid(Activity):
    """The rows, where more of them come from, how many a participant may write, and the columns."""

    kind: Literal["grid"] = "grid"
    rows: tuple[Row, ...] = Field(default=(), max_length=MOST_ROWS)
    rows_from: Source | None = None
    own_rows: int = Field(default=0, ge=0, le=12)
    columns: tuple[GridColumn, ...] = Field(min_length=1, max_length=6)

    _told_apart = field_validator("rows", "columns")(told_apart)

    @model_validator(mode="after")
    def _has_rows(self) -> "Grid":
        if not (self.rows or self.rows_from or self.own_rows):
            raise ValueError("there are no rows: list some under ‘rows’, or add ‘rows_from’ or ‘own_rows’")
        return self

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The earlier activities of the whole, then that which the rows come from."""
        own = ((("rows_from",), self.rows_from),) if self.rows_from else ()
        return (*super().starts_from, *own)

    def column(self, column: str) -> GridColumn:
        """The column with this id. Raises KeyError for one that is not there."""
        found = next((one for one in self.columns if one.id == column), None)
        if found is None:
            raise KeyError(column)
        return found

    @property
    def asks_for_words(self) -> bool:
        """Whether a participant writes anything."""
        return bool(self.own_rows) or any(column.in_words for column in self.columns)


def rows_of(activity: Grid, response: GridResponse) -> tuple[Row | OwnRow, ...]:
    """The rows a participant has before them: the workshop's, then those from an earlier activity, then their own."""
    return (*activity.rows, *response.rows)


def in_a_box(response: GridResponse, row: str, column: GridColumn) -> str:
    """What stands in a box, as it is shown; empty where nothing does that counts."""
    place = box(row, column.id)
    return column.says(response.cells.get(place, ""), response.days.get(place))


def filled(response: GridResponse, row: str, column: GridColumn) -> bool:
    """Whether there is anything in a box that counts: of a date, one that can be read."""
    return bool(in_a_box(response, row, column))


def asked_of(activity: Grid) -> tuple[GridColumn, ...]:
    """The columns in which a box that is left empty is still to be filled: a tick may be left out, if all is not ticks."""
    return tuple(column for column in activity.columns if column.type != "tick") or activity.columns


@effort.register
def _(activity: Grid) -> Effort:
    rows = len(activity.rows) + (FEW_ROWS if activity.rows_from else 0) + min(activity.own_rows, 2)
    read = words_in(
        activity,
        *(text for row in activity.rows for text in (row.label, row.text)),
        *(text for column in activity.columns for text in (column.label, column.hint)),
    )
    return Effort(
        read=read,
        decisions=rows * sum(column.type != "write" for column in activity.columns),
        lines=rows * sum(column.lines for column in activity.columns if column.type == "write"),
    )


@who_sees.register
def _(activity: Grid) -> str:
    if not activity.asks_for_words:
        return COUNTED
    if activity.audience is Audience.ROOM:
        return SEEN_BY[Audience.ROOM]
    own = SEEN_BY[activity.audience].replace("see this", "see what you write").replace("offers it", "offers a box")
    return f"The room sees how many filled each box. {own}"


@blank.register
def _(activity: Grid) -> GridResponse:
    return GridResponse()


@progress.register
def _(activity: Grid, response: GridResponse) -> Progress:
    rows, columns = rows_of(activity, response), asked_of(activity)
    done = sum(filled(response, row.id, column) for row in rows for column in columns)
    return Progress(done=done, of=len(rows) * len(columns) or 1)


@offers.register
def _(activity: Grid, response: GridResponse) -> tuple[Offer, ...]:
    return tuple(_offer(response, row, column) for row, column in _boxes(activity, response))


def _boxes(activity: Grid, response: GridResponse) -> Iterator[tuple[Row | OwnRow, GridColumn]]:
    for row in rows_of(activity, response):
        for column in activity.columns:
            if filled(response, row.id, column):
                yield row, column


def _offer(response: GridResponse, row: Row | OwnRow, column: GridColumn) -> Offer:
    """A box: what is in it under its row and column; a row that is ticked or sorted, under what it was ticked as."""
    text = in_a_box(response, row.id, column)
    if column.in_words:
        return Offer(heading=f"{row.label}: {column.label}", text=text)
    heading = column.label if column.type == "tick" else f"{column.label}: {text}"
    return Offer(heading=heading, text=row.label, given=isinstance(row, Row) or row.given)


@first_page.register
def _(activity: Grid, response: GridResponse) -> tuple[Offer, ...]:
    return tuple(
        Offer(heading=f"{row.brief_label}: {column.brief_label}", text=in_a_box(response, row.id, column))
        for row, column in _boxes(activity, response)
        if column.first_page
    )


@leaves_traces.register
def _(activity: Grid) -> bool:
    return any(column.first_page and column.in_words for column in activity.columns)


@traces.register
def _(activity: Grid, response: GridResponse) -> tuple[Trace, ...]:
    """What is in words, or a day, of what its writer takes home on the first page; a row that they named in its note.

    Which of several options a box says is counted alone, and is none of it.
    """
    return tuple(
        Trace(
            part=Part.PLAN,
            field=box(row.id, column.id),
            heading=f"{row.brief_label}: {column.brief_label}" if _is_shared(row) else column.label,
            text="" if column.type == "date" else in_a_box(response, row.id, column),
            note=row.label if isinstance(row, OwnRow) and row.written_here else "",
            note_field=row.id,
            day=response.days.get(box(row.id, column.id)),
            ahead=column.type == "date",
        )
        for row, column in _boxes(activity, response)
        if column.first_page and column.in_words
    )


@words.register
def _(activity: Grid, response: GridResponse) -> tuple[Words, ...]:
    labels = tuple(Words(field=row.id, heading=OWN_LABEL, text=row.label) for row in response.rows if row.written_here)
    boxes = tuple(
        Words(
            field=box(row.id, column.id),
            heading=f"{row.label if _is_shared(row) else OWN_LABEL}: {column.label}",
            text=in_a_box(response, row.id, column),
        )
        for row, column in _boxes(activity, response)
        if column.in_words
    )
    return labels + boxes


def _is_shared(row: Row | OwnRow) -> bool:
    """Whether others have the same row, in the workshop's words."""
    return isinstance(row, Row) or row.given


@without.register
def _(activity: Grid, response: GridResponse, fields: Collection[str]) -> GridResponse:
    for field in fields:
        response = response.tear_up(field) if "." not in field else response.empty(field)
    return response


@summarise.register
def _(activity: Grid, responses: Sequence[GridResponse], round_number: int = 1) -> GridSummary:
    begun = [response for response in responses if response.begun]
    shared = Counter((row.id, row.label) for one in begun for row in one.rows if row.given)
    by_label = sorted(shared, key=lambda each: (each[1].casefold(), each))
    rows = dict.fromkeys([*(row.id for row in activity.rows), *(row for row, _ in by_label), OWN])
    written = [[row for row in one.rows if row.written_here] for one in begun]
    return GridSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        cells=count_boxes(activity.columns, begun, tuple(rows), activity.shows),
        shared=tuple(SharedRow(row=row, label=label, n=shared[row, label]) for row, label in by_label),
        own_rows=tuple(
            row.label for one, rows in zip(begun, written, strict=True) for row in rows if activity.shows(one, row.id)
        ),
        writers=sum(map(bool, written)),
    )


@shown.register
def _(
    activity: Grid,
    summary: GridSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> GridSummary:
    rule = withheld(summary, smallest, expected, apart)
    told = () if apart is not None or rule.whole else summary.shared
    shared = tuple(row for row in told if not is_small(row.n, rule.smallest))
    rows = {*(row.id for row in activity.rows), *(row.row for row in shared)}
    if apart is None and any(cell.n and not is_small(cell.n, rule.smallest) for cell in summary.row(OWN)):
        rows.add(OWN)
    own = summary.own_withheld or rule.whole or (NOT_BESIDE if apart is not None else None)
    own = own or part_withheld(summary.writers, rule.smallest, "wrote a row of their own")
    changed: dict[str, object] = {
        "cells": tuple(
            cell.model_copy(update={"answers": mixed(cell.answers, cell.part)}).hold_back(rule.why(cell.part, cell.n))
            for cell in summary.cells
            if cell.row in rows
        ),
        "shared": shared,
        "own_rows": mixed(summary.own_rows, OWN),
        "withheld": rule.whole,
    }
    if own is not None and activity.own_rows:
        changed |= {"own_rows": (), "writers": 0, "own_withheld": own}
    return summary.model_copy(update=changed)


def _parts(activity: Grid) -> Iterator[tuple[str, GridColumn]]:
    """The boxes that are compared: those of the workshop's own rows."""
    return ((row.id, column) for row in activity.rows for column in activity.columns)


@answered.register
def _(activity: Grid, response: GridResponse) -> frozenset[str]:
    return frozenset(box(row, column.id) for row, column in _parts(activity) if filled(response, row, column))


@moved.register
def _(activity: Grid, before: GridResponse, after: GridResponse) -> frozenset[str]:
    return frozenset(
        box(row, column.id)
        for row, column in _parts(activity)
        if in_a_box(before, row, column) != in_a_box(after, row, column)
    )


def labels_of(activity: Grid, summary: GridSummary) -> dict[str, str]:
    """What every row of a summary is called, in its order."""
    own = {OWN: OWN_LABEL} if summary.has_own else {}
    return {row.id: row.label for row in activity.rows} | {row.row: row.label for row in summary.shared} | own


@in_words.register
def _(activity: Grid, summary: GridSummary) -> tuple[str, ...]:
    lines = []
    for row, label in labels_of(activity, summary).items():
        lines.append(label)
        for cell in summary.row(row):
            lines += [f"  {line}" for line in _box_in_words(activity.column(cell.column), cell)]
    if summary.own_rows:
        lines += ["Rows that people wrote", *(f"  - {label}" for label in summary.own_rows)]
    return (*lines, summary.own_withheld) if summary.own_withheld else tuple(lines)


def _box_in_words(column: GridColumn, cell: CellSummary) -> list[str]:
    if cell.withheld:
        return [f"{column.label}: –   {cell.withheld}"]
    chosen = ", ".join(f"{option} {count}" for option, count in cell.choices.items())
    kept = cell.kept_back if column.in_words else ""
    told = "   ".join(part for part in (f"{column.label}: {cell.n}", chosen, kept) if part)
    return [told, *(f"  - {' '.join(text.split())}" for text in cell.answers)]
