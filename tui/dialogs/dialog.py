"""The panel in the middle that all dialogs are made of."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType

from tui.steady import SteadyModal


class Dialog(SteadyModal[ScreenResultType]):
    """A panel over the screen it is about. Escape goes back and changes nothing."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog > Vertical {
        width: 76; max-width: 96%; height: auto; max-height: 94%; padding: 1 3;
        background: $panel; border: round $now;
    }
    Dialog .title { text-style: bold; margin-bottom: 1; }
    Dialog .quiet { color: $quiet; }
    Dialog Input, Dialog TextArea { background: $panel; border-title-color: $quiet; }
    Dialog Input:focus, Dialog TextArea:focus { border-title-color: $now; }
    Dialog Choices > .option-list--option-highlighted { background: $background; }
    Dialog Choices:focus > .option-list--option-highlighted { background: $background; }
    Dialog Button { margin-top: 1; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Go back", id="dialog.back")]
