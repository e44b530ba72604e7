"""A brief: a page the facilitator talks to, with a question to discuss. Participants answer nothing."""

from typing import Literal

from activities.kinds.activity import Activity
from activities.model import Passage


class Brief(Activity):
    """What the page says: `points`, each a sentence or two, shown one under another."""

    kind: Literal["brief"] = "brief"
    points: tuple[Passage, ...] = ()

    @property
    def answered(self) -> bool:
        """Nobody answers a brief."""
        return False
