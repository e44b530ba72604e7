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
    return all_offered(activity, done) if by.offers_it else done


def all_offered(activity: Activity, response: Response) -> Response:
    """The response with everything written in it offered to the room, where that is for its writer to do."""
    if activity.audience is not Audience.OFFERED:
        return response
    for field in dict.fromkeys(text.field for text in words(activity, response)):
        response = response if field in response.offered else response.offer(field)
    return response
