"""What scrolls as its contents need it, and has no keys of its own."""

from textual.containers import VerticalScroll


class Scrolled(VerticalScroll, can_focus=False, inherit_bindings=False):
    """A turn's texts one under another. The keys for a page further mean something to the turn, not to this."""
