"""The Venn board: where chips lie, how they read, and that nothing is cut in silence."""

import re
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.geometry import Offset, Size

from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_sort import CardSort
from tui.kinds.card_sort.board import Layout
from tui.kinds.card_sort.chips import Chip, cut, lay_out, plain, width_of
from tui.kinds.card_sort.field import Shape, shape
from tui.kinds.card_sort.paint import READABLE, bare_colour, card_colour, contrast, field, region_colour
from tui.kinds.card_sort.venn import VennBoard
from tui.palette import HALL, PALETTES, PAPER, Palette
from tui.widgets.half_blocks import Colours

SIZES = st.builds(Size, st.integers(54, 180), st.integers(17, 60))
WORDS = st.text(alphabet="abcdeé 私人😀شكر[]/", min_size=1, max_size=60).filter(lambda word: word.strip() != "")


def sort(circles: int) -> CardSort:
    names = ["Accountability", "Professional development", "Learning with pupils"][:circles]
    return CardSort.model_validate(
        {
            "id": "sort",
            "title": "Sort",
            "minutes": 10,
            "purpose": "To see.",
            "question": "What for?",
            "instructions": "Sort.",
            "circles": [{"id": f"c{i}", "label": name, "short": name[:8]} for i, name in enumerate(names)],
            "cards": [{"id": "one", "label": "One"}],
        }
    )


class Board(App[None]):
    def __init__(self, circles: int, layout: Layout, theme: str = "hall") -> None:
        super().__init__()
        self._circles, self._layout = circles, layout
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield VennBoard(sort(self._circles))

    def on_mount(self) -> None:
        self.board.lay(self._layout)

    @property
    def board(self) -> VennBoard:
        return self.screen.query_one(VennBoard)

    def text(self) -> str:
        return "\n".join(self.board.render_line(y).text for y in range(self.board.size.height))


def inside(board: Shape, mask: int, x: float, y: float) -> bool:
    return all((disc.off(x, y) < 0) == bool(mask >> i & 1) for i, disc in enumerate(board.discs))


def chips(number: int, label: str = "Card") -> tuple[Chip, ...]:
    return tuple(Chip(f"{label}-{i}", f"{label} number {i}", f"{label} {i}") for i in range(number))


class TestDiscs:
    @pytest.mark.parametrize("circles", [2, 3])
    @given(size=SIZES)
    def test_discs_lie_on_the_board_and_look_round(self, circles: int, size: Size) -> None:
        board = shape(*size, circles, top=1, bottom=4)
        for disc in board.discs:
            assert disc.x - disc.rx >= -0.01
            assert disc.x + disc.rx <= size.width + 0.01
            assert disc.y - disc.ry >= 1.99
            assert disc.y + disc.ry <= 2 * (size.height - 4) + 0.01
            assert 0.99 <= disc.rx / disc.ry <= 1.21

    @pytest.mark.parametrize("circles", [2, 3])
    def test_every_region_has_room(self, circles: int) -> None:
        board = shape(79, 34, circles, top=1, bottom=5)
        for mask in range(1, 2**circles):
            rows = board.spans(mask)
            assert rows
            assert max(b - a for _, a, b in rows) >= 12

    @pytest.mark.parametrize("palette", [HALL, PAPER], ids=["hall", "paper"])
    @pytest.mark.parametrize("colours", list(Colours))
    @pytest.mark.parametrize("circles", [2, 3])
    def test_the_field_covers_the_board(self, palette: Palette, colours: Colours, circles: int) -> None:
        board = shape(61, 23, circles, top=1, bottom=3)
        for lit in (None, 1, 3):
            rows = field(board, palette, colours, lit)
            assert [row.cell_length for row in rows] == [61] * 23
            assert all(width_of(row.text) == 61 for row in rows)

    def test_few_colours_make_outlines_of_lines(self) -> None:
        board = shape(61, 23, 2, top=1, bottom=3)
        text = "".join(row.text for row in field(board, HALL, Colours.FEW))
        assert set(text) <= set(" │─╭╮╰╯┼")
        assert text.count("╭") > 4


class TestChips:
    @settings(max_examples=150, deadline=None)
    @given(
        size=SIZES,
        circles=st.sampled_from([2, 3]),
        labels=st.lists(WORDS, min_size=1, max_size=40),
        tall=st.booleans(),
        keep=st.integers(0, 39),
    )
    def test_chips_lie_wholly_in_their_region_and_never_overlap(
        self, size: Size, circles: int, labels: list[str], tall: bool, keep: int
    ) -> None:
        board = shape(*size, circles, top=1, bottom=5)
        cards = tuple(Chip(str(i), label, label[:12]) for i, label in enumerate(labels))
        kept = str(keep) if keep < len(cards) else None
        for mask in range(1, 2**circles):
            rows = board.spans(mask)
            laid = lay_out(cards, rows, kept, tall=tall)
            taken: set[tuple[int, int]] = set()
            for one in laid:
                assert width_of(one.text) == one.width
                for x in (one.x, one.x + one.width):
                    for y in (2 * one.y - one.tall, 2 * one.y + 2 + one.tall):
                        assert inside(board, mask, x, y)
                cells = {(x, y) for x in range(one.x, one.x + one.width) for y in range(one.y, one.y + 1)}
                assert not cells & taken
                taken |= cells
            shown = {one.card for one in laid if one.card}
            note = "".join(one.text for one in laid if not one.card)
            missing = len(cards) - len(shown)
            if laid:
                assert missing == (int(re.sub(r"\D", "", note)) if note else 0)
                assert kept is None or kept in shown or not shown

    def test_a_label_that_does_not_fit_gives_way_to_the_short_one(self) -> None:
        chip = Chip("x", "Coaching and mentoring notes", "Coaching", "3")
        assert chip.text(brief=False, widest=40) == " Coaching and mentoring notes 3 "
        assert chip.text(brief=False, widest=20) == " Coaching 3 "
        assert chip.text(brief=False, widest=9) == " Coac… 3 "

    @given(text=st.text(max_size=40), width=st.integers(0, 30))
    def test_cut_text_fits_and_says_that_it_is_cut(self, text: str, width: int) -> None:
        words = plain(text)
        short = cut(words, width)
        assert width_of(short) <= width
        assert short == words or width == 0 or short.endswith("…")

    @pytest.mark.parametrize("nasty", ["a\x1b[31mb", "a\u200bb", "a\u202eb", "a\x07b", "a\x9bb"])
    def test_what_moves_the_cursor_or_has_no_width_is_dropped(self, nasty: str) -> None:
        assert plain(nasty) in ("ab", "a[31mb")


class TestContrast:
    @pytest.mark.parametrize("palette", [HALL, PAPER], ids=["hall", "paper"])
    @pytest.mark.parametrize("colours", list(Colours))
    @pytest.mark.parametrize("mask", range(8))
    def test_words_in_every_region_can_be_read(self, palette: Palette, colours: Colours, mask: int) -> None:
        assert contrast(palette.text, card_colour(palette, mask, colours)) >= READABLE
        assert contrast(palette.text, bare_colour(palette, mask, colours)) >= READABLE
        assert contrast(palette.ground, palette.now) >= READABLE
        assert contrast(palette.text, palette.panel) >= READABLE

    @pytest.mark.parametrize("palette", [HALL, PAPER], ids=["hall", "paper"])
    @pytest.mark.parametrize("colours", [Colours.MANY, Colours.INDEXED])
    def test_no_two_regions_look_the_same(self, palette: Palette, colours: Colours) -> None:
        seen = [region_colour(palette, mask, colours) for mask in range(8)]
        assert len(set(seen)) == 8


class TestBoard:
    async def test_each_circle_is_named_with_its_key(self) -> None:
        app = Board(3, Layout())
        async with app.run_test(size=(80, 36)):
            text = app.text()
        for name in ("1 Accountability", "2 Professional development", "3 Learning with pupils"):
            assert name in text
        assert "0 None of these" in text
        assert "x Not in our school" in text

    async def test_a_small_board_counts_its_cards_and_marks_where_the_one_in_hand_is(self) -> None:
        app = Board(2, Layout({("c0",): chips(7), (): chips(2, "None")}, hand="Card-3"))
        async with app.run_test(size=(33, 16)):
            assert app.board.counts_only
            text = app.text()
        assert "▸7" in text
        assert re.search(r"0 None of these +2", text)

    async def test_the_card_in_hand_has_a_mark_and_not_only_a_colour(self) -> None:
        app = Board(2, Layout({("c0", "c1"): chips(3)}, hand="Card-1"))
        async with app.run_test(size=(80, 36)):
            assert app.text().count("▸") == 1

    async def test_the_areas_are_one_panel_from_edge_to_edge(self) -> None:
        app = Board(2, Layout({"aside": chips(1)}))
        async with app.run_test(size=(80, 36)):
            for y in range(36 - 4, 36):
                grounds = [segment.style.bgcolor for segment in app.board.render_line(y) if segment.style]
                assert HALL.panel.rich_color in grounds
                assert app.board.place_at(Offset(79, y)) == ASIDE

    async def test_a_crowded_area_says_how_many_more_there_are(self) -> None:
        app = Board(2, Layout({"aside": chips(30)}, hand="Card-29"))
        async with app.run_test(size=(80, 30)):
            text = app.text()
        assert re.search(r"\+\d+ more", text)
        assert "▸Card 29" in text

    @pytest.mark.parametrize("size", [(20, 8), (33, 16), (80, 36), (131, 55), (5, 3)])
    @pytest.mark.parametrize("circles", [2, 3])
    async def test_every_row_is_as_wide_as_the_board(self, circles: int, size: tuple[int, int]) -> None:
        places = cast(list[Place], [*sort(circles).regions, (), ASIDE])
        hostile = [
            "[bold]x[/]",
            "😀 smile 👩‍👩‍👧",
            "私の学校の証拠",
            "شكرا جزيلا",
            "w" * 60,
            "a\u200bb\x1b[2J",
            "[/red]",
        ]
        layout = Layout({p: tuple(Chip(f"{i}{p}", t, t) for i, t in enumerate(hostile)) for p in places}, hand=f"0{()}")
        app = Board(circles, layout)
        async with app.run_test(size=size):
            for y in range(app.board.size.height):
                row = app.board.render_line(y)
                assert row.cell_length == size[0]
                assert width_of(row.text) == size[0]
                assert "\x1b" not in row.text

    async def test_user_text_is_not_markup(self) -> None:
        app = Board(2, Layout({("c0",): (Chip("a", "[bold]x[/]", "[bold]x[/]"),)}))
        async with app.run_test(size=(80, 36)):
            assert "[bold]x[/]" in app.text()

    async def test_a_chip_is_found_under_the_pointer_in_its_own_region(self) -> None:
        app = Board(3, Layout({("c1", "c2"): chips(2)}))
        async with app.run_test(size=(100, 44)):
            found = {
                (app.board.card_at(Offset(x, y)), app.board.place_at(Offset(x, y)))
                for y in range(44)
                for x in range(100)
                if app.board.card_at(Offset(x, y))
            }
        assert found == {("Card-0", ("c1", "c2")), ("Card-1", ("c1", "c2"))}

    async def test_a_new_theme_draws_the_board_anew(self) -> None:
        app = Board(2, Layout({("c0",): chips(2)}))
        async with app.run_test(size=(80, 36)) as pilot:
            dark = list(app.board.render_line(15))
            app.theme = "paper"
            await pilot.pause()
            assert list(app.board.render_line(15)) != dark
