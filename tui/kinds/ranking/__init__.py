"""A ranking: the list in which people put things in order, and what the room sees of their orders."""

from tui.kinds.ranking import glance

__all__ = ["glance"]
