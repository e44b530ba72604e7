"""From the command to the first usable screen, beside an empty Textual app started in turn with it.

By the clock, and in time of the processor: what other programs do on the machine then hardly counts.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from activities.session.beginning import begin
from activities.session.pin import make_pin
from store import open_store
from store.workshops import workshop
from tests.benchmarks.terminals import EMPTY_APP, FLIPCHART, drawing, terminal
from tests.store.rooms import NOON

RUNS = 15
STARTS = {
    "Home": (FLIPCHART, "Try"),
    "a held terminal": ([*FLIPCHART, "join", "MKRT"], "Type your name"),
}
PYTHON = [sys.executable, "-c", "pass"]


class Spent(NamedTuple):
    """Milliseconds until a program was there."""

    clock: float
    processor: float


def main(runs: int = RUNS) -> None:
    with tempfile.TemporaryDirectory() as home:
        store = open_store(Path(home))
        session = begin(workshop("evidence", store.home), code="MKRT", title="Hall", on=NOON.date(), roster=())
        held = session.model_copy(update={"pin": make_pin("123456", b"s" * 16)})
        store.create(held.go_to("evidence-venn", NOON).open(NOON))
        print(f"{'start to first usable screen, milliseconds':<44}{'ours':>8}{'empty app':>11}{'ratio':>7}  goal")
        for name, (command, text) in STARTS.items():
            pairs = [(_opened(command, text, home), _opened(EMPTY_APP, "ready", home)) for _ in range(runs + 1)]
            _tell(name, pairs[1:], "≤ 1.35")  # the first warms the file cache
        print(f"{'start to end, milliseconds':<44}{'ours':>8}{'python':>11}{'ratio':>7}")
        _tell("--version", [(_ran([*FLIPCHART, "--version"]), _ran(PYTHON)) for _ in range(runs + 1)][1:])


def _tell(name: str, pairs: list[tuple[Spent, Spent]], goal: str = "") -> None:
    for which, by in enumerate(Spent._fields):
        ours = statistics.median(pair[0][which] for pair in pairs)
        theirs = statistics.median(pair[1][which] for pair in pairs)
        ratio = statistics.median(pair[0][which] / pair[1][which] for pair in pairs)
        line = f"  {name}, {by} (medians of {len(pairs)})"
        print(f"{line:<44}{ours:>8.0f}{theirs:>11.0f}{ratio:>7.2f}  {goal}".rstrip())


def _opened(command: list[str], text: str, home: str) -> Spent:
    began = time.perf_counter()
    with terminal(command, FLIPCHART_HOME=home) as program:
        program.wait_for(text)
        clock = time.perf_counter() - began
        started = program.process.pid
        return Spent(clock * 1000, sum(_processor(one) for one in {started, drawing(started)}) * 1000)


def _processor(process: int) -> float:
    """Seconds of the processor that a process has used."""
    figures = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")


def _ran(command: list[str]) -> Spent:
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    clock, after = time.perf_counter() - began, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(clock * 1000, max(used, 0.01) * 1000)  # the system counts in hundredths


if __name__ == "__main__":
    main()
