"""The headline of a reveal: how many answered, what they have most in common and least, how many changed."""

from activities.kinds.activity import Activity
from activities.reveal.step import HEADLINE, Step
from activities.reveal.total import Total


def headline(activity: Activity, total: Total, *told: str, changed: str) -> Step:
    """The first step: what is `told` in sentences, and from the second round on how many `changed` ("moved a card")."""
    shift = total.shift
    since = ""
    if shift is not None:
        movers = shift.movers or "None"
        since = f"{movers} of {shift.both} {changed}."
    words = " ".join(part for part in (*told, since) if part)
    return Step(HEADLINE, words=words, note=_too_few(total), question=next(iter(activity.discuss), ""))


def _too_few(total: Total) -> str:
    """Why it is not told what changed."""
    if not total.comparing or total.shift is not None:
        return ""
    return f"What changed is not shown: fewer than {total.fewest} took part in both rounds."
