"""The options of one field: a tick for each that is chosen."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from activities.kinds.form_fields import FieldType, FormField
from tui.widgets.rows import Row, Rows

EDGES = 10
"""Cells beside a label, about: where it is longer than the rest of the line it wraps."""


class Choosing(Rows):
    """The options as rows, no higher than they are. Enter, space, a number or a click chooses one or takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Choose", key_display="enter", id="form.choose"),
        *(Binding(str(n), f"number({n})", f"Option {n}", show=False, id=f"form.option_{n}") for n in range(1, 10)),
    ]

    MARKS_HAND = False

    DEFAULT_CSS = "Choosing { height: auto; margin-bottom: 0; }"

    @dataclass
    class Ticked(Message):
        """An option of this field was chosen, or taken back."""

        field: FormField
        option: str

    def __init__(self, field: FormField) -> None:
        """Of this field."""
        super().__init__()
        self.field = field

    def offer(self, chosen: tuple[str, ...]) -> None:
        """These are chosen."""
        width = max((self.size.width or 76) - EDGES, 20)
        self.room = sum(1 + len(option) // width for option in self.field.choices)
        self.show([self._row(number, option, option in chosen) for number, option in enumerate(self.field.choices, 1)])

    def _row(self, number: int, option: str, ticked: bool) -> Row:
        several = self.field.type is FieldType.SOME_OF
        empty, full = ("☐", "✓") if several else ("○", "●")
        mark = Content.assemble(
            (f"{number} " if number < 10 else "  ", "$quiet"), (full, "bold $done") if ticked else (empty, "$quiet")
        )
        return Row(option, str(number), mark=mark, style="bold" if ticked else "")

    def action_pick(self, at_figure: bool = False) -> None:
        """The option in hand is chosen, or taken back."""
        if self.hand is not None:
            self.post_message(self.Ticked(self.field, self.field.choices[int(self.hand) - 1]))

    def action_number(self, number: int) -> None:
        """Choose an option by its number, or take it back."""
        if number <= len(self.field.choices):
            self.take(str(number))
            self.action_pick()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The whole form scrolls, for all options are in sight."""
        event.prevent_default()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The whole form scrolls."""
        event.prevent_default()
