"""A turn with writing in it: it keeps every letter and can undo it."""

from dataclasses import dataclass
from typing import Self

from textual import on
from textual.events import Resize
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from activities.kinds.activity import Progress, Response
from tui.kinds.turn import Turn
from tui.kinds.writing.area import KeepsWriting, WritingArea, plain_text

PAUSE = 1.5
"""Seconds without a letter after which the next one begins a new step to undo."""

AROUND = 6
"""Rows that an area leaves for what is asked, however long its text: a longer one scrolls inside it."""

RUN = 40
"""The most letters that one undo takes back."""


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


class WritingTurn(Turn, KeepsWriting, inherit_bindings=False):
    """A turn with writing in it. Letters typed in one go are one step to undo; every one of them is told."""

    BINDINGS = Turn.BINDINGS

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

    def least_height(self, lines: int) -> int:
        """Rows of an area for an answer of this many lines on paper: never crowding the screen, never a slit."""
        return min(max(lines, 3), 3 if self.has_class("-low") else max(5, self.size.height // 5)) + 2

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

    def about_to_write(self) -> None:
        """What stands beside the writing as saved does so no more, before a letter is drawn that is not."""
        self.unkept()

    def write(self, area: WritingArea) -> None:
        """Have the letter kept, in the same breath as it is written."""
        before, after = plain_text(self.written(area.place)), area.text
        if before == after:
            self.keep(self.response)
            return
        self._type(_Stroke(area.place, len(after) - len(before)), self.writing(area.place, after))
        self.call_after_refresh(area.scroll_visible, animate=False)

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        """It was kept when it was written."""
        event.stop()

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
        for area in self.query(WritingArea):
            area.styles.max_height = max(5, event.size.height - AROUND)
        self.redraw()
        self.call_after_refresh(self.call_after_refresh, self._still_in_sight)

    def _still_in_sight(self) -> None:
        """Once everything has its new place. The first is taken up after the focus is given, too."""
        focused = self.screen.focused if self.is_attached else None
        if focused is not None and self in focused.ancestors:
            self.keep_in_sight(focused)

    def keep_in_sight(self, focused: Widget) -> None:
        """What is in hand stays in sight, with what is asked there."""
        focused.scroll_visible(animate=False)


def still_empty(progress: Progress, one: str, more: str) -> str | None:
    """How much is left, in a sentence with a verb for one and for more; None where nothing is."""
    left = progress.of - progress.done
    return None if left <= 0 else f"One {one}." if left == 1 else f"{left} {more}."
