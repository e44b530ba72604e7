"""Files that are replaced whole: the new one is on disk before it takes the old one's place, and the old one is kept."""

import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

LARGEST = 32 * 1024 * 1024
"""The largest file that is read or kept, in bytes: many times what a full hall's longest workshop comes to."""

WINDOWS = os.name == "nt"
PATIENCE = 2.0
"""How long, in seconds, Windows is asked again to replace a file that a reader has open just now."""

Stamp = tuple[int, int, int]
"""What tells a file from the one that replaced it: its inode, its time of change in nanoseconds, its size in bytes."""

_numbers = count(1)


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp of a file that was looked at."""
    return found.st_ino, found.st_mtime_ns, found.st_size


def previous_of(path: Path) -> Path:
    """Where the copy before the present one is kept: `lisa.previous.json` beside `lisa.json`."""
    return path.with_name(f"{path.stem}.previous{path.suffix}")


def make_folder(folder: Path) -> None:
    """The folder and those above it exist; those that are new may be opened by their owner only."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        flush_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(20, os.strerror(20), str(folder))


def read_whole(path: Path) -> tuple[bytes, Stamp]:
    """What is in the file and its stamp, both of one moment. Raises OSError, or ValueError where it is far too large."""
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        if found.st_size > LARGEST:
            raise ValueError(f"{found.st_size} bytes are too many")
        return file.read(LARGEST), stamp_of(found)


def replace_whole(path: Path, content: bytes) -> Stamp:
    """The file holds this from now on, and what it held is its previous copy; both are on disk on return.

    At every moment one of the two can be read. A flush that fails is final for what was being written: it is thrown
    away, and a later attempt begins with a new file. Raises OSError.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{next(_numbers)}.tmp")
    try:
        stamp = _write(temporary, content)
        _keep_previous(path)
        _replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    flush_folder(path.parent)
    return stamp


def promote_previous(path: Path) -> None:
    """The previous copy takes the place of a file that is gone, and stays where it is too. Raises OSError."""
    _copy(previous_of(path), path)
    flush_folder(path.parent)


def set_aside(path: Path, now: datetime) -> Path:
    """Give a damaged file a name that says so, and never one that is taken. Returns it. Raises OSError."""
    moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%S")
    for number in count(1):
        turn = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.damaged-{moment}{turn}{path.suffix}")
        if not os.path.lexists(aside):
            break
    _replace(path, aside)
    flush_folder(path.parent)
    return aside


def set_aside_copies(path: Path) -> list[Path]:
    """What was set aside of this file and of its previous copy, oldest first."""
    return sorted(
        found for copy in (path, previous_of(path)) for found in path.parent.glob(f"{copy.stem}.damaged-*{copy.suffix}")
    )


def sweep(path: Path) -> None:
    """Remove what writers of this file left when they were killed. Only for whoever holds its lock. Raises OSError."""
    start = f".{path.name}."
    for entry in os.scandir(path.parent):
        if entry.name.startswith(start) and entry.name.endswith(".tmp"):
            with suppress(FileNotFoundError):
                Path(entry.path).unlink()


def flush_folder(folder: Path) -> None:
    """The names in the folder are on disk. Windows cannot be asked to, and need not be. Raises OSError."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, content: bytes) -> Stamp:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        # A file system's clock ticks every few milliseconds: two saves in one tick would have the same stamp.
        now = time.time_ns()
        if os.utime in os.supports_fd:
            os.utime(handle, ns=(now, now))
        os.fsync(handle)
        return stamp_of(os.fstat(handle))
    finally:
        os.close(handle)


def _keep_previous(path: Path) -> None:
    if path.exists():
        previous_of(path).unlink(missing_ok=True)
        _copy(path, previous_of(path))


def _copy(source: Path, target: Path) -> None:
    """A second name for the file; on drives that know no second names (memory sticks) a second file."""
    try:
        os.link(source, target)
    except OSError:
        temporary = source.with_name(f".{source.name}.{os.getpid()}-{next(_numbers)}.tmp")
        try:
            _write(temporary, source.read_bytes())
            _replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise


def _replace(source: Path, target: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if not WINDOWS or time.monotonic() > deadline:
                raise
            time.sleep(0.005)
        else:
            return
