"""The moves of a log's entries: what is planned, what happened, what was decided, each in words or by choosing."""

from pydantic import Field, field_validator

from activities.model import Definition, Id, Label, Line, Passage
from activities.told_apart import options_told_apart

ADOPTED = ("adopt", "adapt", "abandon")


class Move(Definition):
    """One thing that an entry says: in words, or as one of several options.

    `ahead` is what is written before the entry's date, such as a plan. `lines` is for paper.
    """

    id: Id
    label: Line
    short: Label | None = None
    hint: Passage | None = None
    ahead: bool = False
    one_of: tuple[Label, ...] = Field(default=(), max_length=6)
    lines: int = Field(default=2, ge=1, le=10)

    @field_validator("one_of")
    @classmethod
    def _told_apart(cls, options: tuple[str, ...]) -> tuple[str, ...]:
        if len(options) == 1:
            raise ValueError("a decision needs at least two options: list them under ‘one_of’")
        return options_told_apart(options)

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label


MOVES = (
    Move(id="planned", label="What we plan to do", short="Planned", ahead=True),
    Move(id="predicted", label="What we think will happen", short="Predicted", ahead=True),
    Move(id="happened", label="What happened", short="Happened"),
    Move(id="decided", label="What we decided", short="Decided", one_of=ADOPTED),
)
"""The moves of a log that names none."""
