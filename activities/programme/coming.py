"""The next dates of a whole group: on which days who comes back to their enquiry, as far as the facilitator may see."""

from collections.abc import Iterable
from datetime import date

from activities.model import Frozen
from activities.programme.enquiry import Enquiry
from activities.session.contribution import Participant

SHOWN = 8
"""How many days are told at most: what is further ahead can wait."""


class Coming(Frozen):
    """A day, and those who have something to look at on it."""

    day: date
    people: tuple[Participant, ...]

    @property
    def names(self) -> str:
        """What they are called, one after another."""
        return ", ".join(one.name for one in self.people)


def coming(enquiries: Iterable[tuple[Participant, Enquiry]], today: date) -> tuple[Coming, ...]:
    """The days to come, today too, the nearest first; people in the order in which they are given."""
    found: dict[date, list[Participant]] = {}
    for who, enquiry in enquiries:
        for day in dict.fromkeys(one.day for one in enquiry.ahead(today)):
            found.setdefault(day, []).append(who)
    return tuple(Coming(day=day, people=tuple(found[day])) for day in sorted(found))
