"""How a session, a contribution and a programme lie in the tables of a TinyDB database, and how older files are brought up to date.

Names have a table of their own. Documents of a table are numbered from 1, in order. The table `format` says which
version of all this a file is in:

1. as it began
2. files have a checksum (`store.sealing`), and a session remembers whom it has forgotten, by id
3. people sit at tables, activities say who answers and who sees it, answers may be offered, a facilitator
   comments, and there are more kinds; there are programmes
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from activities.programme.programme import Programme
from activities.session.contribution import Contribution
from activities.session.session import Session

T = TypeVar("T")

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]
"""Documents by table and number, as TinyDB keeps them."""


@dataclass
class Kind(Generic[T]):
    """A kind of file. `load` makes the value of a file's tables and name, `rows` the documents of a value, by table.

    `steps` bring tables up to date: the first from version 1 to 2, and so on. They are given tables they may change.
    """

    load: Callable[[Tables, str], T]
    rows: Callable[[T], Mapping[str, list[Row]]]
    steps: list[Callable[[Tables], Tables]] = field(default_factory=list)

    @property
    def version(self) -> int:
        """The version that files are written in."""
        return len(self.steps) + 1

    def tables(self, value: T) -> Tables:
        """The tables of a file that holds this value."""
        rows = {"format": [{"version": self.version}], **self.rows(value)}
        return {name: {str(number): row for number, row in enumerate(table, 1)} for name, table in rows.items()}

    def bring_up(self, tables: Tables) -> Tables:
        """The tables in today's version."""
        for step in self.steps[version_of(tables) - 1 :]:
            tables = step(tables)
        return tables


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


def _all(tables: Tables, table: str) -> list[Row]:
    """The documents of a table, in order."""
    numbered = tables.get(table, {}).items()
    return [row for _, row in sorted(numbered, key=lambda item: int(item[0]))]


def _only(tables: Tables, table: str) -> Row:
    rows = _all(tables, table)
    if len(rows) != 1:
        raise ValueError(f"there are {len(rows)} documents in the table ‘{table}’ instead of one")
    return rows[0]


def _dumped(values: Iterable[BaseModel]) -> list[Row]:
    return [value.model_dump(mode="json") for value in values]


def _load_contribution(tables: Tables, name: str) -> Contribution:
    person = _only(tables, "person")
    if person.get("id") != name:
        raise ValueError(f"this is the contribution of another participant than {name}")
    rest = _only(tables, "contribution")
    return Contribution.model_validate(
        {**rest, "participant": person, "versions": _all(tables, "versions"), "carried": _all(tables, "carried")}
    )


def _contribution_rows(value: Contribution) -> Mapping[str, list[Row]]:
    return {
        "person": _dumped([value.participant]),
        "contribution": [value.model_dump(mode="json", exclude={"participant", "versions", "carried"})],
        "versions": _dumped(value.versions),
        **({"carried": _dumped(value.carried)} if value.carried else {}),
    }


def _load_session(tables: Tables, _: str) -> Session:
    parts = {
        "workshop": _only(tables, "workshop"),
        "roster": _all(tables, "roster"),
        "renamed": _only(tables, "renamed"),
        "steps": _all(tables, "steps"),
        "earlier": {row["source"]: row["activity"] for row in _all(tables, "earlier")},
    }
    return Session.model_validate({**_only(tables, "session"), **parts})


def _session_rows(value: Session) -> Mapping[str, list[Row]]:
    return {
        "session": [value.model_dump(mode="json", exclude={"workshop", "roster", "renamed", "steps", "earlier"})],
        "workshop": _dumped([value.workshop]),
        "roster": _dumped(value.roster),
        "renamed": [dict(value.renamed)],
        "steps": _dumped(value.steps),
        **_earlier_rows(value),
    }


def _earlier_rows(value: Session) -> Mapping[str, list[Row]]:
    found = [{"source": name, "activity": one.model_dump(mode="json")} for name, one in value.earlier.items()]
    return {"earlier": found} if found else {}


def _nobody_forgotten_yet(tables: Tables) -> Tables:
    _only(tables, "session")["forgotten"] = []
    return tables


def _as_they_were(tables: Tables) -> Tables:
    return tables


SESSION = Kind(load=_load_session, rows=_session_rows, steps=[_nobody_forgotten_yet, _as_they_were])
CONTRIBUTION = Kind(load=_load_contribution, rows=_contribution_rows, steps=[_as_they_were, _as_they_were])


def _load_programme(tables: Tables, name: str) -> Programme:
    rest = _only(tables, "programme")
    if rest.get("id") != name:
        raise ValueError(f"this is another programme than {name}")
    parts = {"series": _only(tables, "series"), "roster": _all(tables, "roster"), "held": _all(tables, "held")}
    return Programme.model_validate({**rest, **parts})


def _programme_rows(value: Programme) -> Mapping[str, list[Row]]:
    return {
        "programme": [value.model_dump(mode="json", exclude={"series", "roster", "held"})],
        "series": _dumped([value.series]),
        "roster": _dumped(value.roster),
        "held": _dumped(value.held),
    }


PROGRAMME = Kind(load=_load_programme, rows=_programme_rows, steps=[_as_they_were, _as_they_were])
