"""What happens to files that cannot be read: set aside, told, the copy before them used."""

import os
import shutil
from pathlib import Path

import orjson
import pytest

from store import open_store
from store.files import LARGEST
from store.protocol import Store
from store.refusals import NotRead, TooNew
from tests.store.rooms import LISA, NOON, OMAR, gives, step_of

GARBAGE = [
    b"",
    b"\x00" * 4096,
    b"[" * 200_000,
    b'{"a":' * 100_000,
    b"null",
    b"[1, 2]",
    b'{"versions": 3}',
    b'{"format": {"1": {"version": 1}}}',
    b'{"format": {"1": {"version": true}}}',
    b'{"format": {"one": {"version": 1}}}',
    b'{"format": {"1": {"version": 1}}, "person": {"1": {"id": "lisa", "name": NaN}}}',
    b'{"format": {"1": {"version": 1}}, "person": {"1": {"id": "omar", "name": "Omar"}}}',
    b'{"format": {"1": {"version": 1}}, "person": {"1": {"id": "lisa", "name": "L", "more": 1}}}',
    '{"format": "ŵ'.encode("latin-1", "replace") + b"\xff\xfe",
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_set_aside_and_the_copy_before_it_is_used(
    home: Path, store: Store, lisas_file: Path, garbage: bytes
) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    lisas_file.write_bytes(garbage)
    other = open_store(home)
    assert step_of(other.contribution("MKRT", "lisa")) == 1
    (aside,) = lisas_file.parent.glob("lisa.damaged-*.json")
    assert aside.read_bytes() == garbage
    assert other.troubles("MKRT") == (
        f"contributions/lisa.json could not be read and was set aside as {aside.name}; "
        "the copy saved before it is used.",
    )
    assert [step_of(one) for one in store.contributions("MKRT")] == [1]
    store.change_contribution("MKRT", LISA, gives(3))
    assert step_of(other.contribution("MKRT", "lisa")) == 3


def test_a_file_cut_short_at_any_byte_is_seen_for_what_it_is(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    whole = lisas_file.read_bytes()
    for length in range(len(whole)):
        lisas_file.write_bytes(whole[:length])
        assert step_of(open_store(home).contribution("MKRT", "lisa")) == 1
        for aside in lisas_file.parent.glob("lisa.damaged-*.json"):
            aside.unlink()


def test_a_session_cut_short_is_the_one_saved_before(home: Path, store: Store, session_file: Path) -> None:
    before = store.session("MKRT")
    store.change_session("MKRT", lambda session: session.open(NOON))
    whole = session_file.read_bytes()
    for length in range(0, len(whole), 97):
        session_file.write_bytes(whole[:length])
        assert open_store(home).session("MKRT") == before


def test_a_damaged_file_never_takes_the_name_of_an_earlier_one(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    for number in range(5):
        lisas_file.write_bytes(b"%d" % number)
        store.contributions("MKRT")
    found = {path.read_bytes() for path in lisas_file.parent.glob("lisa.damaged-*.json")}
    assert found == {b"0", b"1", b"2", b"3", b"4"}
    assert len(store.troubles("MKRT")) == 5


def test_where_both_copies_are_damaged_the_person_may_begin_afresh(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", OMAR, gives(1))
    for step in (1, 2):
        store.change_contribution("MKRT", LISA, gives(step))
    lisas_file.write_bytes(b"{")
    lisas_file.with_name("lisa.previous.json").write_bytes(b"}")
    assert [one.participant for one in store.contributions("MKRT")] == [OMAR]
    assert store.contribution("MKRT", "lisa") is None
    (told,) = store.troubles("MKRT")
    assert told.endswith("the copy saved before it could not be read either.")
    assert {path.read_bytes() for path in lisas_file.parent.glob("*damaged*")} == {b"{", b"}"}
    assert len(store.change_contribution("MKRT", LISA, gives(3)).versions) == 1


def test_where_both_copies_of_a_session_are_damaged_it_says_what_to_do(
    home: Path, store: Store, session_file: Path
) -> None:
    store.change_session("MKRT", lambda session: session.open(NOON))
    session_file.write_bytes(b"{")
    session_file.with_name("session.previous.json").write_bytes(b"}")
    for _ in range(2):
        with pytest.raises(NotRead, match="Copy the whole folder again") as told:
            open_store(home).session("MKRT")
        assert "\n" not in str(told.value)
    with pytest.raises(NotRead):
        store.change_session("MKRT", lambda session: session)
    with pytest.raises(NotRead):
        store.change_contribution("MKRT", LISA, gives(1))
    (listed,) = store.sessions()
    assert listed.code == "MKRT"
    assert listed.trouble == str(told.value)


def test_a_folder_copied_in_part_is_told_in_one_line(home: Path, store: Store, session_file: Path) -> None:
    session_file.unlink()
    with pytest.raises(NotRead, match="copied only in part"):
        store.session("MKRT")
    assert "copied only in part" in (store.sessions()[0].trouble or "")


def test_contributions_left_behind_are_told_and_may_begin_again(store: Store, session_file: Path) -> None:
    shutil.rmtree(session_file.parent / "contributions")
    assert store.contributions("MKRT") == []
    assert "is missing" in store.troubles("MKRT")[0]
    store.change_contribution("MKRT", LISA, gives(1))
    assert store.troubles("MKRT") == ()


def test_a_file_that_is_missing_is_replaced_by_its_previous_copy(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    lisas_file.unlink()
    assert step_of(store.contribution("MKRT", "lisa")) == 1
    assert store.troubles("MKRT") == ("lisa.json is missing: the copy saved before it is used.",)
    store.change_contribution("MKRT", LISA, gives(3))
    assert store.troubles("MKRT") == ()
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 3


def test_a_file_that_is_far_too_large_is_not_read(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    with lisas_file.open("r+b") as file:
        file.truncate(LARGEST + 1)
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 1


def test_a_newer_format_is_refused_in_words_and_left_alone(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    tables = orjson.loads(lisas_file.read_bytes())
    newer = orjson.dumps({**tables, "format": {"1": {"version": 7}}})
    lisas_file.write_bytes(newer)
    with pytest.raises(TooNew, match="newer flipchart"):
        store.contribution("MKRT", "lisa")
    with pytest.raises(TooNew):
        store.change_contribution("MKRT", LISA, gives(3))
    assert store.contributions("MKRT") == []
    assert "Update flipchart" in store.troubles("MKRT")[0]
    assert lisas_file.read_bytes() == newer


def test_what_a_killed_writer_left_is_swept_at_the_next_change(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    stray, omars = (lisas_file.with_name(f".{name}.json.77-1.tmp") for name in ("lisa", "omar"))
    stray.write_bytes(b"half")
    omars.write_bytes(b"half")
    other = open_store(home)
    assert len(other.contributions("MKRT")) == 1
    assert stray.exists()
    other.change_contribution("MKRT", LISA, gives(2))
    assert not stray.exists()
    assert omars.exists()


def test_a_hard_link_that_someone_made_as_a_backup_is_never_written_over(store: Store, lisas_file: Path) -> None:
    backups = {}
    for step in range(8):
        store.change_contribution("MKRT", LISA, gives(step))
        backup = lisas_file.with_name(f"backup-{step}")
        os.link(lisas_file, backup)
        backups[backup] = backup.read_bytes()
    assert {path: path.read_bytes() for path in backups} == backups


def test_other_files_in_the_folder_are_left_alone(store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    for name in ("lisa - Copy.json", "notes.txt", ".DS_Store", "Thumbs.db"):
        lisas_file.with_name(name).write_bytes(b"?")
    assert len(store.contributions("MKRT")) == 1
    assert store.troubles("MKRT") == ()
