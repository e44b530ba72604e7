"""Other keys for what can be done: which things have an id, and whether a person's keys for them can be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, _character_to_key

from activities.typed import quoted
from activities.workshop.mistakes import did_you_mean

MODIFIED = re.compile(r"(?:(?:ctrl|shift|alt|super)\+)+")
NAMED = frozenset(key.value for key in Keys if not key.value.startswith("<"))


@dataclass(frozen=True)
class Doing:
    """Something that can be done with keys, all of the same place, which is the class that declares it."""

    id: str
    keys: tuple[str, ...]
    what: str
    place: type[DOMNode]


def untangled(keys: Mapping[str, Any]) -> dict[str, str]:
    """The keys for each id, with commas between them. Ids without quotes have become tables in tables."""
    flat: dict[str, str] = {}
    for name, value in keys.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}.{rest}": found for rest, found in untangled(value).items()}
        elif isinstance(value, list):
            flat[name] = ",".join(_named(str(key)) for key in value)
        else:
            whole = str(value).strip()
            flat[name] = ",".join(map(_named, whole.split(","))) if whole != "," else "comma"
    return flat


def _named(key: str) -> str:
    key = key.strip()
    return _character_to_key(key) if len(key) == 1 else key.lower()


def own_classes() -> list[type[DOMNode]]:
    """Every screen, widget and app of flipchart's, in the order of their names."""
    import tui

    for module in walk_packages(tui.__path__, "tui."):
        import_module(module.name)
    return sorted(
        {kind for kind in _kinds(DOMNode) if kind.__module__.startswith("tui.")},
        key=lambda kind: (kind.__module__, kind.__qualname__),
    )


def _kinds(of: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


def declared(kind: type) -> list[Binding]:
    """The bindings that a class declares itself, one for each thing it can do."""
    return [one if isinstance(one, Binding) else Binding(*one) for one in kind.__dict__.get("BINDINGS", ())]


@cache
def doings() -> dict[str, Doing]:
    """Everything that can be done with keys and has an id."""
    found: dict[str, Doing] = {}
    for kind in own_classes():
        for binding in declared(kind):
            if binding.id:
                before = found.get(binding.id)
                keys = tuple(_named(key) for key in binding.key.split(","))
                found[binding.id] = Doing(
                    binding.id,
                    tuple(dict.fromkeys((*before.keys, *keys))) if before else keys,
                    (before.what if before else "") or binding.description,
                    before.place if before else kind,
                )
    return found


def key_mistakes(keys: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with a person's keys, by id: an id or a key there is not, or a key that another thing has."""
    known = doings()
    wrong: dict[str, str] = {}
    for name, said in keys.items():
        odd = [key for key in said.split(",") if not _is_key(key)]
        if name not in known:
            wrong[name] = f"there is nothing called {quoted(name)} to give a key: {_nearest(name, known)}"
        elif odd:
            wrong[name] = f"there is no key {quoted(odd[0])}: write a letter, f1 to f12, or such as ctrl+o"
    held = {
        name: keys[name].split(",") if name in keys and name not in wrong else one.keys for name, one in known.items()
    }
    for name in keys:
        if name not in wrong:
            for other, one in known.items():
                both = [key for key in held[name] if key in held[other]]
                if other != name and both and _together(known[name], one) and not set(both) <= set(known[name].keys):
                    what = f" ({one.what})" if one.what else ""
                    wrong[name] = f"{quoted(both[0])} is the key of ‘{other}’{what} already: choose another"
    return wrong


def as_comments() -> str:
    """Everything that has an id, with its keys and what it does, as lines of a settings file that change nothing."""
    return "\n".join(f'# "{one.id}" = "{",".join(one.keys)}"  # {one.what}'.rstrip(" #") for one in doings().values())


def _nearest(name: str, known: Mapping[str, Doing]) -> str:
    hint = did_you_mean(name, list(known))
    return hint if hint.startswith("did") else "`flipchart settings` lists what there is"


def _is_key(key: str) -> bool:
    bare = MODIFIED.sub("", key)
    return key in NAMED or bare in NAMED or len(bare) == 1 or _named(bare) != bare or _is_character(bare)


def _is_character(name: str) -> bool:
    """Whether it is the name of a character that has no letter or figure, such as full_stop."""
    return any(_character_to_key(chr(code)) == name for code in range(33, 127))


def _together(one: Doing, other: Doing) -> bool:
    """Whether both can be done on one screen: in one place, in places of one name, or one of them anywhere."""
    if "." not in one.id or "." not in other.id:
        return True
    related = issubclass(one.place, other.place) or issubclass(other.place, one.place)
    return related or one.id.split(".")[0] == other.id.split(".")[0]
