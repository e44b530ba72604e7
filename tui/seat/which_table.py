"""Which table somebody sits at who came without being on the list."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from tui.steady import SteadyModal
from tui.widgets.choices import Choice, Choices

NONE = "none-of-them"


class WhichTable(SteadyModal[str | None]):
    """Ends with the id of the table, with nothing for none of them, or with None for going back."""

    DEFAULT_CSS = """
    WhichTable { align: center middle; background: $background 70%; }
    WhichTable > Vertical {
        width: 64; max-width: 92%; height: auto; max-height: 90%; padding: 1 3;
        background: $panel; border: round $now;
    }
    WhichTable #question { text-style: bold; margin-bottom: 1; }
    WhichTable Choices { max-height: 12; }
    WhichTable.-tall Choices { max-height: 24; }
    WhichTable Choices > .option-list--option-highlighted { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Go back", id="which_table.back")]

    def __init__(self, name: str, tables: Sequence[tuple[str, str]]) -> None:
        """Ask whoever is called so; `tables` are the ids with what they are called."""
        super().__init__()
        self._name, self._tables = name, tables

    def compose(self) -> ComposeResult:
        """The question, the tables, and none of them."""
        with Vertical():
            yield Static(Content(f"{self._name}, where do you sit?"), id="question")
            yield Choices()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Offer the tables."""
        choices = self.query_one(Choices)
        choices.offer(
            [
                *(Choice(Content(called), id=table) for table, called in self._tables),
                Choice(Content("At none of them"), id=NONE),
            ]
        )
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """They sit there."""
        self.dismiss("" if event.option_id == NONE else event.option_id)
