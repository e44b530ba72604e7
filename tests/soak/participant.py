"""A participant as a process of its own: works at human pace, and says each save before and after it.

`python -m tests.soak.participant HOME CODE PARTICIPANT FIRST-STEP PACE`. It ends when its input does.
"""

import os
import random
import select
import sys
from datetime import UTC, datetime
from pathlib import Path

from activities.session.contribution import Contribution
from activities.session.session import Session
from store import open_store
from store.protocol import Store
from tests.soak.work import Save, work

HAND_IN = 3
"""Every so many steps are handed in; the others are drafts."""

MOST = 6
"""The steps after which a participant has enough of one round."""


def main(home: str, code: str, participant: str, first: str, pace: str) -> None:
    store, chance = open_store(Path(home)), random.Random(f"{participant} {first}")
    terminal, step = f"w{os.getpid()}", int(first)
    place, done = ("", 0), 0
    while not select.select([sys.stdin], [], [], float(pace) * chance.uniform(0.5, 1.5))[0]:
        session = store.session(code)
        now = (session.current, session.state().round)
        place, done = now, done if now == place else 0
        if session.may_work(participant) and done < MOST:
            save = Save(participant, *now, step, step % HAND_IN == 0, terminal)
            give(store, session, save)
            step, done = step + 1, done + 1


def give(store: Store, session: Session, save: Save) -> None:
    """Keep one step."""
    response = work(session.activity, save.participant, save.step)
    person = next(one for one in session.roster if one.id == save.participant)

    def record(kept: Contribution) -> Contribution:
        return kept.record(
            save.activity,
            response,
            at=datetime.now(UTC),
            round_number=save.round,
            handed_in=save.handed_in,
            terminal=save.terminal,
        )

    print("saving", save.words, flush=True)
    store.change_contribution(session.code, person, record)
    print("saved", save.words, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
