"""Clusters of people who chose the same topics: what the rule proposes, and what the facilitator makes of it.

Nothing is kept until the facilitator changes something. From then on everybody stays where they are; who fills in the
form later comes to the cluster with which they have most in common, until the facilitator has all arranged anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from activities.kinds.activity import Activity
from activities.kinds.matching import Group, common, grouped, nearest, sizes_of, topics_in, topics_of
from activities.model import NAME_LIMIT
from activities.session.cluster import Cluster
from activities.session.contribution import Contribution
from activities.session.session import Session
from activities.typed import short_text

NO_TOPIC = "No topic chosen"

BEYOND = 1
"""A place past the last cluster: somebody who is moved there begins a new one."""


@dataclass(frozen=True)
class Clusters:
    """The clusters of one activity as they stand now, and what everybody in them chose."""

    activity: Activity
    clusters: tuple[Cluster, ...]
    chosen: Mapping[str, tuple[str, ...]]

    def topics(self, cluster: Cluster) -> tuple[str, ...]:
        """What most in a cluster have in common."""
        mine = {who: self.chosen.get(who, ()) for who in cluster.members}
        return common(mine, topics_of(self.activity))

    def called(self, cluster: Cluster) -> str:
        """The name that the facilitator gave it, else what most in it have in common."""
        return cluster.name or " and ".join(self.topics(cluster)) or NO_TOPIC

    def where(self, participant: str) -> int | None:
        """In which cluster, by its number from 0, somebody is."""
        return next((at for at, one in enumerate(self.clusters) if participant in one.members), None)


def matching(session: Session) -> Activity | None:
    """The activity whose clusters the facilitator looks at: where the room is, else the last before, else the next."""
    at = session.workshop.position(session.current)
    agenda = session.workshop.activities
    ordered = (*reversed(agenda[: at + 1]), *agenda[at + 1 :])
    return next((one for one in ordered if topics_of(one)), None)


def chosen(activity: Activity, contributions: Iterable[Contribution]) -> dict[str, tuple[str, ...]]:
    """What everybody who filled in the form chose, by participant: in the last round they took part in."""
    found = {}
    for one in contributions:
        rounds = [response for _, response in sorted(one.by_round(activity.id).items()) if response.begun]
        if rounds:
            found[one.participant.id] = topics_in(activity, rounds[-1])
    return found


def clusters_of(session: Session, activity: Activity, contributions: Iterable[Contribution]) -> Clusters:
    """The clusters as they stand: as they are kept, with those who came since; else as the rule proposes."""
    picked = chosen(activity, contributions)
    kept = session.clusters.get(activity.id)
    if kept is None:
        groups = grouped(picked, topics_of(activity), sizes_of(activity))
        return Clusters(activity, tuple(Cluster(members=group.members) for group in groups), picked)
    gone = frozenset(who for one in kept for who in one.members) - picked.keys()
    clusters = [one.without(gone) for one in kept]
    placed = {who for one in clusters for who in one.members}
    for who in sorted(picked.keys() - placed):
        clusters = _with(clusters, who, picked, topics_of(activity))
    return Clusters(activity, tuple(one for one in clusters if _stays(one)), picked)


def _with(
    clusters: Sequence[Cluster], who: str, picked: Mapping[str, tuple[str, ...]], topics: Sequence[str]
) -> list[Cluster]:
    groups = [
        Group(topics=common({one: picked.get(one, ()) for one in cluster.members}, topics), members=cluster.members)
        for cluster in clusters
    ]
    at = nearest(picked[who], groups)
    if at is None:
        return [Cluster(members=(who,))]
    return [
        one.model_copy(update={"members": (*one.members, who)}) if number == at else one
        for number, one in enumerate(clusters)
    ]


def _stays(cluster: Cluster) -> bool:
    """Whether a cluster is there although nobody may be in it: one that was given a name or a facilitator is."""
    return bool(cluster.members or cluster.name or cluster.facilitator)


def moved(session: Session, now: Clusters, participant: str, by: int) -> Session:
    """Somebody is in the next cluster (`by` 1) or in the one before (-1); past the last they begin a new one."""
    at = now.where(participant)
    if at is None or not 0 <= at + by <= len(now.clusters) - 1 + BEYOND:
        return session
    clusters = [one.without(frozenset({participant})) for one in (*now.clusters, Cluster())]
    there = clusters[at + by]
    clusters[at + by] = there.model_copy(update={"members": (*there.members, participant)})
    return _kept(session, now, tuple(one for one in clusters if _stays(one)))


def named(session: Session, now: Clusters, number: int, typed: str) -> Session:
    """A cluster is called so; with nothing typed, again by what it has in common. Raises Refused."""
    return _changed(session, now, number, name=short_text("cluster’s name", typed, NAME_LIMIT))


def led(session: Session, now: Clusters, number: int, typed: str) -> Session:
    """A cluster has this facilitator, or none. Raises Refused."""
    return _changed(session, now, number, facilitator=short_text("name", typed, NAME_LIMIT))


def arranged_anew(session: Session, activity: Activity) -> Session:
    """The clusters are again as the rule proposes them, without names and facilitators."""
    others = {one: kept for one, kept in session.clusters.items() if one != activity.id}
    return session.model_copy(update={"clusters": others})


def _changed(session: Session, now: Clusters, number: int, **change: str) -> Session:
    clusters = list(now.clusters)
    clusters[number] = clusters[number].model_copy(update=change)
    return _kept(session, now, tuple(one for one in clusters if _stays(one)))


def _kept(session: Session, now: Clusters, clusters: tuple[Cluster, ...]) -> Session:
    return session.model_copy(update={"clusters": {**session.clusters, now.activity.id: clusters}})
