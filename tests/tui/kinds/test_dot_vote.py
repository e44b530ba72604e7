"""What a participant and the room see of a dot vote."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Label

from activities.kinds.activity import Summary, blank, shown, summarise
from activities.kinds.dot_vote import DotVote, DotVoteResponse
from activities.reveal import Total
from activities.session.rounds import Shift
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, hides, seen, shows, stage
from tui.kinds import glance, turn
from tui.kinds.dot_vote import DotRows, DotVoteTurn

LABELS = (
    "Who speaks in our lessons, and who never does",
    "What workbooks show from September to June",
    "How feedback is used the day after",
    "Reading at home",
    "The first five minutes",
)
VOTE = DotVote.model_validate(
    {
        "id": "vote",
        "title": "What matters most",
        "minutes": 8,
        "purpose": "To see what matters.",
        "question": "Which of these matters most to your pupils?",
        "instructions": "Put your dots.",
        "dots": 5,
        "most": 3,
        "items": [
            {"id": f"i{n}", "label": label, "text": "A tally of ten minutes, twice." if n == 0 else None}
            for n, label in enumerate(LABELS)
        ],
    }
)
GATHERING = VOTE.model_copy(update={"items": (), "gather": "ask"})


def on_turn(activity: DotVote = VOTE, response: DotVoteResponse | None = None, theme: str = "hall") -> Stage:
    return Stage(lambda: turn(activity, response or blank(activity), {}), theme)


def dots(pilot: Pilot[None]) -> dict[str, int]:
    return dict(pilot.app.screen.query_one(DotVoteTurn).response.dots)


def left(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#left Label", Label).render())


def line_of(pilot: Pilot[None], words: str) -> int:
    rows = pilot.app.screen.query_one(DotRows)
    return next(y for y in range(rows.size.height) if words in rows.render_line(y).text)


def found(*given: dict[str, int], smallest: int = 5) -> Summary:
    return shown(VOTE, summarise(VOTE, [DotVoteResponse(dots=one) for one in given]), smallest)


ROOM = ({"i0": 3, "i1": 2}, {"i0": 2, "i2": 3}, {"i0": 1, "i1": 1}, {"i1": 2}, {"i2": 1, "i3": 1}, {"i0": 1})


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
async def test_space_puts_dots_and_backspace_takes_them_back(size: tuple[int, int]) -> None:
    async with on_turn().run_test(size=size) as pilot:
        await shows(pilot, "5 of 5 left")
        await pilot.press("space", "space", "down", "right", "backspace", "up")
        assert dots(pilot) == {"i0": 2}
        await shows(pilot, "● ●")
        assert "3 of 5 left" in left(pilot)
        assert len(stage(pilot).told) == 4


async def test_a_click_puts_a_dot_and_a_click_on_the_dots_takes_one_back() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Reading at home")
        await pilot.click(DotRows, offset=(8, line_of(pilot, "Reading at home")))
        await pilot.pause()
        await pilot.click(DotRows, offset=(8, line_of(pilot, "Reading at home")))
        assert dots(pilot) == {"i3": 2}
        await pilot.pause()
        width = pilot.app.screen.query_one(DotRows).size.width
        await pilot.click(DotRows, offset=(width - 2, line_of(pilot, "Reading at home")))
        assert dots(pilot) == {"i3": 1}


async def test_the_limits_are_told_where_they_are_met() -> None:
    async with on_turn().run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "At most 3 on one.")
        await pilot.press("space", "space", "space", "space")
        await shows(pilot, "One thing can have 3 dots")
        await pilot.press("down", "space", "space", "space")
        await shows(pilot, "All 5 dots are used.")
        assert dots(pilot) == {"i0": 3, "i1": 2}
        assert "all used" in left(pilot)


async def test_undo_takes_the_last_dot_back_and_enter_hands_in() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space", "ctrl+z")
        assert dots(pilot) == {"i0": 1}
        await pilot.press("ctrl+y", "enter")
        assert dots(pilot) == {"i0": 2}
        assert stage(pilot).finished == 1


def test_dots_that_are_left_are_told_before_handing_in() -> None:
    assert DotVoteTurn(VOTE, DotVoteResponse()).unfinished() == "5 dots are left."
    assert DotVoteTurn(VOTE, DotVoteResponse(dots={"i0": 3, "i1": 1})).unfinished() == "One dot is left."
    assert DotVoteTurn(VOTE, DotVoteResponse(dots={"i0": 3, "i1": 2})).unfinished() is None
    assert DotVoteTurn(GATHERING, DotVoteResponse()).unfinished() is None


async def test_before_anything_is_gathered_the_turn_says_so() -> None:
    async with on_turn(GATHERING).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "The facilitator is gathering it.")
        await pilot.press("space", "down")
        assert dots(pilot) == {}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_picture_has_a_dot_for_every_dot(size: tuple[int, int]) -> None:
    async with Stage(lambda: pictured(VOTE, total_of(found(*ROOM)))).run_test(size=size) as pilot:
        await shows(pilot, "● ● ● ● ● ● ● 7")
        words = seen(pilot)
        assert words.count("●") == 17
        assert words.index("Who speaks") < words.index("What workbooks") < words.index("How feedback")


async def test_where_there_is_no_room_for_dots_there_are_bars() -> None:
    crowd = [{"i0": 3, "i1": 2}] * 40
    async with Stage(lambda: pictured(VOTE, total_of(found(*crowd)))).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "█  120")
        assert "●" not in seen(pilot)


async def test_thirty_items_scroll_and_none_is_left_out() -> None:
    full = VOTE.model_copy(update={"items": tuple(VOTE.items[0].model_copy(update={"id": f"k{n}"}) for n in range(30))})
    summary = shown(full, summarise(full, [DotVoteResponse(dots={"k3": 2})]), 1)
    async with Stage(lambda: pictured(full, total_of(summary), "k3")).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸")
        scroll = pilot.app.screen.query_one("DotVotePicture VerticalScroll")
        assert scroll.max_scroll_y > 0
    async with on_turn(full).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "more")
        await pilot.press("end", "space")
        assert dots(pilot) == {"k29": 1}


async def test_two_rounds_stand_beside_each_other() -> None:
    total = Total(found(*ROOM), found(*ROOM[::-1]), Shift(both=6, movers=0, parts={}), comparing=True)
    async with Stage(lambda: pictured(VOTE, total)).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "░  7")
        assert "now" in seen(pilot)


async def test_of_too_few_the_picture_says_why_it_shows_nothing() -> None:
    async with Stage(lambda: pictured(VOTE, total_of(found(*ROOM[:2])))).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "2 are in.")
        await hides(pilot, "●")


def test_the_glance_names_what_has_most() -> None:
    assert glance(VOTE, found(*ROOM)).plain.splitlines()[:3] == [
        "6 voted, 17 dots",
        "  7  Who speaks in our",
        "     lessons, and who never",
    ]
    assert glance(GATHERING, found()).plain == "Nothing is gathered yet"


SIZES = [((80, 24), "hall"), ((120, 40), "paper"), ((200, 60), "hall")]


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["80x24", "120x40", "200x60"])
def test_the_turn_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    app = on_turn(response=DotVoteResponse(dots={"i0": 2, "i2": 1}), theme=theme)
    assert snap_compare(app, press=["down"], terminal_size=size)


def test_the_picture_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Stage(lambda: pictured(VOTE, total_of(found(*ROOM)), "i1")), terminal_size=(120, 40))
