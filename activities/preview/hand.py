"""An invented person at an activity: what they write, and to what they lean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from activities.kinds.activity import Offer

T = TypeVar("T")

ANSWERS = (
    "Invented answer {0}: a few words.",
    "Invented answer {0}: somebody writes a sentence of this length here, in their own words.",
    "Invented answer {0}. Whoever has more to say writes two sentences or three. They stand here so that you see how a "
    "longer answer looks to the room.",
)
"""A short answer, one of a sentence, and a long one. None pretends to be a teacher's."""

LEANING = 0.5
"""How many of a room lean to the same side, so that the room agrees on some things and not on all. A round number."""

OFFERING = 0.8
"""How many offer the room what is theirs to offer. A round number."""


@dataclass(frozen=True)
class Hand:
    """Invented person `number`, from 1, at one activity; all that they do follows from `chance`.

    `today` is the day on which they do it, and `offers` what earlier activities offer, by the activity's id.
    """

    number: int
    chance: Random
    today: date
    offers: Mapping[str, tuple[Offer, ...]]

    @property
    def offers_it(self) -> bool:
        """Whether they offer the room what is theirs to offer."""
        return Random(self.number).random() < OFFERING

    def words(self) -> str:
        """What they write: some little, some more."""
        return ANSWERS[self.chance.randrange(len(ANSWERS))].format(self.number)

    def line(self, what: str = "answer") -> str:
        """The same in few words, to tell what it is."""
        return f"Invented {what} {self.number}"

    def lean(self, things: Sequence[T], about: str) -> T:
        """One of these: of all who choose one `about` the same thing, many choose the same."""
        if self.chance.random() < LEANING:
            return Random(about).choice(things)
        return self.chance.choice(things)

    def in_order(self, things: Sequence[T], about: str) -> list[T]:
        """All of these in an order; of all who order what is `about` the same thing, many have much of it in common."""
        usual = {at: place for place, at in enumerate(Random(about).sample(range(len(things)), len(things)))}
        drift = len(things) * (1 - LEANING)
        weighed = sorted(range(len(things)), key=lambda at: usual[at] + self.chance.uniform(-drift, drift))
        return [things[at] for at in weighed]
