from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.figures import quantile
from activities.kinds.activity import Offer, offers, progress, summarise
from activities.kinds.pathway import PathwayResponse, PathwaySummary
from tests.activities.examples import pathway

PATH = pathway()
FIRST, SECOND = PATH.strands


@given(st.lists(st.integers(1, 7), min_size=2, max_size=60))
def test_quantiles_are_those_of_the_standard_library(values: list[int]) -> None:
    found = [quantile(values, share) for share in (0.25, 0.5, 0.75)]
    assert found == [pytest.approx(value) for value in quantiles(values, n=4, method="inclusive")]


@given(st.lists(st.floats(-100, 100), min_size=1), st.floats(0, 1))
def test_a_quantile_lies_between_the_least_and_the_most(values: list[float], share: float) -> None:
    found = quantile(values, share)
    assert found is not None
    assert min(values) - 1e-9 <= found <= max(values) + 1e-9


def test_no_values_have_no_quantile_and_one_value_is_its_own() -> None:
    assert quantile([], 0.5) is None
    assert quantile([3], 0.25) == 3


@given(st.lists(st.integers(-9, 9)), st.integers(2, 7))
def test_a_mark_never_leaves_its_strand(steps: list[int], stages: int) -> None:
    strand = pathway(stages=stages).strands[0]
    response = PathwayResponse()
    for by in steps:
        response = response.step(strand, by)
        stage = response.mark(strand.id).stage
        assert stage is not None
        assert 1 <= stage <= stages


@given(st.integers())
def test_a_mark_that_is_set_is_kept_between_the_ends(stage: int) -> None:
    assert PathwayResponse().stand_at(FIRST, stage).mark("first").stage in (1, 2, 3, 4)


@pytest.mark.parametrize("by", [-1, 1])
def test_the_first_step_marks_the_first_stage_whichever_way(by: int) -> None:
    assert PathwayResponse().step(FIRST, by).mark("first").stage == 1


def test_a_mark_keeps_its_example_and_move_when_the_stage_changes() -> None:
    response = PathwayResponse().give_evidence("first", "I did.").plan_move("first", "I will.").stand_at(FIRST, 3)
    mark = response.mark("first")
    assert (mark.stage, mark.evidence, mark.move) == (3, "I did.", "I will.")
    assert response.mark("second").stage is None


@given(st.lists(st.lists(st.integers(1, 4) | st.none(), min_size=2, max_size=2), max_size=12))
def test_the_stages_of_a_summary_add_up_to_those_who_marked(marks: list[list[int | None]]) -> None:
    responses = []
    for row in marks:
        response = PathwayResponse()
        for strand, stage in zip(PATH.strands, row, strict=True):
            response = response if stage is None else response.stand_at(strand, stage)
        responses.append(response)
    summary = summarise(PATH, responses)
    assert isinstance(summary, PathwaySummary)
    assert summary.participants == sum(any(row) for row in marks)
    for index, found in enumerate(summary.strands):
        given_stages = [row[index] for row in marks if row[index] is not None]
        assert sum(found.stages.values()) == found.n == len(given_stages)
        assert list(found.stages) == ["1", "2", "3", "4"]
        assert (found.median is None) == (found.n == 0)


def test_an_example_without_a_mark_has_begun_and_is_not_done() -> None:
    response = PathwayResponse().give_evidence("first", "I did.")
    assert progress(PATH, response).done == 0
    assert summarise(PATH, [response]).participants == 1


def test_the_next_moves_are_offered_under_their_strands() -> None:
    response = PathwayResponse().plan_move("second", " Ask a colleague. ").plan_move("first", "  ")
    assert offers(PATH, response) == (Offer(heading="Second", text="Ask a colleague."),)
