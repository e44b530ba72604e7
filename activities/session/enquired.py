"""What a response in a session leaves of its writer's enquiry, and what writers are told of who sees that.

Beside what a kind says of itself (`activities.kinds.traces`) it is the text that a later activity of the workshop
rewrites, which is the question as it was at first, and what is written about a question that was rewritten.
"""

from activities.kinds.activity import Activity, Response, words
from activities.kinds.audience import Audience
from activities.kinds.traces import Part, Trace, leaves_traces, traces
from activities.workshop.workshop import Workshop

NAMED = {
    Audience.ROOM: "The facilitator sees it with your name.",
    Audience.OFFERED: "The facilitator sees what you offer with your name.",
}
"""Said in a session of a programme, beside who else sees what one writes."""


def traces_in(workshop: Workshop, activity: Activity, response: Response) -> tuple[Trace, ...]:
    """What a response to this activity of a workshop adds to its writer's enquiry, whoever may see it."""
    if leaves_traces(activity) or (part := _part_in(workshop, activity)) is None:
        return traces(activity, response)
    return tuple(
        Trace(part=part, field=one.field, heading=one.heading, text=one.text) for one in words(activity, response)
    )


def told_to_writers(workshop: Workshop, activity: Activity) -> str:
    """Who sees it with their name, where it is the facilitator; nothing where no word of it is part of an enquiry."""
    part_of_one = leaves_traces(activity) or _part_in(workshop, activity) is not None
    return NAMED.get(activity.audience, "") if part_of_one else ""


def _part_in(workshop: Workshop, activity: Activity) -> Part | None:
    """What the words of an activity are part of by its place in the workshop: a first wording, or sub-questions."""
    rewriting = [one for one in workshop.activities if one.rewrites]
    if any(workshop.own(one.rewrites or "") == activity.id for one in rewriting):
        return Part.QUESTION
    asks = {one.id for one in rewriting}
    return Part.PLAN if asks & {workshop.own(source) for source in activity.sources} else None
