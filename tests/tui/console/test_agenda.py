"""The agenda changes without leaving the console, and every change is undone like any other step."""

import pytest

from activities.kinds.choice import Choice
from activities.kinds.dot_vote import DotVote
from activities.kinds.pause import Pause
from activities.kinds.prompts import Prompts
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import Until
from tests.tui.console.conftest import Console, words
from tui.app import FlipchartApp
from tui.console.adding import AddingScreen
from tui.console.agenda import AgendaScreen
from tui.console.screen import ConsoleScreen


def agenda(store: Store) -> list[str]:
    return [activity.id for activity in store.session("MKRT").workshop.activities]


async def test_an_activity_is_skipped_and_taken_in_again(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    second = session.workshop.activities[1].id
    async with console() as pilot:
        await pilot.press("g", "down", "s")
        await until(pilot, lambda: store.session("MKRT").skipped == (second,))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        await until(pilot, lambda: "skipped" in words(app, "#agenda-lines"))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: store.session("MKRT").skipped == ())


async def test_what_the_room_is_at_is_not_skipped_and_it_is_told_why(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        await pilot.press("g", "s")
        await until(pilot, lambda: any("Go on to another one first" in note.message for note in app._notifications))
        assert store.session("MKRT").skipped == ()


async def test_an_activity_is_moved_and_a_source_that_then_comes_too_late_is_told(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    before = agenda(store)
    async with console() as pilot:
        await pilot.press("g", "down", "down", "d", "d")
        await until(pilot, lambda: agenda(store).index("reflection") == 4)
        await until(pilot, lambda: any("draws on ‘Reflect on the picture’" in n.message for n in app._notifications))
        await pilot.press("u", "u")
        await until(pilot, lambda: agenda(store) == before)


@pytest.mark.parametrize(
    ("keys", "kind", "words_", "minutes"),
    [
        ((*"Why", "enter", "enter"), Prompts, "Why", 5),
        (("f2", "f2", "f2", "enter", "2", "0", "enter"), Pause, "Break", 20),
        (("f2", "f2", "f2", "f2", *"Talk", "enter", "3", "enter"), Pause, "Talk", 3),
        (("f2", *"Now", "enter", *"Yes", "enter", *"No", "tab", "enter"), Choice, "Now", 3),
        (("f2", "f2", *"What", "enter", *"This", "enter", *"That", "ctrl+s"), DotVote, "What", 5),
    ],
)
async def test_an_item_is_added_on_the_spot_and_comes_next(
    app: FlipchartApp,
    console: Console,
    store: Store,
    session: Session,
    until: Until,
    keys: tuple[str, ...],
    kind: type,
    words_: str,
    minutes: int,
) -> None:
    async with console() as pilot:
        await pilot.press("g", "a")
        await until(pilot, lambda: isinstance(app.screen, AddingScreen))
        await pilot.press(*keys)
        await until(pilot, lambda: len(agenda(store)) == 6)
        added = store.session("MKRT").workshop.activities[1]
        assert (type(added), added.question, added.length) == (kind, words_, minutes)
        await until(pilot, lambda: isinstance(app.screen, AgendaScreen))
        await pilot.press("escape", "n")
        await until(pilot, lambda: store.session("MKRT").current == added.id)
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: len(agenda(store)) == 5)


async def test_what_cannot_be_added_is_told_in_its_place(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        await pilot.press("g", "a")
        await until(pilot, lambda: isinstance(app.screen, AddingScreen))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Write the question first." in words(app, "#said"))
        await pilot.press(*"Why", "enter", *"soon", "enter")
        await until(pilot, lambda: "a number from 1 to 600" in words(app, "#said"))
        assert len(agenda(store)) == 5
