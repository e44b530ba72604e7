"""A list of large rows with a cursor: options to choose from, items to put in order, checks to answer, fields to fill.

The row in hand is opened: its text stands under its label, or beside the list (`tui.widgets.opened`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from tui.palette import palette_of
from tui.widgets.row import EDGE, Line, Place, Row, Setting, paragraphs

_ROW = Binding.Group("Row", compact=True)


class Rows(Widget, can_focus=True):
    """The rows, one in hand. Arrows and clicks move the cursor; space, or a click, picks the row in hand.

    Where not all fit, a line at the top or the foot says how many more there are. As high as it is laid out; with
    `height: auto` and `room`, the lines that it may take, no higher than its rows.
    """

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Row before", key_display="↑", group=_ROW, id="rows.up"),
        Binding("down", "move(1)", "Row after", key_display="↓", group=_ROW, id="rows.down"),
        Binding("space", "pick", "Pick", show=False, id="rows.pick"),
        Binding("home", "move(-999)", "First row", show=False, id="rows.first"),
        Binding("end", "move(999)", "Last row", show=False, id="rows.last"),
        Binding("pageup", "page(-1)", "Read on, back", show=False, id="rows.page_up"),
        Binding("pagedown", "page(1)", "Read on", show=False, id="rows.page_down"),
    ]

    DEFAULT_CSS = "Rows { height: 1fr; width: 1fr; }"

    MARKS_HAND: ClassVar[bool] = True
    """Whether the row in hand is marked while the keys do not reach the list: not where several lists are in sight."""

    room: reactive[int | None] = reactive(None, layout=True)
    """Lines that it may take; None where its height is laid out."""

    opens: reactive[bool] = reactive(True, layout=True)
    """Whether the text of the row in hand stands under its label."""

    @dataclass
    class Took(Message):
        """This row is in hand now."""

        id: str

    @dataclass
    class Picked(Message):
        """The row in hand was picked, with space or with a click, `at_figure` where that was on its figure."""

        id: str
        at_figure: bool = False

    def __init__(self, *, click_picks: bool = True, id: str | None = None) -> None:
        """No rows yet. A click picks a row at once where `click_picks`, else only on its mark or when it is in hand."""
        super().__init__(id=id)
        self._click_picks = click_picks
        self._rows: tuple[Row, ...] = ()
        self._lines: list[Line] = []
        self._setting = Setting()
        self._hand = 0
        self._top = 0

    # What is shown

    @property
    def hand(self) -> str | None:
        """The id of the row in hand; None where there is no row to take."""
        return self._rows[self._hand].id if self._rows else None

    @property
    def in_hand(self) -> Row | None:
        """The row in hand."""
        return self._rows[self._hand] if self.hand is not None else None

    def show(self, rows: Sequence[Row], hand: str | None = None) -> None:
        """Show these rows, with this one in hand; else the one that was, or the first, stays in hand."""
        wanted = hand if hand is not None else self.hand
        self._rows = tuple(rows)
        able = self._able
        same = [at for at in able if self._rows[at].id == wanted]
        near = [at for at in able if at >= self._hand] or able[-1:]
        self._hand = next(iter(same or near), 0)
        self._lay_anew()

    def take(self, id: str) -> None:
        """Take this row in hand, where it is there."""
        at = next((at for at in self._able if self._rows[at].id == id), self._hand)
        if at != self._hand:
            self._hand = at
            self._lay_anew()
            self.post_message(self.Took(id))

    @property
    def _marked(self) -> bool:
        return self.MARKS_HAND or self.has_focus

    @property
    def _able(self) -> list[int]:
        return [at for at, row in enumerate(self._rows) if row.id is not None]

    # Laying out

    @property
    def _height(self) -> int:
        return self.room if self.room is not None else self.size.height

    def _lay(self) -> None:
        """Lay out every row with as much air as there is room for, and keep the one in hand in view."""
        if self.size.width:
            self._lines = self._laid(self.size.width)
            self._follow()

    def _laid(self, width: int) -> list[Line]:
        marked = self._hand if self._marked else None
        return self._setting.lines(self._rows, Place(width, self._height, marked, self.opens, self.has_focus))

    def _lay_anew(self) -> None:
        """Lay out what has changed, and draw the lines of it that are in sight."""
        before, top = self._lines, self._top
        self._lay()
        if self.room is not None and len(before) != len(self._lines):
            self.refresh(layout=True)
            return
        was, now = before[top : top + self.size.height], self._lines[self._top : self._top + self.size.height]
        edges = (
            {0, self.size.height - 1}
            if len(self._lines) > self.size.height or len(before) != len(self._lines)
            else set()
        )
        other = [y for y, (old, new) in enumerate(zip_longest(was, now)) if old is not new or y in edges]
        if other:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in other))

    def _follow(self) -> None:
        """Scroll no more than is needed to have the row in hand in view, clear of the lines that say there is more."""
        height, there = self._height, [y for y, line in enumerate(self._lines) if line.row == self._hand]
        last_top = max(len(self._lines) - height, 0)
        if there and height > 2:
            first, last = there[0], there[-1]
            lowest, highest = max(first - 1, 0), last + 2 - height
            self._top = min(max(self._top, highest if last + 1 < len(self._lines) else last + 1 - height), lowest)
        self._top = min(max(self._top, 0), last_top)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows take, but no more than there is room for."""
        lines = len(self._laid(width))
        return lines if self.room is None else max(min(lines, self.room), 1)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """A line of a row, or how many more there are."""
        width, at = self.size.width, self._top + y
        if not 0 <= at < len(self._lines):
            return Strip.blank(width, self.visual_style.rich_style)
        if more := self._more(y):
            return self._drawn(more, in_hand=False)
        line = self._lines[at]
        if line.strip is None or line.strip.cell_length != width:
            line.strip = self._drawn(line.words, in_hand=line.in_hand)
        return line.strip

    def _drawn(self, words: Content, *, in_hand: bool) -> Strip:
        ground = palette_of(self.app).panel if in_hand else None
        style = self.visual_style + Style(background=ground) if ground else self.visual_style
        (strip,) = Visual.to_strips(self, words, self.size.width, 1, style)[:1]
        return strip.adjust_cell_length(self.size.width, style.rich_style)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._setting.forget()
        self._lay()

    def _more(self, y: int) -> Content | None:
        height = self.size.height
        if y == 0 and self._top > 0:
            above = sum(line.first for line in self._lines[: self._top + 1])
            return Content.styled(f"{' ' * EDGE}↑ {above} more" if above else f"{' ' * EDGE}↑", "bold $now")
        if y == height - 1 and self._top + height < len(self._lines):
            below = sum(line.first for line in self._lines[self._top + height - 1 :])
            return Content.styled(f"{' ' * EDGE}↓ {below} more" if below else f"{' ' * EDGE}↓", "bold $now")
        return None

    # Keys and mouse

    def action_move(self, by: int) -> None:
        """The row before or after, at the ends the first or the last."""
        able = self._able
        if able:
            at = min(max(able.index(self._hand) + by, 0), len(able) - 1) if self._hand in able else 0
            self.take(self._rows[able[at]].id or "")

    def action_page(self, by: int) -> None:
        """Read on in a row that is longer than the list, else to the row after."""
        height = self._height
        there = [y for y, line in enumerate(self._lines) if line.row == self._hand]
        hidden = there and (there[-1] >= self._top + height - 1 if by > 0 else there[0] < self._top)
        if hidden and len(there) > height - 2:
            self._scroll(by * max(height - 3, 1))
        else:
            self.action_move(by)

    def action_pick(self, at_figure: bool = False) -> None:
        """Pick the row in hand."""
        if self.hand is not None:
            self.post_message(self.Picked(self.hand, at_figure))

    def row_at(self, offset: Offset) -> str | None:
        """The id of the row at a point of the list, in cells from its upper left corner."""
        at = self._top + offset.y
        row = self._lines[at].row if 0 <= at < len(self._lines) else None
        return None if row is None else self._rows[row].id

    def on_click(self, event: events.Click) -> None:
        """Take the row that was clicked in hand, and pick it; on a line that says there is more, go on."""
        event.stop()
        offset = event.get_content_offset_capture(self)
        if self._more(offset.y):
            self._scroll(-self.size.height // 2 if offset.y == 0 else self.size.height // 2)
            return
        if (row := self.row_at(offset)) is None:
            return
        again = row == self.hand
        marks = EDGE + max((one.mark.cell_length for one in self._rows), default=0)
        self.take(row)
        if self._click_picks or again or offset.x < marks:
            figure = self.in_hand.figure.cell_length if self.in_hand else 0
            self.action_pick(figure > 0 and offset.x >= self.size.width - figure - 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Further down."""
        event.stop()
        self._scroll(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Further up."""
        event.stop()
        self._scroll(-2)

    def _scroll(self, by: int) -> None:
        self._top = min(max(self._top + by, 0), max(len(self._lines) - self.size.height, 0))
        self.refresh()

    def on_resize(self) -> None:
        """There is another place for it."""
        self._lay()
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The row in hand is lit while the keys reach it, and only then."""
        super().watch_has_focus(has_focus)
        self._lay()
        self.refresh()

    def watch_room(self) -> None:
        """More may fit, or less."""
        self._lay()

    def watch_opens(self) -> None:
        """The text has its place under the label, or elsewhere."""
        self._lay()


__all__ = ["Row", "Rows", "paragraphs"]
