"""What the room sees of a brief."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from activities.kinds.activity import Response
from activities.kinds.brief import Brief
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import turn
from tui.kinds.brief import BriefPicture
from tui.kinds.reveal import Reveal

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


PAGES = BRIEF.model_copy(
    update={
        "pages": Brief.model_validate(
            BRIEF.model_dump()
            | {
                "pages": [
                    {"heading": "One turn of [the] wheel", "points": ["Round."], "picture": "Plan  →  Act\n  ↑      ↓"},
                    {"heading": "Who", "table": {"head": ["Who", "What"], "rows": [["Head", "[b]Time[/]"]]}},
                ]
            }
        ).pages
    }
)


async def test_pages_stand_under_the_points_with_their_picture_and_table_as_they_were_typed() -> None:
    async with Stage(lambda: pictured(PAGES, total_of(None), "p2")).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "One turn of [the] wheel")
        assert "│  Plan  →  Act  │" in seen(pilot)
        assert "Head   [b]Time[/]" in seen(pilot)
        assert [one.id for one in pilot.app.screen.query(".-here")] == ["point-p2"]


def test_a_picture_made_of_text_looks_like_this_in_the_hall(snap_compare: Callable[..., bool]) -> None:
    there = Reveal(PAGES, total_of(None))
    there.at = "p1.drawn"

    async def drawn(pilot: Pilot[None]) -> None:
        while there.drawn is None:
            await pilot.pause(0.02)

    assert snap_compare(Stage(lambda: there, "paper"), terminal_size=(120, 40), run_before=drawn)


def test_nobody_takes_a_turn_at_a_brief() -> None:
    with pytest.raises(TypeError):
        turn(BRIEF, Response(kind="brief"), {})
