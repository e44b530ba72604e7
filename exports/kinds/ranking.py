"""A ranking on paper: one's own order beside the reference; the room's as a slope chart and a table."""

from collections.abc import Mapping, Sequence

from activities.figures import short_figure
from activities.kinds.ranking import NOT_A_NORM, ItemSummary, Ranking, RankingResponse, RankingSummary
from activities.reveal.ranking import by_median
from exports import document
from exports.document import Block, Column, Heading, Points, Table, plain
from exports.kinds.sections import (
    Results,
    cut_out,
    latest,
    main_points,
    named,
    own_section,
    room_section,
    text,
)
from exports.pictures.slope import Slope, Sloped

WIDEST = 3
"""How many of the widest gaps the top of the room sheet names."""


@own_section.register
def _(activity: Ranking, given: Mapping[int, RankingResponse]) -> Sequence[Block]:
    response = latest(given)
    if response is None or not response.begun:
        return _to_rank(activity)
    labels = {item.id: item.label for item in activity.items}
    ranks, there = response.ranks, activity.reference_ranks
    ranked = [item for item in response.ranked if item in labels]
    rows = [(_figure(ranks[item]), labels[item], _figure(there.get(item))) for item in ranked]
    left = [item.label for item in response.left(activity)]
    return [
        _order(activity, rows),
        *([named(activity.left_out, "; ".join(left))] if left else []),
        *_beside(activity),
        *_moved(activity, given),
    ]


def _to_rank(activity: Ranking) -> list[Block]:
    """The items with room for a number before each, for someone who has no order."""
    rows = [("", item.label) for item in activity.items]
    return [
        text("Number them, 1 for the first. Two may have the same number. Leave out what does not count.", leads=True),
        Table((Column(0.15), Column(0.85)), ("Place", "Item"), tuple(rows), "The items to put in order"),
    ]


def _order(activity: Ranking, rows: Sequence[tuple[str, str, str]]) -> Table:
    """An order of one's own, with the reference beside it where there is one."""
    if activity.reference is None:
        bare = tuple(row[:2] for row in rows)
        return Table((Column(0.15, figures=True), Column(0.85)), ("Place", "Item"), bare, "Your order")
    columns = (Column(0.15, figures=True), Column(0.65), Column(0.2, figures=True))
    return Table(columns, ("You", "Item", "They"), tuple(rows), f"Your order beside {activity.reference.source}")


def _beside(activity: Ranking) -> list[Block]:
    if activity.reference is None:
        return []
    return [text(f"They: {activity.reference.source}. {NOT_A_NORM}", "label")]


def _figure(rank: float | None) -> str:
    return "–" if rank is None else short_figure(rank)


def _moved(activity: Ranking, given: Mapping[int, RankingResponse]) -> list[Block]:
    """Which items have another place than in the first round."""
    if len(given) < 2:
        return []
    first, last = given[min(given)].ranks, given[max(given)].ranks
    moves = tuple(
        plain(f"{item.label}: from {_said(activity, first.get(item.id))} to {_said(activity, last.get(item.id))}")
        for item in activity.items
        if first.get(item.id) != last.get(item.id)
    )
    if not moves:
        return [text("After the discussion you left your order as it was.", "label")]
    return [Heading("What you moved after the discussion", 2), Points(moves, tone="label")]


def _said(activity: Ranking, rank: float | None) -> str:
    return activity.left_out.lower() if rank is None else _figure(rank)


@room_section.register
def _(activity: Ranking, found: Results[RankingSummary]) -> Sequence[Block]:
    told = found.told
    blocks: list[Block] = [
        text(
            f"{found.when(told.round)}Each item with its middle place (median) among those who have it in their order, "
            "and in brackets between which places half of them put it.",
            "label",
            leads=True,
        )
    ]
    seen = by_median(told)
    if activity.reference is not None and any(one.reference is not None for one in seen):
        things = tuple(_sloped(activity, one) for one in seen)
        blocks.append(Slope(things, len(activity.items), "This room", activity.reference.source))
        blocks.append(text(NOT_A_NORM, "label"))
    blocks.append(_table(activity, told))
    fewer = list(dict.fromkeys(one.withheld for one in told.items if one.withheld))
    blocks += [text(f"not shown: {why}", "label") for why in fewer]
    return [*blocks, *_shifted(activity, found)]


def _sloped(activity: Ranking, one: ItemSummary) -> Sloped:
    return Sloped(activity.item(one.item).label, one.median or 1, one.reference, one.q1, one.q3)


def _table(activity: Ranking, told: RankingSummary) -> Table:
    """A row an item, by the room's median; what nobody has in their order, and what is not shown, last."""
    ordered = sorted(told.items, key=lambda one: (one.median is None, one.median or 0))
    head = ["Item", "Middle", "Half are between", "In order", "Left out"]
    shares = [0.16, 0.2, 0.14, 0.14]
    beside = activity.reference is not None
    if beside:
        head.append("They")
        shares.append(0.1)
    columns = (Column(1 - sum(shares)), *(Column(share, figures=True) for share in shares))
    rows = []
    for one in ordered:
        counts = ["not shown", "", "", ""] if one.withheld else _counts(one)
        rows.append((activity.item(one.item).label, *counts, *([_figure(one.reference)] if beside else [])))
    return Table(columns, tuple(head), tuple(rows), "The room's order")


def _counts(one: ItemSummary) -> list[str]:
    if one.median is None:
        return ["–", "–", "0", str(one.left_out)]
    return [_figure(one.median), f"{_figure(one.q1)} and {_figure(one.q3)}", str(one.n), str(one.left_out)]


def _shifted(activity: Ranking, found: Results[RankingSummary]) -> list[Block]:
    """How many changed their order, and the middles that are others now."""
    if not found.shift:
        return []
    first = {one.item: one.median for one in found.first.items}
    changed = [
        f"{activity.item(one.item).label} from {_figure(first[one.item])} to {_figure(one.median)}"
        for one in found.told.items
        if one.median is not None and first.get(one.item) not in (None, one.median)
    ]
    told = f"{found.shift.count().capitalize()} who put them in order both times changed something."
    others = f" Middles that are others now: {'; '.join(changed)}." if changed else ""
    return [text(told + others)]


@main_points.register
def _(activity: Ranking, summary: RankingSummary) -> Sequence[str]:
    seen = by_median(summary)
    if not seen:
        return []
    labels = [f"{activity.item(one.item).label} ({_figure(one.median)})" for one in seen[:WIDEST]]
    points = [f"First in the room's order, with the middle place: {'; '.join(labels)}."]
    wide = sorted((one for one in seen if one.gap), key=lambda one: -abs(one.gap or 0))[:WIDEST]
    if wide and activity.reference is not None:
        told = [
            f"{activity.item(one.item).label} ({_figure(one.median)}, there {_figure(one.reference)})" for one in wide
        ]
        points.append(f"Furthest from {activity.reference.source}: {'; '.join(told)}. {NOT_A_NORM}")
    return points


@cut_out.register
def _(activity: Ranking) -> Sequence[document.Card]:
    return [document.Card(item.label, item.text or "") for item in activity.items]
