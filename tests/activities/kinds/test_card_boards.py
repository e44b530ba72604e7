"""Columns and rings: a card has one place at most; reasons; somebody to compare with; and what a file may say."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import in_words, moved, offers, shown, summarise, who_sees, without, words
from activities.kinds.audience import Audience
from activities.kinds.card_counts import ASIDE, CardSortSummary
from activities.kinds.card_results import REASONS_NOT_BESIDE
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import card_columns, card_rings, card_sort, sorts

COLUMNS, RINGS = card_columns(), card_rings()


@pytest.mark.parametrize("board", [COLUMNS, RINGS], ids=["columns", "rings"])
@given(st.data())
def test_a_card_is_in_one_place_at_most(board: CardSort, data: st.DataObject) -> None:
    response = data.draw(sorts(board))
    assert all(place == ASIDE or len(place) <= 1 for place in response.placements.values())
    assert {len(region) for region in board.regions} == {1}
    assert [region[0] for region in board.regions] == [group.id for group in board.groups]


@pytest.mark.parametrize("board", [COLUMNS, RINGS], ids=["columns", "rings"])
@given(st.data())
def test_another_number_moves_a_card_and_the_same_takes_it_back(board: CardSort, data: st.DataObject) -> None:
    response = data.draw(sorts(board))
    one, other = data.draw(st.permutations([group.id for group in board.groups]))[:2]
    there = response.take_back("alpha").toggle(board, "alpha", one)
    assert there.placements["alpha"] == (one,)
    assert there.toggle(board, "alpha", other).placements["alpha"] == (other,)
    assert "alpha" not in there.toggle(board, "alpha", one).placements


@given(sorts(COLUMNS), st.text(max_size=50))
def test_a_reason_changes_no_place_and_is_kept(response: CardSortResponse, why: str) -> None:
    after = response.give_reason("alpha", why)
    assert after.placements == response.placements
    assert CardSortResponse.model_validate_json(after.model_dump_json()) == after
    assert moved(COLUMNS, response, after) == frozenset()


def test_what_was_kept_before_there_were_boards_opens_as_it_was() -> None:
    old = card_sort().model_dump(mode="json", exclude={"board", "columns", "rings", "reasons", "compare"})
    assert CardSort.model_validate(old) == card_sort()
    assert CardSortResponse.model_validate({"placements": {"alpha": ["left"]}}).reasons == {}


@pytest.mark.parametrize("board", [COLUMNS, RINGS], ids=["columns", "rings"])
def test_a_board_is_read_back_from_what_is_kept(board: CardSort) -> None:
    assert CardSort.model_validate_json(board.model_dump_json()) == board


def test_a_reason_that_is_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="20,000 characters at most"):
        CardSortResponse().give_reason("alpha", "x" * 20_001)


def gave(number: int, *, reason: str = "") -> CardSortResponse:
    return CardSortResponse().put("alpha", ("left",)).give_reason("alpha", reason or f"Because of {number}.")


def summary_of(activity: CardSort, given: list[CardSortResponse], smallest: int = 5, **how: Any) -> CardSortSummary:
    found = shown(activity, summarise(activity, given), smallest, **how)
    assert isinstance(found, CardSortSummary)
    return found


def test_reasons_are_shown_without_place_from_as_many_as_the_smallest_group_on() -> None:
    few, many = (
        summary_of(COLUMNS, [gave(n) for n in range(4)] + [CardSortResponse().put("beta", ())]),
        [gave(n) for n in range(5)],
    )
    assert few.model_dump()["reasons"][0] == {
        "card": "alpha", "n": None, "reasons": None, "withheld": "Fewer than 5 gave a reason. It is not shown: it could tell who they are.",
    }  # fmt: skip
    found = summary_of(COLUMNS, many)
    assert (found.reasons[0].n, sorted(found.reasons[0].reasons)) == (5, [f"Because of {n}." for n in range(5)])
    assert found.reasons == summary_of(COLUMNS, many[::-1]).reasons
    assert summary_of(COLUMNS, many, apart={}).reasons[0].withheld == REASONS_NOT_BESIDE


@pytest.mark.parametrize(("audience", "seen"), [(Audience.ROOM, 5), (Audience.OFFERED, 1), (Audience.OWN, 0)])
def test_only_the_reasons_that_the_room_may_see_are_in_it(audience: Audience, seen: int) -> None:
    activity = COLUMNS.model_copy(update={"audience": audience})
    given = [gave(n) for n in range(4)] + [gave(4).offer("alpha.reason")]
    (found, *_) = summary_of(activity, given).reasons
    assert (found.n, len(found.reasons)) == (5, seen)
    assert audience is not Audience.OWN or "Only you see this." in who_sees(activity).replace("only", "Only")


def test_a_reason_for_a_card_that_is_still_in_the_deck_counts_nowhere() -> None:
    lonely = CardSortResponse().put("beta", ()).give_reason("alpha", "x")
    assert words(COLUMNS, lonely) == ()
    assert summary_of(COLUMNS, [lonely], 1).reasons[0].n == 0


def test_a_reason_can_be_hidden_and_is_offered_to_what_comes_after() -> None:
    response = gave(1)
    (word,) = words(COLUMNS, response)
    assert (word.field, word.heading, word.text) == ("alpha.reason", "Why Alpha", "Because of 1.")
    assert words(COLUMNS, without(COLUMNS, response, ["alpha.reason"])) == ()
    assert [(one.heading, one.text) for one in offers(COLUMNS, response)] == [
        ("Left", "Alpha"),
        ("Why Alpha", "Because of 1."),
    ]


def test_results_in_words_have_reasons_and_the_reference_which_is_no_norm() -> None:
    told = in_words(COLUMNS, summary_of(COLUMNS, [gave(1)], 1))
    assert "  - Because of 1." in told
    assert told[-4:] == (
        "A study of 12 schools. A comparison, not a norm.",
        "  Alpha: Left",
        "  Beta: None of these",
        "  Gamma: Not in our school",
    )


FILE = """\
id: w
title: W
summary: S
activities:
  - kind: card_sort
    id: sort
    title: T
    minutes: 5
    purpose: p
    question: q
    instructions: i
    cards:
      - {id: one, label: One}
"""


def mistakes(more: str) -> list[str]:
    with pytest.raises(WorkshopMistakes) as found:
        read_workshop(FILE + more, "w.yaml")
    return [line.removeprefix("w.yaml:") for line in str(found.value).splitlines()]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", ["5: ‘circles’ is missing here: add ‘circles:’"]),
        ("    board: rings\n", ["5: ‘rings’ is missing here: add ‘rings:’"]),
        (
            "    board: columns\n    circles:\n      - {id: a, label: A}\n      - {id: b, label: B}\n",
            ["15: a board of ‘columns’ has no circles: write ‘board: venn’, or take them out"],
        ),
        (
            "    board: columns\n    columns:\n      - {id: a, label: A}\n",
            ["15: ‘columns’ has 1 entries: it needs at least 2"],
        ),
        (
            "    board: rings\n    rings:\n      - {id: aside, label: A}\n      - {id: b, label: B}\n",
            ["16: a ring cannot have the id ‘aside’: it is the place for cards that do not apply"],
        ),
    ],
)  # fmt: skip
def test_what_a_board_is_made_of_is_told_in_its_line(more: str, told: list[str]) -> None:
    assert mistakes(more) == told


def test_every_mistake_in_a_reference_is_told_in_its_line() -> None:
    more = """\
    board: columns
    columns: [{id: a, label: A}, {id: b, label: B}]
    compare:
      source: A study
      places:
        one: c
        two: a
"""
    assert mistakes(more) == [
        "19: ‘one’: there is no column ‘c’: there can be a, b, none, aside",
        "20: ‘two’: there is no card with this id to compare: name one of the deck",
    ]


def test_a_reference_is_written_as_an_id_a_list_none_or_aside() -> None:
    more = "    circles: [{id: a, label: A}, {id: b, label: B}]\n    compare: {source: S, places: {one: %s}}\n"
    for written, place in (("a", ("a",)), ("[b, a]", ("a", "b")), ("none", ()), ("aside", ASIDE)):
        (activity,) = read_workshop(FILE + more % written, "w.yaml").activities
        assert isinstance(activity, CardSort)
        assert activity.reference("one") == place
    assert mistakes(more % "{x: y}") == ["15: ‘one’: write the id of a place, a list of ids, ‘none’ or ‘aside’"]
