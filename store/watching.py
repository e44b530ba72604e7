"""Seeing what other processes keep in a session's folder, as they keep it."""

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from store.files import Stamp, stamp_of

CONTRIBUTION = re.compile(r"([a-z][a-z0-9-]{0,39})\.json")

STEP, DEBOUNCE = 5, 20
"""How long, in milliseconds, events are gathered: at least, and at most. The library's own 50 and 1,600 are slow."""

LOOK = 0.5
"""How often, in seconds, every file is looked at besides, for drives that send no events."""

LOOK_ONLY = 0.1
"""How often, in seconds, where events cannot be had at all, or the folder is gone."""


def watch_folder(folder: Path, stop: threading.Event) -> Iterator[frozenset[str]]:
    """The names of what changed in this session's folder, as `Store.watch` says."""
    seen = _all(folder)
    yield frozenset(seen)
    while not stop.is_set():
        for names in _hints(folder, stop):
            now = _all(folder) if names is None else _some(folder, names)
            asked = now.keys() | seen.keys() if names is None else names
            changed = frozenset(name for name in asked if now.get(name) != seen.get(name))
            for name in changed:
                if name in now:
                    seen[name] = now[name]
                else:
                    del seen[name]
            if changed:
                yield changed


def _hints(folder: Path, stop: threading.Event) -> Iterator[frozenset[str] | None]:
    """What may have changed, None for anything; it ends when the folder is not the one that it was."""
    from watchfiles import watch

    began_as = _identity(folder)
    due = 0.0
    try:
        if began_as is not None:
            for batch in watch(
                folder,
                watch_filter=None,
                step=STEP,
                debounce=DEBOUNCE,
                stop_event=stop,
                rust_timeout=int(LOOK_ONLY * 1000),
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=False,
            ):
                if time.monotonic() < due:
                    yield frozenset(name for _, path in batch if (name := _name(Path(path))))
                    continue
                yield None
                if _identity(folder) != began_as:
                    return
                due = time.monotonic() + LOOK
            return
    except (OSError, RuntimeError):
        pass  # no events to be had here, or the folder went away just now: look at every file instead
    while not stop.wait(LOOK_ONLY):
        yield None
        if _identity(folder) != began_as:
            return


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _name(path: Path) -> str | None:
    """What a changed path is the file of; None for locks, copies and what is being written."""
    if path.name == "session.json":
        return "session"
    found = CONTRIBUTION.fullmatch(path.name)
    return found[1] if found and path.parent.name == "contributions" else None


def _all(folder: Path) -> dict[str, Stamp]:
    try:
        found = {name for path in (folder / "contributions").iterdir() if (name := _name(path))}
    except OSError:
        found = set()
    return _some(folder, frozenset(found | {"session"}))


def _some(folder: Path, names: frozenset[str]) -> dict[str, Stamp]:
    return {name: stamp for name in names if (stamp := _stamp(folder, name))}


def _stamp(folder: Path, name: str) -> Stamp | None:
    path = folder / "session.json" if name == "session" else folder / "contributions" / f"{name}.json"
    try:
        return stamp_of(path.stat())
    except OSError:
        return None
