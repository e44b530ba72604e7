"""Files that are replaced whole: the new one is on disk before it takes the old one's place, and the old one is kept."""

# ruff: noqa: PTH104, PTH105, PTH108, PTH110, PTH116
# A save is a dozen system calls: made on `Path`s they would take as long again to prepare as to run.

import errno
import os
import stat
import time
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

LARGEST = 32 * 1024 * 1024
"""The largest file that is read or kept, in bytes: many times what a full hall's longest workshop comes to."""

WINDOWS = os.name == "nt"
PATIENCE = 2.0
"""How long, in seconds, Windows is asked again to rename a file that a reader has open just now."""

Stamp = tuple[int, int, int]
"""What tells a file from the one that replaced it: its inode, its time of change in nanoseconds, its size in bytes."""

_UNBLOCKED = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""So that reading what turns out to be a pipe does not wait for somebody to write."""

_OPEN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_numbers = count(1)


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp of a file that was looked at."""
    return found.st_ino, found.st_mtime_ns, found.st_size


class ReplacedFile:
    """A file such as `lisa.json`, with the copy before it as `lisa.previous.json`.

    The copy before that is `.lisa.json.spare`: its room on the disk is written over by the next save, which takes half
    the time of making a new file. Only the holder of the file's lock may change anything. Everything raises OSError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = path.parent
        self.previous = path.with_name(f"{path.stem}.previous{path.suffix}")
        self.spare = path.with_name(f".{path.name}.spare")
        self.lock = path.with_name(f".{path.name}.lock")
        self._path, self._previous, self._spare = str(path), str(self.previous), str(self.spare)
        self._temporary_stem = str(path.with_name(f".{path.name}.{os.getpid()}-"))

    def look(self) -> Stamp | None:
        """The stamp of the file, or of the previous copy where the file is missing; None where both are."""
        for path in (self._path, self._previous):
            try:
                return stamp_of(os.stat(path))
            except FileNotFoundError:
                pass
        return None

    def replace(self, content: bytes) -> Stamp:
        """The file holds this from now on, and what it held is its previous copy; both are on disk on return.

        At every moment one of the two can be read. A flush that fails is final for what was being written: it is
        thrown away, and a later attempt begins anew.
        """
        temporary = self._temporary()
        try:
            with suppress(FileNotFoundError):
                os.rename(self._spare, temporary)
            stamp = _write(temporary, content)
            if os.path.exists(self._path):
                with suppress(FileNotFoundError):
                    _rename(self._previous, self._spare)
                self._name_too(self._path, self._previous)
            _rename(temporary, self._path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
        flush_folder(self.folder)
        return stamp

    def promote_previous(self) -> None:
        """A second file like the previous copy takes the place of the file, which is gone."""
        self._double(self._previous, self._path)
        flush_folder(self.folder)

    def set_aside(self, path: Path, now: datetime) -> None:
        """Give the file or its previous copy a name that says it is damaged, and that is not taken."""
        moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%S")
        turns = chain([""], (f"-{number}" for number in count(2)))
        names = (f"{path.stem}.damaged-{moment}{turn}{path.suffix}" for turn in turns)
        _rename(path, next(aside for name in names if not (aside := path.with_name(name)).exists()))
        flush_folder(self.folder)

    def sweep(self) -> None:
        """Remove what writers of this file left when they were killed."""
        for left in self.folder.glob(f".{self.path.name}.*.tmp"):
            left.unlink(missing_ok=True)

    def remove(self, *, only_old: bool = False) -> bool:
        """Remove the file with every copy of it, whole or damaged, or all but the two newest. False where none was."""
        self.sweep()
        aside = [self.folder.glob(f"{path.stem}.damaged-*{path.suffix}") for path in (self.path, self.previous)]
        old = [self.spare, *(path for found in aside for path in found)]
        there = [path for path in (old if only_old else [self.path, self.previous, *old]) if path.exists()]
        for path in there:
            path.unlink(missing_ok=True)
        if not only_old:
            self.lock.unlink(missing_ok=True)
        flush_folder(self.folder)
        return bool(there)

    def _temporary(self) -> str:
        return f"{self._temporary_stem}{next(_numbers)}.tmp"

    def _name_too(self, source: str, target: str) -> None:
        """A second name for the file; on drives that know no second names (memory sticks) a second file."""
        try:
            os.link(source, target)
        except OSError:
            self._double(source, target)

    def _double(self, source: str, target: str) -> None:
        temporary = self._temporary()
        try:
            _write(temporary, read_whole(Path(source))[0])
            _rename(temporary, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise


def read_whole(path: Path) -> tuple[bytes, Stamp]:
    """What is in the file and its stamp, both of one moment. Raises OSError, or ValueError where it is far too large."""
    while True:
        with os.fdopen(os.open(path, os.O_RDONLY | _UNBLOCKED), "rb", buffering=0) as file:
            before = os.fstat(file.fileno())
            if stat.S_ISDIR(before.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if not stat.S_ISREG(before.st_mode):
                raise ValueError("it is no file")
            if before.st_size > LARGEST:
                raise ValueError(f"{before.st_size} bytes are too many")
            content = file.readall()
            # Three saves later its room is written over, and we may have it open still.
            if stamp_of(os.fstat(file.fileno())) == stamp_of(before):
                return content, stamp_of(before)


def make_folder(folder: Path) -> None:
    """The folder and those above it exist; those that are new may be opened by their owner only. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        flush_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def flush_folder(folder: Path) -> None:
    """The names in the folder are on disk. Windows cannot be asked to. Raises OSError."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: str, content: bytes) -> Stamp:
    """Write a file, over one that is there if this is its only name, and flush it."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | _OPEN, 0o600)
    try:
        if os.fstat(handle).st_nlink > 1:
            os.unlink(path)
            os.close(handle)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, 0o600)
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.ftruncate(handle, len(content))
        # A file system's clock ticks every few milliseconds: two saves in one tick would have the same stamp.
        now = time.time_ns()
        if os.utime in os.supports_fd:
            os.utime(handle, ns=(now, now))
        os.fsync(handle)
        return stamp_of(os.fstat(handle))
    finally:
        os.close(handle)


def _rename(source: str | Path, target: str | Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            os.replace(source, target)
        except PermissionError:
            if not WINDOWS or time.monotonic() > deadline:
                raise
            time.sleep(0.005)
        else:
            return
