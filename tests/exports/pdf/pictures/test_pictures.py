"""Every picture as a drawing: what it says, that it says it in every script, and that SVG has the same."""

from io import BytesIO

import pdfplumber
import pytest
from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Ellipse, Group, Path, Rect, Shape, String

from exports.document import Code, Picture, Table
from exports.pdf.paper import MM
from exports.pdf.pictures import NotDrawn, drawing
from exports.pdf.pictures.cards import arranged
from exports.pdf.pictures.code import LARGEST, MOST, matrix, size
from exports.pdf.pictures.rings import SHARE, nested
from exports.pdf.pictures.surface import Surface
from exports.pdf.pictures.venn import HEIGHTS
from exports.pictures.bars import Bars
from exports.pictures.columns import Columns
from exports.pictures.rings import Rings
from exports.pictures.stages import Spread, Stages
from exports.pictures.venn import PlacedCard, Venn
from tests.exports.pdf.printed import printed, text_of

STAGES = ("Starting", "Developing", "Established", "Leading")


def shapes(drawn: Drawing | Group) -> list[Shape]:
    """Every shape, those in groups too."""
    found: list[Shape] = []
    for shape in drawn.contents:
        found += shapes(shape) if isinstance(shape, Group) else [shape]
    return found


def words(drawn: Drawing) -> list[str]:
    return [shape.text.replace("\u00a0", " ") for shape in shapes(drawn) if isinstance(shape, String)]


def test_the_mark_is_ringed_and_an_earlier_one_is_a_square_with_words() -> None:
    drawn = drawing(Stages(STAGES, mark=3, before=2), 174)
    assert "now" in words(drawn)
    assert "before" in words(drawn)
    assert sum(isinstance(shape, Ellipse) for shape in shapes(drawn)) == 4
    assert sum(isinstance(shape, Rect) for shape in shapes(drawn)) == 1
    assert "before and now" in words(drawing(Stages(STAGES, mark=3, before=3), 174))


def test_a_stage_s_title_wraps_between_words_and_else_gets_smaller() -> None:
    said = words(drawing(Stages(("Collaborative professional enquiry", "Two", "Communication")), 90))
    assert {"1 Collaborative", "professional", "enquiry"} <= set(said)
    assert "5 Internationalisation" in words(drawing(Stages((*STAGES, "Internationalisation")), 174))
    assert not any(word.endswith("-") for word in said)


def test_a_word_that_is_too_wide_even_so_is_parted_by_a_hyphen() -> None:
    said = words(drawing(Stages(("Donaudampfschifffahrtsgesellschaft",) * 6), 174))
    assert any(word.endswith("-") for word in said)


def test_descriptors_stand_under_their_titles() -> None:
    drawn = drawing(Stages(STAGES, descriptors=("we begin", "we go on", "we stay", "we lead")), 174)
    assert {"we begin", "we lead"} <= set(words(drawn))
    assert drawn.height > drawing(Stages(STAGES), 174).height


def test_the_parts_of_a_bar_are_as_wide_as_their_counts_and_differ_without_colour() -> None:
    drawn = drawing(Spread(STAGES, (1, 3, 4, 2)), 100)
    bars = [shape for shape in shapes(drawn) if isinstance(shape, Rect) and shape.height == 8 * MM and shape.fillColor]
    assert [round(bar.width / (10 * MM)) for bar in bars] == [1, 3, 4, 2]
    shades = [bar.fillColor.rgb() for bar in bars]
    assert len({*shades[1:]}) == 3, "white and hatched are both white"
    hatching = [shape for shape in shapes(drawn) if not isinstance(shape, Rect | String)]
    assert len(hatching) > 10


def test_the_legend_has_every_title_with_its_count_also_where_nobody_is() -> None:
    assert {"Starting: 0", "Leading: 2"} <= set(words(drawing(Spread(STAGES, (0, 3, 4, 2)), 174)))


def test_long_titles_of_a_legend_stand_in_more_rows() -> None:
    long = tuple(f"Professional-learning-communities {number}" for number in range(6))
    short = drawing(Spread(("a", "b", "c", "d", "e", "f"), (1,) * 6), 174)
    assert drawing(Spread(long, (1,) * 6), 174).height > short.height


def cards(count: int, regions: tuple[tuple[int, ...], ...], label: str) -> tuple[PlacedCard, ...]:
    return tuple(PlacedCard(regions[n % len(regions)], f"{label} {n}", f"card {n}") for n in range(count))


TWO: tuple[tuple[int, ...], ...] = ((0,), (1,), (0, 1))
THREE: tuple[tuple[int, ...], ...] = (*TWO, (2,), (0, 2), (1, 2), (0, 1, 2))


@pytest.mark.parametrize(("circles", "regions"), [(("A", "B"), TWO), (("A", "B", "C"), THREE)])
def test_circles_differ_by_their_dashes(circles: tuple[str, ...], regions: tuple[tuple[int, ...], ...]) -> None:
    drawn = drawing(Venn(circles, cards(7, regions, "Policies")), 174)
    dashes = [tuple(each.strokeDashArray or ()) for each in shapes(drawn) if isinstance(each, Ellipse)]
    assert len(set(dashes)) == len(circles)
    assert set(circles) <= set(words(drawn))


def test_a_card_of_one_s_own_is_outlined_in_blue() -> None:
    venn = Venn(("A", "B"), (PlacedCard((0,), "given", "given"), PlacedCard((0,), "mine", "mine", own=True)))
    outlines = [shape.strokeWidth for shape in shapes(drawing(venn, 174)) if isinstance(shape, Rect)]
    assert sorted(outlines) == [0.5, 1.6]


def test_the_circles_grow_with_their_cards() -> None:
    heights = [drawing(Venn(("A", "B"), cards(count, TWO, "Feedback from leaders")), 174).height for count in (6, 30)]
    assert heights[0] < heights[1] <= HEIGHTS[2][-1] + 20 * MM


def test_shorter_words_stand_where_whole_ones_do_not_fit() -> None:
    said = words(drawing(Venn(("A", "B"), cards(36, TWO, "A very long label of a card that says a lot")), 174))
    assert "card 1" in said


def test_where_no_words_fit_numbers_stand_for_them_and_a_list_says_which() -> None:
    many = tuple(
        PlacedCard((0, 1), f"A long name of a card, number {n}", "not short enough for it" * 3) for n in range(30)
    )
    said = words(drawing(Venn(("One", "Two"), many), 174))
    assert {"1", "30", "One and Two"} <= set(said)
    assert any(word.startswith("30 ") for word in said)
    text = text_of(printed(Venn(("One", "Two"), many)))
    assert all(f"number {n}" in text for n in range(30))


def test_a_code_is_at_level_m_and_no_larger_than_version_12() -> None:
    assert len(matrix("x" * MOST)) == LARGEST * 4 + 17
    with pytest.raises(ValueError, match="do not fit"):
        matrix("ŵ" * 144)


def test_a_code_is_printed_at_25_to_30_millimetres() -> None:
    assert 25 * MM <= size("x") <= size("x" * MOST) <= 30 * MM


def test_letters_that_need_shaping_are_outlines_in_a_drawing_for_any_page() -> None:
    drawn = drawing(Stages(("شكرا", "ẹ̀kọ́")), 174)
    assert not any("شكرا" in word or "ẹ̀" in word for word in words(drawn))
    assert any(isinstance(shape, Path) for shape in shapes(drawn))


def test_letters_in_a_printed_picture_are_letters() -> None:
    with pdfplumber.open(BytesIO(printed(Stages(("שלום", "Two"))))) as opened:
        fonts = {char["fontname"].split("+")[1] for char in opened.pages[0].chars}
    assert "NotoSansHebrew-Regular" in fonts


def test_what_a_picture_cannot_print_is_counted_once() -> None:
    assert "2 characters could not be printed" in text_of(printed(Stages(("老师", "Two"))))


@pytest.mark.parametrize(
    "picture",
    [Stages(STAGES, 2), Spread(STAGES, (1, 2, 3, 4)), Venn(("A", "B"), cards(6, TWO, "x")), Code("Goal", "caption")],
    ids=lambda picture: type(picture).__name__,
)
def test_every_picture_can_be_svg(picture: Picture) -> None:
    assert "</svg>" in renderSVG.drawToString(drawing(picture, 100))
    assert drawing(picture, 100).width == pytest.approx(100 * MM)


class Slope(Picture):
    @property
    def alternative(self) -> str:
        return ""

    @property
    def table(self) -> Table:
        raise NotImplementedError


def test_a_picture_that_nobody_draws_is_told_from_the_others() -> None:
    with pytest.raises(NotDrawn, match="Slope"):
        drawing(Slope(), 100)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_cards_of_a_ring_lie_in_it_and_above_the_ring_inside(count: int) -> None:
    names = ("Ours", "The school", "The trust", "Beyond")[:count]
    placed = tuple(PlacedCard((n % count,), f"Workbook {n}", f"W {n}") for n in range(3 * count))
    picture = Rings(names, placed)
    surface = Surface(174 * MM)
    board = arranged(picture, surface)
    rings = nested(count, surface.width * SHARE, board.height)
    assert len(board.cards) == len(placed)
    for card, chip, spot in board.cards:
        box = chip.boxes[spot.way]
        (ring,) = card.region
        for x in (spot.x, spot.x + box.width):
            for y in (spot.top, spot.top - box.height):
                inside = [((x - e.x) / e.across) ** 2 + ((y - e.y) / e.up) ** 2 < 1 for e in rings]
                assert inside == [at >= ring for at in range(count)]
    assert set(names) <= set(words(drawing(picture, 174)))


def test_too_many_cards_in_rings_are_numbers_with_a_key() -> None:
    many = tuple(PlacedCard((0,), f"A long name of a card, number {n}", "no shorter than it is" * 3) for n in range(30))
    said = words(drawing(Rings(("One", "Two"), many), 174))
    assert {"1", "30", "One"} <= set(said)
    assert any(word.startswith("30 ") for word in said)


def test_columns_have_their_names_above_and_every_card_whole() -> None:
    placed = tuple(PlacedCard((n % 6,), f"Observation notes {n}", "obs") for n in range(12))
    said = " ".join(words(drawing(Columns(tuple("ABCDEF"), placed), 174)))
    assert all(name in said for name in "ABCDEF")
    assert said.count("Observation") == 12
    heights = [drawing(Columns(("A", "B"), placed[:n]), 174).height for n in (0, 2)]
    assert heights[0] > heights[1] > 30 * MM


def test_bars_are_as_long_as_their_counts_with_the_round_before_over_them() -> None:
    drawn = drawing(Bars(("One", "Two", "None"), (4, 2, 0)), 174)
    lengths = [shape.width for shape in shapes(drawn) if isinstance(shape, Rect)]
    assert len(lengths) == 2
    assert lengths[0] == pytest.approx(2 * lengths[1])
    assert {"One", "Two", "None", "4", "2", "0", "How many"} <= set(words(drawn))
    both = drawing(Bars(("One", "Two"), (4, 2), before=(1, 5), of="Dots"), 174)
    assert {"before", "now", "1", "5", "Dots"} <= set(words(both))
    assert both.height > drawing(Bars(("One", "Two"), (4, 2)), 174).height
