"""What filled grids add up to: how many filled each box, and what of their words the room may see."""

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from activities.kinds.activity import Summary
from activities.kinds.small_groups import Part
from activities.model import Frozen

OWN = "own"
"""The row of a summary in which all rows that differ from person to person stand together."""


class CellSummary(Part):
    """How many people filled one box: what they wrote there, or how many chose each of what it offers."""

    counted: ClassVar = ("n", "answers", "choices")
    row: str
    column: str
    n: int = 0
    answers: tuple[str, ...] = ()
    choices: Mapping[str, int] = Field(default_factory=dict)

    @property
    def part(self) -> str:
        """What the box is called among the parts of a response."""
        return box(self.row, self.column)

    @property
    def is_gap(self) -> bool:
        """Whether nobody filled it, or so few that it is not told how many."""
        return self.withheld is not None or not self.n

    @property
    def kept_back(self) -> str:
        """Of a box with words, whose are not there because of who is to see them; nothing where all are."""
        if self.withheld or len(self.answers) >= self.n:
            return ""
        return "The others keep theirs." if self.answers else "What they wrote is theirs alone."


class SharedRow(Frozen):
    """A row that comes from the workshop's own words in an earlier activity, such as a card, and how many people have it."""

    row: str
    label: str
    n: int


class GridSummary(Summary):
    """The boxes row by row: the definition's rows, then shared ones, then the rows of people's own as one (`OWN`).

    `own_rows` are the labels of rows that so many `writers` wrote here; `own_withheld` says why none is shown.
    """

    kind: Literal["grid"] = "grid"
    cells: tuple[CellSummary, ...]
    shared: tuple[SharedRow, ...] = ()
    own_rows: tuple[str, ...] = ()
    writers: int = 0
    own_withheld: str | None = None

    @model_serializer(mode="wrap")
    def _null_is_not_none(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        found: dict[str, Any] = plain(self)
        return found if self.own_withheld is None else {**found, "own_rows": None, "writers": None}

    def row(self, row: str) -> tuple[CellSummary, ...]:
        """The boxes of one row."""
        return tuple(cell for cell in self.cells if cell.row == row)

    @property
    def has_own(self) -> bool:
        """Whether there is a row in which people's own stand together."""
        return any(cell.row == OWN for cell in self.cells)


def box(row: str, column: str) -> str:
    """What a box is called: in a response, in its words, and among the parts that are compared."""
    return f"{row}.{column}"
