"""What cannot be read or kept, told in one line to the person at the keyboard."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from activities.refusal import Refused
from store.files import NotPlain


class NoSession(Refused):
    """There is no session with this code, or only one in the bin."""

    def __init__(self, code: str, *, binned: bool = False) -> None:
        deleted = f"The session {code} was deleted. `flipchart restore {code}` brings it back from the bin."
        unknown = f"There is no session with the code {code}. Type `flipchart sessions` to see those there are."
        super().__init__(deleted if binned else unknown)


class NoProgramme(Refused):
    """There is no programme with this id."""

    def __init__(self, programme_id: str, known: Sequence[str] = ()) -> None:
        there = f"There are {', '.join(known)}." if known else "There are none yet: flipchart programme new SERIES."
        super().__init__(f"There is no programme called {programme_id}. {there}")


class ProgrammeTaken(Refused):
    """A programme with this id is kept already."""

    def __init__(self, programme_id: str) -> None:
        super().__init__(f"There is a programme called {programme_id} already. Choose another name.")


class CodeTaken(Refused):
    """A session with this code is kept already, or is in the bin."""

    def __init__(self, code: str, *, binned: bool = False) -> None:
        where = " in the bin" if binned else ""
        super().__init__(f"There is a session with the code {code} already{where}. Choose another code.")


class NotRead(Refused):
    """Something is there and cannot be read: damaged, forbidden, or kept by a newer flipchart."""


class TooNew(NotRead):
    """A file in a format that this flipchart does not know yet."""

    def __init__(self, path: Path, version: int, known: int) -> None:
        super().__init__(
            f"{path} was kept by a newer flipchart (format {version}; this one knows up to {known}). "
            "Update flipchart on this computer, then open it again."
        )


class NotKept(Refused):
    """A change could not be saved. What was kept before is untouched; what is on the screen should stay there."""


class Forgotten(Refused):
    """Nothing may be kept of this participant any more: the facilitator has removed them."""

    def __init__(self) -> None:
        super().__init__(
            "The facilitator has removed this person and their work. Nothing more is kept under this name."
        )


FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}


def not_kept(path: Path, error: OSError) -> NotKept:
    """Why this file could not be saved, and what to do."""
    if isinstance(error, NotPlain):
        return NotKept(f"{error.filename} is no plain file, so nothing can be saved. Move it away, then save again.")
    if error.errno in FULL:
        return NotKept(f"The disk is full: {path} could not be saved. Free some space, then save again.")
    if error.errno in FORBIDDEN:
        return NotKept(
            f"{path} could not be saved: this folder may only be read. Set FLIPCHART_HOME to one of your own."
        )
    if error.errno in NO_FOLDER:
        return NotKept(f"{path} could not be saved: there is a file where a folder is wanted. Move that file away.")
    if error.errno == errno.ENOENT:
        return NotKept(
            f"{path} could not be saved: its folder is gone. Put it back or plug the drive in, then save again."
        )
    return NotKept(f"{path} could not be saved ({_reason(error)}). Check the drive, then save again.")


def not_read(path: Path, error: OSError) -> NotRead:
    """Why this file or folder could not be read, and what to do."""
    if isinstance(error, NotPlain):
        return NotRead(f"{error.filename} is no plain file, and cannot be read. Move it away, then try again.")
    if error.errno in FORBIDDEN:
        return NotRead(f"{path} may not be read by you. Ask whoever owns it, or choose another FLIPCHART_HOME.")
    if error.errno in NO_FOLDER:
        return NotRead(f"{path} cannot be read: there is a file where a folder is wanted. Move that file away.")
    return NotRead(f"{path} could not be read ({_reason(error)}). Check the drive, then try again.")


def _reason(error: OSError) -> str:
    return error.strerror or (os.strerror(error.errno) if error.errno else "no reason given")
