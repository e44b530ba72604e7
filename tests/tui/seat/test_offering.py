"""What only its writer sees may be offered to the room, one thing at a time, and taken back."""

from collections.abc import Callable

import pytest

from activities.kinds.activity import Activity, Response
from activities.kinds.audience import Audience
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.session.sitting import Sitting
from store.protocol import Store
from tests.activities import examples
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.kinds.turn import Turn
from tui.seat.turn import TurnScreen
from tui.widgets.lines import Fitted

MakeApp = Callable[[Callable[[], TurnScreen]], FlipchartApp]
ANN = Participant(id="p-1", name="Ann")
OFFERED = "✓ Offered: the room sees this without your name. F7 takes it back."


def screen(store: Store, session: Session, activity: Activity) -> TurnScreen:
    workshop = session.workshop.model_copy(update={"activities": (activity,)})
    changed = {"workshop": workshop, "current": activity.id, "running": {}}
    there = store.change_session("MKRT", lambda now: now.model_copy(update=changed).open(NOW))
    return TurnScreen(Sitting(there, ANN, Contribution(participant=ANN), "t-1"))


def kept(store: Store, activity: str) -> Response | None:
    found = store.contribution("MKRT", ANN.id)
    version = found.latest(activity) if found else None
    return version.response if version else None


def says(app: FlipchartApp) -> str:
    return str(app.screen.query_one("#sees", Fitted).content)


@pytest.mark.parametrize("kind", ["prompts", "sentence_stems"])
async def test_f7_offers_what_the_cursor_is_in_and_takes_it_back(
    make_app: MakeApp, store: Store, session: Session, until: Until, kind: str
) -> None:
    activity = getattr(examples, kind)().model_copy(update={"audience": Audience.OFFERED})
    app = make_app(lambda: screen(store, session, activity))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "F7 offers it" in says(app))
        await pilot.press(*"abc", "f7")
        await until(pilot, lambda: says(app) == OFFERED)
        field = app.screen.query_one(Turn).field_in_hand
        await until(pilot, lambda: (found := kept(store, activity.id)) is not None and found.offered == (field,))
        await pilot.press("f7")
        await until(pilot, lambda: says(app) != OFFERED)
        await until(pilot, lambda: (found := kept(store, activity.id)) is not None and found.offered == ())
        await pilot.press("ctrl+z")
        await until(pilot, lambda: says(app) == OFFERED)


@pytest.mark.parametrize("audience", [Audience.ROOM, Audience.OWN])
async def test_where_that_is_not_its_writers_to_decide_f7_does_nothing(
    make_app: MakeApp, store: Store, session: Session, until: Until, audience: Audience
) -> None:
    activity = examples.prompts().model_copy(update={"audience": audience})
    app = make_app(lambda: screen(store, session, activity))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "see" in says(app))
        before = says(app)
        await pilot.press(*"abc", "f7")
        await until(pilot, lambda: kept(store, activity.id) is not None)
        assert app.screen.query_one(Turn).response.offered == ()
        assert says(app) == before


@pytest.mark.parametrize(
    "kind", ["card_sort", "checks", "choice", "composition", "form", "grid", "log", "prompts", "sentence_stems"]
)
async def test_every_kind_in_which_anything_is_written_has_the_key(
    make_app: MakeApp, store: Store, session: Session, until: Until, kind: str
) -> None:
    activity = getattr(examples, kind)().model_copy(update={"audience": Audience.OFFERED})
    app = make_app(lambda: screen(store, session, activity))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "F7" in says(app) or "see" in says(app))
        await until(pilot, lambda: "f7" in app.screen.active_bindings)
        active = app.screen.active_bindings["f7"]
        assert (active.binding.id, active.enabled) == ("turn.offer", True)
