"""The program in real terminals that are looked at all the time, typed at, and killed."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.terminals import FLIPCHART, drawing, end_all
from tests.soak.picture import SYNC_ASKED, SYNC_KNOWN, Picture

AS_ITS_OWN = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_DFL)
os.close(os.open(os.ttyname(0), os.O_RDWR))
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Starts a program to which its terminal belongs, as from a shell: it hears when the terminal is closed."""

PATIENCE = 120.0
"""How long, in seconds, a busy machine may take to show what was asked for."""

PIECE = 512
"""Bytes sent at once: fewer than a terminal holds for a program that is slow to read them."""

Look = Callable[[str, str], None]
"""Hears what a screen shows after each frame, and everything that was drawn on the way to it."""


class Unseen(AssertionError):
    """A terminal did not show in time what it should."""


def until(holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until this holds. Raises Unseen where it does not in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise Unseen("what was waited for does not hold")
        time.sleep(0.02)


class Terminal:
    """`flipchart` with these arguments in a terminal. A thread reads all that it draws. `through` is the script that starts it.

    `look` hears what a screen shows after each frame, `hear` every byte that is written to it.
    """

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        look: Look | None = None,
        hear: Callable[[bytes], object] | None = None,
        through: str = AS_ITS_OWN,
    ) -> None:
        self._told = threading.Condition()
        self._size = columns, rows
        self._picture = Picture(columns, rows)
        self._look, self._hear = look, hear
        self._killed = False
        self.shown = ""
        self.frames = 0
        self._read_so_far = 0
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", through, *FLIPCHART, *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
            env={
                **{name: words for name, words in os.environ.items() if name not in ("COLUMNS", "LINES")},
                "FLIPCHART_HOME": str(home),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
            },
        )
        os.close(follower)
        self._handle = leader
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        before = b""
        while True:
            try:
                data = os.read(self._handle, 65536)
            except OSError:
                data = b""
            if not data:
                break
            if SYNC_ASKED in before + data:
                os.write(self._handle, SYNC_KNOWN)
                before = b""
            else:
                before = data[1 - len(SYNC_ASKED) :]
            with self._told:
                self._read_so_far += len(data)
                if self._hear:
                    self._hear(data)
                if self._picture.feed(data):
                    self._show()
        with self._told:
            self._show()

    def _show(self) -> None:
        self.shown, drawn = self._picture.text, "\n".join(self._picture.drawn)
        self._picture.drawn = []
        self.frames += 1
        if self._look:
            self._look(self.shown, drawn)
        self._told.notify_all()

    @property
    def process_id(self) -> int:
        """By which the system knows the program that was started."""
        return self._process.pid

    @property
    def program(self) -> int:
        """By which the system knows the program that draws: the child of the one that was started, where that minds it."""
        return drawing(self._process.pid)

    @property
    def ended(self) -> bool:
        """Whether the program has ended without having been killed here."""
        return not self._killed and self._process.poll() is not None

    def wait(self, holds: str | Callable[[str], object], seconds: float = PATIENCE) -> str:
        """Wait until the screen has these words, or until this holds of it; the screen then. Raises Unseen."""
        check = holds if callable(holds) else lambda shown: holds in shown
        deadline = time.monotonic() + seconds
        with self._told:
            while not check(self.shown):
                left = deadline - time.monotonic()
                if left <= 0 or self.ended:
                    wanted = holds if isinstance(holds, str) else "what was waited for"
                    raise Unseen(f"never saw {wanted} on:\n{self.shown}")
                self._told.wait(min(left, 0.5))
            return self.shown

    @property
    def standing(self) -> str:
        """What stands on it at this moment, though a frame may be half drawn."""
        with self._told:
            return self._picture.text

    def wipe(self) -> None:
        """Nothing stands on it any more, as if something else had been drawn over it."""
        with self._told:
            self._picture = Picture(*self._size)
            self.shown = self._picture.text

    def drew_since(self, seconds: float) -> bool:
        """Whether it draws anything in the next so many seconds."""
        with self._told:
            before = self._read_so_far
        time.sleep(seconds)
        with self._told:
            return self._read_so_far != before

    @property
    def line(self) -> str:
        """All that stands on it as one line, as the program wrote it."""
        return " ".join("".join(self.shown.split("\n")).split())

    def press(self, keys: str) -> None:
        """Type these characters."""
        self.send(keys.encode())

    def send(self, data: bytes, patience: float = PATIENCE) -> None:
        """Send these bytes as the terminal, as soon as the program takes them. Raises Unseen where it does not."""
        deadline = time.monotonic() + patience
        while data:
            if select.select([], [self._handle], [], 0.5)[1]:
                data = data[os.write(self._handle, data[:PIECE]) :]
            elif time.monotonic() > deadline or self.ended:
                raise Unseen(f"does not take what is typed:\n{self.shown}")

    def kill(self) -> None:
        """End it as a power cut would, if it has not ended."""
        if self._killed:
            return
        self._killed = True
        end_all(self._process)
        self._reader.join(5)
        os.close(self._handle)

    def close(self, seconds: float = PATIENCE) -> int:
        """Close the window, as by its cross; the program's exit status, or minus the signal that ended it."""
        self._killed = True
        os.close(self._handle)
        return self._process.wait(seconds)

    def end(self, seconds: float = PATIENCE) -> int:
        """Wait until the program ends by itself; its exit status."""
        status = self._process.wait(seconds)
        self._reader.join(5)
        return status
