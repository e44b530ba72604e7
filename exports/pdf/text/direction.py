"""Which way a paragraph runs, and which of its letters run the other way, by Unicode's bidirectional algorithm.

python-bidi resolves the levels (Unicode Standard Annex 9); the rule for brackets (N0), which its open steps leave out,
is added here between two of them.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")


_UNKNOWN_TO_IT = {"": "L", "LRI": "BN", "RLI": "BN", "FSI": "BN", "PDI": "BN"}
"""Letters that have no direction yet, and marks that are dropped before a page is set."""


def runs_from_the_right(text: str) -> bool:
    """Whether a paragraph is read from the right: by its first letter that has a direction."""
    return next((kind != "L" for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), False)


@lru_cache(256)
def levels_of(stretches: tuple[str, ...]) -> tuple[int, ...]:
    """The level of every character of a paragraph in stretches, such as a heading and what somebody wrote after it.

    The first that has a direction gives the paragraph its own. Each of the others keeps its direction to itself, as
    between the marks FSI and PDI of Unicode (rules X5c and X6a), which python-bidi does not know.
    """
    if len(stretches) == 1:
        return levels(stretches[0])
    base = paragraph_from_the_right(stretches)
    isolated = [bool(number) and _has_direction(each) for number, each in enumerate(stretches)]
    around = "".join(_held(each) if alone else each for each, alone in zip(stretches, isolated, strict=True))
    outer = iter(levels(around, base))
    found: list[int] = []
    for each, alone in zip(stretches, isolated, strict=True):
        if not alone:
            found += [next(outer) for _ in each]
            continue
        before, after = len(each) - len(each.lstrip()), len(each) - len(each.rstrip())
        found += [next(outer) for _ in range(before)]
        deeper = 2 if base and not runs_from_the_right(each) else 0
        next(outer)
        found += [deeper + level for level in levels(each.strip())]
        found += [next(outer) for _ in range(after)]
    return tuple(found)


def paragraph_from_the_right(stretches: Sequence[str]) -> bool:
    """Whether a paragraph in stretches is read from the right: by the first of them that has a direction."""
    return next((runs_from_the_right(each) for each in stretches if _has_direction(each)), False)


def _held(stretch: str) -> str:
    """What stands in a paragraph for a stretch that keeps its direction to itself: one thing with none."""
    inside = stretch.strip()
    return stretch.replace(inside, "\ufffc", 1)


def _has_direction(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("L", "R", "AL") for character in text)


@lru_cache(256)
def levels(text: str, from_the_right: bool | None = None) -> tuple[int, ...]:
    """The level of every character of a paragraph: even from the left, odd from the right, higher within lower.

    Its own letters tell its direction where nothing else is said.
    """
    turned = runs_from_the_right(text) if from_the_right is None else from_the_right
    if not turned and not any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text):
        return (0,) * len(text)
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = int(turned)
    storage["base_dir"] = "LR"[storage["base_level"]]
    algorithm.get_embedding_levels(text, storage)
    for at, character in enumerate(storage["chars"]):
        character["at"] = at
        character["type"] = _UNKNOWN_TO_IT.get(character["type"], character["type"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = {character["at"]: character["level"] for character in storage["chars"]}
    level = storage["base_level"]
    whole = []
    for at in range(len(text)):  # a joiner, which the algorithm leaves out, goes with the letter before it
        level = found.get(at, level)
        whole.append(level)
    return tuple(whole)


def in_drawing_order(runs: Sequence[T], levels: Sequence[int]) -> list[T]:
    """The runs of a line as they stand from left to right (rule L2)."""
    ordered = list(zip(levels, runs, strict=True))
    for level in range(max(levels, default=0), 0, -1):
        turned: list[tuple[int, T]] = []
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][0] >= level:
                end += 1
            turned += reversed(ordered[start:end]) if end > start else ordered[start : start + 1]
            start = max(end, start + 1)
        ordered = turned
    return [run for _, run in ordered]


def _resolve_brackets(storage: dict[str, Any]) -> None:
    """Rule N0: both brackets of a pair run as what is within them, or else as what is before them."""
    for run in storage["runs"]:
        characters = storage["chars"][run["start"] : run["start"] + run["length"]]
        embedding = "LR"[characters[0]["level"] % 2]
        for opening, closing in sorted(_pairs(characters)):
            within = {_strong(character) for character in characters[opening + 1 : closing]} - {""}
            if not within:
                continue
            way = embedding
            if embedding not in within:
                before = (_strong(character) for character in reversed(characters[:opening]))
                way = next((each for each in before if each), run["sor"])
            for bracket in (opening, closing):
                characters[bracket]["type"] = way
                for mark in characters[bracket + 1 :]:
                    if mark["orig"] != "NSM":
                        break
                    mark["type"] = way


def _strong(character: dict[str, Any]) -> str:
    """The direction that a character lends to brackets: numbers count as from the right."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(character["type"], "")


def _pairs(characters: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """Where brackets open and where the same ones close (definition BD16)."""
    from bidi.mirror import MIRRORED

    waiting: list[tuple[str, int]] = []
    for at, character in enumerate(characters):
        letter = character["ch"]
        if character["type"] != "ON" or letter not in MIRRORED:
            continue
        kind = unicodedata.category(letter)
        if kind == "Ps":
            if len(waiting) == 63:
                return
            waiting.append((MIRRORED[letter], at))
        elif kind == "Pe":
            depth = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == letter), None)
            if depth is not None:
                yield waiting[depth][1], at
                del waiting[depth:]
