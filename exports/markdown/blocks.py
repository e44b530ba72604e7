"""What each block of a document is in Markdown: paragraphs, which a writer parts by empty lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import singledispatch
from itertools import cycle

from exports.document import (
    Answers,
    Beside,
    Block,
    Cards,
    Code,
    Document,
    Fields,
    Heading,
    KeepTogether,
    NewPage,
    OwnWords,
    Picture,
    Points,
    Run,
    Table,
    Text,
    WritingLines,
    plain,
    strong,
)
from exports.markdown.text import cell, heading, paragraphs_of

LINE = "…" * 24
"""A line to write on."""

RULE = "---"
"""Stands for the end of a page, which Markdown has not."""


@dataclass(frozen=True)
class Place:
    """The signs of the next lists: they take turns, or two that meet would be one."""

    signs: Iterator[str] = field(default_factory=lambda: cycle("-*"))
    ends: Iterator[str] = field(default_factory=lambda: cycle(".)"))


def whole(document: Document) -> list[str]:
    """The paragraphs of a document: its head, its blocks, and after a rule its foot."""
    head = [heading(document.title, 1), *paragraphs_of(strong(document.whose)), *_text(document.where)]
    return [*head, *_all(document.blocks, Place()), RULE, *_text(document.foot)]


def _all(blocks: Iterable[Block], place: Place) -> list[str]:
    return [paragraph for block in blocks for paragraph in rendered(block, place)]


def _text(text: str) -> list[str]:
    return paragraphs_of(plain(text))


@singledispatch
def rendered(block: Block, place: Place) -> Sequence[str]:
    """The paragraphs that a block becomes."""
    raise TypeError(f"{type(block).__name__} is not a block that Markdown knows")


@rendered.register
def _(block: Heading, place: Place) -> Sequence[str]:
    return [heading(block.text, 1 + block.level)]


@rendered.register
def _(block: Text, place: Place) -> Sequence[str]:
    return paragraphs_of(block.runs)


@rendered.register
def _(block: OwnWords, place: Place) -> Sequence[str]:
    quoted = "\n>\n".join(f"> {line}" for line in (*_text(block.text), *_text(block.note)))
    return [quoted] if quoted else []


@rendered.register
def _(block: Answers, place: Place) -> Sequence[str]:
    return _listed((_text(text) for text in block.texts), place)


@rendered.register
def _(block: Points, place: Place) -> Sequence[str]:
    items = [paragraphs_of(item) for item in block.items]
    if not block.numbered:
        return _listed(items, place)
    end = next(place.ends)
    return [_item(f"{number}{end}", item) for number, item in enumerate(items, start=1)]


@rendered.register
def _(block: Fields, place: Place) -> Sequence[str]:
    pairs = [(Run(name, "bold"), Run(f": {value}" if name.strip() else value)) for name, value in block.pairs]
    return _listed((paragraphs_of(pair) for pair in pairs), place)


@rendered.register
def _(block: Table, place: Place) -> Sequence[str]:
    rule = ["---:" if column.figures else "---" for column in block.columns]
    rows = [[cell(text) for text in row] for row in (block.head, *block.rows)]
    lines = [f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:])]
    return [*_text(block.caption), "\n".join(lines)]


@rendered.register
def _(block: Picture, place: Place) -> Sequence[str]:
    return [*_text(block.alternative), *rendered(block.table, place)]


@rendered.register
def _(block: Code, place: Place) -> Sequence[str]:
    return [*_text(block.caption), *_text(block.alternative)]


@rendered.register
def _(block: WritingLines, place: Place) -> Sequence[str]:
    return [*paragraphs_of(block.opening), *(LINE for _ in range(block.count))]


@rendered.register
def _(block: Cards, place: Place) -> Sequence[str]:
    return _listed(([*paragraphs_of(strong(card.label)), *_text(card.text)] for card in block.cards), place)


@rendered.register
def _(block: Beside, place: Place) -> Sequence[str]:
    return [*_all(block.blocks, place), *rendered(block.picture, place)]


@rendered.register
def _(block: KeepTogether, place: Place) -> Sequence[str]:
    return _all(block.blocks, place)


@rendered.register
def _(block: NewPage, place: Place) -> Sequence[str]:
    return [RULE]


def _listed(items: Iterable[Sequence[str]], place: Place) -> list[str]:
    """A list, each item a sequence of paragraphs; close together where all of them are one line."""
    sign = next(place.signs)
    found = [item for item in items if item]
    apart = "\n\n" if any(len(item) > 1 for item in found) else "\n"
    return [apart.join(_item(sign, item) for item in found)] if found else []


def _item(sign: str, paragraphs: Sequence[str]) -> str:
    """What goes on in an item stands as far in as what it begins with."""
    return f"{sign} " + f"\n\n{' ' * (len(sign) + 1)}".join(paragraphs or [""])
