"""A driver that nothing typed can end: the terminal's bytes pass a sieve on their way to Textual's own.

It is a driver, and not a pseudo-terminal with a filter in its parent process, for three reasons: every screen needs it
and not only the shared ones, no drawn frame has to be copied a second time, and it cannot come between the program and
the terminal's size and signals. It uses what Textual's drivers show to the outside (`fileno`, `exit_event`,
`run_input_thread`, `process_message`) and changes nothing of theirs: while the input thread runs, the driver reads from
a pipe, at whose other end a second thread sifts what the terminal sends.

What happens all the same in Textual's parser costs the letters it was reading, not the program. On Windows the console
gives keys and no bytes, and Textual's own driver is used there.
"""

import asyncio
import os
import select
import termios
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any

from textual.app import App
from textual.constants import DISABLE_KITTY_KEY
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.terminal.sieve import Sieve

LOOK = 0.1
"""Seconds after which the threads look whether the driver is to stop."""

LET_GO = 0.3
"""Seconds after which Textual's parser has surely given up an escape that nothing follows."""

AT_ONCE = 4096
"""Bytes read from the terminal at a time."""

MOST_WAITING = 64
"""Keys and the like that may wait for the program. What comes after them stays in the terminal until it has caught up."""


class SteadyDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, behind a sieve."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None):
        """For this app."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._for = app
        self._of = asyncio.get_running_loop()
        self._terminal = self.fileno
        self._as_taken: list[Any] | None = None

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        with suppress(termios.error):
            self._as_taken = termios.tcgetattr(self._terminal)

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self._as_taken = None
        super().stop_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal again, after the program was suspended, or was stopped from outside and goes on.

        In the second case it still has it: Textual's own driver would start another thread that reads the same keys.
        """
        if self._as_taken is None:
            super().resume_application_mode()
            return
        with suppress(termios.error):
            termios.tcsetattr(self._terminal, termios.TCSANOW, self._as_taken)
        self._of.call_soon_threadsafe(partial(self._for.refresh, layout=True))

    def run_input_thread(self) -> None:
        """Read what has passed the sieve until the driver stops, again after each fault of the parser."""
        sifted, writing = os.pipe()
        os.set_blocking(writing, False)
        self.fileno = sifted
        sifting = Thread(target=self._sift, args=(writing,), name="sifting", daemon=True)
        sifting.start()
        try:
            while not self.exit_event.is_set() and not self._of.is_closed():
                with suppress(Exception):
                    super().run_input_thread()
        finally:
            self.fileno = self._terminal
            sifting.join()
            os.close(sifted)
            os.close(writing)

    def process_message(self, message: Message) -> None:
        """Hand a key or the like to the app, once it has not too many of them to do."""
        while self._waiting > MOST_WAITING and not self.exit_event.wait(0.005):
            pass
        super().process_message(message)

    @property
    def _waiting(self) -> int:
        """How much the app, its screen and what has the focus have yet to do."""
        app, stack = self._for, self._for.screen_stack
        nodes = [app, *stack[-1:], *(screen.focused for screen in stack[-1:])]
        return max(node.message_queue_size for node in nodes if node is not None)

    def _sift(self, writing: int) -> None:
        sieve = Sieve(kitty=not DISABLE_KITTY_KEY)
        while not self.exit_event.is_set():
            patience = sieve.patience
            if select.select([self._terminal], [], [], LOOK if patience is None else patience)[0]:
                try:
                    data = os.read(self._terminal, AT_ONCE)
                except OSError:
                    data = b""
                if not data:  # the terminal is gone
                    return
                self._hand_on(writing, sieve.feed(data))
            elif patience is not None:
                self._hand_on(writing, sieve.settle())
                if DISABLE_KITTY_KEY:  # the parser waits whether more follows on an escape
                    self.exit_event.wait(LET_GO)

    def _hand_on(self, writing: int, data: bytes) -> None:
        while data and not self.exit_event.is_set():
            if select.select([], [writing], [], LOOK)[1]:
                with suppress(BlockingIOError):
                    data = data[os.write(writing, data) :]
