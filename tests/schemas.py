"""What is made from the definitions for people who write workshops: `python -m tests.schemas` makes all of it anew.

The schemas beside the built-in workshops, the first line of every built-in file, which names its schema for editors, and
the tables of keys in docs/writing-workshops.md.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic.fields import FieldInfo

from activities.kinds.activity import Activity
from activities.kinds.registry import kinds
from activities.model import Definition
from activities.programme.series import Series
from activities.workshop.schema import meaning, models_in
from activities.workshop.workshop import Workshop
from store.schemas import Described, keys, naming, schema_text
from store.workshops import SERIES

ROOT = Path(__file__).parents[1]
WORKSHOPS = ROOT / "activities" / "workshops"
PAGE = ROOT / "docs" / "writing-workshops.md"
TABLE = re.compile(r"(<!-- keys of (\w+) -->\n).*?(<!-- end of keys -->\n)", re.DOTALL)
WHOLES: dict[str, type[Definition]] = {"workshop": Workshop, "series": Series, "every_activity": Activity}
SHARED = set(Activity.model_fields)
MEANINGS = keys()
HEAD = "| key | | what it means |\n| --- | --- | --- |\n"


def made() -> dict[Path, str]:
    """What each file should say."""
    schemas = {WORKSHOPS / of.file: schema_text(of) for of in Described}
    files = {path: naming(path.read_text(encoding="utf-8"), _schema_of(path)) for path in WORKSHOPS.rglob("*.yaml")}
    page = TABLE.sub(lambda found: f"{found[1]}{tables(found[2])}{found[3]}", PAGE.read_text(encoding="utf-8"))
    return {**schemas, **files, PAGE: page}


def _schema_of(path: Path) -> str:
    """The schema of a built-in file, from where the file lies."""
    of = Described.SERIES if path.name == SERIES else Described.WORKSHOP
    return "../" * len(path.relative_to(WORKSHOPS).parents[:-1]) + of.file


def tables(whole: str) -> str:
    """A table a part: what each of its keys means. Parts with the same keys and the same words are told together."""
    model = WHOLES[whole] if whole in WHOLES else kinds()[whole]
    told: dict[str, list[str]] = {}
    for part, where in [(model, ""), *_below(model)]:
        if rows := "".join(_rows(part)):
            told.setdefault(rows, []).append(where)
    return "".join(f"{_said_of(where)}\n{HEAD}{rows}\n" for rows, where in told.items())


def _said_of(where: list[str]) -> str:
    return f"\nIn {' and '.join(f'`{one}`' for one in dict.fromkeys(where))}:\n" if where[0] else ""


def _below(model: type[Definition]) -> Iterator[tuple[type[Definition], str]]:
    """The parts of which this is made, each with the key under which it stands."""
    for key, field in _own(model):
        for part in models_in(field.annotation):
            if part is not Activity:
                yield part, key
                yield from _below(part)


def _own(model: type[Definition]) -> list[tuple[str, FieldInfo]]:
    """The keys that this part does not share with every activity, and what they are."""
    shared = SHARED if issubclass(model, Activity) and model is not Activity else set()
    return [(field.alias or name, field) for name, field in model.model_fields.items() if name not in shared]


def _rows(part: type[Definition]) -> Iterator[str]:
    for key, field in _own(part):
        words = meaning(MEANINGS, part, key).replace("|", "\\|")
        yield f"| `{key}` | {'needed' if field.is_required() else ''} | {words} |\n"


def main() -> None:
    """Write what is not as it should be."""
    for path, text in made().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
