"""From one number to another, as a workshop file says it: `{from: 1, to: 3}`."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from activities.model import Definition


class Span(Definition):
    """At `least` so many (`from` in a file) and at `most` so many (`to`). What is built on it says how many there can be."""

    model_config = {"populate_by_name": True, "serialize_by_alias": True}

    key: ClassVar[str]
    """Under which key it stands in a file."""

    least: int = Field(alias="from")
    most: int = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            raise ValueError(f"‘{self.key}’ is from {self.least} to {self.most}: put the smaller number first")
        return self
