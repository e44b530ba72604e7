"""A participant's turn at a ranking: one list, in which the item in hand is moved."""

from typing import ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import progress
from activities.kinds.ranking import Item, Ranking, RankingResponse
from tui.kinds.ranking.rows import DraggedRows
from tui.kinds.turn import Turn
from tui.widgets.opened import Opened
from tui.widgets.rows import Row, Rows

NARROW = 96
"""The width, in cells, under which the text of the item in hand stands under it and not beside the list."""

NOT_YET = "Not in your order yet"
"""Over the items that are in no place; handed in so, they are left out."""

_MOVE = Binding.Group("Move", compact=True)


class RankingTurn(Turn, inherit_bindings=False):
    """The items in one list: those in order first, with their places, then those that are in none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "shift+up,alt+up,ctrl+up,K", "shift(-1)", "Move up", key_display="shift ↑", group=_MOVE, id="ranking.up"
        ),
        Binding("shift+down,alt+down,ctrl+down,J", "shift(1)", "Down", key_display="↓", group=_MOVE, id="ranking.down"),
        Binding("equals_sign", "level", "Level", key_display="=", id="ranking.level"),
        *Turn.BINDINGS,
    ]
    HELP = """
    ## Putting things in order

    The item in hand has a bar at its left. **Space** puts it at the end of your order; the next one is in hand then.
    Press it in the order that you want, or put them in and move them afterwards.

    | key | |
    |---|---|
    | **↑ ↓** | the item before, the item after |
    | **Shift+↑ Shift+↓** | move the item up or down; **Alt** or **Ctrl** with an arrow, **K** and **J** do it too |
    | **=** | level with the one above; again, no longer |
    | **Space** | into your order, or out of it |
    | **Ctrl+Z, Ctrl+Y** | undo, redo |
    | **Ctrl+S, Enter** | hand in |

    With a mouse, click an item and drag it to where it belongs. A click on its mark puts it in or takes it out. What you
    leave out is counted as left out.
    """
    DEFAULT_CSS = """
    RankingTurn { padding: 1 0 0 2; }
    RankingTurn #told { height: 1; color: $quiet; margin-bottom: 1; padding-left: 2; }
    RankingTurn #both { layout: horizontal; height: 1fr; }
    RankingTurn Rows { width: 58%; }
    RankingTurn.-narrow { padding: 0 1; }
    RankingTurn.-narrow Rows { width: 1fr; }
    RankingTurn.-narrow Opened, RankingTurn.-bare Opened { display: none; }
    RankingTurn.-bare Rows { width: 1fr; max-width: 100; }
    """

    def __init__(self, activity: Ranking, response: RankingResponse) -> None:
        """Go on with an order."""
        super().__init__(activity, response)
        self._activity = activity
        self.set_class(not any(item.text for item in activity.items), "-bare")

    @property
    def response(self) -> RankingResponse:
        """The order as it stands."""
        found = super().response
        assert isinstance(found, RankingResponse)
        return found

    @property
    def field_in_hand(self) -> str | None:
        """Nothing is written here that could be offered."""
        return None

    def compose(self) -> ComposeResult:
        """How far one has come, the list, and the text of the item in hand."""
        yield Static(id="told", markup=False)
        with Container(id="both"):
            yield DraggedRows()
            yield Opened()

    @property
    def rows(self) -> DraggedRows:
        """The list."""
        return self.query_one(DraggedRows)

    @property
    def hand(self) -> str:
        """The item in hand."""
        return self.rows.hand or self._activity.items[0].id

    def on_mount(self) -> None:
        """Begin with the first item that is in no place."""
        self.redraw()
        if left := self.response.left(self._activity):
            self.rows.take(left[0].id)
        self.focus()

    def focus(self, scroll_visible: bool = True, *, from_app_focus: bool = False) -> Self:
        """Begin, or go on, with the list."""
        self.rows.focus(scroll_visible)
        return self

    def on_resize(self, event: events.Resize) -> None:
        """The text beside the list where there is room for it."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.redraw()

    def redraw(self) -> None:
        """Show the order as it stands; the item in hand stays in hand wherever it goes."""
        self._show(self.rows.hand)

    def _show(self, hand: str | None) -> None:
        left = self.response.left(self._activity)
        rows = [
            self._row(self._activity.item(item), f"{number}{'=' if len(tier) > 1 else ''}", hand)
            for number, tier in self._numbered()
            for item in tier
        ]
        if left:
            rows += [Row(NOT_YET, style="bold $quiet")]
            rows += [self._row(item, "–", hand) for item in left]
        self.rows.opens = self.has_class("-narrow")
        self.rows.show(rows, hand)
        self.query_one(Opened).show(self.rows.in_hand)
        done = progress(self._activity, self.response)
        self.query_one("#told", Static).update(f"{done.done} of {done.of} in your order, the first first")

    def _numbered(self) -> list[tuple[int, tuple[str, ...]]]:
        """The tiers with the place that each begins at."""
        found, number = [], 1
        known = {item.id for item in self._activity.items}
        for tier in self.response.tiers:
            there = tuple(item for item in tier if item in known)
            found.append((number, there))
            number += len(there)
        return found

    def _row(self, item: Item, place: str, hand: str | None) -> Row:
        out = place == "–"
        mark = Content.styled(place.rjust(3), "$quiet" if out else "bold")
        figure = Content.styled("↕", "bold $now") if item.id == hand else Content("")
        return Row(item.label, item.id, mark=mark, figure=figure, text=item.text or "", style="$quiet" if out else "")

    def unfinished(self) -> str | None:
        """How many would be left out."""
        left = len(self.response.left(self._activity))
        if not self.response.begun:
            return "Nothing is in your order yet."
        if not left:
            return None
        return "One is not in your order: it counts as left out." if left == 1 else (
            f"{left} are not in your order: they count as left out."
        )  # fmt: skip

    # Keys and mouse

    def action_shift(self, by: int) -> None:
        """Move the item in hand."""
        self.change(self.response.move(self.hand, by))

    def action_level(self) -> None:
        """Level with the one above, or no longer level with others."""
        self.change(self.response.level(self.hand))

    def _in_or_out(self, item: str) -> None:
        left = [one.id for one in self.response.left(self._activity)]
        self.change(self.response.in_or_out(item))
        if item in left and len(left) > 1:
            at = left.index(item)
            self.rows.take(left[at + 1] if at + 1 < len(left) else left[at - 1])

    @on(Rows.Took)
    def _took(self, event: Rows.Took) -> None:
        event.stop()
        self.redraw()

    @on(Rows.Picked)
    def _picked(self, event: Rows.Picked) -> None:
        event.stop()
        self._in_or_out(event.id)

    @on(DraggedRows.Dragged)
    def _drag(self, event: DraggedRows.Dragged) -> None:
        event.stop()
        self.change(self.response.put_by(event.id, event.over))
