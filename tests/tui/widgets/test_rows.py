"""A list of large rows: one is in hand, opened with its text, and nothing is cut off without a word."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.kinds.writing.writing_stage import seen
from tui.palette import PALETTES
from tui.widgets.opened import Opened
from tui.widgets.rows import Row, Rows

FEW = [
    Row("By the books", "books", mark=Content("○"), figure=Content("2"), text="We look at six books each half term."),
    Row("By talk", "talk", mark=Content("✓"), figure=Content("11"), text="We listen in.", note="with a partner"),
    Row("By a test", "test", mark=Content("○"), text="A short one."),
]
HOSTILE = Row("[bold]x[/]\x1b[31m\u202e" + "w" * 60, "odd", text="line one\nline two \x07")


class Bare(App[None]):
    """A list, and beside it the row in hand."""

    CSS = "Opened { width: 30; dock: right; }"

    def __init__(self, rows: list[Row], *, click_picks: bool = True) -> None:
        super().__init__()
        self._rows, self._click_picks = rows, click_picks
        self.told: list[tuple[str, str]] = []
        for palette in PALETTES.values():
            self.register_theme(palette.theme())
        self.theme = "hall"

    def compose(self) -> ComposeResult:
        yield Rows(click_picks=self._click_picks)
        yield Opened()

    def on_mount(self) -> None:
        self.query_one(Rows).show(self._rows)
        self.query_one(Rows).focus()

    def on_rows_took(self, event: Rows.Took) -> None:
        self.told.append(("took", event.id))
        self.query_one(Opened).show(self.query_one(Rows).in_hand)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        self.told.append(("picked at its figure" if event.at_figure else "picked", event.id))


def listing(pilot: Pilot[None]) -> Rows:
    return pilot.app.query_one(Rows)


def lines(pilot: Pilot[None]) -> list[str]:
    return [listing(pilot).render_line(y).text.rstrip() for y in range(listing(pilot).size.height)]


def many(number: int) -> list[Row]:
    return [Row(f"Row {n}", f"r{n}", text=f"Text of {n}.") for n in range(number)]


async def test_the_row_in_hand_is_opened_and_the_others_are_not() -> None:
    app = Bare(FEW)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert "six books" in seen(pilot)
        assert "We listen in." not in seen(pilot)
        await pilot.press("down")
        assert listing(pilot).hand == "talk"
        await pilot.pause()
        words = "\n".join(lines(pilot))
        assert "We listen in." in words
        assert "six books" not in words
        assert app.told == [("took", "talk")]


async def test_figures_stand_under_one_another_at_the_right_and_notes_always() -> None:
    async with Bare(FEW).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        ends = [len(line) for line in lines(pilot) if line.endswith(("  2", " 11"))]
        assert len(ends) == 2
        assert ends[0] == ends[1]
        assert any("with a partner" in line for line in lines(pilot))


async def test_what_is_not_opened_in_the_list_stands_beside_it() -> None:
    async with Bare(FEW).run_test(size=(100, 24)) as pilot:
        listing(pilot).opens = False
        await pilot.press("down")
        await pilot.pause()
        assert "We listen in." not in "\n".join(lines(pilot))
        assert "We listen in." in seen(pilot)


@pytest.mark.parametrize("height", [5, 8, 24])
async def test_whatever_does_not_fit_is_counted_and_the_row_in_hand_is_always_whole(height: int) -> None:
    rows = many(30)
    async with Bare(rows).run_test(size=(80, height)) as pilot:
        for number in range(30):
            await pilot.pause()
            there = lines(pilot)
            shown = [n for n in range(30) if any(line.strip(" ▌") == f"Row {n}" for line in there)]
            assert number in shown
            assert any(f"Text of {number}." in line for line in there)
            above = next((int(line.split()[1]) for line in there if line.strip().startswith("↑")), 0)
            below = next((int(line.split()[1]) for line in there if line.strip().startswith("↓")), 0)
            assert above == shown[0]
            assert below == 29 - shown[-1]
            await pilot.press("down")
        assert listing(pilot).hand == "r29"
        await pilot.press("home")
        assert listing(pilot).hand == "r0"


async def test_headings_are_passed_over() -> None:
    rows = [Row("First part"), *many(2), Row("Second part"), Row("Last", "last")]
    async with Bare(rows).run_test(size=(80, 24)) as pilot:
        assert listing(pilot).hand == "r0"
        await pilot.press("down", "down")
        assert listing(pilot).hand == "last"
        await pilot.press("up")
        assert listing(pilot).hand == "r1"
        await pilot.press("home")
        assert listing(pilot).hand == "r0"


async def test_a_click_takes_a_row_in_hand_and_picks_it() -> None:
    app = Bare(FEW)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        y = next(y for y, line in enumerate(lines(pilot)) if "By a test" in line)
        await pilot.click(Rows, offset=(12, y))
        assert app.told == [("took", "test"), ("picked", "test")]


async def test_where_a_click_only_takes_in_hand_the_mark_or_a_second_click_picks() -> None:
    app = Bare(FEW, click_picks=False)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        y = next(y for y, line in enumerate(lines(pilot)) if "By a test" in line)
        await pilot.click(Rows, offset=(12, y))
        assert app.told == [("took", "test")]
        await pilot.pause()
        y = next(y for y, line in enumerate(lines(pilot)) if "By talk" in line)
        await pilot.click(Rows, offset=(2, y))
        assert app.told[1:] == [("took", "talk"), ("picked", "talk")]


async def test_a_click_on_a_figure_says_so() -> None:
    app = Bare(FEW)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        y = next(y for y, line in enumerate(lines(pilot)) if "By talk" in line)
        await pilot.click(Rows, offset=(listing(pilot).size.width - 2, y))
        assert app.told == [("took", "talk"), ("picked at its figure", "talk")]


async def test_space_picks_the_row_in_hand() -> None:
    app = Bare(FEW)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("down", "space")
        assert app.told == [("took", "talk"), ("picked", "talk")]


async def test_the_wheel_and_a_click_on_the_mark_show_what_is_further_down() -> None:
    async with Bare(many(30)).run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        assert "Row 15" not in "\n".join(lines(pilot))
        found = []
        for _ in range(4):
            await pilot.click(Rows, offset=(5, 9))
            found += lines(pilot)
        assert "Row 15" in "\n".join(found)
        assert listing(pilot).hand == "r0"


async def test_a_text_longer_than_the_list_is_read_page_by_page() -> None:
    rows = [Row("Long", "long", text="\n".join(f"line {n}" for n in range(40))), Row("Next", "next")]
    async with Bare(rows).run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        found = set()
        for _ in range(6):
            found |= {line.strip(" ▌") for line in lines(pilot)}
            if listing(pilot).hand == "next":
                break
            await pilot.press("pagedown")
        assert {f"line {n}" for n in range(40)} <= found
        assert listing(pilot).hand == "next"


async def test_words_are_shown_as_typed_whatever_is_in_them() -> None:
    async with Bare([HOSTILE]).run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        words = "\n".join(lines(pilot))
        assert "[bold]x[/]�[31m�" in words
        assert "line one" in words
        assert "\x1b" not in words
        assert all(listing(pilot).render_line(y).cell_length == listing(pilot).size.width for y in range(12))


async def test_the_row_in_hand_stays_in_hand_while_the_others_change() -> None:
    async with Bare(FEW).run_test(size=(100, 24)) as pilot:
        await pilot.press("down")
        listing(pilot).show([FEW[2], FEW[1], FEW[0]])
        assert listing(pilot).hand == "talk"
        listing(pilot).show([FEW[2]])
        assert listing(pilot).hand == "test"
        listing(pilot).show([])
        assert listing(pilot).hand is None
        await pilot.press("down", "space", "pagedown")


async def test_with_room_for_more_it_is_no_higher_than_its_rows() -> None:
    async with Bare(FEW).run_test(size=(100, 40)) as pilot:
        listing(pilot).styles.height = "auto"
        listing(pilot).room = 30
        await pilot.pause()
        assert listing(pilot).size.height < 30
        listing(pilot).room = 4
        await pilot.pause()
        assert listing(pilot).size.height == 4
        assert "more" in lines(pilot)[-1]


async def test_a_mark_in_another_colour_is_drawn_anew() -> None:
    def styled(style: str) -> list[Row]:
        return [Row("One", "one", mark=Content.styled("●", style)), Row("Two", "two")]

    async with Bare(styled("$quiet")).run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        before = [listing(pilot).render_line(y) for y in range(6)]
        listing(pilot).show(styled("bold $late"))
        after = [listing(pilot).render_line(y) for y in range(6)]
        assert [strip.text for strip in before] == [strip.text for strip in after]
        assert before != after


async def test_only_what_changes_is_drawn_anew_and_all_of_it_in_another_theme() -> None:
    async with Bare(many(8)).run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        before = [listing(pilot).render_line(y) for y in range(30)]
        await pilot.press("down")
        after = [listing(pilot).render_line(y) for y in range(30)]
        assert 0 < sum(one is not other for one, other in zip(before, after, strict=True)) < 12
        pilot.app.theme = "paper"
        await pilot.pause()
        paper = [listing(pilot).render_line(y) for y in range(30)]
        assert all(one != other for one, other in zip(after, paper, strict=True) if one.text.strip())
