"""A log: the entries people write over several sessions, and what the room sees of them."""

from tui.kinds.log import glance

__all__ = ["glance"]
