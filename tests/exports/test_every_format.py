"""The blocks are a model of a page and not of a PDF: each is rendered in every format, and no text is lost in any."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from inspect import isabstract
from typing import Any
from unicodedata import normalize

import pytest

from exports.document import Answers, Block, Column, Fields, Heading, OwnWords, Points, Table, Text, plain, strong
from exports.formats import FORMATS
from exports.pictures.diagram import Diagram
from tests.exports.reading import READ, read
from tests.exports.samples import HOSTILE, SAMPLES, document

_NOT_SAID = {"tone", "weight", "language", "paper", "brief"}

_HEARD = {"pdf": {(Table, "caption"), (Diagram, "caption")}}
"""What is for those who hear a page before they see it; a printed page does not show it."""


def every_kind(kind: type[Block] = Block) -> Iterator[str]:
    """The names of every kind of block in the product, found by looking."""
    for below in kind.__subclasses__():
        yield from every_kind(below)
        if not isabstract(below) and below.__module__.startswith("exports."):
            yield below.__name__


def texts(value: Any, word: str) -> Iterator[str]:
    """Every text in a block or document that the format of this word is to show."""
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each, word)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_SAID and (type(value), field.name) not in _HEARD.get(word, ()):
                yield from texts(getattr(value, field.name), word)


def squeezed(text: str) -> str:
    """The text without spaces, which formats break lines at."""
    return "".join(normalize("NFC", text).split())


def test_there_is_a_sample_of_every_kind_of_block() -> None:
    assert {type(block).__name__ for block in SAMPLES} == set(every_kind())


def test_every_format_can_be_read_here() -> None:
    assert READ.keys() == FORMATS.keys()


@pytest.mark.parametrize("word", FORMATS)
@pytest.mark.parametrize("block", SAMPLES, ids=lambda block: type(block).__name__)
def test_every_block_says_in_every_format_all_that_it_holds(word: str, block: Block) -> None:
    said = squeezed(read(document((block,)), word))
    for text in texts(block, word):
        assert squeezed(text) in said


@pytest.mark.parametrize("word", FORMATS)
def test_a_rich_document_loses_no_text_in_any_format(word: str) -> None:
    hostile = tuple(
        block
        for text in HOSTILE
        for block in (
            Heading(text, 3),
            Text((*strong(text), *plain(f" {text}"))),
            OwnWords(text, note=text),
            Answers((text, text)),
            Points((plain(text), strong(text))),
            Fields(((text, text),)),
            Table((Column(1), Column(1)), (text, "of"), ((text, text), ("", text)), text),
        )
    )
    whole = document((*SAMPLES, *hostile), title=HOSTILE[0], whose=HOSTILE[1], where=HOSTILE[3], foot=HOSTILE[10])
    said = squeezed(read(whole, word))
    for text in texts(whole, word):
        assert squeezed(text) in said
    for text in HOSTILE:
        assert said.count(squeezed(text)) >= 12


@pytest.mark.parametrize("word", FORMATS)
def test_a_block_that_a_format_does_not_know_is_an_error_of_ours(word: str) -> None:
    @dataclass(frozen=True)
    class Dance(Block):
        """Nothing that can stand on a page."""

    with pytest.raises(TypeError, match="Dance"):
        FORMATS[word].composed(document((Dance(),)))
