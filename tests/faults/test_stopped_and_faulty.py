"""A held terminal that is stopped, or has a fault of its own, is there again: no shell comes up, and it is drawn anew."""

import os
import shlex
import signal
from collections.abc import Callable

import pytest

from activities.session.pin import make_pin
from store.protocol import Store
from tests.benchmarks.terminals import FLIPCHART, drawing
from tests.faults import faulty_seat
from tests.faults.conftest import FROM_A_SHELL, SHELL, OpenTerminal
from tests.soak.terminals import Terminal, until

WHO = "Type your name"
LEADS_OUT = "facilitator’s PIN"
SUSPENDS = "\x1a"


@pytest.fixture
def held(store: Store) -> Store:
    pin = make_pin("123456", b"s" * 16)
    store.change_session("MKRT", lambda now: now.model_copy(update={"pin": pin}))
    return store


@pytest.fixture
def seat(held: Store, opens: OpenTerminal) -> Terminal:
    """As it is begun in a hall: typed in a shell, which would have the terminal back."""
    terminal = opens(through=FROM_A_SHELL)
    until(lambda: SHELL in terminal.standing)
    terminal.press(f"{shlex.join(FLIPCHART)} join MKRT\r")
    terminal.wait(WHO)
    return terminal


def minding(seat: Terminal) -> int:
    """The process that minds the terminal, a child of the shell."""
    return drawing(seat.process_id)


def stop_program(seat: Terminal) -> None:
    os.kill(drawing(minding(seat)), signal.SIGSTOP)


def suspend_program(seat: Terminal) -> None:
    os.kill(drawing(minding(seat)), signal.SIGTSTP)


def suspend_all(seat: Terminal) -> None:
    os.killpg(minding(seat), signal.SIGTSTP)


def leaves_by_the_pin(seat: Terminal) -> None:
    """The PIN leads out, to the shell: which shows that it would have been seen."""
    seat.press("\x1b")
    seat.wait(LEADS_OUT)
    seat.press("123456\r")
    until(lambda: SHELL in seat.standing)


def test_keys_that_suspend_do_nothing(seat: Terminal) -> None:
    seat.press(f"{SUSPENDS * 5}Zed")
    seat.wait("Zed")
    assert SHELL not in seat.standing
    seat.press("\x15")
    leaves_by_the_pin(seat)


@pytest.mark.parametrize("stop", [stop_program, suspend_program, suspend_all])
def test_who_stops_it_gets_no_shell(seat: Terminal, stop: Callable[[Terminal], object]) -> None:
    program = drawing(minding(seat))
    stop(seat)
    seat.press("Zed")
    seat.wait("Zed")
    assert SHELL not in seat.standing
    assert drawing(minding(seat)) == program
    seat.press("\x15")
    leaves_by_the_pin(seat)


def test_it_is_drawn_again_once_it_goes_on(seat: Terminal) -> None:
    seat.wipe()
    stop_program(seat)
    seat.wait(lambda shown: "Autumn" in shown and WHO in shown and "Esc Leave" in shown)


@pytest.fixture
def faulty(held: Store, opens: OpenTerminal) -> Terminal:
    command = f"import os, sys\nos.execv(sys.executable, [sys.executable, '-m', {faulty_seat.__name__!r}, {str(held.home)!r}, 'MKRT'])"
    terminal = opens(through=command)
    terminal.wait(WHO)
    return terminal


@pytest.mark.parametrize("key", ["\x1b[19~", "\x1b[20~"], ids=["on a screen", "at work"])
def test_a_program_with_a_fault_is_there_again_and_says_nothing_of_what_it_held(
    faulty: Terminal, held: Store, key: str
) -> None:
    program, trouble = faulty.program, held.home / "trouble.txt"
    faulty.press(key)
    until(lambda: faulty.program not in (program, faulty.process_id))
    faulty.wait(WHO)
    assert "RuntimeError" in trouble.read_text()
    assert faulty_seat.SECRET not in trouble.read_text()
    assert faulty_seat.SECRET not in faulty.shown
    faulty.press("\x1b")
    faulty.wait(LEADS_OUT)
    faulty.press("123456\r")
    assert faulty.end() == 0
