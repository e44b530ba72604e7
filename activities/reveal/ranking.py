"""A ranking as it is revealed: what comes first, then item by item, those on which the room and the reference differ first."""

from math import ceil, floor

from activities.figures import ordinal, place_in_words, short_figure
from activities.kinds.ranking import NOT_A_NORM, ItemSummary, Ranking, RankingSummary
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Step
from activities.reveal.total import Total
from activities.reveal.words import counted, listed, sentence

ALIKE = 0.5
"""Fewer places apart than this are told as the same place."""


@steps.register
def _(activity: Ranking, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has put anything in order yet."):
        return only
    assert isinstance(summary, RankingSummary)
    told = [f"{total.who.counted(summary.participants)} put them in order.", _extremes(activity, summary)]
    ordered = in_order(total)
    return (
        headline(activity, total, *told, changed="changed their order"),
        _whole(activity, summary),
        *(_item(activity, total, found, f"item {number} of {len(ordered)}") for number, found in enumerate(ordered, 1)),
    )


def by_median(summary: RankingSummary) -> list[ItemSummary]:
    """The items that are in somebody's order and may be seen, by the room's median, the first first."""
    return sorted((one for one in summary.items if one.median is not None), key=lambda one: (one.median, one.q1))


def in_order(total: Total) -> tuple[ItemSummary, ...]:
    """The widest gap to the reference first, then the widest spread; what is not shown last.

    Where rounds are compared, those that most have moved come first.
    """
    summary = total.summary
    if not isinstance(summary, RankingSummary):
        return ()
    if (shift := total.compared) is not None:
        return tuple(sorted(summary.items, key=lambda one: -shift.parts.get(one.item, 0)))
    return tuple(sorted(summary.items, key=lambda one: (one.median is None, -abs(one.gap or 0), -one.spread)))


def gap_in_words(gap: float) -> str:
    """How far the room is from the reference: `2 places later than there`, `in the same place as there`."""
    places = short_figure(abs(gap))
    if abs(gap) < ALIKE:
        return "in the same place as there"
    return f"{places} {'place' if abs(gap) <= 1 else 'places'} {'later' if gap > 0 else 'earlier'} than there"


def _extremes(activity: Ranking, summary: RankingSummary) -> str:
    """What comes first, and what the room differs on most."""
    found = by_median(summary)
    if not found:
        return ""
    first = [activity.item(one.item).label for one in found if one.median == found[0].median]
    words = f"{listed(first)} {'comes' if len(first) == 1 else 'come'} first."
    widest = max(found, key=lambda one: one.spread)
    return f"{words} You differ most on {activity.item(widest.item).label}." if widest.spread > 0 else words


def _whole(activity: Ranking, summary: RankingSummary) -> Step:
    """The room's order, and whose order it can be seen beside."""
    found = by_median(summary)
    names = [f"{number} {activity.item(one.item).brief_label}" for number, one in enumerate(found, 1)]
    note = f"Beside {activity.reference.source}. {NOT_A_NORM}" if activity.reference else ""
    return Step("order-", place="your order", words=" · ".join(names), note=note)


def _item(activity: Ranking, total: Total, found: ItemSummary, place: str) -> Step:
    item = activity.item(found.item)
    return Step(
        item.id,
        place=place,
        title=item.label,
        short=item.brief_label,
        words=item_in_words(activity, total, found),
        note=sentence(f"{counted(found.left_out, 'left', 'left')} it out") if found.left_out else "",
        question=next(iter(activity.discuss), ""),
        picture=item.id,
        group=item.id,
    )


def item_in_words(activity: Ranking, total: Total, found: ItemSummary) -> str:
    """What is said of one item: who moved it, its middle place, how far the room is spread, and the reference."""
    if found.withheld:
        return found.withheld
    if found.median is None:
        return "Nobody has it in their order."
    moved = sentence(f"{total.compared.count(found.item)} moved it") if total.compared else ""
    before = earlier(total, found.item)
    was = f", before {place_in_words(before.median)}" if before and before.median is not None else ""
    said = [moved, sentence(f"Your middle: {place_in_words(found.median)}{was}"), _spread(found)]
    if activity.reference and found.reference is not None and found.gap is not None:
        said.append(sentence(f"{activity.reference.source}: {place_in_words(found.reference)}"))
        said.append(sentence(f"You have it {gap_in_words(found.gap)}"))
    return " ".join(part for part in said if part)


def earlier(total: Total, item: str) -> ItemSummary | None:
    """The same item in the round before, where it is to be compared and may be."""
    items = total.before.items if isinstance(total.before, RankingSummary) else ()
    return next((one for one in items if one.item == item and not one.withheld), None)


def _spread(found: ItemSummary) -> str:
    """Between which places the middle half of the room lies."""
    first, last = floor(found.q1 or 0), ceil(found.q3 or 0)
    if not found.spread:
        return "Half of you or more agree." if found.n > 1 else ""
    between = f"between {ordinal(first)} and {ordinal(last)}"
    said = first == last or between == place_in_words(found.median or 0)
    return "" if said else f"Half of you are {between}."
