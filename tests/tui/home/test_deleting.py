"""Home asks about a session past its day and keeps it unless its code is typed; a clock that jumped deletes nothing."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Button, Input

from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.home.test_home import copies, offered, words
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.dialogs.type_code import TypeCode
from tui.home.home import HomeScreen
from tui.home.workshops import WorkshopsScreen

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]
A_DAY = timedelta(days=1)
SIZE = (80, 24)


def keep_until(store: Store, code: str, day: object) -> None:
    store.change_session(code, lambda now: now.model_copy(update={"delete_on": day}))


def worked_on(home: Path, ago: timedelta) -> None:
    """The newest work in the home is so old, by the app's clock."""
    at = (NOW - ago).timestamp()
    for path in home.rglob("*.json"):
        os.utime(path, (at, at))


@pytest.fixture
def overdue(store: Store, session: Session) -> Store:
    """MKRT was to be kept until yesterday, ACDE until today; somebody worked on them an hour ago."""
    copies(store, session, "ACDE")
    keep_until(store, "MKRT", NOW.date() - A_DAY)
    keep_until(store, "ACDE", NOW.date())
    worked_on(store.home, timedelta(hours=1))
    return store


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_it_is_kept_by_every_key_that_a_hurried_hand_presses_and_asked_about_once(
    make_app: MakeApp, overdue: Store, until: Until, key: str
) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TypeCode))
        assert "MKRT" in words(app)
        assert not [button for button in app.screen.query(Button) if button.has_focus]
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, WorkshopsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    assert overdue.codes() == {"ACDE", "MKRT"}
    assert overdue.binned() == []


async def test_it_goes_into_the_bin_once_its_code_is_typed_and_can_be_brought_back(
    make_app: MakeApp, overdue: Store, until: Until
) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TypeCode))
        await pilot.press(*"acde", "enter")
        assert isinstance(app.screen, TypeCode)
        assert "The code is MKRT" in words(app)
        app.screen.query_one(Input).value = "mkrt"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and offered(app)[:2] == ["run ACDE", "start"])
        assert any("`flipchart restore MKRT` brings it back" in one.message for one in app._notifications)
    assert [one.session.code for one in overdue.binned()] == ["MKRT"]
    overdue.restore("MKRT")
    assert overdue.session("MKRT").roster


async def test_the_bin_is_emptied_of_what_is_past_its_days(make_app: MakeApp, overdue: Store, until: Until) -> None:
    overdue.throw_away("MKRT", NOW - 31 * A_DAY)
    overdue.throw_away("ACDE", NOW - 29 * A_DAY)
    app = make_app(HomeScreen)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: len(overdue.binned()) == 1)
    assert [one.session.code for one in overdue.binned()] == ["ACDE"]


@pytest.mark.parametrize("ago", [730 * A_DAY, -730 * A_DAY, 1.5 * A_DAY])
async def test_by_a_clock_that_jumped_nothing_is_deleted_and_it_is_told(
    make_app: MakeApp, overdue: Store, until: Until, ago: timedelta
) -> None:
    overdue.throw_away("ACDE", NOW - 40 * A_DAY)
    worked_on(overdue.home, ago)
    app = make_app(HomeScreen)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        assert "clock says 20 November 2026" in " ".join(words(app).split())
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    assert overdue.codes() == {"ACDE", "MKRT"}


async def test_who_says_that_the_clock_is_right_is_asked_about_the_session_and_not_about_the_clock_again(
    make_app: MakeApp, overdue: Store, until: Until
) -> None:
    worked_on(overdue.home, 60 * A_DAY)
    app = make_app(HomeScreen)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, TypeCode))
    again = make_app(HomeScreen)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, TypeCode))


async def test_a_home_that_was_not_used_for_weeks_asks_nothing_where_nothing_is_due(
    make_app: MakeApp, store: Store, session: Session, until: Until
) -> None:
    worked_on(store.home, 60 * A_DAY)
    app = make_app(HomeScreen)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "run MKRT" in offered(app))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    assert not (store.home / "clock-is-right").exists()
