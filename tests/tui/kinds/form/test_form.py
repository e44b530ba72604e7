"""What a participant and the room see of a form."""

from collections.abc import Callable
from datetime import date

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from activities.kinds.activity import Offer, shown, summarise
from activities.kinds.form import Form
from activities.kinds.form_fields import Answer
from activities.kinds.form_response import FormResponse
from activities.reveal.form import TOPICS
from activities.session.rounds import Shift
from tests.activities.examples import filled, form
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, hides, seen, shows, stage
from tui.kinds import glance, turn
from tui.kinds.form.choosing import Choosing
from tui.kinds.form.ledger import place_of
from tui.kinds.form.turn import FormTurn
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.list import WritingList

FORM = form(
    instructions="Fill in what you can.",
    question="What do you want to find out, and with whom?",
    ledger={"of": "days", "target": "5", "label": "Days of release"},
)
WHOLE = filled("Amara", "Reading", "Talk", named=True, why="Our new intake reads less at home.", start="3 Feb 2027")
OFFERS = {"goals": (Offer(heading="Goal", text="that all can read"),)}


def on_turn(response: FormResponse | None = None, activity: Form = FORM, theme: str = "hall") -> Stage:
    return Stage(lambda: turn(activity, response or FormResponse(), OFFERS), theme)


def work(pilot: Pilot[None]) -> FormTurn:
    return pilot.app.screen.query_one(FormTurn)


def area(pilot: Pilot[None], place: str) -> WritingArea:
    return next(one for one in work(pilot).query(WritingArea) if one.place == place)


def choosing(pilot: Pilot[None], field: str) -> Choosing:
    return next(one for one in work(pilot).query(Choosing) if one.field.id == field)


async def at(pilot: Pilot[None], place: str) -> None:
    work(pilot).go_to(place)
    await pilot.pause()


async def test_the_first_empty_field_has_the_focus_and_enter_and_tab_go_on() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        assert area(pilot, "called").has_focus
        await pilot.press(*"Ann", "enter")
        assert choosing(pilot, "named").has_focus
        await pilot.press("1", "tab", "down", "space", "3")
        await shows(pilot, "3 of 9 filled")
        response = work(pilot).response
        assert response.answer("called").typed == "Ann"
        assert response.answer("named").chosen == ("Yes",)
        assert response.answer("topics").chosen == ("Writing", "Talk")
        assert stage(pilot).told[-1] == response


async def test_an_option_is_taken_back_as_it_was_chosen_and_no_more_than_may_be_are_chosen() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await at(pilot, "topics")
        await pilot.press("1", "2", "3")
        assert work(pilot).response.answer("topics").chosen == ("Reading", "Writing")
        await pilot.press("1", "3")
        assert work(pilot).response.answer("topics").chosen == ("Writing", "Talk")


async def test_a_click_chooses() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        for _ in range(100):  # until it is where it stays
            if await pilot.click(choosing(pilot, "named"), offset=(8, 1)):
                break
        await shows(pilot, "●  No")
        assert work(pilot).response.answer("named").chosen == ("No",)


async def test_a_day_is_shown_back_in_full_and_what_is_none_is_told_once_one_goes_on() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await at(pilot, "start")
        await pilot.press(*"3 Feb 2027")
        await shows(pilot, "3 February 2027")
        assert work(pilot).response.answer("start").day == date(2027, 2, 3)
        await pilot.press("x")
        await hides(pilot, "3 February 2027")
        await pilot.press("tab")
        await shows(pilot, "is not a date that can be read")
        assert work(pilot).response.answer("start").typed == "3 Feb 2027x"


async def test_a_code_that_looks_like_a_name_is_not_kept_and_one_key_insists() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await at(pilot, "case")
        await pilot.press(*"Aisha Khan")
        await shows(pilot, "looks like a name, and was not kept")
        await shows(pilot, "F8 Keep it all the same")
        assert area(pilot, "case").text == "Aisha Khan"
        assert work(pilot).response.answer("case").empty
        assert not any("Aisha" in told.model_dump_json() for told in stage(pilot).told)
        assert work(pilot).unfinished() == "‘Aisha Khan’ is not kept: it looks like a name."
        await pilot.press("f8")
        await shows(pilot, "Kept all the same.")
        assert work(pilot).response.answer("case") == Answer(typed="Aisha Khan", insisted=True)
        await pilot.press("ctrl+z")
        assert "Khan" not in work(pilot).response.model_dump_json()


async def test_a_code_is_kept_and_one_letter_more_or_less_decides() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await at(pilot, "case")
        await pilot.press(*"P7, Ann")
        await shows(pilot, "was not kept")
        await pilot.press("backspace")
        assert work(pilot).response.answer("case").typed == "P7, An"
        assert stage(pilot).told[-1] == work(pilot).response
        assert "was not kept" not in seen(pilot)


async def test_lines_that_are_pasted_into_a_line_become_one() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        pilot.app.post_message(Paste("St Bees\nVillage School\x1b[31m"))
        await pilot.pause()
        assert work(pilot).response.answer("called").typed == "St Bees Village School[31m"


async def test_the_table_grows_a_row_at_a_time_and_adds_up_exactly() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await at(pilot, place_of(0, "day"))
        await pilot.press(*"3 Feb 2027", "enter", *"0.1", "enter", *"Visit", "enter")
        await pilot.pause()
        await pilot.press("tab", *"0.2")
        await shows(pilot, "0.3 of 5 days, 4.7 to go")
        assert [entry.what for entry in work(pilot).response.entries] == ["Visit", ""]
        await at(pilot, place_of(1, "amount"))
        await pilot.press("x", "shift+tab", "shift+tab", "shift+tab")
        await shows(pilot, "‘0.2x’ is not a number")
        await shows(pilot, "0.1 of 5 days")


async def test_letters_may_come_faster_than_a_new_row_is_there() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        line = area(pilot, place_of(0, "amount"))
        line.focus()
        for letter in "1.5":
            line.insert(letter)
        await shows(pilot, "1.5 of 5 days")
        assert area(pilot, place_of(1, "amount")).text == ""


async def test_undo_goes_where_it_was() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Ann", "tab", "1")
        await at(pilot, place_of(0, "what"))
        await pilot.press("V", "ctrl+z")
        assert area(pilot, place_of(0, "what")).has_focus
        assert area(pilot, place_of(0, "what")).text == ""
        await pilot.press("ctrl+z")
        assert choosing(pilot, "named").has_focus
        await pilot.press("ctrl+z")
        assert area(pilot, "called").has_focus
        assert work(pilot).response == FormResponse()
        await pilot.press("ctrl+y")
        assert work(pilot).response.answer("called").typed == "Ann"


async def test_handing_in_says_what_is_still_needed() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "Still needed: Topics."
        await pilot.press("ctrl+s")
        assert stage(pilot).finished == 1
    async with on_turn(WHOLE).run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() is None


async def test_who_sees_a_field_is_said_where_it_is_not_who_sees_the_rest() -> None:
    async with on_turn().run_test(size=(120, 60)) as pilot:
        await shows(pilot, "Your name  the room sees it only if you agree")
        await shows(pilot, "Codes of pupils  not for the room")
        await at(pilot, "why")
        assert work(pilot).field_in_hand == "why"
        await at(pilot, "case")
        assert work(pilot).field_in_hand is None


async def test_what_was_written_earlier_is_taken_over_into_the_field_one_was_in() -> None:
    activity = FORM.model_copy(update={"sources": ("goals",)})
    async with on_turn(activity=activity).run_test(size=(80, 24)) as pilot:
        await at(pilot, "why")
        await pilot.press("ctrl+o", "enter")
        await pilot.pause()
        assert work(pilot).response.answer("why").typed == "that all can read"


async def test_a_field_is_picked_from_the_list_at_the_side() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        work(pilot).post_message(WritingList.Picked(4))
        await pilot.pause()
        assert area(pilot, "why").has_focus


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_every_field_is_reached_at_every_size(size: tuple[int, int]) -> None:
    async with on_turn().run_test(size=size) as pilot:
        for label in ("May it be seen?", "Topics", "Your group", "Why?", "From when?", "How many?", "Codes of pupils"):
            await pilot.press("tab")
            await shows(pilot, label)


@pytest.mark.parametrize("text", ["[bold]x[/]", "[@click=app.quit]go[/]", "👩‍🏫 ❤️", "العربية"])
async def test_text_stands_as_it_was_typed(text: str) -> None:
    response = filled(text, why=text)
    async with on_turn(response).run_test(size=(120, 40)) as pilot:
        assert area(pilot, "called").text == area(pilot, "why").text == text
        assert stage(pilot).told == []


ROOM = [
    filled(name, *topics, named=named, why="Our new intake reads less at home.", pupils=str(n), start="3 Feb 2027")
    for n, (name, named, topics) in enumerate(
        [("Amara", True, ("Reading", "Talk")), ("Tom", True, ("Reading",)), ("Priya", True, ("Talk",))]
        + [("Ffion", False, ("Reading", "Writing"))] * 5
    )
]
SUMMARY = shown(FORM, summarise(FORM, ROOM), 5)


async def test_the_picture_has_topics_with_names_of_those_who_agreed_and_no_other() -> None:
    async with Stage(lambda: pictured(FORM, total_of(SUMMARY))).run_test(size=(120, 50)) as pilot:
        await shows(pilot, "Reading: Amara, Tom")
        await shows(pilot, "Our new intake")
        assert "Ffion" not in seen(pilot)
    async with Stage(lambda: pictured(FORM, total_of(SUMMARY), TOPICS)).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Writing")
        assert "Our new intake" not in seen(pilot)


async def test_two_rounds_stand_side_by_side() -> None:
    total = total_of(SUMMARY, SUMMARY, Shift(both=8, movers=2, parts={"group": 2}))
    async with Stage(lambda: pictured(FORM, total, "start")).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "before")


def test_the_glance_has_topics_and_counts_and_no_names() -> None:
    words = glance(FORM, SUMMARY).plain
    assert "7 Reading" in words
    assert "Amara" not in words
    assert "too few" in glance(FORM, shown(FORM, SUMMARY, 50)).plain


def test_the_turn_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(on_turn(), press=["tab", "tab", "1", "down"], terminal_size=(80, 24))


def test_the_wide_turn_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    async def a_name(pilot: Pilot[None]) -> None:
        await at(pilot, "case")
        await pilot.press(*"Aisha")
        await shows(pilot, "F8 keeps it all the same.")

    assert snap_compare(on_turn(WHOLE, theme="paper"), run_before=a_name, terminal_size=(120, 40))


def test_the_picture_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Stage(lambda: pictured(FORM, total_of(SUMMARY), TOPICS)), terminal_size=(200, 60))
