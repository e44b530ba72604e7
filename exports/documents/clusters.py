"""The cluster sheet: who is to work with whom, on what, and with which facilitator. It has names: it is the facilitator's."""

from collections.abc import Iterable

from activities.days import day_in_words
from activities.kinds.activity import Activity
from activities.session.cluster import Cluster
from activities.session.clusters import Clusters, clusters_of
from activities.session.contribution import Contribution
from activities.session.session import Session
from exports.document import Block, Column, Document, Heading, KeepTogether, Table, WritingLines, plain
from exports.documents.headed import where
from exports.kinds.sections import named, text

NOBODY = "Nobody has filled in the form yet."


def cluster_sheet(session: Session, activity: Activity, contributions: Iterable[Contribution]) -> Document:
    """Every cluster of an activity with its facilitator and its people, under the names they have now."""
    everybody = list(contributions)
    found = clusters_of(session, activity, everybody)
    names = {one.participant.id: session.name_of(one.participant) for one in everybody}
    people = sum(len(one.members) for one in found.clusters)
    many = f"{people} people in {len(found.clusters)} clusters" if people else NOBODY
    blocks: list[Block] = [
        text(f"{activity.title}: {many}. This sheet has names on it: it is for the facilitator.", "quiet")
    ]
    for number, cluster in enumerate(found.clusters, 1):
        blocks.append(KeepTogether(tuple(_cluster(number, cluster, found, names))))
    return Document(
        title=session.title,
        where=f"{where(session)} · Clusters",
        foot=f"{session.title} · {day_in_words(session.date)} · Clusters, with names",
        made=session.date,
        blocks=tuple(blocks),
    )


def _cluster(number: int, cluster: Cluster, found: Clusters, names: dict[str, str]) -> list[Block]:
    called = found.called(cluster)
    topics = " and ".join(found.topics(cluster))
    blocks: list[Block] = [Heading(f"{number}  {called}")]
    if topics and topics != called:
        blocks.append(named("In common", topics))
    blocks.append(
        named("Facilitator", cluster.facilitator) if cluster.facilitator else WritingLines(1, plain("Facilitator:"))
    )
    if not cluster.members:
        return [*blocks, text("Nobody is in it yet.", "quiet")]
    rows = tuple((names.get(who, ""), "; ".join(found.chosen.get(who, ())) or "–") for who in cluster.members)
    people = sorted(rows, key=lambda row: row[0].casefold())
    return [*blocks, Table((Column(0.4), Column(0.6)), ("Who", "Chose"), tuple(people), f"Who is in {called}")]
