"""From a save on one terminal to its being read on another, with thirty terminals at work."""

import multiprocessing
import random
import statistics
import tempfile
import threading
import time
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from activities.session.contribution import Participant
from store import open_store
from tests.store.rooms import a_session, gives, step_of

WRITERS = 30
STEPS = 20
PACE = 1.0

Saved = dict[tuple[str, int], float]


def main() -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        home = Path(folder) / "home"
        open_store(home).create(a_session())
        context = multiprocessing.get_context("spawn")
        everyone_is_there = context.Barrier(WRITERS + 1)
        answers: Queue[Saved] = context.Queue()
        writers = [
            context.Process(target=_writer, args=(home, number, everyone_is_there, answers))
            for number in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        stop = threading.Event()
        seen: Saved = {}
        busy: list[float] = []
        watcher = threading.Thread(target=_watch, args=(home, stop, seen, busy))
        everyone_is_there.wait()
        watcher.start()
        began = time.monotonic()
        saved: Saved = {}
        for _ in writers:
            saved |= answers.get(timeout=300)
        lasted = time.monotonic() - began
        deadline = time.monotonic() + 5
        while not saved.keys() <= seen.keys() and time.monotonic() < deadline:
            time.sleep(0.05)
        stop.set()
        watcher.join()
        for writer in writers:
            writer.join()
    late = [max(seen[what] - saved[what], 0) * 1000 for what in saved if what in seen]
    print(
        f"saved on one terminal, read on another, {WRITERS} writers: median {statistics.median(late):.1f} ms, "
        f"99th {statistics.quantiles(late, n=100)[98]:.1f} ms, worst {max(late):.1f} ms (goal ≤ 100 ms to the redraw); "
        f"{len(saved) - len(late)} of {len(saved):,} not seen; the watcher used {busy[0] / lasted:.1%} of a core",
        flush=True,
    )


def _writer(home: Path, number: int, everyone_is_there: Barrier, answers: "Queue[Saved]") -> None:
    chance = random.Random(number)
    store = open_store(home)
    person = Participant(id=f"person-{number}", name=f"Person {number}")
    store.change_contribution("MKRT", person, gives(0))
    saved: Saved = {}
    everyone_is_there.wait()
    time.sleep(1)
    for step in range(1, STEPS + 1):
        time.sleep(PACE * chance.uniform(0.5, 1.5))
        store.change_contribution("MKRT", person, gives(step))
        saved[person.id, step] = time.time()
    answers.put(saved)


def _watch(home: Path, stop: threading.Event, seen: Saved, busy: list[float]) -> None:
    store = open_store(home)
    for names in store.watch("MKRT", stop):
        for name in names - {"session"}:
            step = step_of(store.contribution("MKRT", name))
            seen.setdefault((name, step), time.time())
    busy.append(time.thread_time())


if __name__ == "__main__":
    main()
