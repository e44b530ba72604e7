"""Walking a workshop before the day: what invented people would give to each activity, so that no reveal is empty.

One module here a kind of activity, named for it, registers what the kind is `called` and, where it is answered, what
somebody `gives`. Whatever is made up says so of itself, and is kept nowhere.
"""

from functools import singledispatch

from activities.kinds.activity import Activity, Response, words
from activities.kinds.audience import Audience
from activities.kinds.registry import registered
from activities.preview.hand import Hand

__all__ = ["Hand", "called", "gives", "invented"]


@singledispatch
def called(activity: Activity) -> str:
    """What this kind of activity is, in the plain words of an agenda."""
    return registered(called, "activities.preview", activity)(activity)


@singledispatch
def gives(activity: Activity, response: Response, by: Hand) -> Response:
    """What stands in a response once an invented person has gone on from it and done what the kind asks for."""
    return registered(gives, "activities.preview", activity)(activity, response, by)


def invented(activity: Activity, response: Response, by: Hand) -> Response:
    """What an invented person hands in who went on from this response; most offer the room what is theirs to offer."""
    done = gives(activity, response, by)
    if activity.audience is not Audience.OFFERED or not by.offers_it:
        return done
    for field in dict.fromkeys(text.field for text in words(activity, done)):
        done = done if field in done.offered else done.offer(field)
    return done
