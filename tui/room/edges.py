"""The projector's edges: the line at the top, what to talk about under the results, and the agenda at the foot.

Each is a line in the terminal's own letters. On a large screen, zoomed, some of it is set in big type instead.
"""

from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from activities.session.session import Phase, Session
from tui.room.view import View
from tui.room.words import count, ends_words, next_title
from tui.widgets.big_lines import one_line
from tui.widgets.big_type import BigType
from tui.widgets.lines import say

LARGE = 14
"""Pixels from line to line of what is set in big type at the edges, at most."""


class RoomTop(Horizontal):
    """What this is, and how to join; over results, their question and how many they are from."""

    def __init__(self) -> None:
        """With nothing to say yet."""
        super().__init__(id="top")

    def compose(self) -> ComposeResult:
        """Left, right, and in their place the code in big type."""
        yield Static(id="title")
        yield Static(id="aside")
        yield BigType(id="top-big")

    def show(self, seen: View) -> None:
        """The room is here."""
        session, state = seen.session, seen.session.state()
        again = f"   round {state.round}" if state.round > 1 else ""
        joins = not seen.revealed and state.phase is not Phase.WAITING
        if seen.revealed:
            title, aside = Content(session.activity.question), Content("")
            if session.activity.answered:
                aside = Content.styled(count(session, seen.contributions).words + again, "$quiet")
        else:
            title = Content.assemble(session.title, (again, "$now"))
            aside = Content.assemble(("join  ", "$quiet"), (" ".join(session.code), "$now bold"))
        say(self.query_one("#title", Static), title)
        say(self.query_one("#aside", Static), aside if joins or seen.revealed else Content(""))
        big = self.query_one("#top-big", BigType)
        big.update(f"join  {' '.join(session.code)}")
        big.fit(largest=LARGE)
        self.set_class(joins, "-joins")


class RoomTalk(Horizontal):
    """Under the results: what to talk about now."""

    def __init__(self) -> None:
        """With nothing to say yet."""
        super().__init__(id="talk-after", classes="-nothing")

    def compose(self) -> ComposeResult:
        """The question, small or big."""
        yield Static(id="talk-line")
        yield BigType(id="talk-big-after")

    def show(self, session: Session) -> None:
        """The room is here."""
        discuss = session.activity.discuss
        self.set_class(not discuss, "-nothing")
        if discuss:
            say(
                self.query_one("#talk-line", Static),
                Content.assemble(("Talk about   ", "$quiet"), (discuss[0], "bold")),
            )
            self.query_one("#talk-big-after", BigType).update(discuss[0])
            self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """As large as there is room for."""
        self._fit()

    def _fit(self) -> None:
        self.query_one("#talk-big-after", BigType).fit(largest=LARGE, most_rows=max(self.screen.size.height // 5, 1))


class RoomFoot(Horizontal):
    """Where the room is on the agenda, and when it ends. How that is against the plan is for the facilitator alone."""

    def __init__(self) -> None:
        """With nothing to say yet."""
        super().__init__(id="foot")
        self._choices: tuple[str, ...] = ("",)

    def compose(self) -> ComposeResult:
        """Left, right, and in their place the most important of it in big type."""
        yield Static(id="agenda")
        yield Static(id="ends")
        yield BigType(id="foot-big")

    def show(self, session: Session, now: datetime) -> None:
        """The room is here at this time."""
        after, ends = next_title(session), ends_words(session, now)
        agenda = [("now  ", "$quiet"), (session.activity.title, "")]
        agenda += [("      next  ", "$quiet"), (after, "")] if after else []
        say(self.query_one("#agenda", Static), Content.assemble(*agenda))
        say(self.query_one("#ends", Static), Content(ends))
        self._choices = (f"next {after} · {ends}", ends) if after else (ends,)
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """As much as there is room for."""
        self._fit()

    def _fit(self) -> None:
        """The most of it that is one line in big type."""
        width, big = max(self.content_size.width, 1), self.query_one("#foot-big", BigType)
        words = next((words for words in self._choices if one_line(words, width, LARGE, 11)), self._choices[-1])
        big.update(words)
        big.fit(largest=one_line(words, width, LARGE, 10) or 0)
