"""One line to write in: enter goes on to the next place, and pasted lines become one."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit

from tui.kinds.writing.area import WritingArea


class WritingLine(WritingArea):
    """An area of one line. What does not fit into its width is scrolled to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.focus_next", "Next", show=False, priority=True, id="line.next"),
    ]

    DEFAULT_CSS = """
    WritingLine { height: 3; min-height: 3; max-height: 3; scrollbar-size: 0 0; overflow: hidden hidden; }
    WritingLine.-bare { height: 1; min-height: 1; max-height: 1; border: none; background: $panel; padding: 0 1; }
    WritingLine.-bare:focus { border: none; background: $panel; tint: $now 12%; }
    """

    def __init__(self, place: str, text: str = "", *, most: int) -> None:
        """A line for what is written at `place`, of so many characters at `most`."""
        super().__init__(place, text, most=most)
        self.soft_wrap = False
        self.show_vertical_scrollbar = self.show_horizontal_scrollbar = False

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit that leaves one line."""
        edit.text = " ".join(edit.text.splitlines())
        return super().edit(edit)
