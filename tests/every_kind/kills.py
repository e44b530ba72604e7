"""Terminals at which answers of every kind are saved, each killed in the middle of one; and what is found afterwards.

`python -m tests.every_kind.kills HOME CODE KILLS SEED` kills so many at each kind of a session that is there, and says
every save before and after it. It forks its terminals, so that hundreds cost no more than a few seconds.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from activities.kinds.activity import Activity
from activities.session.session import Session
from store import open_store
from tests.every_kind.the_room import CODE, begun
from tests.soak.participant import HAND_IN, give
from tests.soak.work import Save, invented, is_found, last_step

MOMENT = 0.006
"""A save takes about so many seconds: each terminal is killed at some moment of one."""


@dataclass
class Killed:
    """What was begun and what was said to be saved, at how many terminals that were killed; `wrong` is what is not so."""

    begun: list[Save] = field(default_factory=list)
    said: list[Save] = field(default_factory=list)
    kills: int = 0
    in_a_save: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_at_every_kind(home: Path, kills: int, seed: int = 1) -> Killed:
    """Kill so many terminals at each activity of the workshop of every kind, then look everything up in this home."""
    store = open_store(home)
    session = begun(["Ann", "Ben", "Cath"])
    store.create(session)
    command = [sys.executable, "-m", "tests.every_kind.kills", str(home), CODE, str(kills), str(seed)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]).stdout
    outcome = _heard(told.splitlines())
    outcome.wrong += _looked_up(home, session, outcome)
    return outcome


def _heard(lines: Sequence[str]) -> Killed:
    outcome = Killed()
    for line in lines:
        what, _, words = line.partition(" ")
        if what == "killed":
            outcome.kills += 1
            outcome.in_a_save += outcome.begun[-1] not in outcome.said[-1:]
        else:
            (outcome.begun if what == "saving" else outcome.said).append(Save.read(words))
    return outcome


def _looked_up(home: Path, session: Session, outcome: Killed) -> list[str]:
    """What was said to be saved and is not there, what nobody gave and is, and what the store tells."""
    store = open_store(home)
    found = {one.participant.id: one for one in store.contributions(CODE)}
    answered = {activity.id: activity for activity in _answered(session)}
    last = {who: last_step(save for save in outcome.begun if save.participant == who) for who in found}
    wrong = [
        f"lost: {save.words}"
        for save in outcome.said
        if not is_found(save, found.get(save.participant), answered[save.activity], last.get(save.participant, 0))
    ]
    wrong += [f"{who} has what they never gave" for who, one in found.items() if invented(one, answered, last[who])]
    return wrong + [f"the store tells: {trouble}" for trouble in store.troubles(CODE)]


def _answered(session: Session) -> list[Activity]:
    return [activity for activity in session.workshop.activities if activity.answered]


def main(home: str, code: str, kills: str, seed: str) -> None:
    chance, session = random.Random(int(seed)), open_store(Path(home)).session(code)
    agenda = [activity.id for activity in _answered(session)]
    steps = {one.id: 1 for one in session.roster}
    for number in range(int(kills)):
        for place, doomed in enumerate(agenda):
            who = session.roster[(number + place) % len(session.roster)].id
            lines = _kill_one(Path(home), session, who, steps[who], agenda[place - 1 :] + agenda, doomed, chance)
            steps[who] += sum(line.startswith("saving") for line in lines)
            print(*lines, "killed", sep="\n", flush=True)


def _kill_one(
    home: Path, session: Session, who: str, step: int, agenda: Sequence[str], doomed: str, chance: random.Random
) -> list[str]:
    """One terminal works from the activity before the doomed one on, and is killed at that; all that it said."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    terminal = os.fork()
    if not terminal:
        os.dup2(writing, 1)
        _works(home, session, who, step, agenda)
    os.close(writing)
    with os.fdopen(reading) as told:
        lines = []
        for line in told:
            lines.append(line.strip())
            if line.split()[0] == "saving" and Save.read(line.partition(" ")[2]).activity == doomed:
                break
        time.sleep(chance.uniform(0, MOMENT))
        os.kill(terminal, signal.SIGKILL)
        os.waitpid(terminal, 0)
        rest = told.read()
        return lines + rest[: rest.rfind("\n") + 1].splitlines()  # a line cut off by the kill says nothing


def _works(home: Path, session: Session, who: str, step: int, agenda: Sequence[str]) -> None:
    """The forked process: it saves without end and says so, and never returns."""
    try:
        store, terminal = open_store(home), f"w{os.getpid()}"
        for further, activity in enumerate(agenda, step):
            save = Save(who, activity, 1, further, further % HAND_IN == 0, terminal)
            give(store, session.model_copy(update={"current": activity}), save)
    finally:
        os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
