"""Writers killed in the middle of saving: whatever they said was saved is there, and every file can be read.

`python -m tests.benchmarks.crash [KILLS]`
"""

import os
import random
import signal
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Never

from activities.session.session import Session
from store import open_store
from tests.store.rooms import LISA, a_session, gives, step_of

KILLS = 1000


def main(kills: int = KILLS) -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        home = Path(folder) / "home"
        open_store(home).create(a_session())
        chance = random.Random(1)
        acknowledged, lost, unreadable, stray = -1, 0, 0, 0
        for _ in range(kills):
            acknowledged = max(acknowledged, _killed(home, acknowledged + 1, chance))
            contributions = home / "sessions" / "MKRT"
            stray += bool([*contributions.rglob("*.tmp")])
            store = open_store(home)
            found = store.contribution("MKRT", "lisa")
            lost += step_of(found) < acknowledged or _opened(home) < acknowledged
            unreadable += bool(store.troubles("MKRT"))
            acknowledged = max(acknowledged, step_of(found), _opened(home))
        store.change_contribution("MKRT", LISA, gives(acknowledged + 1))
        store.change_session("MKRT", partial(_at, acknowledged + 1))
        left = len([*home.rglob("*.tmp")])
    print(
        f"kill -9 in the middle of saving, {kills:,} times: {lost} acknowledged answers lost, {unreadable} files "
        f"unreadable (goal 0 and 0); stray files after {stray} kills, {left} after the next save",
        flush=True,
    )
    if lost or unreadable or left:
        raise SystemExit(1)


def _opened(home: Path) -> int:
    """The step that was last kept in the session."""
    place = open_store(home).session("MKRT").place
    return int(place) if place.isdigit() else -1


def _at(step: int, session: Session) -> Session:
    return session.model_copy(update={"place": str(step)})


def _killed(home: Path, first: int, chance: random.Random) -> int:
    """Let a process save from this step on, kill it at some moment, and return the last step it said was saved."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _save_for_ever(home, first, theirs)
    os.close(theirs)
    said = os.read(ours, 4)
    time.sleep(chance.uniform(0, 0.006))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(ours, 4096):
        said += more
    os.close(ours)
    whole = len(said) // 4 * 4
    return int.from_bytes(said[whole - 4 : whole]) if whole else first - 1


def _save_for_ever(home: Path, first: int, pipe: int) -> Never:
    """Save a contribution and the session, step after step, and say each step when both are saved."""
    store = open_store(home)
    step = first
    while True:
        store.change_contribution("MKRT", LISA, gives(step))
        store.change_session("MKRT", partial(_at, step))
        os.write(pipe, step.to_bytes(4))
        step += 1


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
