"""What somebody copied at a shared terminal is off its clipboard at every end, by the bytes that the terminal is sent."""

import os
import re
import shlex
import signal
from base64 import b64decode
from collections.abc import Callable

import pytest

from activities.session.pin import make_pin
from store.protocol import Store
from tests.benchmarks.terminals import FLIPCHART, drawing
from tests.faults.conftest import FROM_A_SHELL, SHELL, OpenTerminal
from tests.soak.terminals import Terminal, until

WHO = "Type your name"
LEADS_OUT = "facilitator’s PIN"
COPIED = b"Amara"
SELECT_ALL, COPY = "\x1b[1;2H", "\x03"
ON_CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


class Clipboard:
    """Of a terminal: what was put on it, in its order, by OSC 52."""

    def __init__(self) -> None:
        self._written = bytearray()

    def hear(self, data: bytes) -> None:
        """What the terminal is sent."""
        self._written += data

    @property
    def held(self) -> list[bytes]:
        """All that was on it, the last of which is there."""
        return [b64decode(found) for found in ON_CLIPBOARD.findall(self._written)]

    @property
    def blank(self) -> bool:
        """Whether something was copied, and nothing can be pasted any more."""
        return COPIED in self.held and not self.held[-1].strip()


@pytest.fixture
def clipboard() -> Clipboard:
    return Clipboard()


@pytest.fixture
def held(store: Store) -> Store:
    pin = make_pin("123456", b"s" * 16)
    store.change_session("MKRT", lambda now: now.model_copy(update={"pin": pin}))
    return store


def copied_at(seat: Terminal, clipboard: Clipboard) -> Terminal:
    """Somebody types a name and copies it."""
    seat.wait(WHO)
    seat.press("Amara")
    seat.wait("Amara")
    seat.press(f"{SELECT_ALL}{COPY}")
    until(lambda: COPIED in clipboard.held)
    assert not clipboard.blank
    return seat


@pytest.fixture
def seat(held: Store, opens: OpenTerminal, clipboard: Clipboard) -> Terminal:
    return copied_at(opens("join", "MKRT", hear=clipboard.hear), clipboard)


def out_by_the_pin(seat: Terminal) -> int:
    seat.press("\x1b")
    seat.wait(lambda shown: WHO in shown)
    seat.press("\x1b")
    seat.wait(LEADS_OUT)
    seat.press("123456\r")
    return seat.end()


def test_the_pin_leads_out_and_nothing_copied_is_left(seat: Terminal, clipboard: Clipboard) -> None:
    assert out_by_the_pin(seat) == 0
    assert clipboard.blank


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_program_that_is_ended_leaves_nothing_copied_to_the_next(
    seat: Terminal, clipboard: Clipboard, number: int
) -> None:
    program = seat.program
    os.kill(program, number)
    until(lambda: seat.program not in (program, seat.process_id))
    until(lambda: clipboard.blank)
    seat.wait(WHO)
    before = len(clipboard.held)
    seat.press("\x1b")
    seat.wait(LEADS_OUT)
    seat.press("123456\r")
    assert seat.end() == 0
    assert clipboard.blank
    assert len(clipboard.held) == before, "nothing is blanked where nothing was copied: it is somebody else's"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_ends_it_all_leaves_nothing_copied(seat: Terminal, clipboard: Clipboard, number: int) -> None:
    os.kill(seat.process_id, number)
    assert seat.end() == -number
    assert clipboard.blank


def test_the_end_of_the_process_that_minds_it_leaves_nothing_copied(
    held: Store, opens: OpenTerminal, clipboard: Clipboard
) -> None:
    terminal = opens(through=FROM_A_SHELL, hear=clipboard.hear)
    until(lambda: SHELL in terminal.standing)
    terminal.press(f"{shlex.join(FLIPCHART)} join MKRT\r")
    copied_at(terminal, clipboard)
    os.kill(drawing(terminal.process_id), signal.SIGKILL)
    until(lambda: clipboard.blank)


LEAVES: dict[str, tuple[Callable[[Terminal], object], int]] = {
    "keys": (lambda seat: seat.press("\x11"), 0),
    "kill": (lambda seat: os.kill(seat.program, signal.SIGKILL), 128 + signal.SIGKILL),
}


@pytest.mark.parametrize("how", LEAVES)
def test_a_terminal_that_no_pin_holds_leaves_nothing_copied_either(
    store: Store, opens: OpenTerminal, clipboard: Clipboard, how: str
) -> None:
    seat = copied_at(opens("join", "MKRT", hear=clipboard.hear), clipboard)
    leave, status = LEAVES[how]
    leave(seat)
    assert seat.end() == status
    assert clipboard.blank
