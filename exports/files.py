"""Names that every platform accepts, and files that are whole or not there."""

import errno
import os
import unicodedata
from collections.abc import Callable, Collection
from pathlib import Path
from typing import BinaryIO

from activities.refusal import Refused

LONGEST_NAME = 60
"""The most characters of a person's or table's name that go into a file's name."""

_SPELT = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "þ": "th",
        "Þ": "Th",
        "ð": "d",
        "Ð": "D",
        "ı": "i",
        "’": "",
        "'": "",
    }
)


class CannotExport(Refused):
    """A file or folder could not be written; says what to do about it."""


def plain_name(name: str) -> str:
    """A name in ASCII letters, digits, spaces and hyphens, at most `LONGEST_NAME` long; empty where nothing is left."""
    spelt = unicodedata.normalize("NFKD", name.translate(_SPELT))
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" if letter == "-" else " "
                   for letter in spelt if not unicodedata.combining(letter))  # fmt: skip
    return " ".join(kept.split())[:LONGEST_NAME].strip(" -")


def file_name(beginning: str, name: str, taken: Collection[str]) -> str:
    """A PDF's name that nobody in `taken` (names in small letters) has: `MKRT handout Ann.pdf`, `MKRT handout Ann 2.pdf`."""
    stem = f"{beginning} {plain_name(name) or 'participant'}"
    number, whole = 1, f"{stem}.pdf"
    while whole.lower() in taken:
        number += 1
        whole = f"{stem} {number}.pdf"
    return whole


def open_folder(folder: Path) -> None:
    """Make the folder where it is missing. Raises CannotExport where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotExport(f"{folder} is a file, not a folder: choose another folder.") from error
    except OSError as error:
        raise _cannot(folder, error) from error


def write_file(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a new file beside `path`, then put it in its place. Whatever fails, nothing partial is left.

    Raises CannotExport where the folder or the disk does not allow it. A link in that place is replaced, not followed.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        partial.unlink(missing_ok=True)
        with partial.open("xb") as file:
            write(file)
        partial.replace(path)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        _remove(partial)


def _remove(partial: Path) -> None:
    try:
        partial.unlink(missing_ok=True)
    except OSError:
        return


def _cannot(path: Path, error: OSError) -> CannotExport:
    folder = path.parent if path.suffix == ".pdf" else path
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotExport(f"The disk is full, so {path.name} was not written: make room or choose another folder.")
    if isinstance(error, IsADirectoryError):
        return CannotExport(f"{path} is a folder: move it away or choose another folder.")
    if isinstance(error, PermissionError):
        if path != folder and path.exists():
            return CannotExport(f"{path.name} cannot be replaced: close it if it is open, or choose another folder.")
        return CannotExport(f"{folder} cannot be written to: choose another folder.")
    if error.errno == errno.EROFS:
        return CannotExport(f"{folder} can only be read: choose another folder.")
    return CannotExport(f"{path} could not be written ({error.strerror or error}): choose another folder.")
