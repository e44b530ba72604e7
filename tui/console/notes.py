"""Every note of the session: to read, to edit, to strike out, and to put on the projector."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from tui.console.changing import Changing
from tui.console.note import HEADINGS
from tui.console.projector import LISTS
from tui.widgets.choices import Choice, Choices


class NotesScreen(Changing[None]):
    """The lists, one under another, with what the facilitator alone sees last."""

    DEFAULT_CSS = """
    NotesScreen > Vertical { width: 90; }
    NotesScreen Choices { max-height: 24; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "Edit", id="notes.edit"),
        Binding("n", "write", "New", id="notes.new"),
        Binding("s", "strike", "Strike out, or not", id="notes.strike"),
        Binding("r", "project", "To the room", id="notes.project"),
    ]
    HELP = """
    ## Notes

    **Enter** edits a note, **n** writes a new one, **s** strikes it out or takes it in again. What is struck out is
    neither on the projector nor on paper.

    **r** puts the list of the note in hand on the projector, and takes it away again. **→** and **←** on the console
    turn its pages. What is only for you is never on the projector.
    """

    def __init__(self, session: Session) -> None:
        """The notes of this session."""
        super().__init__(session)
        self._listed: dict[str, Note] = {}

    def show(self, session: Session) -> None:
        """The notes as they are now."""
        self._listed = {str(number): note for number, note in enumerate(session.notes)}
        shown = f"   on the projector: {LISTS[session.shown.notes]}" if session.shown.notes else ""
        head = "Notes" if session.notes else "No notes yet. Press n to write one."
        self.query_one("#heading", Static).update(Content.assemble(head, (shown, "$late")))
        choices: list[Choice] = []
        for kind, name in HEADINGS.items():
            of_it = [(number, note) for number, note in self._listed.items() if note.kind is kind]
            if of_it:
                choices += [Choice(Content(" "))] if choices else []
                choices.append(Choice(Content.styled(name, "$quiet")))
                choices += [Choice(_row(note), id=number) for number, note in of_it]
        self.query_one(Choices).offer(choices)
        self.refresh_bindings()

    def _in_hand(self) -> Note | None:
        option = self.query_one(Choices).highlighted_option
        return self._listed.get(option.id or "") if option else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Edit it."""
        self.action_edit()

    @work(exclusive=True, group="note")
    async def action_edit(self) -> None:
        """The note in hand says something else."""
        from tui.console.note import NoteScreen

        before = self._in_hand()
        if before and (after := await self.app.push_screen_wait(NoteScreen(self.session, self.app.now(), before))):
            self.change("Changed a note", lambda session: session.change_note(before, after))

    @work(exclusive=True, group="note")
    async def action_write(self) -> None:
        """One more note."""
        from tui.console.note import NoteScreen

        if note := await self.app.push_screen_wait(NoteScreen(self.session, self.app.now())):
            self.change("Took a note", lambda session: session.note(note))

    def action_strike(self) -> None:
        """The note in hand counts no more, or counts again."""
        if before := self._in_hand():
            after = before.model_copy(update={"struck": not before.struck})
            what = "Struck a note out" if after.struck else "Took a note in again"
            self.change(what, lambda session: session.change_note(before, after))

    def action_project(self) -> None:
        """The list of the note in hand is on the projector, or no longer."""
        if not (note := self._in_hand()):
            return
        if note.kind is NoteKind.PRIVATE:
            self.notify("This note is only for you: it is never on the projector.")
            return
        kind = note.kind
        self.change(
            "Put notes on the projector, or away",
            lambda session: session.show(notes=None if session.shown.notes is kind else kind, page=0, question=None),
        )


def _row(note: Note) -> Content:
    text = Content.styled(note.text, "$quiet strike" if note.struck else "")
    struck = ("  struck out", "$quiet") if note.struck else ""
    return Content.assemble(text, (f"  {note.owner}" if note.owner else "", "$quiet"), struck)
