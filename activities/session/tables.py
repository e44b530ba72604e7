"""Tables and the people at them: who answers an activity, and whose work a person goes on from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from activities.kinds.activity import Activity
from activities.kinds.audience import By
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session


@dataclass(frozen=True)
class Hall:
    """Everybody who takes part: people, and tables or schools with people at them or without.

    A participant at whose id others sit is a table. Whoever sits at no table and has nobody at theirs may be a person
    or a table: they answer everything.
    """

    everyone: tuple[Participant, ...]

    @cached_property
    def _known(self) -> dict[str, Participant]:
        return {one.id: one for one in self.everyone}

    @cached_property
    def _taken(self) -> frozenset[str]:
        return frozenset(one.at for one in self.everyone if one.at in self._known)

    @property
    def tables(self) -> tuple[Participant, ...]:
        """The tables at which somebody sits."""
        return tuple(one for one in self.everyone if one.id in self._taken)

    def at(self, table: str) -> tuple[Participant, ...]:
        """The people at a table."""
        return tuple(one for one in self.everyone if one.at == table)

    def table_of(self, participant: Participant) -> Participant | None:
        """The table that a person sits at; None where they sit at none that is known."""
        return self._known.get(participant.at) if participant.at else None

    def answers(self, activity: Activity, participant: Participant) -> bool:
        """Whether this participant answers the activity: as a table for its people, or as a person for themselves."""
        return self.answers_by(activity.by, participant)

    def answers_by(self, by: By, participant: Participant) -> bool:
        """The same for any activity that they answer so."""
        if by is By.TABLE:
            return self.table_of(participant) is None
        return by is By.EITHER or participant.id not in self._taken

    def answering(self, activity: Activity) -> tuple[Participant, ...]:
        """All who answer the activity, people after the table they sit at."""
        return tuple(one for one in self.in_order if self.answers(activity, one))

    @property
    def in_order(self) -> tuple[Participant, ...]:
        """Everyone in the order in which they are known, people straight after the table they sit at."""
        own = (one for one in self.everyone if self.table_of(one) is None)
        return tuple(each for one in own for each in (one, *self.at(one.id)))


def hall(session: Session, contributions: Iterable[Contribution] = ()) -> Hall:
    """Everyone on the roster in its order, then who came without being on it, by name."""
    listed = {participant.id for participant in session.roster}
    came = [one.participant for one in contributions if one.participant.id not in listed]
    return Hall((*session.roster, *sorted(came, key=lambda one: session.name_of(one).casefold())))


def awaited(session: Session, activity: Activity | None = None) -> tuple[Participant, ...]:
    """Who of the roster answers the activity, the current one unless another is named."""
    return hall(session).answering(activity or session.activity)
