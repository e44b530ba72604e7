"""A whole session with thirty participants, ten shared terminals, a console and a projector, all killed at work.

`python -m tests.soak [SEED]`. Ten terminals, not forty: each is an own program, which two cores start one after the
other. Exits with 1 where anything that was said to be saved is missing, or anything was seen that must not be.
"""

import sys
import tempfile
from pathlib import Path

from tests.soak.course import Plan, soak, table
from tests.soak.terminals import Unseen


def main(seed: str = "1") -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp" if Path("/var/tmp").is_dir() else None) as folder:
        try:
            outcome = soak(Path(folder) / "home", Plan(), int(seed))
        except Unseen as unseen:
            raise SystemExit(str(unseen)) from None
    for wrong in outcome.wrong:
        print(wrong, file=sys.stderr)
    print(table(outcome), flush=True)
    if outcome.wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
