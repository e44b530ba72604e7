"""A bare app in which the tests put one turn or reveal."""

import time
from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Footer, TextArea

from activities.kinds.activity import Response
from tui.kinds.turn import Turn
from tui.palette import PALETTES


class Stage(App[None]):
    """One widget with a footer. `told` are the responses it told of, `finished` how often it asked to hand in."""

    def __init__(self, make: Callable[[], Widget], theme: str = "hall") -> None:
        super().__init__()
        self._make = make
        self.told: list[Response] = []
        self.finished = 0
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.theme = theme

    def compose(self) -> ComposeResult:
        widget = self._make()
        if isinstance(widget, Turn):
            widget.keep = self.told.append
        yield widget
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        for area in self.query(TextArea):
            area.cursor_blink = False

    def on_turn_finished(self) -> None:
        self.finished += 1


def seen(pilot: Pilot[None]) -> str:
    """What the screen shows, without colours."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def shows(pilot: Pilot[None], words: str, there: bool = True) -> None:
    """Wait until the screen shows these words; fail after ten seconds."""
    deadline = time.monotonic() + 10
    while (words in seen(pilot)) != there:
        assert time.monotonic() < deadline, f"‘{words}’ is {'not ' * there}on the screen:\n{seen(pilot)}"
        await pilot.pause(0.01)
    await pilot.pause()


async def hides(pilot: Pilot[None], words: str) -> None:
    """Wait until the screen no longer shows these words; fail after ten seconds."""
    await shows(pilot, words, there=False)


def stage(pilot: Pilot[None]) -> Stage:
    """The app that is being played."""
    assert isinstance(pilot.app, Stage)
    return pilot.app
