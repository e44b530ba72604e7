"""The card in hand with its whole text, the chip that follows the pointer, and the blank card to write on."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from activities.model import NAME_LIMIT
from activities.refusal import Refused
from tui.widgets.venn_chips import plain


class CardInHand(VerticalScroll, can_focus=False):
    """The whole of a card: its label and its text. What does not fit scrolls."""

    DEFAULT_CSS = """
    CardInHand { height: 8; padding: 1 2; background: $panel; scrollbar-size-vertical: 1; margin-bottom: 1; }
    CardInHand #label { color: $now; text-style: bold; }
    CardInHand #text { color: $foreground; }
    """

    def compose(self) -> ComposeResult:
        """The label over the text."""
        yield Static(id="label")
        yield Static(id="text")

    def show(self, label: str, text: str) -> None:
        """This card is in hand."""
        self.query_one("#label", Static).update(Content(plain(label)))
        self.query_one("#text", Static).update(Content("\n".join(plain(line) for line in text.splitlines())))
        self.scroll_home(animate=False)


class DraggedChip(Vertical):
    """The chip under the pointer while it is dragged, and the name of the place where it would land."""

    DEFAULT_CSS = """
    DraggedChip { position: absolute; layer: dragged; width: auto; height: 2; display: none; }
    DraggedChip #chip { width: auto; background: $now; color: $background; text-style: bold; padding: 0 1; }
    DraggedChip #where { width: auto; background: $panel; color: $foreground; padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        """The chip over the name."""
        yield Static(id="chip")
        yield Static(id="where")

    def show(self, label: str, where: str) -> None:
        """This card is dragged, over this place."""
        self.query_one("#chip", Static).update(Content(plain(label)))
        self.query_one("#where", Static).update(Content(f"→ {plain(where)}"))
        self.display = True


class WriteCard(ModalScreen[str | None]):
    """A blank card. Ends with what was written on it, None where nobody wanted it after all."""

    DEFAULT_CSS = """
    WriteCard { align: center middle; background: $background 60%; }
    WriteCard > Vertical { width: 66; max-width: 96%; height: auto; padding: 1 2; background: $panel; }
    WriteCard #ask { text-style: bold; margin: 0 0 1 1; }
    WriteCard Input { background: $background; border: tall $now; }
    WriteCard #refusal { color: $late; min-height: 1; margin: 0 0 1 1; }
    WriteCard #keys { color: $quiet; margin-left: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Never mind", id="write_card.leave")]

    def __init__(self, check: Callable[[str], object]) -> None:
        """Ask for a card. `check` raises Refused for what cannot be written."""
        super().__init__()
        self._check = check

    def compose(self) -> ComposeResult:
        """One line to write on."""
        with Vertical():
            yield Static(Content("What is on your new card?"), id="ask")
            yield Input(max_length=NAME_LIMIT, placeholder="A few words")
            yield Static(Content(""), id="refusal")
            yield Static(Content("enter  put it in the deck     escape  never mind"), id="keys")

    def on_input_changed(self) -> None:
        """What was said about the last attempt is over."""
        self.query_one("#refusal", Static).update(Content(""))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the card, or say why not."""
        event.stop()
        try:
            self._check(event.value)
        except Refused as refused:
            self.query_one("#refusal", Static).update(Content(str(refused)))
        else:
            self.dismiss(event.value)
