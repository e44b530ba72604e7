"""Whoever is killed in the middle of saving an answer, of whichever kind, has lost nothing that was said to be saved."""

from pathlib import Path

from tests.every_kind.kills import kill_at_every_kind
from tests.every_kind.the_room import every_kind


def test_nothing_of_any_kind_is_lost_where_terminals_are_killed_while_they_save_it(tmp_path: Path) -> None:
    answered = {activity.id for activity in every_kind().activities if activity.answered}
    outcome = kill_at_every_kind(tmp_path / "home", 3)
    assert outcome.wrong == []
    assert outcome.kills == 3 * len(answered)
    assert {save.activity for save in outcome.begun} == answered
    assert {save.activity for save in outcome.said} == answered
