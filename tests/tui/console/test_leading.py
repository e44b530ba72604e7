"""Where the room's choice leads is told to the facilitator at the console, and opens nothing by itself."""

from datetime import date

from activities.kinds.choice import ChoiceResponse
from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from store.protocol import Store
from tests.activities.examples import choice, pathway, prompts
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import words
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen

OPTIONS = [
    {"id": "books", "label": "Books", "then": "prompts"},
    {"id": "talk", "label": "Talk", "then": "path"},
]
WORKSHOP = Workshop(id="w", title="W", summary="s", activities=(choice(options=OPTIONS), prompts(), pathway()))


def room(store: Store, *options: str) -> Session:
    """A session in which so many people chose these."""
    session = begin(WORKSHOP, code="MKRX", title="Where we begin", on=date(2026, 11, 20)).open(NOW).lock(NOW)
    store.create(session)
    for number, option in enumerate(options):
        who = Participant(id=f"p-{number}", name=f"Person {number}")
        given = ChoiceResponse().choose(choice(options=OPTIONS), option)
        store.change_contribution("MKRX", who, lambda kept, given=given: kept.record("choice", given, at=NOW))  # type: ignore[misc]
    return session


async def test_the_console_says_where_what_most_chose_leads(store: Store, until: Until) -> None:
    room(store, *["books"] * 4, *["talk"] * 2)
    app = FlipchartApp(store, lambda: ConsoleScreen("MKRX"), now=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "leads to ‘Prompts’" in words(app, "#so-far-lines"))
        assert "press g to go there" in words(app, "#so-far-lines")
        assert store.session("MKRX").current == "choice"


async def test_of_a_draw_it_says_both(store: Store, until: Until) -> None:
    room(store, *["books"] * 3, *["talk"] * 3)
    app = FlipchartApp(store, lambda: ConsoleScreen("MKRX"), now=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "leads to ‘Prompts’ or ‘Path’" in words(app, "#so-far-lines"))


async def test_of_too_few_it_says_nothing(store: Store, until: Until) -> None:
    room(store, "books", "books")
    app = FlipchartApp(store, lambda: ConsoleScreen("MKRX"), now=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "2 are in." in words(app, "#so-far-lines"))
        assert "leads to" not in words(app, "#so-far-lines")
