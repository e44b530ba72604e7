"""A log as it is revealed: how many entries, what was decided, when it was, then every entry alone."""

from activities.days import day_in_words
from activities.kinds.log import Log, as_text
from activities.kinds.log_counts import DECIDED, TOLD, WEEKS, LogSummary
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import counted, listed, sentence
from activities.reveal.written import walls

MOVES = "moves"
"""The step that says how far the entries have come."""


@steps.register
def _(activity: Log, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has written an entry yet."):
        return only
    assert isinstance(summary, LogSummary)
    told = [f"{total.who.counted(summary.participants)} wrote {counted(summary.entries, 'entry', 'entries')}."]
    told.append(_most_decided(summary))
    return (
        headline(activity, total, *told, changed="wrote more"),
        *_decided(activity, total, summary),
        _moves(activity, total, summary),
        _when(summary),
        *_entries(activity, summary),
    )


def _most_decided(summary: LogSummary) -> str:
    """What was decided most often, in a sentence."""
    chosen = {option: count for option, count in summary.decided.items() if count}
    if not chosen:
        return ""
    most = max(chosen.values())
    first = [f"‘{option}’" for option, count in chosen.items() if count == most]
    often = "once" if most == 1 else f"{most} times"
    return sentence(f"decided most often: {listed(first)}, {often}{' each' if len(first) > 1 else ''}")


def _decided(activity: Log, total: Total, summary: LogSummary) -> list[Step]:
    """How many entries came to which decision."""
    if activity.decision is None:
        return []
    why = summary.because.get(DECIDED, "")
    none = "Nothing is decided yet." if not any(summary.decided.values()) else ""
    bars = () if why or none else tuple(Bar(option, count) for option, count in summary.decided.items())
    return [
        Step(
            DECIDED,
            place="decisions",
            title=activity.decision.label,
            short=activity.decision.brief_label,
            words=why or none,
            bars=bars,
            question=next(iter(activity.discuss), ""),
            picture=DECIDED,
            group=DECIDED,
        )
    ]


def _moves(activity: Log, total: Total, summary: LogSummary) -> Step:
    """How many have said anything to each move."""
    found = {one.move: one for one in summary.moves}
    shown = [move for move in activity.moves if not found[move.id].withheld]
    few = [move.brief_label for move in activity.moves if found[move.id].withheld]
    before = {one.move: one for one in total.before.moves} if isinstance(total.before, LogSummary) else {}
    return Step(
        MOVES,
        place="how far you have come",
        title="How far you have come",
        words=f"Too few to tell: {listed(few)}." if few else "",
        bars=tuple(
            Bar(
                move.label,
                found[move.id].n,
                before[move.id].n if move.id in before and not before[move.id].withheld else None,
                short=move.brief_label,
            )
            for move in shown
        ),
        most=summary.participants,
        picture=MOVES,
        group=MOVES,
    )


def _when(summary: LogSummary) -> Step:
    """From when to when, and which week had most."""
    return Step(WEEKS, place="when", title="When", words=time_in_words(summary), picture=WEEKS, group=WEEKS)


def time_in_words(summary: LogSummary) -> str:
    """From when to when the entries are, and which week has most of them."""
    if why := summary.because.get(WEEKS):
        return why
    if not summary.weeks:
        return "No entry has a date yet."
    first, last = summary.weeks[0], summary.weeks[-1]
    if first == last:
        return f"All in the week of {day_in_words(first.begins)}: {counted(first.entries, 'entry', 'entries')}."
    most = max(summary.weeks, key=lambda week: week.entries)
    done = sum(week.done for week in summary.weeks)
    dated = sum(week.entries for week in summary.weeks)
    return (
        f"From the week of {day_in_words(first.begins)} to that of {day_in_words(last.begins)}. "
        f"Most in the week of {day_in_words(most.begins)}: {most.entries}. "
        f"{done} of {dated} say what happened."
    )


def _entries(activity: Log, summary: LogSummary) -> list[Step]:
    texts = [as_text(activity, one) for one in summary.told]
    where = [number for number, wall in enumerate(walls(texts), 1) for _ in wall.answers]
    return [
        Step(
            f"{TOLD}.{number}",
            place=f"entry {number} of {len(texts)}",
            title=one.when,
            words=" ".join(
                sentence(part) for part in as_text(activity, one.model_copy(update={"when": ""})).split("\n")
            ),
            picture=TOLD if where[number - 1] == 1 else f"{TOLD} {where[number - 1]}",
            group=TOLD,
        )
        for number, one in enumerate(summary.told, 1)
    ]
