"""A block of every kind, with text in it that is hostile to some format."""

from datetime import date
from typing import Any

from exports.document import (
    Answers,
    Beside,
    Block,
    Card,
    Cards,
    Code,
    Column,
    Document,
    Fields,
    Heading,
    KeepTogether,
    NewPage,
    OwnWords,
    Points,
    Run,
    Table,
    Text,
    WritingLines,
    plain,
    strong,
)
from exports.pictures.stages import Spread, Stages
from exports.pictures.venn import PlacedCard, Venn

HOSTILE = (
    "<script>alert('x')</script>",
    "<b>not bold</b> & &amp; &lt;para&gt;",
    "*not* _slanted_ **nor bold** `code` ~~struck~~ $x$",
    "1. not a list",
    "- nor this",
    "# no heading #",
    "> nobody’s words",
    "a | b \\| c \\",
    "[no](https://example.org) ![link](x)",
    "---",
    '"quoted" </title></style> %s {0}',
)
"""What some format would take for a mark."""


def document(blocks: tuple[Block, ...], **about: Any) -> Document:
    """A document of these blocks."""
    usual = {"title": "Evidence", "where": "14 March 2026", "foot": "At the foot", "made": date(2026, 3, 14)}
    return Document(blocks=blocks, **{**usual, **about})


_CODE = Code("Goal: to be read\nNext: to be tried", "Your plan, for a phone")

SAMPLES: tuple[Block, ...] = (
    Heading("Where <we> stand", 2),
    Text((Run("Bold & ", "bold"), Run("then not: *so*"))),
    OwnWords("What I <wrote>\nin two lines", note="At first: something else"),
    Answers(("One | answer", "- another")),
    Points((strong("First"), plain("Second\nwith more")), numbered=True),
    Fields((("Goal", "to_try_it"), ("By when", "Friday"))),
    Table((Column(2), Column(1, figures=True)), ("Card", "How many"), (("Plans | notes", "12"),), "What was sorted"),
    Venn(
        ("Ours", "Theirs"), (PlacedCard((0, 1), "Workbooks", "Books"), PlacedCard((1,), "Surveys", "Surveys", own=True))
    ),
    Stages(("Starting", "Developing", "Leading"), mark=2, before=1),
    Spread(("1 Starting", "2 Leading"), (3, 4)),
    _CODE,
    WritingLines(2, plain("My next move is")),
    Cards((Card("Plans", "What we mean to do"), Card("Notes <of> meetings"))),
    Beside(_CODE, (Text(plain("Beside the code")),)),
    KeepTogether((Text(plain("Kept")), Text(plain("together")))),
    NewPage(),
)
"""One of every kind of block that there is."""
