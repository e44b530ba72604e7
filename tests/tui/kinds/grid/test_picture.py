"""What the room sees of a grid as a picture, and what the facilitator sees at a glance."""

from collections.abc import Callable

import pytest

from activities.kinds.activity import shown, summarise
from activities.kinds.grid import Grid
from activities.kinds.grid_counts import GridSummary
from activities.kinds.grid_response import GridResponse
from activities.session.rounds import Shift
from tests.activities.examples import grid
from tests.tui.kinds.grid.test_turn import TWELVE
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import glance
from tui.kinds.card_sort.paint import READABLE, contrast
from tui.kinds.grid.picture import shade
from tui.palette import PALETTES, Palette

GRID = grid()


def told(*given: GridResponse, smallest: int = 1, activity: Grid = GRID) -> GridSummary:
    found = shown(activity, summarise(activity, given), smallest)
    assert isinstance(found, GridSummary)
    return found


def people(number: int, *boxes: tuple[str, str]) -> list[GridResponse]:
    response = GridResponse()
    for row, column in boxes:
        response = response.write(row, column, "talk")
    return [response] * number


SIX = [*people(4, ("books", "says"), ("books", "goal")), *people(2, ("books", "says"), ("voice", "says"))]


async def test_every_box_has_its_figure_and_gaps_are_framed() -> None:
    async with Stage(lambda: pictured(GRID, total_of(told(*SIX)))).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "6 people: how many filled each box")
        text = seen(pilot)
        assert "Workbooks" in text
        assert "╌╌" in text
        assert {word for word in text.split() if word.isdigit()} >= {"6", "4", "2", "0"}


async def test_what_too_few_filled_has_no_figure() -> None:
    few = told(*SIX, smallest=5)
    async with Stage(lambda: pictured(GRID, total_of(few), "voice")).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "▸ Interviews with pupils")
        assert not {"2", "4", "0"} & set(seen(pilot).split())


async def test_two_rounds_stand_side_by_side() -> None:
    total = total_of(told(*SIX), told(*people(5, ("books", "says"))), Shift(both=5, movers=1, parts={}))
    async with Stage(lambda: pictured(GRID, total)).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "5 → 6")


@pytest.mark.parametrize("given", [[], people(2, ("books", "says"))], ids=["nobody", "too few"])
async def test_it_says_why_there_is_nothing(given: list[GridResponse]) -> None:
    words = "Answers are shown when 5 are in" if given else "Nobody has filled a box yet."
    async with Stage(lambda: pictured(GRID, total_of(told(*given, smallest=5)))).run_test(size=(80, 24)) as pilot:
        await shows(pilot, words)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_figures_can_be_read_on_every_shade(palette: Palette) -> None:
    grounds = [shade(palette, count, 12) for count in range(13)]
    assert len(set(grounds)) == 13
    assert all(contrast(palette.text, ground) >= READABLE for ground in grounds)


def test_the_glance_says_how_many_filled_what() -> None:
    assert glance(GRID, told()).plain == "Nobody has filled a box yet"
    lines = glance(GRID, told(*SIX)).plain.splitlines()
    assert lines[:2] == ["6 begun", "5 of 8 boxes are empty."]
    assert lines[2] == "Workbooks         6  0  4  0"
    assert all(len(line) <= 28 for line in lines)
    assert "5 are in" in glance(GRID, told(*SIX[:2], smallest=5)).plain


def crowd() -> GridSummary:
    given = []
    for person in range(11):
        response = GridResponse()
        for number, row in enumerate(TWELVE.rows):
            for at, column in enumerate(TWELVE.columns):
                if (person * 7 + number * 5 + at * 3) % 11 > number - at // 3:
                    value = "3 Feb 2027" if column.type == "date" else "Talk"
                    response = response.write(row.id, column.id, value)
        given.append(response)
    return told(*given, smallest=5, activity=TWELVE)


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "hall"), ((120, 40), "paper"), ((200, 60), "hall")], ids=lambda one: str(one)
)
def test_the_picture_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    assert snap_compare(Stage(lambda: pictured(TWELVE, total_of(crowd()), "r9"), theme), terminal_size=size)
