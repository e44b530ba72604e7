"""Words of scripts that run from right to left, made ready to be drawn from left to right.

Arabic letters take the shape that their neighbours ask for (as in Urdu and Persian too), words are turned round, and
so is the order of a line's words. It is a plain form of Unicode's rules: right for sentences with a few words or
figures of another direction in them, not for nested quotations. The forms are Unicode's own (Arabic presentation
forms A and B), read from its character database.
"""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal, TypeVar

Direction = Literal["right", "left", "either"]
"""Which way a word is read: from the right, from the left, or as its neighbours (figures and signs)."""

T = TypeVar("T")

_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_FORMS = ("isolated", "final", "initial", "medial")


def direction(word: str) -> Direction:
    """Which way a word is read, by its first letter that has a direction."""
    if word.isascii():
        return "left" if any(letter.isalpha() for letter in word) else "either"
    for letter in word:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "right"
        if kind == "L":
            return "left"
    return "either"


def turned(word: str, drawable: Callable[[str], bool]) -> str:
    """A word that is read from the right, its letters joined and in the order they are drawn in.

    Only shapes that are `drawable` are used; elsewhere the plain letter stands.
    """
    clusters = _clusters(_joined(_clusters(word), drawable))
    drawn: list[str] = []
    figures = 0
    for cluster in reversed(clusters):
        figures = figures + 1 if cluster[0].isdigit() else 0
        drawn.insert(len(drawn) - figures + 1 if figures else len(drawn), cluster.translate(_MIRRORED))
    return "".join(drawn)


def in_drawing_order(words: Sequence[T], directions: Sequence[Direction]) -> list[T]:
    """A line's words as they stand from left to right. The first word with a direction gives the line's."""
    if "right" not in directions:
        return list(words)
    base: Direction = next((each for each in directions if each != "either"), "left")
    runs: list[tuple[Direction, list[T]]] = []
    for number, word in enumerate(words):
        way = directions[number]
        if way == "either":
            after: Direction = next((each for each in directions[number:] if each != "either"), base)
            way = after if runs and runs[-1][0] == after else base
        if runs and runs[-1][0] == way:
            runs[-1][1].append(word)
        else:
            runs.append((way, [word]))
    ordered = reversed(runs) if base == "right" else runs
    return [word for way, run in ordered for word in (reversed(run) if way == "right" else run)]


def _clusters(word: str | Sequence[str]) -> list[str]:
    """Letters, each with the marks above and below it."""
    clusters: list[str] = []
    for letter in word:
        if clusters and unicodedata.category(letter[0]) == "Mn":
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return clusters


def _joined(clusters: Sequence[str], drawable: Callable[[str], bool]) -> list[str]:
    shapes = _shapes()
    merged = _ligatures(clusters)
    joined = []
    for number, cluster in enumerate(merged):
        letter, marks = _letter(cluster)
        before = number > 0 and (_letter(merged[number - 1])[0], "initial") in shapes and (letter, "final") in shapes
        after = number + 1 < len(merged) and (letter, "initial") in shapes
        after = after and (_letter(merged[number + 1])[0], "final") in shapes
        form = _FORMS[before + 2 * after]
        shape = shapes.get((letter, form), letter)
        joined.append((shape if drawable(shape) else letter) + marks)
    return joined


def _letter(cluster: str) -> tuple[str, str]:
    """A cluster's letter, or its lam with an alef, and the marks on it."""
    size = 2 if cluster[:1] == "ل" and len(cluster) > 1 and (cluster[:2], "isolated") in _shapes() else 1
    return cluster[:size], cluster[size:]


def _ligatures(clusters: Sequence[str]) -> list[str]:
    """A lam and an alef after it are one shape."""
    merged: list[str] = []
    for cluster in clusters:
        if merged and merged[-1] == "ل" and ("ل" + cluster[0], "isolated") in _shapes():
            merged[-1] += cluster
        else:
            merged.append(cluster)
    return merged


@cache
def _shapes() -> dict[tuple[str, str], str]:
    """The shape of a letter, or of lam with alef, in each form it has."""
    shapes: dict[tuple[str, str], str] = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        plain = "".join(chr(int(letter, 16)) for letter in letters)
        if len(plain) == 1 or (len(plain) == 2 and plain[0] == "ل" and plain[1] in "اآأإ"):
            shapes[plain, form.strip("<>")] = chr(code)
    return shapes
