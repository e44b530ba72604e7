"""Workshop files on disk: the built-in ones, and people's own in `<home>/workshops`.

An own workshop with the id of a built-in one stands in its place, so that a school can adapt ours: save a copy, change
it, and everything that names the id runs the copy. While that copy is broken nobody is given ours in silence: the
list shows the copy's mistakes in place of ours, and asking for the id tells them.
"""

import os
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from activities.refusal import Refused
from activities.typed import quoted
from activities.workshop.marked_yaml import LARGEST
from activities.workshop.mistakes import WorkshopMistakes, did_you_mean
from activities.workshop.reading import read_workshop
from activities.workshop.workshop import Workshop
from store.files import Stamp, stamp_of
from store.home import as_path

ENDINGS = (".yaml", ".yml")

ID_AT_A_GLANCE = re.compile(rb"^id:[ \t]*([a-z][a-z0-9-]{0,39})[ \t]*\r?$", re.MULTILINE)
PERHAPS_AN_ID = re.compile(rb"^[\"']?id\b", re.MULTILINE)

BUILT_IN = "built in"
OWN = "your own"
INSTEAD = "your own, in place of the built-in one"


@dataclass(frozen=True, slots=True)
class Listed:
    """A workshop one may choose. `minutes` is the whole agenda; `source` says where it is from; `path` is None if built in.

    `trouble` is what keeps a broken file from being used, one mistake a line; then the id and title are the file's name,
    which no good id can be, for it has a full stop. No two of a list have the same id.
    """

    id: str
    title: str
    summary: str
    minutes: int
    source: str
    path: Path | None = None
    trouble: str | None = None


def check_file(path: Path) -> Workshop:
    """The workshop in a file. Raises WorkshopMistakes with all that is wrong with it, or with why it cannot be read."""
    return read_workshop(_text(path), str(path))


def built_in_workshop(name: str) -> Workshop:
    """The built-in workshop with this id. Raises Refused where there is none."""
    names = _built_in_names()
    if name not in names:
        raise Refused(f"There is no built-in workshop called {quoted(name)}: {did_you_mean(name, names)}")
    return read_workshop(_built_in_text("workshops", name), f"{name}.yaml")


def sample_text(name: str) -> str:
    """The text of the sample session of a built-in workshop. Raises Refused where it has none."""
    if not name.isidentifier() or not (files("activities") / "samples" / f"{name}.yaml").is_file():
        raise Refused(f"There is no sample session of {quoted(name)}.")
    return _built_in_text("samples", name)


def workshops(home: Path) -> list[Listed]:
    """Every workshop one may choose, the built-in ones first, and every own file that is broken, with its trouble."""
    own = _own(home)
    taken = {_stands_for(listed) for listed in own}
    return [_built_in(name) for name in _built_in_names() if name not in taken] + own


def workshop(name_or_path: str, home: Path) -> Workshop:
    """The workshop with this id, an own one before a built-in one, or the one in the file at this path.

    Raises WorkshopMistakes where it is broken, and Refused where there is none.
    """
    if name_or_path.endswith(ENDINGS) or any(sep in name_or_path for sep in ("/", os.sep)):
        return check_file(as_path(name_or_path))
    own = sorted(_own(home, name_or_path), key=lambda listed: listed.trouble is not None)
    for listed in own:
        if _stands_for(listed) != name_or_path or listed.path is None:
            continue
        if listed.trouble is not None:
            raise WorkshopMistakes(listed.trouble.split("\n"))
        return check_file(listed.path)
    names = _built_in_names()
    if name_or_path in names:
        return built_in_workshop(name_or_path)
    names += [listed.id for listed in _own(home) if listed.trouble is None]
    raise Refused(f"There is no workshop called {quoted(name_or_path)}: {did_you_mean(name_or_path, names)}")


def _stands_for(listed: Listed) -> str:
    """The id that asks for an own file: the one it gives, or its name without the ending where it is broken."""
    return listed.id if listed.trouble is None or listed.path is None else listed.path.stem


def _own(home: Path, only: str | None = None) -> list[Listed]:
    """What is in `<home>/workshops`, by file name; with `only`, what may stand for this id."""
    folder = home / "workshops"
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS and not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        return [_broken(folder, f"{folder}: the folder cannot be opened ({error.strerror}): mend its permissions")]
    found: dict[str, Listed] = {}
    for path in paths if only is None else _that_may_be(only, paths):
        listed = _own_file(path)
        other = found.get(listed.id)
        if other and other.path:
            shown = quoted(listed.id)
            listed = _broken(path, f"{path}: {other.path.name} has the id {shown} too, and is used: choose another id")
        found[listed.id] = listed
    return list(found.values())


def _that_may_be(name: str, paths: Sequence[Path]) -> list[Path]:
    """The files that may stand for this id. One that plainly has another need not be read: it may be huge, or bad."""
    ids = {path: _id_at_a_glance(path) for path in paths}
    wanted = {None, name, *(ids[path] for path in paths if path.stem == name)}
    return [path for path in paths if ids[path] in wanted]


def _id_at_a_glance(path: Path) -> str | None:
    """The id that a file plainly gives itself: empty where it cannot be read, None where only reading it all would tell."""
    try:
        content = _bytes(path)
    except (WorkshopMistakes, OSError, ValueError):
        return ""
    given = ID_AT_A_GLANCE.findall(content)
    return given[0].decode() if len(given) == len(PERHAPS_AN_ID.findall(content)) == 1 else None


_read: dict[Path, tuple[Stamp, Listed]] = {}
"""What was found in own files, and the stamps they had then: what did not change is not read again."""


def _own_file(path: Path) -> Listed:
    try:
        stamp = stamp_of(path.stat())
    except OSError:
        return _read_own(path)
    known = _read.get(path)
    if known is None or known[0] != stamp:
        known = _read[path] = (stamp, _read_own(path))
    return known[1]


def _read_own(path: Path) -> Listed:
    try:
        checked = check_file(path)
    except WorkshopMistakes as mistakes:
        return _broken(path, str(mistakes))
    return _listed(checked, INSTEAD if checked.id in _built_in_names() else OWN, path)


@cache
def _built_in(name: str) -> Listed:
    return _listed(built_in_workshop(name), BUILT_IN)


def _broken(path: Path, trouble: str) -> Listed:
    return Listed(path.name, path.name, "", 0, OWN, path, trouble)


def _listed(checked: Workshop, source: str, path: Path | None = None) -> Listed:
    return Listed(checked.id, checked.title, checked.summary, checked.minutes, source, path)


def _built_in_names() -> list[str]:
    """The ids of the built-in workshops; each file is named for its id."""
    folder = files("activities") / "workshops"
    return sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))


def _built_in_text(folder: str, name: str) -> str:
    return (files("activities") / folder / f"{name}.yaml").read_text(encoding="utf-8")


def _text(path: Path) -> str:
    """The text of a file that a person named. Raises WorkshopMistakes with one line that says why it cannot be had."""
    try:
        content = _bytes(path)
    except WorkshopMistakes:
        raise
    except FileNotFoundError:
        raise WorkshopMistakes([f"{path}: there is no such file: look at the spelling, and at the folder"]) from None
    except PermissionError:
        raise WorkshopMistakes([f"{path}: you may not read this file: change its permissions, or copy it"]) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise WorkshopMistakes([f"{quoted(str(path))}: the file cannot be read ({why})"]) from None
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise WorkshopMistakes([f"{path}:1: the file is saved as UTF-16: save it as UTF-8"])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        raise WorkshopMistakes(
            [f"{path}:{line}: a letter here is not saved as UTF-8: save the file as UTF-8"]
        ) from None


def _bytes(path: Path) -> bytes:
    """What a plain file holds, if it is not too large. It is opened so that a pipe or a device cannot make us wait."""
    if path.is_dir():
        raise WorkshopMistakes([f"{path}: this is a folder: name a file in it"])
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise WorkshopMistakes([f"{path}: this is not a plain file: name a workshop file"])
        if about.st_size > 4 * LARGEST:
            size = f"{about.st_size / 1_000_000:,.1f} MB"
            raise WorkshopMistakes([f"{path}: the file is too large to be a workshop ({size}): is it the right one?"])
        return file.read(4 * LARGEST + 1)
