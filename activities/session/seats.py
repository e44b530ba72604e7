"""Who may sit down at a shared terminal, and how far each of them is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from activities.kinds.activity import Progress, progress
from activities.model import NAME_LIMIT
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.session.tables import Hall, hall
from activities.typed import short_text


@dataclass(frozen=True)
class Seat:
    """A participant as they are called now, and how far they are with the current activity (None: not begun).

    `once` is the name they came with, `locked` whether they have set a PIN, `table` what the table is called that they
    sit at, `asked` whether they answer the current activity at all: not where a table does for its people.
    """

    participant: Participant
    progress: Progress | None
    handed_in: bool
    once: str = ""
    locked: bool = False
    table: str = ""
    asked: bool = True


def seats(session: Session, contributions: Iterable[Contribution]) -> list[Seat]:
    """Who answers the current activity: those on the roster in its order, then who came without being on it, by name."""
    return [seat for seat in everyone(session, contributions) if seat.asked]


def everyone(session: Session, contributions: Iterable[Contribution]) -> list[Seat]:
    """Who is in, whether or not they answer the current activity: in the same order, people after their table."""
    by_id = {contribution.participant.id: contribution for contribution in contributions}
    here = hall(session, by_id.values())
    return [_seat(session, here, one, by_id.get(one.id)) for one in here.in_order]


def _seat(session: Session, here: Hall, participant: Participant, contribution: Contribution | None) -> Seat:
    activity, table = session.activity, here.table_of(participant)
    version = contribution.latest(activity.id, session.state().round) if contribution else None
    return Seat(
        participant.model_copy(update={"name": session.name_of(participant)}),
        progress(activity, version.response) if version else None,
        handed_in=version is not None and version.handed_in,
        once=participant.name,
        locked=contribution is not None and contribution.pin is not None,
        table=session.name_of(table) if table else "",
        asked=here.answers(activity, participant),
    )


def find_seat(taken: Sequence[Seat], typed: str) -> Seat | None:
    """The seat of this name, whatever its capitals and spaces, or that once had it; None where nobody has."""
    wanted = tidy_name(typed).casefold()
    now = (seat for seat in taken if seat.participant.name.casefold() == wanted)
    return next(now, next((seat for seat in taken if seat.once.casefold() == wanted), None))


def find_elsewhere(session: Session, contributions: Iterable[Contribution], typed: str) -> Participant | None:
    """The table of this name, or the person, who does not answer the current activity; None where there is none."""
    wanted = tidy_name(typed).casefold()
    here = hall(session, contributions)
    others = (one for one in here.everyone if not here.answers(session.activity, one))
    return next((one for one in others if session.name_of(one).casefold() == wanted), None)


def new_participant(typed: str, random: Random, at: str | None = None) -> Participant:
    """Someone who was not listed. Raises Refused for a name that is empty, too long or cannot be shown."""
    return Participant(id=f"p-{random.getrandbits(40):010x}", name=checked_name(typed), at=at)


def roster(lines: Iterable[str], random: Random) -> tuple[Participant, ...]:
    """One participant a line, or a table and the people at it: `Table 1: Amara, Tom, Priya`.

    Empty lines and repeated lines are left out. Raises Refused as `new_participant` does, and for a name that two would
    have: whoever chose it could open the other's work.
    """
    found: dict[str, Participant] = {}
    for line in dict.fromkeys(tidy_name(line) for line in lines if tidy_name(line)):
        table, colon, people = line.partition(":")
        if not colon or not table.strip():
            _add(found, new_participant(line, random))
            continue
        at = _add(found, new_participant(table, random))
        for name in dict.fromkeys(tidy_name(one) for one in people.split(",") if tidy_name(one)):
            _add(found, new_participant(name, random, at.id))
    return tuple(found.values())


def _add(found: dict[str, Participant], one: Participant) -> Participant:
    key = one.name.casefold()
    if key in found:
        raise Refused(
            f"‘{one.name}’ is there twice. Write both so that they can be told apart, such as ‘{one.name} B’."
        )
    found[key] = one
    return one


def tidy_name(typed: str) -> str:
    """A name as one line with single spaces."""
    return " ".join(typed.split())


def checked_name(typed: str) -> str:
    """The name, tidied. Raises Refused, saying what to do, where it cannot be a name."""
    name = short_text("name", typed, NAME_LIMIT)
    if not name:
        raise Refused("Type your name or your table first.")
    return name
