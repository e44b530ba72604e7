"""What each block of a document is in HTML."""

from collections.abc import Iterable, Sequence
from functools import singledispatch
from xml.etree.ElementTree import Element

from exports.document import (
    Answers,
    Beside,
    Block,
    Cards,
    Document,
    Fields,
    Heading,
    KeepTogether,
    NewPage,
    OwnWords,
    Picture,
    Points,
    Runs,
    Table,
    Text,
    Tone,
    WritingLines,
    plain,
)
from exports.html.page import Page
from exports.html.pictures import figure
from exports.html.table import scrolled
from exports.html.tree import AUTO, Attributes, broken, passages, stretches, tag
from exports.typed import lines_of, one_line

_TITLE: Attributes = {"class": "title", **AUTO}


def body(documents: Sequence[Document], page: Page) -> list[Element]:
    """What a reader sees: the head, the blocks in their order, and the foot; of several documents, each as an article."""
    if len(documents) == 1:
        *article, foot = _whole(documents[0], page)
        return [tag("main", {}, *article), foot]
    title = tag("header", {}, tag(page.heading(0), _TITLE, one_line(documents[0].title)))
    return [tag("main", {}, title, *(tag("article", {}, *_whole(each, page.deeper())) for each in documents))]


def _whole(document: Document, page: Page) -> list[Element]:
    under = [(document.whose, "whose"), (document.where, "where")]
    lines = [tag("p", {"class": name, **AUTO}, *broken(text)) for text, name in under if text.strip()]
    head = tag("header", {}, tag(page.heading(0), _TITLE, one_line(document.title)), *lines)
    return [head, *_all(document.blocks, page), tag("footer", AUTO, one_line(document.foot))]


def _all(blocks: Iterable[Block], page: Page) -> list[Element]:
    return [element for block in blocks for element in rendered(block, page)]


@singledispatch
def rendered(block: Block, page: Page) -> Sequence[Element]:
    """The elements that a block becomes."""
    raise TypeError(f"{type(block).__name__} is not a block that HTML knows")


@rendered.register
def _(block: Heading, page: Page) -> Sequence[Element]:
    return [tag(page.heading(block.level), {"class": f"level-{block.level}", **AUTO}, one_line(block.text))]


@rendered.register
def _(block: Text, page: Page) -> Sequence[Element]:
    return passages(block.runs, _toned(block.tone, "leads" if block.leads else ""))


@rendered.register
def _(block: OwnWords, page: Page) -> Sequence[Element]:
    note = passages(plain(block.note), _toned("small"))
    return [tag("blockquote", AUTO, *passages(plain(block.text), {}), *note)]


@rendered.register
def _(block: Answers, page: Page) -> Sequence[Element]:
    answers = [tag("li", AUTO, *passages(plain(text), {})) for text in block.texts]
    return [tag("ul", {"class": "answers", "role": "list"}, *answers)]


@rendered.register
def _(block: Points, page: Page) -> Sequence[Element]:
    items = [tag("li", AUTO, *_item(item)) for item in block.items]
    return [tag("ol" if block.numbered else "ul", {"class": block.tone}, *items)]


def _item(runs: Runs) -> list[Element | str]:
    """One line stands in its point as it is; of several each is a paragraph."""
    lines = lines_of(runs)
    return stretches(lines[0]) if len(lines) == 1 else [*passages(runs, {})]


@rendered.register
def _(block: Fields, page: Page) -> Sequence[Element]:
    pairs = [
        tag("div", {}, tag("dt", AUTO, one_line(name)), tag("dd", AUTO, *broken(value))) for name, value in block.pairs
    ]
    return [tag("dl", {}, *pairs)]


@rendered.register
def _(block: Table, page: Page) -> Sequence[Element]:
    return [scrolled(block)]


@rendered.register
def _(block: Picture, page: Page) -> Sequence[Element]:
    return [figure(block, page)]


@rendered.register
def _(block: WritingLines, page: Page) -> Sequence[Element]:
    room = "A line to write on" if block.count == 1 else f"{block.count} lines to write on"
    lines = [tag("span", {"class": "line"}) for _ in range(block.count)]
    return [
        *passages(block.opening, _toned(block.tone, "leads")),
        tag("div", {"class": "lines", "role": "img", "aria-label": room}, *lines),
    ]


@rendered.register
def _(block: Cards, page: Page) -> Sequence[Element]:
    cards = [
        tag("li", AUTO, tag("strong", {}, *broken(card.label)), *passages(plain(card.text), {})) for card in block.cards
    ]
    return [tag("ul", {"class": "cards", "role": "list"}, *cards)]


@rendered.register
def _(block: Beside, page: Page) -> Sequence[Element]:
    return [tag("div", {"class": "beside"}, figure(block.picture, page), *_all(block.blocks, page))]


@rendered.register
def _(block: KeepTogether, page: Page) -> Sequence[Element]:
    return [tag("div", {"class": "together"}, *_all(block.blocks, page))]


@rendered.register
def _(block: NewPage, page: Page) -> Sequence[Element]:
    return [tag("hr", {"class": "new-page"})]


def _toned(tone: Tone, *more: str) -> Attributes:
    names = " ".join(name for name in (tone if tone != "body" else "", *more) if name)
    return {"class": names, **AUTO} if names else AUTO
