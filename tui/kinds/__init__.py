"""What people see of each kind of activity: one participant's turn, the picture on the projector, a glance for the console.

One module here a kind, named for it, registers its `turn`, `picture` and `glance`, and its `own_work` where that is more
than texts under headings. What a reveal says one thing at a time is told by `activities.reveal` and needs nothing here.
"""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from textual.content import Content
from textual.widget import Widget

from activities.kinds.activity import Activity, Offer, Response, Summary, offers
from activities.kinds.registry import load_kind, registered
from tui.kinds.looking_back import OwnWork
from tui.kinds.picture import Picture
from tui.kinds.turn import Turn

Offers = Mapping[str, tuple[Offer, ...]]
"""What earlier activities offer, by the activity's id."""


@singledispatch
def turn(activity: Activity, response: Response, offers: Offers) -> Turn:
    """The widget in which a participant does this activity, going on from a response."""
    return registered(turn, "tui.kinds", activity)(activity, response, offers)


@singledispatch
def own_work(activity: Activity, response: Response) -> Widget:
    """The widget in which a participant looks back at what they did here: without another, what it offers, in words."""
    load_kind("tui.kinds", activity)
    found = own_work.dispatch(type(activity))
    if found is own_work.dispatch(object):
        return OwnWork((offer.heading, offer.text) for offer in offers(activity, response))
    return found(activity, response)


@singledispatch
def picture(activity: Activity) -> Picture[Any]:
    """The widget that shows the room its results as one picture."""
    return registered(picture, "tui.kinds", activity)(activity)


@singledispatch
def glance(activity: Activity, summary: Summary) -> Content:
    """A few short lines for the facilitator's eyes on how the responses stand."""
    return registered(glance, "tui.kinds", activity)(activity, summary)
