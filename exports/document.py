"""What a page can say, in no format: blocks that say what is meant, not how it looks.

Documents are made of these; a renderer a format turns them into a file. Every block is a frozen value, and all text in
it is plain: what a person typed is never read as markup, whatever the format. Paragraphs within a text are parted by
line breaks.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Tone = Literal["body", "quiet", "label", "small"]
"""How loud a text is: the body, what introduces it, what stands under or over it in smaller type, a note at the edge."""

Weight = Literal["regular", "bold"]

Paper = Literal["A4", "A3", "A1"]
"""What a document is printed on: pages of A4, or one large sheet with its blocks in columns, as a poster."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight."""

    text: str
    weight: Weight = "regular"


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    """The text in regular weight."""
    return (Run(text),)


def strong(text: str) -> Runs:
    """The text in bold."""
    return (Run(text, "bold"),)


def words_of(runs: Runs) -> str:
    """What the runs say, one after another."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Block:
    """One thing on a page."""


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading: 1 of an activity or a part of the document, 2 within it, 3 within that. It stays with what follows."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Text(Block):
    """A paragraph, or several. With `leads` it stays on the page of what follows."""

    runs: Runs
    tone: Tone = "body"
    leads: bool = False


@dataclass(frozen=True, slots=True)
class OwnWords(Block):
    """What a person wrote, set apart from what they were asked; `note` is smaller and under it, such as an earlier wording."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answers(Block):
    """What several people wrote to one question, without names; renderers set short ones side by side."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points(Block):
    """A list, numbered from 1 or not; `tone` as in a text."""

    items: tuple[Runs, ...]
    numbered: bool = False
    tone: Tone = "body"


@dataclass(frozen=True, slots=True)
class Fields(Block):
    """Names with what each of them is: a goal, a date, whom to ask."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width, and whether it holds figures, which are set from the right."""

    share: float
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table(Block):
    """Rows under one row of headings, which a renderer repeats on every page the table comes to.

    Every row has a cell a column; the first cell of a row says what the row is about. `caption` says what the table
    shows to somebody who hears it before they see it.
    """

    columns: tuple[Column, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in (self.head, *self.rows)):
            raise ValueError("a row has a cell for every column")


@dataclass(frozen=True, slots=True)
class Picture(Block, ABC):
    """A picture by what it shows. It says the same in a sentence, and as a table."""

    @property
    @abstractmethod
    def alternative(self) -> str:
        """What the picture shows, for somebody who cannot see it."""

    @property
    @abstractmethod
    def table(self) -> Table:
        """Everything that the picture shows, as a table."""


@dataclass(frozen=True, slots=True)
class Code(Picture):
    """A text as a QR code, with a caption that says what it holds."""

    text: str
    caption: str

    @property
    def alternative(self) -> str:
        """What a phone would read."""
        return f"A QR code that holds this text: {self.text}"

    @property
    def table(self) -> Table:
        """The text in one row."""
        return Table((Column(1.0),), ("What the code holds",), ((self.text,),))


@dataclass(frozen=True, slots=True)
class WritingLines(Block):
    """Lines to write on by hand, after an opening such as the beginning of a sentence.

    Where a document is to keep to a number of pages, a renderer may leave lines out, but two of several stay.
    """

    count: int
    opening: Runs = ()
    tone: Tone = "body"


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out: its label, and a few words about it."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cards(Block):
    """Cards to cut out, of one size."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Beside(Block):
    """A picture in the upper right corner with text at its left; the text goes on below where there is more of it."""

    picture: Code
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class KeepTogether(Block):
    """Blocks that stand on one page if any page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class NewPage(Block):
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `whose` is the person or table it is for, `where` a line under the title with date and place, `foot` what stands on
    every page beside the page's number, `made` the day it belongs to. `most_pages` is how many pages it is to keep to
    if writing lines can be spared for it; on `paper` larger than A4 it is a poster, as many sheets as it takes.
    """

    title: str
    where: str
    foot: str
    made: date
    blocks: tuple[Block, ...]
    whose: str = ""
    language: str = "en-GB"
    most_pages: int | None = None
    paper: Paper = "A4"

    @property
    def name(self) -> str:
        """What a window that shows the document is called."""
        return f"{self.title}: {self.whose}" if self.whose else self.title


def all_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block, those within others too, in the order they are read."""
    for block in blocks:
        yield block
        if isinstance(block, KeepTogether | Beside):
            yield from all_blocks(block.blocks)
        if isinstance(block, Beside):
            yield block.picture
