"""What to type at a terminal of this machine to start this program, in whatever folder one is."""

import os
import shlex
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from shutil import which

NAME = "flipchart"


def called(started: str | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """`flipchart` where a shell finds it under that name, otherwise the path that leads to it.

    `started` is how the program was started, by default as Python knows it. What only a Python environment that is
    active just now puts on the path does not count: a new terminal does not have it.
    """
    ours = _script(sys.argv[0] if started is None else started)
    if ours is None:
        return NAME
    found = which(NAME, path=_lasting_path(environment))
    if found and ours.samefile(found):
        return NAME
    return _as_typed(ours, environment)


def _script(started: str) -> Path | None:
    """The file that a shell would start, as it was named or else as it was installed beside this Python."""
    places = [Path(started), Path(started).with_suffix(".exe"), *_installed()]
    return next((place.absolute() for place in places if place.stem == NAME and place.is_file()), None)


def _installed() -> list[Path]:
    scripts = Path(sysconfig.get_path("scripts"))
    return [scripts / NAME, scripts / f"{NAME}.exe"]


def _lasting_path(environment: Mapping[str, str]) -> str:
    active = environment.get("VIRTUAL_ENV")
    parts = environment.get("PATH", "").split(os.pathsep)
    return os.pathsep.join(part for part in parts if not (active and Path(part).is_relative_to(active)))


def _as_typed(path: Path, environment: Mapping[str, str]) -> str:
    """The path as a shell takes it, from the person's own folder on where it is in that."""
    if sys.platform == "win32":
        return f'& "{path}"' if " " in str(path) else str(path)
    home = environment.get("HOME")
    if home and path.is_relative_to(home):
        return f"~/{shlex.quote(str(path.relative_to(home)))}"
    return shlex.quote(str(path))
