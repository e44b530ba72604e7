"""What a participant and the room see of prompts, and what holds wherever people write."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from activities.kinds.activity import blank, shown, summarise
from activities.kinds.prompts import Prompts, PromptsResponse, PromptsSummary
from activities.kinds.small_groups import mixed
from activities.model import ANSWER_LIMIT
from activities.reveal.written import walls
from activities.session.rounds import Shift
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows, stage
from tui.kinds import glance, turn
from tui.kinds.prompts import PromptsTurn
from tui.kinds.writing.area import WritingArea, plain_text
from tui.kinds.writing.picture import WrittenPicture
from tui.kinds.writing.wall import wall

PROMPTS = Prompts.model_validate(
    {
        "id": "reflection",
        "title": "Reflect",
        "minutes": 10,
        "purpose": "To put it into words.",
        "question": "What does the picture tell us?",
        "instructions": "Answer both.",
        "prompts": [
            {"id": "now", "prompt": "What do you use evidence for now?", "hint": "Which circle is fullest?"},
            {"id": "deeper", "prompt": "How could you use it more deeply?"},
        ],
    }
)
HOSTILE = ["[bold]x[/]", "[/nothing", "[@click=app.quit]go[/]", "👩‍🏫 ❤️", "学習の進み方", "العربية", "a\tb", "&<b>$now"]


def on_turn(response: PromptsResponse | None = None) -> Stage:
    return Stage(lambda: turn(PROMPTS, response or blank(PROMPTS), {}))


def work(pilot: Pilot[None]) -> PromptsTurn:
    return pilot.app.screen.query_one(PromptsTurn)


def area(pilot: Pilot[None], place: str) -> WritingArea:
    return next(area for area in pilot.app.screen.query(WritingArea) if area.place == place)


async def test_the_first_question_without_an_answer_has_the_focus() -> None:
    async with on_turn(PromptsResponse(answers={"now": "Much."})).run_test(size=(80, 24)) as pilot:
        assert pilot.app.focused is area(pilot, "deeper")


async def test_tab_goes_to_the_next_question_and_answers_are_counted() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "0 of 2 answered")
        await pilot.press(*"yes", "tab", *"so", "shift+tab", "!")
        await shows(pilot, "2 of 2 answered")
        assert dict(work(pilot).response.answers) == {"now": "yes!", "deeper": "so"}
        assert len(stage(pilot).told) == 6


async def test_enter_is_a_new_line_and_ctrl_s_hands_in() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "enter", "b", "question_mark")
        assert work(pilot).response.answer("now") == "a\nb?"
        assert stage(pilot).finished == 0
        await pilot.press("ctrl+s")
        assert stage(pilot).finished == 1


async def test_undo_takes_back_a_run_of_letters_and_redo_brings_it_again() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"abc", "tab", *"de", "backspace", "ctrl+z")
        assert area(pilot, "deeper").text == "de"
        await pilot.press("ctrl+z")
        assert area(pilot, "deeper").text == ""
        await pilot.press("ctrl+z")
        assert area(pilot, "now").text == ""
        assert pilot.app.focused is area(pilot, "now")
        await pilot.press("ctrl+y", "d")
        assert work(pilot).response.answer("now") == "abcd"


async def test_undo_goes_no_further_back_than_the_person_who_sits_here() -> None:
    async with on_turn(PromptsResponse(answers={"now": "Mine."})).run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+z", "ctrl+z")
        assert work(pilot).response.answer("now") == "Mine."
        assert stage(pilot).told == []


async def test_a_page_further_is_the_next_question_however_little_room_there_is() -> None:
    async with on_turn().run_test(size=(60, 18)) as pilot:
        await pilot.press("pagedown")
        assert pilot.app.focused is area(pilot, "deeper")
        await pilot.press("pageup")
        assert pilot.app.focused is area(pilot, "now")


@pytest.mark.parametrize("text", HOSTILE)
async def test_text_stands_as_it_was_typed(text: str) -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        pilot.app.post_message(Paste(text))
        await pilot.pause()
        assert work(pilot).response.answer("now") == text
        assert area(pilot, "now").text == text


async def test_pasted_control_characters_are_dropped() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        pilot.app.post_message(Paste("a\x1b[31mb\x00c\r\nd\x07\u202ee\u2028f"))
        await pilot.pause()
        assert work(pilot).response.answer("now") == "a[31mbc\nde\nf"


async def test_a_full_answer_says_so_and_takes_no_more() -> None:
    async with on_turn(PromptsResponse(answers={"now": "x" * (ANSWER_LIMIT - 3)})).run_test(size=(80, 24)) as pilot:
        here = area(pilot, "now")
        here.focus()
        here.move_cursor(here.document.end)
        pilot.app.post_message(Paste("yyyyy"))
        await shows(pilot, "Full: 20,000 characters fit here.")
        assert work(pilot).response.answer("now") == "x" * (ANSWER_LIMIT - 3) + "yyy"
        await pilot.press("backspace", "backspace")
        await shows(pilot, "2 characters left")


async def test_an_area_grows_with_its_text() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        before = area(pilot, "now").size.height
        pilot.app.post_message(Paste("line\n" * 20))
        await pilot.pause()
        await pilot.pause()
        assert area(pilot, "now").size.height > before + 10


@given(st.text())
def test_plain_text_is_plain_and_stays_what_it_is(text: str) -> None:
    plain = plain_text(text)
    assert plain_text(plain) == plain
    assert len(plain) <= len(text)
    assert "\n".join(plain.splitlines()) == plain.removesuffix("\n")
    assert not any(sign < " " and sign not in "\n\t" for sign in plain)


@given(st.lists(st.text(min_size=1)), st.randoms())
def test_the_order_on_the_wall_does_not_depend_on_who_came_first(answers: list[str], random: object) -> None:
    other = list(answers)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert mixed(tuple(answers), "now") == mixed(tuple(other), "now")
    assert sorted(mixed(tuple(answers), "now")) == sorted(answers)


@given(st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=8), st.integers(40, 200))
def test_cards_stay_inside_the_wall(answers: list[str], width: int) -> None:
    lines = wall(answers, width).split("\n")
    assert {line.cell_length for line in lines} == {lines[0].cell_length}
    assert lines[0].cell_length <= width


def answers(*texts: str) -> PromptsSummary:
    summary = summarise(PROMPTS, [PromptsResponse(answers={"now": text}) for text in texts])
    found = shown(PROMPTS, summary, 1)
    assert isinstance(found, PromptsSummary)
    return found


def on_show(*texts: str, dwelt: str = "") -> Stage:
    return Stage(lambda: pictured(PROMPTS, total_of(answers(*texts)), dwelt))


async def test_the_wall_shows_every_answer_as_it_was_typed() -> None:
    async with on_show(*HOSTILE).run_test(size=(120, 40)) as pilot:
        for text in HOSTILE:
            if text.isascii() and "\t" not in text:
                await shows(pilot, text)
        await shows(pilot, "no answers yet")


async def test_one_question_alone_shows_its_answers_only() -> None:
    async with on_show("Yes.", dwelt="now").run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Yes.")
        await shows(pilot, "What do you use evidence for now?")
        assert "more deeply" not in seen(pilot)


async def test_answers_that_do_not_fit_are_announced_and_can_be_scrolled_to() -> None:
    async with on_show("word " * 900).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "more below")
        pilot.app.screen.query_one("VerticalScroll").focus()
        await pilot.press("end")
        await shows(pilot, "more deeply")
        more = pilot.app.screen.query_one(".more", Static)
        assert str(more.render()) == ""


THIRTY_ONE = [f"Answer {n:02}: " + "we look at the books each term, " * (n % 4) + "yes." for n in range(1, 32)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_wall_says_which_answers_it_shows_and_needs_no_scrolling(size: tuple[int, int]) -> None:
    found = walls(mixed(tuple(THIRTY_ONE), "now"))
    async with on_show(*THIRTY_ONE).run_test(size=size) as pilot:
        there = pilot.app.screen.query_one(WrittenPicture)
        for number, wall_of_answers in enumerate(found, 1):
            there.show(total_of(answers(*THIRTY_ONE)), f"now {number}" if number > 1 else "now")
            await shows(pilot, f"answers {wall_of_answers.first}–{wall_of_answers.last} of 31")
            for text in wall_of_answers.answers:
                await shows(pilot, text[:9])
            assert "more below" not in seen(pilot)


@given(st.lists(st.text(min_size=1), max_size=40))
def test_walls_hold_every_answer_once_and_in_order(texts: list[str]) -> None:
    found = walls(texts)
    assert [text for each in found for text in each.answers] == texts
    assert all(each.answers for each in found) or not texts


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("dwelt", ["", "now"])
async def test_a_second_round_says_how_many_rewrote_their_answer(size: tuple[int, int], dwelt: str) -> None:
    now, before = answers(*"abcdef"), answers(*"abcdefg")
    total = total_of(now, before, Shift(both=6, movers=4, parts={"now": 4}))
    async with Stage(lambda: pictured(PROMPTS, total, dwelt)).run_test(size=size) as pilot:
        there = pilot.app.screen.query_one(WrittenPicture)
        await shows(pilot, "7 → 6 answers   4 of 6 rewrote it")
        there.show(total_of(now), dwelt)
        await shows(pilot, "→ 6", there=False)


async def test_a_question_that_too_few_answered_says_so() -> None:
    few = shown(PROMPTS, answers("Yes.", "No."), 3)
    async with Stage(lambda: pictured(PROMPTS, total_of(few))).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Answers are shown when 3 are in")
        assert "Yes." not in seen(pilot)


async def test_nobody_has_answered() -> None:
    async with on_show().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "No answers are in yet.")


def test_the_glance_counts_answers_and_what_is_left_is_told_in_words() -> None:
    assert glance(PROMPTS, answers("Yes.", "No.")).plain.splitlines() == [
        "What do you use evidence for now?  2 answers",
        "How could you use it more deeply?  no answers yet",
    ]
    assert PromptsTurn(PROMPTS, PromptsResponse()).unfinished() == "2 questions have no answer."
    assert PromptsTurn(PROMPTS, PromptsResponse(answers={"now": "x"})).unfinished() == "One question has no answer."


def test_the_wall_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    texts = [f"Answer {n}: " + "we use it for this and that. " * n for n in range(1, 9)]
    assert snap_compare(on_show(*texts), terminal_size=(200, 60))
