"""The parts of a grid's definition: its rows, and its columns with what each of them asks for."""

from datetime import date
from difflib import get_close_matches
from typing import Literal, get_args

from pydantic import Field, field_validator, model_validator

from activities.kinds.grid_counts import OWN
from activities.kinds.grid_response import FROM, MINE, TICKED
from activities.model import Definition, Id, Label, Line, Passage
from activities.told_apart import options_told_apart
from activities.typed import quoted
from activities.typed_days import shown_day

Type = Literal["write", "tick", "one_of", "date"]


class Row(Definition):
    """One thing to go through. `text` says more of it; `short` is for where there is little room."""

    id: Id
    label: Line
    short: Label | None = None
    text: Passage | None = None

    @field_validator("id")
    @classmethod
    def _own_is_taken(cls, row: str) -> str:
        if row == OWN or row.startswith((MINE, FROM)):
            raise ValueError(
                "a row's id cannot be ‘own’ or begin with ‘own-’ or ‘from-’: those are for people's own rows"
            )
        return row

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label


class GridColumn(Definition):
    """What is asked of every row: words, a tick, one of several options, or a date.

    `lines` is how many writing lines a box gets on paper; what is in a column with `first_page` stands on the first
    page of its writer's handout.
    """

    id: Id
    label: Line
    short: Label | None = None
    hint: Passage | None = None
    type: Type = "write"
    one_of: tuple[Label, ...] = Field(default=(), max_length=8)
    lines: int = Field(default=1, ge=1, le=10)
    first_page: bool = False

    @field_validator("type", mode="before")
    @classmethod
    def _type_is_known(cls, given: object) -> object:
        if isinstance(given, str) and given not in (known := get_args(Type)):
            near = get_close_matches(given[:20], known, n=1)
            mend = f"did you mean ‘{near[0]}’?" if near else f"there can be {', '.join(known)}"
            raise ValueError(f"there is no type of column called {quoted(given)}: {mend}")
        return given

    @model_validator(mode="before")
    @classmethod
    def _options_say_the_type(cls, given: object) -> object:
        if isinstance(given, dict) and "one_of" in given and "type" not in given:
            return {**given, "type": "one_of"}
        return given

    @model_validator(mode="after")
    def _options_where_they_belong(self) -> "GridColumn":
        if self.type != "one_of" and self.one_of:
            raise ValueError(f"a column of the type ‘{self.type}’ has no options: take ‘one_of’ or ‘type’ out")
        if self.type == "one_of" and len({option.casefold() for option in self.one_of}) < 2:
            raise ValueError("a column to choose in needs at least two options: list them under ‘one_of’")
        return self

    _options_told_apart = field_validator("one_of")(options_told_apart)

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label

    @property
    def in_words(self) -> bool:
        """Whether what stands there is in somebody's words, or a day: shown only to whom it is meant for."""
        return self.type in ("write", "date")

    def says(self, text: str, day: date | None) -> str:
        """What a box with this text counts as, as it is shown; empty where it does not count as filled.

        A tick says `yes`, an option itself, a date the day that was read of it.
        """
        kind = self.type
        if kind == "write":
            return text.strip()
        if kind == "date":
            return shown_day(day) if day is not None else ""
        if kind == "tick":
            return TICKED if text else ""
        return text if text in self.one_of else ""
