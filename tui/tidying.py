"""Freeing memory in moments when nobody presses a key: Python's own moments come in the middle of a redraw.

Most of what a screen leaves behind is freed at once. What refers to itself in a ring is not: Python looks for such rings
after so many new objects, and that can take half a frame.
"""

import gc
from time import monotonic
from typing import TypeVar

from textual import events
from textual.app import App

T = TypeVar("T")

LOOK = 0.25
"""Seconds from one look whether it is a good moment to the next."""

QUIET = 0.3
"""Seconds without a key or the mouse after which it is."""

AT_LEAST = 5.0
"""Seconds after which it is done all the same, where keys keep coming."""

NEW = 700
"""New objects from which it is worth while."""

TOO_MANY = 50_000
"""New objects from which it is done at once, quiet or not: somebody types faster than people can."""

LONG_QUIET = 5.0
"""Seconds without a key after which everything is looked through, also what has been there for long."""

OFTEN = 30
"""How often only what is new is looked through, for once everything."""


class TidyApp(App[T]):
    """An app that frees memory when nobody waits for it."""

    _stirred = _tidied = 0.0

    def tidy_when_quiet(self) -> None:
        """From now on. What is there by now stays to the end and is never looked through."""
        gc.freeze()
        gc.disable()
        self.set_interval(LOOK, self._tidy)

    async def on_event(self, event: events.Event) -> None:
        """Somebody presses a key or moves the mouse."""
        if isinstance(event, events.InputEvent):
            self._stirred = monotonic()
        await super().on_event(event)

    def _tidy(self) -> None:
        now = monotonic()
        quiet, (new, _, looks) = now - self._stirred, gc.get_count()
        if quiet >= LONG_QUIET and looks >= OFTEN:
            gc.collect()
        elif new >= TOO_MANY:
            gc.collect(2 if looks >= OFTEN else 1)
        elif new >= NEW and (quiet >= QUIET or now - self._tidied >= AT_LEAST):
            gc.collect(1)
        else:
            return
        self._tidied = now
