"""A brief: pages the facilitator talks to, with a question to discuss. Participants answer nothing."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from activities.drawn import picture_lines
from activities.kinds.activity import Activity
from activities.model import Definition, Label, Line, Passage, Seen

MOST_PAGES = 12
"""The most pages of one brief."""

Drawn = Annotated[str, StringConstraints(min_length=1, max_length=4_000, strip_whitespace=False), Seen]
"""A picture made of text: where its letters stand is a part of it."""


class SmallTable(Definition):
    """A small table: 2 to 4 columns under their headings, and 1 to 8 rows."""

    head: tuple[Label, ...] = Field(min_length=2, max_length=4)
    rows: tuple[tuple[Label, ...], ...] = Field(min_length=1, max_length=8)

    @model_validator(mode="after")
    def _whole(self) -> "SmallTable":
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                cells = f"{len(row)} {'cell' if len(row) == 1 else 'cells'}"
                raise ValueError(f"row {number} of the table has {cells}: it needs {len(self.head)}, one a heading")
        return self


class BriefPage(Definition):
    """One page: its heading, a few points, and perhaps a picture made of text or a small table."""

    heading: Line
    points: tuple[Passage, ...] = Field(default=(), max_length=8)
    picture: Drawn | None = None
    table: SmallTable | None = None

    @field_validator("picture")
    @classmethod
    def _fits(cls, picture: str | None) -> str | None:
        return None if picture is None else "\n".join(picture_lines(picture))

    @model_validator(mode="after")
    def _says_something(self) -> "BriefPage":
        if not (self.points or self.picture or self.table):
            raise ValueError("this page has a heading alone: give it ‘points’, a ‘picture’ or a ‘table’")
        if self.picture and self.table:
            raise ValueError("this page has a picture and a table: put one of them on a page of its own")
        return self


class Brief(Activity):
    """What is said: `points`, each a sentence or two, shown one under another; then `pages`, one after another."""

    kind: Literal["brief"] = "brief"
    points: tuple[Passage, ...] = ()
    pages: tuple[BriefPage, ...] = Field(default=(), max_length=MOST_PAGES)

    @property
    def answered(self) -> bool:
        """Nobody answers a brief."""
        return False
