"""One activity before the day: its page, its real turn, and what the room sees, for every kind there is."""

from collections.abc import Callable

import pytest

from activities.kinds.activity import Activity
from activities.preview.rehearsal import CODE, YOU
from store.protocol import Store
from tests.every_kind.the_room import every_kind
from tests.five_activities import FILE as FIVE
from tests.tui.conftest import NOW, Until
from tests.tui.preview.walked import every_kind_walked
from tests.tui.room.the_room import MakeApp, words
from tui.app import FlipchartApp
from tui.kinds import turn
from tui.kinds.turn import Turn
from tui.preview.activity import PreviewActivity
from tui.preview.room import PreviewRoom
from tui.preview.turn import PreviewTurn
from tui.tasks.preview import Preview, Wanted, prepare

AGENDA = every_kind().activities


@pytest.fixture
def preview() -> Preview:
    return every_kind_walked()


@pytest.fixture
def looks_at(make_app: MakeApp, preview: Preview) -> Callable[[str], FlipchartApp]:
    """The app at the page of an activity."""

    def opened(activity: str) -> FlipchartApp:
        app = make_app(lambda: PreviewActivity(preview, activity))  # type: ignore[arg-type,return-value]
        app.keep_in(preview.store)
        return app

    return opened


@pytest.mark.parametrize("activity", [one for one in AGENDA if one.answered], ids=lambda one: one.id)
async def test_every_activity_has_its_real_turn_and_a_reveal_that_is_not_empty(
    looks_at: Callable[[str], FlipchartApp], preview: Preview, until: Until, activity: Activity
) -> None:
    app = looks_at(activity.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewTurn) and app.screen.query_one(Turn).is_mounted)
        sitting = preview.sit_down(5)
        assert type(app.screen.query_one(Turn)) is type(turn(sitting.activity, sitting.response, sitting.offered))
        assert activity.question in words(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PreviewActivity))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, PreviewRoom) and app.screen.reveal is not None)
        assert isinstance(app.screen, PreviewRoom)
        assert app.screen.reveal is not None
        assert not any(step.empty for step in app.screen.reveal.steps)
        assert "Invented answers." in words(app)


@pytest.mark.parametrize("activity", ["welcome", "tea"])
async def test_what_nobody_answers_is_shown_as_the_room_sees_it(
    looks_at: Callable[[str], FlipchartApp], until: Until, activity: str
) -> None:
    app = looks_at(activity)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "w")
        assert isinstance(app.screen, PreviewActivity)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewRoom) and app.screen.has_class("-set"))
        assert "Invented" not in words(app)


async def test_the_page_has_what_the_facilitator_needs_and_turns_to_the_next(
    make_app: MakeApp, store: Store, until: Until
) -> None:
    preview = prepare(Wanted(str(FIVE), store.home), NOW, 5)
    app = make_app(lambda: PreviewActivity(preview, "evidence-venn"))  # type: ignore[arg-type,return-value]
    activity = preview.workshop.activity("evidence-venn")
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: "2 of 5" in words(app))
        text = " ".join(words(app).split())
        for said in (activity.question, activity.cues[0].say[:40], activity.watch[0][:40], activity.discuss[0][:40]):
            assert " ".join(said.split()) in text
        await pilot.press("n")
        await until(pilot, lambda: "3 of 5" in words(app))
        await pilot.press("b", "b", "b")
        await until(pilot, lambda: "1 of 5" in words(app))


async def test_what_will_not_fit_says_what_would_help(looks_at: Callable[[str], FlipchartApp], until: Until) -> None:
    app = looks_at("sharpen")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "By estimate it will not fit." in words(app))
        assert "It would fit" in words(app)


async def test_what_is_handed_in_counts_at_the_reveal(
    looks_at: Callable[[str], FlipchartApp], preview: Preview, until: Until
) -> None:
    app = looks_at("diary")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewTurn))
        await pilot.press(*"Meetings", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PreviewActivity))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, PreviewRoom) and app.screen.reveal is not None)
        await pilot.press("v")
        await until(pilot, lambda: "13 of 13 people in" in words(app))
    mine = preview.store.contribution(CODE, YOU.id)
    assert mine is not None
    assert mine.has_handed_in("diary")
