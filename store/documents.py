"""How a session and a contribution lie in the tables of a TinyDB database, and how older files are brought up to date.

Names have a table of their own. Documents of a table are numbered from 1, in order. The table `format` says which
version of all this a file is in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel
from tinydb import TinyDB
from tinydb.table import Document

from activities.session.contribution import Contribution
from activities.session.session import Session

T = TypeVar("T")

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]
"""Documents by table and number, as TinyDB keeps them."""


@dataclass
class Kind(Generic[T]):
    """A kind of file. `load` makes the value of its tables and its name, `put` writes to a database what `new` has and `old` had not.

    `steps` bring tables up to date: the first from version 1 to 2, and so on. They are given tables they may change.
    """

    load: Callable[[Tables, str], T]
    put: Callable[[TinyDB, T | None, T], None]
    steps: list[Callable[[Tables], Tables]] = field(default_factory=list)

    @property
    def version(self) -> int:
        """The version that files are written in."""
        return len(self.steps) + 1

    def empty(self) -> Tables:
        """The tables of a new file."""
        return {"format": {"1": {"version": self.version}}}

    def bring_up(self, tables: Tables) -> Tables:
        """The tables in today's version, numbered from 1. Those of a newer version are returned as they are."""
        for step in self.steps[version_of(tables) - 1 :]:
            tables = step(tables)
        if version_of(tables) < self.version:
            tables["format"] = {"1": {"version": self.version}}
        return {name: _numbered(table) for name, table in tables.items()}


def as_tables(value: object) -> Tables:
    """What was read, if it has the shape of a TinyDB database with a version. Raises ValueError."""
    if not isinstance(value, dict) or not all(
        isinstance(table, dict)
        and all(n.isascii() and n.isdigit() and isinstance(row, dict) for n, row in table.items())
        for table in value.values()
    ):
        raise ValueError("this is no table of documents")
    version_of(value)
    return value


def version_of(tables: Tables) -> int:
    """Which version of the format these are in. Raises ValueError where they do not say."""
    version = tables.get("format", {}).get("1", {}).get("version")
    if type(version) is not int or version < 1:
        raise ValueError("the version of the format is missing")
    return version


def _numbered(table: dict[str, Row]) -> dict[str, Row]:
    return {str(number): row for number, (_, row) in enumerate(sorted(table.items(), key=lambda item: int(item[0])), 1)}


def _rows(tables: Tables, table: str) -> list[Row]:
    return list(tables.get(table, {}).values())


def _only(tables: Tables, table: str) -> Row:
    rows = _rows(tables, table)
    if len(rows) != 1:
        raise ValueError(f"there are {len(rows)} documents in the table ‘{table}’ instead of one")
    return rows[0]


def _put_rows(database: TinyDB, name: str, old: Sequence[BaseModel], new: Sequence[BaseModel]) -> None:
    """Write the documents that are not the very same object as before in the same place."""
    table = database.table(name, cache_size=0)
    changed = [n for n, row in enumerate(new, 1) if n > len(old) or old[n - 1] is not row]
    gone = [n for n in range(1, len(old) + 1) if n in changed or n > len(new)]
    if gone:
        table.remove(doc_ids=gone)
    if changed:
        table.insert_multiple(Document(new[n - 1].model_dump(mode="json"), doc_id=n) for n in changed)


def _put_one(database: TinyDB, name: str, row: Row) -> None:
    table = database.table(name, cache_size=0)
    table.truncate()
    table.insert(Document(row, doc_id=1))


def _load_contribution(tables: Tables, name: str) -> Contribution:
    person = _only(tables, "person")
    if person.get("id") != name:
        raise ValueError(f"this is the contribution of another participant than {name}")
    rest = _only(tables, "contribution")
    return Contribution.model_validate({**rest, "participant": person, "versions": _rows(tables, "versions")})


def _put_contribution(database: TinyDB, old: Contribution | None, new: Contribution) -> None:
    _put_rows(database, "person", [old.participant] if old else [], [new.participant])
    _put_one(database, "contribution", new.model_dump(mode="json", exclude={"participant", "versions"}))
    _put_rows(database, "versions", old.versions if old else (), new.versions)


def _load_session(tables: Tables, _: str) -> Session:
    parts = {
        "workshop": _only(tables, "workshop"),
        "roster": _rows(tables, "roster"),
        "renamed": _only(tables, "renamed"),
        "steps": _rows(tables, "steps"),
    }
    return Session.model_validate({**_only(tables, "session"), **parts})


def _put_session(database: TinyDB, old: Session | None, new: Session) -> None:
    elsewhere = {"workshop", "roster", "renamed", "steps"}
    _put_one(database, "session", new.model_dump(mode="json", exclude=elsewhere))
    _put_one(database, "renamed", dict(new.renamed))
    _put_rows(database, "workshop", [old.workshop] if old else [], [new.workshop])
    _put_rows(database, "roster", old.roster if old else (), new.roster)
    _put_rows(database, "steps", old.steps if old else (), new.steps)


SESSION = Kind(load=_load_session, put=_put_session)
CONTRIBUTION = Kind(load=_load_contribution, put=_put_contribution)
