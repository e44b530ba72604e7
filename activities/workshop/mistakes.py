"""What is wrong with a workshop file, in words for whoever wrote it."""

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from activities.refusal import Several
from activities.typed import quoted


class Mistake(NamedTuple):
    """What is wrong and how to mend it, in one line, and the line of the file (from 1) where it stands."""

    line: int
    text: str


QUOTED = re.compile("'([^']*)'")
"""The words among which there is to choose, in pydantic's `'person', 'table' or 'either'`."""

MOST_TOLD = 50
"""How many mistakes of one file are told: nobody mends more at a time."""


class WorkshopMistakes(Several):
    """All that is wrong with a workshop file: `mistakes`, each `FILE:LINE: what is wrong and the mend`, in line order.

    Where the file could not be opened there is one mistake, and it has no line.
    """

    def __init__(self, mistakes: Sequence[str]) -> None:
        """Say these."""
        more = len(mistakes) - MOST_TOLD
        told = [*mistakes[:MOST_TOLD], *([f"And {more:,} more like these."] if more > 0 else [])]
        super().__init__("\n".join(told))
        self.mistakes = tuple(mistakes)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint at the known word that is nearest, or all of them where none is near."""
    near = get_close_matches(word[:60].casefold(), known, n=1)
    if near:
        return f"did you mean ‘{near[0]}’?"
    return f"there can be {', '.join(known)}"


def _shape(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    return "a list" if isinstance(value, list) else quoted(str(value))


def _what(error: ErrorDetails) -> str:
    """What the error is about: the key, or the entry of the list under the key."""
    loc = error["loc"]
    keys = [step for step in loc if isinstance(step, str)]
    if not loc or not keys:
        return "the file" if not loc else "this entry"
    return f"‘{keys[-1]}’" if isinstance(loc[-1], str) else f"entry {int(loc[-1]) + 1} of ‘{keys[-1]}’"


def missing_key(error: ErrorDetails) -> str:
    """The key that an error of the type ‘missing’ misses."""
    return str(error.get("ctx", {}).get("key") or error["loc"][-1])


def plainly(error: ErrorDetails, known: Collection[str] = ()) -> str:
    """A pydantic error about a workshop file, said plainly. `known` are the keys there can be where one is unknown."""
    what, value, ctx = _what(error), error["input"], error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            key = str(error["loc"][-1])
            return f"there is no key {quoted(key)} here: {did_you_mean(key, known)}"
        case "missing":
            return f"‘{missing_key(error)}’ is missing here: add ‘{missing_key(error)}:’"
        case "unknown_kind":
            return f"there is no kind of activity called {quoted(ctx['kind'])}: {did_you_mean(ctx['kind'], known)}"
        case _ if value is None:
            return f"{what} has nothing after it: write something, or take the line out"
        case "string_too_long":
            return f"{what} has {len(value.strip()):,} characters: shorten it to at most {ctx['max_length']:,}"
        case "string_too_short":
            return f"{what} is empty: write something, or take the line out"
        case "not_seen":
            return f"{what} has no character that can be seen: type it again, or take the line out"
        case "string_pattern_mismatch" if "a-z" in ctx["pattern"]:
            return f"{quoted(value)} cannot be an id: use small letters, digits and hyphens, a letter first, at most 40"
        case "string_pattern_mismatch":
            return f"{what} has more than one line: write it in one"
        case "string_type":
            return f"{what} must be text, not {_shape(value)}: put quotes around text with a colon or bracket"
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return f"{what} must be a whole number, not {_shape(value)}: write it in figures"
        case "greater_than_equal":
            return f"{what} is {quoted(value)}: it must be at least {ctx['ge']}"
        case "less_than_equal":
            return f"{what} is {quoted(value)}: it must be at most {ctx['le']}"
        case "enum" | "literal_error":
            return f"{what} cannot be {_shape(value)}: {did_you_mean(str(value), QUOTED.findall(ctx['expected']))}"
        case "tuple_type":
            return f"{what} must be a list, not {_shape(value)}: begin each entry on a new line with ‘- ’"
        case "too_short":
            return f"{what} has {ctx['actual_length']} entries: it needs at least {ctx['min_length']}"
        case "too_long":
            return f"{what} has {len(value)} entries: it takes at most {ctx['max_length']}"
        case "model_type" | "model_attributes_type" | "dict_type" | "not_an_activity":
            return f"{what} must be keys and values, not {_shape(value)}: write ‘key: value’ lines"
        case "value_error":
            return str(ctx["error"])
        case _:
            return f"{what}: {error['msg'][:1].lower()}{error['msg'][1:]}"
