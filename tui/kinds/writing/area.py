"""An area to write in, that grows with its text and takes nothing but plain text."""

import unicodedata
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.widgets import TextArea

from activities.kinds.taking_over import take_over
from activities.model import ANSWER_LIMIT

NEARLY = 500
"""From how many characters before the limit on the area says how many are left."""

LEFT_TO_THE_TURN = {"ctrl+z", "ctrl+y", "pageup", "pagedown"}
"""Keys that a text area has of its own but that mean something to the whole turn."""

_NEW_LINES = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_DIRECTION = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain_text(text: str) -> str:
    """Text as people write it: every line end is one newline; other control and direction marks are dropped.

    Tabs, joiners inside emoji and all scripts stay as they are.
    """
    text = text.replace("\r\n", "\n").translate(_NEW_LINES)
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign
        for sign in text
        if sign in "\n\t" or (unicodedata.category(sign) not in ("Cc", "Cs") and sign not in _DIRECTION)
    )


class KeepsWriting:
    """What keeps the writing of the areas in it: asked before a letter is drawn, told in the same breath."""

    def about_to_write(self) -> None:
        """A letter is about to be drawn: what is said of the text that stood there is over."""
        raise NotImplementedError

    def write(self, area: "WritingArea") -> None:
        """What is written in this area has changed: have it kept."""
        raise NotImplementedError


class WritingArea(TextArea, inherit_bindings=False):
    """Where a text is written. It grows with the text, takes plain text only and says when it is full."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if not (isinstance(binding, Binding) and LEFT_TO_THE_TURN & set(binding.key.split(",")))
    ]

    DEFAULT_CSS = """
    WritingArea {
        height: auto;
        min-height: 4;
        border: round $quiet;
        background: $background;
        color: $foreground;
        padding: 0 1;
        border-subtitle-color: $late;
        &:focus { border: round $now; }
        & .text-area--cursor { background: $now; color: $background; }
        &:light .text-area--cursor { background: $now; color: $background; }
    }
    """

    def __init__(self, place: str, text: str = "", *, id: str | None = None, most: int = ANSWER_LIMIT) -> None:
        """An area for what is written at `place` (a field's id, or whatever tells the areas of a turn apart).

        It takes so many characters at `most`.
        """
        super().__init__(plain_text(text), tab_behavior="focus", highlight_cursor_line=False, max_checkpoints=1, id=id)
        self.place = place
        self.most = most

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, of plain text and up to the limit; who keeps what is written hears it before it is drawn."""
        edit.text = plain_text(edit.text)
        replaced = len(self.get_text_range(edit.from_location, edit.to_location))
        edit.text = edit.text[: max(0, self.most - len(self.text) + replaced)]
        keeper = next((node for node in self.ancestors if isinstance(node, KeepsWriting)), None)
        if keeper is None or self.get_text_range(edit.from_location, edit.to_location) == edit.text:
            result = super().edit(edit)
        else:
            keeper.about_to_write()
            result = super().edit(edit)
            keeper.write(self)
        self._say_room()
        return result

    def put(self, text: str) -> None:
        """Say this, with the cursor behind what is new."""
        text = plain_text(text)
        old = self.text
        if text == old:
            return
        shared = min(len(text), len(old))
        start = next((i for i in range(shared) if text[i] != old[i]), shared)
        tail = next((i for i in range(shared - start) if text[-1 - i] != old[-1 - i]), shared - start)
        self.load_text(text)
        self.move_cursor(_location(text, len(text) - tail))
        self._say_room()

    def take(self, text: str, others: Iterable[str] = ()) -> None:
        """Set an earlier answer in at the cursor; where one of the `others` stands here already, both become a list."""
        row, column = self.selection.end
        at = sum(len(self.document.get_line(above)) + 1 for above in range(row)) + column
        after, at = take_over(self.text, at, plain_text(text), [plain_text(other) for other in others])
        self.replace(after, (0, 0), self.document.end)
        self.move_cursor(_location(self.text, at))

    def _say_room(self) -> None:
        room = self.most - len(self.text)
        self.border_subtitle = (
            f"Full: {self.most:,} characters fit here."
            if room <= 0
            else f"{room} characters left"
            if room <= min(NEARLY, self.most // 4)
            else None
        )


def _location(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)
