"""The board of a grid: a table one moves in, or, where there is little room, one row at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.kinds.card_sort.chips import cut, plain, width_of
from tui.kinds.card_sort.pieces import HAND_MARK, style
from tui.kinds.grid.look import EMPTY, TICK, Look, fill, head_of, in_lines, strip_of
from tui.palette import Palette, palette_of

LEAST = 11
"""The least width of a column, in cells, that can be read in a table."""

GAP = 2
"""Cells between columns; the mark of the box in hand stands in them."""

HEAD = 3
"""Rows of the table's head: two of names and a line."""

LABELS = 0.25
"""The share of the width that the rows' labels take at most."""

ABOVE = 3
"""Rows over the boxes of the row in hand, where one row is seen at a time."""

TALLEST = 5
"""Lines of a row of the table at most, one of them air."""


@dataclass(frozen=True)
class Measures:
    """Where everything stands, in cells: the labels' width, a column's, a row's height, and how many rows are seen."""

    labels: int
    column: int
    height: int
    seen: int

    @property
    def lines(self) -> int:
        """Lines of text in a row: one is air where there is more than one."""
        return max(self.height - 1, 1)


class GridBoard(Widget, can_focus=True):
    """The boxes. It draws what it is given and says what is pressed and where; it changes nothing itself.

    As a table all columns stand side by side. With `-row` it shows the row in hand alone, its boxes one under another.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "GridBoard { width: 1fr; height: 1fr; }"

    @dataclass
    class Picked(Message):
        """A box was clicked, by its row and column from 0."""

        row: int
        column: int

    def __init__(self, typed: Callable[[str], None]) -> None:
        """An empty board. `typed` hears every letter that is typed while it has the focus, in the same breath."""
        super().__init__()
        self._typed = typed
        self._look = Look()
        self._top = 0
        self._rows: dict[int, list[Strip]] = {}
        self._drawn_for: tuple[Palette, Measures] | None = None

    @property
    def by_row(self) -> bool:
        """Whether it shows one row at a time."""
        return self.has_class("-row")

    def fits(self, columns: int, width: int) -> bool:
        """Whether so many columns can be read side by side on this width."""
        return width - int(width * LABELS) >= columns * (LEAST + GAP)

    def least_height(self, columns: int) -> int:
        """The rows it needs where it shows one row at a time: its label, the strip, and a line a box."""
        return columns + ABOVE

    # What is on it

    def show(self, look: Look) -> None:
        """Show this; only what changes is drawn again."""
        before, self._look = self._look, look
        same = before.heads == look.heads and [row.row for row in before.rows] == [row.row for row in look.rows]
        top = self._top
        self._top = self._first_seen()
        if self.by_row or not same or top != self._top:
            self._rows.clear()
            self.refresh()
            return
        for number, (old, new) in enumerate(zip(before.rows, look.rows, strict=True)):
            hands = [each[1] for each in (before.hand, look.hand) if each[0] == number]
            if old != new or (hands and before.hand != look.hand):
                self._rows.pop(number, None)
                self._refresh_row(number)
        if before.hand[1] != look.hand[1]:
            self.refresh(Region(0, 0, self.size.width, HEAD))

    def _refresh_row(self, number: int) -> None:
        measures = self.measures
        self.refresh(Region(0, HEAD + (number - self._top) * measures.height, self.size.width, measures.height))

    def on_resize(self) -> None:
        """There is another place for it."""
        self._top = self._first_seen()

    def on_focus(self) -> None:
        """The box in hand is marked."""
        self._rows.pop(self._look.hand[0], None)

    def on_blur(self) -> None:
        """It is marked less loudly: one writes in it."""
        self._rows.pop(self._look.hand[0], None)

    # Geometry

    @property
    def measures(self) -> Measures:
        """Where everything stands on the table."""
        width, rows, columns = self.size.width, max(len(self._look.rows), 1), max(len(self._look.heads), 1)
        longest = max((width_of(plain(row.label)) for row in self._look.rows), default=8)
        labels = max(min(longest + 4, int(width * LABELS)), 12)
        room = max(self.size.height - HEAD, 1)
        height = max(min(room // rows, TALLEST), 1)
        seen = min(room // height, rows)
        return Measures(labels, (width - labels) // columns, height, seen if seen == rows else max(room - 1, 1))

    def _first_seen(self) -> int:
        seen, hand = self.measures.seen, self._look.hand[0]
        most = max(len(self._look.rows) - seen, 0)
        return min(max(self._top, hand + 1 - seen), hand, most)

    def box_at(self, offset: Offset) -> tuple[int, int] | None:
        """The box at a point of the board, by row and column from 0; of a row's label, its first."""
        look = self._look
        if self.by_row:
            column = offset.y - ABOVE
            return (look.hand[0], column) if 0 <= column < len(look.heads) else None
        measures = self.measures
        row = (offset.y - HEAD) // measures.height + self._top
        if offset.y < HEAD or not 0 <= row < min(self._top + measures.seen, len(look.rows)):
            return None
        return row, min(max((offset.x - measures.labels) // measures.column, 0), len(look.heads) - 1)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        palette, width = palette_of(self.app), self.size.width
        blank = Strip.blank(width, style(palette.text, palette.ground))
        if not self._look.rows or not width:
            return blank
        strip = self._row_line(y, palette) if self.by_row else self._table_line(y, palette)
        return blank if strip is None else strip.adjust_cell_length(width, style(palette.text, palette.ground))

    def _table_line(self, y: int, palette: Palette) -> Strip | None:
        measures = self.measures
        if y < HEAD:
            return self._head(y, measures, palette)
        number = (y - HEAD) // measures.height + self._top
        if number >= min(self._top + measures.seen, len(self._look.rows)):
            return self._more(measures, palette) if y == self.size.height - 1 else None
        if (palette, measures) != self._drawn_for:  # lines may be asked for before it is told of its new place
            self._drawn_for = palette, measures
            self._rows.clear()
        if number not in self._rows:
            self._rows[number] = self._table_row(number, measures, palette)
        return self._rows[number][(y - HEAD) % measures.height]

    def _head(self, y: int, measures: Measures, palette: Palette) -> Strip:
        if y == HEAD - 1:
            return Strip([Segment("─" * self.size.width, style(palette.quiet, palette.ground))])
        segments = [Segment(" " * measures.labels, style(palette.quiet, palette.ground))]
        for number, head in enumerate(self._look.heads):
            lines = head_of(head, measures.column - GAP, HEAD - 1)
            from_top = y - (HEAD - 1 - len(lines))
            text = lines[from_top] if 0 <= from_top < len(lines) else " " * (measures.column - GAP)
            hand = number == self._look.hand[1]
            of = style(palette.now if hand else palette.text, palette.ground, bold=True)
            segments.append(Segment(" " * GAP + text, of))
        return Strip(segments)

    def _table_row(self, number: int, measures: Measures, palette: Palette) -> list[Strip]:
        row, (hand, column) = self._look.rows[number], self._look.hand
        width = measures.column - GAP
        label = in_lines(row.label, measures.labels - GAP, measures.lines)
        boxes = [in_lines(text or EMPTY, width, measures.lines) for text in row.boxes]
        strips = []
        for line in range(measures.height):
            of = style(palette.text if number == hand else palette.quiet, palette.ground, bold=number == hand)
            segments = [Segment(fill(label[line] if line < len(label) else "", measures.labels), of)]
            for at, (text, lines) in enumerate(zip(row.boxes, boxes, strict=True)):
                here = (number, at) == (hand, column)
                said = lines[line] if line < len(lines) else " " * width
                air = line >= measures.lines
                mark = f"{HAND_MARK} " if here and line == 0 else " " * GAP
                segments.append(Segment(mark + said, self._box_style(palette, text, here=here and not air)))
            strips.append(Strip(segments))
        return strips

    def _box_style(self, palette: Palette, text: str, *, here: bool) -> Style:
        if here:
            loud = self.has_focus
            return style(palette.ground if loud else palette.now, palette.now if loud else palette.panel, bold=True)
        colour = palette.done if text == TICK else palette.text if text else palette.quiet
        return style(colour, palette.ground)

    def _more(self, measures: Measures, palette: Palette) -> Strip:
        above, below = self._top, len(self._look.rows) - self._top - measures.seen
        parts = [f"↑ {above} more above"] * bool(above) + [f"↓ {below} more below"] * bool(below)
        return Strip([Segment("   ".join(parts).rjust(self.size.width - 1), style(palette.now, palette.ground))])

    def _row_line(self, y: int, palette: Palette) -> Strip | None:
        """The row in hand: its label, how many there are, and its boxes one under another."""
        look, (hand, column) = self._look, self._look.hand
        row, width = look.rows[hand], self.size.width
        if y == 0:
            count = f"row {hand + 1} of {len(look.rows)}"
            label = fill(cut(plain(row.label), width - len(count) - 2), width - len(count))
            return Strip(
                [
                    Segment(label, style(palette.text, palette.ground, bold=True)),
                    Segment(count, style(palette.quiet, palette.ground)),
                ]
            )
        if y == 1:
            return self._strip(palette)
        at = y - ABOVE
        if not 0 <= at < len(look.heads):
            return None
        here, text = at == column, row.boxes[at]
        names = min(max(width_of(plain(head[0])) for head in look.heads) + 2, width * 2 // 5)
        head = in_lines(look.heads[at][0 if width_of(plain(look.heads[at][0])) <= names - 2 else 1], names, 1)[0]
        of = style(palette.now if here else palette.quiet, palette.ground, bold=here)
        said = in_lines(text or EMPTY, width - names - GAP, 1)[0]
        return Strip(
            [
                Segment((f"{HAND_MARK} " if here else " " * GAP) + head, of),
                Segment(said, self._box_style(palette, text, here=here)),
            ]
        )

    def _strip(self, palette: Palette) -> Strip:
        """A mark a row, to see where one is."""
        colours = {"now": palette.now, "done": palette.done, "some": palette.text, "none": palette.quiet}
        signs = strip_of(self._look.rows, self._look.hand[0])
        return Strip([Segment(sign, style(colours[what], palette.ground, bold=what == "now")) for sign, what in signs])

    # Keys and the mouse

    def on_key(self, event: events.Key) -> None:
        """A letter begins to write; ? asks for help as everywhere."""
        if event.is_printable and event.character and event.character != "?":
            event.stop()
            event.prevent_default()
            self._typed(event.character)

    def on_click(self, event: events.Click) -> None:
        """Take the box under the pointer in hand."""
        event.stop()
        found = self.box_at(event.get_content_offset_capture(self))
        if found is not None:
            self.post_message(self.Picked(*found))
