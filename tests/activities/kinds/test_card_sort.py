from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from activities.kinds.activity import blank, offers, progress, shown, summarise
from activities.kinds.card_counts import ASIDE, CardSortSummary, agreement, place_key, place_of
from activities.kinds.card_sort import NOT_BESIDE, Card, CardSort, CardSortResponse, Circle, cards_of
from activities.refusal import Refused
from tests.activities.examples import card_sort, sorts

SORT = card_sort()
circles = st.sampled_from([circle.id for circle in SORT.circles])
cards = st.sampled_from([card.id for card in SORT.cards])


def summary_of(responses: list[CardSortResponse]) -> CardSortSummary:
    summary = summarise(SORT, responses)
    assert isinstance(summary, CardSortSummary)
    return summary


@given(sorts(SORT), cards, circles)
def test_the_same_key_twice_puts_a_card_back_where_it_was(response: CardSortResponse, card: str, circle: str) -> None:
    if response.placements.get(card) in (ASIDE, ()):
        response = response.take_back(card)
    assert response.toggle(SORT, card, circle).toggle(SORT, card, circle) == response


@given(sorts(SORT), cards)
def test_setting_a_card_aside_twice_puts_it_in_the_deck(response: CardSortResponse, card: str) -> None:
    response = response.take_back(card)
    aside = response.set_aside(card)
    assert aside.placements[card] == ASIDE
    assert aside.set_aside(card) == response


@given(sorts(SORT), cards, circles)
def test_a_circle_takes_in_a_card_that_was_aside(response: CardSortResponse, card: str, circle: str) -> None:
    assert response.put(card, ASIDE).toggle(SORT, card, circle).placements[card] == (circle,)


@given(sorts(SORT))
def test_a_card_is_in_exactly_one_place(response: CardSortResponse) -> None:
    places = {(), *SORT.regions, ASIDE}
    assert all(place in places for place in response.placements.values())
    assert set(response.placements) <= {card.id for card in cards_of(SORT, response)}
    inside = [card for place in places for card, where in response.placements.items() if where == place]
    assert sorted(inside) == sorted(response.placements)
    assert progress(SORT, response).done == len(response.placements)


@given(sorts(SORT), cards, circles)
def test_a_move_changes_no_other_card_and_not_the_sort_it_was_made_from(
    response: CardSortResponse, card: str, circle: str
) -> None:
    before = response.model_dump()
    after = response.toggle(SORT, card, circle)
    assert response.model_dump() == before
    assert {k: v for k, v in after.placements.items() if k != card} == {
        k: v for k, v in response.placements.items() if k != card
    }


@given(sorts(SORT))
def test_a_sort_survives_being_kept(response: CardSortResponse) -> None:
    assert CardSortResponse.model_validate_json(response.model_dump_json()) == response


@given(st.lists(st.integers(0, 30), max_size=8))
def test_agreement_is_the_share_of_pairs_that_agree(counts: list[int]) -> None:
    people = [place for place, count in enumerate(counts) for _ in range(count)]
    pairs = list(combinations(people, 2))
    expected = sum(a == b for a, b in pairs) / len(pairs) if pairs else None
    found = agreement(counts)
    assert found == (None if expected is None else pytest.approx(expected))
    assert found is None or 0 <= found <= 1


@given(st.lists(sorts(SORT), max_size=8))
def test_the_counts_of_a_summary_add_up_to_those_who_placed_the_card(responses: list[CardSortResponse]) -> None:
    summary = summary_of(responses)
    assert [card.card for card in summary.cards] == [card.id for card in SORT.cards]
    assert summary.participants == sum(bool(r.placements or r.own) for r in responses)
    for card in summary.cards:
        assert card.n == sum(card.placements.values()) == sum(card.card in r.placements for r in responses)
        assert all(place_key(place_of(key)) == key for key in card.placements)


@given(st.lists(sorts(SORT), max_size=8))
def test_the_contested_come_least_agreed_first_and_nothing_agreed_is_among_them(
    responses: list[CardSortResponse],
) -> None:
    found = [card.agreement for card in summary_of(responses).contested()]
    assert all(share is not None and share < 1 for share in found)
    assert found == sorted(found, key=lambda share: share or 0)


def test_own_cards_with_the_same_words_are_one_card_in_the_summary() -> None:
    one = CardSortResponse().write_card(SORT, "Phone  log").toggle(SORT, "own-1", "left")
    other = CardSortResponse().write_card(SORT, "phone log").toggle(SORT, "own-1", "right")
    (own,) = summary_of([one, other]).own_cards
    assert (own.label, own.n, own.placements) == ("Phone log", 2, {"left": 1, "right": 1})


def test_blank_cards_run_out_and_say_so() -> None:
    response = CardSortResponse()
    for label in ("one", "two", "three"):
        response = response.write_card(SORT, label)
    with pytest.raises(Refused, match="All 3 blank cards are used"):
        response.write_card(SORT, "four")


def test_a_blank_card_cannot_be_left_empty_or_repeat_a_card_of_the_deck() -> None:
    with pytest.raises(Refused, match="few words"):
        CardSortResponse().write_card(SORT, "  \n ")
    with pytest.raises(Refused, match="already"):
        CardSortResponse().write_card(SORT, "ALPHA")


def test_a_card_with_too_many_words_is_refused_and_not_cut() -> None:
    with pytest.raises(Refused, match="60 characters at most; this one has 61"):
        CardSortResponse().write_card(SORT, "x" * 61)


def test_a_torn_up_card_leaves_no_place_behind_and_its_number_is_not_given_to_a_card_that_stays() -> None:
    response = CardSortResponse().write_card(SORT, "one").write_card(SORT, "two").toggle(SORT, "own-1", "left")
    response = response.tear_up("own-1").write_card(SORT, "three")
    assert [card.id for card in response.own] == ["own-2", "own-3"]
    assert response.placements == {}
    assert response.tear_up("alpha") == response


def test_what_is_sorted_is_offered_under_its_region_and_what_is_aside_is_not() -> None:
    response = CardSortResponse().put("alpha", ("left", "top")).put("beta", ASIDE).put("gamma", ())
    assert [(offer.heading, offer.text) for offer in offers(SORT, response)] == [
        ("Left and Top", "Alpha"),
        ("None of these", "Gamma"),
    ]


def test_nobody_has_begun_with_a_blank_sort() -> None:
    assert not progress(SORT, blank(SORT)).begun
    assert summarise(SORT, [blank(SORT)]).participants == 0


@pytest.mark.parametrize("circles", [2, 3])
def test_regions_are_every_way_to_be_in_a_circle(circles: int) -> None:
    regions = card_sort(circles=circles).regions
    assert len(regions) == len(set(regions)) == 2**circles - 1
    assert [len(region) for region in regions] == sorted(len(region) for region in regions)


def test_ids_that_mean_something_else_are_not_for_circles_and_cards() -> None:
    with pytest.raises(ValidationError, match="cannot have the id ‘aside’"):
        Circle(id="aside", label="Aside")
    with pytest.raises(ValidationError, match="cannot begin with ‘own-’"):
        Card(id="own-1", label="Mine")
    with pytest.raises(ValidationError, match="used more than once"):
        CardSort.model_validate(SORT.model_dump() | {"cards": [SORT.cards[0], SORT.cards[0]]})


def test_an_own_card_is_shown_by_its_words_from_as_many_writers_on_and_by_its_place_from_as_many_sorts_on() -> None:
    def wrote(label: str, circle: str) -> CardSortResponse:
        return CardSortResponse().write_card(SORT, label).toggle(SORT, "own-1", circle)

    everyone = [wrote("Phone log", "left"), wrote("phone log", "left"), wrote("Diary", "right")]
    summary = shown(SORT, summary_of(everyone), 2)
    assert isinstance(summary, CardSortSummary)
    assert [(card.label, card.n, dict(card.placements)) for card in summary.own_cards] == [
        ("Diary", 0, {}),
        ("Phone log", 2, {"left": 2}),
    ]
    assert summary.model_dump()["own_cards"][0]["n"] is None
    few = shown(SORT, summary_of([*everyone[:1], CardSortResponse().put("alpha", ())]), 2)
    assert isinstance(few, CardSortSummary)
    assert (few.own_cards, few.model_dump()["own_cards"], few.withheld) == ((), None, None)
    beside = shown(SORT, summary_of(everyone), 2, apart={})
    assert isinstance(beside, CardSortSummary)
    assert (beside.own_cards, beside.own_withheld) == ((), NOT_BESIDE)
