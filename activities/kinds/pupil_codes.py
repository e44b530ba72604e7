"""Codes for pupils: what looks like a name is refused, and may be insisted on."""

import re

from activities.refusal import Refused
from activities.typed import quoted

ORDINARY = frozenset(
    [
        "boy",
        "boys",
        "case",
        "child",
        "class",
        "code",
        "form",
        "girl",
        "girls",
        "group",
        "key",
        "learner",
        "learners",
        "pair",
        "pupil",
        "pupils",
        "reception",
        "set",
        "stage",
        "student",
        "students",
        "table",
        "team",
        "year",
        "blue",
        "brown",
        "green",
        "orange",
        "pink",
        "purple",
        "red",
        "white",
        "yellow",
        "black",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "and",
        "the",
    ]
)
"""Words that stand in codes and name nobody: `pupil 4`, `blue table`, `Year 5 girl 2`."""

SHORTEST = 3
"""Letters of a run from which on it can be a name: `KS` and `P` cannot."""

_RUNS = re.compile(r"[^\W\d_]+(?:[’'\-‐][^\W\d_]+)*")
_VOWELS = frozenset("aeiouy")


class LooksLikeName(Refused):
    """A code that may be somebody's name."""


def looks_like_name(code: str) -> bool:
    """Whether a word stands there that may be a name: `Aisha Khan`, `Ann`, `李娜`; not `P7`, `7B-03` or `pupil 4`.

    A word of three letters or more with a vowel, or of two letters of another script, that names no pupil in itself.
    """
    return any(_may_be_name(run) for run in _RUNS.findall(code))


def _may_be_name(run: str) -> bool:
    parts = re.split(r"[’'\-‐]", run.casefold())
    return any(_part_may_be(part) for part in parts)


def _part_may_be(part: str) -> bool:
    if part in ORDINARY:
        return False
    if not part.isascii():
        return len(part) >= 2
    return len(part) >= SHORTEST and bool(_VOWELS & set(part))


def checked_code(code: str, *, insist: bool = False) -> str:
    """The code as it is typed. Raises LooksLikeName, which says why and what to do, unless one insists."""
    if not insist and looks_like_name(code):
        raise LooksLikeName(
            f"{quoted(code)} looks like a name, and was not kept. Write a code that only you can read, such as P7."
        )
    return code
