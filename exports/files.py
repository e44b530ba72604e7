"""Names that every platform accepts, and files that are whole or not there, for their owner's eyes only."""

import errno
import os
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import BinaryIO
from unicodedata import category, normalize

from activities.refusal import Refused

LONGEST_NAME = 60
"""The most characters of a person's or table's name that go into a file's name."""

MOST_BYTES = 180
"""The most bytes of a file's name before its ending; file systems take 255, and a number and a partial's name are added."""

_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""What Unicode counts among letters and marks, and nobody sees."""

_JOINERS = "\u200c\u200d"
"""Are seen in the letters beside them: without them many a Persian or Hindi name is misspelt."""

_EDGES = " -’" + _JOINERS


class CannotExport(Refused):
    """A file or folder could not be written; says what to do about it."""


def safe_name(name: str, most: int = LONGEST_NAME) -> str:
    """A name in letters and figures of any script, spaces and hyphens; empty where nothing is left.

    It is in Unicode's form C, and has at most `most` characters. Everything that some system forbids or reads as a sign
    is a space, apostrophes are curly, and what cannot be seen or turns the direction is left out.
    """
    spelt = normalize("NFC", _BLANK.sub("", name)).replace("'", "’")
    kept = "".join(letter if _kept(spelt, at) else _instead(letter) for at, letter in enumerate(spelt))
    return _cut(" ".join(kept.split()), most).strip(_EDGES)


def file_name(beginning: str, name: str, ending: str, taken: Collection[str]) -> str:
    """A file's name that every system tells from those in `taken`: `MKRT handout Ann.pdf`, `MKRT handout Ann 2.pdf`.

    Those are as `told_apart` gives them. The beginning also keeps it from being a name that Windows gives to devices, such as CON.
    """
    stem = f"{beginning} {safe_name(name) or 'participant'}"
    while len(stem.encode()) > MOST_BYTES:
        stem = _cut(stem, len(stem) - 1).rstrip(_EDGES)
    number, whole = 1, f"{stem}.{ending}"
    while told_apart(whole) in taken:
        number += 1
        whole = f"{stem} {number}.{ending}"
    return whole


def told_apart(name: str) -> str:
    """What systems go by that take no notice of case, of how accents are put together, or of what has no width."""
    folded = normalize("NFKC", normalize("NFKC", name).casefold())
    return "".join(letter for letter in folded if letter not in _JOINERS)


def _kept(name: str, at: int) -> bool:
    letter = name[at]
    if letter in _JOINERS:
        return all(around and category(around)[0] in "LM" for around in (name[at - 1 : at], name[at + 1 : at + 2]))
    if category(letter)[0] == "M":
        return at > 0 and category(name[at - 1])[0] in "LMN"
    return category(letter)[0] in "LN" or letter in "-’"


def _instead(letter: str) -> str:
    """Nothing for what had no width, a space for all else."""
    return "" if category(letter)[0] == "M" or category(letter) == "Cf" else " "


def _cut(name: str, most: int) -> str:
    """The first characters of a name, no letter without the marks that belong to it."""
    if len(name) <= most:
        return name
    while most and category(name[most])[0] == "M":
        most -= 1
    return name[:most]


def open_folder(folder: Path) -> None:
    """Make the folder and those above it where they are missing, for their owner only. Raises CannotExport."""
    try:
        _make(folder)
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotExport(f"{folder} is a file, not a folder: choose another folder.") from error
    except OSError as error:
        raise _cannot(folder, folder, error) from error


def _make(folder: Path) -> None:
    """`Path.mkdir` gives the folders above the last one to everybody."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)


def write_file(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a new file beside `path`, then put it in its place. Whatever fails, nothing partial is left.

    Only its owner can read it. A link in that place is replaced, not followed. Raises CannotExport where the folder or
    the disk does not allow it.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        partial.unlink(missing_ok=True)
        with open(partial, "xb", opener=for_its_owner) as file:
            write(file)
        partial.replace(path)
    except OSError as error:
        raise _cannot(path, path.parent, error) from error
    finally:
        _remove(partial)


def for_its_owner(path: str, flags: int) -> int:
    """Open a file that is new as one that nobody else can read."""
    return os.open(path, flags, 0o600)


def _remove(partial: Path) -> None:
    try:
        partial.unlink(missing_ok=True)
    except OSError:
        return


def _cannot(path: Path, folder: Path, error: OSError) -> CannotExport:
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
