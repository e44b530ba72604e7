"""How an activity's time is planned: its minutes, whole or in parts, and the cues of the facilitator's script."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, TypeAdapter, ValidatorFunctionWrapHandler, WrapValidator, model_validator

from activities.model import Definition, Passage

LONGEST = 600
"""The most minutes that one activity, or one part of it, can be planned to take."""

_Part = Annotated[int, Field(ge=0, le=LONGEST)]
_Whole = Annotated[int, Field(ge=1, le=LONGEST)]
_whole: TypeAdapter[int] = TypeAdapter(_Whole)


class Parts(Definition):
    """The minutes of an activity in its parts, in the order in which they come.

    `explain` is before it is opened, `work` while it is open, `again` the work of a second round, and `talk` once
    hands are off.
    """

    explain: _Part = 0
    work: _Part = 0
    again: _Part = 0
    talk: _Part = 0

    @model_validator(mode="after")
    def _takes_time(self) -> "Parts":
        if not 1 <= self.total <= LONGEST:
            raise ValueError(f"the parts add up to {self.total} minutes: plan 1 to {LONGEST}")
        return self

    @property
    def total(self) -> int:
        """All of it, in minutes."""
        return self.explain + self.work + self.again + self.talk


def _whole_or_parts(value: Any, _: ValidatorFunctionWrapHandler) -> int | Parts:
    if isinstance(value, Parts):
        return value
    if isinstance(value, Mapping):
        return Parts.model_validate(value)
    return _whole.validate_python(value)


Minutes = Annotated[int | Parts, WrapValidator(_whole_or_parts, json_schema_input_type=_Whole | Parts)]
"""Minutes as a workshop file gives them: a number, or its parts."""


class Cue(Definition):
    """One thing for the facilitator to say or do, and how many minutes it takes where that is planned."""

    say: Passage
    minutes: int | None = Field(default=None, ge=1, le=LONGEST)


def _cue(value: Any) -> Any:
    return {"say": value} if isinstance(value, str) else value


CueOrText = Annotated[Cue, BeforeValidator(_cue, json_schema_input_type=Passage | Cue)]
"""A cue as a workshop file gives it: with its minutes, or as plain text."""
