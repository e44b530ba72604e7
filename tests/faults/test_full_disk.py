"""A disk that is full while a terminal saves: told there, nothing is taken off the screen, saved when there is room."""

import resource
import sys
from pathlib import Path

import pytest

from activities.kinds.card_sort import CardSortResponse
from activities.session.session import Phase
from store.protocol import Store
from tests.faults.conftest import SORT, OpenTerminal
from tests.soak.terminals import Terminal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="another process's limits can be set on Linux only")


def fill_up(terminal: Terminal, room: int = 100) -> None:
    """This program finds the disk full: no file of its can have more than so many bytes."""
    _, hard = resource.prlimit(terminal.program, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.program, resource.RLIMIT_FSIZE, (room, hard))


def free(terminal: Terminal) -> None:
    """There is room again."""
    _, hard = resource.prlimit(terminal.program, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.program, resource.RLIMIT_FSIZE, (hard, hard))


def placed(store: Store) -> int:
    kept = store.contribution("MKRT", "p-1")
    latest = kept.latest(SORT) if kept else None
    return len(latest.response.placements) if latest and isinstance(latest.response, CardSortResponse) else 0


def test_a_person_is_told_keeps_what_is_on_the_screen_and_is_saved_when_there_is_room(
    home: Path, store: Store, opens: OpenTerminal
) -> None:
    turn = opens("join", "MKRT")
    turn.wait("Type your name")
    turn.press("Table 1\r")
    turn.wait("0 placed")
    turn.press("1")
    turn.wait("1 placed")
    turn.wait(lambda _: placed(store) == 1)
    fill_up(turn)
    turn.press("\x1b[B1")
    told = ("The disk is full", "2 placed", "not saved", "still on this screen")
    turn.wait(lambda shown: all(words in shown for words in told))
    turn.press("\x1b")
    turn.wait("may be lost")
    turn.press("\x1b")
    turn.wait(lambda shown: "may be lost" not in shown and "2 placed" in shown)
    assert placed(store) == 1
    free(turn)
    shown = turn.wait(lambda shown: "saved ✓" in shown and "The disk is full" not in shown)
    assert "2 placed" in shown
    assert placed(store) == 2
    turn.press("\x1b")
    turn.wait("Type your name")


def test_a_facilitator_is_told_and_can_take_the_step_again(home: Path, store: Store, opens: OpenTerminal) -> None:
    console = opens("run", "MKRT")
    console.wait("Go on?")
    console.press("y")
    console.wait("Press l when time is up")
    fill_up(console)
    console.press("l")
    console.wait("The disk is full")
    assert store.session("MKRT").state().phase is Phase.OPEN
    free(console)
    console.press("l")
    console.wait("locked  ·")
    assert store.session("MKRT").state().phase is Phase.LOCKED
