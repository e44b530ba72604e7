"""A grid on paper: one's own boxes, the room's counts without what could tell who, boxes to fill by hand."""

from datetime import date

from activities.kinds.activity import Offer, shown, summarise
from activities.kinds.grid import Grid
from activities.kinds.grid_counts import GridSummary
from activities.kinds.grid_response import GridResponse
from exports.document import Answers, Block, Fields, KeepTogether, Table, all_blocks
from exports.kinds import grid as _grid  # noqa: F401 - registers what a grid has on paper
from exports.kinds.sections import Results, answers_section, main_points, own_section, room_section
from exports.pictures.lattice import Lattice
from tests.activities.examples import grid
from tests.exports.blocks import said
from tests.exports.samples import document

GRID = grid()
WIDE = Grid.model_validate({**GRID.model_dump(by_alias=True), "own_rows": 0})
TODAY = date(2026, 11, 24)


def mine(number: int = 0) -> GridResponse:
    response = GridResponse().write("books", "says", f"Answer {number}").choose("books", "goal", "talk", ("talk",))
    return response.date("books", "when", "3 Feb", TODAY).write_row(f"Row {number}", 2).write("own-1", "says", "<b>Own")


def text_of(blocks: list[Block]) -> str:
    return said(document(tuple(blocks)))


def results(*given: GridResponse, smallest: int = 5) -> Results[GridSummary]:
    told = shown(GRID, summarise(GRID, given), smallest)
    assert isinstance(told, GridSummary)
    return Results({1: told}, 1)


def test_a_handout_has_every_box_under_its_row_and_names_the_rows_left_empty() -> None:
    blocks = list(own_section(GRID, {1: mine()}))
    text = text_of(blocks)
    for words in ("Workbooks", "Answer 0", "talk", "3 February 2027", "Row 0", "<b>Own", "Still empty: Interviews"):
        assert words in text
    assert any(isinstance(block, Fields) for block in blocks)


def test_short_boxes_of_few_columns_stand_in_a_table() -> None:
    narrow = Grid.model_validate({**GRID.model_dump(by_alias=True), "columns": GRID.model_dump()["columns"][:2]})
    table = own_section(narrow, {1: mine()})[0]
    assert isinstance(table, Table)
    assert table.rows[0] == ("Workbooks", "Answer 0", "")


def test_what_was_changed_in_a_second_round_is_counted() -> None:
    blocks = list(own_section(GRID, {1: mine(), 2: mine().write("voice", "says", "New")}))
    assert "After the discussion you changed 1 box." in text_of(blocks)
    assert "you left every box as it was" in text_of(list(own_section(GRID, {1: mine(), 2: mine()})))


def test_a_date_that_cannot_be_read_stands_as_it_was_typed() -> None:
    assert "after half term" in text_of(list(own_section(GRID, {1: mine().write("voice", "when", "after half term")})))


def test_by_hand_there_is_a_box_for_everything_and_room_for_rows_of_ones_own() -> None:
    pictures = [block for block in all_blocks(own_section(GRID, {})) if isinstance(block, Lattice)]
    assert [picture.rows for picture in pictures] == [("Workbooks", "Interviews with pupils", "", "")]
    assert pictures[0].columns == ("What it says", "We have it ✓", "Which goal: talk / reading", "By when")
    assert isinstance(own_section(GRID, {})[0], KeepTogether)
    many = Grid.model_validate(
        {**WIDE.model_dump(by_alias=True), "rows": [{"id": f"r{n}", "label": f"Row {n}"} for n in range(20)]}
    )
    parts = [block for block in all_blocks(own_section(many, {})) if isinstance(block, Lattice)]
    assert [row for part in parts for row in part.rows] == [f"Row {n}" for n in range(20)]


def test_rows_from_an_earlier_activity_are_on_the_handout_before_anything_is_in_them() -> None:
    taken = GridResponse().taking([Offer(heading="h", text="Learner voice", given=True)], 5)
    pictures = [block for block in all_blocks(own_section(GRID, {1: taken})) if isinstance(block, Lattice)]
    assert "Learner voice" in pictures[0].rows


def test_the_room_sheet_counts_every_box_and_does_not_tell_those_of_few() -> None:
    found = results(*(mine(n) for n in range(5)))
    picture = next(block for block in room_section(GRID, found) if isinstance(block, Lattice))
    assert picture.counts == ((5, None, 5, 5), (None, None, None, None), (5, None, None, None))
    assert picture.figure(0, 1) == "–"
    text = text_of(list(room_section(GRID, found)))
    assert "–: too few to tell, or none." in text
    assert "Rows people wrote themselves: Row" in text
    assert main_points(GRID, found.told) == [
        "Filled by few or nobody: Workbooks: We have it; Interviews with pupils: What it says; "
        "Interviews with pupils: We have it, and 2 more."
    ]


def test_answers_stand_under_their_row_and_column() -> None:
    blocks = list(answers_section(GRID, results(*(mine(n) for n in range(5)))))
    answers = [block for block in blocks if isinstance(block, Answers)]
    assert sorted(answers[0].texts) == [f"Answer {n}" for n in range(5)]
    assert answers[1].texts == ("3 February 2027",) * 5
    assert answers[2].texts == ("<b>Own",) * 5


def test_a_full_grid_says_so() -> None:
    activity = Grid.model_validate({**WIDE.model_dump(by_alias=True), "columns": [{"id": "says", "label": "Says"}]})
    full = [GridResponse().write("books", "says", "x").write("voice", "says", "y")] * 5
    assert main_points(activity, summarise(activity, full)) == ["Every box is filled by somebody."]


def test_the_picture_says_in_words_what_it_shows() -> None:
    picture = Lattice(("A", "B"), ("One", "Two"), ((3, None), (0, 4)), 4)
    assert picture.alternative.endswith("Each box says how many of 4 filled it; 2 are gaps.")
    assert picture.table.rows == (("A", "3", "–"), ("B", "0", "4"))
    empty = Lattice(("A",), ("One",))
    assert empty.alternative.endswith("Its boxes are empty, to be filled by hand.")
    assert empty.table.rows == (("A", ""),)
