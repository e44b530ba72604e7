"""What a participant and the room see of sentence stems."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from activities.kinds.activity import Offer, blank, summarise
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse, SentenceStemsSummary
from activities.session.rounds import Shift
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows, stage
from tui.kinds import glance, turn
from tui.kinds.sentence_stems import SentenceStemsTurn
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.list import WritingList
from tui.kinds.writing.offers import Offers
from tui.kinds.writing.stems import StemsPicture

NAMES = [
    "goal",
    "why",
    "question",
    "change",
    "whom",
    "have",
    "tells",
    "silent",
    "collect",
    "source",
    "angle",
    "start",
    "end",
]
PLAN = SentenceStems.model_validate(
    {
        "id": "plan",
        "title": "Outline plan",
        "minutes": 30,
        "purpose": "To leave with a plan.",
        "question": "What will we do?",
        "instructions": "Finish each sentence.",
        "stems": [
            {"id": name, "stem": f"Our {name} is …", "short": name.title(), "hint": f"Think of the {name}."}
            | ({"from": "reflection"} if name == "why" else {"from": "pathways"} if name == "question" else {})
            for name in NAMES
        ],
    }
)
EARLIER = {
    "reflection": (
        Offer(heading="What do you use now?", text="Mostly tests [bold]and[/] books."),
        Offer(heading="And deeper?", text="Ask pupils.\nAsk parents."),
    ),
    "pathways": (Offer(heading="Use of evidence", text="Keep the scores."), Offer(heading="Empty", text="  ")),
}


def on_turn(
    response: SentenceStemsResponse | None = None, offers: Mapping[str, tuple[Offer, ...]] | None = None
) -> Stage:
    return Stage(lambda: turn(PLAN, response or blank(PLAN), offers or {}))


def work(pilot: Pilot[None]) -> SentenceStemsTurn:
    return pilot.app.screen.query_one(SentenceStemsTurn)


def area(pilot: Pilot[None]) -> WritingArea:
    return pilot.app.screen.query_one(WritingArea)


async def test_one_stem_is_in_the_centre_and_the_plan_at_the_side() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await shows(pilot, "1 of 13   13 still empty")
        assert pilot.app.focused is area(pilot)
        words = seen(pilot)
        assert "▸ Goal" in words
        assert "· Collect" in words
        await pilot.press(*"x", "pagedown")
        await shows(pilot, "✓ Goal")
        await shows(pilot, "2 of 13   12 still empty")


async def test_a_small_screen_has_a_strip_of_ticks() -> None:
    async with on_turn(SentenceStemsResponse(answers={"goal": "To read."})).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "✓ ▸ · · · · · · · · · · ·")
        await shows(pilot, "Our why is …")


async def test_going_back_and_forth_keeps_every_letter() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"one", "pagedown", *"two", "enter", "pagedown", *"three", "pageup", "pageup", *"!")
        assert dict(work(pilot).response.answers) == {"goal": "one!", "why": "two\n", "question": "three"}
        await pilot.press("pagedown")
        assert area(pilot).text == "two\n"
        await pilot.press("pageup", "pageup", "pageup")
        assert area(pilot).text == "one!"


WALK = st.lists(
    st.sampled_from(["a", "b", "enter", "backspace", "pagedown", "pageup", "ctrl+z", "ctrl+y"]), max_size=25
)


@given(WALK)
@settings(max_examples=8, deadline=None)
async def test_what_is_told_is_what_is_written(keys: list[str]) -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        turn = work(pilot)
        assert area(pilot).text == turn.response.answer(turn.stem.id)
        assert turn.response == (stage(pilot).told[-1] if stage(pilot).told else blank(PLAN))


async def test_an_earlier_answer_is_taken_over_whole_into_the_text_at_the_cursor() -> None:
    async with on_turn(offers=EARLIER).run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", *"See", "ctrl+o", "down", "enter")
        assert work(pilot).response.answer("why") == "See Ask pupils.\nAsk parents."
        assert pilot.app.focused is area(pilot)
        assert area(pilot).cursor_location == (1, len("Ask parents."))


async def test_several_taken_over_are_set_as_a_list_and_each_is_one_step_to_undo() -> None:
    async with on_turn(offers=EARLIER).run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", *"See", "ctrl+o", "down", "enter", "ctrl+o", "1")
        in_a_list = "See\n– Ask pupils.\n  Ask parents.\n– Mostly tests [bold]and[/] books."
        assert work(pilot).response.answer("why") == area(pilot).text == in_a_list
        await pilot.press("ctrl+o")
        await shows(pilot, "✓ 1")
        await shows(pilot, "▸ 2")
        await pilot.press("escape", "ctrl+z")
        assert work(pilot).response.answer("why") == "See Ask pupils.\nAsk parents."
        await pilot.press("ctrl+z")
        assert work(pilot).response.answer("why") == "See"


MANY = {
    "reflection": tuple(Offer(heading=f"Question {n} that was asked?", text=f"Answer {n}. " * 40) for n in range(9))
}


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_earlier_answers_never_push_the_sentence_off_the_screen(size: tuple[int, int]) -> None:
    async with on_turn(offers=MANY).run_test(size=size) as pilot:
        await pilot.press("pagedown")
        stem = pilot.app.screen.query_one("#words").region
        await pilot.press("ctrl+o", *["down"] * 8)
        await shows(pilot, "▸ 9")
        assert pilot.app.screen.query_one("#words").region == stem
        assert stem.bottom <= size[1] // 2
        await pilot.press("enter", "ctrl+o", "1", "ctrl+o", "2")
        await shows(pilot, "2 of 13")
        assert pilot.app.screen.query_one("#words").region == stem


async def test_paging_goes_to_the_next_sentence_and_the_last_from_wherever_one_is() -> None:
    long = SentenceStemsResponse(answers={"goal": "word " * 400, "why": "word " * 400})
    async with on_turn(long, MANY).run_test(size=(80, 24)) as pilot:
        await pilot.press("pageup", "pageup")
        assert work(pilot).stem.id == "goal"
        await pilot.press("pagedown")
        assert work(pilot).stem.id == "why"
        await pilot.press("ctrl+o")
        assert pilot.app.screen.query_one(Offers).has_focus
        await pilot.press("pagedown")
        assert work(pilot).stem.id == "question"
        await pilot.press("pageup", "ctrl+o", "pageup")
        assert work(pilot).stem.id == "goal"
        await pilot.press(*["pagedown"] * 20)
        assert work(pilot).stem.id == "end"


async def test_the_only_offer_is_taken_over_with_one_key() -> None:
    async with on_turn(offers=EARLIER).run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "pagedown", "ctrl+o")
        assert work(pilot).response.answer("question") == "Keep the scores."


async def test_an_offer_is_taken_over_with_a_click() -> None:
    async with on_turn(offers=EARLIER).run_test(size=(120, 40)) as pilot:
        await pilot.press("pagedown")
        await shows(pilot, "And deeper?")
        await pilot.click(Offers, offset=(8, 4))
        await shows(pilot, "✓ 2")
        assert work(pilot).response.answer("why") == "Ask pupils.\nAsk parents."


async def test_escape_from_the_offers_goes_back_to_the_writing() -> None:
    async with on_turn(offers=EARLIER).run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "ctrl+o")
        assert pilot.app.screen.query_one(Offers).has_focus
        await pilot.press("escape")
        assert area(pilot).has_focus


async def test_where_nothing_is_offered_there_is_no_key_for_it() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown", "ctrl+o")
        assert pilot.app.focused is area(pilot)
        assert "Take over" not in seen(pilot)


async def test_undo_goes_to_the_stem_it_changes() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"one", "pagedown", "pagedown", "ctrl+z")
        assert work(pilot).stem.id == "goal"
        assert area(pilot).text == ""


async def test_a_row_of_the_plan_is_clicked_to_go_there() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await shows(pilot, "▸ Goal")
        await pilot.click(WritingList, offset=(6, 5))
        assert work(pilot).stem.id == "whom"


def test_stems_still_empty_are_told_in_words() -> None:
    assert SentenceStemsTurn(PLAN, SentenceStemsResponse(), {}).unfinished() == "13 sentences are still empty."


def room(n: int) -> SentenceStemsSummary:
    responses = [SentenceStemsResponse(answers={"goal": f"To read {i}."}) for i in range(n)]
    summary = summarise(PLAN, responses)
    assert isinstance(summary, SentenceStemsSummary)
    return summary


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_picture_counts_endings_or_shows_those_of_one_stem(size: tuple[int, int]) -> None:
    async with Stage(lambda: pictured(PLAN, total_of(room(3)))).run_test(size=size) as pilot:
        await shows(pilot, "  3 ━━")
        pilot.app.screen.query_one(StemsPicture).show(total_of(room(3)), "goal")
        await shows(pilot, "To read 2.")
        assert "Our end is" not in seen(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_second_round_says_how_many_rewrote_each_stem(size: tuple[int, int]) -> None:
    total = total_of(room(6), room(7), Shift(both=6, movers=4, parts={"goal": 4}))
    async with Stage(lambda: pictured(PLAN, total)).run_test(size=size) as pilot:
        await shows(pilot, "4 of 6 rewrote it")
        await shows(pilot, "none of 6 rewrote it")
        shown = pilot.app.screen.query_one(StemsPicture)
        shown.show(total, "goal")
        await shows(pilot, "7 → 6 answers   4 of 6 rewrote it")
        shown.show(total_of(room(6)))
        await shows(pilot, "rewrote", there=False)


def test_the_glance_counts_endings_by_stem() -> None:
    assert glance(PLAN, room(2)).plain.splitlines()[:3] == ["2 begun", "  2  Goal", "  0  Why"]
