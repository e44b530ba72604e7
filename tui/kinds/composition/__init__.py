"""A composition: a poster or a report that is put together, and the gallery of those that are offered."""

from tui.kinds.composition import turn

__all__ = ["turn"]
