"""Closing tells the truth, says where the files are until the console is left, and a closed session opens nothing."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from activities.kinds.activity import blank
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import Console, words
from tui.app import FlipchartApp
from tui.console.closing import ClosingScreen
from tui.console.screen import ConsoleScreen
from tui.dialogs.ask import Ask

SORT = "evidence-venn"


def half_done(store: Store, session: Session) -> None:
    """One table has handed in the first round of the sort, one has begun the second, and the rest is not opened."""
    sort = session.workshop.activity(SORT)
    placed = blank(sort).model_copy(update={"placements": {"assessments": ()}})
    store.change_session("MKRT", lambda now: now.open(NOW).go_to(SORT, NOW).open(NOW).lock(NOW).again(NOW))
    first, second = session.roster[:2]
    store.change_contribution("MKRT", first, lambda kept: kept.record(SORT, placed, at=NOW, handed_in=True))
    store.change_contribution("MKRT", second, lambda kept: kept.record(SORT, placed, at=NOW, round_number=2))


async def test_it_says_who_is_unfinished_in_every_activity_and_round(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    half_done(store, session)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y", "x")
        await until(pilot, lambda: isinstance(app.screen, ClosingScreen) and "Sort" in words(app, "#unfinished"))
        told = words(app, "#unfinished").splitlines()
        assert told == [
            "… Sort the evidence, round 1: 1 handed in, 5 not begun.",
            "… Sort the evidence, round 2: nobody has handed in, 1 begun and not handed in.",
            "– Reflect on the picture: was not open.",
            "– Where I stand: was not open.",
            "– Outline plan: was not open.",
        ]


async def test_after_closing_the_console_says_where_the_files_are_and_nothing_opens_by_a_slip(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until, tmp_path: Path
) -> None:
    async with console() as pilot:
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, ClosingScreen) and app.screen.query_one("#day", Input).value)
        app.screen.query_one("#folder", Input).value = str(tmp_path / "pdfs")
        app.screen.query_one("#meets", Input).value = "9 March"
        await pilot.press("enter")
        await until(pilot, lambda: store.session("MKRT").closed)
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        assert store.session("MKRT").meets_again == "9 March"
        many = len(list((tmp_path / "pdfs").glob("*.pdf")))
        await until(
            pilot, lambda: f"{many} PDF{'' if many == 1 else 's'} in {tmp_path / 'pdfs'}" in words(app, "#cues")
        )
        await until(pilot, lambda: "Press x to open it again" in words(app, "#standing"))
        before = store.session("MKRT")
        await pilot.press("o", "n", "r", "l", "s", "d", "down", "g", "p", "plus", "space")
        await pilot.press("z")
        await until(pilot, lambda: store.session("MKRT").shown.zoom)
        after = store.session("MKRT")
        assert (after.current, after.running, after.notes) == (before.current, before.running, before.notes)
        assert f"{many} PDF" in words(app, "#cues")


@pytest.mark.parametrize("answer", ["escape", "y"])
async def test_it_is_opened_again_only_on_purpose(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until, answer: str
) -> None:
    store.change_session("MKRT", lambda now: now.model_copy(update={"closed": NOW}))
    async with console("Press x to open it again") as pilot:
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        assert "This session is closed." in str(app.screen.query_one(Static).content)
        await pilot.press(answer)
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        if answer == "y":
            await until(pilot, lambda: store.session("MKRT").closed is None)
            await until(pilot, lambda: "Press o to begin" in words(app, "#standing"))
        else:
            assert store.session("MKRT").closed
