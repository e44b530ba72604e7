"""A picture made of text: words and arrows in rows and columns, as somebody types them with a fixed-width font."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ROWS = 10
"""The most lines that a picture made of text can have."""

MOST_COLUMNS = 60
"""The most letters that a line of a picture made of text can have."""

_APART = re.compile(r"\S+(?: \S+)*")
"""What stands together: words with single spaces between them. Two spaces part it from what follows."""


@dataclass(frozen=True)
class Chunk:
    """Words that stand together: in which `row` (from 0), and where their middle is across the picture (0–1)."""

    text: str
    row: int
    middle: float


def picture_lines(text: str) -> tuple[str, ...]:
    """The lines of a picture without empty ones around it and without the indent they share.

    Raises ValueError, saying what to do, for one that is too large.
    """
    lines = [line.rstrip() for line in text.expandtabs(4).split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    lines = [line[indent:] for line in lines]
    if len(lines) > MOST_ROWS:
        raise ValueError(f"the picture has {len(lines)} lines: draw it in at most {MOST_ROWS}")
    if (widest := max(map(len, lines), default=0)) > MOST_COLUMNS:
        raise ValueError(f"the picture has a line of {widest} letters: draw it at most {MOST_COLUMNS} wide")
    return tuple(lines)


def chunks(lines: tuple[str, ...]) -> Iterator[Chunk]:
    """What stands together in a picture, row by row and from left to right."""
    across = max(map(len, lines), default=0) or 1
    for row, line in enumerate(lines):
        for found in _APART.finditer(line):
            yield Chunk(found[0], row, (found.start() + found.end()) / 2 / across)
