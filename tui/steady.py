"""Screens that end once, whatever comes in while they do: a key pressed twice, or one that was on its way already."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.events import Event, Mount, Resize, ScreenResume, ScreenSuspend
from textual.screen import ModalScreen, Screen

T = TypeVar("T")


class SteadyScreen(Screen[T]):
    """A screen that ends once.

    Textual's own takes the screen on top away, whichever that is, each time one is dismissed; and a key may come in
    before the screen it opened has anything on it.
    """

    _ended = False

    @property
    def on_top(self) -> bool:
        """Whether nothing lies over it. Textual calls a screen under a dialog current, too."""
        return self.app.screen_stack[-1:] == [self]

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """End with this result; nothing where it has ended already, or another screen lies over it."""
        if self._ended or not self.on_top:
            return AwaitComplete()
        self._ended = True
        return super().dismiss(result)

    async def on_event(self, event: Event) -> None:
        """What finds nothing on the screen because it has ended does nothing."""
        if self in self.app.screen_stack or not isinstance(event, (Mount, Resize, ScreenResume, ScreenSuspend)):
            await super().on_event(event)


class SteadyModal(ModalScreen[T], SteadyScreen[T]):
    """A dialog that ends once."""
