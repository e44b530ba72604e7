"""What is still open when a session ends, and until when it is kept."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from activities.kinds.activity import Activity, progress
from activities.model import Frozen
from activities.session.contribution import Contribution
from activities.session.session import Phase, Session, Shown
from activities.session.tables import awaited

KEPT_FOR = timedelta(days=365)
"""How long a session is kept unless the facilitator says otherwise: until the group meets again a year on."""


class Unfinished(Frozen):
    """A round of an activity that is not done with: `handed_in` did, `begun` have begun and not handed in.

    `missing` are those on the roster who have not begun. An activity that was never open has no round (0).
    """

    activity: str
    round: int
    handed_in: int = 0
    begun: int = 0
    missing: int = 0


def unfinished(session: Session, contributions: Iterable[Contribution]) -> tuple[Unfinished, ...]:
    """Every round of every activity that somebody has not handed in, in the agenda's order; what is skipped aside."""
    everyone = list(contributions)
    found: list[Unfinished] = []
    for activity in session.workshop.activities:
        if activity.id in session.skipped:
            continue
        state = session.state(activity.id)
        if state.began is None:
            found.append(Unfinished(activity=activity.id, round=0))
        elif activity.answered:
            found += [_round(session, everyone, activity, number) for number in range(1, state.round + 1)]
    return tuple(one for one in found if one.round == 0 or one.begun or one.missing or not one.handed_in)


def _round(session: Session, everyone: list[Contribution], activity: Activity, number: int) -> Unfinished:
    latest = {one.participant.id: version for one in everyone if (version := one.latest(activity.id, number))}
    handed_in = {who for who, version in latest.items() if version.handed_in}
    begun = {who for who, version in latest.items() if progress(activity, version.response).begun} - handed_in
    missing = {one.id for one in awaited(session, activity)} - handed_in - begun
    return Unfinished(
        activity=activity.id, round=number, handed_in=len(handed_in), begun=len(begun), missing=len(missing)
    )


def close(session: Session, now: datetime, *, delete_on: date | None, meets_again: str = "") -> Session:
    """The session is over: what is open is locked, and the projector and the terminals show the last screen."""
    over = session.lock(now) if session.state().phase is Phase.OPEN else session
    state = over.state().leave(now)
    return over.model_copy(
        update={
            "running": {**over.running, over.current: state},
            "shown": Shown(zoom=over.shown.zoom),
            "closed": now,
            "delete_on": delete_on,
            "meets_again": meets_again,
        }
    )


def open_again(session: Session, now: datetime) -> Session:
    """A closed session goes on where it was."""
    state = session.state().go_back(now) if session.began else session.state()
    return session.model_copy(update={"closed": None, "running": {**session.running, session.current: state}})
