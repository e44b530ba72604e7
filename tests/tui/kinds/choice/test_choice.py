"""What a participant and the room see of a choice."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from activities.kinds.activity import Offer, Summary, blank, shown, summarise
from activities.kinds.choice import Choice, ChoiceResponse
from activities.reveal import Total
from activities.session.rounds import Shift
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, hides, seen, shows, stage
from tui.kinds import glance, turn
from tui.kinds.choice.turn import ChoiceTurn
from tui.kinds.writing.area import WritingArea
from tui.widgets.rows import Rows

FIRST = Choice.model_validate(
    {
        "id": "first",
        "title": "Where we begin",
        "minutes": 10,
        "purpose": "To agree where to begin.",
        "question": "Which of these will you look into first?",
        "instructions": "Choose one and say why.",
        "reason": True,
        "from": ["notes"],
        "options": [
            {
                "id": "talk",
                "label": "How pupils talk about texts",
                "text": "Pairs talk for ten minutes before they write. You listen to six pairs.",
                "ask": [{"id": "who", "prompt": "Whose lessons will you listen in?", "lines": 2}],
            },
            {"id": "books", "label": "What workbooks show over a year", "text": "Six pupils’ books, side by side."},
            {"id": "voice", "label": "What pupils say about feedback"},
        ],
    }
)
QUICK = FIRST.model_copy(update={"reason": False, "options": FIRST.options[1:]})


def several(most: int) -> Choice:
    return Choice.model_validate({**FIRST.model_dump(), "pick": {"from": 1, "to": most}})


def on_turn(activity: Choice = FIRST, response: ChoiceResponse | None = None, **about: Any) -> Stage:
    given = response or blank(activity)
    offers = {"notes": (Offer(heading="A note", text="They never ask each other."),)}
    return Stage(lambda: turn(activity, given, offers), **about)


def work(pilot: Pilot[None]) -> ChoiceTurn:
    return pilot.app.screen.query_one(ChoiceTurn)


def chosen(pilot: Pilot[None]) -> tuple[str, ...]:
    return work(pilot).response.chosen


def chose(option: str, why: str = "") -> ChoiceResponse:
    return ChoiceResponse().choose(FIRST, option).write(f"{option}.reason", why)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_the_option_in_hand_is_opened_and_all_the_others_are_there(size: tuple[int, int]) -> None:
    async with on_turn().run_test(size=size) as pilot:
        await shows(pilot, "Pairs talk for ten minutes")
        assert "Choose one." in seen(pilot)
        assert all(option.label in seen(pilot) for option in FIRST.options) or size[1] < 24
        await pilot.press("down")
        await shows(pilot, "Six pupils’ books")
        assert "Pairs talk" not in seen(pilot)


async def test_enter_chooses_and_then_hands_in() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert chosen(pilot) == ("talk",)
        assert not stage(pilot).finished
        await pilot.press("enter")
        assert stage(pilot).finished == 1
        assert chosen(pilot) == ("talk",)


async def test_space_a_number_and_a_click_choose_and_take_back() -> None:
    async with on_turn(several(3)).run_test(size=(120, 40)) as pilot:
        await pilot.press("space", "2")
        assert chosen(pilot) == ("talk", "books")
        await pilot.pause()
        rows = work(pilot).query_one(Rows)
        lines = [rows.render_line(y).text for y in range(rows.size.height)]
        await pilot.click(Rows, offset=(10, next(y for y, line in enumerate(lines) if "feedback" in line)))
        assert chosen(pilot) == ("talk", "books", "voice")
        await pilot.press("3", "2")
        assert chosen(pilot) == ("talk",)
        assert len(stage(pilot).told) == 5


async def test_one_choice_takes_the_place_of_another_and_keeps_what_was_written_of_it() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "tab", *"so", "escape", "2", "1")
        assert chosen(pilot) == ("talk",)
        assert work(pilot).response.answer("talk.reason") == "so"
        await shows(pilot, "so")


async def test_no_more_than_may_be_are_chosen_and_it_says_so() -> None:
    async with on_turn(several(2)).run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("1", "2", "3")
        await shows(pilot, "2 are chosen, and that is")
        assert chosen(pilot) == ("talk", "books")


async def test_what_is_asked_is_there_once_an_option_is_chosen() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Choose it, then say more here.")
        assert work(pilot).field_in_hand is None
        await pilot.press("tab")
        assert isinstance(pilot.app.focused, Rows)
        await pilot.press("space")
        await shows(pilot, "Whose lessons will you listen in?")
        await pilot.press("tab", *"why", "tab", *"mine")
        assert work(pilot).field_in_hand == "talk.who"
        assert dict(work(pilot).response.answers) == {"talk.reason": "why", "talk.who": "mine"}
        assert stage(pilot).told[-1] == work(pilot).response


async def test_undo_goes_back_to_where_it_was() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "tab", *"so", "escape", "down", "space", "ctrl+z")
        assert chosen(pilot) == ("talk",)
        await pilot.press("ctrl+z")
        assert work(pilot).response.answer("talk.reason") == ""
        assert work(pilot).option.id == "talk"
        assert isinstance(pilot.app.focused, WritingArea)
        await pilot.press("ctrl+y")
        assert work(pilot).response.answer("talk.reason") == "so"


async def test_what_was_written_earlier_is_taken_over() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        await shows(pilot, "They never ask each other.")
        await pilot.press("tab", "ctrl+o", "enter")
        assert work(pilot).response.answer("talk.reason") == "They never ask each other."
        assert isinstance(pilot.app.focused, WritingArea)


async def test_one_begins_with_what_was_chosen() -> None:
    async with on_turn(response=chose("voice", "Because.")).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Because.")
        assert work(pilot).option.id == "voice"


@pytest.mark.parametrize(
    ("activity", "response", "words"),
    [
        (FIRST, ChoiceResponse(), "Nothing is chosen yet."),
        (FIRST, chose("books"), "One question has no answer."),
        (FIRST, chose("talk"), "2 questions have no answer."),
        (QUICK, ChoiceResponse().choose(QUICK, "books"), None),
    ],
)
async def test_what_is_left_is_told_before_handing_in(
    activity: Choice, response: ChoiceResponse, words: str | None
) -> None:
    assert ChoiceTurn(activity, response, {}).unfinished() == words


async def test_a_choice_without_texts_or_questions_is_the_options_alone() -> None:
    bare = QUICK.model_copy(update={"options": tuple(o.model_copy(update={"text": None}) for o in QUICK.options)})
    async with on_turn(bare).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "What pupils say about feedback")
        assert not work(pilot).query_one("AboutOption").display


ROOM = [*(chose("talk", f"We never listened, {n}.") for n in range(6)), *(chose("books") for _ in range(3))]


def found(*given: ChoiceResponse, smallest: int = 5) -> Summary:
    return shown(FIRST, summarise(FIRST, given), smallest)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_picture_has_a_bar_an_option_most_chosen_first(size: tuple[int, int]) -> None:
    async with Stage(lambda: pictured(FIRST, total_of(found(*ROOM)))).run_test(size=size) as pilot:
        await shows(pilot, "█  6")
        words = seen(pilot)
        places = [words.index(option.label) for option in FIRST.options]
        assert places == sorted(places)
        assert "We never listened" not in words


async def test_the_picture_of_one_option_shows_its_reasons() -> None:
    async with Stage(lambda: pictured(FIRST, total_of(found(*ROOM)), "talk")).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "We never listened, 0.")
        assert "workbooks" not in seen(pilot)


async def test_two_rounds_stand_beside_each_other() -> None:
    before = summarise(FIRST, [chose("books")] * 9)
    total = Total(found(*ROOM), before, Shift(both=9, movers=6, parts={"talk": 6, "books": 6}), comparing=True)
    async with Stage(lambda: pictured(FIRST, total)).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "░  9")
        assert "before" in seen(pilot)


async def test_of_too_few_the_picture_says_why_it_shows_nothing() -> None:
    async with Stage(lambda: pictured(FIRST, total_of(found(*ROOM[:3])))).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "3 are in.")
        await hides(pilot, "█")


def test_the_glance_counts_and_names() -> None:
    assert glance(FIRST, found(*ROOM)).plain.splitlines() == [
        "9 chose",
        "  6  How pupils talk about",
        "     texts",
        "  3  What workbooks show",
        "     over a year",
        "  0  What pupils say about",
        "     feedback",
        "6 reasons",
    ]


async def test_hostile_words_are_shown_as_typed() -> None:
    odd = Choice.model_validate(
        {
            **FIRST.model_dump(),
            "options": [{"id": f"o{n}", "label": f"[b]{n}[/b] \x1b[31m", "text": "[red]x\u202e"} for n in range(2)],
        }
    )
    async with on_turn(odd).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "[b]1[/b] �[31m")
        assert "[red]x�" in seen(pilot)
        assert pilot.app.screen.query(Static)


SIZES = [((80, 24), "hall"), ((120, 40), "paper"), ((200, 60), "hall")]


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["80x24", "120x40", "200x60"])
def test_the_turn_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    app = on_turn(response=chose("talk", "We have never listened in."), theme=theme)
    assert snap_compare(app, terminal_size=size)


def test_the_picture_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Stage(lambda: pictured(FIRST, total_of(found(*ROOM)))), terminal_size=(120, 40))
