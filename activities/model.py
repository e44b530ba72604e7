"""The frozen model that every definition, response and summary is built on, and the types they share."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from activities.typed import can_be_seen, quoted

ANSWER_LIMIT = 20_000
"""The longest answer a person may write, in characters: some six pages of print."""

NAME_LIMIT = 60
"""The longest name of a person, a table or an own card, in characters: what fits on a chip or a handout's head."""


LINE_LIMIT = 120
"""The longest title or question, in characters: what is shown whole in one place."""


class Frozen(BaseModel):
    """A value that never changes and that accepts no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Definition(Frozen):
    """A part of a workshop file: white space at the ends of its text is dropped, a bare number is taken as text."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True)


def _seen(text: str) -> str:
    if not can_be_seen(text):
        raise PydanticCustomError("not_seen", "there is nothing in it that can be seen")
    return text


Seen = AfterValidator(_seen)
"""What every text that a file or a form gives us must have: at least one character that is drawn as something."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
"""A short name that other parts refer to: small letters, digits and hyphens, a letter first, at most 40."""

Source = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}(/[a-z][a-z0-9-]{0,39})?$")]
"""An earlier activity by its id; `starting-points/goals` is one of an earlier session in a series."""

Mark = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,2}$")]
"""A thing to do that a published document names: a letter for the document, and a number."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=LINE_LIMIT, pattern=r"^[^\n]*$"), Seen]
"""One line that is shown whole: 1 to 120 characters."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=NAME_LIMIT, pattern=r"^[^\n]*$"), Seen]
"""What stands on a card, a circle or a stage: 1 to 60 characters in one line."""

Passage = Annotated[str, StringConstraints(min_length=1, max_length=4_000), Seen]
"""A text of a few sentences or paragraphs: 1 to 4,000 characters."""

Written = Annotated[str, StringConstraints(max_length=ANSWER_LIMIT)]
"""What a person wrote: as typed, possibly empty."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=NAME_LIMIT, pattern=r"^[^\n]*$"), Seen]
"""What a person or table is called: 1 to 60 characters in one line."""


def _yes_or_no(value: object) -> object:
    known = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value.strip().casefold() not in known:
        written = f", not {quoted(value)}" if isinstance(value, str) else ""
        raise ValueError(f"this is answered by yes or no{written}")
    return known[value.strip().casefold()]


YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""Whether something is wanted: `yes` or `no`, `true` or `false`."""

MOST_ROUNDS = 99
"""How often an activity can be done again in one session."""

Round = Annotated[int, Field(ge=1, le=MOST_ROUNDS)]
"""Which time an activity is done: 1 before the discussion."""

YEARS = range(1900, 2200)
"""The years in which something may have happened: reckoning with the first or the last moment there is would fail."""

Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(YEARS.start, 1, 1, tzinfo=UTC), lt=datetime(YEARS.stop, 1, 1, tzinfo=UTC)),
]
"""When something happened."""

Day = Annotated[date, Field(ge=date(YEARS.start, 1, 1), lt=date(YEARS.stop, 1, 1))]
"""A day on which a session may be held, or after which it is deleted."""
