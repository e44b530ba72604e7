"""A dot vote as it is revealed: what has most dots and what has as many, all of it in order, then one after another."""

from collections.abc import Sequence

from activities.kinds.dot_vote import DotVote, DotVoteSummary, ItemSummary
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import counted, in_letters, listed, sentence
from activities.session.rounds import UNTOLD

ALL = ".all"
"""The id of the step that shows every item. No item's id begins so."""

PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@steps.register
def _(activity: DotVote, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has put a dot yet."):
        return only
    assert isinstance(summary, DotVoteSummary)
    told = [
        f"{total.who.counted(summary.participants)} put {counted(summary.dots, 'dot', 'dots')}.",
        most_dots(activity, summary),
    ]
    ordered = summary.in_order()
    return (
        headline(activity, total, *told, changed="moved a dot"),
        _all(activity, total),
        *(_item(activity, total, one) for one in ordered if one.dots),
    )


def most_dots(activity: DotVote, summary: DotVoteSummary) -> str:
    """What has most dots, and what comes after it; what has as many is told as that. Nothing where there are none."""
    labels = {item.id: f"‘{item.label}’" for item in activity.voted_on}
    found = [one for one in summary.in_order() if one.dots]
    if not found:
        return ""
    first = [one for one in found if one.dots == found[0].dots]
    number = counted(found[0].dots, "dot", "dots")
    if len(first) > 3:
        return sentence(f"{in_letters(len(first))} of them have most, {number} each")
    if len(first) > 1:
        return sentence(f"{listed([labels[one.item] for one in first])} have most, {number} each")
    rest = [one for one in found if one.dots == found[len(first)].dots] if len(found) > 1 else []
    after = f", then {listed([labels[one.item] for one in rest])} ({rest[0].dots})" if 0 < len(rest) < 3 else ""
    return sentence(f"{labels[first[0].item]} has most, {number}{after}")


def place_of(summary: DotVoteSummary, one: ItemSummary) -> str:
    """The place of an item by its dots: `first`, `joint second`, `11th`."""
    above = sum(other.dots > one.dots for other in summary.items)
    same = sum(other.dots == one.dots for other in summary.items)
    place = PLACES[above] if above < len(PLACES) else _ordinal(above + 1)
    return f"joint {place}" if same > 1 else place


def _ordinal(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{last}"


def earlier(total: Total) -> dict[str, int]:
    """The dots of the round before, by item, where they are to be compared and may be."""
    items: Sequence[ItemSummary] = (
        total.before.items if isinstance(total.before, DotVoteSummary) and total.shift else ()
    )
    return {one.item: one.dots for one in items if not one.withheld}


def bars(activity: DotVote, total: Total) -> tuple[Bar, ...]:
    """The dots on every item, most first; where rounds are compared, before too."""
    assert isinstance(total.summary, DotVoteSummary)
    labels, before = {item.id: item.label for item in activity.voted_on}, earlier(total)
    return tuple(Bar(labels[one.item], one.dots, before.get(one.item)) for one in total.summary.in_order())


def _all(activity: DotVote, total: Total) -> Step:
    changed = total.compared.count() if total.compared else UNTOLD
    return Step(
        ALL,
        place=f"all {len(activity.voted_on)} in order",
        above=activity.question,
        words="" if changed == UNTOLD else sentence(f"{changed} moved a dot"),
        bars=bars(activity, total),
        question=next(iter(activity.discuss), ""),
        group=ALL,
    )


def _item(activity: DotVote, total: Total, one: ItemSummary) -> Step:
    assert isinstance(total.summary, DotVoteSummary)
    item = next(item for item in activity.voted_on if item.id == one.item)
    was = earlier(total).get(one.item)
    before = "" if was is None else f" {was} before." if was != one.dots else " As many as before."
    dots = counted(one.dots, "dot", "dots")
    return Step(
        one.item,
        place=f"{place_of(total.summary, one)} of {len(total.summary.items)}",
        title=item.label,
        words=f"{dots} from {total.who.counted(one.people)}.{before}",
        note=item.text or "",
        question=next(iter(activity.discuss), ""),
        picture=one.item,
        group=one.item,
    )
