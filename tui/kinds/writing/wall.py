"""Answers without names as cards on a wall."""

import re
from collections.abc import Sequence

from textual.content import Content

from tui.kinds.writing.area import plain_text

CARD = 34
"""The least width in cells of a card, its border and padding included."""

WIDEST = 56
"""The most width in cells of a card: longer lines are hard to read from the back."""


JOINS = "(?:(?<=[\\s\u2190-\u2bff\U0001f000-\U0001faff])|(?<![\\s\\S]))[\u200d\ufe0f]+|[\u200d\ufe0f]+(?!\\S)"
"""Signs that join letters, where there is no letter on one side, or an emoji."""


def even(text: str) -> str:
    """Text in which every sign is as wide in one terminal as in another, so that the edges of cards stay in line.

    Emoji joined into one picture stand side by side: terminals disagree on how many cells the joined one takes. A sign
    that joins nothing goes.
    """
    return re.sub(JOINS, "", plain_text(text)).expandtabs(4)


def _card(text: str, width: int) -> list[Content]:
    rows = Content(even(text)).wrap(width - 4)
    body = [Content.assemble(("│ ", "$quiet"), row, (" │", "$quiet")) for row in _filled(rows, width - 4)]
    return [
        Content.styled("╭" + "─" * (width - 2) + "╮", "$quiet"),
        *body,
        Content.styled("╰" + "─" * (width - 2) + "╯", "$quiet"),
    ]


def _filled(rows: Sequence[Content], width: int) -> list[Content]:
    return [(row := each.rstrip()).pad_right(max(0, width - row.cell_length)) for each in rows]


def wall(answers: Sequence[str], width: int) -> Content:
    """The answers as cards in as many columns as fit `width` cells, each card in the column that is shortest so far."""
    columns = max(1, min(len(answers), (width + 2) // (CARD + 2)))
    across = min(WIDEST, (width + 2) // columns - 2) if columns > 1 else min(width, 2 * WIDEST)
    stacks: list[list[Content]] = [[] for _ in range(columns)]
    for answer in answers:
        min(stacks, key=len).extend(_card(answer, across))
    height = max(map(len, stacks), default=0)
    blank = Content(" " * across)
    lines = [Content("  ").join(stack[row] if row < len(stack) else blank for stack in stacks) for row in range(height)]
    return Content("\n").join(lines)


def close_wall(answers: Sequence[str], width: int) -> Content:
    """The answers as paragraphs with a mark each: less to look at than cards, and in fewer rows."""
    lines: list[Content] = []
    for answer in answers:
        rows = Content(even(answer)).wrap(max(8, width - 2))
        lines += [Content("▪ " if number == 0 else "  ") + row.rstrip() for number, row in enumerate(rows)]
    return Content("\n").join(lines)
