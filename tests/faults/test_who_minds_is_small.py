"""Who minds a shared terminal for hours stays as small as Python itself, and loses nothing by it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from activities.session.pin import make_pin
from store.protocol import Store
from tests.faults.conftest import OpenTerminal

WHO = "Type your name"
LARGE = ("click", "pydantic", "textual", "rich", "tinydb", "filelock", "activities", "store")
WITH = f"import sys, tui.command_line, tui.terminal.minding; print([one for one in {LARGE} if one in sys.modules])"


def ignored(process: int) -> set[int]:
    """The signals that a process does not hear."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    mask = next(int(line.split()[1], 16) for line in lines if line.startswith("SigIgn"))
    return {number for number in range(1, 32) if mask >> (number - 1) & 1}


def libraries(process: int) -> str:
    return Path(f"/proc/{process}/maps").read_text()


def test_what_minds_is_there_without_anything_large() -> None:
    ran = subprocess.run([sys.executable, "-c", WITH], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_session_is_read_by_the_program_and_never_by_who_minds_it(store: Store, opens: OpenTerminal) -> None:
    terminal = opens("join", "MKRT")
    terminal.wait(WHO)
    assert "pydantic_core" in libraries(terminal.program)
    assert "pydantic_core" not in libraries(terminal.process_id)


@pytest.mark.parametrize("held", [False, True])
def test_keys_send_signals_to_a_shared_terminal_only_where_no_pin_holds_it(
    store: Store, opens: OpenTerminal, held: bool
) -> None:
    pin = make_pin("123456", b"s" * 16) if held else None
    store.change_session("MKRT", lambda now: now.model_copy(update={"pin": pin}))
    terminal = opens("join", "MKRT")
    terminal.wait(WHO)
    assert (signal.SIGTSTP in ignored(terminal.program)) == held


@pytest.mark.parametrize(("code", "told"), [("NOPE", "NOPE"), ("not/a/code", "not/a/code")])
def test_a_session_that_is_not_there_is_told_in_one_line(
    store: Store, opens: OpenTerminal, code: str, told: str
) -> None:
    terminal = opens("join", code)
    assert terminal.end(60) == 2
    assert told.casefold() in terminal.shown.casefold()
    assert len([line for line in terminal.shown.splitlines() if line.strip()]) == 1
    assert "Traceback" not in terminal.shown
