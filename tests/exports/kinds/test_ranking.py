"""A ranking on paper: one's own order, the room's, and the form to fill in by hand."""

from activities.kinds.activity import shown, summarise
from activities.kinds.ranking import RankingResponse, RankingSummary
from exports.document import Table, Text, words_of
from exports.kinds import ranking as _  # noqa: F401 - it registers its sections
from exports.kinds.ranking import _ as _registered  # noqa: F401 - its sections are registered
from exports.kinds.sections import Results, main_points, own_section, room_section
from exports.pictures.slope import Slope
from tests.activities.examples import ranking

RANKING = ranking()


def order(*tiers: str) -> RankingResponse:
    return RankingResponse(tiers=tuple(tuple(tier.split()) for tier in tiers))


def summary(smallest: int = 1) -> RankingSummary:
    given = [order("alpha", "beta", "gamma"), order("alpha", "beta"), order("beta", "alpha gamma")]
    found = shown(RANKING, summarise(RANKING, given), smallest)
    assert isinstance(found, RankingSummary)
    return found


def texts(blocks: object) -> list[str]:
    return [words_of(one.runs) for one in blocks if isinstance(one, Text)]  # type: ignore[attr-defined]


def test_ones_own_order_stands_beside_the_reference_which_is_no_norm() -> None:
    blocks = own_section(RANKING, {1: order("alpha"), 2: order("alpha beta", "gamma")})
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert table.head == ("You", "Item", "They")
    assert table.rows == (("1.5", "Alpha", "2.5"), ("1.5", "Beta", "1"), ("3", "Gamma", "2.5"))
    assert "Left out: Delta; Epsilon" in texts(blocks)
    assert "They: A survey of 40 schools. A comparison, not a norm." in texts(blocks)


def test_the_form_does_not_show_the_reference() -> None:
    blocks = own_section(RANKING, {})
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert [row[0] for row in table.rows] == [""] * 5
    assert "survey" not in repr(blocks)


def test_the_room_sheet_has_the_slope_chart_and_the_figures() -> None:
    found = Results({1: summary()}, 1)
    blocks = room_section(RANKING, found)
    (slope,) = (one for one in blocks if isinstance(one, Slope))
    assert [(one.label, one.left_figure, one.right_figure) for one in slope.things] == [
        ("Alpha", "1 (1–1.8)", "2.5"),
        ("Beta", "2 (1.5–2)", "1"),
        ("Gamma", "2.8 (2.6–2.9)", "2.5"),
    ]
    (table,) = (one for one in blocks if type(one) is Table)
    assert table.rows[0] == ("Alpha", "1", "1 and 1.8", "3", "0", "2.5")
    assert table.rows[-1] == ("Epsilon", "–", "–", "0", "3", "–")
    assert main_points(RANKING, summary())[1].startswith("Furthest from A survey of 40 schools: Alpha (1, there 2.5)")


def test_what_is_withheld_has_no_figures_but_a_reason() -> None:
    blocks = room_section(RANKING, Results({1: summary(3)}, 1))
    (table,) = (one for one in blocks if type(one) is Table)
    rows = {row[0]: row for row in table.rows}
    assert rows["Gamma"] == ("Gamma", "not shown", "", "", "", "2.5")
    assert any("Fewer than 3 put this in their order" in words for words in texts(blocks))
