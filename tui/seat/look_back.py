"""What one did earlier, to look at while one answers something about it. Nothing can be changed here."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import Activity, Response
from tui.kinds import own_work
from tui.steady import SteadyScreen
from tui.widgets.asked import Asked
from tui.widgets.foot import Foot


class LookBackScreen(SteadyScreen[None]):
    """One's own work at one activity after another, under the question that one is at and the time that is left."""

    DEFAULT_CSS = """
    LookBackScreen #looked-at { height: 1; padding: 0 2; background: $panel; }
    LookBackScreen #what { width: 1fr; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    LookBackScreen #which { width: auto; color: $quiet; }
    LookBackScreen #own { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Before", priority=True, id="look_back.before"),
        Binding("right", "turn(1)", "Next", priority=True, id="look_back.next"),
        Binding("f3,escape,enter", "back", "Go on with your work", id="look_back.back"),
    ]
    HELP = """
    ## What you did before

    It is only to look at. **F3** or **Esc** goes back to what you are doing now. Nothing there has changed.
    """

    def __init__(self, now: Activity, works: Sequence[tuple[Activity, Response]]) -> None:
        """Look at these, the first one first, while one is at the activity `now`."""
        super().__init__()
        self._now, self._works = now, works
        self._at = 0

    def compose(self) -> ComposeResult:
        """What is looked at, what is asked, and the work."""
        with Horizontal(id="looked-at"):
            yield Static(id="what")
            yield Static(id="which")
        yield Asked(self._now)
        yield Container(id="own")
        yield Foot("back")

    async def on_mount(self) -> None:
        """The first."""
        await self._show()

    async def _show(self) -> None:
        activity, response = self._works[self._at]
        self.query_one("#what", Static).update(Content(f"{activity.title}: {activity.own_work}"))
        many = f"{self._at + 1} of {len(self._works)}" if len(self._works) > 1 else ""
        self.query_one("#which", Static).update(Content(many))
        own = self.query_one("#own")
        await own.remove_children()
        await own.mount(own_work(activity, response))
        self.focus_next()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On and back only where there is another."""
        if action == "turn" and isinstance(by := parameters[0], int):
            return 0 <= self._at + by < len(self._works)
        return True

    def action_back(self) -> None:
        """On with what one is at."""
        self.dismiss()

    async def action_turn(self, by: int) -> None:
        """Another."""
        self._at += by
        await self._show()
