"""A whole session with thirty participants, ten shared terminals, a console and a projector, all killed at work.

`python -m tests.soak [SEED]`. Ten terminals, not forty: each is an own program, which two cores start one after the
other. Then terminals are killed while they save answers of every kind. Exits with 1 where anything that was said to be
saved is missing, or anything was seen that must not be.
"""

import sys
import tempfile
from pathlib import Path

from tests.every_kind.kills import kill_at_every_kind
from tests.soak.course import Plan, soak, table
from tests.soak.terminals import Unseen

KILLS = 20
"""Terminals that are killed at each activity of the workshop of every kind."""


def main(seed: str = "1") -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp" if Path("/var/tmp").is_dir() else None) as folder:
        try:
            outcome = soak(Path(folder) / "home", Plan(), int(seed))
        except Unseen as unseen:
            raise SystemExit(str(unseen)) from None
        killed = kill_at_every_kind(Path(folder) / "kinds", KILLS, int(seed))
    for wrong in outcome.wrong + killed.wrong:
        print(wrong, file=sys.stderr)
    print(table(outcome))
    print(
        f"answers of every kind: {killed.kills:,} terminals killed, {killed.in_a_save:,} in the middle of a save; "
        f"{len(killed.said):,} said to be saved, {len(killed.wrong):,} wrong",
        flush=True,
    )
    if outcome.wrong or killed.wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
