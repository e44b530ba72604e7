"""The Textual app: its themes, what every screen shares, and which screen comes first."""

import os
import select
import signal
import sys
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property, partial
from importlib import import_module
from random import Random
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.constants import DRIVER
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import Screen

from tui.key_names import as_read
from tui.palette import HALL, PALETTES
from tui.settings.file import NOTHING, Given
from tui.terminal.copied import clear_copied, hash_of
from tui.terminal.minding import parent, tell
from tui.tidying import TidyApp

if TYPE_CHECKING:
    from store.protocol import Store
    from tui.settings.model import Settings

MOST_NOTICES = 5
"""How many different notices stand at a time, at the most."""


def _leave_when_alone(copied: Collection[str]) -> None:
    """Wait until the terminal or the parent process is gone, then end: nobody can see or type, and all done is on disk.

    A thread does it, for the event loop stands still as soon as what it draws is no longer read. Where the parent is
    gone, and the terminal is not, what was copied is taken off its clipboard here.
    """
    poll = select.poll()
    poll.register(0, select.POLLHUP)
    if (minded := parent()) is not None:
        poll.register(minded, select.POLLIN | select.POLLHUP)
    poll.poll()
    if copied and select.select([], [1], [], 0)[1]:
        with suppress(OSError):
            clear_copied(copied, lambda words: os.write(1, words.encode()))
    os.kill(os.getpid(), signal.SIGHUP)  # as the system does where the terminal tells its programs that it goes
    os._exit(1)


def utc_now() -> datetime:
    """The time by this machine's clock, in UTC."""
    return datetime.now(UTC)


def _help() -> Any:
    """The module of the help dialog, found by name when it is wanted: dialogs stand on the app, not the app on them."""
    return import_module("tui.dialogs.help")


class FlipchartApp(TidyApp[str]):
    """flipchart in a terminal. `first` makes the screen that it opens with."""

    TITLE = "flipchart"
    CSS_PATH = ["app.tcss", "home/home.tcss"]
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide"), (160, "-hall")]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?", id="help", show=False),
        Binding("f1", "help", "Help", show=False, id="help_anywhere"),
        Binding("ctrl+t", "swap_theme", "Dark or bright", show=False, id="theme"),
        Binding("ctrl+q", "quit", "Leave", show=False, id="quit"),
    ]

    def __init__(
        self,
        store: "Store | Callable[[], Store]",
        first: Callable[[], Screen[None]],
        *,
        now: Callable[[], datetime] = utc_now,
        random: Random | None = None,
        given: Given = NOTHING,
        called: Callable[[], str] = lambda: "flipchart",
    ) -> None:
        """The app on a store, or on one that `store` opens when it is first asked for: Home is then there sooner.

        `now` and `random` can be set so that a test knows them; `given` is what the person said of their settings, and
        `called` finds out what is to be typed to start this program.
        """
        super().__init__()
        self._kept = store
        self._instead: Store | None = None
        self._opening = Lock()
        self.now = now
        self.random = random or Random()
        self._first = first
        self._said: set[str] = set()
        self._standing: dict[str, float] = {}
        self.copied: list[str] = []
        self.held = False
        self._given = given
        self._called = called
        self._mistakes: tuple[str, ...] = ()
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.theme = self.settings.theme if given else HALL.name
        if given:
            self.set_keymap(dict(self.settings.keys))

    def get_key_display(self, binding: Binding) -> str:
        """A key as people read it: Ctrl+S, PgDn, Esc."""
        return as_read(binding.key_display or binding.key.split(",")[0], super().get_key_display(binding))

    def get_driver_class(self) -> type[Driver]:
        """A driver that nothing typed can end, where the terminal gives bytes and no other driver was named."""
        if DRIVER or sys.platform == "win32":
            return super().get_driver_class()
        from tui.terminal.driver import SteadyDriver

        return SteadyDriver

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, and have it known what is to be taken off the clipboard at the end."""
        self.copied.append(hash_of(text))
        tell("copied", self.copied[-1])
        super().copy_to_clipboard(text)

    @cached_property
    def settings(self) -> "Settings":
        """What the person has set; what they said by mistake is left out, and told when the app opens."""
        from tui.settings.model import settle

        settings, self._mistakes = settle(self._given)
        return settings

    @cached_property
    def command(self) -> str:
        """What is to be typed at a terminal of this machine to start this program."""
        return self._called()

    @property
    def store(self) -> "Store":
        """What is kept. From any thread."""
        with self._opening:
            if self._instead is not None:
                return self._instead
            if callable(self._kept):
                self._kept = self._kept()
            return self._kept

    def keep_in(self, store: "Store") -> None:
        """From now on all is kept in this store, in place of the app's own."""
        self._instead = store

    def keep_no_more_in(self, store: "Store") -> None:
        """All is kept in the app's own store again, where it was kept in this one."""
        if self._instead is store:
            self._instead = None

    async def on_mount(self) -> None:
        """Open the first screen."""
        if self._mistakes:
            first, *others = self._mistakes
            more = f" And {len(others)} more: `flipchart settings` tells them." if others else ""
            self.say_once(f"Left out of the settings: {first}{more}")
        await self.push_screen(self._first())
        if self.is_headless:
            return
        self.call_after_refresh(self.tidy_when_quiet)
        if hasattr(select, "poll"):
            Thread(target=_leave_when_alone, args=(self.copied,), name="watching the terminal", daemon=True).start()

    def _print_error_renderables(self) -> None:
        """One line in place of a traceback, which goes into a file for whoever mends it."""
        if not self._exit_renderables:
            return
        self._exit_renderables.clear()
        from tui.terminal.trouble import keep_trouble

        where = self.store.home / "trouble.txt"
        with suppress(OSError):
            keep_trouble(where, self._exception)
        sys.stderr.write(f"flipchart had to stop: a fault of its own. What was saved is kept; {where} says more.\n")

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say this, once as long as it stands: a key that is held says it thirty times a second.

        Where many notices stand already, they make room for it.
        """
        now = monotonic()
        self._standing = {words: until for words, until in self._standing.items() if until > now}
        if message in self._standing:
            return
        if len(self._standing) >= MOST_NOTICES:
            self.clear_notifications()
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self._standing[message] = now + seconds
        super().notify(message, title=title, severity=severity, timeout=seconds, markup=markup)

    def clear_notifications(self) -> None:
        """Nothing is said any more, and all may be said again."""
        self._standing.clear()
        super().clear_notifications()

    def say_once(self, words: str) -> None:
        """A notice that stands for a while, and comes only once however often it is said."""
        if words not in self._said:
            self._said.add(words)
            self.notify(words, severity="warning", timeout=20, markup=False)

    async def action_quit(self) -> None:
        """Leave; not where only a PIN leads out, whatever screen the key came from."""
        if not self.held:
            await super().action_quit()

    def action_swap_theme(self) -> None:
        """From the dark hall to the bright room, or back."""
        names = list(PALETTES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: everything that can be done on the screen now, by its name."""
        for can in _help().possible(screen):
            run = partial(self.run_action, can.action, can.node)
            yield SystemCommand(can.what, " or ".join(can.keys), run)
        yield SystemCommand("Help", "? or F1", self.action_help)

    def action_help(self) -> None:
        """Say what can be done here."""
        dialog = _help().HelpScreen
        if not isinstance(self.screen, dialog):
            self.push_screen(dialog.about(self.screen, self.command))
