"""A note in which the name of somebody stands who was forgotten: to write anew, to strike out, or to leave."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static, TextArea

from activities.session.notes import NOTE_LIMIT, Note
from tui.dialogs.dialog import Dialog


class NoteWithAName(Dialog[str | None]):
    """Ends with the words to keep, with none to strike it out, or with None to leave it as it is."""

    DEFAULT_CSS = """
    NoteWithAName TextArea { height: 6; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep these words", id="named.keep"),
        Binding("ctrl+x", "dismiss('')", "Strike it out", priority=True, id="named.strike"),
        Binding("escape", "dismiss(None)", "Leave it as it is", id="named.leave"),
    ]
    HELP = """
    ## The name stands in a note

    Take the name out and press **Ctrl+S**, or strike the note out with **Ctrl+X**. **Esc** leaves it as it is.

    What you change here is changed for good: undo does not bring the name back.
    """

    def __init__(self, note: Note, number: int, of: int) -> None:
        """One of so many notes."""
        super().__init__()
        self._note, self._number, self._of = note, number, of

    def compose(self) -> ComposeResult:
        """Which note it is, and its words."""
        which = (
            "A note has the name in it" if self._of == 1 else f"Note {self._number} of {self._of} with the name in it"
        )
        who = f", for {self._note.who}" if self._note.who else ""
        with Vertical():
            yield Static(Content(f"{which}: {self._note.kind}{who}"), classes="title")
            yield TextArea(self._note.text, id="words", tab_behavior="focus")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the words."""
        self.query_one("#words").focus()

    def action_keep(self) -> None:
        """Keep the words as they stand now."""
        words = self.query_one("#words", TextArea).text.strip()
        if len(words) > NOTE_LIMIT:
            self.notify(f"A note can have {NOTE_LIMIT:,} characters; this one has {len(words):,}.")
            return
        self.dismiss(words)
