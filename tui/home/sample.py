"""The samples: a session, opened at what the room sees, and a programme, opened at its timeline with Home behind it."""

from textual import getters
from textual.app import ComposeResult
from textual.widgets import Static

from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.home.home import HomeScreen
from tui.room.screen import RoomScreen


class SampleRoom(RoomScreen):
    """The room's screen with a line for whoever is looking around."""

    DEFAULT_CSS = "SampleRoom #sample { dock: bottom; height: 1; padding: 0 2; background: $panel; color: $now; }"

    def compose(self) -> ComposeResult:
        """The room, and what to press."""
        yield from super().compose()
        yield Static("The sample: what the room sees.  → steps through it.  Tab shows the console.", id="sample")


class SampleScreen(ConsoleScreen):
    """The console of the sample, with the room's screen over it at first."""

    app = getters.app(FlipchartApp)

    def on_mount(self) -> None:
        """Show the room."""
        super().on_mount()
        self.app.push_screen(SampleRoom(self.code))


class SampleProgramme(HomeScreen):
    """Home with nothing in it but the sample programme, whose timeline is over it at first."""

    def __init__(self, programme: str) -> None:
        """The programme with this id."""
        super().__init__()
        self._programme = programme

    async def on_mount(self) -> None:
        """Show the timeline."""
        await super().on_mount()
        self.action_choose(f"programme {self._programme}")
