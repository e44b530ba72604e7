"""A session of the built-in workshop, as it is before anybody has done anything."""

from datetime import date
from pathlib import Path

import pytest

from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.session import Session
from store.workshops import workshop


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """The evidence workshop with six tables, waiting at its first activity, under the code MKRT."""
    return begin(
        workshop("evidence", tmp_path),
        code="MKRT",
        title="Evidence in our school",
        on=date(2026, 11, 20),
        place="School hall",
        roster=tuple(Participant(id=f"p-{n}", name=f"Table {n}") for n in range(1, 7)),
    )
