"""A programme's timeline: what is done, what is next, and the next session begun from it."""

from collections.abc import Callable
from random import Random

import pytest
from textual.screen import Screen
from textual.widgets import Static

from store.protocol import Store
from store.workshops import series
from tests.tui.conftest import Until
from tests.tui.tasks.test_programmes import SERIES, WORKSHOP
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.dialogs.ask import Ask
from tui.home.home import HomeScreen
from tui.home.programme import ProgrammeScreen
from tui.tasks.programmes import Group, begin_programme, programme_with_sessions
from tui.widgets.choices import Choices

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]


@pytest.fixture
def programme(store: Store) -> str:
    folder = store.home / "workshops"
    folder.mkdir(parents=True)
    (folder / "begins.yaml").write_text(WORKSHOP.format(name="begins", source=""))
    (folder / "goes-on.yaml").write_text(WORKSHOP.format(name="goes-on", source="from: [begins/goals]"))
    (folder / "year.yaml").write_text(SERIES)
    group = Group("Hills [red]cluster", names=["Table 1: Ann, Omar"])
    return begin_programme(store, series("year", store.home), group, Random(1))


def rows(app: FlipchartApp) -> str:
    return "\n".join(str(one.prompt) for one in app.screen.query_one(Choices).options)


async def test_from_home_to_the_next_session_of_a_programme(
    make_app: MakeApp, store: Store, programme: str, until: Until
) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "programme" in str(app.screen.query_one(Choices).highlighted_option.id))  # type: ignore[union-attr]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ProgrammeScreen) and app.screen.query_one(Choices).options)
        assert str(app.screen.query_one("#title", Static).content) == "Hills [red]cluster"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
    known, sessions = programme_with_sessions(store, programme)
    assert [one.part for one in known.held] == [0]
    assert [one.name for one in sessions[0].roster] == ["Table 1", "Ann", "Omar"]


async def test_a_programme_that_cannot_be_read_says_why(
    make_app: MakeApp, store: Store, programme: str, until: Until
) -> None:
    (store.home / "programmes" / f"{programme}.json").write_bytes(b"{")
    app = make_app(lambda: ProgrammeScreen(programme))  # type: ignore[arg-type,return-value]
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "set aside" in str(app.screen.query_one("#about", Static).content))


def test_the_timeline_looks_like_this(
    make_app: MakeApp, store: Store, programme: str, snap_compare: Callable[..., bool]
) -> None:
    app = make_app(lambda: ProgrammeScreen(programme))  # type: ignore[arg-type,return-value]
    assert snap_compare(app, terminal_size=(80, 24), run_before=_drawn)


async def _drawn(pilot: object) -> None:
    app = pilot.app  # type: ignore[attr-defined]
    while not app.screen.query_one(Choices).options:
        await pilot.pause()  # type: ignore[attr-defined]
