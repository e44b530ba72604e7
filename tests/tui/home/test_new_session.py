"""Starting a workshop: what is typed is kept as it was typed, and what cannot be is told beside it."""

from collections.abc import Callable

import pytest
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from store.protocol import Store
from store.workshops import workshop
from tests.tui.conftest import Until
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.home.new_session import NewSessionScreen
from tui.home.workshops import WorkshopsScreen
from tui.widgets.choices import Choices

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]


class Begins(Screen[None]):
    """Asks for the particulars of the evidence workshop, and remembers what comes of it."""

    app: FlipchartApp
    code: str | None = "nothing yet"

    def on_mount(self) -> None:
        def remember(code: str | None) -> None:
            self.code = code

        self.app.push_screen(NewSessionScreen(workshop("evidence", self.app.store.home)), remember)


def trouble(app: FlipchartApp) -> str:
    return str(app.screen.query_one("#trouble", Static).content)


def fill(app: FlipchartApp, *, names: str = "", **fields: str) -> None:
    for field, value in fields.items():
        app.screen.query_one(f"#{field}", Input).value = value
    app.screen.query_one("#roster", TextArea).text = names


async def test_what_is_typed_is_kept_as_it_was_typed(make_app: MakeApp, store: Store, until: Until) -> None:
    screen = Begins()
    app = make_app(lambda: screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen))
        assert app.screen.query_one("#date", Input).value == "2026-11-20"
        fill(app, title="[b]Autumn[/b] {x}", date="2026-11-21", place="Hall [2]", names="Table [red]1\n\n  Ŵyn  \n")
        app.simulate_key("ctrl+s")
        await until(pilot, lambda: screen.code != "nothing yet")
    assert screen.code
    session = store.session(screen.code)
    assert (session.title, session.place, str(session.date)) == ("[b]Autumn[/b] {x}", "Hall [2]", "2026-11-21")
    assert [one.name for one in session.roster] == ["Table [red]1", "Ŵyn"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"date": "tomorrow"}, "‘tomorrow’ is not a date"),
        ({"date": "2026-02-30"}, "no day ‘2026-02-30’"),
        ({"title": "a\u202eb"}, "cannot be shown"),
        ({"names": "x" * 61}, "60 characters"),
        ({"contact": "a\u202eb"}, "cannot be shown"),
        ({"kept": "2026-11-01"}, "comes before the session"),
    ],
)
async def test_what_cannot_be_is_told_and_nothing_is_begun(
    make_app: MakeApp, store: Store, until: Until, fields: dict[str, str], says: str
) -> None:
    app = make_app(Begins)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen))
        fill(app, **fields)
        app.simulate_key("ctrl+s")
        await until(pilot, lambda: says.casefold() in trouble(app).casefold())
        told = app.screen.query_one("#trouble")
        assert told.region.bottom <= 24
        assert store.sessions() == []
        app.screen.query_one("#title", Input).value = "Another"
        await until(pilot, lambda: not trouble(app))


async def test_enter_goes_from_field_to_field_and_begin_is_one_more(
    make_app: MakeApp, store: Store, until: Until
) -> None:
    screen = Begins()
    app = make_app(lambda: screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen))
        await pilot.press(*["enter"] * 6, *"Table", "enter", *"Other", "tab", "6", "enter")
        app.simulate_key("enter")
        await until(pilot, lambda: screen.code != "nothing yet")
    assert screen.code
    assert [one.name for one in store.session(screen.code).roster] == ["Table", "Other"]


async def test_who_leads_it_how_to_reach_them_and_until_when_it_is_kept(
    make_app: MakeApp, store: Store, until: Until
) -> None:
    screen = Begins()
    app = make_app(lambda: screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen))
        assert app.screen.query_one("#kept", Input).value == "2027-11-20"
        fill(app, facilitator="Priya Nair", contact="priya@example.org", kept="1/9/2027")
        app.simulate_key("ctrl+s")
        await until(pilot, lambda: screen.code != "nothing yet")
    assert screen.code
    session = store.session(screen.code)
    assert (session.facilitator, session.contact) == ("Priya Nair", "priya@example.org")
    assert str(session.delete_on) == "2027-09-01"


async def test_a_home_that_cannot_be_written_is_told_and_what_was_typed_stays(
    make_app: MakeApp, store: Store, until: Until
) -> None:
    store.home.parent.mkdir(exist_ok=True)
    store.home.write_text("in the way")
    app = make_app(Begins)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen))
        fill(app, title="Autumn")
        app.simulate_key("ctrl+s")
        await until(pilot, lambda: str(store.home) in trouble(app).replace("\n", ""))
        assert app.screen.query_one("#title", Input).value == "Autumn"


async def test_a_broken_workshop_of_ones_own_is_listed_with_what_is_wrong(
    make_app: MakeApp, store: Store, until: Until
) -> None:
    (store.home / "workshops").mkdir(parents=True)
    (store.home / "workshops" / "mine.yaml").write_text("id: mine\ntitel: Mine\n")

    app = make_app(WorkshopsScreen)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query_one(Choices).option_count > 2)
        drawn = "\n".join(
            "".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()
        )
        assert "mine.yaml:2:" in drawn.replace("\n", "")
        broken = next(option for option in app.screen.query_one(Choices).options if option.disabled and option.id)
        assert broken.id


async def test_what_was_typed_is_thrown_away_only_when_asked_for(
    make_app: Callable[..., FlipchartApp], store: Store, until: Until
) -> None:
    app = make_app(lambda: NewSessionScreen(workshop("evidence", store.home)))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.focused is app.screen.query_one("#title"))
        await pilot.press("X", "escape")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen))
        assert "X" in app.screen.query_one("#title", Input).value


async def test_it_says_what_will_not_fit_before_the_day(make_app: MakeApp, until: Until) -> None:
    app = make_app(Begins)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen))
        fits = app.screen.query_one("#fits", Static)
        assert str(fits.content) == ""
        fill(app, names="\n".join(f"Teacher {n}" for n in range(30)), terminals="6")
        await until(pilot, lambda: "Minutes needed" in str(fits.content))
        fill(app, names="Table 1: Ann, Bob\nTable 2: Cai", terminals="40")
        await until(pilot, lambda: "Ann" not in str(fits.content) and "40" not in str(fits.content))
