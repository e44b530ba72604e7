"""Items that a room weighs against one another: written in the workshop file, or gathered from what people wrote."""

from pydantic import Field

from activities.model import Definition, Id, Line, Passage

MOST_ITEMS = 30
"""The most items that a room weighs."""


class Item(Definition):
    """One thing to weigh, and what it means."""

    id: Id
    label: Line
    text: Passage | None = None


class Answer(Definition):
    """Where an answer stands: in whose work, and in which field. It says nothing of what it is."""

    participant: Id
    field: Line


class Gathered(Item):
    """An item that the facilitator made of what people wrote; `of` are the answers that it stands for.

    One that the facilitator added stands for none.
    """

    of: tuple[Answer, ...] = Field(default=(), max_length=1_000)
