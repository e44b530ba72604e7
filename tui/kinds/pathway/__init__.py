"""A pathway: where people mark themselves, and what the room sees of it."""

from tui.kinds.pathway import turn

__all__ = ["turn"]
