"""What the room sees of a brief."""

import pytest

from activities.kinds.activity import Response
from activities.kinds.brief import Brief
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import turn
from tui.kinds.brief import BriefPicture

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
    async with Stage(lambda: pictured(BRIEF, total_of(None))).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "1    A picture of how things are.")
        assert "2    Way in A: what you have [bold]already[/]." in seen(pilot)


async def test_the_point_that_is_dwelt_on_is_lit() -> None:
    async with Stage(lambda: pictured(BRIEF, total_of(None), "3")).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "3    Way in B: where you stand.")
        there = pilot.app.screen.query_one(BriefPicture)
        assert [point.id for point in there.query(".-here")] == ["point-3"]
        there.show(total_of(None), "1")
        assert [point.id for point in there.query(".-here")] == ["point-1"]


def test_nobody_takes_a_turn_at_a_brief() -> None:
    with pytest.raises(TypeError):
        turn(BRIEF, Response(kind="brief"), {})
