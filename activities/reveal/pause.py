"""A pause as it would be shown: its words, for there is nothing to reveal at its end."""

from activities.kinds.pause import Pause
from activities.reveal import steps
from activities.reveal.step import HEADLINE, Step
from activities.reveal.total import Total


@steps.register
def _(activity: Pause, total: Total) -> tuple[Step, ...]:
    return (Step(HEADLINE, words=activity.question),)
