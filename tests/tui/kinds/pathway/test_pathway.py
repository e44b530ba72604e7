"""What a participant and the room see of self-assessment pathways."""

from collections import Counter
from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from activities.kinds.activity import blank, moved, shown, summarise
from activities.kinds.pathway import Pathway, PathwayResponse, PathwaySummary
from activities.session.rounds import Shift
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows, stage
from tui.kinds import glance, turn
from tui.kinds.pathway.line import StageLine, titles_in_columns
from tui.kinds.pathway.picture import PathwayPicture
from tui.kinds.pathway.turn import PathwayTurn
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.list import WritingList
from tui.widgets.big_type import BigType


def strand(name: str, stages: int = 4) -> dict[str, object]:
    titles = ["Starting", "Developing", "Established", "Leading", "Five", "Six", "Seven"]
    return {
        "id": name,
        "title": f"{name.title()} of evidence",
        "stages": [
            {"title": title, "descriptor": f"I am {title.lower()}.", "example": f"As in {title.lower()}."}
            for title in titles[:stages]
        ],
    }


PATHWAY = Pathway.model_validate(
    {
        "id": "pathways",
        "title": "Where I stand",
        "minutes": 20,
        "purpose": "To see where we stand.",
        "question": "Where am I now?",
        "instructions": "Mark a stage on each strand.",
        "strands": [strand("awareness"), strand("engagement"), strand("use")],
    }
)


def on_turn(response: PathwayResponse | None = None) -> Stage:
    return Stage(lambda: turn(PATHWAY, response or blank(PATHWAY), {}))


def work(pilot: Pilot[None]) -> PathwayTurn:
    return pilot.app.screen.query_one(PathwayTurn)


def area(pilot: Pilot[None], place: str) -> WritingArea:
    return next(area for area in pilot.app.screen.query(WritingArea) if area.place == place)


def marked(*stages: int | None) -> PathwayResponse:
    response = PathwayResponse()
    for each, at in zip(PATHWAY.strands, stages, strict=False):
        if at is not None:
            response = response.stand_at(each, at)
    return response


async def test_an_unmarked_strand_shows_every_descriptor_and_no_mark() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Which of these sounds most like you?")
        words = seen(pilot)
        assert "◉" not in words
        assert all(f"I am {title}." in words for title in ("starting", "developing", "established", "leading"))
        assert isinstance(pilot.app.focused, StageLine)


async def test_arrows_move_the_mark_and_stop_at_the_ends() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        assert work(pilot).response.mark("awareness").stage == 1
        await pilot.press("right", "right", "right", "right", "right")
        assert work(pilot).response.mark("awareness").stage == 4
        await pilot.press("left")
        assert work(pilot).response.mark("awareness").stage == 3
        await shows(pilot, "I am established.")


@pytest.mark.parametrize(("key", "stage"), [("1", 1), ("4", 4), ("7", None)])
async def test_a_number_sets_the_mark_where_there_is_such_a_stage(key: str, stage: int | None) -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert work(pilot).response.mark("awareness").stage == stage


@pytest.mark.parametrize("stage", [1, 2, 3, 4])
async def test_a_click_on_a_step_sets_the_mark(stage: int) -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        line = pilot.app.screen.query_one(StageLine)
        await pilot.click(StageLine, offset=((stage - 1) * (line.size.width // 4), line.size.height - 1))
        assert work(pilot).response.mark("awareness").stage == stage


async def test_every_letter_is_told_and_enter_in_a_text_is_a_new_line() -> None:
    async with on_turn(marked(2)).run_test(size=(80, 24)) as pilot:
        await pilot.press("pageup", "tab", "o", "k", "enter", "1")
        told = [response for response in stage(pilot).told if isinstance(response, PathwayResponse)]
        assert [response.mark("awareness").evidence for response in told] == ["o", "ok", "ok\n", "ok\n1"]
        assert not stage(pilot).finished


async def test_going_back_and_forth_between_strands_keeps_every_letter() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "tab", *"first", "tab", *"move", "pagedown", "3", "tab", *"second", "pagedown", "pageup")
        assert area(pilot, "evidence").text == "second"
        await pilot.press("pageup")
        assert (area(pilot, "evidence").text, area(pilot, "move").text) == ("first", "move")
        response = work(pilot).response
        assert response.mark("awareness").evidence == "first"
        assert response.mark("engagement").evidence == "second"
        assert response.mark("use").evidence == ""


async def test_tab_goes_from_the_stages_to_the_example_and_on_to_the_move() -> None:
    async with on_turn(marked(2, 2, 2)).run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "a", "tab", "b", "tab")
        assert isinstance(pilot.app.focused, StageLine)
        mark = work(pilot).response.mark("awareness")
        assert (mark.evidence, mark.move) == ("a", "b")


async def test_escape_in_a_text_goes_back_to_the_stages_and_loses_nothing() -> None:
    async with on_turn(marked(2, 2, 2)).run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"kept", "escape")
        assert isinstance(pilot.app.focused, StageLine)
        assert work(pilot).response.mark("awareness").evidence == "kept"


async def test_a_row_of_the_list_is_clicked_to_go_to_its_strand() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.click(WritingList, offset=(6, 7))
        assert work(pilot).strand.id == "use"


async def test_undo_takes_back_what_was_typed_in_one_go_and_goes_there() -> None:
    async with on_turn(marked(2, 2, 2)).run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"hello")
        await pilot.press("pagedown", "4", "ctrl+z")
        assert work(pilot).response.mark("engagement").stage == 2
        await pilot.press("ctrl+z")
        assert work(pilot).strand.id == "awareness"
        assert work(pilot).response.mark("awareness").evidence == ""
        assert area(pilot, "evidence").text == ""
        await pilot.press("ctrl+y")
        assert area(pilot, "evidence").text == "hello"


async def test_enter_on_the_stages_hands_in_and_ctrl_s_does_from_anywhere() -> None:
    async with on_turn(marked(1, 1, 1)).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert stage(pilot).finished == 1
        await pilot.press("tab", "ctrl+s")
        assert stage(pilot).finished == 2


def test_strands_without_a_mark_are_counted_in_words() -> None:
    assert PathwayTurn(PATHWAY, marked(1, 1)).unfinished() == "One strand has no mark yet."
    assert PathwayTurn(PATHWAY, marked()).unfinished() == "3 strands have no mark yet."
    assert PathwayTurn(PATHWAY, marked(1, 1, 1)).unfinished() is None


def room(*rows: tuple[int | None, ...], smallest: int = 5) -> PathwaySummary:
    summary = shown(PATHWAY, summarise(PATHWAY, [marked(*row) for row in rows]), smallest)
    assert isinstance(summary, PathwaySummary)
    return summary


MANY = room((1, 2, 2), (2, 2, 3), (2, 3, None), (3, 4, None), (3, 4, None), (3, 4, None))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_picture_shows_counts_and_where_the_room_stands_in_words(size: tuple[int, int]) -> None:
    async with Stage(lambda: pictured(PATHWAY, total_of(MANY))).run_test(size=size) as pilot:
        await shows(pilot, "▲")
        told = [str(words.render()) for words in pilot.app.screen.query(".told").results(Static)]
        assert "Half of you stand at Established; one in three at Developing." in told[0]
        assert "Half of you stand at Leading; one in three at Developing." in told[1]
        assert "Fewer than 5 answered this." in told[2]
        assert "6 people" in told[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_titles_are_whole_and_of_one_size(size: tuple[int, int]) -> None:
    async with Stage(lambda: pictured(PATHWAY, total_of(MANY))).run_test(size=size) as pilot:
        await shows(pilot, "▲")
        titles = [each for each in pilot.app.screen.query(".strand .title").results(BigType) if each.size.height]
        assert [each.text for each in titles] == [strand.title for strand in PATHWAY.strands]
        lines = [each._lines(each.size.width) for each in titles]
        assert len({each.size for each in lines}) == 1
        assert [" ".join(each.texts) for each in lines] == [each.text for each in titles]


@pytest.mark.parametrize("dwell", ["", "use"])
async def test_fewer_than_five_marks_are_never_broken_down(dwell: str) -> None:
    few = room((1, 1), (1, 1), (1, 1), (1, 1), (1, None), (1, None))
    async with Stage(lambda: pictured(PATHWAY, total_of(few), dwell)).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Fewer than 5 answered this.")
        if dwell:
            assert "▲" not in seen(pilot)
            assert "stand at" not in seen(pilot)
    assert "Use of evidence  too few to show" in glance(PATHWAY, few).plain


async def test_one_strand_alone_shows_its_middle_half_and_what_its_stages_say() -> None:
    async with Stage(lambda: pictured(PATHWAY, total_of(MANY), "awareness")).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "┣")
        words = seen(pilot)
        assert "Half of you stand at Established; one in three at Developing." in words
        assert "I am leading." in words
        assert "Use of evidence" not in words


async def test_the_picture_follows_what_comes_in() -> None:
    async with Stage(lambda: pictured(PATHWAY, total_of(room()))).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "No answers are in yet.")
        pilot.app.screen.query_one(PathwayPicture).show(total_of(MANY))
        await shows(pilot, "Half of you stand at")


def test_the_glance_has_a_line_a_strand() -> None:
    assert glance(PATHWAY, MANY).plain.splitlines() == [
        "Awareness of evidence  the middle is between Developing and Established  6 in",
        "Engagement of evidence  the middle is between Established and Leading  6 in",
        "Use of evidence  too few to show",
    ]


def before_and_after(first: list[PathwayResponse], second: list[PathwayResponse]) -> tuple[PathwaySummary, Shift]:
    """The summary of the first round, and what changed in the second."""
    changes = [moved(PATHWAY, one, other) for one, other in zip(first, second, strict=True)]
    parts = Counter(part for change in changes for part in change)
    earlier = summarise(PATHWAY, first)
    assert isinstance(earlier, PathwaySummary)
    return earlier, Shift(both=len(changes), movers=sum(map(bool, changes)), parts=parts)


FIRST = [marked(1, 2, 2), marked(1, 2, 3), marked(2, 3), marked(2, 4), marked(2, 4), marked(3, 4)]
SECOND = [marked(1, 2, 2), marked(2, 2, 3), marked(2, 3), marked(3, 4), marked(3, 4), marked(3, 4)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("dwell", ["", "awareness"])
async def test_two_rounds_show_counts_and_how_many_moved(size: tuple[int, int], dwell: str) -> None:
    earlier, changed = before_and_after(FIRST, SECOND)
    now = summarise(PATHWAY, SECOND, 2)
    async with Stage(lambda: pictured(PATHWAY, total_of(now, earlier, changed), dwell)).run_test(size=size) as pilot:
        await shows(pilot, "3 of 6 moved")
        words = seen(pilot)
        if not dwell:
            assert "none of 6 moved" in words
            assert "1 → 3" in words or size != (80, 24)
        if dwell or size != (80, 24):
            assert "░" in words
            assert "△" in words
        pilot.app.screen.query_one(PathwayPicture).show(total_of(now), dwell)
        await shows(pilot, "moved", there=False)
        assert "░" not in seen(pilot)


async def test_a_strand_that_may_not_stand_beside_the_round_before_says_so() -> None:
    first, changed = before_and_after(FIRST, SECOND)
    why = {strand.id: "Fewer than 5 answered this both times." for strand in PATHWAY.strands}
    apart = shown(PATHWAY, first, 5, apart=why)
    total = total_of(summarise(PATHWAY, SECOND, 2), apart, changed)
    async with Stage(lambda: pictured(PATHWAY, total)).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "not shown beside the round")
        words = seen(pilot)
        assert "→" not in words
        assert "moved" not in words
        assert "░" not in words


def test_titles_that_do_not_fit_their_columns_give_way_to_numbers() -> None:
    assert titles_in_columns(["Starting", "Leading"], 20) == [["1 Starting"], ["2 Leading"]]
    assert titles_in_columns(["Starting", "Leading"], 9) == [["1"], ["2"]]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_seven_stages_and_twelve_strands_fit(size: tuple[int, int]) -> None:
    names = "abcdefghijkl"
    full = PATHWAY.model_copy(
        update={
            "strands": Pathway.model_validate(
                {**PATHWAY.model_dump(), "strands": [strand(n, 7) for n in names]}
            ).strands
        }
    )
    async with Stage(lambda: turn(full, blank(full), {})).run_test(size=size) as pilot:
        await pilot.press(*["pagedown"] * 11, "7")
        assert work(pilot).response.mark("l").stage == 7
        assert "strand 12 of 12" in str(pilot.app.screen.query_one(".count", Static).render())


@pytest.mark.parametrize("theme", ["hall", "paper"])
def test_the_turn_looks_like_this(snap_compare: Callable[..., bool], theme: str) -> None:
    app = Stage(lambda: turn(PATHWAY, marked(3, 2), {}), theme)
    assert snap_compare(app, press=["pageup", "pageup", "tab"], terminal_size=(80, 24))


def test_the_picture_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Stage(lambda: pictured(PATHWAY, total_of(MANY))), terminal_size=(120, 40))


def test_two_rounds_look_like_this(snap_compare: Callable[..., bool]) -> None:
    total = total_of(summarise(PATHWAY, SECOND, 2), *before_and_after(FIRST, SECOND))
    assert snap_compare(Stage(lambda: pictured(PATHWAY, total)), terminal_size=(120, 40))
