"""Looking back at earlier activities that the present one speaks of: the room at what they came to, each at their own work.

Which they are is said by the workshop, in `from` (`Activity.starts_from`).
"""

from activities.kinds.activity import Activity, Response
from activities.reveal.step import PICTURE
from activities.session.contribution import Contribution
from activities.session.session import Phase, Session


def spoken_of(session: Session) -> tuple[Activity, ...]:
    """The activities of this session that the one the room is at speaks of, in the order of the agenda."""
    workshop = session.workshop
    sources = {workshop.own(source) for _, source in session.activity.starts_from} - {session.current}
    return tuple(activity for activity in workshop.activities if activity.id in sources)


def own_work(
    session: Session, own: Contribution, table: Contribution | None = None
) -> tuple[tuple[Activity, Response], ...]:
    """What one participant gave in what it speaks of, or their table where they gave nothing: the last round of each.

    What they gave in earlier sessions of the programme comes first.
    """
    known = {activity.id: activity for activity in spoken_of(session)}
    names = dict.fromkeys(source for _, source in session.activity.starts_from)
    before = {name: session.earlier[name] for name in names if name in session.earlier}
    found = []
    for name, activity in {**before, **known}.items():
        given = [_newest(one, name) for one in (own, table) if one is not None]
        found += [(activity, response) for response in given if response is not None and response.begun][:1]
    return tuple(found)


def _newest(contribution: Contribution, name: str) -> Response | None:
    """What somebody gave last in an activity of this session, or carried into it from an earlier one."""
    rounds = contribution.by_round(name)
    carried = next((version.response for version in contribution.carried if version.activity == name), None)
    return rounds[max(rounds)] if rounds else carried


def seen_before(session: Session) -> tuple[Activity, ...]:
    """Those of them whose results the room has seen, so that it may see them again; none once it sees newer ones."""
    if session.state().phase is Phase.REVEALED:
        return ()
    return tuple(activity for activity in spoken_of(session) if session.state(activity.id).phase is Phase.REVEALED)


def look_back(session: Session) -> Session:
    """The room sees the results of the first of these beside the question; then of the next, and after the last none."""
    ways = [*(activity.id for activity in seen_before(session)), None]
    back = session.shown.back
    return session.show(back=ways[(ways.index(back) + 1) % len(ways)] if back in ways else ways[0])


def as_it_was(session: Session) -> Session | None:
    """The session as if the room were still at the results it looks back at, in their picture; None where it does not."""
    back = session.shown.back
    if back not in [activity.id for activity in seen_before(session)]:
        return None
    shown = session.shown.cleared().model_copy(update={"spotlight": PICTURE, "frozen": None})
    return session.model_copy(update={"current": back, "shown": shown})
