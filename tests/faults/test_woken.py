"""A terminal that sleeps while somebody is forgotten, and is woken by a key: nothing brings them back."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import open_store, presence
from store.protocol import Store
from tests.soak.terminals import AS_ITS_OWN, Terminal
from tests.store.test_forgetting import everything
from tests.tui.commands.test_command_line import flipchart

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no program can be put to sleep there")

NAME = "Ann Gwenllian Ŵyn"

NOT_TOLD = f"""
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, {{signal.SIGCONT}})
{AS_ITS_OWN}"""
"""Starts a program that is not told when it wakes, as under a lid that was closed: a shell would tell it."""


@pytest.fixture
def seat(home: Path, store: Store) -> Iterator[Terminal]:
    """A shared terminal that can be put to sleep."""
    terminal = Terminal(home, "join", "MKRT", columns=120, rows=40, through=NOT_TOLD)
    yield terminal
    os.killpg(terminal.process_id, signal.SIGCONT)
    terminal.kill()


def asleep_for_long(home: Path) -> None:
    """The terminal has not said for longer than a terminal may be silent that somebody is at it."""
    then = time.time() - 2 * presence.ALIVE
    for mark in (home / "sessions" / "MKRT" / "present").glob("*@*"):
        os.utime(mark, (then, then))


def test_a_key_on_the_woken_terminal_brings_back_neither_the_name_nor_the_work(
    home: Path, store: Store, seat: Terminal
) -> None:
    seat.wait("Type your name")
    seat.press(f"{NAME}\r")
    seat.wait("not on the list yet")
    seat.press("y")
    seat.wait("0 placed")
    seat.press("1")
    seat.wait("saved ✓")
    assert NAME.encode() in everything(home)

    os.killpg(seat.process_id, signal.SIGSTOP)
    assert "is open at a terminal" in flipchart(home, "forget", "MKRT", NAME, "--yes").stderr
    asleep_for_long(home)
    done = flipchart(home, "forget", "MKRT", NAME, "--yes")
    assert done.returncode == 0, done.stderr
    assert NAME.encode() not in everything(home)

    seat.press("2")
    os.killpg(seat.process_id, signal.SIGCONT)
    shown = seat.wait("The facilitator has removed this person")
    assert "saved ✓" not in shown
    shown = seat.wait("Type your name")
    assert "Gwenllian" not in shown
    seat.press("\x1b[B\r")
    seat.wait("Table 1")
    assert NAME.encode() not in everything(home)
    assert open_store(home).contributions("MKRT") == []
    assert len(open_store(home).session("MKRT").forgotten) == 1
    assert not seat.ended
