"""How a turn ends."""

from enum import Enum, auto


class Ending(Enum):
    """How a turn ended: handed in, left half done, on to what the room does now, or with nothing left of it at all."""

    HANDED_IN = auto()
    LEFT = auto()
    GO_ON = auto()
    FORGOTTEN = auto()
