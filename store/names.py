"""The names of files and folders in a session: which there are, and what they tell."""

import re
from pathlib import Path

from store.refusals import not_read

CODE = re.compile(r"[A-Z0-9]{1,12}")
ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
FILE = re.compile(r"([a-z][a-z0-9-]{0,39})(?:\.previous)?\.json")
DAMAGED = re.compile(r"([a-z][a-z0-9-]{0,39})(\.previous)?\.damaged-([0-9T-]+)\.json")

NOT_IDS = {"session", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""What no participant's file can be called: the session's own name, and devices of Windows."""


def is_code(name: str) -> bool:
    """Whether a session's folder can have this name."""
    return CODE.fullmatch(name) is not None


def is_id(name: str) -> bool:
    """Whether a participant's file can have this name."""
    return ID.fullmatch(name) is not None and name not in NOT_IDS


def contributors(folder: Path) -> list[str]:
    """The ids of those of whom there is a file or its previous copy, in order. Raises NotRead."""
    return sorted(_ids_by(folder, FILE))


def _ids_by(folder: Path, pattern: re.Pattern[str]) -> frozenset[str]:
    try:
        names = [path.name for path in (folder / "contributions").iterdir()]
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise not_read(folder / "contributions", error) from error
    return frozenset(found[1] for name in names if (found := pattern.fullmatch(name)) and is_id(found[1]))


def all_ids(folder: Path) -> frozenset[str]:
    """The ids of those of whom there is any file, even one that was set aside. Raises NotRead."""
    return _ids_by(folder, FILE) | _ids_by(folder, DAMAGED)


def told(folder: Path) -> list[str]:
    """What lies set aside in this session's folder, or is missing from it, a sentence each."""
    sentences = _set_aside(folder, "session.json") + _set_aside(folder / "contributions", "contributions/{}.json")
    if not (folder / "contributions").is_dir():
        sentences.append(f"The folder {folder / 'contributions'} is missing: nobody's work is here.")
    return sentences


def _set_aside(folder: Path, name: str) -> list[str]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return []
    both = {(found[1], found[3]) for found in map(DAMAGED.fullmatch, names) if found and found[2]}
    sentences = []
    for found in map(DAMAGED.fullmatch, names):
        if found is None or found[2]:
            continue
        what = f"{name.format(found[1])} could not be read and was set aside as {found[0]}"
        if (found[1], found[3]) in both:
            sentences.append(f"{what}; the copy saved before it could not be read either.")
        elif (folder / f"{found[1]}.json").exists() or (folder / f"{found[1]}.previous.json").exists():
            sentences.append(f"{what}; the copy saved before it is used.")
        else:
            sentences.append(f"{what}; there was no copy saved before it.")
    return sentences
