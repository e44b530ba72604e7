"""The rule that puts people together by what they chose: the same for the same choices, everybody once, never too many."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.matching import Group, Matching, Sizes, as_matching, common, grouped, nearest

TOPICS = ("reading", "writing", "talk", "behaviour", "maths")
CHOICES = st.dictionaries(
    st.integers(1, 60).map("p-{}".format),
    st.lists(st.sampled_from(TOPICS), unique=True, max_size=3).map(tuple),
    max_size=40,
)
SIZES = st.integers(1, 6).flatmap(
    lambda least: st.integers(2 * least - 1, 14).map(lambda most: Sizes(least=least, most=most))
)


@given(CHOICES, st.none() | SIZES)
def test_everybody_is_in_exactly_one_cluster(chosen: dict[str, tuple[str, ...]], sizes: Sizes | None) -> None:
    members = [who for group in grouped(chosen, TOPICS, sizes) for who in group.members]
    assert sorted(members) == sorted(chosen)


@given(CHOICES, SIZES)
def test_no_cluster_is_too_large_and_none_too_small_but_where_all_are_too_few(
    chosen: dict[str, tuple[str, ...]], sizes: Sizes
) -> None:
    found = [len(group.members) for group in grouped(chosen, TOPICS, sizes)]
    if len(chosen) < sizes.least:
        assert found == ([len(chosen)] if chosen else [])
    else:
        assert all(sizes.least <= size <= sizes.most for size in found)


@given(CHOICES, st.none() | SIZES, st.randoms())
def test_who_came_first_makes_no_difference(
    chosen: dict[str, tuple[str, ...]], sizes: Sizes | None, random: Any
) -> None:
    people = list(chosen)
    random.shuffle(people)
    assert grouped({who: chosen[who] for who in people}, TOPICS, sizes) == grouped(chosen, TOPICS, sizes)


@given(CHOICES)
def test_without_sizes_whoever_chose_shares_a_topic_with_everybody_in_their_cluster(
    chosen: dict[str, tuple[str, ...]],
) -> None:
    for group in grouped(chosen, TOPICS):
        those = [set(chosen[who]) for who in group.members]
        assert set.intersection(*those) or not any(those)


def test_each_goes_with_the_topic_of_theirs_that_most_chose() -> None:
    chosen = {"a": ("reading", "talk"), "b": ("talk",), "c": ("talk", "maths"), "d": ("maths",)}
    assert grouped(chosen, TOPICS) == (
        Group(topics=("talk",), members=("a", "b", "c")),
        Group(topics=("maths",), members=("d",)),
    )


def test_one_that_is_too_small_joins_the_one_it_has_most_in_common_with() -> None:
    chosen = {"a": ("talk",), "b": ("talk",), "c": ("maths",), "d": ("maths",), "e": ("reading", "maths")}
    chosen |= {"f": ("reading",)}
    groups = grouped(chosen, TOPICS, Sizes(least=2, most=4))
    assert {frozenset(group.members) for group in groups} == {frozenset("ab"), frozenset("cdef")}


def test_who_comes_late_joins_where_most_is_shared_then_the_smallest() -> None:
    groups = [Group(topics=("talk",), members=("a", "b")), Group(topics=("maths",), members=("c",))]
    assert nearest(("talk",), groups) == 0
    assert nearest((), groups) == 1
    assert nearest(("talk",), []) is None


def test_what_a_cluster_has_in_common_is_what_half_of_it_chose() -> None:
    assert common({"a": ("talk", "maths"), "b": ("talk",), "c": ("maths",)}, TOPICS) == ("talk", "maths")
    assert common({"a": ("talk",), "b": ("maths",), "c": ("reading",)}, TOPICS) == ("reading",)
    assert common({"a": ()}, TOPICS) == ()


def test_sizes_that_leave_somebody_over_are_refused() -> None:
    with pytest.raises(ValueError, match="let ‘to’ be at least 7"):
        Sizes(least=4, most=5)


def test_a_field_alone_is_enough_and_names_need_their_owners_leave() -> None:
    assert Matching.model_validate(as_matching("topics")) == Matching(by="topics")
    with pytest.raises(ValueError, match="‘show’ is missing"):
        Matching(by="topics", name="called")
