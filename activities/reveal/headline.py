"""The headline of a reveal: how many answered, what they have most in common and least, how many changed."""

from activities.kinds.activity import Activity
from activities.reveal.step import HEADLINE, Step
from activities.reveal.total import Total
from activities.reveal.words import sentence
from activities.session.rounds import UNTOLD


def headline(activity: Activity, total: Total, *told: str, changed: str) -> Step:
    """The first step: what is `told` in sentences, and from the second round on how many `changed` ("moved a card")."""
    shift = total.shift
    since = ""
    if shift is not None:
        count = shift.count()
        since = "" if count == UNTOLD else sentence(f"{count} {changed}")
    words = " ".join(part for part in (*told, since) if part)
    return Step(
        HEADLINE, place=activity.question, words=words, note=total.apart, question=next(iter(activity.discuss), "")
    )


def nothing(activity: Activity, total: Total, nobody: str) -> tuple[Step, ...] | None:
    """The only step where there is nothing to show: `nobody` has answered, or why it is not shown; None where there is."""
    if not total.answers:
        return (Step(HEADLINE, place=activity.question, words=nobody, empty=True),)
    return (Step(HEADLINE, place=activity.question, words=total.withheld),) if total.withheld else None
