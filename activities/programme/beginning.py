"""Beginning a session of a programme: its people, and what they carry on from the sessions before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from activities.programme.carrying import Carried, Earlier, carry, with_carried
from activities.programme.programme import Programme, Stage
from activities.refusal import Refused
from activities.session.beginning import begin
from activities.session.contribution import Contribution
from activities.session.session import Session
from activities.workshop.workshop import Workshop


@dataclass(frozen=True)
class Begun:
    """A session that is about to be kept, with what everyone carries into it, and the programme that knows of it."""

    session: Session
    contributions: tuple[Contribution, ...]
    programme: Programme


def part_of(programme: Programme, workshop: str | None, sessions: Sequence[Session]) -> int:
    """Which session of the series is to be begun: the next, or the one with this workshop.

    Raises Refused where there is none.
    """
    line = programme.timeline(sessions)
    free = [one for one in line if not one.code and (workshop is None or one.planned.workshop == workshop)]
    if workshop is None:
        free = [one for one in free if one.stage is Stage.NEXT] or free
    if not free:
        what = f"no session ‘{workshop}’ to begin" if workshop else "no session left to begin"
        known = ", ".join(dict.fromkeys(one.planned.workshop for one in line if not one.code))
        raise Refused(f"{programme.title} has {what}. {f'It still has {known}.' if known else 'All are done.'}")
    return free[0].part


def begin_part(
    programme: Programme,
    part: int,
    workshop: Workshop,
    earlier: Sequence[Earlier],
    *,
    code: str,
    title: str,
    on: date,
    place: str = "",
    facilitator: str = "",
    contact: str = "",
    delete_on: date | None = None,
) -> Begun:
    """The session of that part of the series. Its roster is everyone who belongs to the programme by now."""
    known = programme
    for one in earlier:
        known = known.with_everyone(one.session, one.contributions)
    carried = carry(workshop, earlier)
    session = begin(
        workshop,
        code=code,
        title=title,
        on=on,
        place=place,
        facilitator=facilitator,
        contact=contact,
        roster=known.roster,
        delete_on=delete_on,
    ).model_copy(
        update={
            "programme": programme.id,
            "part": part,
            "earlier": carried.activities,
            "forgotten": known.forgotten,
        }
    )
    return Begun(session, _contributions(known, carried), known.with_held(part, session))


def _contributions(programme: Programme, carried: Carried) -> tuple[Contribution, ...]:
    return tuple(with_carried(one, None, carried) for one in programme.roster if carried.given.get(one.id))
