"""What was written as it is revealed: how many wrote, then every answer alone, without its writer."""

from collections.abc import Sequence
from dataclasses import dataclass

from activities.kinds.activity import Activity
from activities.kinds.writing import FieldSummary, WrittenSummary, kept_back
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Step
from activities.reveal.total import Total
from activities.reveal.words import counted, sentence

MOST_ANSWERS = 8
"""Answers on one wall, at most."""

MOST_LETTERS = 720
"""Letters on one wall, about: as many as fit a projector of 80 by 24 cells, and stand as cards on one of 120 by 40."""

LINE = 32
"""Letters that a line of a card has at least; a new line in an answer takes up as many."""


@dataclass(frozen=True)
class Asked:
    """One thing that was asked for in writing, and what it is called where there is little room."""

    id: str
    words: str
    short: str


@dataclass(frozen=True)
class Wall:
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


def walls(answers: Sequence[str]) -> list[Wall]:
    """The answers in their order, as many to a wall as it has room for, and one at least; one empty wall of none."""
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
        found.append(Wall(part, first, first + len(part) - 1, len(answers)))
        first += len(part)
    return found


def wall_of(field: str, number: int) -> str:
    """What the picture dwells on where it shows a wall, from 1, of a field: `goal`, then `goal 2`."""
    return field if number == 1 else f"{field} {number}"


def at_wall(step: str) -> tuple[str, int]:
    """The field and the wall, from 1, that `wall_of` made this of."""
    field, _, number = step.partition(" ")
    return field, int(number or 1)


def answered(summary: object, field: str) -> FieldSummary:
    """What was written to a question."""
    fields = summary.fields if isinstance(summary, WrittenSummary) else ()
    found = next((one for one in fields if one.field == field), None)
    return found or FieldSummary(field=field, n=0, answers=())


def written_steps(
    activity: Activity, total: Total, asked: Sequence[Asked], told: Sequence[str], *, called: str, answer: str
) -> tuple[Step, ...]:
    """The headline, then every question followed by its answers. A question is `called` so, an answer `answer`."""
    if only := nothing(activity, total, "Nobody has answered yet."):
        return only
    found: list[Step] = [headline(activity, total, *told, changed="wrote something else")]
    for number, one in enumerate(asked, 1):
        place = f"{called} {number} of {len(asked)}"
        found += [_question(activity, total, one, place, answer), *_answers(total, one, answer)]
    return tuple(found)


def _question(activity: Activity, total: Total, asked: Asked, place: str, answer: str) -> Step:
    return Step(
        asked.id,
        place=place,
        title=asked.words,
        short=asked.short,
        words=_counted(total, asked, answer),
        picture=asked.id,
        group=asked.id,
    )


def _counted(total: Total, asked: Asked, answer: str) -> str:
    """How many answered, and where rounds are compared how many did before, and how many wrote something else."""
    now, before = answered(total.summary, asked.id), answered(total.before, asked.id)
    if now.withheld:
        return now.withheld
    words = counted(now.n, answer, f"{answer}s") if now.n else f"No {answer} yet"
    told = [f"{words}."]
    if total.compared:
        earlier = "" if before.withheld else f"{before.n} → "
        told = [f"{earlier}{words}.", sentence(f"{total.compared.count(asked.id)} rewrote it")]
    return " ".join([*told, *filter(None, [kept_back(now)])])


def _answers(total: Total, asked: Asked, answer: str) -> list[Step]:
    return answer_steps(asked.id, asked.words, answered(total.summary, asked.id).answers, answer)


def answer_steps(field: str, asked: str, texts: Sequence[str], called: str) -> list[Step]:
    """Every text alone, under what was `asked`; one of them is `called` so. The picture dwells on the wall it is on."""
    where = [number for number, wall in enumerate(walls(texts), 1) for _ in wall.answers]
    return [
        Step(
            f"{field}.{number}",
            place=f"{called} {number} of {len(texts)}",
            above=asked,
            words=text,
            picture=wall_of(field, where[number - 1]),
            group=field,
        )
        for number, text in enumerate(texts, 1)
    ]
