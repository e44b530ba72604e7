"""The facilitator reads the answers before the room does, and hides what the room is not to see."""

from activities.kinds.prompts import PromptsResponse
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import Console, words
from tui.app import FlipchartApp
from tui.console.answers import AnswersScreen
from tui.console.screen import ConsoleScreen


def shown(app: FlipchartApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def answer(store: Store, session: Session) -> None:
    store.change_session("MKRT", lambda now: now.go_to("reflection", NOW).open(NOW))
    for who, text in zip(session.roster, ("[b]Bold[/b] words", "Mr Grey is lazy", "Fewer forms"), strict=False):
        response = PromptsResponse(answers={"now": text})
        store.change_contribution(
            "MKRT",
            who,
            lambda kept, given=response: kept.record("reflection", given, at=NOW, handed_in=True),  # type: ignore[misc]
        )


async def test_answers_are_read_without_names_and_one_is_hidden_shown_again_and_undone(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    answer(store, session)
    store.change_session("MKRT", lambda now: now.lock(NOW))
    async with console("locked") as pilot:
        await until(pilot, lambda: "✓ Table 3" in words(app, "#who-lines"))
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, AnswersScreen) and "3 texts" in words(app, "#heading"))
        assert "[b]Bold[/b] words" in shown(app)
        assert "Table" not in "\n".join(line for line in shown(app).splitlines() if "lazy" in line or "forms" in line)
        await pilot.press("down", "down", "h")
        await until(pilot, lambda: store.session("MKRT").hidden)
        (hidden,) = store.session("MKRT").hidden
        assert (hidden.participant, hidden.activity, hidden.field) == ("p-2", "reflection", "now")
        await until(pilot, lambda: "1 hidden" in words(app, "#heading"))
        await pilot.press("h")
        await until(pilot, lambda: not store.session("MKRT").hidden)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: store.session("MKRT").hidden)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: not store.session("MKRT").hidden)


async def test_an_answer_that_comes_in_meanwhile_is_there(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.go_to("reflection", NOW))
    async with console() as pilot:
        await pilot.press("h")
        await until(pilot, lambda: "Nobody has written anything" in words(app, "#heading"))
        answer(store, session)
        await until(pilot, lambda: "3 texts" in words(app, "#heading"))
