"""Notes are read, edited and struck out; what is only for the facilitator is never put on the projector."""

from textual.widgets import TextArea

from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import Console
from tui.app import FlipchartApp
from tui.console.note import NoteScreen
from tui.console.notes import NotesScreen

DECISION = Note(kind=NoteKind.DECISION, text="Workbooks first.", at=NOW, activity="baseline", who="Kasia")
PRIVATE = Note(kind=NoteKind.PRIVATE, text="Tom looks tired.", at=NOW, activity="baseline")


async def test_a_note_is_edited_and_keeps_when_it_was_taken(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.note(DECISION))
    async with console() as pilot:
        await pilot.press("m", "enter")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen) and app.focused)
        assert app.screen.query_one(TextArea).text == "Workbooks first."
        await pilot.press("space", *"Yes", "ctrl+s")
        await until(pilot, lambda: store.session("MKRT").notes[0].text == "Workbooks first. Yes")
        (note,) = store.session("MKRT").notes
        assert note == DECISION.model_copy(update={"text": "Workbooks first. Yes"})
        await until(pilot, lambda: isinstance(app.screen, NotesScreen))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, NotesScreen))


async def test_a_note_is_struck_out_taken_in_again_and_undone(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.note(DECISION))
    async with console() as pilot:
        await pilot.press("m", "s")
        await until(pilot, lambda: store.session("MKRT").notes[0].struck)
        assert store.session("MKRT").notes_of(NoteKind.DECISION) == ()
        await pilot.press("s")
        await until(pilot, lambda: not store.session("MKRT").notes[0].struck)
        await pilot.press("escape", "ctrl+z")
        await until(pilot, lambda: store.session("MKRT").notes[0].struck)


async def test_a_new_note_is_written_from_the_list(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        await pilot.press("m", "n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen) and app.focused)
        await pilot.press(*"Later", "ctrl+s")
        await until(pilot, lambda: [note.text for note in store.session("MKRT").notes] == ["Later"])


async def test_a_private_note_stays_off_the_projector(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.note(PRIVATE))
    async with console() as pilot:
        await pilot.press("m", "r")
        await until(pilot, lambda: any("never on the projector" in note.message for note in app._notifications))
        assert store.session("MKRT").shown.notes is None
