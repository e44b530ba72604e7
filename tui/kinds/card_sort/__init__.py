"""A card sort: the board people sort on, and what the room sees of it."""

from tui.kinds.card_sort import glance

__all__ = ["glance"]
