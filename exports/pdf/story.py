"""From a document's blocks to flowables, which Platypus lays out. All lengths are in points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.platypus import Flowable, KeepTogether, PageBreak

from exports.document import (
    Answers,
    Beside,
    Block,
    Cards,
    Code,
    Document,
    Fields,
    Heading,
    NewPage,
    OwnWords,
    Picture,
    Points,
    Run,
    Runs,
    Table,
    Text,
    Tone,
    Venn,
    WritingLines,
)
from exports.document import KeepTogether as Kept
from exports.pdf import tables
from exports.pdf.furniture import CardRow, Figure, Led, Ruled, ShortRule
from exports.pdf.paper import (
    ASIDE,
    BLUE,
    BODY,
    CARD,
    CARD_TEXT,
    COLUMN,
    HEADING,
    LABEL,
    MM,
    NOTED,
    ROOM_HEADING,
    SECTION,
    SMALL,
    TITLE,
    WHOSE,
    Style,
)
from exports.pdf.paragraphs import Look, Setter
from exports.pdf.pictures import code, venn
from exports.pdf.pictures.surface import NotDrawn, Surface, drawn, lettering
from exports.pdf.text import typed

TONES: dict[Tone, Look] = {
    "body": Look(BODY, 1.8 * MM),
    "quiet": Look(ASIDE, 0.4 * MM),
    "label": Look(LABEL, 1.6 * MM),
    "small": Look(NOTED, 1 * MM),
}
HEADINGS = {1: Look(SECTION, 8 * MM), 2: Look(HEADING, 4 * MM), 3: Look(ROOM_HEADING, 2.8 * MM)}
OWN_WORDS = Look(BODY, 0.8 * MM, BODY.size * 0.9, BLUE)
ANSWER = Look(NOTED, 1.4 * MM, NOTED.size * 0.9, BLUE)

FEWEST_LINES = 2
"""Where writing lines are spared, so many stay."""

TALLEST = 225 * MM
"""What is higher might not fit on a page: a picture stands as its table, and blocks are not kept together."""

_SHORT = 7
"""An answer of more lines than this in half the column is easier to read across the whole."""

_POINT = 5.5 * MM
_BESIDE = 8 * MM
_CARD_PAD = 5 * MM
_LOWEST_CARD, _HIGHEST_CARD = 36 * MM, 60 * MM


@dataclass(frozen=True, slots=True)
class Place:
    """What blocks are set for: who sets the text, the width of the column, how many writing lines each block spares."""

    setter: Setter
    width: float = COLUMN
    spared: int = 0

    @property
    def surface(self) -> Surface:
        """What pictures across the column are drawn for."""
        return Surface(self.width, self.setter.fonts, outlines=False)


def story(document: Document, setter: Setter, spared: int = 0) -> list[Flowable]:
    """The whole document: its head, its blocks, and what could not be printed."""
    place = Place(setter, spared=spared)
    flowables = [*_head(document, setter), *grouped(all_flowables(document.blocks, place))]
    return [*flowables, *_confession(setter)]


def all_flowables(blocks: Sequence[Block], place: Place) -> list[Flowable]:
    """The blocks' flowables one after another; those that lead say so."""
    return [flowable for block in blocks for flowable in flowables(block, place)]


@singledispatch
def flowables(block: Block, place: Place) -> list[Flowable]:
    """What stands on the page for a block."""
    raise TypeError(f"the PDF has no {type(block).__name__}")


def grouped(ones: Sequence[Flowable]) -> Iterator[Flowable]:
    """Those that lead together with what follows them."""
    leads: list[Flowable] = []
    for flowable in ones:
        if getattr(flowable, "leads", False):
            leads.append(flowable)
        elif not leads or isinstance(flowable, PageBreak):
            yield from leads
            yield flowable
            leads = []
        elif isinstance(flowable, _Together):
            yield _Together([*leads, *flowable.whole])
            leads = []
        else:
            yield Led([*leads, flowable])
            leads = []
    yield from leads


class _Together(KeepTogether):  # type: ignore[misc]
    """Flowables on one page if any page can hold them."""

    def __init__(self, whole: Sequence[Flowable]) -> None:
        super().__init__(list(whole))
        self.whole = whole


def _leading(ones: list[Flowable]) -> list[Flowable]:
    for flowable in ones:
        flowable.leads = True
    return ones


def _head(document: Document, setter: Setter) -> list[Flowable]:
    lines = (
        (document.title, Look(TITLE, 3 * MM)),
        (document.where, Look(ASIDE, 1 * MM)),
        (document.whose, Look(WHOSE, 1.5 * MM)),
    )
    return [ShortRule(), *(each for words, look in lines for each in setter.paragraphs(words, look, COLUMN))]


def _confession(setter: Setter) -> list[Flowable]:
    """The line that says how many characters could not be printed."""
    missing = setter.missing
    if not missing:
        return []
    one = "1 character could not be printed. It stands"
    words = one if missing == 1 else f"{missing:,} characters could not be printed. Each stands"
    told = f"{words} as {typed.MISSING} above: these pages have no letter for it."
    return setter.paragraphs(told, Look(SMALL, 6 * MM), COLUMN)


@flowables.register
def _(block: Heading, place: Place) -> list[Flowable]:
    found = _leading(place.setter.paragraphs(block.text, HEADINGS[block.level], place.width))
    if found:
        found[0].entry = (block.text, block.level)
    return found


@flowables.register
def _(block: Text, place: Place) -> list[Flowable]:
    found = place.setter.paragraphs(block.runs, TONES[block.tone], place.width)
    return _leading(found) if block.leads else found


@flowables.register
def _(block: OwnWords, place: Place) -> list[Flowable]:
    return [
        *place.setter.paragraphs(block.text, OWN_WORDS, place.width),
        *place.setter.paragraphs(block.note, Look(LABEL, 0.5 * MM, OWN_WORDS.indent), place.width),
    ]


@flowables.register
def _(block: Answers, place: Place) -> list[Flowable]:
    half = tables.half_of(place.width)
    short, long = [], []
    for text in block.texts:
        narrow = place.setter.paragraphs(text, ANSWER, half)
        lines = sum(flowable.wrap(half, 0)[1] for flowable in narrow) / ANSWER.style.leading
        if lines <= _SHORT:
            short.append(narrow)
        else:
            long += narrow
    beside = tables.two_columns(short, place.width) if short else []
    return [*beside, *long]


@flowables.register
def _(block: Points, place: Place) -> list[Flowable]:
    found: list[Flowable] = []
    for number, item in enumerate(block.items, start=1):
        look = TONES[block.tone]
        marked = replace(look, indent=_POINT, mark=f"{number}." if block.numbered else "•", before=look.before * 0.6)
        found += place.setter.paragraphs(_one_paragraph(item), marked, place.width)
    return found


def _one_paragraph(runs: Runs) -> Runs:
    """A point is one paragraph: its line ends are spaces."""
    return tuple(Run(" ".join(run.text.splitlines()), run.weight) for run in runs)


@flowables.register
def _(block: Fields, place: Place) -> list[Flowable]:
    return tables.fields(block, place.setter, place.width)


@flowables.register
def _(block: Table, place: Place) -> list[Flowable]:
    return tables.table(block, place.setter, place.width)


@flowables.register
def _(block: Picture, place: Place) -> list[Flowable]:
    try:
        drawing = drawn(block, place.surface)
    except NotDrawn:
        return flowables(block.table, place)
    if drawing.height > TALLEST:
        return flowables(block.table, place)
    place.setter.count(lettering(block))
    return [Figure(drawing, 1.5 * MM)]


@flowables.register
def _(block: Venn, place: Place) -> list[Flowable]:
    board = venn.arranged(block, place.surface)
    drawing = venn.on_paper(block, place.surface, board, with_key=False)
    place.setter.count(block.circles if board.key else lettering(block))
    found: list[Flowable] = [Figure(drawing, 3.5 * MM)]
    for name, entries in board.key:
        found += _leading(place.setter.paragraphs((Run(name, "bold"),), Look(BODY, 3 * MM), place.width))
        half = tables.half_of(place.width)
        rows = [
            place.setter.paragraphs((Run(f"{number} ", "bold"), Run(label)), Look(BODY), half)
            for number, label in entries
        ]
        found += tables.two_columns(rows, place.width)
    return found


@flowables.register
def _(block: Code, place: Place) -> list[Flowable]:
    size = code.size(block.text)
    drawing = drawn(block, Surface(size))
    caption = place.setter.paragraphs(block.caption, Look(SMALL, 2 * MM), place.width)
    return [*_leading([Figure(drawing, 1.5 * MM)]), *caption]


@flowables.register
def _(block: WritingLines, place: Place) -> list[Flowable]:
    count = max(block.count - place.spared, min(block.count, FEWEST_LINES))
    look = TONES[block.tone]
    bold = tuple(Run(run.text, "bold") for run in block.opening) if look.style.weight == "bold" else block.opening
    openings = typed.paragraphs(_one_paragraph(bold), place.setter.fonts)
    place.setter.missing += sum(opening.missing for opening in openings)
    opening = openings[0] if openings else None
    return [Ruled(count, opening, look.style, 1 * MM if opening else 0)] if count else []


@flowables.register
def _(block: Cards, place: Place) -> list[Flowable]:
    """As many across as leaves every card room for its words, all of one size."""
    for across in (3, 2, 1):
        width = place.width / across
        cells = [_card_words(card.label, card.text, place.setter, width - 2 * _CARD_PAD) for card in block.cards]
        tallest = max((_height(cell, width - 2 * _CARD_PAD) for cell in cells), default=0.0) + 2 * _CARD_PAD
        if tallest <= _HIGHEST_CARD:
            break
    height = min(max(tallest, _LOWEST_CARD), TALLEST)
    return [CardRow(cells[start : start + across], width, height, _CARD_PAD) for start in range(0, len(cells), across)]


def _card_words(label: str, text: str, setter: Setter, width: float) -> list[Flowable]:
    return [*setter.paragraphs(label, Look(CARD), width), *setter.paragraphs(text, Look(CARD_TEXT, 1.5 * MM), width)]


def _height(ones: Sequence[Flowable], width: float) -> float:
    heights: list[float] = [flowable.wrap(width, 0)[1] for flowable in ones]
    return sum(heights) + sum(flowable.getSpaceBefore() for flowable in ones[1:])


@flowables.register
def _(block: Beside, place: Place) -> list[Flowable]:
    """Text goes on below the picture, between two lines of a paragraph where it must."""
    size = code.size(block.picture.text)
    aside = max(size, 42 * MM)
    figure = Figure(drawn(block.picture, Surface(size)))
    right = [figure, *place.setter.paragraphs(block.picture.caption, Look(SMALL, 2 * MM), aside)]
    narrow = replace(place, width=place.width - aside - _BESIDE)
    left = all_flowables(block.blocks, narrow)
    return tables.beside(left, right, narrow.width, place.width, _height(right, aside))


@flowables.register
def _(block: Kept, place: Place) -> list[Flowable]:
    found = all_flowables(block.blocks, place)
    return [_Together(found)] if found and _height(found, place.width) <= TALLEST else found


@flowables.register
def _(block: NewPage, place: Place) -> list[Flowable]:
    return [PageBreak()]


__all__ = ["Place", "Style", "all_flowables", "flowables", "grouped", "story"]
