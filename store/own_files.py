"""A file that a person named: its text, or one line that says why it cannot be had."""

import os
import stat
from pathlib import Path

from activities.typed import quoted
from activities.workshop.marked_yaml import LARGEST
from activities.workshop.mistakes import WorkshopMistakes


def text_of(path: Path) -> str:
    """The text of a file that a person named. Raises WorkshopMistakes with one line that says why it cannot be had."""
    try:
        content = bytes_of(path)
    except WorkshopMistakes:
        raise
    except FileNotFoundError:
        raise WorkshopMistakes([f"{path}: there is no such file: look at the spelling, and at the folder"]) from None
    except PermissionError:
        raise WorkshopMistakes([f"{path}: you may not read this file: change its permissions, or copy it"]) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise WorkshopMistakes([f"{quoted(str(path))}: the file cannot be read ({why})"]) from None
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise WorkshopMistakes([f"{path}:1: the file is saved as UTF-16: save it as UTF-8"])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        raise WorkshopMistakes(
            [f"{path}:{line}: a letter here is not saved as UTF-8: save the file as UTF-8"]
        ) from None


def bytes_of(path: Path) -> bytes:
    """What a plain file holds, if it is not too large. It is opened so that a pipe or a device cannot make us wait."""
    if path.is_dir():
        raise WorkshopMistakes([f"{path}: this is a folder: name a file in it"])
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise WorkshopMistakes([f"{path}: this is not a plain file: name a workshop file"])
        if about.st_size > 4 * LARGEST:
            size = f"{about.st_size / 1_000_000:,.1f} MB"
            raise WorkshopMistakes([f"{path}: the file is too large to be a workshop ({size}): is it the right one?"])
        return file.read(4 * LARGEST + 1)
