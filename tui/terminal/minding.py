"""A parent process that minds the terminal: what runs in it can end, and a shared terminal is not left to a shell.

The program runs in a child of it. Whatever ends the child (a fault, a kill, a full memory), the parent sets the
terminal right; and where a facilitator's PIN holds it, the parent starts the program again on the same session, with
a pause that grows where it keeps failing. The child tells it, one JSON object a line, when the terminal is held and
by which PIN (as a hash), when it is let go, and what was copied (as a hash, so that it can be taken off the clipboard).

It waits and does nothing else, and shares the child's terminal: nothing that is typed or drawn passes through it. It
forks before anything large is loaded or read, so that it stays as small as Python itself; no key sends a signal until
the child knows whether a PIN holds the terminal. A closed window (SIGHUP) and SIGTERM end both; if the parent is killed, the child
hears it and ends. Where there is no fork (Windows), the program runs alone.
"""

import json
import os
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

if TYPE_CHECKING:
    from types import FrameType

SOON = 5.0
"""Seconds in which a program that ends has failed at once: the next is not started before a pause."""

PAUSES = (0.0, 1.0, 2.0, 4.0, 8.0)
"""Seconds before it is started again: the first for one that ran well, the next for each that failed at once."""

LOOK = 1.0
"""Seconds after which it looks whether the child was stopped."""

GRACE = 3.0
"""Seconds that a child has to end by itself."""

KEYS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTSTP", "SIGQUIT") if hasattr(signal, name))
"""What keys of a terminal may send, to everything that runs in it."""

ENDINGS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))
"""What ends it all."""

AGAIN = "\x1b[2J\x1b[HThis shared terminal starts again in a moment."

AS_BEFORE = (
    "\x1b[?2026l\x1b[?2004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?1004l\x1b[?2048l"
    "\x1b[<u\x1b[?1049l\x1b[?7h\x1b[?25h\x1b[0m"
)
"""No paste marks, no mouse, no focus reports, no kitty keys, the first screen, lines that wrap, a cursor, no colours."""


class Held(NamedTuple):
    """The session that a shared terminal is held for, the home it is kept in, and the PIN that leads out, as JSON."""

    code: str
    home: str
    pin: str


class _Over(BaseException):
    """The parent itself is told to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


_line: socket.socket | None = None
"""In a child: what leads to its parent."""

_minder: "_Minder | None" = None
"""In a child: its parent as it was when the child began."""


def tell(what: str, words: Any) -> None:
    """Tell the parent process, if there is one: `held` with a Held or None, or `copied` with a hash."""
    if _line is not None:
        with suppress(OSError):
            _line.sendall(json.dumps({what: words}).encode() + b"\n")


def parent() -> int | None:
    """What can be read once the parent process has ended; None where there is no parent."""
    return _line.fileno() if _line is not None else None


def mind(*, seat: bool = False) -> Held | None:
    """From here on the caller is a child of a process that minds the terminal; the parent itself never returns.

    `seat` says that this is to be a shared terminal: until `hold_or_let_go`, its keys send no signals. It returns what
    the terminal is held for, if it was when this child began: the caller opens that. A second call says it again.
    """
    global _minder
    if not hasattr(os, "fork"):
        return None
    if _minder is None:
        sys.stdout.flush()
        sys.stderr.flush()
        minder = _Minder(seat)
        minder.begin()
        _minder = minder
    return _minder.held


def hold_or_let_go(held: Held | None) -> None:
    """A shared terminal knows now whether it is held, and by which PIN; where it is not, its keys are as in any program."""
    tell("held", held)
    if held is None and _minder is not None:
        _minder.give_keys_back()


class _Minder:
    """The parent."""

    def __init__(self, seat: bool) -> None:
        self.held: Held | None = None
        self._without_keys = seat
        self._copied: list[str] = []
        self._terminal = _settings_of_terminal()
        self._handlers: dict[int, Any] = {}
        self._child = 0
        self._failed = 0

    def begin(self) -> None:
        """Start a child, and another as long as it takes. In a child, it returns."""
        self._handlers = {number: signal.signal(number, signal.SIG_IGN) for number in KEYS}
        try:
            while True:
                for number in ENDINGS:
                    self._handlers.setdefault(number, signal.signal(number, _end))
                began = time.monotonic()
                if (line := self._fork()) is None:
                    return
                status = self._wait(line)
                self._tidy(status)
                if self.held is None or not _is_there():
                    self._leave(status)
                self._failed = self._failed + 1 if time.monotonic() - began < SOON else 0
                self._rest(PAUSES[min(self._failed, len(PAUSES) - 1)])
        except _Over as over:
            self._end_all(over.number)

    def give_keys_back(self) -> None:
        """In a child: keys are shown and send signals, as before."""
        _set_terminal(self._terminal)
        for number in KEYS:
            signal.signal(number, self._handlers[number])

    def _fork(self) -> socket.socket | None:
        """The line to a new child; None in the child."""
        global _line
        if self._without_keys or self.held:
            _without_keys()
        ours, theirs = socket.socketpair()
        self._child = os.fork()
        if self._child:
            theirs.close()
            return ours
        ours.close()
        _line = theirs
        for number in ENDINGS:
            signal.signal(number, self._handlers[number])
        if not (self._without_keys or self.held):
            self.give_keys_back()
        return None

    def _wait(self, line: socket.socket) -> int:
        """Listen until the child has ended; how it ended, as `os.waitpid` says."""
        heard = b""
        with line:
            while True:
                if select.select([line], [], [], LOOK)[0]:
                    data = line.recv(65536)
                    *whole, heard = (heard + data).split(b"\n")
                    for words in whole:
                        self._hear(json.loads(words))
                    if not data:
                        break
                found, status = os.waitpid(self._child, os.WNOHANG | os.WUNTRACED)
                if found and not os.WIFSTOPPED(status):
                    return status
                if found and self.held:  # who stops a held program does not get what is behind it
                    os.kill(self._child, signal.SIGCONT)
        return os.waitpid(self._child, 0)[1]

    def _hear(self, told: dict[str, Any]) -> None:
        if "held" in told:
            self.held = Held(*told["held"]) if told["held"] else None
        if "copied" in told:
            self._copied.append(str(told["copied"]))

    def _tidy(self, status: int) -> None:
        """The terminal as it was, whatever the child left on it; nothing on the clipboard that was copied here."""
        if os.WIFSIGNALED(status) or self.held:
            _write(AS_BEFORE)
        if self._copied:
            from tui.terminal.copied import clear_copied

            clear_copied(self._copied, _write)
            self._copied.clear()
        _set_terminal(self._terminal)

    def _rest(self, seconds: float) -> None:
        """What is typed meanwhile goes nowhere."""
        _without_keys()
        if seconds:
            _write(AGAIN)
            time.sleep(seconds)
        _without_keys()

    def _leave(self, status: int) -> NoReturn:
        """End as the child did."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if not os.WIFSIGNALED(status):
            sys.exit(os.waitstatus_to_exitcode(status))
        number = os.WTERMSIG(status)
        if number not in ENDINGS and _is_there():
            sys.stderr.write(f"flipchart was ended from outside (signal {number}). What was saved is kept.\n")
        sys.exit(128 + number)

    def _end_all(self, number: int) -> NoReturn:
        """End the child, and then itself as it was told to."""
        for ending in ENDINGS:
            signal.signal(ending, signal.SIG_IGN)
        status = _ended(self._child, number)
        self._tidy(status)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        sys.exit(128 + number)


def _end(number: int, frame: "FrameType | None") -> None:
    raise _Over(number)


def _ended(child: int, number: int) -> int:
    """Tell a child to end, and see to it that it does; its status."""
    deadline = time.monotonic() + GRACE
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, number)
        os.kill(child, signal.SIGCONT)
        while time.monotonic() < deadline:
            found, status = os.waitpid(child, os.WNOHANG)
            if found:
                return status
            time.sleep(0.02)
        os.kill(child, signal.SIGKILL)
        return os.waitpid(child, 0)[1]
    return 0


def _settings_of_terminal() -> list[Any]:
    import termios

    return termios.tcgetattr(0)


def _set_terminal(settings: list[Any]) -> None:
    import termios

    with suppress(termios.error):
        termios.tcsetattr(0, termios.TCSANOW, settings)


def _without_keys() -> None:
    """No key is shown, none means a signal, and what was typed is gone."""
    import termios

    with suppress(termios.error):
        settings = termios.tcgetattr(0)
        settings[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(0, termios.TCSAFLUSH, settings)


def _is_there() -> bool:
    """Whether the terminal is still there, and still ours."""
    import termios

    try:
        termios.tcgetattr(0)
    except termios.error:
        return False
    gone = select.poll()
    gone.register(0, 0)
    return not gone.poll(0)


def _write(words: str) -> None:
    with suppress(OSError):
        os.write(1, words.encode())
