"""Tables and the people at them: who answers an activity, and whose work a person goes on from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from activities.kinds.activity import Activity, Response
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


@dataclass(frozen=True)
class TakenHome:
    """What one participant takes home: what they gave, and what their table gave, where they sit at one."""

    own: Contribution
    table: Contribution | None = None

    def by_round(self, activity: Activity) -> dict[int, Response]:
        """The response of every round of an activity by its number: their own, or where there is none their table's."""
        return self.own.by_round(activity.id) or self.of_table(activity)

    def of_table(self, activity: Activity) -> dict[int, Response]:
        """What their table answered for them; nothing where they answered themselves."""
        if self.table is None or self.own.by_round(activity.id):
            return {}
        return self.table.by_round(activity.id)


def taken_home(session: Session, contributions: Iterable[Contribution]) -> list[TakenHome]:
    """A handout for everyone who gave something or whose table did, in the order of who gave; none for a table with people."""
    given = {one.participant.id: one for one in contributions}
    here = hall(session, given.values())
    tables = {table.id for table in here.tables}
    silent = [one for one in session.roster if one.id not in given and one.at in given]
    own = [*given.values(), *(Contribution(participant=one) for one in silent)]
    return [
        TakenHome(one, given.get(table.id) if (table := here.table_of(one.participant)) else None)
        for one in own
        if one.participant.id not in tables
    ]


def awaited(session: Session, activity: Activity | None = None) -> tuple[Participant, ...]:
    """Who of the roster answers the activity, the current one unless another is named."""
    return hall(session).answering(activity or session.activity)
