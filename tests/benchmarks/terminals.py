"""Programs run in terminals of their own, as a person would start them."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

FLIPCHART = [str(Path(sys.executable).with_name("flipchart"))]

EMPTY_APP = [
    sys.executable,
    "-c",
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    def compose(self):\n"
    "        yield Static('ready')\n"
    "Empty().run()\n",
]
"""The smallest Textual app that shows it is there."""


@dataclass
class Terminal:
    """A program in a terminal. `seen` is everything it has drawn."""

    process: "subprocess.Popen[bytes]"
    handle: int
    seen: bytes = b""

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Read until the program has drawn this text; AssertionError where it does not in time."""
        deadline = time.monotonic() + seconds
        while text.encode() not in self.seen:
            left = deadline - time.monotonic()
            assert left > 0, f"never saw {text!r}: {self.seen[-2000:]!r}"
            if select.select([self.handle], [], [], left)[0]:
                self.seen += os.read(self.handle, 65536)

    def press(self, keys: str) -> None:
        """Type these characters."""
        os.write(self.handle, keys.encode())

    def memory(self) -> int:
        """The memory that the program and who minds it have for themselves, in bytes (proportional set size)."""
        return sum(_memory(one) for one in {self.process.pid, drawing(self.process.pid)})


def drawing(started: int) -> int:
    """The process that draws: the child of the one that was started, where that one minds it."""
    children = Path(f"/proc/{started}/task/{started}/children").read_text().split()
    return int(children[0]) if children else started


def end_all(started: "subprocess.Popen[bytes]") -> None:
    """End a program that has a session of its own as a power cut would, and with it what it started."""
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()


def _memory(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


@contextmanager
def terminal(command: list[str], *, columns: int = 80, rows: int = 24, **environment: str) -> Iterator[Terminal]:
    """Start a command in a terminal of this size, and end it afterwards."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        command,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
    )
    os.close(follower)
    try:
        yield Terminal(process, leader)
    finally:
        end_all(process)
        os.close(leader)
