"""Under a programme's sessions stand the dates that people set for themselves and let others see."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from textual.screen import Screen
from textual.widgets import Static

from activities.kinds.log import Log
from activities.kinds.log_entries import LogResponse
from store.protocol import Store
from store.workshops import series
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.home.enquiry import EnquiryScreen
from tui.home.programme import ProgrammeScreen
from tui.tasks.beginning import Wanted
from tui.tasks.programmes import Group, begin_next, begin_programme
from tui.widgets.choices import Choices

TODAY = date(2026, 11, 20)
MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]
NAMES = ["Ann", "Omar [red]Farah", "Gwen"]


@pytest.fixture
def programme(store: Store) -> str:
    """Ann and Omar have offered an entry with a date, Gwen has kept hers."""
    known = begin_programme(store, series("handbook", store.home), Group("Hills", names=NAMES), Random(1))
    code = begin_next(store, known, Wanted(title="", on=TODAY), Random(2), "a-cycle")
    session = store.session(code)
    activity = session.workshop.activity("log")
    assert isinstance(activity, Log)
    for who, day in zip(session.roster, ("3 Feb 2027", "3 Feb 2027", "1 Dec 2026"), strict=True):
        entry = LogResponse().add(TODAY).write("entry-1", "planned", "Count again", TODAY)
        entry = entry.put_date("entry-1", day, TODAY)
        given = entry if who.name == "Gwen" else entry.offer("entry-1")
        store.change_contribution(code, who, lambda now, given=given: now.record("log", given, at=NOW))  # type: ignore[misc]
    return known


async def test_dates_are_told_with_the_names_of_those_who_offered_them(
    make_app: MakeApp, store: Store, programme: str, until: Until
) -> None:
    app = make_app(lambda: ProgrammeScreen(programme))  # type: ignore[arg-type,return-value]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Dates that people have set" in shown(app))
        assert "3 February 2027  Ann, Omar [red]Farah" in shown(app)
        assert "December" not in shown(app)
        assert "Gwen" not in shown(app)
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, EnquiryScreen) and app.screen.query(".section"))
        assert str(app.screen.query_one("#title", Static).content) == "Ann"


def shown(app: FlipchartApp) -> str:
    """What is drawn of the list, whole lines."""
    choices = app.screen.query_one(Choices)
    return "\n".join(choices.render_line(y).text.rstrip() for y in range(choices.size.height))


async def test_they_come_into_sight_on_a_low_screen(
    make_app: MakeApp, store: Store, programme: str, until: Until
) -> None:
    app = make_app(lambda: ProgrammeScreen(programme))  # type: ignore[arg-type,return-value]
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: str(list(app.screen.query_one(Choices).options)[-1].id).startswith("date-"))
        await pilot.press("end")
        await until(pilot, lambda: "3 February 2027  Ann" in shown(app))
        assert app.screen.query_one(Choices).region.bottom <= 23
