"""A home that may only be read, or not even that: the screens open where they can, and say in words what they cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.protocol import Store
from tests.faults.conftest import OpenTerminal


@pytest.fixture
def may_only_be_read(home: Path, store: Store) -> Iterator[None]:
    """Nobody may write there."""
    before = {path: path.stat().st_mode for path in (home, *home.rglob("*"))}
    for path in before:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield
    for path, mode in before.items():
        path.chmod(mode)


@pytest.mark.usefixtures("may_only_be_read")
def test_the_projector_shows_a_session_that_may_only_be_read(opens: OpenTerminal) -> None:
    room = opens("room", "MKRT", may_only_read=True)
    room.wait("now  Sort the evidence")
    assert not room.ended


@pytest.mark.usefixtures("may_only_be_read")
def test_the_console_opens_and_says_that_nothing_can_be_saved(opens: OpenTerminal) -> None:
    console = opens("run", "MKRT", may_only_read=True)
    console.wait("may only be read")
    console.wait(lambda shown: "open  ·" in shown and "room sees" in shown)
    assert not console.ended


@pytest.mark.usefixtures("may_only_be_read")
def test_a_shared_terminal_says_that_nothing_can_be_saved_and_keeps_it_on_the_screen(opens: OpenTerminal) -> None:
    turn = opens("join", "MKRT", may_only_read=True)
    turn.wait("Type your name")
    turn.press("Table 1\r")
    turn.wait("0 placed")
    turn.press("1")
    shown = turn.wait("may only be read")
    assert "1 placed" in shown
    assert "not saved" in shown
    assert not turn.ended


@pytest.mark.parametrize("command", ["run", "room", "join"])
def test_a_home_that_may_not_be_read_is_told_in_one_line(
    home: Path, store: Store, opens: OpenTerminal, command: str
) -> None:
    home.chmod(0)
    try:
        terminal = opens(command, "MKRT", may_only_read=True)
        assert terminal.end() == 2
    finally:
        home.chmod(0o700)
    words = terminal.line
    assert "may not be read by you" in words
    assert "Traceback" not in words
