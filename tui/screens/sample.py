"""The sample session, opened at what the room sees, with the console behind it."""

from textual import getters
from textual.screen import Screen

from tui.app import FlipchartApp
from tui.screens.console import ConsoleScreen
from tui.screens.room import RoomScreen


class SampleScreen(ConsoleScreen):
    """The console of the sample, with the room's screen over it at first."""

    app = getters.app(FlipchartApp)

    def on_mount(self) -> None:
        """Show the room."""
        super().on_mount()
        room: Screen[None] = RoomScreen(self.code)
        self.app.push_screen(room)
        self.app.notify("The sample. Tab or escape shows the console behind it.", timeout=8)
