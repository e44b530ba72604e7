"""Keeping what participants give, and forgetting it."""

import threading
from pathlib import Path

import orjson
import pytest

from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.pin import Tries, make_pin
from store import open_store
from store.protocol import Store
from store.refusals import NotKept
from tests.store.rooms import LISA, NOON, OMAR, gives, step_of


def test_a_contribution_begins_with_the_first_change_and_comes_back_as_it_was(home: Path, store: Store) -> None:
    assert store.contribution("MKRT", "lisa") is None
    kept = store.change_contribution("MKRT", LISA, gives(1))
    assert open_store(home).contribution("MKRT", "lisa") == kept
    assert kept == gives(1)(Contribution(participant=LISA))


def test_one_that_is_empty_is_kept_too(home: Path, store: Store) -> None:
    store.change_contribution("MKRT", LISA, lambda contribution: contribution)
    assert open_store(home).contributions("MKRT") == [Contribution(participant=LISA)]


def test_every_version_is_kept_in_order(home: Path, store: Store) -> None:
    for step in range(12):
        store.change_contribution("MKRT", LISA, gives(step, handed_in=True))
    versions = open_store(home).contributions("MKRT")[0].versions
    assert versions == store.contributions("MKRT")[0].versions
    assert [version.at.second for version in versions] == list(range(12))


def test_fewer_versions_than_before_are_kept_too(home: Path, store: Store) -> None:
    for step in range(3):
        store.change_contribution("MKRT", LISA, gives(step, handed_in=True))
    store.change_contribution("MKRT", LISA, lambda c: c.model_copy(update={"versions": c.versions[1:2]}))
    found = open_store(home).contribution("MKRT", "lisa")
    assert found is not None
    assert [version.at.second for version in found.versions] == [1]


def test_everyone_is_read_by_id(store: Store) -> None:
    store.change_contribution("MKRT", OMAR, gives(1))
    store.change_contribution("MKRT", LISA, gives(1))
    assert [one.participant for one in store.contributions("MKRT")] == [LISA, OMAR]


def test_another_terminals_answer_is_seen_and_none_is_lost(home: Path, store: Store) -> None:
    other = open_store(home)
    for step in range(8):
        (store, other)[step % 2].change_contribution("MKRT", LISA, gives(step, handed_in=True))
        assert [len(one.contributions("MKRT")[0].versions) for one in (store, other)] == [step + 1, step + 1]


def test_names_are_in_a_table_of_their_own(store: Store, session_file: Path, lisas_file: Path) -> None:
    store.change_session("MKRT", lambda session: session.model_copy(update={"roster": (LISA, OMAR)}))
    store.change_contribution("MKRT", LISA, gives(1))
    for path, table in ((session_file, "roster"), (lisas_file, "person")):
        tables = orjson.loads(path.read_bytes())
        assert tables.pop(table)["1"] == LISA.model_dump()
        assert LISA.name.encode() not in orjson.dumps(tables)


def test_files_that_have_not_changed_are_not_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    first = store.contributions("MKRT")
    monkeypatch.setattr("store.storage.read_whole", lambda path: pytest.fail("it was read"))
    assert store.contributions("MKRT")[0] is first[0]


def test_the_pin_and_the_tries_are_kept_with_the_rest(home: Path, store: Store) -> None:
    pin, tries = make_pin("4071", b"salt"), Tries().failed(NOON)
    kept = store.change_contribution("MKRT", LISA, lambda c: c.model_copy(update={"pin": pin, "tries": tries}))
    assert (kept.pin, kept.tries) == (pin, tries)
    assert open_store(home).contribution("MKRT", "lisa") == kept


def test_threads_of_one_terminal_lose_nothing(store: Store) -> None:
    def save(first: int) -> None:
        for step in range(first, first + 10):
            store.change_contribution("MKRT", LISA, gives(step, handed_in=True))

    threads = [threading.Thread(target=save, args=(first,)) for first in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {version.at.second for version in store.contributions("MKRT")[0].versions} == set(range(30))


@pytest.mark.parametrize(
    "name", ["../x", "..", "", "Lisa", "a/b", "x.json", "session", "con", "com1", "lisa\n", "a" * 41]
)
def test_no_id_leads_out_of_the_folder(store: Store, home: Path, name: str) -> None:
    before = sorted(home.rglob("*"))
    with pytest.raises(Refused):
        store.contribution("MKRT", name)
    with pytest.raises(Refused):
        store.change_contribution("MKRT", Participant.model_construct(id=name, name="X"), gives(1))
    assert sorted(home.rglob("*")) == before


def test_a_participants_id_cannot_be_changed_and_a_name_can(store: Store) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    with pytest.raises(ValueError, match="id"):
        store.change_contribution("MKRT", LISA, lambda c: c.model_copy(update={"participant": OMAR}))
    renamed = Participant(id="lisa", name="Lisa Marie")
    store.change_contribution("MKRT", LISA, lambda c: c.model_copy(update={"participant": renamed}))
    found = store.contribution("MKRT", "lisa")
    assert found is not None
    assert found.participant == renamed
    assert step_of(found) == 1


def test_an_answer_that_could_not_be_read_again_is_not_kept(store: Store) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    broken = Participant.model_construct(id="lisa", name="")
    with pytest.raises(NotKept, match="name"):
        store.change_contribution("MKRT", LISA, lambda c: c.model_copy(update={"participant": broken}))
    assert step_of(store.contribution("MKRT", "lisa")) == 1
