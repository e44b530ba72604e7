"""The store in memory does what the store on disk does, and leaves nothing on a disk."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from activities.session.contribution import Contribution
from activities.session.session import Session
from store import open_store
from store.memory import MemoryStore
from store.protocol import Store
from store.refusals import CodeTaken, Forgotten, NoProgramme, NoSession, ProgrammeTaken
from tests.store.rooms import LISA, NOON, OMAR, a_session, gives
from tests.store.test_programmes import HILLS


@pytest.fixture(params=[open_store, MemoryStore], ids=["on disk", "in memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    opened: Store = request.param(tmp_path / "home")
    opened.create(a_session("MKRT", LISA))
    return opened


def titled(title: str) -> Callable[[Session], Session]:
    return lambda session: session.model_copy(update={"title": title})


def test_a_session_is_kept_and_changed(store: Store) -> None:
    assert store.change_session("mkrt", titled("Spring")).title == "Spring"
    assert store.session("MKRT").title == "Spring"
    assert [(one.code, one.title) for one in store.sessions()] == [("MKRT", "Spring")]
    with pytest.raises(ValueError, match="cannot be changed"):
        store.change_session("MKRT", lambda session: session.model_copy(update={"code": "WXYZ"}))
    with pytest.raises(CodeTaken):
        store.create(a_session("MKRT"))
    with pytest.raises(NoSession):
        store.session("WXYZ")
    assert store.troubles("MKRT") == ()


def test_what_people_give_is_kept(store: Store) -> None:
    store.change_contribution("MKRT", OMAR, gives(2))
    given = store.change_contribution("MKRT", LISA, gives(1))
    assert store.contribution("MKRT", "lisa") == given
    assert [one.participant.id for one in store.contributions("MKRT")] == ["lisa", "omar"]
    assert store.contribution("MKRT", "nobody") is None
    assert store.participants("MKRT") == {"lisa", "omar"}
    with pytest.raises(ValueError, match="cannot be changed"):
        store.change_contribution("MKRT", LISA, lambda _: Contribution(participant=OMAR))
    assert store.contribution("MKRT", "lisa") == given


def test_whoever_is_forgotten_stays_so(store: Store) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    assert store.forget("MKRT", "lisa")
    assert not store.forget("MKRT", "nobody")
    assert not store.contributions("MKRT")
    assert not store.session("MKRT").roster
    with pytest.raises(Forgotten):
        store.change_contribution("MKRT", LISA, gives(2))
    asleep = a_session("MKRT", LISA)
    assert not store.change_session("MKRT", lambda _: asleep).roster


def test_what_is_deleted_lies_in_the_bin_and_comes_back(store: Store) -> None:
    store.throw_away("MKRT", NOON)
    assert not store.sessions()
    assert store.codes() == {"MKRT"}
    assert [(one.session.code, one.deleted) for one in store.binned()] == [("MKRT", NOON)]
    assert store.in_bin("MKRT").session("MKRT").code == "MKRT"
    with pytest.raises(NoSession, match="restore"):
        store.session("MKRT")
    store.restore("MKRT")
    assert store.session("MKRT").code == "MKRT"
    store.throw_away("MKRT", NOON)
    assert (store.empty_bin(NOON), store.empty_bin(NOON + timedelta(seconds=1))) == (0, 1)
    assert not store.codes()
    with pytest.raises(NoSession):
        store.restore("MKRT")


def test_a_session_deleted_for_good_is_gone(store: Store) -> None:
    store.delete("MKRT")
    assert (store.codes(), store.binned()) == (frozenset(), [])


def test_programmes_are_kept(store: Store) -> None:
    programme = HILLS
    store.create_programme(programme)
    assert store.programme(programme.id) == programme
    assert [one.id for one in store.programmes()] == [programme.id]
    with pytest.raises(ProgrammeTaken):
        store.create_programme(programme)
    changed = store.change_programme(programme.id, lambda one: one.model_copy(update={"title": "Other"}))
    assert store.programme(programme.id) == changed
    store.delete_programme(programme.id)
    with pytest.raises(NoProgramme):
        store.programme(programme.id)


def test_who_is_where_is_known(store: Store) -> None:
    store.arrive("MKRT", "lisa", "t-1")
    store.arrive("MKRT", "lisa", "t-2")
    store.leave("MKRT", "lisa", "t-2")
    assert store.present("MKRT") == {"lisa": frozenset({"t-1"})}
    store.leave("MKRT", "lisa", "t-1")
    assert not store.present("MKRT")


def test_what_changes_is_told_as_it_changes(store: Store) -> None:
    stop, told, news = threading.Event(), [], threading.Event()

    def listen() -> None:
        for changed in store.watch("MKRT", stop):
            told.append(changed)
            news.set()

    def hears(what: str) -> bool:
        while not any(what in changed for changed in told[1:]):
            news.clear()
            if not news.wait(10):
                return False
        return True

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        assert news.wait(10)
        assert "session" in told[0]
        store.change_contribution("MKRT", OMAR, gives(1))
        assert hears("omar")
        store.change_session("MKRT", titled("Spring"))
        assert hears("session")
    finally:
        stop.set()
        listener.join(10)
    assert not listener.is_alive()


def test_nothing_of_the_store_in_memory_is_on_a_disk(tmp_path: Path) -> None:
    store = MemoryStore(tmp_path / "home")
    store.create(a_session("MKRT"))
    store.change_contribution("MKRT", LISA, gives(1))
    store.arrive("MKRT", "lisa", "t-1")
    store.throw_away("MKRT", NOON)
    assert not list(tmp_path.iterdir())
