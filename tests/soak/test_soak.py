"""A short session in which everything is killed: nothing that was said to be saved is lost, nothing private is seen."""

from pathlib import Path

from tests.soak.course import Plan, soak


def test_nothing_is_lost_and_nothing_private_seen_where_everything_is_killed_at_work(tmp_path: Path) -> None:
    plan = Plan(participants=5, shared=1, rounds=2, seconds=2.0, pace=0.4, doomed=1, further=False)
    outcome = soak(tmp_path / "home", plan)
    assert outcome.wrong == []
    assert outcome.said == outcome.found > 0
    assert outcome.typed == outcome.typed_found > 0
    assert all(outcome.kills.values()), outcome.kills
