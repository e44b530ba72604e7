"""What a person has said of their settings: in the file, in the environment, on the command line.

Reading it loads nothing slow, and where nothing was said nothing more is loaded either: flipchart opens at once.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PREFIX = "FLIPCHART_"
HOME = "FLIPCHART_HOME"
"""Says where everything is kept, and so where the settings are: it cannot be one of them."""

LARGEST = 1_000_000
"""Bytes of the largest settings file that is read."""


@dataclass(frozen=True)
class Source:
    """A place where settings were given, by their names; `text` is the file's, to find the line of a mistake in."""

    name: str
    values: Mapping[str, Any]
    text: str = ""

    def place(self, *path: str) -> str:
        """Where a setting was given: `FILE:LINE` in a file, otherwise the name by which it was given."""
        if self.name == PREFIX:
            return f"{PREFIX}{path[0].upper()}"
        return f"{self.name}:{line}" if (line := self._line(path)) else self.name

    def _line(self, path: tuple[str, ...]) -> int:
        if not self.text:
            return 0
        name = re.escape(path[-1])
        last = name.replace(r"\.", r"\W*\.\W*") if len(path) > 1 else name
        found = re.search(rf"""^\s*(?:\[\s*{last}\s*\]|["']?{last}["']?\s*=)""", self.text, re.MULTILINE)
        if not found and len(path) > 1:
            return self._line(path[:1])
        return self.text.count("\n", 0, found.end()) + 1 if found else 1


@dataclass(frozen=True)
class Given:
    """All that was said, the weakest first, and why a file that is there could not be read."""

    sources: tuple[Source, ...] = ()
    troubles: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.sources or self.troubles)


NOTHING = Given()
"""Nothing was said."""


def settings_path(home: Path) -> Path:
    """Where the settings file of a home is, or would be."""
    return home / "settings.toml"


def read_given(
    home: Path, environment: Mapping[str, str] = os.environ, options: Mapping[str, Any] | None = None
) -> Given:
    """What was said: in the home's file, over it in the environment, over both on the command line.

    An option of None, or an empty variable, says nothing.
    """
    sources, troubles = _from_file(settings_path(home))
    said = {
        name.removeprefix(PREFIX).lower(): value.strip()
        for name, value in environment.items()
        if name.startswith(PREFIX) and name != HOME and value.strip()
    }
    typed = {name: value for name, value in (options or {}).items() if value is not None}
    sources += [Source(PREFIX, said)] if said else []
    sources += [Source("--", typed)] if typed else []
    return Given(tuple(sources), tuple(troubles))


def _from_file(path: Path) -> tuple[list[Source], list[str]]:
    try:
        if path.exists() and not path.is_file():
            return [], [f"{path} cannot be read: it is no file. Move it away."]
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [f"{path} cannot be read ({error.strerror}). Mend that, or move it away."]
    import tomllib

    if len(content) > LARGEST:
        return [], [f"{path} is too large for settings. Move it away."]
    try:
        text = content.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError:
        return [], [f"{path} is not text in UTF-8. Save it again as UTF-8."]
    except (ValueError, RecursionError) as error:  # a number of thousands of figures is a ValueError of its own
        where = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line = where[1] if where else max(text.rstrip().count("\n") + 1, 1)
        what = re.sub(r" \(at .*\)$", "", str(error))
        return [], [f"{path}:{line}: {what}. Write ‘name = value’, with quotes around words."]
    return ([Source(str(path), values, text)] if values else []), []
