"""Over the list that is gathered: the words of an item, and which item another is part of."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static

from activities.kinds.items import Gathered
from activities.model import LINE_LIMIT
from activities.refusal import Refused
from activities.typed import as_seen, on_one_line
from tui.dialogs.dialog import Dialog
from tui.widgets.choices import Choice, Choices


class Words(Dialog[str | None]):
    """Ends with the words, once they can be an item, or with None."""

    DEFAULT_CSS = """
    Words #said { color: $late; height: auto; }
    Words #whole { height: auto; max-height: 12; color: $quiet; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "keep", "Keep", id="words.keep")]
    HELP = """
    ## In other words

    One line that everyone understands, then **Enter**.
    """

    def __init__(self, words: str, tried: Callable[[str], object]) -> None:
        """Begin with these; `tried` raises Refused for what cannot be."""
        super().__init__()
        self._words, self._tried = words, tried

    @property
    def _is_long(self) -> bool:
        return len(self._words) > LINE_LIMIT

    def compose(self) -> ComposeResult:
        """The whole answer where it is longer than a line, and a place for the words."""
        with Vertical():
            yield Static(Content(f"In one line of at most {LINE_LIMIT} characters"), classes="title")
            whole = Static(Content(as_seen(self._words)), id="whole")
            whole.display = self._is_long
            yield whole
            words = "" if self._is_long else self._words
            yield Input(words, id="words", max_length=LINE_LIMIT, select_on_focus=False)
            yield Static(id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin to write."""
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Keep them."""
        self.action_keep()

    def action_keep(self) -> None:
        """End with the words; where they cannot be, say why."""
        words = self.query_one(Input).value
        try:
            self._tried(words)
        except Refused as refused:
            self.query_one("#said", Static).update(Content(str(refused)))
        else:
            self.dismiss(words)


class PickItem(Dialog[str | None]):
    """Ends with the id of the item that something is part of, or None."""

    DEFAULT_CSS = "PickItem Choices { max-height: 60vh; }"
    HELP = """
    ## Merge into

    Choose the item that says the same, then **Enter**. It keeps its words.
    """

    def __init__(self, said: str, items: Sequence[Gathered]) -> None:
        """Of these items, for what is `said`."""
        super().__init__()
        self._said, self._items = said, items

    def compose(self) -> ComposeResult:
        """What it is, and the items."""
        with Vertical():
            yield Static(Content(f"‘{on_one_line(self._said, 60)}’ is part of"), classes="title")
            yield Choices()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the first."""
        choices = self.query_one(Choices)
        choices.offer(Choice(Content(as_seen(item.label)), item.id) for item in self._items)
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        self.dismiss(event.option_id)
