"""Files that are replaced whole: the new one is on disk before it takes the old one's place, and the old one is kept."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from secrets import token_hex

LARGEST = 32 * 1024 * 1024
"""The largest file that is read or kept, in bytes: many times what a full hall's longest workshop comes to."""

WINDOWS = os.name == "nt"
PATIENCE = 2.0
"""How long, in seconds, Windows is asked again to rename a file that a reader has open just now."""

Stamp = tuple[int, int, int]
"""What tells a file from the one that replaced it: its inode, its time of change in nanoseconds, its size in bytes."""

UNBLOCKED = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""So that opening what turns out to be a pipe or a device does not wait for somebody at its other end."""

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class NotPlain(OSError):
    """A pipe, a device or a folder is in the place of a file of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "it is no plain file", str(path))


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp of a file that was looked at."""
    return found.st_ino, found.st_mtime_ns, found.st_size


class ReplacedFile:
    """A file such as `lisa.json`, with the copy before it as `lisa.previous.json`.

    Only the holder of the file's lock may change anything. Everything raises OSError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.previous = path.with_name(f"{path.stem}.previous{path.suffix}")
        self.lock = path.with_name(f".{path.name}.lock")

    def look(self) -> Stamp | None:
        """The stamp of the file, or of the previous copy where the file is missing; None where both are."""
        for path in (self.path, self.previous):
            with suppress(FileNotFoundError):
                return stamp_of(path.stat())
        return None

    def replace(self, content: bytes, *, leaving_no_copy: bool = False) -> None:
        """The file holds this from now on, and what it held is its previous copy; both are on disk on return.

        At every moment one of the two can be read. `leaving_no_copy` forgets whatever was kept before: the previous
        copy is then one of the new content. A flush that fails is final for what was being written: it is thrown away,
        and a later attempt begins anew.
        """
        for path in (self.path, self.previous):
            if path.exists() and not path.is_file():
                raise NotPlain(path)
        if leaving_no_copy:
            self._remove(self.previous, *self._left_behind())
        temporary = self._temporary()
        try:
            _write(temporary, content)
            if not leaving_no_copy and self.path.exists():
                self._keep_as_previous()
            _rename(temporary, self.path)
        finally:
            temporary.unlink(missing_ok=True)
        if leaving_no_copy:
            self._copy(self.path, self.previous)
        flush_folder(self.path.parent)

    def promote_previous(self) -> None:
        """A second file like the previous copy takes the place of the file, which is gone."""
        self._copy(self.previous, self.path)
        flush_folder(self.path.parent)

    def set_aside(self, path: Path, now: datetime) -> None:
        """Give the file or its previous copy a name that says it is damaged, and that is not taken."""
        moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%S")
        turns = chain([""], (f"-{number}" for number in count(2)))
        names = (f"{path.stem}.damaged-{moment}{turn}{path.suffix}" for turn in turns)
        _rename(path, next(aside for name in names if not (aside := path.with_name(name)).exists()))
        flush_folder(path.parent)

    def sweep(self) -> None:
        """Remove what writers of this file left when they were killed, and the spares that earlier versions kept."""
        self._remove(*self._unfinished())

    def remove(self) -> bool:
        """Remove the file with every copy of it, whole or damaged. False where there was none."""
        found = self._remove(self.path, self.previous, *self._left_behind())
        with suppress(PermissionError):  # Windows removes no file that is open; a lock holds nothing of anybody
            self.lock.unlink(missing_ok=True)
        flush_folder(self.path.parent)
        return found

    def _unfinished(self) -> Iterator[Path]:
        yield from self.path.parent.glob(f".{self.path.name}.*.tmp")
        yield self.path.with_name(f".{self.path.name}.spare")

    def _left_behind(self) -> Iterator[Path]:
        yield from self._unfinished()
        for path in (self.path, self.previous):
            yield from path.parent.glob(f"{path.stem}.damaged-*{path.suffix}")

    def _remove(self, *paths: Path) -> bool:
        there = [path for path in paths if os.path.lexists(path)]
        for path in there:
            path.unlink(missing_ok=True)
        return bool(there)

    def _keep_as_previous(self) -> None:
        """The previous copy is the file as it is, for a moment under two names: the file is about to be another one."""
        self.previous.unlink(missing_ok=True)
        try:
            self.previous.hardlink_to(self.path)
        except OSError:  # memory sticks know no second names
            self._copy(self.path, self.previous)

    def _copy(self, source: Path, target: Path) -> None:
        temporary = self._temporary()
        try:
            _write(temporary, read_whole(source)[0])
            _rename(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)

    def _temporary(self) -> Path:
        return self.path.with_name(f".{self.path.name}.{token_hex(4)}.tmp")


def read_whole(path: Path) -> tuple[bytes, Stamp]:
    """What is in the file, and its stamp. Raises NotPlain, another OSError, or ValueError where it is far too large."""
    handle = os.open(path, os.O_RDONLY | UNBLOCKED)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise NotPlain(path)
        if found.st_size > LARGEST:
            raise ValueError(f"{found.st_size} bytes are too many")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(LARGEST), stamp_of(found)
    finally:
        os.close(handle)


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


def _write(path: Path, content: bytes) -> None:
    """A new file that holds this, on disk on return."""
    with os.fdopen(os.open(path, NEW, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        # A file system's clock ticks every few milliseconds: two saves in one tick would have the same stamp.
        now = time.time_ns()
        if os.utime in os.supports_fd:
            os.utime(file.fileno(), ns=(now, now))
        os.fsync(file.fileno())


def _rename(source: Path, target: Path) -> None:
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
