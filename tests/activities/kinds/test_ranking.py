"""Putting things in order: what moves do, what orders add up to, and what a file may say."""

from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from activities.figures import midranks, ordinal, place_in_words
from activities.kinds.activity import in_words, moved, offers, progress, shown, summarise, who_sees
from activities.kinds.audience import COUNTED
from activities.kinds.ranking import Ranking, RankingResponse, RankingSummary
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import orders, ranking

RANKING = ranking()
items = st.sampled_from([item.id for item in RANKING.items])


def order(*tiers: str) -> RankingResponse:
    return RankingResponse(tiers=tuple(tuple(tier.split()) for tier in tiers))


@given(orders(RANKING))
def test_an_item_stands_once_or_nowhere_and_no_tier_is_empty(response: RankingResponse) -> None:
    assert len(set(response.ranked)) == len(response.ranked)
    assert all(response.tiers)
    assert set(response.ranked) | {item.id for item in response.left(RANKING)} == {item.id for item in RANKING.items}
    assert progress(RANKING, response).done == len(response.ranked)
    assert RankingResponse.model_validate_json(response.model_dump_json()) == response


@given(orders(RANKING), items, st.sampled_from([-1, 1]))
def test_a_move_leaves_the_others_in_their_order(response: RankingResponse, item: str, by: int) -> None:
    after = response.move(item, by)
    others = [one for one in response.ranked if one != item]
    assert [one for one in after.ranked if one != item] == others
    if item in response.ranks and item in after.ranks:
        assert (after.ranks[item] - response.ranks[item]) * by >= 0


@given(orders(RANKING), items)
def test_alone_up_and_down_again_is_where_it_was(response: RankingResponse, item: str) -> None:
    if all(len(tier) == 1 for tier in response.tiers) and item in response.ranked[1:]:
        assert response.move(item, -1).move(item, 1) == response


@given(orders(RANKING), items)
def test_level_is_with_what_stands_just_before_and_again_it_is_alone(response: RankingResponse, item: str) -> None:
    after = response.level(item)
    was_level = any(item in tier and len(tier) > 1 for tier in response.tiers)
    tier = next(tier for tier in after.tiers if item in tier)
    assert len(tier) == 1 if was_level or after.tiers[0] == (item,) else len(tier) > 1


@given(orders(RANKING), items, items)
def test_dragged_over_another_it_stands_beside_it(response: RankingResponse, item: str, other: str) -> None:
    after = response.put_by(item, other)
    if item == other:
        assert after == response
    elif other not in response.ranked:
        assert item not in after.ranked
    else:
        at = after.tiers.index((item,))
        beside = [tier for tier in after.tiers[max(at - 1, 0) : at + 2] if other in tier]
        assert len(beside) == 1


@given(orders(RANKING))
def test_ranks_share_what_the_level_ones_take_up(response: RankingResponse) -> None:
    ranks, n = response.ranks, len(response.ranked)
    assert sum(ranks.values()) == pytest.approx(n * (n + 1) / 2)
    assert list(ranks.values()) == sorted(ranks.values())


@given(st.lists(orders(RANKING), max_size=8))
def test_the_figures_are_those_of_who_has_it_in_their_order(responses: list[RankingResponse]) -> None:
    found = summary_of(responses, 1)
    begun = [one for one in responses if one.begun]
    assert found.participants == len(begun)
    for one in found.items:
        ranks = [each.ranks[one.item] for each in begun if one.item in each.ranks]
        assert (one.n, one.left_out) == (len(ranks), len(begun) - len(ranks))
        assert one.median == (median(ranks) if ranks else None)
        assert one.median is None or (one.q1 or 0) <= one.median <= (one.q3 or 0)


def summary_of(responses: list[RankingResponse], smallest: int = 5, **how: Any) -> RankingSummary:
    found = shown(RANKING, summarise(RANKING, responses), smallest, **how)
    assert isinstance(found, RankingSummary)
    return found


def test_the_json_has_the_figures_and_the_reference() -> None:
    found = summary_of([order("alpha", "beta gamma"), order("beta", "alpha")], 1).model_dump(mode="json")["items"]
    assert found[0] == {
        "item": "alpha", "n": 2, "median": 1.5, "q1": 1.25, "q3": 1.75, "left_out": 0, "reference": 2.5, "withheld": None,
    }  # fmt: skip
    assert (found[2]["median"], found[2]["left_out"], found[4]["reference"]) == (2.5, 1, None)


def test_what_too_few_have_in_their_order_is_null_but_the_reference() -> None:
    given_ = [order("alpha", "beta") for _ in range(4)] + [order("alpha")]
    found = {one["item"]: one for one in summary_of(given_).model_dump(mode="json")["items"]}
    assert (found["alpha"]["n"], found["alpha"]["median"]) == (5, 1)
    assert [found["beta"][key] for key in ("n", "median", "q1", "q3", "left_out", "reference")] == [None] * 5 + [1]
    assert (
        found["beta"]["withheld"]
        == "Fewer than 5 put this in their order. It is not shown: it could tell who they are."
    )
    assert summary_of(given_[:4]).items[0].median is None


def test_who_moved_what() -> None:
    before = order("alpha", "beta", "gamma")
    assert moved(RANKING, before, order("beta", "alpha", "gamma")) == {"alpha", "beta"}
    assert moved(RANKING, before, order("alpha", "beta")) == {"gamma"}


def test_what_is_in_order_is_offered_with_its_place() -> None:
    found = offers(RANKING, order("beta", "alpha gamma"))
    assert [(one.heading, one.text) for one in found] == [
        ("Ranking: 1st", "Beta"),
        ("Ranking: between 2nd and 3rd", "Alpha"),
        ("Ranking: between 2nd and 3rd", "Gamma"),
    ]
    assert who_sees(RANKING) == COUNTED


def test_results_in_words_begin_with_what_comes_first() -> None:
    told = in_words(RANKING, summary_of([order("beta", "alpha"), order("beta", "alpha", "gamma")], 1))
    assert told[0] == "Beta     median 1, quartiles 1 and 1, of 2   reference 1"
    assert told[2] == "Gamma    median 3, quartiles 3 and 3, of 1, left out by 1   reference 2.5"
    assert told[-2:] == ("Epsilon  in nobody's order", "A survey of 40 schools. A comparison, not a norm.")


def test_places_are_said_as_people_say_them() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "102nd",
    ]
    assert place_in_words(2.5) == "between 2nd and 3rd"
    assert midranks((("a",), ("b", "c", "d"))) == {"a": 1, "b": 3, "c": 3, "d": 3}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"items": RANKING.items[:2], "reference": None}, "at least 3 items"),
        ({"items": (RANKING.items[0],) * 3, "reference": None}, "used more than once"),
        ({"reference": {"source": "S", "tiers": [["alpha"], ["omega"]]}}, "‘tiers’ names ‘omega’, which is not among"),
        ({"reference": {"source": "S", "tiers": [["alpha"], ["alpha"]]}}, "more than once: an item has one place"),
    ],
)
def test_what_cannot_be_ranked_is_told(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Ranking.model_validate(RANKING.model_dump() | change)


def test_a_mistake_is_told_in_its_line() -> None:
    text = """\
id: w
title: W
summary: S
activities:
  - kind: ranking
    id: order
    title: T
    minutes: 5
    purpose: p
    question: q
    instructions: i
    items: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]
    reference: {source: S, tiers: [[a], [d]]}
"""
    with pytest.raises(WorkshopMistakes) as found:
        read_workshop(text, "w.yaml")
    assert str(found.value) == "w.yaml:13: ‘tiers’ names ‘d’, which is not among the items: a, b, c"
