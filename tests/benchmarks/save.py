"""How long a response takes to be on disk, beside sqlite3 and bare files holding the same bytes in the same run."""

import json
import multiprocessing
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from activities.session.contribution import Contribution, Participant
from store import open_store
from tests.store.rooms import a_session, gives

PEOPLE = 30
ROUNDS = 14
PACE = 1.0
ALONE = 400

KEEPERS = ("ours", "sqlite3", "bare")
"""`bare` is the least that survives a power cut: a new file flushed, renamed, and its folder flushed."""

Times = dict[str, list[float]]


def main() -> None:
    print(f"{'what':<58}{'ours':>10}{'reference':>12}{'ratio':>8}  goal")
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        _at_human_pace(Path(folder).absolute())
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        _as_it_grows(Path(folder).absolute())


def _at_human_pace(folder: Path) -> None:
    open_store(folder / "ours").create(a_session())
    context = multiprocessing.get_context("spawn")
    everyone_is_there = context.Barrier(PEOPLE)
    answers: Queue[Times] = context.Queue()
    people = [
        context.Process(target=_person, args=(folder, number, everyone_is_there, answers)) for number in range(PEOPLE)
    ]
    for person in people:
        person.start()
    times = [answers.get(timeout=300) for _ in people]
    for person in people:
        person.join()
    ours, sqlite, bare = ([t for each in times for t in each[what]] for what in KEEPERS)
    who = f"save, {PEOPLE} processes, one a second each"
    _line(f"{who}: median, sqlite3", _median(ours), _median(sqlite), "≤ 3")
    _line(f"{who}: median, bare files", _median(ours), _median(bare), "–")
    _line(f"{who}: 99th, sqlite3", _late(ours), _late(sqlite), "ours ≤ 10 ms")
    _line(f"{who}: 99th, bare files", _late(ours), _late(bare), "–")


def _person(folder: Path, number: int, everyone_is_there: Barrier, answers: "Queue[Times]") -> None:
    chance = random.Random(number)
    savers = {
        "ours": _ours(folder / "ours", number),
        "sqlite3": _sqlite(folder, number),
        "bare": _bare(folder / f"bare-{number}"),
    }
    for save in savers.values():
        save(0)
    times: Times = {what: [] for what in savers}
    everyone_is_there.wait()
    for step in range(1, ROUNDS + 1):
        for what in chance.sample(sorted(savers), len(savers)):
            time.sleep(PACE * chance.uniform(0.5, 1.5))
            before = time.perf_counter()
            savers[what](step)
            times[what].append(time.perf_counter() - before)
    answers.put(times)


def _ours(home: Path, number: int) -> Callable[[int], None]:
    store = open_store(home)
    person = Participant(id=f"person-{number}", name=f"Person {number}")

    def save(step: int) -> None:
        store.change_contribution("MKRT", person, gives(step))

    return save


def _rows(step: int) -> dict[str, dict[str, dict[str, object]]]:
    """What our file holds, table by table."""
    person = Participant(id="person-0", name="Person 0")
    kept = gives(step)(Contribution(participant=person)).model_dump(mode="json")
    return {
        "format": {"1": {"version": 1}},
        "person": {"1": kept["participant"]},
        "versions": {"1": kept["versions"][0]},
    }


def _sqlite(folder: Path, number: int) -> Callable[[int], None]:
    database = sqlite3.connect(folder / f"{number}.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, document TEXT)")

    def save(step: int) -> None:
        database.execute("INSERT OR REPLACE INTO kept VALUES (1, ?)", (json.dumps(_rows(step)),))

    return save


def _bare(folder: Path) -> Callable[[int], None]:
    folder.mkdir()

    def save(step: int) -> None:
        handle = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.write(handle, json.dumps(_rows(step)).encode())
        os.fsync(handle)
        os.close(handle)
        (folder / "new").replace(folder / "kept")
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)

    return save


def _as_it_grows(folder: Path) -> None:
    few, many = open_store(folder / "few"), open_store(folder / "many")
    few.create(a_session())
    many.create(a_session())
    person = Participant(id="person-0", name="Person 0")
    growths: dict[str, Callable[[int], None]] = {
        "100 sessions, beside 1": lambda n: many.create(a_session(f"AB{n}")) if n < 100 else None,
        "1,000 people, beside 1": lambda n: _ours(folder / "many", n)(0),
    }
    for what, grow in growths.items():
        for number in range(1, 1000):
            grow(number)
        times: dict[int, list[float]] = {0: [], 1: []}
        for step in range(ALONE):
            for which, store in enumerate((few, many)):
                before = time.perf_counter()
                store.change_contribution("MKRT", person, gives(step))
                times[which].append(time.perf_counter() - before)
        _line(f"save, {what}: median", _median(times[1]), _median(times[0]), "flat")
    before = time.perf_counter()
    found = len(many.contributions("MKRT"))
    first = time.perf_counter() - before
    again = []
    for _ in range(20):
        before = time.perf_counter()
        many.contributions("MKRT")
        again.append(time.perf_counter() - before)
    _line(f"{found:,} contributions read again, beside the first time", _median(again), first, "–")


def _median(times: Sequence[float]) -> float:
    return statistics.median(times)


def _late(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _line(what: str, ours: float, reference: float, goal: str) -> None:
    print(f"{what:<58}{ours * 1000:>7.2f} ms{reference * 1000:>9.2f} ms{ours / reference:>8.2f}  {goal}", flush=True)


if __name__ == "__main__":
    main()
