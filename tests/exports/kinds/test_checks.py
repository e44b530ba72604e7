"""Checks on paper: answers and what to think about, every wording, and what the room may see of it."""

from collections.abc import Sequence
from io import BytesIO

from activities.kinds.activity import shown, summarise
from activities.kinds.checks import ChecksResponse
from activities.kinds.checks_counts import Answer, ChecksSummary
from exports.document import Block
from exports.kinds.checks import wordings
from exports.kinds.sections import Results, answers_section, main_points, own_section, room_section
from exports.markdown import write
from tests.activities.examples import checked, checks
from tests.exports.samples import document

YES, NOT_YET, NOT_SURE = Answer
CHECKS = checks(of="draft")


def said(blocks: Sequence[Block]) -> str:
    file = BytesIO()
    write(document(tuple(blocks)), file)
    return file.getvalue().decode()


def seen(*given: ChecksResponse, smallest: int = 1) -> Results[ChecksSummary]:
    found = shown(CHECKS, summarise(CHECKS, given), smallest)
    assert isinstance(found, ChecksSummary)
    return Results({1: found}, 1)


def test_a_handout_has_the_answers_and_what_is_to_be_thought_about() -> None:
    text = said(own_section(CHECKS, {1: checked(YES, YES)}))
    assert "Is it clear? | Yes" in text
    assert "**Is it closed?** How could it be open?" in text
    assert "wrong" not in text.casefold()


def test_every_wording_stands_there_with_its_reason_over_all_rounds() -> None:
    first = checked(YES, YES, "Second one.", "First one.", "It was long.")
    again = first.write_another().reword("Third one.", "").give_reason("It was dull.", "")
    assert [one.text for one in wordings({1: first, 2: again})] == ["First one.", "Second one.", "Third one."]
    text = said(own_section(CHECKS, {1: first, 2: again}))
    order = [text.index(words) for words in ("First one.", "Second one.", "It was long.", "Third one.", "It was dull.")]
    assert order == sorted(order)


def test_an_answer_that_changed_says_what_it_was() -> None:
    text = said(own_section(CHECKS, {1: checked(NOT_YET, YES), 2: checked(YES, YES)}))
    assert "Yes (at first: Not yet)" in text


def test_a_blank_form_has_the_checks_with_their_signs_and_room_to_write() -> None:
    text = said(own_section(CHECKS, {}))
    assert "Watch out for ‘all’." in text
    assert "Write it again, so that the checks hold" in text


def test_the_room_sheet_tallies_and_shows_what_is_offered() -> None:
    found = seen(checked(YES, YES, "New.", "Old.", "So."), checked(NOT_YET, NOT_SURE))
    text = said(room_section(CHECKS, found))
    assert "| Is it clear? | 1 | 1 | 0 |" in text
    answers = said(answers_section(CHECKS, found))
    assert answers.index("Old.") < answers.index("New.") < answers.index("So.")
    assert list(main_points(CHECKS, found.told)) == [
        "Still a question to most: Is it closed? (2 of 2); Is it clear? (1 of 2)"
    ]


def test_it_says_so_where_too_few_answered() -> None:
    given = [checked(YES, None)] * 5 + [checked(YES, YES, "New.")]
    text = said(room_section(CHECKS, seen(*given, smallest=5)))
    assert "not shown" in text
    assert "Fewer than 5" in text
    assert not answers_section(CHECKS, seen(*given, smallest=5))
