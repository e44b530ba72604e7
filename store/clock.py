"""Whether this computer's clock can be believed before something is deleted because its day is past.

A clock that is years ahead would make every session overdue. The newest work in the home says when it was last used; a
clock that is more than a day away from it is not believed until somebody says that it is right.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

FURTHEST = timedelta(days=1)
"""How far the clock may be from the newest work."""

SAID = "clock-is-right"
"""The file that is touched when somebody says so."""


def unlikely(home: Path, now: datetime) -> datetime | None:
    """When the newest work in this home is from, if the clock's `now` is too far from it; None where it is near."""
    times = sorted(_times(home))
    if not times or any(abs(now - time) <= FURTHEST for time in (times[-1], *_said(home))):
        return None
    return times[-1]


def believe(home: Path, now: datetime) -> None:
    """Somebody says that it is `now`. Where that cannot be written, they are asked again. Raises nothing."""
    with suppress(OSError):
        (home / SAID).write_text(now.astimezone(UTC).isoformat(), encoding="ascii")


def _said(home: Path) -> Iterator[datetime]:
    with suppress(OSError, ValueError):
        path = home / SAID
        if path.is_file():
            yield datetime.fromisoformat(path.read_text(encoding="ascii")).astimezone(UTC)


def _times(home: Path) -> Iterator[datetime]:
    for pattern in ("sessions/*/session.json", "sessions/*/contributions/*.json", "bin/*/sessions/*/session.json"):
        for path in home.glob(pattern):
            with suppress(OSError, ValueError, OverflowError):
                yield datetime.fromtimestamp(path.stat().st_mtime, UTC)
