"""Home: what was going on first, then what one can begin; and a damaged session is told, not hidden."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.screen import Screen

from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import Until
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.dialogs.export import ExportScreen
from tui.dialogs.pick_session import PickSessionScreen
from tui.home.about_workshop import AboutWorkshop
from tui.home.home import HomeScreen
from tui.home.new_session import NewSessionScreen
from tui.home.workshops import WorkshopsScreen
from tui.seat.join import JoinScreen
from tui.widgets.choices import Choices

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]


def offered(app: FlipchartApp) -> list[str | None]:
    return [option.id for option in app.screen.query_one(Choices).options if option.id]


def words(app: FlipchartApp) -> str:
    """The screen as it is drawn."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def copies(store: Store, session: Session, codes: str) -> None:
    for code in codes.split():
        store.create(session.model_copy(update={"code": code, "title": f"Session {code}"}))


async def test_without_sessions_home_says_what_flipchart_is_and_offers_the_sample(
    make_app: MakeApp, until: Until
) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query("BigType"))
        assert offered(app) == ["start", "join", "export", "sample"]
        assert "Everyone leaves with a PDF" in words(app)
        await pilot.press("t")
    assert app.return_value == "sample"


async def test_what_was_going_on_is_in_hand_at_once(make_app: MakeApp, session: Session, until: Until) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "run MKRT" in offered(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))


async def test_a_choice_made_before_the_sessions_are_read_stays_in_hand(
    make_app: MakeApp, store: Store, session: Session, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read, read = Event(), store.sessions
    monkeypatch.setattr(store, "sessions", lambda: may_read.wait(10) and read())
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        may_read.set()
        await until(pilot, lambda: "run MKRT" in offered(app))
        highlighted = app.screen.query_one(Choices).highlighted_option
        assert highlighted is not None
        assert highlighted.id == "join"


async def test_a_workshop_is_begun_from_home_with_the_keyboard(make_app: MakeApp, store: Store, until: Until) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, WorkshopsScreen) and "evidence" in offered(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AboutWorkshop))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen) and app.screen.focused)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        (begun,) = store.sessions()
        assert begun.title == "Evidence in our school"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and f"run {begun.code}" in offered(app))


async def test_of_many_sessions_home_names_five_and_has_the_others(
    make_app: MakeApp, store: Store, session: Session, until: Until
) -> None:
    copies(store, session, "AAAA BBBB CCCC DDDD EEEE FFFF")
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "more" in offered(app))
        assert sum(str(one).startswith("run ") for one in offered(app)) == 5
        assert "2 more" in words(app)
        for _ in range(5):
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PickSessionScreen) and len(offered(app)) == 7)


async def test_a_damaged_session_is_listed_and_told_and_the_others_work(
    make_app: MakeApp, store: Store, session: Session, until: Until
) -> None:
    copies(store, session, "AAAA")
    for path in (store.home / "sessions" / "AAAA").glob("session*"):
        path.write_bytes(b'{"half')
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: {"run AAAA", "run MKRT"} <= set(offered(app)))
        assert "cannot be opened" in words(app)
        app.screen.query_one(Choices).highlighted = app.screen.query_one(Choices).get_option_index("run AAAA")
        await pilot.press("enter")
        await until(pilot, lambda: "AAAA" in "".join(one.message for one in app._notifications))
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("j")
        await until(pilot, lambda: isinstance(app.screen, PickSessionScreen) and len(offered(app)) == 2)
        await pilot.press(*"AAAA", "enter")
        assert isinstance(app.screen, PickSessionScreen)
        assert "AAAA" in str(app.screen.query_one("#trouble").render())


@pytest.mark.parametrize(("key", "screen"), [("j", JoinScreen), ("w", ExportScreen)])
async def test_a_code_leads_to_the_session(
    make_app: MakeApp, session: Session, until: Until, key: str, screen: type[Screen[Any]]
) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, PickSessionScreen) and offered(app) == ["MKRT"])
        await pilot.press(*"qq", "enter")
        await until(pilot, lambda: "There is no session with the code QQ" in words(app))
        await pilot.press("backspace", "backspace", *"mkrt", "enter")
        await until(pilot, lambda: isinstance(app.screen, screen))


async def test_choosing_where_there_is_no_session_says_how_to_get_one(make_app: MakeApp, until: Until) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        await until(pilot, lambda: "There are no sessions" in words(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_a_title_is_shown_as_it_was_typed_and_cut_with_a_mark(
    make_app: MakeApp, store: Store, session: Session, until: Until
) -> None:
    store.create(session.model_copy(update={"code": "AAAA", "title": "[red]a[/] [b"}))
    store.create(session.model_copy(update={"code": "BBBB", "title": "Ŵ" * 120}))
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "[red]a[/] [b" in words(app))
        assert "ŴŴŴ…" in words(app)


async def test_a_home_that_cannot_be_read_is_told_and_the_app_goes_on(
    make_app: MakeApp, store: Store, until: Until
) -> None:
    store.home.mkdir()
    (store.home / "sessions").write_text("in the way")
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app._notifications)
        assert "start" in offered(app)


async def test_the_store_is_opened_only_once_home_can_be_seen(tmp_path: Path, until: Until) -> None:
    from store import open_store

    opened: list[bool] = []

    def opening() -> Store:
        opened.append("Start a workshop" in words(app))
        return open_store(tmp_path)

    app = FlipchartApp(opening, HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query("BigType"))
    assert opened == [True]
