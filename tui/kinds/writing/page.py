"""Where what is asked and the places to write stand one under another, and scroll where there is more than fits."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class Page(VerticalScroll, inherit_bindings=False, can_focus=False):
    """It scrolls with the arrow keys, the mouse and the cursor. Paging is left to the turn: it goes to what comes next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
    ]
