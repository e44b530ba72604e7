"""The agenda of a workshop before the day: every workshop opens, mistakes are told in place, and nothing is kept."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from activities.preview import called
from activities.session.session import Session
from activities.workshop.fitting import Group
from store.protocol import Store
from store.workshops import built_in_workshops
from tests.every_kind.the_room import FILE, every_kind
from tests.five_activities import FILE as FIVE
from tests.tui.conftest import Until
from tests.tui.preview.walked import TEXT, everything_in, listed
from tests.tui.room.the_room import SIZES, MakeApp, words
from tui.app import FlipchartApp
from tui.dialogs.help import HelpScreen
from tui.home.home import HomeScreen
from tui.preview import agenda
from tui.preview.activity import PreviewActivity
from tui.preview.agenda import PreviewScreen, rows
from tui.preview.room import PreviewRoom
from tui.preview.turn import PreviewTurn
from tui.tasks.preview import Preview, Wanted, prepare
from tui.widgets.choices import MARK


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def walk(make_app: MakeApp, store: Store) -> Callable[..., FlipchartApp]:
    """The app at the preview of a workshop."""
    return lambda name, *group: make_app(lambda: PreviewScreen(Wanted(str(name), store.home, *group)))


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def said(app: FlipchartApp, where: str) -> str:
    """What stands there; nothing where it is not to be seen."""
    line = app.screen.query_one(where, Static)
    return str(line.content) if line.display else ""


async def test_every_built_in_workshop_opens_with_its_whole_agenda(
    walk: Callable[..., FlipchartApp], store: Store, until: Until
) -> None:
    app = walk("evidence")
    async with app.run_test(size=(80, 24)) as pilot:
        for one in built_in_workshops():
            app.push_screen(PreviewScreen(Wanted(one.id, store.home)))
            await until(pilot, partial(_lists, app, [activity.id for activity in one.activities]))
            assert one.title in words(app)
            await pilot.press("escape")
            await until(pilot, lambda: len(app.screen_stack) == 2)


def _lists(app: FlipchartApp, agenda: list[str]) -> bool:
    return listed(app) == agenda


def _is_at(app: FlipchartApp, screen: type[Screen[Any]]) -> bool:
    return isinstance(app.screen, screen)


@pytest.mark.parametrize("size", SIZES)
async def test_an_activity_is_one_line_with_its_number_minutes_title_and_kind(
    walk: Callable[..., FlipchartApp], until: Until, size: tuple[int, int]
) -> None:
    app = walk(FILE)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: len(listed(app)) == 20)
        lines = words(app).splitlines()
        for number, one in enumerate(every_kind().activities[:10], start=1):
            (line,) = (line for line in lines if f" {one.title} " in line and f" {number} " in line)
            assert f"{one.length}'" in line
            assert called(one) in line


@pytest.mark.parametrize("width", [30, 76, 95, 200])
def test_titles_give_way_so_that_every_line_fits(width: int) -> None:
    agenda = every_kind().activities
    found = rows(agenda, {"venn"}, width)
    widest = max(MARK + one.column + one.words.cell_length for one in found)
    assert widest <= max(width, MARK + 11 + 12 + 2 + max(len(called(one)) for one in agenda))
    assert len({one.words.plain.find(called(activity)) for one, activity in zip(found, agenda, strict=True)}) == 1


async def test_what_will_not_fit_is_marked_and_told_for_whom(
    walk: Callable[..., FlipchartApp], mine: Path, until: Until
) -> None:
    app = walk(mine, Group(people=24, terminals=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(app))
        assert "One activity needs more minutes" in said(app, "#note")
        assert "24 people at 2 terminals" in said(app, "#note")
        assert "3'!" in words(app)
    app = walk(mine, Group(people=2, terminals=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(app))
        assert not said(app, "#note")
        assert "3'!" not in words(app)


async def test_a_changed_file_is_told_and_one_key_reads_it_again_with_its_mistakes_in_place(
    walk: Callable[..., FlipchartApp], mine: Path, until: Until
) -> None:
    app = walk(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: listed(app) == ["first"])
        assert not said(app, "#changed")
        write(mine, TEXT.replace("minutes: 3", "minutes: ten").replace("kind: prompts", "kind: promts"))
        await until(pilot, lambda: "r reads it again" in said(app, "#changed"))
        await pilot.press("r")
        await until(pilot, lambda: f"{mine}:5: " in said(app, "#mistakes"))
        assert "did you mean ‘prompts’?" in said(app, "#mistakes")
        assert "the agenda is as it was before" in said(app, "#mistakes")
        assert listed(app) == ["first"]
        write(mine, TEXT.replace("id: first", "id: second"))
        await pilot.press("r")
        await until(pilot, lambda: listed(app) == ["second"])
        assert not said(app, "#mistakes")
        assert not said(app, "#changed")


async def test_a_file_that_cannot_be_used_at_first_opens_once_it_is_mended(
    walk: Callable[..., FlipchartApp], mine: Path, until: Until
) -> None:
    write(mine, "\0" + TEXT)
    app = walk(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: str(mine) in said(app, "#mistakes"))
        await pilot.press("enter")
        assert isinstance(app.screen, PreviewScreen)
        write(mine, TEXT)
        await pilot.press("r")
        await until(pilot, lambda: listed(app) == ["first"])


async def test_it_may_be_left_while_it_is_read(
    make_app: MakeApp, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, may_read = Event(), Event()

    def slowly(wanted: Wanted, now: datetime, smallest: int) -> Preview:
        reading.set()
        may_read.wait(10)
        return prepare(wanted, now, smallest)

    monkeypatch.setattr(agenda, "prepare", slowly)
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(PreviewScreen(Wanted("evidence", store.home)))
        await until(pilot, reading.is_set)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        may_read.set()
        await pilot.pause()
        assert app.store is store


async def test_words_of_the_file_are_never_read_as_markup(
    walk: Callable[..., FlipchartApp], mine: Path, until: Until
) -> None:
    write(mine, TEXT.replace("title: What now", "title: '[red]What[/] now'"))
    app = walk(mine)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "[red]What[/] now" in words(app))


async def test_every_step_leads_back_and_nothing_of_it_is_kept(
    walk: Callable[..., FlipchartApp], store: Store, session: Session, until: Until
) -> None:
    before = everything_in(store.home)
    app = walk(str(FIVE))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: listed(app))
        assert app.store is not store
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewActivity))
        for key, screen in (("enter", PreviewTurn), ("w", PreviewRoom), ("r", PreviewRoom), ("f1", HelpScreen)):
            await pilot.press(key)
            await until(pilot, partial(_is_at, app, screen))
            if screen is not HelpScreen:
                assert "Preview: nothing is kept." in words(app)
            if screen is PreviewTurn:
                await pilot.press("1", "down", "2")
                await until(pilot, lambda: "not kept" in words(app))
                assert "saved ✓" not in words(app)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, PreviewActivity))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        await pilot.press("escape")
        await pilot.pause()
    assert app.store is store
    assert everything_in(store.home) == before


def test_the_agenda_looks_like_this(walk: Callable[..., FlipchartApp], snap_compare: Any) -> None:
    async def drawn(pilot: Pilot[str]) -> None:
        while not listed(pilot.app):  # type: ignore[arg-type]
            await pilot.pause(0.01)

    assert snap_compare(walk("the-question"), terminal_size=(80, 24), run_before=drawn)
