"""Checks: a participant's turn, its picture for the room, and a glance."""

from tui.kinds.checks import glance

__all__ = ["glance"]
