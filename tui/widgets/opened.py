"""The row in hand beside its list: its whole label, and its text."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.widgets.rows import Row, paragraphs


class Opened(VerticalScroll, can_focus=False):
    """A row's label over its text. It scrolls where there is more."""

    DEFAULT_CSS = """
    Opened { height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; border-left: solid $panel; }
    Opened Static { height: auto; }
    Opened .label { text-style: bold; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        """The label over the text."""
        yield Static(classes="label", markup=False)
        yield Static(classes="text", markup=False)

    def show(self, row: Row | None) -> None:
        """Open this row."""
        label, text = (paragraphs(row.label), paragraphs(row.text)) if row else ("", "")
        self.query_one(".label", Static).update(Content(label))
        self.query_one(".text", Static).update(Content(text))
