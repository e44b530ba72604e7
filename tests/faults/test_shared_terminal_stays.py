"""A shared terminal that a PIN holds is never left to a shell: whatever is typed, and however its program ends."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from activities.session.pin import make_pin
from store.protocol import Store
from tests.faults.conftest import OpenTerminal
from tests.soak.terminals import Terminal, Unseen, until
from tui.terminal.sieve import PASTE_PAUSE

WHO = "Type your name"
LEADS_OUT = "facilitator’s PIN"
KEYS_THAT_SEND_SIGNALS = b"\x03\x1a\x1c\x04"
TYPED = {
    "Alt, a number that is no letter": [b"\x1b[", *[b"9"] * 12, b"u"],
    "a letter beyond Unicode": [b"\x1b[1114112u"],
    "a letter by another name": [b"\x1b[97:65u", b"\x1b[97;1:1u"],
    "half of a pair of letters": [b"\x1b[55296;1;55296u"],
    "a pound sign of another time": [b"\xa3"],
    "the mouse past column 95": [b"\x1b[M \xe8\x25", b"\x1b[M\xc3\xa0\xff"],
    "a screen of ten thousand columns": [b"\x1b[?2048;1$y", b"\x1b[48;9999;9999;1;1t"],
    "a paste that never ends": [b"\x1b[200~" + b"x" * 5000],
}


@pytest.fixture
def held(store: Store) -> Store:
    pin = make_pin("123456", b"s" * 16)
    store.change_session("MKRT", lambda now: now.model_copy(update={"pin": pin}))
    return store


@pytest.fixture
def seat(held: Store, opens: OpenTerminal) -> Terminal:
    terminal = opens("join", "MKRT")
    terminal.wait(WHO)
    return terminal


def typed(seat: Terminal, keys: str) -> bool:
    """Type, and look again."""
    seat.press(keys)
    return False


def killed(seat: Terminal, number: int = signal.SIGKILL) -> None:
    """End its program, and wait for the next one."""
    program, frames = seat.program, seat.frames
    os.kill(program, number)
    seat.wait(
        lambda shown: (
            seat.program not in (program, seat.process_id)
            and seat.frames > frames
            and WHO in shown
            and LEADS_OUT not in shown
        )
    )


def pressed_until(seat: Terminal, keys: str, then: str) -> None:
    """Press these again and again until that is seen."""
    for _ in range(20):
        seat.press(keys)
        with suppress(Unseen):
            seat.wait(then, 0.5)
            return
    raise Unseen(seat.shown)


def memory(process: int) -> int:
    """In MiB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def ends_with_the_pin(seat: Terminal) -> bool:
    seat.press("\x1b")
    seat.wait(LEADS_OUT)
    seat.press("123456\r")
    return seat.end(60) == 0


@pytest.mark.parametrize("what", TYPED)
def test_nothing_typed_ends_the_program_or_keeps_it_from_the_next_key(seat: Terminal, what: str) -> None:
    program = seat.program
    for piece in TYPED[what]:
        seat.send(piece)
        time.sleep(0.03)  # as a key that is held comes again
    time.sleep(PASTE_PAUSE + 0.2 if b"[200~" in piece else 0.2)
    seat.press("\x15")  # away with what is in the field
    seat.wait(lambda shown: WHO in shown, 10)
    pressed_until(seat, "Zed", "Zed")
    assert seat.program == program
    assert memory(program) < 150


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_ended_is_there_again(seat: Terminal, number: int) -> None:
    killed(seat, number)
    assert ends_with_the_pin(seat)


def test_the_work_of_who_sat_there_is_off_the_screen_and_kept(seat: Terminal, held: Store) -> None:
    seat.press("Table 1\r")
    seat.wait("0 placed")
    seat.press("1")
    seat.wait(lambda shown: "1 placed" in shown and "saved ✓" in shown)
    killed(seat)
    assert "1 placed" not in seat.shown
    kept = held.contribution("MKRT", "p-1")
    assert kept is not None
    assert kept.versions


def test_it_stays_held_though_the_session_cannot_be_read_when_it_starts_again(seat: Terminal, held: Store) -> None:
    (held.home / "sessions").rename(held.home.with_name("away"))
    frames = seat.frames
    os.kill(seat.program, signal.SIGKILL)
    seat.wait(lambda shown: seat.frames > frames and "Esc Leave" in shown)
    seat.press("\x1b")
    seat.wait(LEADS_OUT)
    seat.press("000000\r")
    seat.wait("That is not it")
    seat.press("123456\r")
    assert seat.end(60) == 0


def test_a_program_that_keeps_failing_is_started_after_pauses_that_grow(seat: Terminal) -> None:
    seen: list[int] = []
    began = time.monotonic()
    while len(seen) < 3:
        until(lambda: seat.program not in (*seen, seat.process_id))
        seen.append(seat.program)
        with suppress(ProcessLookupError):
            os.kill(seen[-1], signal.SIGKILL)
    assert time.monotonic() - began > 2.8
    seat.wait(WHO)


def test_a_program_that_is_stopped_goes_on(seat: Terminal) -> None:
    os.kill(seat.program, signal.SIGSTOP)
    seat.press("Zed")
    seat.wait("Zed", 20)


def test_keys_of_the_terminal_send_no_signals_before_the_program_is_there(held: Store, opens: OpenTerminal) -> None:
    terminal = opens("join", "MKRT")
    until(lambda: terminal.program != terminal.process_id)
    for _ in range(20):
        terminal.send(KEYS_THAT_SEND_SIGNALS)
        time.sleep(0.02)
    terminal.wait(WHO)
    assert not terminal.ended


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_may_end_the_whole_of_it_ends_all_processes(seat: Terminal, number: int) -> None:
    program = seat.program
    os.kill(seat.process_id, number)
    assert seat.end(60) == -number
    until(lambda: not Path(f"/proc/{program}").exists())


def test_no_program_is_left_over_where_the_one_that_minds_it_is_killed(seat: Terminal) -> None:
    program = seat.program
    os.kill(seat.process_id, signal.SIGKILL)
    until(lambda: not Path(f"/proc/{program}").exists() or "Z" in Path(f"/proc/{program}/stat").read_text())


def test_a_pin_that_is_set_later_holds_the_terminal_too(store: Store, opens: OpenTerminal) -> None:
    terminal = opens("join", "MKRT")
    terminal.wait(WHO)
    pin = make_pin("123456", b"s" * 16)
    store.change_session("MKRT", lambda now: now.model_copy(update={"pin": pin}))
    pressed_until(terminal, "\x1b", LEADS_OUT)
    killed(terminal)
    assert ends_with_the_pin(terminal)


def test_a_terminal_without_a_pin_ends_when_its_program_does(store: Store, opens: OpenTerminal) -> None:
    terminal = opens("join", "MKRT")
    terminal.wait(WHO)
    os.kill(terminal.program, signal.SIGKILL)
    assert terminal.end(60) == 128 + signal.SIGKILL


def test_a_held_seat_that_was_opened_from_home_is_there_again(held: Store, opens: OpenTerminal) -> None:
    terminal = opens()
    terminal.wait("Autumn")
    terminal.press("j")
    terminal.wait("Which session")
    terminal.press("MKRT\r")
    terminal.wait(WHO)
    terminal.press("\x1b")
    terminal.wait(LEADS_OUT)
    killed(terminal)
    assert ends_with_the_pin(terminal)
