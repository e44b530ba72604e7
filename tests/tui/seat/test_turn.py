"""A turn follows the room, is cleared when nobody is there, and leaves nothing of itself to the next person."""

import asyncio
import errno
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from activities.kinds.card_sort import CardSortResponse
from activities.session.contribution import Contribution, Participant
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.seat.conftest import SIZE, SORT
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.kinds.turn import Turn
from tui.seat import kiosk, saving
from tui.seat.clearing import ClearingScreen
from tui.seat.idle import Idle
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip
from tui.seat.turn import TurnScreen
from tui.settings.model import Settings

TABLE = Participant(id="p-3", name="Table 3")
MINUTE = timedelta(minutes=1)

CLEAR_AFTER = Settings().clear_after


class Seconds:
    """A clock that a test sets on."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    found = Seconds()
    monkeypatch.setattr(kiosk, "clock", found)
    return found


async def sat_down(app: FlipchartApp, pilot: Pilot[str], until: Until, name: str = "Table 3") -> None:
    await until(pilot, lambda: app.screen.query(NameChip))
    app.screen.query_one("#name", Input).value = name
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, TurnScreen) and app.screen.query_one(Turn).is_mounted)


async def nobody_is_there(app: FlipchartApp, pilot: Pilot[str], until: Until, seconds: Seconds, long: float) -> None:
    """For so long, once all that was done before has been noticed."""
    turn = next(screen for screen in app.screen_stack if isinstance(screen, TurnScreen))
    await until(pilot, lambda: turn.query_one(Idle).has_seen_all)
    seconds.now += long


def kept(store: Store, who: str = "p-3") -> Contribution:
    found = store.contribution("MKRT", who)
    assert found is not None
    return found


def placed(contribution: Contribution, round_number: int = 1) -> dict[str, object]:
    version = contribution.latest(SORT, round_number)
    assert version is not None
    assert isinstance(version.response, CardSortResponse)
    return dict(version.response.placements)


def words(app: FlipchartApp, where: str) -> str:
    return " ".join(str(found.content) for found in app.screen.query(where).results(Static) if found.display)


def gives(store: Store, circle: int, *, terminal: str = "", handed_in: bool = False, round_number: int = 1) -> None:
    """Table 3 puts the first card into a circle, at another terminal."""
    sort = store.session("MKRT").workshop.activity(SORT)
    response = CardSortResponse().toggle(sort, sort.cards[0].id, sort.circles[circle].id)  # type: ignore[attr-defined,arg-type]
    store.change_contribution(
        "MKRT",
        TABLE,
        lambda now: now.record(
            SORT, response, at=NOW, round_number=round_number, handed_in=handed_in, terminal=terminal
        ),
    )


# Nobody there


async def test_a_screen_that_nobody_uses_warns_and_then_clears(
    app: FlipchartApp, store: Store, seconds: Seconds, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: placed(kept(store)))
        await nobody_is_there(app, pilot, until, seconds, CLEAR_AFTER - kiosk.WARNED)
        await until(pilot, lambda: isinstance(app.screen, ClearingScreen))
        assert words(app, "#left") == "This screen clears in 15 seconds."
        seconds.now += 14
        await until(pilot, lambda: words(app, "#left") == "This screen clears in 1 second.")
        seconds.now += 1
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        assert len(placed(kept(store))) == 1
        assert not kept(store).has_handed_in(SORT)


async def test_any_key_keeps_the_screen_and_does_nothing_else(
    app: FlipchartApp, store: Store, seconds: Seconds, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: placed(kept(store)))
        for key in ("2", "escape", "ctrl+q"):
            await nobody_is_there(app, pilot, until, seconds, CLEAR_AFTER)
            await until(pilot, lambda: isinstance(app.screen, ClearingScreen))
            seconds.now += 2
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        assert list(placed(kept(store)).values()) == [("accountability",)]


async def test_a_key_pressed_as_the_warning_comes_is_not_swallowed(
    app: FlipchartApp, store: Store, seconds: Seconds, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await nobody_is_there(app, pilot, until, seconds, CLEAR_AFTER - kiosk.WARNED)
        await until(pilot, lambda: isinstance(app.screen, ClearingScreen))
        await pilot.press("2")
        await until(pilot, lambda: list(placed(kept(store)).values()) == [("professional-development",)])
        assert isinstance(app.screen, TurnScreen)


async def test_a_screen_that_clears_soon_warns_in_the_second_half_of_that_time_and_ends_by_itself(
    app: FlipchartApp, store: Store, seconds: Seconds, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "settings", Settings(clear_after=12))
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        for key in ("1", "down", "2"):
            seconds.now += 5
            await pilot.press(key)
        await until(pilot, lambda: len(placed(kept(store))) == 2)
        assert isinstance(app.screen, TurnScreen)
        await nobody_is_there(app, pilot, until, seconds, 6)
        await until(pilot, lambda: isinstance(app.screen, ClearingScreen))
        assert words(app, "#left") == "This screen clears in 6 seconds."
        seconds.now += 6
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))


async def test_a_dialog_left_open_clears_too_but_not_while_somebody_types_in_it(
    app: FlipchartApp, seconds: Seconds, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        turn = app.screen
        await pilot.press("n")
        await until(pilot, lambda: app.screen is not turn)
        dialog = app.screen
        for letter in "abc":
            seconds.now += CLEAR_AFTER - kiosk.WARNED - 1
            await pilot.press(letter)
            await asyncio.sleep(0.6)
            assert app.screen is dialog
        await nobody_is_there(app, pilot, until, seconds, CLEAR_AFTER)
        await until(pilot, lambda: isinstance(app.screen, ClearingScreen))
        seconds.now += kiosk.WARNED
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        assert [type(one).__name__ for one in app.screen_stack] == ["Screen", "JoinScreen"]


async def test_nothing_of_the_last_person_is_left(app: FlipchartApp, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        app.copy_to_clipboard("what I think of the head teacher")
        app.notify("This is yours alone.")
        await pilot.press("1", "escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        await until(pilot, lambda: app.clipboard == " ")
        assert not list(app._notifications)
        assert [type(one).__name__ for one in app.screen_stack] == ["Screen", "JoinScreen"]
        assert app.screen.query_one("#name", Input).value == ""
        assert app.screen.get_selected_text() is None
        assert "head teacher" not in app.export_screenshot()


# Two terminals


async def test_the_same_person_at_two_terminals_is_told_and_told_when_it_is_over(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        store.arrive("MKRT", "p-3", "other")
        await sat_down(app, pilot, until)
        await until(
            pilot,
            lambda: words(app, "#elsewhere") == "Table 3 is also open at another terminal. Both are kept.",
        )
        assert len(store.present("MKRT")["p-3"]) == 2
        store.leave("MKRT", "p-3", "other")
        await until(pilot, lambda: not words(app, "#elsewhere"))
        await pilot.press("escape")
        await until(pilot, lambda: "p-3" not in store.present("MKRT"))


async def test_neither_answer_is_lost_and_the_other_can_be_chosen_back(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: placed(kept(store)))
        assert "F6" not in words(app, "#keys")
        gives(store, 1, terminal="other")
        await until(pilot, lambda: "F6 other version" in words(app, "#keys"))
        first = next(iter(placed(kept(store))))
        assert {version.terminal for version in kept(store).versions} > {"other"}
        await pilot.press("f6")
        await until(pilot, lambda: list(placed(kept(store)).values()) == [("professional-development",)])
        await pilot.press("f6")
        await until(pilot, lambda: placed(kept(store)) == {first: ("accountability",)})
        await pilot.press("ctrl+z")
        await until(pilot, lambda: placed(kept(store)) == {first: ("professional-development",)})
        assert len(kept(store).versions) == 2


async def test_work_from_a_terminal_that_is_gone_is_gone_on_with_and_is_no_other_version(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    gives(store, 1, terminal="killed")
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("space", "1")
        await until(pilot, lambda: len(placed(kept(store))) == 2)
        assert len(kept(store).versions) == 1
        assert "F6" not in words(app, "#keys")


# Troubles


async def test_a_full_disk_is_told_and_the_work_saved_when_there_is_room(
    app: FlipchartApp, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "RETRY", 0.05)
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)

        def full(path: str, content: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as disk:
            disk.setattr("store.files._write", full)
            await pilot.press("1")
            await until(pilot, lambda: "The disk is full" in words(app, "#notice"))
            assert words(app, "#notice").endswith("Your work is still on this screen.")
            assert words(app, "#saved") == "not saved"
            assert len(app.screen.query_one(Turn).response.placements) == 1  # type: ignore[attr-defined]
        await until(pilot, lambda: words(app, "#saved") == "saved ✓")
        assert words(app, "#notice") == ""
        assert len(placed(kept(store))) == 1


async def test_a_session_that_goes_away_in_a_turn_is_told_and_comes_back_with_all_saved(
    app: FlipchartApp, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "RETRY", 0.05)
    folder = store.home / "sessions" / "MKRT"
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: placed(kept(store)))
        folder.rename(store.home / "away")
        await until(pilot, lambda: "cannot be reached" in words(app, "#notice"))
        await pilot.press("down", "2")
        await until(pilot, lambda: words(app, "#saved") == "not saved")
        assert not folder.exists()
        (store.home / "away").rename(folder)
        await until(pilot, lambda: words(app, "#notice") == "" and words(app, "#saved") == "saved ✓")
        assert len(placed(kept(store))) == 2


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\x00" * 400, b'{"person": []}'], ids=["empty", "cut", "zeroes", "other"]
)
async def test_work_that_is_damaged_while_somebody_sits_there_stops_nobody(
    app: FlipchartApp, store: Store, until: Until, damage: bytes
) -> None:
    file: Path = store.home / "sessions" / "MKRT" / "contributions" / "p-3.json"

    def harm() -> None:
        file.write_bytes(damage)

    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: placed(kept(store)))
        harm()
        await pilot.press("down", "2")
        await until(pilot, lambda: len(placed(kept(store))) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        harm()
        await sat_down(app, pilot, until)
        await pilot.press("down", "1")
        await until(pilot, lambda: placed(kept(store)))


async def test_enter_twice_does_not_hand_in_what_is_not_done(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        turn = app.screen
        await pilot.press("1", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is turn)
        contribution = store.contribution("MKRT", "p-3")
        assert contribution is not None
        assert not contribution.has_handed_in(SORT)
