"""The same things at two places on a scale: the room's order beside another."""

from dataclasses import dataclass

from activities.figures import short_figure
from exports.document import Column, Picture, Table


@dataclass(frozen=True, slots=True)
class Sloped:
    """One thing: where it is at the left, with the quartiles there, and at the right, where it is there."""

    label: str
    left: float
    right: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def left_figure(self) -> str:
        """Where it is at the left, with the spread where there is one."""
        if self.low is None or self.high is None or self.low == self.high:
            return short_figure(self.left)
        return f"{short_figure(self.left)} ({short_figure(self.low)}–{short_figure(self.high)})"

    @property
    def right_figure(self) -> str:
        """Where it is at the right; a dash where it is not there."""
        return "–" if self.right is None else short_figure(self.right)


@dataclass(frozen=True, slots=True)
class Slope(Picture):
    """Things on a scale from 1 to `places` at the left and at the right, with a line from one to the other."""

    things: tuple[Sloped, ...]
    places: int
    left: str
    right: str

    @property
    def alternative(self) -> str:
        """Everything with both its places."""
        told = "; ".join(f"{one.label}: {one.left_figure}, {one.right_figure}" for one in self.things)
        return f"A slope chart from {self.left} to {self.right}. {told}."

    @property
    def table(self) -> Table:
        """A row a thing, with both its places."""
        rows = tuple((one.label, one.left_figure, one.right_figure) for one in self.things)
        columns = (Column(0.5), Column(0.25, figures=True), Column(0.25, figures=True))
        return Table(columns, ("Item", self.left, self.right), rows, f"{self.left} beside {self.right}")
