"""A small table of dated amounts with their sum against a target: days of release, lessons observed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pydantic import Field, field_validator

from activities.kinds.form_fields import LINE_MOST, read_number, shown_number
from activities.model import Day, Definition, Frozen, Label, Line, Written
from activities.refusal import Refused, not_too_long
from activities.typed import quoted
from activities.typed_days import read_day

MOST_ENTRIES = 40
"""Rows that a table can have."""


class Ledger(Definition):
    """What is counted (`of`), and how much of it there is to be. `label` asks for it."""

    of: Label
    target: Decimal = Field(gt=0, le=1_000_000, allow_inf_nan=False)
    label: Line = "When, how much, and what for"

    @field_validator("target", mode="before")
    @classmethod
    def _in_figures(cls, target: object) -> object:
        if isinstance(target, str):
            try:
                return read_number(target)
            except Refused:
                raise ValueError(f"‘target’ must be a number, not {quoted(target)}: write it in figures") from None
        return target

    def against(self, total: Decimal) -> str:
        """A sum against the target in words: `3.5 of 5 days, 1.5 to go`."""
        left = self.target - total
        rest = f"{shown_number(left)} to go" if left > 0 else "reached" if left == 0 else f"{shown_number(-left)} more"
        return f"{shown_number(total)} of {shown_number(self.target)} {self.of}, {rest}"


class Entry(Frozen):
    """One row, as typed, with the day and the amount that were read from it."""

    day_typed: Written = ""
    amount_typed: Written = ""
    what: Written = ""
    day: Day | None = None
    amount: Decimal | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is typed in it."""
        return not (self.day_typed.strip() or self.amount_typed.strip() or self.what.strip())

    @property
    def counts(self) -> bool:
        """Whether it is in the sum: its amount can be read."""
        return self.amount is not None


CELLS = ("day", "amount", "what")
"""The cells of a row, from left to right."""


def typed_in(entry: Entry, cell: str) -> str:
    """What is typed in a cell."""
    return {"day": entry.day_typed, "amount": entry.amount_typed, "what": entry.what}[cell]


def write_cell(entries: Sequence[Entry], row: int, cell: str, typed: str, today: date, unit: str) -> tuple[Entry, ...]:
    """The rows with this typed in a cell; a row past the last one is new. Empty rows at the end go.

    Raises Refused for too long a text and for too many rows.
    """
    typed = not_too_long(" ".join(typed.splitlines()), LINE_MOST)
    rows = list(entries)
    while len(rows) <= row:
        rows.append(Entry())
    if len(rows) > MOST_ENTRIES and typed.strip():
        raise Refused(f"All {MOST_ENTRIES} rows are used: put several days into one.")
    rows[row] = _changed(rows[row], cell, typed, today, unit)
    while rows and rows[-1].empty:
        rows.pop()
    return tuple(rows)


def _changed(entry: Entry, cell: str, typed: str, today: date, unit: str) -> Entry:
    if cell == "what":
        return entry.model_copy(update={"what": typed})
    try:
        found: date | Decimal | None = read_day(typed, today) if cell == "day" else read_amount(typed, unit)
    except Refused:
        found = None
    return entry.model_copy(update={f"{cell}_typed": typed, cell: found})


def read_amount(typed: str, unit: str) -> Decimal:
    """An amount of nothing or more. Raises Refused."""
    amount = read_number(typed, unit)
    if amount < 0:
        raise Refused("An amount cannot be below nothing.")
    return amount


def total(entries: Sequence[Entry]) -> Decimal:
    """The sum of the amounts that can be read, exactly."""
    return sum((entry.amount for entry in entries if entry.amount is not None), Decimal(0))


def entry_trouble(entry: Entry, today: date, unit: str) -> str:
    """What in a row cannot be read, and what to do; empty where all can."""
    for cell, read in (
        ("day", lambda typed: read_day(typed, today)),
        ("amount", lambda typed: read_amount(typed, unit)),
    ):
        typed = typed_in(entry, cell)
        if typed.strip():
            try:
                read(typed)
            except Refused as refused:
                return str(refused)
    if not entry.empty and entry.amount is None:
        return "How much? Without an amount this row is not in the sum."
    return ""
