"""Counts in a line each: with a thin bar for the room, or as a figure for a glance; a dash where a count is not told."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

GLANCE = 28
"""Cells across a line of a glance: the console's panel on a screen of 120 has no more."""


@dataclass(frozen=True)
class Count:
    """What was counted, by its label, and how many; `withheld` where that is not told."""

    label: str
    n: int
    withheld: bool = False

    @property
    def figure(self) -> str:
        """The count, or a dash, three cells wide."""
        return f"{'–' if self.withheld else self.n:>3}"


def thin_bar(count: int, most: int, across: int) -> str:
    """A line as long as the count is of the most, in cells; something at least of what is there at all."""
    return "━" * max(1, round(count / most * across)) if count else ""


def thin_bars(counts: Sequence[Count], most: int, label: int, across: int) -> list[Content]:
    """Every label in a column of `label` cells with its figure and its bar, an empty line after each."""
    return [
        line
        for one in counts
        for line in (
            Content.assemble(
                one.label.ljust(label), (one.figure, "bold"), "  ", (thin_bar(one.n, most, across), "$now")
            ),
            Content(""),
        )
    ]


def glanced(count: Count) -> Content:
    """A figure before what it counts."""
    return Content.assemble((f"{count.figure}  ", "bold"), (count.label, "$quiet"))
