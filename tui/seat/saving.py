"""Keeping the newest state of one thing on disk, off the event loop."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from activities.refusal import Refused

T = TypeVar("T")

RETRY = 2.0
"""How long to wait, in seconds, before trying again what could not be kept."""


class Saver(Generic[T]):
    """One write at a time; while it runs, only the newest of what comes in waits for its turn.

    `keep` writes a state for good and may block; it runs in a thread. `told` hears "" each time all is kept, and
    otherwise why it could not be; the state is then held and tried again until it is kept.
    """

    def __init__(self, keep: Callable[[T], object], told: Callable[[str], None]) -> None:
        """Nothing is waiting yet."""
        self._keep = keep
        self._told = told
        self._waiting: list[T] = []
        self._running: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()

    @property
    def settled(self) -> bool:
        """Whether everything that came in is on disk."""
        return self._running is None or self._running.done()

    def put(self, state: T) -> None:
        """Keep this; an older state that still waits is forgotten."""
        self._waiting = [state]
        self._wake.set()
        if self.settled:
            self._running = asyncio.create_task(self._run(), name="saving")

    async def settle(self, seconds: float = 5.0) -> bool:
        """Wait until everything is kept; False where it is not after so many seconds (it goes on trying)."""
        if self._running is None:
            return True
        self._wake.set()
        done, _ = await asyncio.wait({self._running}, timeout=seconds)
        return bool(done)

    async def _run(self) -> None:
        while self._waiting:
            state = self._waiting.pop()
            try:
                await asyncio.to_thread(self._keep, state)
            except Refused as trouble:
                self._waiting = self._waiting or [state]
                self._told(str(trouble))
                self._wake.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), RETRY)
        self._told("")
