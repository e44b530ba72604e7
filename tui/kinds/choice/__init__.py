"""A choice: where people choose, what the room sees of it, and a glance."""

from tui.kinds.choice import glance

__all__ = ["glance"]
