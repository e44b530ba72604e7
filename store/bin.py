"""Sessions that were deleted, until their days in the bin are over.

Each lies in a folder named for the moment at which it was deleted (UTC), and that folder is a home of its own: whatever
can be done with a session can be done with it there.
"""

import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import chain, count
from pathlib import Path

from store.files import flush_folder, make_folder

MOMENT = "%Y-%m-%dT%H-%M-%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(?:-\d+)?")

UNUSED = timedelta(hours=1)
"""How old a folder of the bin that holds nothing must be before it is swept: younger ones are about to be filled."""


class Bin:
    """The folder `<home>/bin`. Everything raises OSError."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "bin"

    def homes(self) -> list[tuple[datetime, Path]]:
        """When each session was deleted, and the home that it lies in; the last deleted first."""
        try:
            paths = list(self.folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        found = [(at, path) for path in paths if (at := _moment(path.name)) and path.is_dir()]
        return sorted(found, reverse=True)

    def take(self, session: Path, at: datetime) -> None:
        """Move a session's folder into the bin."""
        moment = at.astimezone(UTC).strftime(MOMENT)
        turns = chain([""], (f"-{number}" for number in count(2)))
        home = next(home for turn in turns if not (home := self.folder / f"{moment}{turn}").exists())
        make_folder(home / "sessions")
        session.rename(home / "sessions" / session.name)
        flush_folder(home / "sessions")
        flush_folder(session.parent)

    def give_back(self, home: Path, session: Path) -> None:
        """Move the session of one of these homes back to where it was. Raises FileExistsError where there is one again."""
        if session.exists():
            raise FileExistsError(session)
        make_folder(session.parent)
        (home / "sessions" / session.name).rename(session)
        flush_folder(session.parent)
        self.sweep(home)

    def sweep(self, home: Path) -> None:
        """Remove one of these homes and whatever is left in it."""
        shutil.rmtree(home)
        with suppress(OSError):
            self.folder.rmdir()

    def empty(self, before: datetime) -> int:
        """Remove for good what was deleted before this moment; how many sessions that were."""
        removed = 0
        for at, home in self.homes():
            holds = _holds_something(home)
            if at < before or (not holds and at < datetime.now(UTC) - UNUSED):
                self.sweep(home)
                removed += holds
        return removed


def _moment(name: str) -> datetime | None:
    with suppress(ValueError):
        if found := _NAME.fullmatch(name):
            return datetime.strptime(found[1], MOMENT).replace(tzinfo=UTC)
    return None


def _holds_something(home: Path) -> bool:
    try:
        return any((home / "sessions").iterdir())
    except FileNotFoundError:
        return False
