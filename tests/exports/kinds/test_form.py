"""A form on paper: what was filled in, room for the rest, and of the room what it may know."""

from datetime import date

from activities.kinds.activity import shown, summarise
from activities.kinds.form_counts import FormSummary
from activities.kinds.form_response import FormResponse
from activities.kinds.ledger import Ledger
from activities.kinds.registry import load_kind
from exports.document import Answers, Fields, OwnWords, Points, Table, WritingLines
from exports.kinds.sections import Results, answers_section, main_points, own_section, room_section
from exports.pictures.bars import Bars
from tests.activities.examples import filled, form
from tests.exports.blocks import found, said

FORM = form()
load_kind("exports.kinds", FORM)
TODAY = date(2026, 11, 20)


def results(*given: FormResponse, smallest: int = 1) -> Results[FormSummary]:
    told = shown(FORM, summarise(FORM, given), smallest)
    assert isinstance(told, FormSummary)
    return Results({1: told}, 1)


def test_a_handout_has_what_was_filled_in_and_lines_for_the_rest() -> None:
    response = filled("Ann", "Reading", why="It is time.", start="3 Feb", case="P7")
    blocks = own_section(FORM, {1: response})
    pairs = [pair for block in found(blocks, Fields) for pair in block.pairs]
    assert ("Topics", "Reading") in pairs
    assert ("From when?", "3 February 2027") in pairs
    assert ("Codes of pupils", "P7") in pairs
    assert [block.text for block in found(blocks, OwnWords)] == ["It is time."]
    assert "How many? (pupils):" in said(found(blocks, WritingLines))


def test_what_changed_says_what_it_was_at_first() -> None:
    blocks = own_section(FORM, {1: filled("Ann", "Reading"), 2: filled("Ann", "Talk")})
    assert "Talk (at first: Reading)" in said(blocks)


def test_the_table_is_printed_with_its_sum() -> None:
    ledger = Ledger.model_validate({"of": "days", "target": "5"})
    response = filled("Ann").type_row(ledger, 0, "day", "3 Feb", TODAY).type_row(ledger, 0, "amount", "1.50", TODAY)
    blocks = own_section(FORM, {1: response.type_row(ledger, 0, "what", "A visit", TODAY)})
    assert found(blocks, Table)[0].rows == (("3 February 2027", "1.5", "A visit"),)
    assert "1.5 of 5 days, 3.5 to go." in said(blocks)


def test_a_blank_form_can_be_filled_in_by_hand() -> None:
    blocks = own_section(FORM, {})
    assert [len(block.items) for block in found(blocks, Points)] == [2, 3, 2]
    assert "Topics (needed). Ring up to 2." in said(blocks)
    assert "A code, never a name." in said(blocks)
    assert len(found(blocks, Table)[0].rows) == 6


def test_the_room_sheet_has_counts_names_of_who_agreed_and_no_more() -> None:
    given = [
        filled("Amara", "Reading", named=True, why="Now."),
        filled("Tom", "Reading", "Talk", case="P7", pupils="4"),
    ]
    blocks = room_section(FORM, results(*given))
    assert found(blocks, Bars)[0].counts == (2, 1)
    text = said([*blocks, *answers_section(FORM, results(*given))])
    assert "Reading: Amara" in text
    assert "Now." in text
    assert "Tom" not in text
    assert "P7" not in text
    assert list(main_points(FORM, results(*given).told)) == ["Most chose: Reading (2); Talk (1)."]


def test_too_few_are_not_broken_down() -> None:
    given = [filled("Amara", "Reading", named=True)] + [filled()] * 5
    blocks = room_section(FORM, results(*given, smallest=5))
    assert not found(blocks, Bars)
    assert "Amara" not in said(blocks)
    assert not found(answers_section(FORM, results(*given, smallest=5)), Answers)
