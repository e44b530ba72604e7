"""What cards are sorted on: a Venn board, columns or rings, what each of them is made of, and a reference to compare with."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator, field_validator
from pydantic_core import PydanticCustomError

from activities.kinds.card_counts import ASIDE, Place
from activities.model import Definition, Id, Label, Line, Passage

NOWHERE = "none"
"""How a workshop file says that a card is in none of the circles, columns or rings."""

NOT_A_NORM = "A comparison, not a norm."
"""Stands wherever somebody else's places are seen beside the room's."""


class Board(StrEnum):
    """How cards are sorted: in circles that overlap, or one place a card, in columns or in rings inside one another."""

    VENN = "venn"
    COLUMNS = "columns"
    RINGS = "rings"

    @property
    def made_of(self) -> str:
        """What it is made of, as it is called in a workshop file."""
        return "circles" if self is Board.VENN else self.value

    @property
    def one(self) -> str:
        """What one of those is called."""
        return self.made_of.removesuffix("s")

    @property
    def overlaps(self) -> bool:
        """Whether a card can be in more than one of them."""
        return self is Board.VENN


class Group(Definition):
    """One thing that cards are sorted by: a circle, a column or a ring. `short` is for narrow screens."""

    id: Id
    label: Label
    short: Label | None = None
    text: Passage | None = None

    @field_validator("id")
    @classmethod
    def _aside_is_taken(cls, group: str) -> str:
        if group == ASIDE:
            name = cls.__name__.lower()
            raise ValueError(f"a {name} cannot have the id ‘aside’: it is the place for cards that do not apply")
        return group

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label


class Circle(Group):
    """One purpose that cards are sorted by; a card can be in several."""


class Column(Group):
    """One of the columns that a card can be in."""


class Ring(Group):
    """One of the rings that a card can be in: how near it is to the middle."""


class Card(Definition):
    """One thing to sort. `short` is for chips where the label does not fit; `ask` is what to talk about once revealed."""

    id: Id
    label: Label
    short: Label | None = None
    text: Passage | None = None
    ask: Line | None = None

    @field_validator("id")
    @classmethod
    def _own_is_taken(cls, card: str) -> str:
        if card.startswith("own-"):
            raise ValueError("a card's id cannot begin with ‘own-’: that is for people's own cards")
        return card

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label


def _as_place(value: Any, _: ValidatorFunctionWrapHandler) -> Place:
    if isinstance(value, str):
        return ASIDE if value == ASIDE else () if value == NOWHERE else (value,)
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise PydanticCustomError("not_a_place", "write the id of a place, a list of ids, ‘none’ or ‘aside’")


_PlaceAsTyped = Annotated[Place, WrapValidator(_as_place, json_schema_input_type=Id | tuple[Id, ...])]


class Reference(Definition):
    """Where somebody else put the cards (`places`, by the card's id), and who (`source`). It is no norm."""

    source: Line
    places: Mapping[Id, _PlaceAsTyped] = Field(min_length=1, max_length=60)
