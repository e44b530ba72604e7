"""A deleted session can be brought back until its days in the bin are over; then nothing of it is left."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from activities.refusal import Refused
from store import open_store
from store.clock import believe, unlikely
from store.protocol import Store
from store.refusals import CodeTaken, NoSession
from tests.store.rooms import LISA, NOON, OMAR, a_session, gives, step_of

A_DAY = timedelta(days=1)


@pytest.fixture
def used(store: Store) -> Store:
    """Lisa and Omar gave something."""
    for person in (LISA, OMAR):
        for step in (1, 2):
            store.change_contribution("MKRT", person, gives(step))
    return store


def test_what_was_deleted_is_in_no_list_and_comes_back_whole(home: Path, used: Store) -> None:
    session, given = used.session("MKRT"), used.contributions("MKRT")
    used.throw_away("mkrt", NOON)
    assert used.sessions() == []
    with pytest.raises(NoSession, match="`flipchart restore MKRT` brings it back"):
        used.session("MKRT")
    (binned,) = used.binned()
    assert (binned.deleted, binned.session.code, binned.session.contributions) == (NOON, "MKRT", 2)
    open_store(home).restore("mkrt")
    assert used.session("MKRT") == session
    assert used.contributions("MKRT") == given
    assert used.binned() == []
    assert not (home / "bin").exists()


def test_the_bin_is_emptied_of_what_is_past_its_day_and_of_nothing_else(home: Path, used: Store) -> None:
    used.create(a_session("ACDE"))
    used.throw_away("MKRT", NOON)
    used.throw_away("ACDE", NOON + A_DAY)
    assert used.empty_bin(NOON) == 0
    assert used.empty_bin(NOON + A_DAY / 2) == 1
    assert [one.session.code for one in used.binned()] == ["ACDE"]
    assert used.empty_bin(NOON + 2 * A_DAY) == 1
    assert [*home.rglob("*.json")] == []


def test_a_code_in_the_bin_is_taken(used: Store) -> None:
    used.throw_away("MKRT", NOON)
    assert used.codes() == {"MKRT"}
    with pytest.raises(CodeTaken, match="in the bin"):
        used.create(a_session("MKRT"))


def test_one_code_can_be_in_the_bin_twice_and_the_last_deleted_comes_back(used: Store, home: Path) -> None:
    used.throw_away("MKRT", NOON)
    (home / "bin").rename(home / "elsewhere")
    used.create(a_session("MKRT").model_copy(update={"title": "The second"}))
    (home / "elsewhere").rename(home / "bin")
    used.throw_away("MKRT", NOON)
    assert len(used.binned()) == 2
    used.restore("MKRT")
    assert used.session("MKRT").title == "The second"
    with pytest.raises(CodeTaken):
        used.restore("MKRT")


def test_nothing_can_be_restored_that_was_not_deleted(used: Store) -> None:
    with pytest.raises(NoSession):
        used.restore("ACDE")
    for code in ("../MKRT", "", "bin"):
        with pytest.raises(NoSession):
            used.restore(code)


def test_forgetting_reaches_the_bin(home: Path, used: Store) -> None:
    used.change_session("MKRT", lambda session: session.model_copy(update={"roster": (LISA, OMAR)}))
    used.throw_away("MKRT", NOON)
    assert used.in_bin("MKRT").session("MKRT").roster == (LISA, OMAR)
    assert used.forget("MKRT", "lisa")
    assert not [path for path in home.rglob("*.json") if LISA.name.encode() in path.read_bytes()]
    used.restore("MKRT")
    assert [one.participant for one in used.contributions("MKRT")] == [OMAR]


def test_what_is_in_the_bin_can_be_removed_for_good(home: Path, used: Store) -> None:
    used.throw_away("MKRT", NOON)
    used.in_bin("MKRT").delete("MKRT")
    assert [*home.rglob("*.json")] == []
    assert used.binned() == []
    with pytest.raises(NoSession):
        used.in_bin("MKRT")


def test_other_things_in_the_bin_are_left_alone(home: Path, used: Store) -> None:
    used.throw_away("MKRT", NOON)
    (home / "bin" / "notes.txt").write_text("mine")
    (home / "bin" / "2026-99-99T00-00-00").mkdir()
    used.empty_bin(NOON + A_DAY)
    assert sorted(path.name for path in (home / "bin").iterdir()) == ["2026-99-99T00-00-00", "notes.txt"]


def test_a_bin_that_cannot_be_made_is_told_and_the_session_stays(home: Path, used: Store) -> None:
    (home / "bin").write_text("a file")
    with pytest.raises(Refused, match="there is a file where a folder is wanted"):
        used.throw_away("MKRT", NOON)
    assert step_of(used.contribution("MKRT", "lisa")) == 2


class TestTheClock:
    def aged(self, home: Path, at: datetime) -> None:
        for path in home.rglob("*.json"):
            os.utime(path, (at.timestamp(), at.timestamp()))

    def test_a_clock_near_the_newest_work_is_believed(self, home: Path, used: Store) -> None:
        now = datetime.now(UTC)
        assert unlikely(home, now) is None
        assert unlikely(home, now + A_DAY / 2) is None
        assert unlikely(home, now - A_DAY / 2) is None

    @pytest.mark.parametrize("by", [timedelta(days=730), timedelta(days=-730), A_DAY * 1.1])
    def test_a_clock_that_jumped_is_not_until_somebody_says_so(self, home: Path, used: Store, by: timedelta) -> None:
        self.aged(home, NOON)
        assert unlikely(home, NOON + by) == NOON
        believe(home, NOON + by)
        assert unlikely(home, NOON + by) is None
        assert unlikely(home, NOON + by + A_DAY / 2) is None
        assert unlikely(home, NOON + 3 * by) == NOON

    def test_an_empty_home_says_nothing_about_the_clock(self, home: Path) -> None:
        assert unlikely(home, NOON) is None

    def test_a_file_that_is_no_time_is_as_if_nobody_had_said_anything(self, home: Path, used: Store) -> None:
        self.aged(home, NOON)
        (home / "clock-is-right").write_bytes(b"\xff\x00")
        assert unlikely(home, NOON + 9 * A_DAY) == NOON
