"""The answers to one question as pages: nobody scrolls on a projector, so each page is a step of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST_ANSWERS = 8
"""Answers on one page, at most."""

MOST_LETTERS = 720
"""Letters on one page, about: as many as fit a projector of 80 by 24 cells, and stand as cards on one of 120 by 40."""

LINE = 32
"""Letters that a line of a card has at least; a new line in an answer takes up as many."""


@dataclass(frozen=True)
class Page:
    """The answers from `first`, counted from 1, to `last`, of `n`."""

    answers: Sequence[str]
    first: int = 1
    last: int = 0
    n: int = 0

    @property
    def words(self) -> str:
        """Which answers these are: `answers 9–16 of 31`; nothing where they are all."""
        if self.last - self.first + 1 >= self.n:
            return ""
        many = f"answers {self.first}–{self.last}" if self.last > self.first else f"answer {self.first}"
        return f"{many} of {self.n}"


def pages(answers: Sequence[str]) -> list[Page]:
    """The answers in their order, as many to a page as it has room for, and one at least; one empty page of none."""
    parts: list[list[str]] = [[]]
    taken = 0
    for answer in answers:
        length = max(2 * LINE, len(answer) + LINE * answer.count("\n"))
        if parts[-1] and (len(parts[-1]) == MOST_ANSWERS or taken + length > MOST_LETTERS):
            parts.append([])
            taken = 0
        parts[-1].append(answer)
        taken += length
    found, first = [], 1
    for part in parts:
        found.append(Page(part, first, first + len(part) - 1, len(answers)))
        first += len(part)
    return found


def page_step(field: str, number: int) -> str:
    """The step that shows a page, from 1, of a field: `goal`, then `goal 2`. No id of a field has a space in it."""
    return field if number == 1 else f"{field} {number}"


def page_steps(fields: Iterable[str], answers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Every page of every field, in order."""
    return tuple(
        page_step(field, number) for field in fields for number in range(1, len(pages(answers.get(field, ()))) + 1)
    )


def at_step(step: str) -> tuple[str, int]:
    """The field and the page, from 1, that a step shows."""
    field, _, number = step.partition(" ")
    return field, int(number or 1)
