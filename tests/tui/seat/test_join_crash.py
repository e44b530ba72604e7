"""A terminal that is killed in the middle of a turn: the next one goes on from the last step that it said was saved."""

import os
import select
import signal
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from activities.session.session import Session
from store.protocol import Store
from tests.benchmarks.terminals import FLIPCHART, Terminal, end_all, terminal

QUIET = 0.3
"""Seconds without anything drawn after which a terminal has drawn all it has to; its cursor blinks more slowly."""

CASES = {
    "evidence-venn": (["1", "\x1b[B", "2", "\x1b[B", "x"], '"aside"', "3 placed"),
    "pathways": (["2", "\t", "We read the summaries first"], "We read the summaries first", "strand 2 of"),
    "reflection": (["Most of it is for inspectors"], "Most of it is for inspectors", "for inspectors"),
    "plan": (["how feedback is used"], "how feedback is used", "2 of "),
}
"""What is typed in each activity, the end of it as it is kept, and what the next terminal shows of it."""


def drawn(shown: Terminal, seconds: float = 15) -> None:
    """Read all it draws until it has nothing more to draw, or has ended."""
    deadline = time.monotonic() + seconds
    with suppress(OSError):
        while time.monotonic() < deadline and select.select([shown.handle], [], [], QUIET)[0]:
            shown.seen += os.read(shown.handle, 65536)


def drawn_saved(shown: Terminal, since: int, seconds: float = 6) -> None:
    """Read until it says that a step was saved; a save too quick for the word to change says nothing new."""
    deadline = time.monotonic() + seconds
    while b"saved" not in shown.seen[since:] and time.monotonic() < deadline:
        drawn(shown, 1)
    drawn(shown, 1)


def sit_down(shown: Terminal, begun: str) -> None:
    shown.wait_for("Type your name", 60)
    drawn(shown)
    shown.press("Table 2\r")
    shown.wait_for(begun, 60)
    drawn(shown)


@pytest.mark.parametrize("activity", CASES)
def test_a_killed_terminal_loses_no_step_that_it_said_was_saved(store: Store, session: Session, activity: str) -> None:
    now = datetime.now(UTC)
    title = session.workshop.activity(activity).title
    store.change_session("MKRT", lambda before: before.go_to(activity, now).open(now))
    keys, last, shows = CASES[activity]
    command, home = [*FLIPCHART, "join", "MKRT"], str(store.home)
    with terminal(command, columns=120, rows=40, FLIPCHART_HOME=home) as shown:
        sit_down(shown, title)
        for key in keys:
            shown.press(key)
            drawn(shown, 3)
        shown.wait_for("saved ✓", 60)
        drawn(shown)
        assert shown.seen.rfind(b"saved") > shown.seen.rfind(b"saving")
        end_all(shown.process)
    kept = store.contribution("MKRT", "p-2")
    assert kept is not None
    assert last in kept.model_dump_json()
    with terminal(command, columns=120, rows=40, FLIPCHART_HOME=home) as again:
        again.wait_for("… Table 2", 60)
        sit_down(again, shows)
        again.press("\x1b")
        again.wait_for("Table 2", 60)
    assert store.contribution("MKRT", "p-2") == kept
    assert store.troubles("MKRT") == ()


def test_a_held_terminal_cannot_be_stopped_or_put_behind_a_shell(store: Store, session: Session) -> None:
    from activities.session.pin import make_pin

    now, pin = datetime.now(UTC), make_pin("1234", b"s" * 16)
    store.change_session("MKRT", lambda s: s.go_to("evidence-venn", now).open(now).model_copy(update={"pin": pin}))
    with terminal([*FLIPCHART, "join", "MKRT"], FLIPCHART_HOME=str(store.home)) as shown:
        shown.wait_for("Type your name", 60)
        drawn(shown)
        for number in (signal.SIGINT, signal.SIGTSTP, signal.SIGQUIT):
            shown.process.send_signal(number)
        shown.press("\x03\x1a\x1c\x10")
        drawn(shown)
        shown.press("\x1b")
        shown.wait_for("facilitator’s PIN", 60)
        assert shown.process.poll() is None
        shown.press("1234\r")
        deadline = time.monotonic() + 60
        while shown.process.poll() is None and time.monotonic() < deadline:
            drawn(shown, 0.2)
        assert shown.process.poll() == 0
