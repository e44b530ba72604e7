"""Who is open where: a small mark for each terminal, touched while it is open, in the session's own folder.

A mark lives while it is touched. Ages are told by the clock of the drive, so that computers whose clocks differ agree.
On the computer where it was made, a mark whose program was killed is known to be dead at once.
Marks are a courtesy: where they cannot be made or read, nothing is said and nothing fails.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from store.files import UNBLOCKED, read_whole

TOUCH = 3.0
"""How often, in seconds, a terminal touches its mark."""

ALIVE = 10.0
"""For how long, in seconds, a mark tells of an open terminal after it was touched last."""

STALE = 60.0
"""After how long, in seconds, a mark is swept away by whoever looks next."""

MARK = re.compile(r"([a-z][a-z0-9-]{0,39})@([a-z0-9-]{1,32})")
CLOCK = ".now"

_OPEN = os.O_WRONLY | os.O_CREAT | UNBLOCKED | getattr(os, "O_NOFOLLOW", 0)


def arrive(session: Path, what: str, terminal: str) -> None:
    """This terminal has `what` open, in the session of this folder: now, and for `ALIVE` seconds from now."""
    name = f"{what}@{terminal}"
    if MARK.fullmatch(name):
        with suppress(OSError):
            _touch(session / "present" / name, f"{_computer()} {os.getpid()}")


def leave(session: Path, what: str, terminal: str) -> None:
    """This terminal has it open no more."""
    with suppress(OSError):
        (session / "present" / f"{what}@{terminal}").unlink()


def forget(session: Path, what: str) -> None:
    """No terminal has it open any more, whether it says so or not."""
    with suppress(OSError):
        for (marked, terminal), _ in list(_marks(session / "present")):
            if marked == what:
                leave(session, what, terminal)


def present(session: Path) -> Mapping[str, frozenset[str]]:
    """The terminals at which each thing is open now. Marks that were left by killed terminals are swept."""
    found: dict[str, set[str]] = {}
    with suppress(OSError):
        marks = dict(_marks(session / "present"))
        now = _now(session / "present", marks) if marks else 0.0
        for (what, terminal), touched in marks.items():
            if now - touched <= ALIVE and not _killed(session / "present" / f"{what}@{terminal}"):
                found.setdefault(what, set()).add(terminal)
            elif now - touched > STALE:
                leave(session, what, terminal)
    return {what: frozenset(terminals) for what, terminals in found.items()}


def _marks(folder: Path) -> Iterator[tuple[tuple[str, str], float]]:
    for entry in os.scandir(folder):
        if mark := MARK.fullmatch(entry.name):
            with suppress(FileNotFoundError):
                yield (mark[1], mark[2]), entry.stat(follow_symlinks=False).st_mtime


def _now(folder: Path, marks: Mapping[tuple[str, str], float]) -> float:
    """The time by the clock of the drive; on one that may only be read, that of the newest mark."""
    try:
        return _touch(folder / CLOCK)
    except OSError:
        return max(marks.values())


@cache
def _computer() -> str:
    """What nobody else's computer is called; empty where a program's number does not tell whether it runs."""
    if sys.platform == "win32":
        return ""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return os.uname().nodename.replace(" ", "-")


def _killed(mark: Path) -> bool:
    """Whether the program that made it ran on this computer, and runs no more."""
    try:
        computer, number = read_whole(mark)[0].decode().split()
        if computer == _computer():
            os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError, OverflowError):
        return False
    return False


def _touch(path: Path, words: str = "") -> float:
    """Touch a file, made with these words if it is not there; the time that the drive gave it. Raises OSError."""
    with suppress(FileExistsError):
        path.parent.mkdir(mode=0o700)
    handle = os.open(path, _OPEN, 0o600)
    try:
        if words and os.fstat(handle).st_size == 0:
            os.write(handle, words.encode())
        if os.utime in os.supports_fd:
            os.utime(handle)
        else:
            os.utime(path)
        return os.fstat(handle).st_mtime
    finally:
        os.close(handle)
