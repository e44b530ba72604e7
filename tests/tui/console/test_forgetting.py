"""Forgetting somebody from the console: kept unless the code is typed, and the notes that name them are shown."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import TextArea

from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from store.protocol import Store
from tests.store.test_forgetting import everything
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.console.note_with_a_name import NoteWithAName
from tui.console.people import PeopleScreen
from tui.dialogs.type_code import TypeCode
from tui.widgets.choices import Choices


class AtTheConsole(Screen[None]):
    """What lies under the dialog."""


@pytest.fixture
def app(make_app: Callable[[Callable[[], Screen[None]]], FlipchartApp], session: Session) -> FlipchartApp:
    return make_app(AtTheConsole)


async def open_for_the_third(app: FlipchartApp, pilot: Pilot[str], until: Until) -> None:
    app.push_screen(PeopleScreen("MKRT"))
    await until(pilot, lambda: len(app.screen.query_one(Choices).options) == 6)
    await pilot.press("down", "down", "f")
    await until(pilot, lambda: isinstance(app.screen, TypeCode))


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_slip_forgets_nobody(app: FlipchartApp, store: Store, until: Until, key: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_for_the_third(app, pilot, until)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, PeopleScreen))
    assert store.session("MKRT").forgotten == ()


async def test_they_are_gone_and_each_note_with_the_name_is_seen_to(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    for text in ("Table 3 asks the office", "Books for Table 3", "Ask Table 3", "A list"):
        note = Note(kind=NoteKind.ACTION, text=text, at=NOW, activity="sort")
        store.change_session("MKRT", lambda now, note=note: now.did("Wrote a note", now.note(note)))  # type: ignore[misc]
    async with app.run_test(size=(120, 40)) as pilot:
        await open_for_the_third(app, pilot, until)
        await pilot.press(*"mkrt", "enter")
        await until(pilot, lambda: isinstance(app.screen, NoteWithAName))
        app.screen.query_one(TextArea).text = "Somebody asks the office"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Books" in app.screen.query_one(TextArea).text)
        await pilot.press("ctrl+x")
        await until(pilot, lambda: "Ask" in app.screen.query_one(TextArea).text)
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen.query_one(Choices).options) == 5)
    kept = store.session("MKRT")
    assert kept.forgotten == ("p-3",)
    assert [note.text for note in kept.notes] == ["Somebody asks the office", "Ask Table 3", "A list"]
    left = everything(store.home)
    assert b"Table 3 asks" not in left
    assert b"Books for" not in left


async def test_a_name_that_was_struck_out_comes_back_by_no_key(app: FlipchartApp, store: Store, until: Until) -> None:
    """The dialog still lists them when they are forgotten elsewhere."""
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(PeopleScreen("MKRT"))
        await until(pilot, lambda: len(app.screen.query_one(Choices).options) == 6)
        screen = app.screen
        assert isinstance(screen, PeopleScreen)
        store.forget("MKRT", "p-1")
        for key in ("o", "c"):
            await pilot.press(key)
        await until(pilot, lambda: len(screen.query_one(Choices).options) == 5)
        await until(pilot, lambda: not [one for one in app.workers if one.group == "change" and one.is_running])
    assert b"Table 1" not in everything(store.home)
