"""From a save on one terminal to the frame of the projector that shows it, with thirty terminals at work.

The projector is `flipchart room` in a terminal of its own. Every writer is a process that saves once a second or so. A
reader without a screen follows the same session in the same run, for comparison.
"""

import bisect
import itertools
import multiprocessing
import os
import random
import re
import select
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from activities.kinds.prompts import Prompt, Prompts, PromptsResponse
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.workshop.workshop import Workshop
from store import open_store
from tests.benchmarks.terminals import FLIPCHART, Terminal, terminal
from tui.app import utc_now

WRITERS = 30
ROUNDS = 12
STEPS = 15
PACE = 1.0
SETTLED = 1.0
FRAME_ENDS = b"\x1b[?2026l"
SIZE = (200, 60)

ASK = Prompts(
    id="ask",
    title="Ask",
    minutes=30,
    purpose="p",
    question="What did you see?",
    instructions="Write.",
    prompts=(Prompt(id="why", prompt="What?"),),
)
PEOPLE = tuple(Participant(id=f"p-{n}", name=f"Table {n}") for n in range(WRITERS))

ESCAPES = re.compile(rb"\x1b(?:\[[0-9;:?<>=]*[a-zA-Z]|[PX^_\]].*?(?:\x1b\\|\x07)|.)", re.DOTALL)
DOTS = re.compile("[●○](?: [●○]){29}")
TOKEN = re.compile(r"p\d\dx\d\d")

Saved = list[tuple[str, float]]
Seen = list[tuple[float, str]]


def main() -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        _counts(Path(folder).absolute())
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        _results(Path(folder).absolute())


def _counts(home: Path) -> None:
    """Everybody hands in, round after round: the k-th hand-in, and the first frame with k dots filled or more."""
    store = open_store(home)
    workshop = Workshop(id="w", title="W", summary="s", activities=(ASK,))
    store.create(begin(workshop, code="MKRT", title="T", on=date(2026, 11, 22), roster=PEOPLE).open(utc_now()))
    with _projector(home) as room, _writers(home, ROUNDS, together=True) as crew:
        shown: list[float] = []
        read: list[float] = []
        for number in range(1, ROUNDS + 1):
            if number > 1:
                store.change_session("MKRT", lambda session: session.again(utc_now()))
            time.sleep(SETTLED)
            room.forget()
            with _Reader(home, number) as reader:
                crew.barrier.wait()
                saved = sorted(at for _, at in crew.get())
                wait_until(lambda reader=reader: len(reader.seen) == WRITERS)  # type: ignore[misc]
                time.sleep(SETTLED)
            frames = [(at, text.count("●")) for at, text in room.seen(DOTS)]
            for rank, (at, seen) in enumerate(zip(saved, sorted(reader.seen.values()), strict=True), 1):
                shown.append(next(when for when, dots in frames if dots >= rank) - at)
                read.append(seen - at)
    _line(f"the count, {WRITERS} writers", shown, read)


def _results(home: Path) -> None:
    """Everybody writes on although the results are on show: each text, and the first frame that it stands in."""
    store = open_store(home)
    workshop = Workshop(id="w", title="W", summary="s", activities=(ASK,))
    store.create(begin(workshop, code="MKRT", title="T", on=date(2026, 11, 22)).reveal(utc_now()))
    with _projector(home) as room, _writers(home, STEPS, together=False) as crew, _Reader(home, 1) as reader:
        crew.barrier.wait()
        saved = crew.get()
        time.sleep(SETTLED)
        first: dict[str, float] = {}
        for at, token in room.seen(TOKEN):
            first.setdefault(token, at)
    shown = [first[token] - at for token, at in saved if token in first]
    read = [reader.seen[token] - at for token, at in saved if token in reader.seen]
    _line(f"revealed results, {WRITERS} writers", shown, read, missed=len(saved) - len(shown))


class _Room:
    """The projector's terminal. What it draws is kept with the time at which it was read, and looked at afterwards."""

    def __init__(self, screen: Terminal) -> None:
        self._screen = screen
        self._chunks: list[tuple[float, bytes]] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while not self._stop.is_set():
            if select.select([self._screen.handle], [], [], 0.05)[0]:
                try:
                    self._chunks.append((time.time(), os.read(self._screen.handle, 1 << 20)))
                except OSError:
                    return

    def forget(self) -> None:
        """What was drawn until now is of no interest."""
        self._chunks.clear()

    def has_drawn(self, text: str) -> bool:
        return text.encode() in b"".join(chunk for _, chunk in self._chunks)

    def seen(self, pattern: re.Pattern[str]) -> Seen:
        """Whatever of this pattern was drawn, each with the time at which its frame was complete."""
        ends = list(itertools.accumulate(len(chunk) for _, chunk in self._chunks))
        frames = b"".join(chunk for _, chunk in self._chunks).split(FRAME_ENDS)
        assert len(frames) > 1 or not pattern.search(frames[0].decode(errors="replace")), "frames have no end"
        found: Seen = []
        position = 0
        for frame in frames:
            position += len(frame) + len(FRAME_ENDS)
            at = self._chunks[min(bisect.bisect_left(ends, position), len(ends) - 1)][0]
            text = ESCAPES.sub(b"", frame).decode(errors="replace")
            found += [(at, match) for match in pattern.findall(text)]
        return found

    def close(self) -> None:
        self._stop.set()
        self._thread.join()


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait; AssertionError where it does not come to be in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


class _projector:  # noqa: N801 - read as a function
    def __init__(self, home: Path) -> None:
        columns, rows = SIZE
        self._terminal = terminal([*FLIPCHART, "room", "MKRT"], columns=columns, rows=rows, FLIPCHART_HOME=str(home))

    def __enter__(self) -> _Room:
        screen = self._terminal.__enter__()
        self._room = _Room(screen)
        wait_until(lambda: self._room.has_drawn("now"))
        screen.press("\x1b[?2026;2$y")  # as terminals say that can hold a frame back until it is complete
        time.sleep(SETTLED)
        return self._room

    def __exit__(self, *_: object) -> None:
        self._room.close()
        self._terminal.__exit__(None, None, None)


class _writers:  # noqa: N801 - read as a function
    """Thirty processes, ready to save. `get` says what was saved when, in a round or in the whole."""

    def __init__(self, home: Path, steps: int, *, together: bool) -> None:
        context = multiprocessing.get_context("spawn")
        self.barrier = context.Barrier(WRITERS + 1)
        self._saved: Queue[Saved] = context.Queue()
        ready = context.Barrier(WRITERS + 1)
        self._people = [
            context.Process(target=_writer, args=(home, n, steps, together, ready, self.barrier, self._saved))
            for n in range(WRITERS)
        ]
        for person in self._people:
            person.start()
        ready.wait()

    def get(self) -> Saved:
        return [one for _ in range(WRITERS) for one in self._saved.get(timeout=120)]

    def __enter__(self) -> "_writers":
        return self

    def __exit__(self, *_: object) -> None:
        for person in self._people:
            person.join(5)
            person.kill()


def _writer(
    home: Path, number: int, steps: int, together: bool, ready: Barrier, barrier: Barrier, answers: "Queue[Saved]"
) -> None:
    chance = random.Random(number)
    store = open_store(home)
    store.session("MKRT")
    saved: Saved = []
    ready.wait()
    for step in range(1, steps + 1):
        if together or step == 1:
            barrier.wait()
        time.sleep(PACE * (chance.uniform(0.1, 1.5) if together else chance.uniform(0.5, 1.5)))
        token = f"p{number:02}x{step:02}"
        store.change_contribution("MKRT", PEOPLE[number], _gives(token, step if together else 1))
        saved.append((token, time.time()))
        if together:
            answers.put(saved)
            saved = []
    if not together:
        answers.put(saved)


def _gives(token: str, round_number: int) -> Callable[[Contribution], Contribution]:
    """The change by which somebody hands this in."""

    def change(kept: Contribution) -> Contribution:
        response = PromptsResponse(answers={"why": token})
        fresh = kept.model_copy(update={"versions": ()})
        return fresh.record("ask", response, at=utc_now(), round_number=round_number, handed_in=True)

    return change


class _Reader:
    """Follows the session as the projector does, but draws nothing. `seen` has every text and when it was read."""

    def __init__(self, home: Path, round_number: int) -> None:
        self.seen: dict[str, float] = {}
        self._home, self._round = home, round_number
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._follow)

    def _follow(self) -> None:
        store = open_store(self._home)
        for names in store.watch("MKRT", self._stop):
            for name in names - {"session"}:
                kept = store.contribution("MKRT", name)
                version = kept.latest("ask", self._round) if kept else None
                if version and isinstance(version.response, PromptsResponse):
                    self.seen.setdefault(version.response.answers["why"], time.time())

    def __enter__(self) -> "_Reader":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def _line(what: str, shown: list[float], read: list[float], missed: int = 0) -> None:
    def told(times: list[float]) -> str:
        late = sorted(max(time, 0) * 1000 for time in times)
        return f"median {statistics.median(late):5.1f} ms, 99th {statistics.quantiles(late, n=100)[98]:6.1f} ms, worst {late[-1]:6.1f} ms"

    print(
        f"saved → on the projector, {what}: {told(shown)}  (goal: 99th ≤ 100 ms; {len(shown)} saves, {missed} never drawn)"
    )
    print(f"saved → read without a screen in the same run:       {told(read)}", flush=True)


if __name__ == "__main__":
    main()
