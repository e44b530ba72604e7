"""A QR code that holds what comes next for a participant as plain text, with a caption that says what it holds."""

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
    longest = max(map(len, lines))
    whole = _text(title, lines)
    while len(whole.encode()) > MOST_BYTES and longest > len(CUT):
        longest -= 1
        whole = _text(title, [shorten(line, longest, placeholder=CUT) for line in lines])
    kept = "the beginning of each; the rest is on paper" if longest < max(map(len, lines)) else "all of it"
    names = ", ".join(item.heading for item in items)
    return Code(
        whole.encode()[:MOST_BYTES].decode(errors="ignore"),
        f"For your phone: {names} ({kept}). It needs no internet and sends nothing anywhere.",
    )


def _text(title: str, lines: Sequence[str]) -> str:
    return "\n".join([shorten(title, MOST_TITLE, placeholder=CUT), *lines])


MOST_TITLE = 60
"""The letters of the session's title that the code has room for."""
