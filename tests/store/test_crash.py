"""Writers that are killed: what they acknowledged is there, and everything can be read."""

import subprocess
import sys


def test_no_acknowledged_answer_is_lost_and_no_file_unreadable_when_writers_are_killed() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.crash", "40"], capture_output=True, text=True, timeout=120
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert "40 times: 0 acknowledged answers lost, 0 files unreadable" in found.stdout
