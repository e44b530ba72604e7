"""From a programme to what one person's enquiry has come to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input, Static

from activities.programme.programme import Programme
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.home.calendar import ExportCalendarScreen
from tui.home.enquiry import EnquiryScreen
from tui.home.people import PeopleScreen
from tui.home.programme import ProgrammeScreen
from tui.home.sample import SampleProgramme
from tui.tasks.sample import make_sample_programme
from tui.widgets.choices import Choices

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]


@pytest.fixture
def programme(store: Store) -> Programme:
    return make_sample_programme(store, now=NOW)


def words(app: FlipchartApp) -> str:
    return "\n".join(str(one.content) for one in app.screen.query(Static))


async def test_from_the_sample_to_a_persons_page_and_on_to_the_next(
    make_app: MakeApp, programme: Programme, until: Until
) -> None:
    app = make_app(lambda: SampleProgramme(programme.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ProgrammeScreen) and app.screen.query_one(Choices).options)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, PeopleScreen) and app.screen.query_one(Choices).options)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EnquiryScreen) and "Does talk help" in words(app))
        assert "Ruth Tyson" in words(app)
        await pilot.press("right", "right")
        await until(pilot, lambda: "Imran Sheikh" in words(app) and "Why do so many" in words(app))
        await pilot.press("left")
        await until(pilot, lambda: "Danielle Moss" in words(app) and "Does talk help" in words(app))
        await pilot.press("escape", "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, SampleProgramme))


async def test_what_people_mark_in_private_is_only_said_to_be_there(
    make_app: MakeApp, store: Store, programme: Programme, until: Until
) -> None:
    app = make_app(lambda: PeopleScreen(programme.id))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.query_one(Choices).options)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, EnquiryScreen) and "Not here" in words(app))
        seen = words(app)
        assert "Our teaching\n" in seen
        assert "Written, and theirs alone." in seen
        assert "Ask Joanna at Whinfell" not in seen


async def test_a_programme_that_cannot_be_read_says_why(
    make_app: MakeApp, store: Store, programme: Programme, until: Until
) -> None:
    (store.home / "programmes" / "sample.json").write_bytes(b"{")
    app = make_app(lambda: PeopleScreen(programme.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "set aside" in words(app))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_persons_page_looks_like_this(
    make_app: MakeApp, programme: Programme, size: tuple[int, int], snap_compare: Callable[..., bool]
) -> None:
    app = make_app(lambda: PeopleScreen(programme.id))
    assert snap_compare(app, terminal_size=size, run_before=_to_the_page)


async def _to_the_page(pilot: object) -> None:
    app = pilot.app  # type: ignore[attr-defined]
    while not app.screen.query_one(Choices).options:
        await pilot.pause()  # type: ignore[attr-defined]
    await pilot.press("enter")  # type: ignore[attr-defined]
    while not (isinstance(app.screen, EnquiryScreen) and app.screen.query(".section")):
        await pilot.pause()  # type: ignore[attr-defined]


async def test_the_session_that_is_open_is_in_hand_at_first(
    make_app: MakeApp, programme: Programme, until: Until
) -> None:
    app = make_app(lambda: SampleProgramme(programme.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ProgrammeScreen) and app.screen.query_one(Choices).options)
        assert app.screen.query_one(Choices).highlighted == 2


async def test_the_calendar_is_written_from_the_programmes_screen(
    make_app: MakeApp, programme: Programme, until: Until, tmp_path: Path
) -> None:
    app = make_app(lambda: SampleProgramme(programme.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ProgrammeScreen) and app.screen.query_one(Choices).options)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, ExportCalendarScreen) and app.screen.query(Input))
        app.screen.query_one("#folder", Input).value = str(tmp_path / "out")
        await pilot.press("enter")
        await until(pilot, lambda: "1 PDF in" in words(app))
    (written,) = (tmp_path / "out").iterdir()
    assert written.name == "sample calendar.pdf"
    assert written.stat().st_mode & 0o777 == 0o600
