"""A form: a participant's turn, its picture for the room, and a glance."""

from tui.kinds.form import glance

__all__ = ["glance"]
