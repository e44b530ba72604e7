"""What an activity leaves of somebody's enquiry: their question, their plan, their log.

A programme's facilitator sees it with its writer's name, and nothing else of what they gave. Each trace therefore names
the field of the response in which it stands, by which its audience is asked; a kind of which the room is promised counts
alone, such as a choice or a pathway, leaves none. Writers are told before they begin: `activities.session.enquired`.
"""

from datetime import date
from enum import StrEnum
from functools import singledispatch

from activities.kinds.activity import Activity, Response
from activities.kinds.audience import Audience
from activities.model import Frozen


class Part(StrEnum):
    """Which part of an enquiry a trace belongs to."""

    QUESTION = "question"
    PLAN = "plan"
    LOG = "log"


class Trace(Frozen):
    """A text under its heading, in the `field` of the response in which it stands. A day that was asked for has no text.

    `note` is said about it, such as why a question was changed, and stands in `note_field`. `day` is the day that it is
    about, and `ahead` tells that it is a date to come back to: nobody has told yet what happened on it.
    """

    part: Part
    field: str
    heading: str = ""
    text: str = ""
    note: str = ""
    note_field: str = ""
    day: date | None = None
    ahead: bool = False

    @property
    def about(self) -> str:
        """What there is to do on its day, in a line: the beginning of its text; of a day alone, what it is the day of."""
        day_of = f"{self.note}: {self.heading}" if self.note else self.heading
        return self.text.partition("\n")[0] or day_of


@singledispatch
def traces(activity: Activity, response: Response) -> tuple[Trace, ...]:
    """What this response adds to its writer's enquiry, whoever may see it; nothing for most kinds."""
    return ()


@singledispatch
def leaves_traces(activity: Activity) -> bool:
    """Whether a response to it may add anything to an enquiry."""
    return False


def may_be_seen(activity: Activity, response: Response, trace: Trace) -> Trace | None:
    """The trace as its writer's facilitator may see it, without a note that they may not; None where it is not for them.

    What its writer keeps, or has not offered, is for nobody else, whatever a kind says of what the room may see.
    """
    if activity.audience is Audience.OWN or not activity.shows(response, trace.field):
        return None
    if trace.note and not activity.shows(response, trace.note_field or trace.field):
        return trace.model_copy(update={"note": ""})
    return trace
