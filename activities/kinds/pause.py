"""A pause: a break, or a countdown for whatever the room does away from the screens. Participants answer nothing."""

from typing import Literal

from activities.kinds.activity import Activity
from activities.model import Line, Passage


class Pause(Activity):
    """What the projector says, with the time left in the largest letters. There is nothing to reveal at its end."""

    kind: Literal["pause"] = "pause"
    purpose: Passage = "Everyone has a break."
    question: Line = "Break"
    instructions: Passage = "Stretch, have a drink, and be back when the time is over."

    @property
    def answered(self) -> bool:
        """Nobody answers a pause."""
        return False

    @property
    def can_be_revealed(self) -> bool:
        """There is nothing to show."""
        return False
