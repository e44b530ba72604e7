"""Reading documents without a format: what their blocks say, in the order they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from exports.document import Block, Document, Run, all_blocks, words_of

B = TypeVar("B", bound=Block)

_NOT_SAID = {"tone", "weight", "language", "foot"}


def said(document: Document | Sequence[Block]) -> str:
    """Everything that is said, a single space between one piece of text and the next."""
    return " ".join(" ".join(_strings(document)).split())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(isinstance(each, Run) for each in value):
        yield words_of(value)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_SAID:
                yield from _strings(getattr(value, field.name))


def found(document: Document | Sequence[Block], kind: type[B]) -> list[B]:
    """Every block of a kind, those within others too."""
    blocks = document.blocks if isinstance(document, Document) else document
    return [block for block in all_blocks(blocks) if isinstance(block, kind)]
