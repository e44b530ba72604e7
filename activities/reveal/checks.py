"""Checks as they are revealed: what the room is most divided on, then check by check, then what was rewritten."""

from activities.kinds.checks import Check, Checks
from activities.kinds.checks_counts import Answer, ChecksSummary, CheckSummary, kept_back
from activities.kinds.wordings import AFTER, Rewrite
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import counted, sentence


@steps.register
def _(activity: Checks, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has answered a check yet."):
        return only
    assert isinstance(summary, ChecksSummary)
    told = [f"{total.who.counted(summary.participants)} checked their work.", _extremes(activity, summary)]
    ordered, checks = in_order(total), {check.id: check for check in activity.checks}
    return (
        headline(activity, total, *told, changed="changed an answer"),
        *(
            _check(activity, total, checks[found.check], found, f"check {number} of {len(ordered)}")
            for number, found in enumerate(ordered, 1)
        ),
        *_rewrites(activity, total, summary),
    )


def in_order(total: Total) -> tuple[CheckSummary, ...]:
    """The checks, least agreed first, then those that are not shown; where rounds are compared, the most changed first."""
    summary = total.summary
    if not isinstance(summary, ChecksSummary):
        return ()
    if (shift := total.compared) is not None:
        return tuple(sorted(summary.checks, key=lambda one: -shift.parts.get(one.check, 0)))
    return tuple(sorted(summary.checks, key=lambda one: 2.0 if one.agreement is None else one.agreement))


def earlier(total: Total, check: str) -> CheckSummary | None:
    """The answers of the round before, where they are to be compared and may be."""
    checks = total.before.checks if isinstance(total.before, ChecksSummary) else ()
    return next((one for one in checks if one.check == check and not one.withheld), None)


def held(check: Check, found: CheckSummary) -> int:
    """How many gave the answer that one hopes for."""
    return found.count(check.hoped)


def _extremes(activity: Checks, summary: ChecksSummary) -> str:
    """Which check most can say holds, and which one leaves most with a question."""
    told = [(check, found) for check, found in zip(activity.checks, summary.checks, strict=True) if found.n]
    if len(told) < 2:
        return ""
    shares = [held(check, found) / found.n for check, found in told]
    if min(shares) == 1:
        return "Every check holds for everybody who answered it."
    if min(shares) == max(shares):
        return "No check is more of a question to you than another."
    most, least = told[shares.index(max(shares))][0], told[shares.index(min(shares))][0]
    return f"Surest: {most.question} To think about: {least.question}"


def _check(activity: Checks, total: Total, check: Check, found: CheckSummary, place: str) -> Step:
    moved = sentence(f"{total.compared.count(check.id)} changed their answer") if total.compared else ""
    return Step(
        check.id,
        place=place,
        title=check.question,
        words=found.withheld or (moved if found.n else "Nobody has answered this."),
        bars=_bars(total, check, found) if found.n else (),
        note=check.to_think(Answer.YES if check.hoped is Answer.NOT_YET else Answer.NOT_YET),
        question=next(iter(activity.discuss), ""),
        picture=check.id,
        group=check.id,
    )


def _bars(total: Total, check: Check, found: CheckSummary) -> tuple[Bar, ...]:
    before = earlier(total, check.id)
    return tuple(
        Bar(check.called(answer), found.count(answer), before.count(answer) if before else None) for answer in Answer
    )


def _rewrites(activity: Checks, total: Total, summary: ChecksSummary) -> list[Step]:
    """How many rewrote, then every rewriting that may be seen, before and after."""
    if activity.rewrite is None:
        return []
    many = len(summary.rewrites)
    told = summary.rewrites_withheld or f"{total.who.counted(summary.rewrote)} rewrote it."
    if not summary.rewrites_withheld and not summary.rewrote:
        told = "Nobody has rewritten it."
    first = Step(
        AFTER,
        place=counted(many, "rewriting", "rewritings") if many else "",
        title=activity.rewrite.prompt,
        words=" ".join(part for part in (told, kept_back(summary) if summary.rewrote else "") if part),
        picture=AFTER,
        group=AFTER,
    )
    return [first, *(_rewrite(number, many, one) for number, one in enumerate(summary.rewrites, 1))]


def _rewrite(number: int, of: int, one: Rewrite) -> Step:
    parts = (("Before", one.before), ("Now", one.after), ("Why", one.reason))
    return Step(
        f"{AFTER}.{number}",
        place=f"rewriting {number} of {of}",
        words="\n\n".join(f"{name}: {text}" for name, text in parts if text),
        picture=f"{AFTER} {number}",
        group=AFTER,
    )
