"""What others wrote about one's work stands beside it where one sits down again; the facilitator writes, too."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from activities.kinds.audience import Audience
from activities.kinds.feedback import FeedbackResponse
from activities.kinds.prompts import PromptsResponse
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from store.protocol import Store
from tests.activities.examples import feedback, prompts
from tests.tui.conftest import NOW, Until
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.console.visiting import VisitScreen
from tui.kinds.feedback import FeedbackTurn
from tui.kinds.turn import Turn
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip
from tui.seat.remarks import Remarks
from tui.seat.turn import TurnScreen

ANN, BEN = (Participant(id=f"p-{n}", name=name) for n, name in enumerate(("Ann", "Ben"), 1))


@pytest.fixture
def offered(store: Store) -> Session:
    """Ann and Ben offer their answers; Ben has written to Ann about hers. The answers are open again."""
    asked = prompts().model_copy(update={"audience": Audience.OFFERED})
    agenda = Workshop(id="w", title="W", summary="s", activities=(asked, feedback()))
    session = begin(agenda, code="MKRT", title="T", on=NOW.date(), roster=(ANN, BEN))
    store.create(session)
    for who in (ANN, BEN):
        response = PromptsResponse(answers={"one": f"What {who.name} wrote"}).offer("one")
        store.change_contribution("MKRT", who, lambda kept, given=response: _gave(kept, "prompts", given))  # type: ignore[misc]
    said = FeedbackResponse().write(ANN.id, "clear", "Plain [b]and[/] short")
    store.change_contribution("MKRT", BEN, lambda kept: _gave(kept, "comments", said))
    return store.change_session("MKRT", lambda now: now.open(NOW))


def _gave(kept: Contribution, activity: str, response: PromptsResponse | FeedbackResponse) -> Contribution:
    return kept.record(activity, response, at=NOW, handed_in=activity == "comments")


@pytest.fixture
def app(make_app: Callable[[Callable[[], Screen[None]]], FlipchartApp], offered: Session) -> FlipchartApp:
    return make_app(lambda: JoinScreen("MKRT"))


async def sat_down(app: FlipchartApp, pilot: Pilot[str], until: Until, name: str) -> None:
    await until(pilot, lambda: app.screen.query(NameChip))
    app.screen.query_one("#name", Input).value = name
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, TurnScreen) and app.screen.query_one(Turn).is_mounted)


def seen(app: FlipchartApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_comments_stand_beside_the_work_without_a_name(app: FlipchartApp, until: Until) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await sat_down(app, pilot, until, "Ann")
        await until(pilot, lambda: "Plain [b]and[/] short" in seen(app))
        assert "1 comment on this" in seen(app)
        assert "Ben" not in seen(app)


async def test_on_a_small_terminal_a_line_says_so_and_f8_opens_and_closes_them(app: FlipchartApp, until: Until) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sat_down(app, pilot, until, "Ann")
        await until(pilot, lambda: "1 comment on this   F8 reads them" in seen(app))
        assert "Plain" not in seen(app)
        await pilot.press("f8")
        await until(pilot, lambda: "Plain [b]and[/] short" in seen(app))
        await pilot.press("f8")
        await until(pilot, lambda: "Plain" not in seen(app))


async def test_whoever_has_none_sees_nothing_of_it(app: FlipchartApp, until: Until) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await sat_down(app, pilot, until, "Ben")
        assert not app.screen.query(Remarks)
        await pilot.press("f8")


async def test_at_feedback_one_is_given_anothers_offered_work(app: FlipchartApp, store: Store, until: Until) -> None:
    store.change_session("MKRT", lambda now: now.go_to("comments", NOW).open(NOW))
    async with app.run_test(size=(120, 40)) as pilot:
        await sat_down(app, pilot, until, "Ann")
        await until(pilot, lambda: "What Ben wrote" in seen(app))
        assert "What Ann wrote" not in seen(app)


async def test_the_facilitator_writes_from_the_console_in_the_same_way(
    make_app: Callable[[Callable[[], Screen[None]]], FlipchartApp], offered: Session, store: Store, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.lock(NOW))
    app = make_app(lambda: ConsoleScreen("MKRT"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "locked" in str(app.screen.query_one("#standing", Static).content))
        await pilot.press("u")
        await until(
            pilot, lambda: isinstance(app.screen, VisitScreen) and app.screen.query_one(FeedbackTurn).is_mounted
        )
        await until(pilot, lambda: "What Ann wrote" in seen(app))
        await pilot.press(*"Go on")
        await until(pilot, lambda: "saved ✓" in seen(app))
        (comment,) = store.session("MKRT").visits["comments"]
        assert (comment.to, comment.answer("clear")) == (ANN.id, "Go on")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
