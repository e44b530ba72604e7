"""What a session takes over from earlier ones of its programme: definitions, and what everyone gave.

A session carries what it starts from whole: its folder can be copied to another computer, and whoever is forgotten in it
is gone from it. Nothing in an earlier session changes when its text is changed in a later one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from activities.kinds.activity import Activity
from activities.session.contribution import Contribution, Participant, Version
from activities.session.session import Session
from activities.workshop.workshop import Workshop


@dataclass(frozen=True)
class Earlier:
    """An earlier session of the programme, with what was given in it."""

    session: Session
    contributions: Sequence[Contribution]


@dataclass(frozen=True)
class Carried:
    """What a session starts from: the earlier activities by the names it has for them, and what each person gave."""

    activities: Mapping[str, Activity]
    given: Mapping[str, tuple[Version, ...]]


def sources_of(workshop: Workshop) -> tuple[str, ...]:
    """The activities of earlier sessions that this one starts from, as it names them.

    What goes on, as a log does, starts from itself where a session is held again.
    """
    named = (source for activity in workshop.activities for _, source in activity.starts_from)
    elsewhere = [source for source in named if "/" in workshop.own(source)]
    itself = [f"{workshop.id}/{activity.id}" for activity in workshop.activities if activity.goes_on]
    return tuple(dict.fromkeys([*elsewhere, *itself]))


def carry(workshop: Workshop, earlier: Sequence[Earlier]) -> Carried:
    """What a session of this workshop starts from; of the same workshop held twice the later one counts."""
    activities: dict[str, Activity] = {}
    given: dict[str, list[Version]] = {}
    for source in sources_of(workshop):
        name, _, activity = source.partition("/")
        held = [one for one in earlier if one.session.workshop.id == name and activity in one.session.kinds]
        if not held:
            continue
        activities[source] = held[-1].session.workshop.activity(activity)
        for one in held:
            for who, version in _newest(activity, one.contributions):
                new = version.model_copy(update={"activity": source, "round": 1, "since": 0})
                given[who] = [*(known for known in given.get(who, []) if known.activity != source), new]
    return Carried(activities, {who: tuple(versions) for who, versions in given.items()})


def with_carried(participant: Participant, kept: Contribution | None, carried: Carried) -> Contribution:
    """What is kept of a participant when a session begins."""
    return (kept or Contribution(participant=participant)).model_copy(
        update={"carried": carried.given.get(participant.id, ())}
    )


def _newest(activity: str, contributions: Iterable[Contribution]) -> Iterable[tuple[str, Version]]:
    for one in contributions:
        rounds = [version.round for version in one.versions if version.activity == activity]
        newest = one.latest(activity, max(rounds)) if rounds else None
        if newest is not None:
            yield one.participant.id, newest
