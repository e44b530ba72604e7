"""What the facilitator has taken out of what the room sees, before it sees it. Its writer keeps it on their handout."""

from collections.abc import Iterable, Sequence

from activities.kinds.activity import Activity, Response, Words, without, words
from activities.model import Frozen
from activities.session.again import with_baselines
from activities.session.contribution import Contribution
from activities.session.session import Hidden, Session


class Given(Frozen):
    """A text that somebody gave, where it stands, under which heading, and whether the room is not to see it."""

    where: Hidden
    heading: str
    text: str
    hidden: bool


def given(session: Session, contributions: Iterable[Contribution], of: str | None = None) -> tuple[Given, ...]:
    """All that people wrote for the room to see in an activity's round, heading by heading; of the current one at first.

    Under a heading they stand in the order of their letters, so that their place tells nothing of who wrote them.
    """
    activity, number = session.workshop.activity(of or session.current), session.state(of).round
    found: dict[str, list[Given]] = {}
    for one in contributions:
        version = one.latest(activity.id, number)
        for text in _for_the_room(activity, version.response) if version else ():
            where = Hidden(participant=one.participant.id, activity=activity.id, field=text.field)
            new = Given(where=where, heading=text.heading, text=text.text, hidden=where in session.hidden)
            found.setdefault(text.heading, []).append(new)
    return tuple(one for texts in found.values() for one in sorted(texts, key=lambda one: one.text.casefold()))


def _for_the_room(activity: Activity, response: Response) -> Iterable[Words]:
    return (text for text in words(activity, response) if activity.shows(response, text.field))


def hide(session: Session, where: Hidden) -> Session:
    """The room is not to see this text, or may see it again."""
    others = tuple(one for one in session.hidden if one != where)
    return session.model_copy(update={"hidden": others if where in session.hidden else (*others, where)})


def as_shown(session: Session, contributions: Sequence[Contribution]) -> list[Contribution]:
    """Everybody's work as the room, the room sheet and results are made of it: without what is hidden, with baselines."""
    fields: dict[tuple[str, str], set[str]] = {}
    for one in session.hidden:
        fields.setdefault((one.participant, one.activity), set()).add(one.field)
    seen = [_without(session, one, fields) for one in contributions] if fields else contributions
    return with_baselines(session, seen)


def _without(session: Session, one: Contribution, fields: dict[tuple[str, str], set[str]]) -> Contribution:
    kinds = {activity.id: activity for activity in session.workshop.activities}
    versions = tuple(
        version.model_copy(update={"response": without(kinds[version.activity], version.response, hidden)})
        if (hidden := fields.get((one.participant.id, version.activity))) and version.activity in kinds
        else version
        for version in one.versions
    )
    return one.model_copy(update={"versions": versions})
