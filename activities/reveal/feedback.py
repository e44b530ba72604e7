"""Feedback as it is revealed: how many comments were given, and under which headings. Nothing of what they say."""

from activities.kinds.feedback import Feedback, FeedbackSummary
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import counted, sentence

WHERE = "Yours stand beside your own work, and on your handout."
"""Where people find what others wrote to them."""


@steps.register
def _(activity: Feedback, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has given a comment yet."):
        return only
    assert isinstance(summary, FeedbackSummary)
    given = counted(summary.given or 0, "comment", "comments")
    told = f"{total.who.counted(summary.participants)} gave {given}."
    return (headline(activity, total, told, WHERE, changed="changed theirs"), _headings(activity, total, summary))


def _headings(activity: Feedback, total: Total, summary: FeedbackSummary) -> Step:
    """How many wrote under each heading, before too where rounds are compared."""
    before = total.before.headings if isinstance(total.before, FeedbackSummary) else ()
    earlier = {one.heading: one.n for one in before if not one.withheld}
    names = {one.id: one.heading for one in activity.headings}
    changed = total.compared.count() if total.compared else ""
    return Step(
        "headings",
        place="heading by heading",
        title="What people wrote under",
        words=sentence(f"{changed} changed theirs") if changed else "",
        bars=tuple(
            Bar(names[one.heading], one.n, earlier.get(one.heading)) for one in summary.headings if not one.withheld
        ),
        most=summary.participants,
        note=next((one.withheld for one in summary.headings if one.withheld), ""),
        question=next(iter(activity.discuss), ""),
    )
