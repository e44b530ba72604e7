"""Putting a poster together: what flowed in stands there, is kept, changed or struck out, and the page fills."""

from collections.abc import Callable

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from activities.kinds.activity import Offer, blank
from activities.kinds.composition import WHOLE, Composition, CompositionResponse
from tests.activities.examples import composition
from tests.tui.kinds.writing.writing_stage import Stage, hides, seen, shows, stage
from tui.kinds import Offers, turn
from tui.kinds.composition.section import Origin
from tui.kinds.composition.turn import CompositionTurn
from tui.kinds.writing.area import WritingArea

POSTER = composition()
GIVEN: Offers = {
    "prompts": (Offer(heading="What now?", text="Read [b]aloud[/]."), Offer(heading="Goal", text="That all read."))
}
HOSTILE = ["[bold]x[/]", "[@click=app.quit]go[/]", "👩‍🏫 ❤️", "العربية", "&<b>$now"]


def on_turn(
    response: CompositionResponse | None = None,
    activity: Composition = POSTER,
    theme: str = "hall",
    given: Offers = GIVEN,
) -> Stage:
    return Stage(lambda: turn(activity, response or blank(activity), given), theme)


def work(pilot: Pilot[None]) -> CompositionTurn:
    return pilot.app.screen.query_one(CompositionTurn)


def area(pilot: Pilot[None], place: str) -> WritingArea:
    return next(area for area in pilot.app.screen.query(WritingArea) if area.place == place)


async def test_what_flowed_in_stands_there_with_where_it_came_from_and_is_kept_at_once() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await shows(pilot, "What now? Read [b]aloud[/].")
        await shows(pilot, "from What now?")
        while not stage(pilot).told:
            await pilot.pause(0.01)
        assert stage(pilot).told == [work(pilot).response]
        assert work(pilot).response.text("plan").startswith("What now? Read")
        assert pilot.app.focused is area(pilot, "title")
        assert work(pilot).field_in_hand == WHOLE


async def test_nothing_is_kept_by_sitting_down_where_nothing_flows_in() -> None:
    async with on_turn(given={}).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "0 of about 15 words", there=False)
        await pilot.pause()
        assert stage(pilot).told == []


async def test_a_text_is_struck_out_and_put_back_by_key_by_click_and_by_undo() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", "ctrl+r")
        await shows(pilot, "struck out")
        assert work(pilot).response.text("plan") == "Goal: That all read."
        await pilot.press("x")
        assert work(pilot).response.at("plan/0") == "What now? Read [b]aloud[/]."
        await pilot.press("ctrl+z")
        await hides(pilot, "struck out")
        await pilot.click(next(one for one in pilot.app.screen.query(Origin) if one.place == "plan/1"))
        await shows(pilot, "struck out")
        assert work(pilot).response.of("plan")[1].struck
        assert pilot.app.focused is area(pilot, "plan/1")
        await pilot.press("ctrl+r")
        await hides(pilot, "struck out")
        assert stage(pilot).told[-1] == work(pilot).response


async def test_a_text_is_changed_behind_what_stands_there_and_says_so() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", *" Now")
        await shows(pilot, "changed here")
        assert work(pilot).response.at("plan/0").endswith("[/]. Now")
        await pilot.press("tab", "tab", *"Own", "ctrl+z")
        assert work(pilot).response.at("plan") == ""
        await pilot.press("ctrl+z")
        await hides(pilot, "changed here")


async def test_the_page_fills_and_is_shown_as_it_will_look() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Aloud")
        await shows(pilot, "2% of the page")
        await pilot.press("pagedown")
        assert pilot.app.focused is area(pilot, "plan/0")
        await pilot.press("f5")
        await shows(pilot, "Goal: That all read.")
        assert "strike out" not in seen(pilot)
        await pilot.press("escape")
        await shows(pilot, "strike out")
        assert pilot.app.focused is area(pilot, "plan/0")


async def test_handing_in_asks_about_empty_sections_and_about_what_is_too_much() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "One section is empty."
        await pilot.press(*"Aloud", "ctrl+s")
        assert stage(pilot).finished == 1
        assert work(pilot).unfinished() is None
    full = CompositionResponse(own={"title": "T", "plan": "word " * 400})
    async with on_turn(full, given={}).run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "This is about 41 words more than the page holds."


@pytest.mark.parametrize("text", HOSTILE)
async def test_text_stands_as_it_was_typed(text: str) -> None:
    async with on_turn(given={"prompts": (Offer(heading=text, text=text),)}).run_test(size=(120, 40)) as pilot:
        pilot.app.post_message(Paste(text))
        await pilot.pause()
        assert area(pilot, "title").text == text
        assert text in area(pilot, "plan/0").text
        await pilot.press("f5")
        await pilot.pause()
        assert work(pilot).response.at("title") == text


@pytest.mark.parametrize(
    ("size", "theme", "kind"),
    [((80, 24), "hall", "poster"), ((120, 40), "paper", "poster"), ((200, 60), "hall", "report")],
)
def test_the_turn_looks_like_this(
    snap_compare: Callable[..., bool], size: tuple[int, int], theme: str, kind: str
) -> None:
    activity = Composition.model_validate(POSTER.model_dump() | {"format": kind})
    begun = CompositionResponse(own={"title": "Does reading aloud help?", "plan": "We read. " * 60})
    app = on_turn(begun, activity, theme)
    assert snap_compare(app, press=["tab", "ctrl+r"], terminal_size=size)
