"""A dot vote on paper: one's own dots, a table to put them by hand, and everybody's in order."""

from activities.kinds.activity import shown, summarise
from activities.kinds.dot_vote import DotVoteResponse, DotVoteSummary
from activities.session.rounds import Shift
from exports.document import Table, WritingLines
from exports.kinds import dot_vote as _  # noqa: F401 - it registers its sections
from exports.kinds.sections import Results, main_points, own_section, room_section
from exports.pictures.bars import Bars
from tests.activities.examples import dot_vote
from tests.exports.blocks import found, said


def summary(*given: dict[str, int], smallest: int = 1) -> DotVoteSummary:
    made = shown(dot_vote(), summarise(dot_vote(), [DotVoteResponse(dots=one) for one in given]), smallest)
    assert isinstance(made, DotVoteSummary)
    return made


def test_the_handout_has_ones_own_dots_most_first() -> None:
    blocks = own_section(dot_vote(), {1: DotVoteResponse(dots={"alpha": 1, "beta": 2})})
    assert [(label, dots.count("●")) for label, dots in found(blocks, Table)[0].rows] == [("Beta", 2), ("Alpha", 1)]
    assert "Without a dot of yours: Gamma" in said(blocks)


def test_a_second_vote_says_where_the_dots_were_at_first() -> None:
    given = {1: DotVoteResponse(dots={"alpha": 2}), 2: DotVoteResponse(dots={"beta": 1})}
    assert "Before the discussion: Alpha 2" in said(own_section(dot_vote(), given))


def test_by_hand_there_is_a_cell_for_every_item_and_the_rule() -> None:
    blocks = own_section(dot_vote(), {})
    assert "You have 3 dots, at most 2 on one." in said(blocks)
    assert [row[0] for row in found(blocks, Table)[0].rows] == ["Alpha", "Beta", "Gamma"]


def test_what_is_still_to_be_gathered_has_lines() -> None:
    assert found(own_section(dot_vote(items=[], gather="prompts"), {}), WritingLines)


def test_the_room_sheet_has_bars_in_order_and_how_many_people_are_behind_them() -> None:
    blocks = room_section(dot_vote(), Results({1: summary({"alpha": 1, "beta": 2}, {"beta": 1})}, 1))
    bars = found(blocks, Bars)[0]
    assert (bars.names, bars.counts, bars.of) == (("Beta", "Alpha", "Gamma"), (3, 1, 0), "Dots")
    assert found(blocks, Table)[0].rows[0] == ("Beta", "3", "2")
    assert "2 put 4 dots. ‘Beta’ has most, 3 dots, then ‘Alpha’ (1)." in said(blocks)


def test_two_rounds_stand_in_one_picture() -> None:
    results = Results({1: summary({"alpha": 1}), 2: summary({"beta": 1})}, 2, Shift(both=1, movers=1, parts={}))
    assert found(room_section(dot_vote(), results), Bars)[0].before == (0, 1, 0)


def test_the_main_point_is_what_has_most() -> None:
    assert main_points(dot_vote(), summary({"beta": 1})) == ["‘Beta’ has most, 1 dot."]
    assert main_points(dot_vote(), summary({"beta": 1}, smallest=5)) == []
