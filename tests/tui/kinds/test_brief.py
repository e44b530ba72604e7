"""What the room sees of a brief."""

import pytest

from activities.kinds.activity import Response
from activities.kinds.brief import Brief
from tests.tui.kinds.writing.writing_stage import Stage, hides, seen, shows
from tui.kinds import reveal, turn
from tui.kinds.brief import BriefReveal
from tui.widgets.big_type import BigType

BRIEF = Brief.model_validate(
    {
        "id": "baseline",
        "title": "Choose a starting point",
        "minutes": 10,
        "purpose": "To choose.",
        "question": "How shall we begin?",
        "instructions": "Read the two ways in.",
        "points": [
            "A picture of how things are.",
            "Way in A: what you have [bold]already[/].",
            "Way in B: where you stand.",
        ],
    }
)


async def test_points_are_numbered_and_stand_as_written() -> None:
    async with Stage(lambda: reveal(BRIEF, None)).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "1    A picture of how things are.")
        assert "2    Way in A: what you have [bold]already[/]." in seen(pilot)


async def test_one_point_stands_alone_and_all_come_back() -> None:
    async with Stage(lambda: reveal(BRIEF, None)).run_test(size=(80, 24)) as pilot:
        shown = pilot.app.screen.query_one(BriefReveal)
        assert shown.steps == ("1", "2", "3")
        shown.dwell_on("3")
        await hides(pilot, "A picture")
        big = [point for point in shown.query(BigType) if point.size.height]
        assert [point.text for point in big] == ["Way in B: where you stand."]
        shown.dwell_on(None)
        await shows(pilot, "A picture of how things are.")


def test_nobody_takes_a_turn_at_a_brief() -> None:
    with pytest.raises(TypeError):
        turn(BRIEF, Response(kind="brief"), {})
