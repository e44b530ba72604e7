"""Workshop files on disk: the built-in ones, and people's own in `<home>/workshops`.

An own workshop with the id of a built-in one stands in its place, so that a school can adapt ours: save a copy, change
it, and everything that names the id runs the copy. While that copy is broken nobody is given ours in silence: the
list shows the copy's mistakes in place of ours, and asking for the id tells them.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from activities.programme.series import Series
from activities.refusal import Refused
from activities.typed import quoted
from activities.workshop.again import Others
from activities.workshop.marks import Mark, read_marks
from activities.workshop.mistakes import WorkshopMistakes, did_you_mean
from activities.workshop.reading import read_either, read_series, read_workshop
from activities.workshop.workshop import Workshop
from store.files import Stamp, stamp_of
from store.home import as_path
from store.own_files import bytes_of, text_of

ENDINGS = (".yaml", ".yml")

SERIES = "series.yaml"
"""What the file of a built-in series is called, in the folder of its workshops."""

ID_AT_A_GLANCE = re.compile(rb"^id:[ \t]*([a-z][a-z0-9-]{0,39})[ \t]*\r?$", re.MULTILINE)
PERHAPS_AN_ID = re.compile(rb"^[\"']?id\b", re.MULTILINE)

BUILT_IN = "built in"
OWN = "your own"
INSTEAD = "your own, in place of the built-in one"


@dataclass(frozen=True, slots=True)
class Listed:
    """A workshop one may choose. `minutes` is the whole agenda; `source` says where it is from; `path` is None if built in.

    `trouble` is what keeps a broken file from being used, one mistake a line; then the id and title are the file's name,
    which no good id can be, for it has a full stop. No two of a list have the same id. `series` is the title of the series
    that a built-in one belongs to, and `place` its place there, from 0.
    """

    id: str
    title: str
    summary: str
    minutes: int
    source: str
    path: Path | None = None
    trouble: str | None = None
    series: str = ""
    place: int = 0


def check_file(path: Path) -> Workshop:
    """The workshop in a file. Raises WorkshopMistakes with all that is wrong with it, or with why it cannot be read.

    What is done again from an earlier workshop is looked up beside the file, then among the built-in ones.
    """
    return read_workshop(text_of(path), str(path), _others(path))


def check_either(path: Path) -> Workshop | Series:
    """The workshop or the series in a file, whichever it describes. Raises WorkshopMistakes, as `check_file` does."""
    return read_either(text_of(path), str(path), _others(path))


def _others(path: Path) -> Others:
    return lambda name: _beside(path, name) or _built_in_or_none(name)


def built_in_series() -> list[Series]:
    """The series that come with flipchart, by title."""
    found = [read_series(path.read_text(encoding="utf-8"), path.name) for path in _series_files()]
    return sorted(found, key=lambda one: one.title)


def series(name_or_path: str, home: Path) -> Series:
    """The series with this id, an own one before a built-in one, or the one in the file at this path.

    Raises WorkshopMistakes where it is broken, and Refused where there is none.
    """
    if _is_path(name_or_path):
        path = as_path(name_or_path)
        return read_series(text_of(path), str(path))
    known = {one.id: one for one in (*built_in_series(), *_own_series(home))}
    if name_or_path not in known:
        raise Refused(f"There is no series called {quoted(name_or_path)}: {did_you_mean(name_or_path, sorted(known))}")
    return known[name_or_path]


def _is_path(name_or_path: str) -> bool:
    return name_or_path.endswith(ENDINGS) or any(sep in name_or_path for sep in ("/", os.sep))


def all_series(home: Path) -> list[Series]:
    """Every series one may choose: the built-in ones, then own ones that are right."""
    own = _own_series(home)
    taken = {one.id for one in own}
    return [one for one in built_in_series() if one.id not in taken] + own


def _own_series(home: Path) -> list[Series]:
    paths = _own_paths(home) if (home / "workshops").is_dir() else []
    return [found for path in paths if isinstance(found := _own_file(path), Series)]


def _beside(path: Path, name: str) -> str | None:
    """The text of a workshop in the same folder whose file is named for its id."""
    for ending in ENDINGS:
        other = path.with_name(f"{name}{ending}")
        if other.is_file() and other != path:
            return text_of(other)
    return None


def _built_in_or_none(name: str) -> str | None:
    return _built_in_text(name) if name in built_in_names() else None


def built_in_workshop(name: str) -> Workshop:
    """The built-in workshop with this id. Raises Refused where there is none."""
    return read_workshop(built_in_text(name), f"{name}.yaml", _built_in_or_none)


def built_in_text(name: str) -> str:
    """The text of the built-in workshop with this id. Raises Refused where there is none."""
    names = built_in_names()
    if name not in names:
        raise Refused(f"There is no built-in workshop called {quoted(name)}: {did_you_mean(name, names)}")
    return _built_in_text(name)


def built_in_series_text(name: str) -> str | None:
    """The text of the built-in series with this id; None where there is none."""
    texts = (path.read_text(encoding="utf-8") for path in _series_files())
    return next((text for text in texts if read_series(text, SERIES).id == name), None)


def built_in_workshops() -> list[Workshop]:
    """Every built-in workshop, by id."""
    return [built_in_workshop(name) for name in built_in_names()]


def marks() -> tuple[Mark, ...]:
    """What the published documents ask for."""
    return read_marks((files("activities") / "marks.yaml").read_text(encoding="utf-8"))


def sample_text(name: str) -> str:
    """The text of the sample session of a built-in workshop. Raises Refused where it has none."""
    if not name.isidentifier() or not (files("activities") / "samples" / f"{name}.yaml").is_file():
        raise Refused(f"There is no sample session of {quoted(name)}.")
    return (files("activities") / "samples" / f"{name}.yaml").read_text(encoding="utf-8")


def workshops(home: Path) -> list[Listed]:
    """Every workshop one may choose, the built-in ones first, and every own file that is broken, with its trouble."""
    own = _own(home)
    taken = {_stands_for(listed) for listed in own}
    return [_built_in(name) for name in built_in_names() if name not in taken] + own


def workshop(name_or_path: str, home: Path) -> Workshop:
    """The workshop with this id, an own one before a built-in one, or the one in the file at this path.

    Raises WorkshopMistakes where it is broken, and Refused where there is none.
    """
    if _is_path(name_or_path):
        return check_file(as_path(name_or_path))
    own = sorted(_own(home, name_or_path), key=lambda listed: listed.trouble is not None)
    for listed in own:
        if _stands_for(listed) != name_or_path or listed.path is None:
            continue
        if listed.trouble is not None:
            raise WorkshopMistakes(listed.trouble.split("\n"))
        return check_file(listed.path)
    names = built_in_names()
    if name_or_path in names:
        return built_in_workshop(name_or_path)
    names += [listed.id for listed in _own(home) if listed.trouble is None]
    raise Refused(f"There is no workshop called {quoted(name_or_path)}: {did_you_mean(name_or_path, names)}")


def file_of(name_or_path: str, home: Path) -> Path | None:
    """The file that this id or path asks for; None for a built-in workshop, and where there is none."""
    if _is_path(name_or_path):
        return as_path(name_or_path)
    return next((listed.path for listed in _own(home, name_or_path) if _stands_for(listed) == name_or_path), None)


def _stands_for(listed: Listed) -> str:
    """The id that asks for an own file: the one it gives, or its name without the ending where it is broken."""
    return listed.id if listed.trouble is None or listed.path is None else listed.path.stem


def _own(home: Path, only: str | None = None) -> list[Listed]:
    """What is in `<home>/workshops`, by file name; with `only`, what may stand for this id."""
    folder = home / "workshops"
    try:
        paths = _own_paths(home)
    except FileNotFoundError:
        return []
    except OSError as error:
        return [_broken(folder, f"{folder}: the folder cannot be opened ({error.strerror}): mend its permissions")]
    found: dict[str, Listed] = {}
    for path in paths if only is None else _that_may_be(only, paths):
        listed = _own_file(path)
        if isinstance(listed, Series):
            continue
        other = found.get(listed.id)
        if other and other.path:
            shown = quoted(listed.id)
            listed = _broken(path, f"{path}: {other.path.name} has the id {shown} too, and is used: choose another id")
        found[listed.id] = listed
    return list(found.values())


def _own_paths(home: Path) -> list[Path]:
    """The files in the folder of own workshops, by name. Raises OSError."""
    folder = home / "workshops"
    return sorted(path for path in folder.iterdir() if path.suffix in ENDINGS and not path.name.startswith("."))


def _that_may_be(name: str, paths: Sequence[Path]) -> list[Path]:
    """The files that may stand for this id. One that plainly has another need not be read: it may be huge, or bad."""
    ids = {path: _id_at_a_glance(path) for path in paths}
    wanted = {None, name, *(ids[path] for path in paths if path.stem == name)}
    return [path for path in paths if ids[path] in wanted]


def _id_at_a_glance(path: Path) -> str | None:
    """The id that a file plainly gives itself: empty where it cannot be read, None where only reading it all would tell."""
    try:
        content = bytes_of(path)
    except (WorkshopMistakes, OSError, ValueError):
        return ""
    given = ID_AT_A_GLANCE.findall(content)
    return given[0].decode() if len(given) == len(PERHAPS_AN_ID.findall(content)) == 1 else None


_read: dict[Path, tuple[Stamp, Listed | Series]] = {}
"""What was found in own files, and the stamps they had then: what did not change is not read again."""


def _own_file(path: Path) -> Listed | Series:
    try:
        stamp = stamp_of(path.stat())
    except OSError:
        return _read_own(path)
    known = _read.get(path)
    if known is None or known[0] != stamp:
        known = _read[path] = (stamp, _read_own(path))
    return known[1]


def _read_own(path: Path) -> Listed | Series:
    try:
        checked = check_either(path)
    except WorkshopMistakes as mistakes:
        return _broken(path, str(mistakes))
    if isinstance(checked, Series):
        return checked
    return _listed(checked, INSTEAD if checked.id in built_in_names() else OWN, path)


@cache
def _built_in(name: str) -> Listed:
    return _listed(built_in_workshop(name), BUILT_IN)


def _broken(path: Path, trouble: str) -> Listed:
    return Listed(path.name, path.name, "", 0, OWN, path, trouble)


def _listed(checked: Workshop, source: str, path: Path | None = None) -> Listed:
    series, place = _places().get(checked.id, ("", 0)) if source != OWN else ("", 0)
    return Listed(checked.id, checked.title, checked.summary, checked.minutes, source, path, series=series, place=place)


@cache
def _places() -> Mapping[str, tuple[str, int]]:
    """In which built-in series each workshop is, by the series' title, and its place there."""
    return {
        planned.workshop: (series.title, place)
        for series in built_in_series()
        for place, planned in enumerate(series.sessions)
    }


@cache
def _built_in_files() -> Mapping[str, Traversable]:
    """The built-in workshops by id: each file is named for it, and stands in the folder of its series or in none."""
    return MappingProxyType(
        {
            entry.name.removesuffix(".yaml"): entry
            for entry in _yaml_in(files("activities") / "workshops")
            if entry.name != SERIES
        }
    )


def _series_files() -> list[Traversable]:
    return [entry for entry in _yaml_in(files("activities") / "workshops") if entry.name == SERIES]


def _yaml_in(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _yaml_in(entry)
        elif entry.name.endswith(".yaml"):
            yield entry


def built_in_names() -> list[str]:
    """The ids of the built-in workshops, in order."""
    return sorted(_built_in_files())


def _built_in_text(name: str) -> str:
    return _built_in_files()[name].read_text(encoding="utf-8")
