"""A session that was kept before minutes had parts, scripts had cues and the agenda could change opens as it was.

The folder was written by flipchart as it then was, in the second round of its card sort.
"""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from activities.session.agenda import add, pause
from activities.session.pace import forecast
from activities.session.session import Phase
from store import open_store
from store.protocol import Store

KEPT = Path(__file__).parent / "earlier" / "before_parts_and_cues"
BEGAN = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def old(tmp_path: Path) -> Store:
    shutil.copytree(KEPT, tmp_path / "sessions" / "MKRT")
    return open_store(tmp_path)


def test_it_stands_where_it_stood(old: Store) -> None:
    session = old.session("MKRT")
    assert old.troubles("MKRT") == ()
    assert (session.current, session.state().phase, session.state().round) == ("evidence-venn", Phase.OPEN, 2)
    assert session.state().timer.remaining(BEGAN + 23 * MINUTE) == 19 * MINUTE
    assert session.state().took(BEGAN + 23 * MINUTE) == 11 * MINUTE
    assert [note.text for note in session.notes] == ["Workbooks first."]
    assert [cue.say for cue in session.activity.cues] == list(session.activity.say)
    assert old.contributions("MKRT")[0].has_handed_in("evidence-venn")


def test_it_goes_on_under_the_rules_of_now(old: Store) -> None:
    def change(minutes: int) -> None:
        old.change_session("MKRT", lambda now: now.did("Locked", now.lock(BEGAN + minutes * MINUTE)))

    change(25)
    session = old.session("MKRT")
    assert session.state().clock.remaining(BEGAN + 26 * MINUTE) == 16 * MINUTE
    assert forecast(session, BEGAN + 26 * MINUTE).behind == 12 * MINUTE
    old.change_session("MKRT", lambda now: add(now, pause("Break", 10)))
    assert old.session("MKRT").next(BEGAN + 30 * MINUTE).activity.title == "Break"


def test_what_was_done_before_is_undone_step_by_step_to_the_beginning(old: Store) -> None:
    phases = []
    while old.session("MKRT").steps:
        session = old.change_session("MKRT", lambda now: now.undo())
        phases.append((session.current, session.state().phase.value))
    assert phases[0] == ("evidence-venn", "revealed")
    assert phases[-1] == ("baseline", "waiting")
    assert len(old.session("MKRT").workshop.activities) == 5
