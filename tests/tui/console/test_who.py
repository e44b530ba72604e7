"""Who is in: everybody, also who need not answer what the room does now."""

from collections.abc import Callable
from datetime import date
from random import Random

from textual.screen import Screen
from textual.widgets import Static

from activities.session.beginning import begin
from activities.session.seats import everyone, roster
from store.protocol import Store
from tests.every_kind.the_room import every_kind
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import words
from tui.app import FlipchartApp
from tui.console.people import PeopleScreen
from tui.widgets.choices import Choices


async def test_where_tables_answer_their_people_are_there_and_marked(
    store: Store, make_app: Callable[[Callable[[], Screen[None]]], FlipchartApp], until: Until
) -> None:
    people = roster(["Table 1: Amara, Tom", "Priya"], Random(1))
    session = begin(every_kind(), code="MKRT", title="T", on=date(2026, 11, 20), roster=people).go_to("venn", NOW)
    store.create(session)
    assert [(seat.participant.name, seat.asked) for seat in everyone(session, [])] == [
        ("Table 1", True),
        ("Amara", False),
        ("Tom", False),
        ("Priya", True),
    ]
    async with make_app(lambda: PeopleScreen("MKRT")).run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: pilot.app.screen.query_one(Choices).option_count == 4)
        rows = ("– Table 1", "  Amara  need not answer", "  Tom  need not answer", "– Priya")
        await until(pilot, lambda: all(row in words(pilot.app) for row in rows))
        heading = str(pilot.app.screen.query_one("#heading", Static).content)
        assert heading == "0 of 2 handed in, 2 not begun. 2 need not answer"
