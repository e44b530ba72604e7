"""A grid: the table people fill, and what the room sees of it."""

from tui.kinds.grid import glance

__all__ = ["glance"]
