"""A participant's turn before the day: the real one, of which nothing is kept."""

from textual.app import ComposeResult

from tui.preview.bar import PreviewBar
from tui.seat.turn import TurnScreen


class PreviewTurn(TurnScreen):
    """Your own turn. What you hand in counts at the reveal, as long as the preview lasts."""

    SAVED = "not kept"

    def compose(self) -> ComposeResult:
        """The turn, under the line that says what it is."""
        yield PreviewBar("This is a participant’s turn.  Esc goes back.")
        yield from super().compose()
