"""What a participant and the room see of checks."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from activities.kinds.activity import Offer, shown, summarise
from activities.kinds.checks import Checks, ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.wordings import AFTER, REASON
from activities.session.rounds import Shift
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows, stage
from tui.kinds import glance, turn
from tui.kinds.checks.answers import Answers
from tui.kinds.checks.turn import ChecksTurn
from tui.kinds.reveal import Reveal
from tui.kinds.writing.area import WritingArea
from tui.widgets.rows import Rows

YES, NOT_YET, NOT_SURE = Answer
DRAFT = "Does feedback work better than marking for all our pupils?"
BETTER = "How does spoken feedback change what our Year 5 pupils write in science?"
CHECKS = Checks.model_validate(
    {
        "id": "check",
        "title": "Check the question",
        "minutes": 10,
        "purpose": "A question that can be answered.",
        "question": "Is your question ready?",
        "instructions": "Hold each check against it.",
        "discuss": ["Which check made you change most?"],
        "rewrite": {"of": "draft", "prompt": "Write your question again"},
        "checks": [
            {
                "id": "specific",
                "question": "Is it about some pupils and some part of teaching?",
                "help": "Watch out for ‘all pupils’. Who would you look at, and in which lessons?",
            },
            {"id": "evidence", "question": "Is it clear what evidence would answer it?", "help": "Name it."},
            {
                "id": "closed",
                "question": "Could it be answered with a plain yes or no?",
                "looks_for": False,
                "think": "How could it begin with ‘How’ or ‘What’?",
            },
        ],
    }
)
ALONE = CHECKS.model_copy(update={"rewrite": None})
OFFERS = {"draft": (Offer(heading="Your question", text=DRAFT), Offer(heading="Another", text="Why?"))}


def on_turn(response: ChecksResponse | None = None, activity: Checks = CHECKS, theme: str = "hall") -> Stage:
    return Stage(lambda: turn(activity, response or ChecksResponse(), OFFERS), theme)


def work(pilot: Pilot[None]) -> ChecksTurn:
    return pilot.app.screen.query_one(ChecksTurn)


def given(**answers: Answer) -> ChecksResponse:
    return ChecksResponse(answers=answers)


ROOM = [
    *[given(specific=YES, evidence=NOT_YET, closed=NOT_YET).reword(BETTER, DRAFT).give_reason("It named everybody.", "")] * 3,
    *[given(specific=NOT_YET, evidence=NOT_YET, closed=YES)] * 4,
    *[given(specific=YES, evidence=NOT_SURE, closed=YES).reword(BETTER, DRAFT)] * 5,
]  # fmt: skip
SUMMARY = shown(CHECKS, summarise(CHECKS, ROOM), 5)


async def test_a_check_is_answered_with_its_number_and_the_same_again_takes_it_back() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "down", "2")
        await shows(pilot, "2 of 3 answered")
        assert work(pilot).response.answers == {"specific": YES, "evidence": NOT_YET}
        await shows(pilot, "To think about: What would you change so that the answer is yes?")
        await pilot.press("2")
        assert work(pilot).response.answers == {"specific": YES}
        assert len(stage(pilot).told) == 3


async def test_the_check_in_hand_opens_its_warning_signs() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Watch out for ‘all pupils’.")
        await pilot.press("down")
        await shows(pilot, "Name it.")
        assert "Watch out" not in seen(pilot)


async def test_where_no_is_hoped_for_it_says_no() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "1")
        await shows(pilot, "To think about: How could it begin with ‘How’ or ‘What’?")
        await pilot.press("2")
        await shows(pilot, "✓ No")
        assert "To think about" not in seen(pilot)


async def test_answers_can_be_clicked() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "3 Not sure")
        line = next(row for row in seen(pilot).split("\n") if "3 Not sure" in row)
        answers = pilot.app.screen.query_one(Answers)
        await pilot.click(answers, offset=(line.index("Not sure") - answers.region.x, 0))
        assert work(pilot).response.answers == {"specific": NOT_SURE}


async def test_what_is_rewritten_begins_with_what_was_written_before_and_every_letter_is_kept() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await shows(pilot, "What it was")
        await pilot.press("tab", *"!!", "tab", *"So")
        response = work(pilot).response
        assert (response.original, response.now, response.reason) == (DRAFT, f"{DRAFT}!!", "So")
        assert stage(pilot).told[-1] == response
        assert work(pilot).field_in_hand == AFTER
        await pilot.press("tab")
        assert work(pilot).query_one(Rows).has_focus
        assert work(pilot).field_in_hand is None


async def test_every_wording_is_kept_with_its_reason() -> None:
    response = ChecksResponse().reword(BETTER, DRAFT).give_reason("Shorter.", DRAFT)
    async with on_turn(response).run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", "ctrl+n", "!")
        await shows(pilot, "Wordings before this one")
        await shows(pilot, "why: Shorter.")
        assert [one.text for one in work(pilot).response.versions] == [DRAFT, BETTER, f"{BETTER}!"]
        await pilot.press("ctrl+z", "ctrl+z")
        assert work(pilot).response == response
        await pilot.press("ctrl+y", "ctrl+y")
        assert work(pilot).response.now == f"{BETTER}!"


async def test_undo_goes_where_it_was() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "tab", "a", "tab", "b", "ctrl+z")
        assert isinstance(pilot.app.focused, WritingArea)
        assert pilot.app.focused.place == REASON
        await pilot.press("ctrl+z", "ctrl+z")
        assert work(pilot).query_one(Rows).has_focus
        assert work(pilot).response == ChecksResponse()


async def test_another_text_can_be_checked_as_long_as_nothing_is_rewritten() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+o")
        await shows(pilot, "Why?")
        assert work(pilot).response.original == "Why?"
        await pilot.press("tab", "x")
        assert not work(pilot).check_action("other_text", ())


async def test_handing_in_says_what_is_left() -> None:
    async with on_turn(given(specific=YES)).run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "2 checks have no answer."
        await pilot.press("enter")
        assert stage(pilot).finished == 1
    done = given(specific=YES, evidence=YES, closed=NOT_YET).reword("New.", "Old.")
    async with on_turn(done).run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "You have not said why you changed the wording."


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_everything_is_reached_at_every_size(size: tuple[int, int]) -> None:
    async with on_turn().run_test(size=size) as pilot:
        await shows(pilot, "3 Not sure")
        await shows(pilot, "Is it about some pupils")
        await pilot.press("tab")
        await shows(pilot, "Write your question again")
        await pilot.press("escape")
        await shows(pilot, "Is it about some pupils")


async def test_without_anything_to_rewrite_there_is_nothing_to_write() -> None:
    async with on_turn(activity=ALONE).run_test(size=(120, 40)) as pilot:
        assert not work(pilot).query(WritingArea)
        await pilot.press("1", "tab")
        assert work(pilot).response.answers == {"specific": YES}


@pytest.mark.parametrize("text", ["[bold]x[/]", "[@click=app.quit]go[/]", "👩‍🏫 ❤️", "العربية"])
async def test_text_stands_as_it_was_typed(text: str) -> None:
    response = ChecksResponse().reword(text, text + "!").give_reason(text, text)
    async with on_turn(response).run_test(size=(120, 40)) as pilot:
        areas = list(work(pilot).query(WritingArea))
        assert [area.text for area in areas] == [text, text]
        assert str(work(pilot).query_one(".original", Static).content) == text + "!"
        assert stage(pilot).told == []


async def test_the_picture_shows_a_bar_a_check_and_what_was_rewritten() -> None:
    async with Stage(lambda: pictured(CHECKS, total_of(SUMMARY))).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "8 yes, 4 not yet")
        await shows(pilot, "9 yes, 3 no")
    async with Stage(lambda: pictured(CHECKS, total_of(SUMMARY), f"{AFTER} 1")).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "before")
        await shows(pilot, "How does spoken feedback change")


async def test_two_rounds_stand_under_one_another() -> None:
    after = summarise(CHECKS, [given(specific=YES, evidence=YES, closed=YES)] * 12, 2)
    total = total_of(after, SUMMARY, Shift(both=12, movers=9, parts={"evidence": 12}))
    async with Stage(lambda: pictured(CHECKS, total)).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "before")
        await shows(pilot, "12 yes")


def test_the_glance_says_what_is_still_a_question() -> None:
    words = glance(CHECKS, SUMMARY).plain
    assert "✓ 8  ? 4" in words
    assert "8 rewrote it" in words
    assert "too few" in glance(CHECKS, shown(CHECKS, SUMMARY, 50)).plain


def test_the_turn_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(on_turn(), press=["1", "down", "2"], terminal_size=(80, 24))


def test_the_picture_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    app = Stage(lambda: pictured(CHECKS, total_of(SUMMARY)), "paper")
    assert snap_compare(app, terminal_size=(120, 40))


def test_the_reveal_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    async def at_the_first(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(Reveal).go("evidence")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    app = Stage(lambda: Reveal(CHECKS, total_of(SUMMARY)))
    assert snap_compare(app, run_before=at_the_first, terminal_size=(200, 60))
