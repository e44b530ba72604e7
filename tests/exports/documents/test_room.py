import re
from pathlib import Path

import pytest

import exports
from activities.kinds.card_sort import CardSortResponse
from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant
from tests.exports.pages import all_text, outside_margins, overlapping
from tests.exports.room_of_teachers import NOW, contribution, session


def room(count: int, rounds: int = 1) -> list[Contribution]:
    of = session()
    found = []
    for number in range(count):
        given = contribution(of, number)
        named = Participant(id=f"p-{number}", name=f"Ffion Teacher {number}")
        given = given.model_copy(update={"participant": named})
        again = contribution(of, number + 100)
        for _ in range(rounds - 1):
            for activity in ("sort", "pathway"):
                version = again.latest(activity)
                assert version is not None
                given = given.record(activity, version.response, at=NOW, round_number=2, handed_in=True)
        found.append(given)
    return found


def test_nobody_is_named(tmp_path: Path) -> None:
    path = exports.room_sheet(session(), room(7), tmp_path)
    assert path.name == "MKRT room sheet.pdf"
    assert "Ffion Teacher" not in all_text(path)
    assert b"Ffion Teacher" not in path.read_bytes()


def test_it_has_the_most_contested_cards_first_and_agreement_in_words(tmp_path: Path) -> None:
    text = all_text(exports.room_sheet(session(), room(7), tmp_path))
    table = text[text.index("Where every card was put") :]
    assert "split, 28 %" in table or "mixed" in table
    shares = [int(word) for word, sign in zip(table.split(), table.split()[1:], strict=False) if sign == "%"]
    assert shares == sorted(shares)


def test_the_spread_over_stages_has_its_number_and_median(tmp_path: Path) -> None:
    text = all_text(exports.room_sheet(session(), room(7), tmp_path))
    assert "7 answers. The middle answer (median) is stage" in text
    assert "1 Starting:" in text


def test_nothing_overlaps_and_nothing_leaves_the_page(tmp_path: Path) -> None:
    path = exports.room_sheet(session(), room(7, rounds=2), tmp_path)
    assert not overlapping(path)
    assert not outside_margins(path)


def test_fewer_than_five_answers_are_not_broken_down(tmp_path: Path) -> None:
    text = all_text(exports.room_sheet(session(), room(4), tmp_path))
    assert text.count("4 are in. Answers are shown when 5 are in: fewer could tell who gave them.") > 4
    assert "1 Starting:" not in text
    assert "paired talk" not in text


def test_the_facilitator_may_say_otherwise(tmp_path: Path) -> None:
    text = all_text(exports.room_sheet(session(), room(4), tmp_path, smallest_group=1))
    assert "fewer could tell" not in text
    assert "4 answers. The middle answer (median)" in text


def test_before_and_after_are_both_there(tmp_path: Path) -> None:
    text = all_text(exports.room_sheet(session(), room(7, rounds=2), tmp_path))
    assert "Before: 7 answers." in text
    assert "After: 7 answers." in text
    assert re.search(r"[0-7] of the 7 who marked it both times moved their mark", text)
    assert "Before and after the discussion" in text
    assert "7 of the 7 who sorted both times moved a card." in text


def test_what_fewer_than_five_changed_is_not_broken_down(tmp_path: Path) -> None:
    everybody = room(7)
    again = [one.latest("sort") for one in room(7, rounds=2)[:4]]
    for number, version in enumerate(again):
        assert version is not None
        other = CardSortResponse().put("card-0", ("accountability",))
        everybody[number] = everybody[number].record("sort", other, at=NOW, round_number=2, handed_in=True)
    text = all_text(exports.room_sheet(session(), everybody, tmp_path))
    assert "Before and after the discussion" not in text
    assert "both times" not in text
    assert "Where every card was put" in text  # what the first round said, which enough took part in


def test_written_answers_are_the_last_wording_with_how_many_changed_theirs(tmp_path: Path) -> None:
    everybody = [
        one.record("reflect", PromptsResponse(answers={"now": f"Second thought {n}."}), at=NOW, round_number=2)
        for n, one in enumerate(room(6))
    ]
    text = all_text(exports.room_sheet(session(), everybody, tmp_path))
    assert "6 of the 6 who wrote both times changed something" in text
    assert "Second thought 3." in text
    assert "We collect a great deal for accountability" not in text


def test_the_order_of_answers_says_nothing_about_who_gave_them(tmp_path: Path) -> None:
    everybody = room(7)
    one = all_text(exports.room_sheet(session(), everybody, tmp_path / "one"))
    two = all_text(exports.room_sheet(session(), everybody[::-1], tmp_path / "two"))
    assert one == two
    order = [one.index(f"in group {number}.") for number in range(7)]
    assert order != sorted(order)


@pytest.mark.parametrize("smallest_group", [1, 5])
def test_an_empty_room_has_a_sheet_too(smallest_group: int, tmp_path: Path) -> None:
    text = all_text(exports.room_sheet(session(), [], tmp_path, smallest_group=smallest_group))
    assert "Nobody has answered this yet." in text
    assert "To talk about Which card did you disagree on, and why?" in text
