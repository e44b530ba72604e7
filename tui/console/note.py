"""Catching something while the room talks: for later, decided, to be done, or for the facilitator alone."""

from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static, TextArea

from activities.session.notes import NOTE_LIMIT, Note, NoteKind
from activities.session.session import Session
from activities.typed import can_be_seen
from tui.dialogs.ask import Ask
from tui.dialogs.dialog import Dialog

HEADINGS = {
    NoteKind.PARKING: "Parking lot",
    NoteKind.DECISION: "Decision",
    NoteKind.ACTION: "Action",
    NoteKind.PRIVATE: "Only for you",
}
EXPORTED = "On the room sheet."
NOT_EXPORTED = "Never leaves this console."


class NoteScreen(Dialog[Note | None]):
    """Ends with the note, or None. F2 changes which list it goes on."""

    DEFAULT_CSS = """
    NoteScreen #kinds { height: 1; margin-bottom: 1; }
    NoteScreen TextArea { height: 6; }
    NoteScreen #who { width: 1fr; }
    NoteScreen #due { width: 1fr; }
    NoteScreen #whose { height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+n", "kind", "Another list", key_display="F2", id="note.kind"),
        Binding("ctrl+s", "keep", "Keep", id="note.keep"),
        Binding("escape", "leave", "Go back", id="note.back"),
    ]
    HELP = """
    ## A note

    Write it, then **Ctrl+S**. **F2** changes the list it goes on: parking lot, decision, action, or only for you.
    """

    def __init__(self, session: Session, now: datetime, before: Note | None = None) -> None:
        """A note during the session's current activity, at this time; or one that is there already, to be changed."""
        super().__init__()
        self._session, self._now, self._before = session, now, before
        self._kind = before.kind if before else NoteKind.PARKING

    def compose(self) -> ComposeResult:
        """Which list, the words, who and by when, and what is on the lists already."""
        with Vertical():
            yield Static(id="kinds")
            before = self._before
            words = TextArea(before.text if before else "", id="words", tab_behavior="focus")
            words.border_title = "What"
            yield words
            with Horizontal(id="whose"):
                yield _labelled(Input(before.who if before else "", id="who", max_length=120), "Who")
                yield _labelled(Input(before.due if before else "", id="due", max_length=120), "By when")
            yield Static(id="about", classes="quiet")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the words."""
        self._show()
        words = self.query_one("#words", TextArea)
        words.move_cursor(words.document.end)
        words.focus()

    def _show(self) -> None:
        kinds = [
            Content.styled(f" {heading} ", "bold reverse" if kind is self._kind else "$quiet")
            for kind, heading in HEADINGS.items()
        ]
        self.query_one("#kinds", Static).update(Content("  ").join(kinds))
        private = self._kind is NoteKind.PRIVATE
        many = sum(note.kind is self._kind for note in self._session.notes)
        already = f" {many} there already." if many else ""
        self.query_one("#about", Static).update(Content((NOT_EXPORTED if private else EXPORTED) + already))
        self.query_one("#whose").display = not private

    def action_kind(self) -> None:
        """The next list."""
        kinds = list(HEADINGS)
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._show()

    @work(exclusive=True)
    async def action_leave(self) -> None:
        """Back, after one question where something has been written."""
        words, before = self.query_one("#words", TextArea).text.strip(), self._before.text if self._before else ""
        if words in ("", before) or await self.app.push_screen_wait(
            Ask("This note is not kept yet.", "Throw it away", "Go on writing")
        ):
            self.dismiss(None)

    def action_keep(self) -> None:
        """Keep the note; one without words is not kept."""
        words = self.query_one("#words", TextArea).text.strip()
        if not can_be_seen(words):
            self.notify("Write a few words first.")
            return
        if len(words) > NOTE_LIMIT:
            self.notify(f"A note can have {NOTE_LIMIT:,} characters; this one has {len(words):,}.")
            return
        private = self._kind is NoteKind.PRIVATE
        self.dismiss(
            Note(
                kind=self._kind,
                text=words,
                at=self._before.at if self._before else self._now,
                activity=self._before.activity if self._before else self._session.current,
                who="" if private else self.query_one("#who", Input).value.strip(),
                due="" if private else self.query_one("#due", Input).value.strip(),
                struck=self._before.struck if self._before else False,
            )
        )

    def on_input_submitted(self) -> None:
        """Keep it."""
        self.action_keep()


def _labelled(field: Input, label: str) -> Input:
    field.border_title = label
    return field
