"""One kept file: the value in it, its previous copy, and what becomes of it when it is damaged."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

from store.documents import Kind, Tables, version_of
from store.files import NotPlain, Stamp
from store.lock import locked
from store.refusals import NotKept, TooNew, not_kept, not_read
from store.sealing import SEAL, SEALED_SINCE, unsealed
from store.storage import WholeFile, read_tables

T = TypeVar("T")

UNSOUND = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)
"""What reading damaged tables may raise; migrations are written for sound ones."""


class Kept(Generic[T]):
    """A value in a file that other processes change too. Threads may share it.

    The value is read again only when the file has been replaced. `trouble` tells the person what is wrong where it
    could not be set right on disk, as on a drive that may only be read.
    """

    def __init__(self, path: Path, kind: Kind[T]) -> None:
        self.path = path
        self.trouble: str | None = None
        self._kind = kind
        self._storage = WholeFile(path)
        self._file = self._storage.file
        self._turn = threading.RLock()
        self._value: T | None = None
        self._stamp: Stamp | None = None
        self._swept = False

    @property
    def known(self) -> bool:
        """Whether something was found or kept here before."""
        return self._stamp is not None

    def read(self) -> T | None:
        """The value, or None where nothing is kept that can be read. Raises NotRead where it may not be, TooNew."""
        with self._turn:
            try:
                return self._newest(mend=self._mend_alone)
            except OSError as error:
                raise not_read(self.path, error) from error

    def change(self, change: Callable[[T | None], T], *, leaving_no_copy: bool = False) -> T:
        """Keep what `change` makes of the value, or of None where nothing is kept; return what is kept.

        `leaving_no_copy` also removes every copy of what was kept before, whole or damaged. What `change` raises is
        passed on, and leaves everything as it was. Raises NotKept, TooNew.
        """
        with self._turn:
            try:
                with locked(self._file):
                    self._sweep_once()
                    old = self._newest(mend=self._mend)
                    new = change(old)
                    if new is old and not self.trouble and not leaving_no_copy:
                        return new
                    tables = self._kind.tables(new)
                    value = self._read_back(tables)
                    self._stamp = None
                    self._storage.write(tables, leaving_no_copy=leaving_no_copy)
                    self._value, self._stamp, self.trouble = value, self._file.look(), None
                    return value
            except OSError as error:
                raise not_kept(self.path, error) from error

    def remove(self) -> bool:
        """Remove the file with every copy, whole or damaged. False where there was none. Raises NotKept."""
        with self._turn:
            try:
                with locked(self._file):
                    self._stamp, self._value, self.trouble = None, None, None
                    return self._file.remove()
            except OSError as error:
                raise not_kept(self.path, error) from error

    def _newest(self, mend: Callable[[], None]) -> T | None:
        stamp = self._file.look()
        if stamp is None or stamp != self._stamp:
            self._load(mend)
        return self._value

    def _read_back(self, tables: Tables) -> T:
        """What a reader will find: nothing is kept that could not be read again. Raises NotKept."""
        content = self._storage.content(tables)
        try:
            return self._kind.load(unsealed(content), self.path.stem)
        except UNSOUND as error:
            raise NotKept(f"{self.path} was not saved: it could not be read again ({_first_line(error)}).") from error

    def _load(self, mend: Callable[[], None]) -> None:
        self._stamp, self._value, self.trouble = None, None, None
        try:
            self._use(self.path)
        except FileNotFoundError:
            self._fall_back(f"{self.path.name} is missing")
        except NotPlain:
            self._fall_back(f"{self.path} is no plain file")
            if self._value is None:
                raise
        except TooNew as error:
            self.trouble = str(error)
            raise
        except UNSOUND:
            mend()

    def _use(self, path: Path) -> None:
        tables, stamp = read_tables(path)
        version = version_of(tables)
        if version > self._kind.version:
            raise TooNew(self.path, version, self._kind.version)
        if version >= SEALED_SINCE and SEAL not in tables["format"]["1"]:
            raise ValueError("the checksum is missing")
        self._value = self._kind.load(self._kind.bring_up(tables), self.path.stem)
        self._stamp = stamp

    def _fall_back(self, what: str) -> None:
        """Use the previous copy as it lies; where there is none, nothing is kept."""
        try:
            self._use(self._file.previous)
        except TooNew:
            raise
        except (FileNotFoundError, NotPlain, *UNSOUND):
            return
        self.trouble = f"{what}: the copy saved before it is used."

    def _mend_alone(self) -> None:
        """Mend the file, of which no lock is held. Where it may not be changed, the previous copy is used all the same."""
        try:
            with locked(self._file):
                self._load(mend=self._mend)
        except (OSError, NotKept):
            self._fall_back(f"{self.path.name} cannot be read, and could not be set aside")
            self.trouble = self.trouble or f"{self.path.name} cannot be read, and there is no copy of it."
            self._stamp = self._stamp and self._file.look()

    def _mend(self) -> None:
        """Set aside what cannot be read; the previous copy takes its place if it can be read. The lock is held."""
        now = datetime.now(UTC)
        self._file.set_aside(self.path, now)
        try:
            self._use(self._file.previous)
        except TooNew:
            raise
        except FileNotFoundError:
            return
        except UNSOUND:
            self._file.set_aside(self._file.previous, now)
            return
        self._file.promote_previous()

    def _sweep_once(self) -> None:
        if not self._swept:
            self._file.sweep()
            self._swept = True


def _first_line(error: BaseException) -> str:
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error).split("\n", 1)[0]
