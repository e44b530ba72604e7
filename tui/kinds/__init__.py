"""What people see of each kind of activity: one participant's turn, the picture on the projector, a glance for the console.

One module here a kind, named for it, registers its `turn`, `picture` and `glance`. What a reveal says one thing at a time
is told by `activities.reveal` and needs nothing here.
"""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from textual.content import Content

from activities.kinds.activity import Activity, Offer, Response, Summary
from activities.kinds.registry import registered
from tui.kinds.picture import Picture
from tui.kinds.turn import Turn

Offers = Mapping[str, tuple[Offer, ...]]
"""What earlier activities offer, by the activity's id."""


@singledispatch
def turn(activity: Activity, response: Response, offers: Offers) -> Turn:
    """The widget in which a participant does this activity, going on from a response."""
    return registered(turn, "tui.kinds", activity)(activity, response, offers)


@singledispatch
def picture(activity: Activity) -> Picture[Any]:
    """The widget that shows the room its results as one picture."""
    return registered(picture, "tui.kinds", activity)(activity)


@singledispatch
def glance(activity: Activity, summary: Summary) -> Content:
    """A few short lines for the facilitator's eyes on how the responses stand."""
    return registered(glance, "tui.kinds", activity)(activity, summary)
