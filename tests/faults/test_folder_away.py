"""The drive with the session is unplugged and plugged in again: every screen says so, and goes on."""

from pathlib import Path

from activities.kinds.card_sort import CardSortResponse
from activities.session.session import Phase
from store.protocol import Store
from tests.faults.conftest import SORT, OpenTerminal
from tests.soak.terminals import Terminal

FOOT = "now  Sort the evidence"


def eventually(terminal: Terminal, store: Store, phase: Phase) -> None:
    terminal.wait(lambda _: store.session("MKRT").state().phase is phase)


def test_every_screen_says_that_the_session_is_away_and_goes_on_when_it_is_back(
    home: Path, store: Store, opens: OpenTerminal
) -> None:
    folder, away = home / "sessions" / "MKRT", home / "away"
    console, room, empty, turn = (
        opens("run", "MKRT"),
        opens("room", "MKRT"),
        opens("join", "MKRT"),
        opens("join", "MKRT"),
    )
    console.wait("Go on?")
    console.press("y")
    console.wait("open  ·")
    room.wait(FOOT)
    empty.wait("Type your name")
    turn.wait("Type your name")
    turn.press("Table 1\r")
    turn.wait("0 placed")
    turn.press("1")
    turn.wait("1 placed")
    turn.wait("saved ✓")

    folder.rename(away)
    console.wait("There is no session with the code MKRT")
    room.wait("One moment, please.")
    empty.wait("There is no session with the code MKRT")
    turn.wait("still on this screen")
    turn.press("\x1b[B1")
    turn.wait("2 placed")
    turn.wait("not saved")

    away.rename(folder)
    room.wait(FOOT)
    empty.wait("Type your name")
    shown = turn.wait(lambda shown: "saved ✓" in shown and "still on this screen" not in shown)
    assert "2 placed" in shown
    kept = store.contribution("MKRT", "p-1")
    latest = kept.latest(SORT) if kept else None
    assert latest is not None
    assert isinstance(latest.response, CardSortResponse)
    assert len(latest.response.placements) == 2
    assert store.session("MKRT").state().phase is Phase.OPEN
    console.press("l")
    eventually(console, store, Phase.LOCKED)
    turn.wait("Hands off")
    assert not any(terminal.ended for terminal in (console, room, empty, turn))


def test_a_session_that_is_away_when_the_program_begins_is_told_in_one_line(
    home: Path, store: Store, opens: OpenTerminal
) -> None:
    (home / "sessions" / "MKRT").rename(home / "away")
    for command in ("run", "room", "join"):
        terminal = opens(command, "MKRT")
        assert terminal.end() == 2
        words = terminal.line
        assert words.startswith("There is no session with the code MKRT")
        assert "Traceback" not in words
