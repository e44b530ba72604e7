"""A terminal that is killed in the middle of a turn: the next one goes on from the last step that it said was saved."""

import os
import signal
from datetime import UTC, datetime

import pytest

from activities.session.pin import make_pin
from activities.session.session import Session
from store.protocol import Store
from tests.soak.terminals import Terminal

WHO = "Type your name"
SAVED = "saved ✓"
IN_WORDS, IN_THE_FIELD = "An example from your own", "Esc Stages"
CASES = {
    "evidence-venn": ("0 placed", ["1", "\x1b[B", "2", "\x1b[B", "x"], '"aside"', "3 placed"),
    "pathways": (
        "strand 1 of",
        ["2", IN_WORDS, "\t", IN_THE_FIELD, "We read these first"],
        "We read these first",
        "We read these first",
    ),
    "reflection": ("answered", ["It is for inspectors"], "It is for inspectors", "It is for inspectors"),
    "plan": ("1 of ", ["how feedback is used"], "how feedback is used", "how feedback is used"),
}
"""What shows that the activity is there, what is typed and waited for in it, the end of it as it is kept, and as it is shown."""


def sit_down(seat: Terminal, then: str) -> None:
    seat.wait(WHO)
    seat.press("Table 2\r")
    seat.wait(then)


@pytest.mark.parametrize("activity", CASES)
def test_a_killed_terminal_loses_no_step_that_it_said_was_saved(store: Store, session: Session, activity: str) -> None:
    now = datetime.now(UTC)
    store.change_session("MKRT", lambda before: before.go_to(activity, now).open(now))
    there, keys, last, shows = CASES[activity]
    seat = Terminal(store.home, "join", "MKRT", columns=120, rows=40)
    try:
        sit_down(seat, there)
        for key in keys:
            if key in (IN_WORDS, IN_THE_FIELD):
                seat.wait(key)
            else:
                seat.press(key)
        seat.wait(lambda shown: shows in shown and SAVED in shown)
    finally:
        seat.kill()
    kept = store.contribution("MKRT", "p-2")
    assert kept is not None
    assert last in kept.model_dump_json()
    again = Terminal(store.home, "join", "MKRT", columns=120, rows=40)
    try:
        again.wait("… Table 2")
        sit_down(again, "strand 2 of" if activity == "pathways" else "2 of " if activity == "plan" else shows)
        again.press("\x1b")
        again.wait(lambda shown: WHO in shown and "… Table 2" in shown)
    finally:
        again.kill()
    assert store.contribution("MKRT", "p-2") == kept
    assert store.troubles("MKRT") == ()


def test_a_held_terminal_cannot_be_stopped_or_put_behind_a_shell(store: Store, session: Session) -> None:
    now, pin = datetime.now(UTC), make_pin("1234", b"s" * 16)
    store.change_session("MKRT", lambda s: s.go_to("evidence-venn", now).open(now).model_copy(update={"pin": pin}))
    seat = Terminal(store.home, "join", "MKRT")
    try:
        seat.wait(WHO)
        for number in (signal.SIGINT, signal.SIGTSTP, signal.SIGQUIT):
            os.kill(seat.process_id, number)
        seat.press("\x03\x1a\x1c\x10")
        seat.press("\x1b")
        seat.wait("facilitator’s PIN")
        seat.press("1234\r")
        assert seat.end() == 0
    finally:
        seat.kill()
