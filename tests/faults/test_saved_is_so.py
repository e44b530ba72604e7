"""The program is stopped while somebody types: no letter stands beside `saved` that is not on disk."""

import random
from pathlib import Path

import pytest

from tests.hostile.saved import WRITING, a_session, stopped


@pytest.mark.parametrize("activity", WRITING)
def test_at_no_moment_does_a_letter_stand_beside_saved_before_it_is_on_disk(tmp_path: Path, activity: str) -> None:
    assert stopped(a_session(tmp_path / "home"), activity, 25, random.Random(activity)) == []
