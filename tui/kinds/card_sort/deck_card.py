"""The card in hand with its whole text, the chip that follows the pointer, and the blank card to write on."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Input, Static

from activities.model import NAME_LIMIT
from activities.refusal import Refused
from tui.kinds.card_sort.chips import plain, width_of
from tui.kinds.card_sort.pieces import style
from tui.palette import palette_of
from tui.steady import SteadyModal

MOST_PASTED = 1_000
"""Letters beyond which nobody means to write a card with what they paste."""


class CardInHand(ScrollView, can_focus=False):
    """The whole of a card: its label over its text. What does not fit scrolls."""

    DEFAULT_CSS = """
    CardInHand {
        height: 8; padding: 1 2; margin-bottom: 1; background: $panel;
        scrollbar-size-vertical: 1; overflow-x: hidden;
    }
    """

    def __init__(self) -> None:
        """No card yet."""
        super().__init__()
        self._card = ("", "")
        self._lines: list[tuple[str, bool]] = []

    def show(self, label: str, text: str) -> None:
        """This card is in hand."""
        if self._card != (label, text):
            self._card = (label, text)
            self._wrap()
            self.scroll_to(y=0, animate=False, immediate=True)

    def on_resize(self) -> None:
        """The words find their new lines."""
        self._wrap()

    def _wrap(self) -> None:
        label, text = self._card
        width = max(self.size.width - 1, 1)
        heading = [(line.plain, True) for line in Content(plain(label)).wrap(width)]
        words = "\n".join(plain(line) for line in text.splitlines())
        self._lines = heading + [(line.plain, False) for line in Content(words).wrap(width)]
        size = Size(self.size.width, max(len(self._lines), self.size.height))
        if size != self.virtual_size:
            self.virtual_size = size
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the card."""
        palette, ground = palette_of(self.app), self.background_colors[1]
        width = self.scrollable_content_region.width
        line, is_label = self._lines[row] if (row := y + round(self.scroll_y)) < len(self._lines) else ("", False)
        of = style(palette.now if is_label else palette.text, ground, bold=is_label)
        return Strip([Segment(line + " " * (width - width_of(line)), of)], width)


class DraggedChip(Static):
    """The chip under the pointer while it is dragged, and the name of the place where it would land."""

    DEFAULT_CSS = "DraggedChip { position: absolute; layer: dragged; width: auto; height: 2; display: none; }"

    def show(self, label: str, where: str) -> int:
        """This card is dragged, over this place. How wide it is now, in cells."""
        palette = palette_of(self.app)
        lines = (f" {plain(label)} ", f" → {plain(where)} ")
        width = max(width_of(line) for line in lines)
        chip, place = (line + " " * (width - width_of(line)) for line in lines)
        of = Style(foreground=palette.ground, background=palette.now, bold=True)
        at = Style(foreground=palette.text, background=palette.panel)
        self.update(Content.assemble((chip, of), "\n", (place, at)))
        self.display = True
        return width


class CardLine(Input):
    """The line on a blank card. What is pasted stands on it whole, its lines one after another."""

    def on_paste(self, event: Paste) -> None:
        """All of it, as one line."""
        event.stop()
        event.prevent_default()
        line = " ".join(event.text.split())
        if len(line) > MOST_PASTED:
            self.notify(f"That is {len(line):,} letters: too much to paste on a card. Nothing was pasted.")
        elif self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)


class WriteCard(SteadyModal[str | None]):
    """A blank card. Ends with what was written on it, None where nobody wanted it after all."""

    DEFAULT_CSS = """
    WriteCard { align: center middle; background: $background 60%; }
    WriteCard > Vertical { width: 66; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    WriteCard #ask { text-style: bold; margin: 0 0 1 1; }
    WriteCard Input { background: $background; border: tall $now; }
    WriteCard #refusal { color: $quiet; min-height: 1; margin: 0 0 1 1; }
    WriteCard #refusal.late { color: $late; }
    WriteCard #keys { color: $quiet; margin-left: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Never mind", id="write_card.leave")]

    def __init__(
        self,
        check: Callable[[str], object],
        *,
        asks: str = "What is on your new card?",
        puts: str = "put it in the deck",
        most: int = NAME_LIMIT,
    ) -> None:
        """Ask for a card, or for a row or the like. `check` raises Refused for what cannot be written."""
        super().__init__()
        self._check = check
        self._asks, self._puts, self._most = asks, puts, most

    def compose(self) -> ComposeResult:
        """One line to write on."""
        with Vertical():
            yield Static(Content(self._asks), id="ask")
            yield CardLine(placeholder="A few words")
            yield Static(Content(""), id="refusal")
            yield Static(Content(f"Enter  {self._puts}     Esc  never mind"), id="keys")

    def on_mount(self) -> None:
        """How much room there is."""
        self._say_room("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """How much room there is yet; what was said about the last attempt is over."""
        self._say_room(event.value)

    def _say_room(self, typed: str) -> None:
        left = self._most - len(" ".join(typed.split()))
        many = f"{abs(left)} letter{'' if abs(left) == 1 else 's'}"
        words = f"{many} left" if left >= 0 else f"{many} too many: make it shorter."
        said = self.query_one("#refusal", Static)
        said.update(Content(words))
        said.set_class(left < 0, "late")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the card, or say why not."""
        event.stop()
        try:
            self._check(event.value)
        except Refused as refused:
            said = self.query_one("#refusal", Static)
            said.update(Content(str(refused)))
            said.add_class("late")
        else:
            self.dismiss(event.value)
