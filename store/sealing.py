"""What a kept file says, letter by letter: JSON with a checksum, and nothing in it that a terminal would obey.

The checksum stands in the table `format` and is that of all the rest, so that a single bit that a drive has turned is
told like any other damage. Files of version 1 had none.
"""

import hashlib
import re
from typing import Any

import orjson

from store.documents import Tables, as_tables

SEAL = "checksum"
SEALED_SINCE = 2
"""The version of the format from which on every file has a checksum."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PERHAPS_CONTROLS = re.compile(rb"\\[bfru]|\x7f|\xc2[\x80-\x9f]")


def sealed(tables: Tables) -> bytes:
    """The tables as they stand in a file. Raises orjson.JSONEncodeError for what cannot be written."""
    about = {**tables["format"]["1"], SEAL: _checksum(tables)}
    return orjson.dumps({**tables, "format": {"1": about}})


def unsealed(content: bytes) -> Tables:
    """The tables in a file, without control characters. Raises ValueError where it is no sound database.

    Whoever typed an answer could not have typed those; a folder that came from elsewhere may hold them, and a terminal
    would obey them. A `�` stands where one was.
    """
    tables = as_tables(orjson.loads(content))
    if SEAL in tables["format"]["1"] and tables["format"]["1"][SEAL] != _checksum(tables):
        raise ValueError("the checksum is that of something else")
    if _PERHAPS_CONTROLS.search(content):
        return {name: _plain(table) for name, table in tables.items()}
    return tables


def _checksum(tables: Tables) -> str:
    about = {key: value for key, value in tables["format"]["1"].items() if key != SEAL}
    content = orjson.dumps({**tables, "format": {"1": about}}, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _CONTROLS.sub("�", value.replace("\r\n", "\n"))
    if isinstance(value, dict):
        return {_plain(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
