"""A QR code that holds what comes next for a participant as plain text, with a caption that says what it holds."""

from bisect import bisect_left
from collections.abc import Sequence
from textwrap import shorten

from activities.kinds.activity import Offer
from exports.document import Code

MOST_BYTES = 287
"""How much a code holds that a phone still reads from a creased sheet: version 12 at level M, in bytes.

ISO/IEC 18004, table 7.
"""

CUT = " …"


def next_code(title: str, items: Sequence[Offer]) -> Code:
    """The title and each item in a line of its own, the longest cut between words until all of it fits."""
    lines = [" ".join(f"{item.heading}: {item.text}".split()) for item in items]
    whole = _text(title, lines)
    fits = len(whole.encode()) <= MOST_BYTES
    kept = "all of it" if fits else "the beginning of each; the rest is on paper"
    names = ", ".join(item.heading for item in items)
    return Code(
        whole if fits else _cut(title, [line[: MOST_BYTES + 1] for line in lines]),
        f"For your phone: {names} ({kept}). It needs no internet and sends nothing anywhere.",
    )


def _cut(title: str, lines: Sequence[str]) -> str:
    """As much of every line as the code has room for."""

    def at(length: int) -> str:
        return _text(title, [shorten(line, length, placeholder=CUT) for line in lines])

    lengths = range(len(CUT), max(map(len, lines)) + 1)
    too_long = bisect_left(lengths, True, key=lambda length: len(at(length).encode()) > MOST_BYTES)
    return at(lengths[max(too_long - 1, 0)]).encode()[:MOST_BYTES].decode(errors="ignore")


def _text(title: str, lines: Sequence[str]) -> str:
    return "\n".join([shorten(title, MOST_TITLE, placeholder=CUT), *lines])


MOST_TITLE = 60
"""The letters of the session's title that the code has room for."""
