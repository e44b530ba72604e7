"""A session of the built-in workshop, as it is before anybody has done anything."""

from datetime import date

import pytest

from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.session import Session
from tests.five_activities import five_activities


@pytest.fixture
def session() -> Session:
    """The workshop of five activities with six tables, waiting at its first activity, under the code MKRT."""
    return begin(
        five_activities(),
        code="MKRT",
        title="Evidence in our school",
        on=date(2026, 11, 20),
        place="School hall",
        roster=tuple(Participant(id=f"p-{n}", name=f"Table {n}") for n in range(1, 7)),
    )
