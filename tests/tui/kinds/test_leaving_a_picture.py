"""The room goes on while a picture is still to say how much is below: it is left without a word, and nothing stops."""

import pytest

from activities.kinds.activity import Activity, Response, summarise
from activities.kinds.composition import CompositionResponse
from activities.kinds.prompts import PromptsResponse
from tests.activities.examples import composition, prompts
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage
from tui.kinds.picture import Picture

WRITTEN: dict[str, tuple[Activity, Response]] = {
    "prompts": (prompts(), PromptsResponse(answers={one.id: "Some words." for one in prompts().prompts})),
    "composition": (composition(), CompositionResponse(own={"title": "Some words."})),
}


@pytest.mark.parametrize("kind", WRITTEN)
async def test_a_picture_that_is_taken_away_as_it_is_drawn_stops_nothing(kind: str) -> None:
    activity, response = WRITTEN[kind]
    total = total_of(summarise(activity, [response] * 6))
    async with Stage(lambda: pictured(activity, total)).run_test(size=(100, 30)) as pilot:
        picture = pilot.app.screen.query_one(Picture)
        picture.redraw()
        await picture.remove_children()
        await pilot.pause()
        assert not picture.children
