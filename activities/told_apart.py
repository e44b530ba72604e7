"""What stands in one list is told apart: by the ids of its entries, or by their words."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol, TypeVar

from activities.typed import quoted


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def told_apart(entries: tuple[T, ...]) -> tuple[T, ...]:
    """The entries as they are. Raises ValueError where two have one id. Definitions use it as their validator."""
    if twice := repeated(entry.id for entry in entries):
        raise ValueError(f"the id ‘{twice}’ is used more than once")
    return entries


def options_told_apart(options: tuple[str, ...]) -> tuple[str, ...]:
    """Options to choose from as they are. Raises ValueError where two are the same."""
    if twice := repeated(options):
        raise ValueError(f"the option {quoted(twice)} is used more than once")
    return options


def repeated(words: Iterable[str]) -> str | None:
    """The first of the words that stands there more than once; None where each stands there once."""
    return next((word for word, count in Counter(words).items() if count > 1), None)
