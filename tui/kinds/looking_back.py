"""What a participant did in an earlier activity, to look back at: headings with their own words, nothing to change."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class OwnWork(VerticalScroll, can_focus=True):
    """Each heading with what stands under it. The arrow keys scroll where there is more than fits."""

    DEFAULT_CSS = """
    OwnWork { padding: 1 3; scrollbar-size-vertical: 1; align-horizontal: center; }
    OwnWork > Static { max-width: 96; height: auto; margin-bottom: 1; }
    """

    def __init__(self, parts: Iterable[tuple[str, str]]) -> None:
        """Headings, each with a text."""
        super().__init__()
        self._parts = [(heading, text) for heading, text in parts if text.strip()]

    def compose(self) -> ComposeResult:
        """One block a heading."""
        for heading, text in self._parts:
            yield Static(Content.assemble((heading, "bold $quiet"), "\n", Content(text)))
