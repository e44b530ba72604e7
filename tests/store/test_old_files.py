"""Sessions that were kept by earlier versions of the program, as they lay on disk, open as they were."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from activities.kinds.prompts import PromptsResponse, PromptsSummary
from activities.session.contribution import Contribution
from activities.session.findings import room_findings
from activities.session.sitting import Sitting
from store import open_store
from store.protocol import Store

OLD = Path(__file__).parent / "old"
NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with the revealed session of five tables that was kept before reveals were counted."""
    shutil.copytree(OLD / "before_reveals_were_counted", tmp_path / "sessions" / "MKRT")
    return open_store(tmp_path)


def seen(store: Store) -> list[str]:
    found = room_findings(store.session("MKRT"), store.contributions("MKRT"), 5)
    assert found is not None
    assert isinstance(found.summary, PromptsSummary)
    return sorted(found.summary.fields[0].answers)


def test_what_was_revealed_before_reveals_were_counted_stays_so_while_somebody_goes_on(store: Store) -> None:
    as_it_was = [f"First thought {number}." for number in range(1, 6)]
    assert seen(store) == as_it_was

    session = store.change_session("MKRT", lambda now: now.reopen("p-1"))
    who = session.roster[0]
    kept = store.contribution("MKRT", "p-1")
    assert kept is not None
    sitting = Sitting(session, who, kept, terminal="t-1")

    def on(words: str) -> Contribution:
        return store.change_contribution(
            "MKRT",
            who,
            lambda mine: sitting.record(mine, PromptsResponse(answers={"one": words}), NOW, handed_in=False),
        )

    on("Second")
    assert len(on("Second thought.").versions) == 2
    assert seen(store) == as_it_was
    store.change_session("MKRT", lambda now: now.reveal(NOW))
    assert seen(store) == [*as_it_was[1:], "Second thought."]
