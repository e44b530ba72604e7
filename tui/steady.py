"""Screens that end once, whatever comes in while they do: a key pressed twice, or one that was on its way already."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.events import Event, Mount, Resize, ScreenResume, ScreenSuspend
from textual.screen import ModalScreen, Screen

T = TypeVar("T")


async def done(what: Awaitable[object]) -> None:
    """Wait until Textual has taken away what it is told to; it goes on with that where the waiting is cancelled.

    The program's own loop waits for the very same. Cancelled by a worker that is replaced by the next key, it would
    take that for its own end, and the program would be gone without a word.
    """
    await asyncio.shield(what)


class SteadyScreen(Screen[T]):
    """A screen that ends once.

    Textual's own takes the screen on top away, whichever that is, each time one is dismissed; and a key may come in
    before the screen it opened has anything on it.
    """

    _ended = False

    @property
    def is_there(self) -> bool:
        """Whether it has not been taken away yet."""
        return self in self.app.screen_stack

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
        if self.is_there or not isinstance(event, (Mount, Resize, ScreenResume, ScreenSuspend)):
            await super().on_event(event)


class SteadyModal(ModalScreen[T], SteadyScreen[T]):
    """A dialog that ends once."""
