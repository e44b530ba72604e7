"""The TinyDB storage of one file: read whole, and replaced whole."""

from pathlib import Path

import orjson
from tinydb.storages import Storage

from store.documents import Tables
from store.files import LARGEST, ReplacedFile, Stamp, read_whole
from store.refusals import NotKept
from store.sealing import sealed, unsealed


class WholeFile(Storage):
    """All the tables of one JSON file. A change of several tables is one write: it is kept whole or not at all.

    Whoever writes holds the file's lock from before the tables were read until after they are written.
    """

    def __init__(self, path: Path) -> None:
        self.file = ReplacedFile(path)

    def read(self) -> Tables | None:
        """The tables in the file; None where there is no file. Raises OSError, ValueError."""
        try:
            return read_tables(self.file.path)[0]
        except FileNotFoundError:
            return None

    def write(self, data: Tables, *, leaving_no_copy: bool = False) -> None:
        """The file holds these tables from now on, as `ReplacedFile.replace` says. Raises OSError, NotKept."""
        self.file.replace(self.content(data), leaving_no_copy=leaving_no_copy)

    def content(self, tables: Tables) -> bytes:
        """The tables as they will stand in the file. Raises NotKept where they cannot be written."""
        path = self.file.path
        try:
            content = sealed(tables)
        except orjson.JSONEncodeError as error:
            raise NotKept(f"{path} could not be saved: it holds text that cannot be written ({error}).") from error
        if len(content) > LARGEST:
            raise NotKept(f"{path} could not be saved: it would be larger than {LARGEST >> 20} MB. Shorten it.")
        return content


def read_tables(path: Path) -> tuple[Tables, Stamp]:
    """The tables in a file, and its stamp. Raises OSError, or ValueError where it is no database."""
    content, stamp = read_whole(path)
    return unsealed(content), stamp
