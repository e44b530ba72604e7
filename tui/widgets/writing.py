"""Where people write: an area that grows with its text, and the turn that keeps every letter and can undo it."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Self

from textual import on
from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.events import Resize
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from activities.activity import Progress, Response
from activities.model import ANSWER_LIMIT
from activities.writing import WrittenResponse
from tui.widgets.turn import Turn

PAUSE = 1.5
"""Seconds without a letter after which the next one begins a new step to undo."""

RUN = 40
"""The most letters that one undo takes back."""

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
    }
    """

    def __init__(self, place: str, text: str = "", *, id: str | None = None) -> None:
        """An area for what is written at `place` (a field's id, or whatever tells the areas of a turn apart)."""
        super().__init__(plain_text(text), tab_behavior="focus", highlight_cursor_line=False, max_checkpoints=1, id=id)
        self.place = place

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, of plain text and up to the limit."""
        edit.text = plain_text(edit.text)
        replaced = len(self.get_text_range(edit.from_location, edit.to_location))
        edit.text = edit.text[: max(0, ANSWER_LIMIT - len(self.text) + replaced)]
        result = super().edit(edit)
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

    def take(self, text: str) -> None:
        """Set a text in at the cursor, apart from the word before it."""
        row, column = self.selection.end
        before = self.document.get_line(row)[:column]
        apart = " " if before and not before[-1].isspace() else ""
        self.insert(apart + text)

    def _say_room(self) -> None:
        room = ANSWER_LIMIT - len(self.text)
        self.border_subtitle = (
            f"Full: {ANSWER_LIMIT:,} characters fit here."
            if room <= 0
            else f"{room} characters left"
            if room <= NEARLY
            else None
        )


def _location(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)


@dataclass
class _Stroke:
    """What was typed last: where, whether it added or took away one letter, and how many like it came before."""

    place: str
    letters: int
    length: int = 1

    def goes_on_with(self, other: "_Stroke") -> bool:
        return (
            other.place == self.place and other.letters == self.letters and abs(self.letters) == 1 and self.length < RUN
        )


class WritingTurn(Turn, inherit_bindings=False):
    """A turn with writing in it. Letters typed in one go are one step to undo; every one of them is told."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "hand_in", "Hand in", id="turn.hand_in"),
        Binding("enter", "hand_in", "Hand in", show=False),
        *Turn.BINDINGS,
    ]

    NARROW = 96
    """Below this width in cells the turn has the class `-narrow`."""

    LOW = 28
    """Below this height in cells the turn has the class `-low`."""

    TALL = 34
    """From this height in cells on the turn has the class `-tall`."""

    _stroke: _Stroke | None = None
    _pause: Timer | None = None

    def written(self, place: str) -> str:
        """What the response says at a place."""
        raise NotImplementedError

    def writing(self, place: str, text: str) -> Response:
        """The response once a place says this."""
        raise NotImplementedError

    def first_place(self) -> Widget:
        """Where to begin."""
        raise NotImplementedError

    def focus(self, scroll_visible: bool = True, *, from_app_focus: bool = False) -> Self:
        """Begin, or go on, with the first thing to do."""
        self.first_place().focus(scroll_visible)
        return self

    def go_to(self, place: str) -> None:
        """Show a place and put the cursor there."""

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The place at which two responses differ; None where they differ in what is not written."""
        return None

    @on(TextArea.Changed)
    def _keep(self, event: TextArea.Changed) -> None:
        event.stop()
        area = event.text_area
        if not isinstance(area, WritingArea):
            return
        before, after = plain_text(self.written(area.place)), area.text
        if before != after:
            self._type(_Stroke(area.place, len(after) - len(before)), self.writing(area.place, after))

    def _type(self, stroke: _Stroke, response: Response) -> None:
        if self._stroke is not None and self._stroke.goes_on_with(stroke):
            stroke.length = self._stroke.length + 1
            self._history.present = response
            self._told()
        else:
            self.change(response)
        self._stroke = stroke
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.end_run)

    def end_run(self) -> None:
        """The next letter begins a new step to undo."""
        self._stroke = None

    def action_undo(self) -> None:
        """Take the last step back and go where it was."""
        before = self.response
        self.end_run()
        super().action_undo()
        self._follow(before)

    def action_redo(self) -> None:
        """Do again what was undone and go where it was."""
        before = self.response
        self.end_run()
        super().action_redo()
        self._follow(before)

    def _follow(self, before: Response) -> None:
        place = self.changed_place(before, self.response)
        if place is not None:
            self.go_to(place)

    @on(Resize)
    def _fit(self, event: Resize) -> None:
        self.set_class(event.size.width < self.NARROW, "-narrow")
        self.set_class(event.size.height < self.LOW, "-low")
        self.set_class(event.size.height >= self.TALL, "-tall")
        self.redraw()


def changed_field(before: Response, after: Response) -> str | None:
    """The first field in which two written responses differ."""
    if not isinstance(before, WrittenResponse) or not isinstance(after, WrittenResponse):
        return None
    fields = [*before.answers, *after.answers]
    return next((field for field in fields if before.answer(field) != after.answer(field)), None)


def still_empty(progress: Progress, one: str, more: str) -> str | None:
    """How much is left, in a sentence with a verb for one and for more; None where nothing is."""
    left = progress.of - progress.done
    return None if left <= 0 else f"One {one}." if left == 1 else f"{left} {more}."
