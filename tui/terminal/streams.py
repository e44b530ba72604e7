"""What a command reads from and writes to, whatever they are: another code page, a full device, or nothing at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper

PIPE_CLOSED = 141
"""The exit status of a program whose reader has gone, as shells tell it: 128 and the number of SIGPIPE."""


@contextmanager
def plain_streams() -> Iterator[None]:
    """Letters that the output has no place for are replaced; what cannot be written at all is told in one line, exit 2."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        silence()
        sys.exit(PIPE_CLOSED)
    except OSError as error:
        silence()
        with suppress(OSError):
            sys.stderr.write(f"{error.strerror or error}: not everything could be written.\n")
            sys.stderr.flush()
        sys.exit(2)


def has_terminal() -> bool:
    """Whether the app can be opened: what is typed and what is drawn are a terminal's."""
    return all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout))


def holds_every_letter() -> bool:
    """Whether what is printed can have any letter of any script in it."""
    return (sys.stdout.encoding or "").casefold().replace("-", "") in ("utf8", "utf16", "utf32")


def _open_what_is_closed() -> None:
    """A closed stream is one that cannot be used, and no file that is opened later takes its place.

    What is written to a closed output fails as on a full device; a closed input has ended.
    """
    for number, name, mode, flags in (
        (0, "stdin", "r", os.O_RDONLY),
        (1, "stdout", "w", os.O_RDONLY),
        (2, "stderr", "w", os.O_WRONLY),
    ):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # takes the lowest number that is free: this one
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def silence() -> None:
    """What could not be written is not tried again when Python ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
