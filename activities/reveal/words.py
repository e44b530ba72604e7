"""Counts and shares as teachers say them: `11 tables`, `half of you`, `one in four`."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from activities.kinds.audience import By
from activities.session.contribution import Participant

LETTERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

EXACT = {
    Fraction(1, 2): "half of {all}",
    Fraction(1, 3): "one in three",
    Fraction(2, 3): "two in three",
    Fraction(1, 4): "one in four",
    Fraction(3, 4): "three in four",
    Fraction(1, 5): "one in five",
}
"""Shares that have a name."""

ABOUT = {
    Fraction(1, 2): "about half of {all}",
    Fraction(1, 3): "about one in three",
    Fraction(2, 3): "about two in three",
}
"""Shares that others are near to."""

NEAR = Fraction(1, 20)
"""How near a share must be to one that has a name, to be called about that."""

FEW = 12
"""Up to how many answers a share without a name is told as so many of so many, for there it is easier to picture."""


@dataclass(frozen=True)
class Who:
    """What those who answer are called: one of them, several, and all of them when they are spoken to."""

    one: str
    several: str
    all_of: str

    def counted(self, number: int) -> str:
        """So many of them: `1 table`, `11 tables`."""
        return f"{number} {self.one if number == 1 else self.several}"


PEOPLE = Who("person", "people", "you")
TABLES = Who("table", "tables", "the tables")


def who_answers(roster: Sequence[Participant], by: By = By.EITHER) -> Who:
    """Tables where they answer for their people, or where everybody who is expected is called so; else people."""
    if by is By.TABLE and any(one.at for one in roster):
        return TABLES
    tables = bool(roster) and all(one.name.casefold().startswith("table") for one in roster)
    return TABLES if tables else PEOPLE


def in_letters(number: int) -> str:
    """A number up to ten as a word."""
    return LETTERS[number] if 0 <= number < len(LETTERS) else str(number)


def counted(number: int, one: str, several: str) -> str:
    """A number of things: `1 answer`, `11 answers`."""
    return f"{number} {one if number == 1 else several}"


def share(count: int, of: int, who: Who = PEOPLE) -> str:
    """A part of all as it is said: `all of you`, `half of the tables`, `one in four`, `5 of 11`."""
    if count >= of:
        return f"all of {who.all_of}"
    if not count:
        return f"none of {who.all_of}"
    part = Fraction(count, of)
    if part in EXACT:
        return EXACT[part].format(all=who.all_of)
    if of > FEW:
        near = min(ABOUT, key=lambda known: abs(known - part))
        if abs(near - part) <= NEAR:
            return ABOUT[near].format(all=who.all_of)
    return f"{in_letters(count)} of {in_letters(of)}" if of < len(LETTERS) else f"{count} of {of}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names one after another: `A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def sentence(words: str) -> str:
    """The words with a capital first and a full stop last."""
    words = words.strip()
    return f"{words[:1].upper()}{words[1:]}{'' if words[-1:] in '.?!…' else '.'}"
