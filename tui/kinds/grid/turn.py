"""A participant's turn at a grid: the table, and under it the box in hand."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.events import Resize

from activities.days import short_day
from activities.kinds.activity import Offer, Response, progress
from activities.kinds.grid import MOST_ROWS, Grid, in_a_box, rows_of
from activities.kinds.grid_columns import GridColumn, Row
from activities.kinds.grid_counts import box
from activities.kinds.grid_response import GridResponse, OwnRow
from activities.model import LINE_LIMIT
from tui.kinds.card_sort.deck_card import WriteCard
from tui.kinds.grid.board import HEAD, GridBoard
from tui.kinds.grid.box import BoxInHand
from tui.kinds.grid.keys import HELP, KEYS
from tui.kinds.grid.look import TICK, BoardRow, Look
from tui.kinds.today import today
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.turn import WritingTurn, still_empty
from tui.widgets.options import Options

SHORTEST_TABLE = 24
"""The height, in cells, under which one row is shown at a time."""

LOWEST_BOX, HIGHEST_BOX = 8, 12
"""The rows that the box in hand has under the table: as many as leave every row of the table a line of air."""


class GridTurn(WritingTurn, inherit_bindings=False):
    """The table one moves in with arrows; the box in hand opens below. Where there is little room, a row at a time."""

    BINDINGS = KEYS
    HELP = HELP

    DEFAULT_CSS = """
    GridTurn {
        layout: vertical;
        & GridBoard { margin: 1 2 0 2; }
        &.-row GridBoard { margin: 0 2; }
    }
    """

    def __init__(self, activity: Grid, response: GridResponse, offered: Sequence[Offer] = ()) -> None:
        """Go on with what is filled, with the rows that an earlier activity offers, at the first box that is empty."""
        super().__init__(activity, response)
        self._activity = activity
        self._offered = tuple(offered)
        self._row = self._column = 0

    @property
    def response(self) -> GridResponse:
        """What is filled as it stands, with the rows that there are now."""
        found = super().response
        assert isinstance(found, GridResponse)
        return found.taking(self._offered, MOST_ROWS - len(self._activity.rows)) if self._offered else found

    @property
    def rows(self) -> tuple[Row | OwnRow, ...]:
        """The rows there are."""
        return rows_of(self._activity, self.response)

    @property
    def row(self) -> Row | OwnRow | None:
        """The row in hand; None where there is no row yet."""
        rows = self.rows
        return rows[min(self._row, len(rows) - 1)] if rows else None

    @property
    def column(self) -> GridColumn:
        """The column in hand."""
        return self._activity.columns[self._column]

    @property
    def place(self) -> str:
        """The box in hand, as a response calls it."""
        return box(self.row.id, self.column.id) if self.row else ""

    @property
    def field_in_hand(self) -> str | None:
        """The box in hand where somebody's words stand in it."""
        return self.place if self.row and self.column.in_words else None

    def compose(self) -> ComposeResult:
        """The table, and the box in hand under it."""
        yield GridBoard(self._typed)
        yield BoxInHand()

    def on_mount(self) -> None:
        """The first box that is empty is in hand."""
        left = [
            (number, at)
            for number, row in enumerate(self.rows)
            for at, column in enumerate(self._activity.columns)
            if not in_a_box(self.response, row.id, column)
        ]
        if any(in_a_box(self.response, row.id, column) for row in self.rows for column in self._activity.columns):
            self._row, self._column = left[0] if left else (0, 0)
        self.redraw()
        self.focus()

    @on(Resize)
    def _lay_out(self, event: Resize) -> None:
        """As a table where it fits, else a row at a time."""
        board, box_in_hand = self.query_one(GridBoard), self.query_one(BoxInHand)
        columns = len(self._activity.columns)
        by_row = event.size.height < SHORTEST_TABLE or not board.fits(columns, event.size.width - 4)
        self.set_class(by_row, "-row")
        box_in_hand.set_class(by_row, "-row")
        box_in_hand.set_class(event.size.height < board.least_height(columns) + LOWEST_BOX - 1, "-tiny")
        board.set_class(by_row, "-row")
        board.styles.height = board.least_height(columns) if by_row else "1fr"
        calm = event.size.height - 1 - HEAD - 2 * len(self.rows)
        box_in_hand.styles.height = "1fr" if by_row else min(max(calm, LOWEST_BOX), HIGHEST_BOX)
        box_in_hand.styles.margin = (int(event.size.height >= board.least_height(columns) + LOWEST_BOX), 0, 0, 0)
        self.redraw()

    def first_place(self) -> GridBoard:
        """The table."""
        return self.query_one(GridBoard)

    # Drawing

    def redraw(self) -> None:
        """Show the table as it stands, and the box in hand."""
        rows, columns = self.rows, self._activity.columns
        self._row = min(self._row, max(len(rows) - 1, 0))
        board = self.query_one(GridBoard)
        board.show(
            Look(
                tuple((column.label, column.brief_label) for column in columns),
                tuple(
                    BoardRow(row.id, row.label, tuple(self._shown(row, column) for column in columns)) for row in rows
                ),
                (self._row, self._column),
            )
        )
        found = progress(self._activity, self.response)
        self.query_one(BoxInHand).show(self.response, self.row, self.column, f"{found.done} of {found.of} filled")

    def _shown(self, row: Row | OwnRow, column: GridColumn) -> str:
        """What stands in a box on the table: of a date that cannot be read, what was typed with a question mark."""
        says = in_a_box(self.response, row.id, column)
        if column.type == "tick":
            return TICK if says else ""
        if column.type == "date":
            typed, day = self.response.cell(row.id, column.id).strip(), self.response.days.get(box(row.id, column.id))
            return short_day(day) if day else f"{typed} ?" if typed else ""
        return says

    def unfinished(self) -> str | None:
        """How many boxes are still empty."""
        unread = sum(
            column.type == "date" and bool(self.response.cell(row.id, column.id).strip())
            and not in_a_box(self.response, row.id, column)
            for row in self.rows
            for column in self._activity.columns
        )  # fmt: skip
        left = still_empty(progress(self._activity, self.response), "box is still empty", "boxes are still empty")
        if not unread or left is None:
            return left
        return f"{left} {'One has a date' if unread == 1 else f'{unread} have dates'} that cannot be read."

    # Writing

    def written(self, place: str) -> str:
        """What stands in a box."""
        return self.response.cells.get(place, "")

    def writing(self, place: str, text: str) -> Response:
        """The response with this in a box."""
        row, _, name = place.partition(".")
        if self._activity.column(name).type == "date":
            return self.response.date(row, name, text, today(self.app))
        return self.response.write(row, name, text)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The first box in which two responses differ."""
        if not isinstance(before, GridResponse) or not isinstance(after, GridResponse):
            return None
        places = [*before.cells, *after.cells]
        return next((place for place in places if before.cells.get(place) != after.cells.get(place)), None)

    def go_to(self, place: str) -> None:
        """Take a box in hand."""
        row, _, name = place.partition(".")
        rows, columns = [one.id for one in self.rows], [one.id for one in self._activity.columns]
        if row in rows and name in columns:
            self._take(rows.index(row), columns.index(name))

    def _typed(self, letter: str) -> None:
        """A letter was typed on the table: write it, choose by it, or tick."""
        if self.row is None:
            return
        column = self.column
        if column.in_words:
            area = self._write()
            area.insert(letter)
        elif column.type == "tick":
            if letter in " xX":
                self._tick()
        elif letter.isdecimal() and 1 <= int(letter) <= len(column.one_of):
            self._choose(int(letter) - 1)
        elif letter == " ":
            said = self.response.cell(self.row.id, column.id)
            self._choose((column.one_of.index(said) + 1) % len(column.one_of) if said in column.one_of else 0)

    def _write(self) -> WritingArea:
        area = self.query_one(WritingArea)
        area.focus()
        area.move_cursor(area.document.end)
        return area

    def _tick(self) -> None:
        if self.row is not None:
            self.end_run()
            self.change(self.response.tick(self.row.id, self.column.id))

    def _choose(self, number: int) -> None:
        if self.row is not None:
            self.end_run()
            options = self.column.one_of
            self.change(self.response.choose(self.row.id, self.column.id, options[number], options))

    @on(Options.Chosen)
    def _clicked(self, event: Options.Chosen) -> None:
        event.stop()
        if self.column.type == "tick":
            self._tick()
        else:
            self._choose(event.number)

    @on(GridBoard.Picked)
    def _pick(self, event: GridBoard.Picked) -> None:
        event.stop()
        again = (event.row, event.column) == (self._row, self._column)
        self._take(event.row, event.column)
        if again and self.column.type == "tick":
            self._tick()
        elif again and self.column.in_words:
            self._write()
        else:
            self.query_one(GridBoard).focus()

    # Moving

    def _take(self, row: int, column: int) -> None:
        """This box is in hand now."""
        self.end_run()
        before = self.column
        self._row = min(max(row, 0), max(len(self.rows) - 1, 0))
        self._column = min(max(column, 0), len(self._activity.columns) - 1)
        if before.in_words and not self.column.in_words and isinstance(self.screen.focused, WritingArea):
            self.query_one(GridBoard).focus()
        self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        writes = self.is_mounted and isinstance(self.screen.focused, WritingArea)
        match action:
            case "write":
                return not writes and self.row is not None
            case "table":
                return writes
            case "new_row":
                return self._activity.own_rows > 0
            case "move" | "empty":
                return not writes
        return super().check_action(action, parameters)

    def action_move(self, rows: int, columns: int) -> None:
        """To another box: on a small screen the boxes of a row stand one under another."""
        if self.has_class("-row"):
            rows, columns = columns, rows
        self._take(self._row + rows, self._column + columns)

    def action_on(self, by: int) -> None:
        """On to the next box, or back to the one before, and from row to row; from the writing on with the writing."""
        columns = len(self._activity.columns)
        at = self._row * columns + self._column + by
        if 0 <= at < len(self.rows) * columns:
            writing = isinstance(self.screen.focused, WritingArea)
            self._take(*divmod(at, columns))
            if writing and self.column.in_words:
                self._write()

    def action_row(self, by: int) -> None:
        """On to another row, in the same column."""
        self._take(self._row + by, self._column)

    def action_write(self) -> None:
        """Write in the box in hand; tick it, or choose the next option."""
        if self.column.in_words:
            self._write()
        else:
            self._typed(" ")

    def action_table(self) -> None:
        """From the writing back to the table."""
        self.end_run()
        self.query_one(GridBoard).focus()

    def action_empty(self) -> None:
        """Nothing is in the box any more; a row of one's own in which nothing is goes."""
        row = self.row
        if row is None:
            return
        self.end_run()
        if self.response.cell(row.id, self.column.id):
            self.change(self.response.empty(self.place))
        elif not any(self.response.cell(row.id, column.id) for column in self._activity.columns):
            torn = self.response.tear_up(row.id)
            if torn != self.response:
                self.change(torn)
                self.notify(f"Taken out: ‘{row.label}’. Ctrl+Z brings it back.", markup=False)

    def action_new_row(self) -> None:
        """Write a row of one's own."""
        others = [row.label for row in self._activity.rows]

        def written(label: str) -> GridResponse:
            return self.response.write_row(label, self._activity.own_rows, others)

        def add(label: str | None) -> None:
            if label is not None:
                self.change(written(label))
                self._take(len(self.rows) - 1, 0)
                self.query_one(GridBoard).focus()

        self.app.push_screen(
            WriteCard(written, asks="What is your new row about?", puts="add the row", most=LINE_LIMIT), add
        )
