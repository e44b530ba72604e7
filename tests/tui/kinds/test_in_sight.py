"""What is in hand is in sight from the beginning, and a screen that was another size reads as one that was not."""

from textual.pilot import Pilot

from activities.kinds.activity import Activity, Response, blank
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from activities.kinds.log import Log
from tests.every_kind.doing import work
from tests.every_kind.the_room import every_kind
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import turn

ACTIVITIES = {activity.id: activity for activity in every_kind().activities}


def on_turn(activity: Activity, response: Response) -> Stage:
    return Stage(lambda: turn(activity, response, {}))


async def test_a_log_opens_at_its_date_with_the_head_of_the_entry_over_it() -> None:
    log = ACTIVITIES["trials"]
    assert isinstance(log, Log)
    async with on_turn(log, work(log, "p-1", 1)).run_test(size=(80, 18)) as pilot:
        await shows(pilot, "entry 1 of 1")
        await pilot.press("tab", "tab", "tab", "shift+tab", "shift+tab", "shift+tab")
        await shows(pilot, "entry 1 of 1")


async def test_a_poster_opens_at_the_heading_of_its_first_section() -> None:
    poster = ACTIVITIES["poster"]
    async with on_turn(poster, work(poster, "p-1", 1)).run_test(size=(80, 18)) as pilot:
        await shows(pilot, "The title")


async def test_a_table_that_was_wider_has_its_boxes_under_their_headings() -> None:
    grid = ACTIVITIES["map"]
    assert isinstance(grid, Grid)
    response = blank(grid)
    assert isinstance(response, GridResponse)
    response = response.choose("parents", "goal", "talk", ("talk", "reading"))

    def under(pilot: Pilot[None], size: int) -> bool:
        lines = seen(pilot).splitlines()
        heads = next(line for line in lines if "What for" in line)
        return len(max(lines, key=len)) <= size and any(
            line[heads.index("What for") :].startswith("talk") for line in lines
        )

    async with on_turn(grid, response).run_test(size=(200, 60)) as pilot:
        for width, height in ((200, 60), (120, 40), (160, 50)):
            await pilot.resize_terminal(width, height)
            await shows(pilot, "What for")
            await pilot.pause()
            assert under(pilot, width)
