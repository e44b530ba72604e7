"""From the command to the first usable screen, beside an empty Textual app started in turn with it."""

import statistics
import tempfile
import time

from tests.benchmarks.terminals import EMPTY_APP, FLIPCHART, terminal

RUNS = 15


def main(runs: int = RUNS) -> None:
    print(f"{'start to first usable screen, milliseconds':<44}{'ours':>8}{'empty app':>11}{'ratio':>7}  goal")
    with tempfile.TemporaryDirectory() as home:
        ours, empty = [], []
        for run in range(runs + 1):
            pair = (_seconds(FLIPCHART, "Try", home), _seconds(EMPTY_APP, "ready", home))
            if run:  # the first warms the file cache
                ours.append(pair[0])
                empty.append(pair[1])
    ratio = statistics.median(a / b for a, b in zip(ours, empty, strict=True))
    mine, theirs = statistics.median(ours) * 1000, statistics.median(empty) * 1000
    print(f"{'  flipchart, Home (medians of ' + str(runs) + ')':<44}{mine:>8.0f}{theirs:>11.0f}{ratio:>7.2f}  ≤ 1.5")


def _seconds(command: list[str], text: str, home: str) -> float:
    began = time.perf_counter()
    with terminal(command, FLIPCHART_HOME=home) as program:
        program.wait_for(text)
        return time.perf_counter() - began


if __name__ == "__main__":
    main()
