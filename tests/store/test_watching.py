"""Seeing what other terminals keep: real processes, real files."""

import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import open_store
from store.protocol import Store
from store.refusals import NoSession
from tests.store.rooms import LISA, NOON, OMAR, gives

PATIENCE = 20.0


class Watch:
    """A watch in a thread of its own, and what it has seen."""

    def __init__(self, store: Store) -> None:
        self.stop = threading.Event()
        self.seen: queue.Queue[frozenset[str]] = queue.Queue()
        self.thread = threading.Thread(target=self._run, args=(store,))
        self.thread.start()

    def _run(self, store: Store) -> None:
        for names in store.watch("MKRT", self.stop):
            self.seen.put(names)

    def until(self, *wanted: str) -> set[str]:
        """Everything seen until all that is wanted was among it."""
        found: set[str] = set()
        deadline = time.monotonic() + PATIENCE
        while not found >= set(wanted):
            found |= self.seen.get(timeout=max(deadline - time.monotonic(), 0.01))
        return found

    def end(self) -> float:
        began = time.monotonic()
        self.stop.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()
        return time.monotonic() - began


@pytest.fixture
def watch(store: Store) -> Iterator[Watch]:
    watching = Watch(store)
    yield watching
    watching.end()


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that sends no events."""

    def no_events(*_: object, **__: object) -> None:
        raise OSError("no events to be had")

    monkeypatch.setattr("watchfiles.watch", no_events)


def test_all_there_is_comes_first(store: Store) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    stop = threading.Event()
    watching = store.watch("mkrt", stop)
    assert next(watching) == {"session", "lisa"}
    stop.set()
    assert list(watching) == []


def test_what_changes_is_named_and_nothing_else(store: Store, watch: Watch) -> None:
    assert watch.until("session") == {"session"}
    store.change_contribution("MKRT", LISA, gives(1))
    assert watch.until("lisa") == {"lisa"}
    store.change_contribution("MKRT", LISA, gives(2))
    assert watch.until("lisa") == {"lisa"}
    store.change_session("MKRT", lambda session: session.open(NOON))
    assert watch.until("session") == {"session"}
    store.change_contribution("MKRT", OMAR, gives(1))
    assert watch.until("omar") == {"omar"}


def test_two_terminals_at_work_are_seen_and_nothing_of_theirs_is_lost(home: Path, store: Store, watch: Watch) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", str(home), "MKRT", name, "20"], stdout=subprocess.PIPE
        )
        for name in ("lisa", "omar", "lisa")
    ]
    acknowledged = [writer.communicate(timeout=60)[0].split() for writer in writers]
    assert all(len(steps) == 20 for steps in acknowledged)
    watch.until("lisa", "omar")
    assert [len(one.versions) for one in store.contributions("MKRT")] == [40, 20]
    assert store.troubles("MKRT") == ()


@pytest.mark.usefixtures("deaf")
def test_drives_that_send_no_events_are_looked_at(home: Path, store: Store) -> None:
    watch = Watch(store)
    watch.until("session")
    store.change_contribution("MKRT", LISA, gives(1))
    assert watch.until("lisa") == {"lisa"}
    assert watch.end() < 0.5


def test_one_who_is_forgotten_counts_as_changed(store: Store, watch: Watch) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    watch.until("session", "lisa")
    store.forget("MKRT", "lisa")
    watch.until("lisa")


def test_a_folder_taken_away_and_brought_back_is_seen_both_times(home: Path, store: Store, watch: Watch) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    watch.until("session", "lisa")
    folder, away = home / "sessions" / "MKRT", home / "away"
    folder.rename(away)
    watch.until("session", "lisa")
    with pytest.raises(NoSession):
        store.session("MKRT")
    shutil.copytree(away, folder)
    watch.until("session", "lisa")
    open_store(home).change_contribution("MKRT", OMAR, gives(1))
    watch.until("omar")


def test_a_watch_ends_soon_after_it_is_stopped(watch: Watch) -> None:
    watch.until("session")
    assert watch.end() < 0.5
