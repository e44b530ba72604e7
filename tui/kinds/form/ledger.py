"""The table of dated amounts on a form: a row under another, one empty at the end, and the sum against the target."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from activities.kinds.form_fields import LEDGER, LINE_MOST
from activities.kinds.form_response import FormResponse
from activities.kinds.ledger import CELLS, MOST_ENTRIES, Entry, Ledger, entry_trouble, total, typed_in
from tui.kinds.writing.line import WritingLine
from tui.widgets.lines import say

ACROSS = 30
"""Cells of the bar at most."""


def place_of(row: int, cell: str) -> str:
    """The place of a cell on the turn."""
    return f"{LEDGER} {row} {cell}"


def cell_at(place: str) -> tuple[int, str] | None:
    """The row and the cell that a place names; None for a place that is not in the table."""
    table, _, rest = place.partition(" ")
    row, _, cell = rest.partition(" ")
    return (int(row), cell) if table == LEDGER and row.isdecimal() else None


class LedgerRow(Vertical):
    """A row: when, how much, what for; under it what cannot be read."""

    DEFAULT_CSS = """
    LedgerRow { height: auto; }
    LedgerRow Horizontal { height: 1; }
    LedgerRow .day { width: 20; margin-right: 1; }
    LedgerRow .amount { width: 14; margin-right: 1; }
    LedgerRow .what { width: 1fr; }
    LedgerRow .note { height: auto; color: $late; display: none; }
    LedgerRow.-trouble .note { display: block; }
    """

    def __init__(self, number: int, entry: Entry) -> None:
        """The row with this number, from 0."""
        super().__init__()
        self.number = number
        self._entry = entry
        self._trouble = ""

    def compose(self) -> ComposeResult:
        """Three lines side by side."""
        with Horizontal():
            for cell in CELLS:
                line = WritingLine(place_of(self.number, cell), typed_in(self._entry, cell), most=LINE_MOST)
                line.add_class("-bare", cell)
                yield line
        yield Static(classes="note", markup=False)

    def show(self, entry: Entry, today: date, unit: str) -> None:
        """Say what cannot be read, once one is no longer in the row."""
        at_it = any(line.has_focus for line in self.query(WritingLine))
        self._trouble = "" if at_it else entry_trouble(entry, today, unit)
        if self.is_mounted:
            self._draw()

    def on_mount(self) -> None:
        """Its parts are there, which may be after the next letter is typed."""
        self._draw()

    def _draw(self) -> None:
        self.set_class(bool(self._trouble), "-trouble")
        say(self.query_one(".note", Static), Content(self._trouble))


class LedgerTable(Vertical):
    """Every row and an empty one, and the sum."""

    DEFAULT_CSS = """
    LedgerTable { height: auto; }
    LedgerTable #columns { height: 1; color: $quiet; }
    LedgerTable #rows { height: auto; }
    LedgerTable #sum { height: auto; margin-top: 1; text-style: bold; }
    """

    def __init__(self, ledger: Ledger, response: FormResponse) -> None:
        """With the rows of this response."""
        super().__init__()
        self._ledger = ledger
        self._response = response

    def compose(self) -> ComposeResult:
        """The names of the columns, the rows, the sum."""
        yield Static(Content(f" {'When':<20} {self._ledger.of[:12]:<14} What for"), id="columns", markup=False)
        with Vertical(id="rows"):
            for number, entry in enumerate((*self._response.entries, Entry())):
                yield LedgerRow(number, entry)
        yield Static(id="sum", markup=False)

    def show(self, response: FormResponse, today: date) -> None:
        """The rows as they stand; there is always an empty one to write in."""
        rows = list(self.query(LedgerRow))
        wanted = min(len(response.entries) + 1, MOST_ENTRIES)
        for number in range(len(rows), wanted):
            self.query_one("#rows", Vertical).mount(LedgerRow(number, Entry()))
        for row in rows:
            entry = response.entries[row.number] if row.number < len(response.entries) else Entry()
            row.show(entry, today, self._ledger.of)
        say(self.query_one("#sum", Static), self._sum(response))

    def _sum(self, response: FormResponse) -> Content:
        found = total(response.entries)
        filled = min(int(found / self._ledger.target * ACROSS), ACROSS)
        done = found >= self._ledger.target
        bar = Content.assemble(("━" * filled, "$done" if done else "$now"), ("─" * (ACROSS - filled), "$quiet"))
        sign = Content.styled("✓ " if done else "  ", "$done")
        return Content.assemble(sign, bar, "  ", self._ledger.against(found))
