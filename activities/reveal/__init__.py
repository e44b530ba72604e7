"""What a reveal says to the room: a headline, then one thing at a time, in words that teachers say and in an order.

One module here a kind of activity, named for it, registers its `steps`. They are data: the projector sets them in big
type, the console names them, paper may print them.
"""

from functools import singledispatch

from activities.kinds.activity import Activity
from activities.kinds.registry import registered
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total

__all__ = ["Bar", "Step", "Total", "steps"]


@singledispatch
def steps(activity: Activity, total: Total) -> tuple[Step, ...]:
    """The headline first, then what is shown one at a time, most contested first. There is always a headline."""
    return registered(steps, "activities.reveal", activity)(activity, total)
