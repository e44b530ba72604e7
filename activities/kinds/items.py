"""Items that a room weighs against one another: written in the workshop file, or gathered from what people wrote."""

from collections.abc import Sequence

from pydantic import Field

from activities.model import Definition, Id, Line, Passage

MOST_ITEMS = 30
"""The most items that a room weighs."""


class Item(Definition):
    """One thing to weigh, and what it means."""

    id: Id
    label: Line
    text: Passage | None = None


class Gathered(Item):
    """An item that the facilitator made of what people wrote; `of` are the answers it stands for, by a sign of each."""

    of: tuple[Id, ...] = Field(default=(), max_length=200)


def repeated_item(items: Sequence[Item]) -> str | None:
    """An id that more than one item has."""
    ids = [item.id for item in items]
    return next((one for one in ids if ids.count(one) > 1), None)
