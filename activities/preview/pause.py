"""A pause before the day: there is nothing to do in it."""

from activities.kinds.pause import Pause
from activities.preview import called


@called.register
def _(activity: Pause) -> str:
    return "a break"
