"""What was copied at a shared terminal, taken off its clipboard again.

The text itself is never kept for that, only its hash: nobody who reads the parent process learns what it was.
"""

import os
import subprocess
from base64 import b64encode
from collections.abc import Callable, Collection
from contextlib import suppress
from hashlib import sha256

BLANK = f"\x1b]52;c;{b64encode(b' ').decode()}\x07"
"""A blank clipboard (OSC 52). A space, for there are terminals that take an empty text for no text, and keep theirs."""

TMUX = ("tmux", "-u")
PATIENCE = 2.0
"""Seconds that tmux may take to answer."""


def hash_of(text: str) -> str:
    """By which what was copied is known again."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def clear_copied(hashes: Collection[str], write: Callable[[str], object]) -> None:
    """Blank the terminal's clipboard, and take what has one of these hashes out of tmux's buffers too. It may block."""
    write(BLANK)
    if "TMUX" in os.environ:
        with suppress(OSError, subprocess.SubprocessError):
            for name in _tmux("list-buffers", "-F", "#{buffer_name}").decode().split():
                if sha256(_tmux("show-buffer", "-b", name)).hexdigest() in hashes:
                    _tmux("delete-buffer", "-b", name)


def _tmux(*arguments: str) -> bytes:
    done = subprocess.run(
        [*TMUX, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=True
    )
    return done.stdout
