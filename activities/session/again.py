"""What is done a second time: what everyone gave the first time is beside it, as the round before the first.

A baseline is taken once, and the same is asked again at the end of a session or of a year. Whoever compares rounds
finds the first time as round 0 of the second, so that what holds of two rounds (who may be compared, what changed, who
moved) holds here too.
"""

from collections.abc import Iterable

from activities.kinds.activity import Activity
from activities.session.contribution import Contribution, Version
from activities.session.session import Session

BASELINE = 0
"""The round in which the first time stands."""


def with_baselines(session: Session, contributions: Iterable[Contribution]) -> list[Contribution]:
    """Everybody's work, with the first time of what is done again as round 0 of it."""
    pairs = [
        (one.id, session.workshop.own(one.again)) for one in session.workshop.activities if one.again and one.answered
    ]
    return [_with(one, pairs) for one in contributions] if pairs else list(contributions)


def compares_with_earlier(session: Session, activity: Activity | None = None) -> bool:
    """Whether there is anything that the round an activity is at can be compared with."""
    wanted = activity or session.activity
    return session.state(wanted.id).round > 1 or wanted.again is not None


def baseline(session: Session, one: Contribution, activity: Activity) -> Version | None:
    """What somebody gave to an activity the time before: under `again`, or when this session was held before.

    None where they gave nothing, or where there was no time before.
    """
    held_before = f"{session.workshop.id}/{activity.id}"
    before = _baseline(one, activity.id, held_before)
    if before or not activity.again:
        return before
    return _baseline(one, activity.id, session.workshop.own(activity.again))


def first_round(activity: Activity) -> int:
    """The earliest round that another may be compared with: the baseline of what is done again, otherwise the first."""
    return 1 if activity.again is None else BASELINE


def _with(one: Contribution, pairs: list[tuple[str, str]]) -> Contribution:
    found = [_baseline(one, activity, source) for activity, source in pairs]
    baselines = [version for version in found if version is not None]
    return one.model_copy(update={"versions": (*baselines, *one.versions)}) if baselines else one


def _baseline(one: Contribution, activity: str, source: str) -> Version | None:
    """What counted at the end of the first time, before anything of the second was revealed."""
    rounds = [version.round for version in one.versions if version.activity == source]
    carried = next((version for version in one.carried if version.activity == source), None)
    newest = one.latest(source, max(rounds)) if rounds else carried
    return newest and newest.model_copy(update={"activity": activity, "round": BASELINE, "since": 0})
