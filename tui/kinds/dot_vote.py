"""A dot vote on the screen: a participant's turn, bars made of dots, a glance."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from activities.kinds.dot_vote import DotVote, DotVoteResponse, DotVoteSummary
from activities.kinds.items import Item
from activities.refusal import Refused
from activities.reveal.dot_vote import bars
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.picture import Picture
from tui.kinds.turn import Turn
from tui.widgets.bars import DOT, KEY, bar_lines, counted
from tui.widgets.lines import say
from tui.widgets.rows import Row, Rows

FREE = "○"
"""A dot that is not used yet."""

NOT_GATHERED = "There is nothing to vote on yet. The facilitator is gathering it. Esc goes back."

NOBODY = "Nobody has put a dot yet."

EDGES = 8
"""Cells to the left and right of the picture, the scroll bar among them."""

GLANCED = 6
"""How many items a glance names."""


class DotRows(Rows, inherit_bindings=False):
    """Rows of which space takes a dot for the one in hand, and backspace takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,plus,right", "pick", "Dot", key_display="space", id="dot_vote.put"),
        Binding("backspace,minus,left", "pick(True)", "Take back", key_display="⌫", id="dot_vote.take"),
        *(one for one in Rows.BINDINGS if isinstance(one, Binding) and one.action != "pick"),
    ]


class DotVoteTurn(Turn, inherit_bindings=False):
    """The items as large rows, each with the dots it has, and over them the dots that are left."""

    BINDINGS = Turn.BINDINGS

    HELP = """
## Dots

Put your dots on what matters most to you. More than one may be on the same thing.

- `↑` `↓` go through the list.
- `Space` or `→` puts a dot on what is in hand, `Backspace` or `←` takes one back.
- A click puts a dot. A click on the dots at the right takes one back.
- `Ctrl+Z` takes the last step back, `Ctrl+Y` does it again. `Enter` hands in.
"""

    DEFAULT_CSS = """
    DotVoteTurn {
        align-horizontal: center;
        & #left { height: 1; max-width: 110; padding: 0 1 0 2; margin: 1 0; }
        & #left Static { width: 1fr; }
        & #left Label { width: auto; text-style: bold; }
        & Rows { max-width: 110; }
        & #none { display: none; padding: 2 3; color: $quiet; }
        &.-none #none { display: block; }
        &.-none #left, &.-none Rows { display: none; }
        &.-low #left { margin: 0; }
    }
    """

    def __init__(self, activity: DotVote, response: DotVoteResponse) -> None:
        """Go on with the dots as they lie."""
        super().__init__(activity, response)
        self._activity = activity

    @property
    def response(self) -> DotVoteResponse:
        """The dots as they lie."""
        found = super().response
        assert isinstance(found, DotVoteResponse)
        return found

    @property
    def field_in_hand(self) -> str | None:
        """Nothing is written here."""
        return None

    def compose(self) -> ComposeResult:
        """What is left, and the items."""
        with Horizontal(id="left"):
            yield Static(markup=False)
            yield Label(markup=False)
        yield DotRows()
        yield Static(NOT_GATHERED, id="none", markup=False)

    def on_mount(self) -> None:
        """Begin with the first item."""
        self.set_class(not self._activity.voted_on, "-none")
        self.redraw()
        if self._activity.voted_on:
            self.query_one(DotRows).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Close together on a low screen."""
        self.set_class(event.size.height < 24, "-low")

    def redraw(self) -> None:
        """Show the dots as they lie now."""
        self.query_one(DotRows).show([self._row(item) for item in self._activity.voted_on])
        left, dots = self.response.left(self._activity), self._activity.dots
        words = "all used" if not left else f"{left} of {dots} left"
        signs = [(f"{DOT} " * (dots - left), "$quiet"), (f"{FREE} " * left, "bold $now")]
        style = "$done" if not left else "$now"
        say(self.query_one("#left Label", Label), Content.assemble(*signs, (f" {words}", style)))
        say(self.query_one("#left Static", Static), Content.styled(self._limits(), "$quiet"))

    def _limits(self) -> str:
        most = self._activity.most_on_one
        return "" if most >= self._activity.dots else f"At most {most} on one."

    def _row(self, item: Item) -> Row:
        count = self.response.on(item.id)
        figure = Content.styled(" ".join(DOT * count), "bold $done") if count else Content("")
        return Row(item.label, item.id, figure=figure, text=item.text or "")

    def unfinished(self) -> str | None:
        """How many dots are left, where there is anything to put them on."""
        room = sum(self._activity.most_on_one - self.response.on(item.id) for item in self._activity.voted_on)
        left = min(self.response.left(self._activity), room)
        return None if not left else "One dot is left." if left == 1 else f"{left} dots are left."

    @on(Rows.Picked)
    def _dot(self, event: Rows.Picked) -> None:
        """A dot on it, or one fewer."""
        event.stop()
        try:
            changed = self.response.take(event.id) if event.at_figure else self.response.put(self._activity, event.id)
        except Refused as refused:
            self.notify(str(refused), severity="warning")
        else:
            self.change(changed)


class DotVotePicture(Picture[DotVoteSummary]):
    """Every item with its dots, most first; the one that is dwelt on is lit."""

    HELP = """
    ## The picture

    Every dot that was put, most first: as dots where there is room for them, else as bars. With the round before beside
    this one, `░` is before and `█` is now. Where there is more than fits, PgDn and PgUp scroll.
    """

    DEFAULT_CSS = """
    DotVotePicture {
        & VerticalScroll { padding: 1 3; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & #key { display: none; margin-bottom: 1; }
        &.-compared #key { display: block; }
    }
    """

    def __init__(self, activity: DotVote) -> None:
        """Of these items."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """What the fillings mean, and the bars."""
        with VerticalScroll():
            yield Static(KEY, id="key")
            yield Static(id="bars")

    def redraw(self) -> None:
        """Draw all bars, one of them lit."""
        summary, drawing = self._summary, self.query_one("#bars", Static)
        if not self.size.width:
            return
        if summary is None or not summary.participants or summary.withheld:
            words = summary.withheld if summary and summary.withheld else NOBODY
            drawing.update(Content.styled(words, "bold"))
            return
        found = bars(self._activity, self._total)
        self.set_class(compared := any(bar.before is not None for bar in found), "-compared")
        order = [one.item for one in summary.in_order()]
        lit = order.index(self._spotlight) if self._spotlight in order else None
        height = self.size.height - 2 - 2 * compared
        drawing.update(Content("\n").join(bar_lines(found, self.size.width - EDGES, height, lit=lit, dots=True)))


@turn.register
def _(activity: DotVote, response: DotVoteResponse, offers: Offers) -> DotVoteTurn:
    return DotVoteTurn(activity, response)


@picture.register
def _(activity: DotVote) -> DotVotePicture:
    return DotVotePicture(activity)


@glance.register
def _(activity: DotVote, summary: DotVoteSummary) -> Content:
    if not activity.voted_on:
        return Content.styled("Nothing is gathered yet", "$quiet")
    if not summary.participants:
        return Content.styled("Nobody has put a dot yet", "$quiet")
    labels = {item.id: item.label for item in activity.voted_on}
    lines = [Content.styled(f"{summary.participants} voted, {summary.dots} dots", "$quiet")]
    for one in summary.in_order()[:GLANCED]:
        lines += counted(one.dots, labels[one.item])
    more = len(summary.items) - GLANCED
    return Content("\n").join([*lines, *([Content.styled(f"and {more} more", "$quiet")] if more > 0 else [])])
