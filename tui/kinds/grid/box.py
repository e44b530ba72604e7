"""The box of a grid that is in hand: what it is, what helps, and where one writes, ticks or chooses."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from activities.kinds.grid import in_a_box
from activities.kinds.grid_columns import GridColumn, Row
from activities.kinds.grid_counts import box
from activities.kinds.grid_response import GridResponse, OwnRow
from tui.kinds.writing.area import WritingArea
from tui.widgets.options import Options

HOW_TO_DATE = "Write a day, such as 3 Feb or 03/02/2027."


class BoxInHand(Vertical):
    """Its row and column over an area to write in, or over the options. With `-row` its row stands above it already."""

    DEFAULT_CSS = """
    BoxInHand {
        width: 100%;
        padding: 0 2;
        border-top: solid $panel;
        & #about { height: 1; }
        & #where { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & #count { width: 20; text-align: right; color: $quiet; }
        & #asks { height: 1; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis; }
        & WritingArea { height: 1fr; min-height: 3; max-width: 110; }
        & Options { padding: 1 1; }
        &.-row { border-top: none; max-height: 14; }
        &.-row Options { padding: 0 2; }
        &.-tiny #asks { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """What it is, what helps, and both ways to fill it."""
        with Horizontal(id="about"):
            yield Static(id="where", markup=False)
            yield Static(id="count", markup=False)
        yield Static(id="asks", markup=False)
        yield WritingArea("")
        yield Options()

    def show(self, response: GridResponse, row: Row | OwnRow | None, column: GridColumn, count: str) -> None:
        """Show this box as it stands, and how many are filled; None where there is no row yet."""
        area, options = self.query_one(WritingArea), self.query_one(Options)
        if row is None:
            self._say("#where", Content.styled("There is no row yet.", "bold"))
            self._say("#asks", Content("Ctrl+N writes one."))
            area.display = options.display = False
            return
        whose = () if self.has_class("-row") else ((row.label, "bold"), "  ")
        self._say("#where", Content.assemble(*whose, (column.label, "bold $now")))
        self._say("#count", Content(count))
        self._say("#asks", _asks(response, row, column))
        area.display, options.display = column.in_words, not column.in_words
        said = response.cell(row.id, column.id)
        if column.in_words:
            area.place = box(row.id, column.id)
            area.put(said)
        elif column.type == "tick":
            options.show(("yes",), 0 if said else None, numbered=False)
        else:
            options.show(column.one_of, column.one_of.index(said) if said in column.one_of else None)

    def _say(self, where: str, words: Content) -> None:
        """Say this in a line of its own, which takes no other room for it."""
        self.query_one(where, Static).update(words, layout=False)


def _asks(response: GridResponse, row: Row | OwnRow, column: GridColumn) -> Content:
    """What helps with a box: of a date, which day was read."""
    typed = response.cell(row.id, column.id).strip()
    if column.type == "date" and typed:
        day = in_a_box(response, row.id, column)
        return Content.styled(f"→ {day}", "$done") if day else Content.styled(HOW_TO_DATE, "$late")
    about = row.text if isinstance(row, Row) else None
    plainly = {"date": HOW_TO_DATE, "tick": "Space ticks it.", "one_of": "Choose one."}
    return Content(column.hint or about or plainly.get(column.type, ""))
