"""How many of several things to choose: a number, or from one number to another."""

from typing import Annotated, ClassVar

from pydantic import Field

from activities.kinds.span import Span
from activities.typed import quoted

HowMany = Annotated[int, Field(ge=1, le=12)]


class Pick(Span):
    """How many options to choose."""

    key: ClassVar[str] = "pick"
    least: HowMany = Field(default=1, alias="from")
    most: HowMany = Field(default=1, alias="to")

    @property
    def in_words(self) -> str:
        """What to do, such as `Choose 1 to 3`, as a sentence."""
        if self.most == 1:
            return "Choose one."
        return f"Choose {self.most}." if self.least == self.most else f"Choose {self.least} to {self.most}."

    @property
    def each(self) -> str:
        """How many one participant chooses: `one option`, `1 to 3 options`."""
        if self.most == 1:
            return "one option"
        return f"{self.most} options" if self.least == self.most else f"{self.least} to {self.most} options"


def as_pick(value: object) -> object:
    """What stands in a file under `pick`: a whole number is from that number to the same. Raises ValueError."""
    if isinstance(value, int) and not isinstance(value, bool):
        return {"from": value, "to": value}
    if isinstance(value, str):
        if not value.strip().isdecimal():
            raise ValueError(f"‘pick’ is a number such as 2, or {{from: 1, to: 3}}, and not {quoted(value)}")
        return {"from": value, "to": value}
    return value
