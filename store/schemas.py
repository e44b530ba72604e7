"""The JSON Schemas of workshop and series files, and how a file names the one that lies beside it for editors."""

import json
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from activities.refusal import Refused
from activities.typed import quoted
from activities.workshop.mistakes import did_you_mean
from activities.workshop.schema import MADE, Keys, read_keys, series_schema, workshop_schema
from store.workshops import built_in_names, built_in_series, built_in_series_text, built_in_text

NAMED = "# yaml-language-server: $schema="
"""How the first line of a YAML file names its schema: the editors that know the YAML language server read it."""


class Described(StrEnum):
    """What a schema describes."""

    WORKSHOP = "workshop"
    SERIES = "series"

    @property
    def file(self) -> str:
        """What the file of its schema is called."""
        return f"{self.value}.schema.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """A built-in file to be made one's own: its text, which names the schema beside it, and what it describes."""

    text: str
    of: Described


def keys() -> Keys:
    """What each key of the files means."""
    return read_keys((files("activities") / "keys.yaml").read_text(encoding="utf-8"))


def schema_text(of: Described) -> str:
    """The schema, made from the definitions."""
    schema = workshop_schema(keys()) if of is Described.WORKSHOP else series_schema(keys())
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def naming(text: str, schema: str) -> str:
    """The text of a file with a first line that names this schema, in place of another it names."""
    first, _, rest = text.partition("\n")
    return f"{NAMED}{schema}\n{rest if first.startswith(NAMED) else text}"


def copy_of(name: str) -> Copy:
    """A copy of the built-in workshop or series with this id. Raises Refused where there is none."""
    series = built_in_series_text(name)
    if series is None and name not in (known := [*built_in_names(), *(one.id for one in built_in_series())]):
        shown = quoted(name)
        raise Refused(f"There is no built-in workshop or series called {shown}: {did_you_mean(name, known)}")
    of = Described.WORKSHOP if series is None else Described.SERIES
    return Copy(naming(built_in_text(name) if series is None else series, of.file), of)


def put_schema(of: Described, path: Path) -> bool:
    """Write the schema, in place of an older one of ours. False, and nothing is written, where another file is there.

    Raises OSError.
    """
    if path.exists() and MADE.encode() not in path.read_bytes():
        return False
    path.write_text(schema_text(of), encoding="utf-8")
    return True
