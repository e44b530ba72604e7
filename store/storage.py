"""The TinyDB storage of one file: read whole, and replaced whole at the end of a change."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
from tinydb.storages import Storage

from store.documents import Tables, as_tables
from store.files import LARGEST, Stamp, read_whole
from store.refusals import NotKept


class WholeFile(Storage):
    """The tables in one JSON file.

    A change goes over several tables and is kept whole or not at all. TinyDB reads and writes the tables that
    `changing` holds; the file is then replaced once by `content`. Whoever changes it holds the file's lock from before
    the tables were read until after they are kept.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: Tables | None = None

    def read(self) -> Tables | None:
        """The tables being changed, or those in the file; None where there is no file. Raises OSError, ValueError."""
        if self._held is not None:
            return self._held
        try:
            return read_tables(self.path)[0]
        except FileNotFoundError:
            return None

    def write(self, data: Tables) -> None:
        """Hold these until they are kept. Raises RuntimeError outside a change, where another's would be lost."""
        if self._held is None:
            raise RuntimeError("a kept file is written to inside `changing` only")
        self._held = data

    @contextmanager
    def changing(self, tables: Tables) -> Iterator[None]:
        """TinyDB reads and writes these tables meanwhile; the ones given stay as they are."""
        self._held = dict(tables)
        try:
            yield
        finally:
            self._held = None

    def content(self) -> bytes:
        """The tables being changed as they will stand in the file. Raises NotKept where they cannot be written."""
        try:
            content = orjson.dumps(self._held)
        except orjson.JSONEncodeError as error:
            raise NotKept(f"{self.path} could not be saved: it holds text that cannot be written ({error}).") from error
        if len(content) > LARGEST:
            raise NotKept(f"{self.path} could not be saved: it would be larger than {LARGEST >> 20} MB. Shorten it.")
        return content


def read_tables(path: Path) -> tuple[Tables, Stamp]:
    """The tables in a file, and its stamp. Raises OSError, or ValueError where it is no database."""
    content, stamp = read_whole(path)
    return as_tables(orjson.loads(content)), stamp
