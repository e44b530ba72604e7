"""How a work fills its paper: pages by words, and which section of a poster stands in which column.

Screen and paper both ask here, so that the poster on the one looks like the poster on the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

COLUMNS = 2
"""The columns of a poster."""


@dataclass(frozen=True)
class Paper:
    """How many words a page holds with its headings (an estimate), and how many pages there are to be."""

    name: str
    words: int
    least: int
    most: int


POSTER = Paper("poster", words=360, least=1, most=1)
"""One sheet, in letters that are read from two metres on A1 and at arm's length on A3."""

REPORT = Paper("report", words=580, least=4, most=5)
"""Sheets of A4 in 12 point."""


@dataclass(frozen=True)
class Fill:
    """How far so many words fill a paper."""

    paper: Paper
    words: int

    @property
    def pages(self) -> int:
        """How many pages it comes to, begun ones too; one at least."""
        return max(-(-self.words // self.paper.words), 1)

    @property
    def over(self) -> int:
        """The words that no page is left for."""
        return max(self.words - self.paper.words * self.paper.most, 0)

    def of_page(self, number: int) -> float:
        """How much of a page, from 1, is filled (0–1)."""
        return min(max(self.words / self.paper.words - (number - 1), 0.0), 1.0)

    @property
    def said(self) -> str:
        """How full it is, in a few words for whoever writes."""
        if self.over:
            sheets = "page holds" if self.paper.most == 1 else f"{self.paper.most} pages hold"
            return f"about {self.over} {'word' if self.over == 1 else 'words'} more than the {sheets}"
        if self.paper.most == 1:
            return f"{round(100 * self.of_page(1))}% of the page"
        least, most = self.paper.least, self.paper.most
        return f"page {self.pages} of {most if least == most else f'{least} to {most}'}"


def word_count(text: str) -> int:
    """The words of a text, parted by white space."""
    return len(text.split())


def in_columns(heights: Sequence[float], columns: int = COLUMNS) -> tuple[tuple[int, ...], ...]:
    """Which sections, by number from 0, stand in which column: in their order, so that the highest column is lowest.

    No section is parted, and a column may be empty where there are fewer sections.
    """
    numbers = range(len(heights))
    if columns == 1 or len(heights) <= 1:
        return (tuple(numbers), *((),) * (columns - 1))
    best: tuple[tuple[int, ...], ...] | None = None
    for cut in range(1, len(heights) + 1):
        rest = in_columns(heights[cut:], columns - 1)
        found = (tuple(numbers[:cut]), *(tuple(number + cut for number in column) for column in rest))
        if best is None or highest(heights, found) < highest(heights, best):
            best = found
    assert best is not None
    return best


def highest(heights: Sequence[float], columns: Sequence[Sequence[int]]) -> float:
    """The height of the highest column."""
    return max((sum(heights[number] for number in column) for column in columns), default=0.0)
