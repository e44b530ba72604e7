"""How old one must be to read what the built-in workshops ask of people: `python -m tests.reading_age` prints it.

Two published formulas, which count letters and sentences only and so need no list of syllables. A US school grade `g` is
the age of `g + 5` years. Both were made for running text; of prompts they tell how workshops differ, not an exact age.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import mean

from activities.model import Definition
from activities.workshop.workshop import Workshop
from store.workshops import built_in_workshops

READ = frozenset(
    {"question", "instructions", "task_short", "prompt", "stem", "hint", "help", "think", "descriptor", "example"}
    | {"ask_reason", "ask_evidence", "ask_move", "reason", "discuss", "about"}
)
"""The keys of what participants read as sentences; names on cards and buttons are none."""

FIRST_GRADE_AGE = 6
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
SENTENCE_ENDS = re.compile(r"[.?!…:;]+(?:\s|$)")


@dataclass(frozen=True)
class Counted:
    """How many letters and digits, words and sentences there are in some texts."""

    letters: int
    words: int
    sentences: int

    @property
    def automated(self) -> float:
        """The age in years by the Automated Readability Index (Senter and Smith 1967)."""
        grade = 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43
        return grade + FIRST_GRADE_AGE - 1

    @property
    def coleman_liau(self) -> float:
        """The age in years by the index of Coleman and Liau (1975)."""
        letters, sentences = (100 * one / self.words for one in (self.letters, self.sentences))
        return 0.0588 * letters - 0.296 * sentences - 15.8 + FIRST_GRADE_AGE - 1

    @property
    def age(self) -> float:
        """The mean of the two, in years."""
        return mean((self.automated, self.coleman_liau))


def counted(texts: Iterable[str]) -> Counted:
    """What is in the texts; each of them ends a sentence."""
    words = [word for text in texts for word in WORD.findall(text)]
    return Counted(sum(map(len, (re.sub(r"\W", "", word) for word in words))), len(words), sum(map(_sentences, texts)))


def _sentences(text: str) -> int:
    return sum(bool(WORD.search(part)) for part in SENTENCE_ENDS.split(text))


def read_by_people(workshop: Workshop) -> list[str]:
    """What participants read as sentences while they work, each text once."""
    return list(dict.fromkeys(_texts(workshop)))


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, Definition):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), name)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one, key)
    elif isinstance(value, str) and key in READ:
        yield value


def main() -> None:
    """Print a line a workshop, the hardest to read first."""
    found = [(counted(read_by_people(one)), one.id) for one in built_in_workshops()]
    print(f"{'workshop':<22}{'words':>7}{'a sentence':>12}{'letters a word':>16}{'ARI':>7}{'C–L':>7}{'age':>7}")
    for one, name in sorted(found, key=lambda pair: -pair[0].age):
        print(
            f"{name:<22}{one.words:>7}{one.words / one.sentences:>12.1f}{one.letters / one.words:>16.2f}"
            f"{one.automated:>7.1f}{one.coleman_liau:>7.1f}{one.age:>7.1f}"
        )
    print(f"{'mean':<22}{'':>42}{'':>7}{mean(one.age for one, _ in found):>14.1f}")


if __name__ == "__main__":
    main()
