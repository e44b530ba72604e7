"""What people see of each kind of activity: the turn of one participant, the reveal to the room, a glance for the console.

One module here a kind, named for it, registers its `turn`, `reveal` and `glance`.
"""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from textual.content import Content

from activities.kinds.activity import Activity, Offer, Response, Summary
from activities.kinds.registry import registered
from tui.kinds.reveal import Reveal
from tui.kinds.turn import Turn

Offers = Mapping[str, tuple[Offer, ...]]
"""What earlier activities offer, by the activity's id."""


@singledispatch
def turn(activity: Activity, response: Response, offers: Offers) -> Turn:
    """The widget in which a participant does this activity, going on from a response."""
    return registered(turn, "tui.kinds", activity)(activity, response, offers)


@singledispatch
def reveal(activity: Activity, summary: Summary | None) -> Reveal[Any]:
    """The widget that shows the room what its responses add up to (None for an activity nobody answers)."""
    return registered(reveal, "tui.kinds", activity)(activity, summary)


@singledispatch
def glance(activity: Activity, summary: Summary) -> Content:
    """A few short lines for the facilitator's eyes on how the responses stand."""
    return registered(glance, "tui.kinds", activity)(activity, summary)
