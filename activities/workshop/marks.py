"""The marks of the published documents: what a room, or who leads it, can do; and which activity of which workshop covers it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from activities.programme.series import Series
from activities.workshop.marked_yaml import read_marked
from activities.workshop.workshop import Workshop

SERIES = "series"
"""Stands among the kinds of a mark that the order of a series' sessions covers."""


@dataclass(frozen=True)
class Mark:
    """One thing to do: in which document, in our words, and by which kinds of activity; by `all_of_them`, or by any."""

    id: str
    document: str
    does: str
    kinds: tuple[str, ...]
    all_of_them: bool = False


@dataclass(frozen=True)
class Covered:
    """A mark, the activities that cover it as (workshop, activity, kind), and the kinds that are still missing."""

    mark: Mark
    by: tuple[tuple[str, str, str], ...]
    missing: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it is covered by the kinds that it asks for."""
        return not self.missing


def read_marks(text: str) -> tuple[Mark, ...]:
    """The marks of a file. Raises ValueError where it is not one of marks."""
    root, mistakes = read_marked(text)
    documents = root.plain() if root is not None and not mistakes else None
    if not isinstance(documents, dict):
        raise ValueError(mistakes[0].text if mistakes else "there are no marks")
    found = []
    for document, marks in documents.items():
        if not isinstance(marks, dict):
            raise ValueError(f"{document} has no marks")
        for name, about in marks.items():
            if not isinstance(about, dict) or not isinstance(about.get("kinds"), list):
                raise ValueError(f"{name} has no kinds")
            kinds = tuple(str(kind) for kind in about["kinds"] or ())
            found.append(Mark(name, document, str(about.get("does")), kinds, about.get("all") == "true"))
    return tuple(found)


def coverage(
    marks: Iterable[Mark], workshops: Iterable[Workshop], series: Iterable[Series] = ()
) -> tuple[Covered, ...]:
    """Every mark with what covers it: activities, and series whose order itself does."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for workshop in workshops:
        for activity in workshop.activities:
            for name in activity.covers:
                found.setdefault(name, []).append((workshop.id, activity.id, activity.kind))
    for order in series:
        for name in order.covers:
            found.setdefault(name, []).append((order.id, SERIES, SERIES))
    return tuple(_covered(mark, found) for mark in marks)


def _covered(mark: Mark, found: Mapping[str, list[tuple[str, str, str]]]) -> Covered:
    by = [one for one in found.get(mark.id, []) if one[2] in mark.kinds]
    there = {kind for _, _, kind in by}
    missing = [kind for kind in mark.kinds if kind not in there]
    enough = not missing if mark.all_of_them else bool(there)
    return Covered(mark, tuple(by), () if enough else tuple(missing))
