"""A terminal of its own: saves one step after another for one participant and says each that is saved.

`python -m tests.store.writer HOME CODE PARTICIPANT STEPS`
"""

import sys
from pathlib import Path

from activities.session.contribution import Participant
from store import open_store
from tests.store.rooms import gives


def main(home: str, code: str, name: str, steps: str) -> None:
    store = open_store(Path(home))
    person = Participant(id=name, name=name.capitalize())
    for step in range(int(steps)):
        store.change_contribution(code, person, gives(step, handed_in=True))
        print(step, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
