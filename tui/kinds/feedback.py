"""Feedback on the screen: another's work to read, and headings to write under; counts for the room."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from activities.kinds.activity import Response
from activities.kinds.feedback import Feedback, FeedbackResponse, FeedbackSummary
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.picture import Picture
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.turn import WritingTurn
from tui.kinds.writing.wall import even
from tui.widgets.counts import Count, glanced, thin_bars
from tui.widgets.scrolled import Scrolled

NOTHING = "There is no work to read yet: nobody else has offered theirs. Leave with Esc, and look again in a moment."


NOBODY = "nobody"
"""Whose work is in hand where there is none to read."""


class ToRead(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The work of another. Its own keys scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_down", "Read on", key_display="↑ ↓", id="feedback.read_on"),
        Binding("up", "scroll_up", "Read back", show=False, id="feedback.read_back"),
    ]


class FeedbackTurn(WritingTurn, inherit_bindings=False):
    """The work at the left or above, the headings beside it; another work with one key."""

    NARROW = 100

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next", id="feedback.next"),
        Binding("shift+tab", "app.focus_previous", "Before", show=False, id="feedback.back"),
        Binding("pagedown,ctrl+down", "work(1)", "Other work", key_display="pgdn", id="feedback.on"),
        Binding("pageup,ctrl+up", "work(-1)", "Work before", show=False, id="feedback.before"),
        Binding("ctrl+n", "name", "My name", id="feedback.name"),
        *WritingTurn.BINDINGS,
    ]

    HELP = """
Read what somebody else has made, and write to them under each heading. They find it beside their own work.

- `Tab` goes to the next heading, `Shift+Tab` to the one before, and to the work to read on with `↑` `↓`.
- `PgDn` goes to another work, `PgUp` back. What you have written to one stays there.
- `Ctrl+N` adds your name to this comment, or takes it away.
- `Ctrl+Z` takes the last step back. `Ctrl+Y` does it again.
- `Ctrl+S` hands in.
"""

    DEFAULT_CSS = """
    FeedbackTurn {
        layout: horizontal;
        & ToRead { width: 1fr; padding: 1 3; scrollbar-size-vertical: 1; border-left: outer $background; }
        & ToRead:focus { border-left: outer $now; }
        & #work-text { height: auto; max-width: 80; }
        & #writing { width: 1fr; padding: 1 3 0 1; scrollbar-size-vertical: 1; }
        & #which { height: auto; color: $quiet; margin-bottom: 1; }
        & .field { height: auto; }
        & .heading { height: auto; text-style: bold; margin-top: 1; }
        & .hint { height: auto; color: $quiet; }
        & WritingArea { min-height: 4; }
        &.-narrow { layout: vertical; }
        &.-narrow ToRead { width: 1fr; height: 2fr; padding: 0 2; }
        &.-narrow #writing { height: 3fr; padding: 0 2; border-top: solid $panel; }
        &.-narrow #which { margin: 0; }
        &.-narrow WritingArea { min-height: 3; }
        &.-nothing #writing { display: none; }
    }
    """

    def __init__(self, activity: Feedback, response: FeedbackResponse, works: Offers) -> None:
        """Go on with the comments so far, at the first of the works, which are by whose they are."""
        super().__init__(activity, response)
        self._activity = activity
        self._works = tuple(works.items())
        self._number = 0

    @property
    def response(self) -> FeedbackResponse:
        """The comments as they stand."""
        found = super().response
        assert isinstance(found, FeedbackResponse)
        return found

    @property
    def field_in_hand(self) -> str | None:
        """Nothing here is for the room."""
        return None

    @property
    def to(self) -> str:
        """Whose work is in hand."""
        return self._works[self._number][0] if self._works else NOBODY

    def compose(self) -> ComposeResult:
        """The work, and the headings."""
        with ToRead():
            yield Static(id="work-text", markup=False)
        with Scrolled(id="writing"):
            yield Static(id="which", markup=False)
            for heading in self._activity.headings:
                with Vertical(classes="field"):
                    yield Static(Content(heading.heading), classes="heading", markup=False)
                    if heading.hint:
                        yield Static(Content(heading.hint), classes="hint", markup=False)
                    yield WritingArea(self._place(heading.id), self.response.on(self.to).answer(heading.id))

    def on_mount(self) -> None:
        """The work is read first, and then written about."""
        self.query(".field").set(disabled=not self._works)
        self.set_class(not self._works, "-nothing")
        self._show_work()
        self.redraw()
        self.focus()
        self.call_after_refresh(lambda: self.first_place().scroll_visible(animate=False))

    def first_place(self) -> WritingArea | ToRead:
        """The first heading with nothing under it; the work where there is none to write about."""
        if not self._works:
            return self.query_one(ToRead)
        areas = list(self.query(WritingArea))
        return next((area for area in areas if not area.text.strip()), areas[0])

    # Writing

    def _place(self, heading: str) -> str:
        return f"{self.to}/{heading}"

    def written(self, place: str) -> str:
        """What stands under a heading about a work."""
        to, _, heading = place.partition("/")
        return self.response.on(to).answer(heading)

    def writing(self, place: str, text: str) -> Response:
        """The comments with this under a heading."""
        to, _, heading = place.partition("/")
        return self.response.write(to, heading, text)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The first heading, and about whose work, where the two differ."""
        assert isinstance(before, FeedbackResponse)
        assert isinstance(after, FeedbackResponse)
        for to, _ in self._works:
            one, other = before.on(to), after.on(to)
            for heading in self._activity.headings:
                if one.answer(heading.id) != other.answer(heading.id):
                    return f"{to}/{heading.id}"
            if one.named != other.named:
                return f"{to}/{self._activity.headings[0].id}"
        return None

    def go_to(self, place: str) -> None:
        """Go on with what is written at a place."""
        to = place.partition("/")[0]
        self._turn_to(next(number for number, (whose, _) in enumerate(self._works) if whose == to))
        next(area for area in self.query(WritingArea) if area.place == place).focus()

    def unfinished(self) -> str | None:
        """How many headings have nothing under them, where anything is written at all."""
        if not self._works:
            return None
        if not self.response.begun:
            return "You have not written anything yet."
        left = len([one for one in self._activity.headings if one.id not in self.response.filled])
        return None if not left else "One heading is empty." if left == 1 else f"{left} headings are empty."

    # Drawing

    def redraw(self) -> None:
        """Show the comment on the work in hand."""
        comment = self.response.on(self.to)
        for area, heading in zip(self.query(WritingArea), self._activity.headings, strict=True):
            area.put(comment.answer(heading.id))
        written = sum(bool(one.filled) for one in self.response.comments)
        which = f"Work {self._number + 1} of {len(self._works)}" if len(self._works) > 1 else "One work"
        name = ("with your name", "$now") if comment.named else ("without your name", "")
        more = f"   you have written to {written}" if written > 1 else ""
        if self.is_mounted:
            self.query_one("#which", Static).update(Content.assemble(which, "   ", name, more))

    def _show_work(self) -> None:
        """The work in hand, from its beginning."""
        lines: list[Content] = []
        for part in self._works[self._number][1] if self._works else ():
            lines += [Content.styled(even(part.heading), "bold $now"), Content(even(part.text)), Content("")]
        words = Content("\n").join(lines) if self._works else Content.styled(NOTHING, "bold")
        self.query_one("#work-text", Static).update(words)
        self.query_one(ToRead).scroll_home(animate=False)

    def _turn_to(self, number: int) -> None:
        self.end_run()
        if number != self._number:
            self._number = number
            for area, heading in zip(self.query(WritingArea), self._activity.headings, strict=True):
                area.place = self._place(heading.id)
                area.load_text("")
            self._show_work()
            self.redraw()
            self.refresh_bindings()

    # Keys

    def action_work(self, by: int) -> None:
        """On to another work, round and round."""
        self._turn_to((self._number + by) % len(self._works))
        self.focus()

    def action_name(self) -> None:
        """Whose work it is learns who wrote this, or does not."""
        self.end_run()
        self.change(self.response.give_name(self.to))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "work":
            return len(self._works) > 1
        if action == "name":
            return bool(self._works)
        return super().check_action(action, parameters)

    @on(Resize)
    def _narrower(self, event: Resize) -> None:
        self.call_after_refresh(self.redraw)


class CountsPicture(Picture[FeedbackSummary]):
    """How many wrote under each heading."""

    HELP = """
How many wrote something under each heading. What they wrote is for whose work it is, and for nobody else.
"""

    DEFAULT_CSS = "CountsPicture { padding: 1 3; align-vertical: middle; } CountsPicture Static { height: auto; }"

    def __init__(self, activity: Feedback) -> None:
        """Of this feedback."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """One drawing."""
        yield Static(id="counts", markup=False)

    def redraw(self) -> None:
        """A bar a heading."""
        summary = self._summary
        if not self.size.width:
            return
        if summary is None or not summary.participants:
            self.query_one("#counts", Static).update(Content.styled("No comments are in yet.", "bold"))
            return
        label = max(len(one.heading) for one in self._activity.headings) + 2
        across = max(min(self.size.width - label - 12, 70), 8)
        counts = {one.heading: one for one in summary.headings}
        lines = [Content.styled(f"{summary.given} given", "bold"), Content("")]
        found = [(heading.heading, counts[heading.id]) for heading in self._activity.headings]
        told = [Count(heading, one.n, one.withheld is not None) for heading, one in found]
        lines += thin_bars(told, summary.participants, label, across)
        self.query_one("#counts", Static).update(Content("\n").join(lines))


@turn.register
def _(activity: Feedback, response: FeedbackResponse, offers: Offers) -> FeedbackTurn:
    return FeedbackTurn(activity, response, offers)


@picture.register
def _(activity: Feedback) -> CountsPicture:
    return CountsPicture(activity)


@glance.register
def _(activity: Feedback, summary: FeedbackSummary) -> Content:
    counts = {one.heading: one for one in summary.headings}
    found = [(one.heading, counts.get(one.id)) for one in activity.headings]
    lines = [
        glanced(Count(heading, one.n, one.withheld is not None) if one else Count(heading, 0)) for heading, one in found
    ]
    return Content("\n").join([Content(f"{summary.given or 0} given"), *lines])
