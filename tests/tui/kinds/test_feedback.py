"""Another's work to read, and headings to write under."""

from collections.abc import Callable

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from activities.kinds.activity import Offer, shown, summarise
from activities.kinds.feedback import FeedbackResponse
from tests.activities.examples import feedback
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, hides, seen, shows, stage
from tui.kinds import Offers, glance, turn
from tui.kinds.feedback import FeedbackTurn, ToRead
from tui.kinds.writing.area import WritingArea

COMMENTS = feedback()
WORKS: Offers = {
    "p-2": (
        Offer(heading="Our goal", text="That all [b]read[/]."),
        Offer(heading="Why", text="They do not yet. " * 12),
    ),
    "p-3": (Offer(heading="Our goal", text="Quiet corridors."),),
}


def on_turn(response: FeedbackResponse | None = None, works: Offers = WORKS, theme: str = "hall") -> Stage:
    return Stage(lambda: turn(COMMENTS, response or FeedbackResponse(), works), theme)


def work(pilot: Pilot[None]) -> FeedbackTurn:
    return pilot.app.screen.query_one(FeedbackTurn)


def focused(pilot: Pilot[None]) -> str:
    found = pilot.app.focused
    return found.place if isinstance(found, WritingArea) else ""


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_the_work_stands_beside_the_headings_and_what_is_written_is_kept(size: tuple[int, int]) -> None:
    async with on_turn().run_test(size=size) as pilot:
        await shows(pilot, "That all [b]read[/].")
        assert focused(pilot) == "p-2/clear"
        await pilot.press(*"Good", "tab", *"Who?")
        assert dict(work(pilot).response.on("p-2").answers) == {"clear": "Good", "question": "Who?"}
        assert stage(pilot).told[-1] == work(pilot).response
        await pilot.press("ctrl+s")
        assert stage(pilot).finished == 1


async def test_another_work_is_one_key_away_and_each_keeps_its_own_comment() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"One", "pagedown")
        await shows(pilot, "Quiet corridors.")
        assert focused(pilot) == "p-3/clear"
        await pilot.press(*"Two", "pagedown")
        await shows(pilot, "That all")
        assert [(one.to, one.answer("clear")) for one in work(pilot).response.comments] == [
            ("p-2", "One"),
            ("p-3", "Two"),
        ]
        await pilot.press("ctrl+z")
        await shows(pilot, "Quiet corridors.")
        assert work(pilot).response.on("p-3").answer("clear") == ""
        await pilot.press("ctrl+y")
        assert work(pilot).response.on("p-3").answer("clear") == "Two"


async def test_a_name_is_given_only_where_it_is_asked_for_and_is_taken_back() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await shows(pilot, "without your name")
        await pilot.press("ctrl+n")
        await shows(pilot, "with your name")
        assert work(pilot).response.on("p-2").named
        await pilot.press("ctrl+z")
        await hides(pilot, "with your name")


async def test_a_long_work_is_read_on_with_the_arrows() -> None:
    long: Offers = {"p-2": (Offer(heading="Why", text="\n".join(f"Line {n}" for n in range(60))),)}
    async with on_turn(works=long).run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+tab")
        assert isinstance(pilot.app.focused, ToRead)
        await pilot.press(*["down"] * 30)
        await shows(pilot, "Line 30")


async def test_where_there_is_nothing_to_read_that_is_said() -> None:
    async with on_turn(works={}).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "There is no work to read yet")
        assert work(pilot).unfinished() is None
        await pilot.press("x", "ctrl+n", "pagedown")
        assert stage(pilot).told == []


async def test_handing_in_asks_about_what_is_empty() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "You have not written anything yet."
        await pilot.press("a", "tab", "b")
        assert work(pilot).unfinished() == "One heading is empty."


@pytest.mark.parametrize("text", ["[bold]x[/]", "[@click=app.quit]go[/]", "👩‍🏫 ❤️", "العربية", "&<b>$now"])
async def test_text_stands_as_it_was_typed(text: str) -> None:
    async with on_turn(works={"p-2": (Offer(heading=text, text=text),)}).run_test(size=(80, 24)) as pilot:
        pilot.app.post_message(Paste(text))
        await pilot.pause()
        assert work(pilot).response.on("p-2").answer("clear") == text


async def test_the_room_sees_counts_and_so_does_the_facilitator() -> None:
    given = [FeedbackResponse().write("p-2", "clear", "secret") for _ in range(3)]
    summary = shown(COMMENTS, summarise(COMMENTS, given), 1)
    async with Stage(lambda: pictured(COMMENTS, total_of(summary))).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "3 given")
        assert "secret" not in seen(pilot)
    assert glance(COMMENTS, summary).plain == "3 given\n  3  What is clear\n  0  A question\n  0  An idea"


@pytest.mark.parametrize(("size", "theme"), [((80, 24), "hall"), ((120, 40), "paper")])
def test_the_turn_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    begun = FeedbackResponse().write("p-2", "clear", "I see what you want to change.").give_name("p-2")
    assert snap_compare(on_turn(begun, theme=theme), terminal_size=size)


def test_the_counts_look_like_this(snap_compare: Callable[..., bool]) -> None:
    given = [FeedbackResponse().write("p-2", "clear" if n % 2 else "idea", "x") for n in range(7)]
    total = total_of(shown(COMMENTS, summarise(COMMENTS, given), 1))
    assert snap_compare(Stage(lambda: pictured(COMMENTS, total)), terminal_size=(200, 60))
