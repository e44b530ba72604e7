"""A terminal's window is closed: the program ends, and what it said was saved is there."""

import signal

import pytest

from store.protocol import Store
from tests.faults.conftest import SORT, OpenTerminal


@pytest.mark.parametrize("command", ["run", "room", "join"])
def test_a_window_that_is_closed_ends_the_program(store: Store, opens: OpenTerminal, command: str) -> None:
    terminal = opens(command, "MKRT")
    terminal.wait("Sort the evidence")
    assert terminal.close() in (0, -signal.SIGHUP)


def test_what_was_saved_is_there_after_the_window_was_closed(store: Store, opens: OpenTerminal) -> None:
    turn = opens("join", "MKRT")
    turn.wait("Type your name")
    turn.press("Table 1\r")
    turn.wait("0 placed")
    turn.press("1")
    turn.wait(lambda shown: "1 placed" in shown and "saved ✓" in shown)
    turn.close()
    kept = store.contribution("MKRT", "p-1")
    assert kept is not None
    assert kept.latest(SORT) is not None
