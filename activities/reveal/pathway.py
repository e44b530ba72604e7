"""A pathway as it is revealed: where the room differs most, then strand by strand, in words that teachers say."""

from itertools import combinations

from activities.kinds.pathway import Pathway, PathwaySummary, Strand, StrandSummary
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import PEOPLE, Who, sentence, share


@steps.register
def _(activity: Pathway, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has marked a stage yet."):
        return only
    assert isinstance(summary, PathwaySummary)
    told = [f"{total.who.counted(summary.participants)} marked where they stand.", _extremes(activity, total)]
    ordered = in_order(activity, total)
    strands = {strand.id: strand for strand in activity.strands}
    return (
        headline(activity, total, *told, changed="changed a mark"),
        *(
            _strand(activity, total, strands[marks.strand], marks, f"strand {number} of {len(ordered)}")
            for number, marks in enumerate(ordered, 1)
        ),
    )


def distance(marks: StrandSummary) -> float | None:
    """How many stages two people who marked a strand are apart on average; None for fewer than two.

    Gini's mean difference without repetition. Gini, C. (1912) Variabilità e mutabilità.
    """
    if marks.n < 2:
        return None
    at = [(int(stage), count) for stage, count in marks.stages.items()]
    apart = sum(one * other * abs(first - second) for (first, one), (second, other) in combinations(at, 2))
    return 2 * apart / (marks.n * (marks.n - 1))


def in_order(activity: Pathway, total: Total) -> tuple[StrandSummary, ...]:
    """The strands, those on which the room differs most first, then those that are not shown; as defined where equal.

    Where rounds are compared, those that most have moved on first.
    """
    summary = total.summary
    if not isinstance(summary, PathwaySummary):
        return ()
    if (shift := total.compared) is not None:
        return tuple(sorted(summary.strands, key=lambda marks: -shift.parts.get(marks.strand, 0)))

    def contested(marks: StrandSummary) -> float:
        return 1 if marks.withheld else -(distance(marks) or 0)

    return tuple(sorted(summary.strands, key=contested))


def earlier(total: Total, strand: str) -> StrandSummary | None:
    """The marks of the round before, where they are to be compared and may be."""
    strands = total.before.strands if isinstance(total.before, PathwaySummary) else ()
    return next((one for one in strands if one.strand == strand and not one.withheld), None)


def stand(strand: Strand, marks: StrandSummary, who: Who = PEOPLE) -> str:
    """Where the room stands: the stage, or the stages side by side, at which half of it or more is, then the next most.

    `Half of you stand at Developing or Established; one in four at Starting.`
    """
    titles = [stage.title for stage in strand.stages]
    count = [marks.stages.get(str(number), 0) for number in range(1, len(titles) + 1)]
    first, last = _middle(count, marks.n)
    held = sum(count[first : last + 1])
    if last - first > 1:
        there = [title for title, n in zip(titles, count, strict=True) if n]
        return sentence(f"{who.all_of} are spread from {there[0]} to {there[-1]}")
    where = titles[first] if first == last else f"{titles[first]} or {titles[last]}"
    said = f"{share(held, marks.n, who)} stand at {where}"
    rest = {number: n for number, n in enumerate(count) if n and not first <= number <= last}
    if rest:
        most = max(rest, key=lambda number: rest[number])
        said += f"; {share(rest[most], marks.n, who)} at {titles[most]}"
    return sentence(said)


def _middle(count: list[int], n: int) -> tuple[int, int]:
    """The fewest stages side by side that half or more of all stand at; the fullest of several."""
    for width in range(1, len(count) + 1):
        windows = [(sum(count[at : at + width]), at) for at in range(len(count) - width + 1)]
        held, at = max(windows, key=lambda window: (window[0], -window[1]))
        if 2 * held >= n:
            return at, at + width - 1
    return 0, len(count) - 1


def _extremes(activity: Pathway, total: Total) -> str:
    titles = {strand.id: strand.title for strand in activity.strands}
    apart = {marks.strand: distance(marks) or 0 for marks in in_order(activity, total) if not marks.withheld}
    if len(apart) < 2:
        return ""
    most, least = max(apart, key=lambda strand: apart[strand]), min(apart, key=lambda strand: apart[strand])
    if apart[most] == apart[least]:
        return "You differ as much on every strand."
    return f"You differ most on {titles[most]}, least on {titles[least]}."


def _strand(activity: Pathway, total: Total, strand: Strand, marks: StrandSummary, place: str) -> Step:
    return Step(
        strand.id,
        place=place,
        title=strand.title,
        words=_told(total, strand, marks),
        bars=_bars(total, strand, marks) if marks.n else (),
        question=next(iter(activity.discuss), ""),
        picture=strand.id,
        group=strand.id,
    )


def _told(total: Total, strand: Strand, marks: StrandSummary) -> str:
    if marks.withheld:
        return marks.withheld
    if not marks.n:
        return "Nobody has marked this yet."
    moved = sentence(f"{total.compared.count(strand.id)} moved") if total.compared else ""
    return f"{moved} {stand(strand, marks, total.who)}".strip()


def _bars(total: Total, strand: Strand, marks: StrandSummary) -> tuple[Bar, ...]:
    before = earlier(total, strand.id)
    return tuple(
        Bar(
            stage.title,
            marks.stages.get(str(number), 0),
            before.stages.get(str(number), 0) if before else None,
        )
        for number, stage in enumerate(strand.stages, 1)
    )
