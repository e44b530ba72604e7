"""A dot vote on paper: one's own dots on the handout; everybody's, in order, on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.dot_vote import DotVote, DotVoteResponse, DotVoteSummary, votes
from activities.reveal.dot_vote import most_dots
from exports.document import Block, Column, Table, WritingLines
from exports.kinds.sections import Results, latest, main_points, own_section, room_section, text
from exports.pictures.bars import Bars

LINES = 6
"""Lines for what is voted on by hand where nothing is gathered yet."""


@own_section.register
def _(activity: DotVote, given: Mapping[int, DotVoteResponse]) -> Sequence[Block]:
    response = latest(given)
    dots = votes(activity, response) if response else {}
    if not dots:
        return _by_hand(activity)
    ordered = sorted(activity.voted_on, key=lambda item: -dots.get(item.id, 0))
    rows = tuple((item.label, "● " * dots[item.id]) for item in ordered if item.id in dots)
    blocks: list[Block] = [
        Table((Column(0.7), Column(0.3)), ("What you chose", "Your dots"), rows, "Where you put your dots")
    ]
    if rest := [item.label for item in ordered if item.id not in dots]:
        blocks.append(text(f"Without a dot of yours: {'; '.join(rest)}", "label"))
    if len(given) > 1 and (first := votes(activity, given[min(given)])) != dots:
        labels = {item.id: item.label for item in activity.voted_on}
        before = "; ".join(f"{labels[item]} {count}" for item, count in first.items())
        blocks.append(text(f"Before the discussion: {before or 'no dots'}", "label"))
    return blocks


def _by_hand(activity: DotVote) -> list[Block]:
    limit = "" if activity.most_on_one >= activity.dots else f", at most {activity.most_on_one} on one"
    told = text(f"You have {activity.dots} {'dot' if activity.dots == 1 else 'dots'}{limit}.", leads=True)
    if not activity.voted_on:
        return [told, WritingLines(LINES)]
    rows = tuple((item.label, "") for item in activity.voted_on)
    return [told, Table((Column(0.7), Column(0.3)), ("What there is", "Your dots"), rows, "Where to put your dots")]


@room_section.register
def _(activity: DotVote, found: Results[DotVoteSummary]) -> Sequence[Block]:
    summary, labels = found.told, {item.id: item.label for item in activity.voted_on}
    ordered = summary.in_order()
    earlier = {one.item: one.dots for one in found.first.items if not one.withheld} if found.shift else {}
    before = tuple(earlier[one.item] for one in ordered) if all(one.item in earlier for one in ordered) else ()
    told = f"{found.when(summary.round)}{summary.participants} put {summary.dots} dots. {most_dots(activity, summary)}"
    blocks: list[Block] = [
        text(told.strip(), leads=True),
        Bars(tuple(labels[one.item] for one in ordered), tuple(one.dots for one in ordered), before, "Dots"),
        _people(labels, summary),
    ]
    if found.shift:
        blocks.append(text(f"{found.shift.count().capitalize()} who voted both times moved a dot."))
    return blocks


def _people(labels: Mapping[str, str], summary: DotVoteSummary) -> Block:
    """How many people are behind the dots: five dots of one person are not five people."""
    rows = tuple((labels[one.item], str(one.dots), str(one.people)) for one in summary.in_order())
    columns = (Column(0.7), Column(0.15, figures=True), Column(0.15, figures=True))
    return Table(columns, ("What", "Dots", "From how many"), rows, "Dots, and how many people put them")


@main_points.register
def _(activity: DotVote, summary: DotVoteSummary) -> Sequence[str]:
    return [said] if (said := most_dots(activity, summary)) else []
