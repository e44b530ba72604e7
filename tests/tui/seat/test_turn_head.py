"""What stands on every turn, whatever its kind: the question, the time left, what to do, who sees it, and how to hand in."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from activities.kinds.activity import who_sees
from activities.session.session import Phase, Session
from activities.session.sitting import DRAFTS_COUNT, WHAT_COUNTS
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import words as all_words
from tests.tui.seat.conftest import SIZE, SORT
from tests.tui.seat.test_turn import gives, sat_down, words
from tui.app import FlipchartApp
from tui.dialogs.help import HelpScreen
from tui.kinds.looking_back import OwnWork
from tui.kinds.turn import Turn
from tui.seat.look_back import LookBackScreen
from tui.seat.turn import TurnScreen
from tui.widgets.foot import Foot
from tui.widgets.time_left import TimeLeft

SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]
ANSWERED = [SORT, "reflection", "pathways", "plan"]


def at(store: Store, activity: str, minutes: float = 2.0) -> Session:
    """The room is at this activity, which has been open for so many minutes."""

    def opened(now: Session) -> Session:
        fresh = {name: state for name, state in now.running.items() if name != activity}
        return now.model_copy(update={"running": fresh}).go_to(activity, NOW).open(NOW - timedelta(minutes=minutes))

    return store.change_session("MKRT", opened)


def rows(app: FlipchartApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("activity", ANSWERED)
async def test_the_question_the_time_what_to_do_and_the_key_that_hands_in_stand_on_every_turn(
    app: FlipchartApp, store: Store, until: Until, activity: str, size: tuple[int, int]
) -> None:
    session = at(store, activity)
    async with app.run_test(size=size) as pilot:
        await sat_down(app, pilot, until)
        await until(pilot, lambda: "left" in words(app, "TimeLeft"))
        of = session.activity
        left = of.parts.work - 2
        seen = " ".join(" ".join(rows(app)).split())
        assert of.question in seen
        assert f"{left}:00 left" in seen
        assert " ".join(of.instructions.split())[:38] in seen
        assert who_sees(of) in seen
        assert WHAT_COUNTS in seen or DRAFTS_COUNT in seen
        assert rows(app)[-1].rstrip().endswith("Ctrl+S Hand in")
        assert app.screen.query_one(Turn).size.height >= size[1] // 2


async def test_the_time_ticks_while_the_facilitators_timer_runs_and_says_when_it_stands(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    time = NOW
    app.now = lambda: time
    at(store, SORT, minutes=0)
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        whole = store.session("MKRT").activity.parts.work
        await until(pilot, lambda: words(app, "TimeLeft") == f"{whole}:00 left")
        time += timedelta(seconds=61)
        await until(pilot, lambda: words(app, "TimeLeft") == f"{whole - 2}:59 left")
        assert not app.screen.query_one(TimeLeft).has_class("late")
        store.change_session("MKRT", lambda now: now.pause_or_go_on(time))
        await until(pilot, lambda: words(app, "TimeLeft") == f"{whole - 2}:59 left, the time stands still")
        store.change_session("MKRT", lambda now: now.pause_or_go_on(time))
        time += timedelta(minutes=whole)
        await until(pilot, lambda: words(app, "TimeLeft") == "over by 1:01")
        assert app.screen.query_one(TimeLeft).has_class("late")
        store.change_session("MKRT", lambda now: now.lock(time))
        await until(pilot, lambda: words(app, "TimeLeft") == "")


async def test_what_to_do_is_told_whole_by_the_key_that_stands_where_it_is_cut(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    session = at(store, "pathways")
    async with app.run_test(size=(60, 18)) as pilot:
        await sat_down(app, pilot, until)
        assert words(app, "#do").endswith(" … F1")
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await until(pilot, lambda: "Where am I now" in all_words(app))
        assert isinstance(app.screen, HelpScreen)
        for sentence in (session.activity.instructions, WHAT_COUNTS):
            assert sentence.replace(".", "\\.") in app.screen._text


async def test_a_click_in_the_foot_presses_the_key(app: FlipchartApp, store: Store, until: Until) -> None:
    at(store, "plan")
    async with app.run_test(size=(80, 24)) as pilot:
        await sat_down(app, pilot, until)
        foot = app.screen.query_one(Foot)
        line = rows(app)[-1]
        await pilot.click(Foot, offset=(line.index("PgDn"), 0))
        await until(pilot, lambda: app.screen.query_one(Turn).stem.id == "why")  # type: ignore[attr-defined]
        assert foot.is_attached
        await pilot.click(Foot, offset=(line.index("Hand in"), 0))
        await until(pilot, lambda: "Hand in now" in all_words(app))


async def test_where_not_every_key_fits_the_foot_says_that_there_are_more(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    async with app.run_test(size=(60, 18)) as pilot:
        await sat_down(app, pilot, until)
        assert "F1 More  Ctrl+S Hand in" in rows(app)[-1]
        await pilot.resize_terminal(160, 40)
        await until(pilot, lambda: "F1 Help  Ctrl+S Hand in" in rows(app)[-1])


# Looking back


async def looks_back(app: FlipchartApp, pilot: Pilot[str], until: Until) -> LookBackScreen:
    await pilot.press("f3")
    await until(pilot, lambda: isinstance(app.screen, LookBackScreen) and app.screen.query("#own > *"))
    assert isinstance(app.screen, LookBackScreen)
    return app.screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_who_is_asked_about_an_earlier_board_can_look_at_their_own(
    app: FlipchartApp, store: Store, until: Until, size: tuple[int, int]
) -> None:
    gives(store, 0, handed_in=True)
    at(store, "reflection")
    async with app.run_test(size=size) as pilot:
        await sat_down(app, pilot, until)
        assert "F3 what I sorted" in rows(app)[0]
        await pilot.press(*"So far", "enter")
        await looks_back(app, pilot, until)
        await until(pilot, lambda: "Learner progress" in all_words(app) or "Progress" in all_words(app))
        assert "What does our picture tell us?" in all_words(app)
        await until(pilot, lambda: "4:00 left" in words(app, "TimeLeft"))
        await pilot.press("1", "x", "delete")
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("!")
        turn = app.screen.query_one(Turn)
        assert turn.response.answer("now") == "So far\n!"  # type: ignore[attr-defined]


async def test_where_an_activity_speaks_of_several_they_come_one_after_another(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    gives(store, 0, handed_in=True)
    at(store, "reflection")
    async with app.run_test(size=(80, 24)) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press(*"Tests")
        await until(pilot, lambda: "saved" in words(app, "#saved"))
        await pilot.press("escape")
        at(store, "plan")
        await sat_down(app, pilot, until)
        assert "F3 what I did before" in rows(app)[0]
        await looks_back(app, pilot, until)
        assert words(app, "#which") == "1 of 2"
        assert "→ Next" in rows(app)[-1]
        await pilot.press("right")
        await until(pilot, lambda: app.screen.query(OwnWork))
        await until(pilot, lambda: "Tests" in all_words(app))
        await pilot.press("left", "left")
        await until(pilot, lambda: words(app, "#which") == "1 of 2")


async def test_there_is_no_key_for_looking_back_where_there_is_nothing(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    at(store, "reflection")
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        assert "F3" not in "".join(rows(app))
        await pilot.press("f3")
        assert isinstance(app.screen, TurnScreen)


async def test_who_looks_back_is_called_to_the_front_with_the_others(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    gives(store, 0, handed_in=True)
    at(store, "reflection")
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await looks_back(app, pilot, until)
        store.change_session("MKRT", lambda now: now.lock(NOW))
        await until(pilot, lambda: "Hands off" in words(app, "#notice"))
        assert isinstance(app.screen, TurnScreen)
        assert store.session("MKRT").state().phase is Phase.LOCKED
