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
from exports.pictures.bars import Bars
from exports.pictures.columns import Columns
from exports.pictures.diagram import Diagram
from exports.pictures.lattice import Lattice
from exports.pictures.rings import Rings
from exports.pictures.slope import Slope, Sloped
from exports.pictures.stages import Spread, Stages
from exports.pictures.strip import Moment, Strip
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
    Rings(
        ("Ours", "Theirs & <others>"),
        (PlacedCard((0,), "Workbooks", "Books"), PlacedCard((1,), "Surveys", "S", own=True)),
    ),
    Columns(
        ("Strong *evidence*", "Weak"),
        (PlacedCard((0,), "Workbooks", "Books"), PlacedCard((1,), "Surveys", "S", own=True)),
    ),
    Slope(
        (Sloped("Plans & <notes>", 1.5, 2, 1, 2.5), Sloped("Pupils | talk", 2, 1), Sloped("*Neither*", 3)),
        3,
        "This room",
        "A <study> of 12 schools",
    ),
    Stages(("Starting", "Developing", "Leading"), mark=2, before=1),
    Strip((Moment(date(2026, 10, 12), 3, 1), Moment(date(2027, 1, 4), 11, 0)), weeks=True),
    Spread(("1 Starting", "2 Leading"), (3, 4)),
    Diagram(("Plan <it>   →   Do & see", "  ↑            ↓", "Think *new*  ←  Talk"), "One turn of the wheel"),
    Bars(("Plans & <notes>", "Pupils’ talk"), (3, 0), before=(1, 2), of="Dots"),
    Lattice(("Plans | notes", "<b>Books</b>"), ("What it says", "Who & when"), ((3, None), (0, 4)), 4),
    _CODE,
    WritingLines(2, plain("My next move is")),
    Cards((Card("Plans", "What we mean to do"), Card("Notes <of> meetings"))),
    Beside(_CODE, (Text(plain("Beside the code")),)),
    KeepTogether((Text(plain("Kept")), Text(plain("together")))),
    NewPage(),
)
"""One of every kind of block that there is."""
