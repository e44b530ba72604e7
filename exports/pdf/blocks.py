"""What stands on the page for each block of text. All lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.platypus import Flowable, PageBreak

from exports.document import (
    Answers,
    Block,
    Cards,
    Fields,
    Heading,
    NewPage,
    OwnWords,
    Points,
    Run,
    Runs,
    Table,
    Text,
    Tone,
    WritingLines,
)
from exports.document import KeepTogether as Kept
from exports.pdf import tables
from exports.pdf.furniture import CardRow, Ruled, Together
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
)
from exports.pdf.paragraphs import Look, Setter
from exports.pdf.pictures.surface import Surface
from exports.pdf.text import typed

TONES: dict[Tone, Look] = {
    "body": Look(BODY, 1.5 * MM),
    "quiet": Look(ASIDE, 0.4 * MM),
    "label": Look(LABEL, 1.3 * MM),
    "small": Look(NOTED, 1 * MM),
}
HEADINGS = {1: Look(SECTION, 7 * MM), 2: Look(HEADING, 3.6 * MM), 3: Look(ROOM_HEADING, 2.8 * MM)}
OWN_WORDS = Look(BODY, 0.6 * MM, BODY.size * 0.9, BLUE)
ANSWER = Look(NOTED, 1.4 * MM, NOTED.size * 0.9, BLUE)

FEWEST_LINES = 2
"""Where writing lines are spared, so many stay."""

TALLEST = 225 * MM
"""What is higher might not fit on a page: a picture stands as its table, and blocks are not kept together."""

_SHORT = 7
"""An answer of more lines than this in half the column is easier to read across the whole."""

_POINT = 5.5 * MM

_CARD_PAD = 4 * MM
_LOWEST_CARD, _HIGHEST_CARD = 34 * MM, 60 * MM


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


def all_flowables(blocks: Sequence[Block], place: Place) -> list[Flowable]:
    """The blocks' flowables one after another; those that lead say so."""
    return [flowable for block in blocks for flowable in flowables(block, place)]


def leading(ones: list[Flowable]) -> list[Flowable]:
    """These, on the page of what follows them."""
    for flowable in ones:
        flowable.leads = True
    return ones


@singledispatch
def flowables(block: Block, place: Place) -> list[Flowable]:
    """What stands on the page for a block."""
    raise TypeError(f"the PDF has no {type(block).__name__}")


@flowables.register
def _(block: Heading, place: Place) -> list[Flowable]:
    found = leading(place.setter.paragraphs(block.text, HEADINGS[block.level], place.width))
    if found:
        found[0].entry = (block.text, block.level)
    return found


@flowables.register
def _(block: Text, place: Place) -> list[Flowable]:
    found = place.setter.paragraphs(block.runs, TONES[block.tone], place.width)
    return leading(found) if block.leads else found


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
        tallest = max((height_of(cell, width - 2 * _CARD_PAD) for cell in cells), default=0.0) + 2 * _CARD_PAD
        if tallest <= _HIGHEST_CARD:
            break
    height = min(max(tallest, _LOWEST_CARD), TALLEST)
    rows = [CardRow(cells[start : start + across], width, height, _CARD_PAD) for start in range(0, len(cells), across)]
    for first in rows[:1]:
        first.spaceBefore = 1.5 * MM
    return rows


def _card_words(label: str, text: str, setter: Setter, width: float) -> list[Flowable]:
    return [*setter.paragraphs(label, Look(CARD), width), *setter.paragraphs(text, Look(CARD_TEXT, 1.5 * MM), width)]


def height_of(ones: Sequence[Flowable], width: float) -> float:
    """How high these are, one under another."""
    heights: list[float] = [flowable.wrap(width, 0)[1] for flowable in ones]
    between: list[float] = [flowable.getSpaceBefore() for flowable in ones[1:]]
    return sum(heights) + sum(between)


@flowables.register
def _(block: Kept, place: Place) -> list[Flowable]:
    found = all_flowables(block.blocks, place)
    return [Together(found)] if found and height_of(found, place.width) <= TALLEST else found


@flowables.register
def _(block: NewPage, place: Place) -> list[Flowable]:
    return [PageBreak()]
