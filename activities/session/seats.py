"""Who may sit down at a shared terminal, and how far each of them is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from activities.kinds.activity import Progress, progress
from activities.model import NAME_LIMIT
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.typed import short_text


@dataclass(frozen=True)
class Seat:
    """A participant as they are called now, and how far they are with the current activity (None: not begun).

    `once` is the name they came with, `locked` whether they have set a PIN.
    """

    participant: Participant
    progress: Progress | None
    handed_in: bool
    once: str = ""
    locked: bool = False


def seats(session: Session, contributions: Iterable[Contribution]) -> list[Seat]:
    """Everyone on the roster in its order, then who came without being on it, by name."""
    by_id = {contribution.participant.id: contribution for contribution in contributions}
    listed = {participant.id for participant in session.roster}
    came = [c.participant for c in by_id.values() if c.participant.id not in listed]
    everyone = [*session.roster, *sorted(came, key=lambda one: session.name_of(one).casefold())]
    return [_seat(session, participant, by_id.get(participant.id)) for participant in everyone]


def _seat(session: Session, participant: Participant, contribution: Contribution | None) -> Seat:
    activity = session.activity
    version = contribution.latest(activity.id, session.state().round) if contribution else None
    return Seat(
        participant.model_copy(update={"name": session.name_of(participant)}),
        progress(activity, version.response) if version else None,
        handed_in=version is not None and version.handed_in,
        once=participant.name,
        locked=contribution is not None and contribution.pin is not None,
    )


def find_seat(taken: Sequence[Seat], typed: str) -> Seat | None:
    """The seat of this name, whatever its capitals and spaces, or that once had it; None where nobody has."""
    wanted = tidy_name(typed).casefold()
    now = (seat for seat in taken if seat.participant.name.casefold() == wanted)
    return next(now, next((seat for seat in taken if seat.once.casefold() == wanted), None))


def new_participant(typed: str, random: Random) -> Participant:
    """Someone who was not listed. Raises Refused for a name that is empty, too long or cannot be shown."""
    return Participant(id=f"p-{random.getrandbits(40):010x}", name=checked_name(typed))


def roster(lines: Iterable[str], random: Random) -> tuple[Participant, ...]:
    """One participant a line, empty lines and repeated names left out. Raises Refused as `new_participant` does."""
    names = dict.fromkeys(checked_name(line) for line in lines if tidy_name(line))
    return tuple(new_participant(name, random) for name in names)


def tidy_name(typed: str) -> str:
    """A name as one line with single spaces."""
    return " ".join(typed.split())


def checked_name(typed: str) -> str:
    """The name, tidied. Raises Refused, saying what to do, where it cannot be a name."""
    name = short_text("name", typed, NAME_LIMIT)
    if not name:
        raise Refused("Type your name or your table first.")
    return name
