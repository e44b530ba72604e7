"""The line at the top of everything that is only looked at before the day."""

from textual.content import Content
from textual.widgets import Static


class PreviewBar(Static):
    """That nothing is kept, and what else there is to say here."""

    DEFAULT_CSS = "PreviewBar { dock: top; height: 1; padding: 0 2; background: $panel; text-wrap: nowrap; }"

    def __init__(self, more: str = "") -> None:
        """With a few words more."""
        super().__init__(Content.assemble(("Preview: nothing is kept.", "$now bold"), (f"  {more}", "$quiet")))
