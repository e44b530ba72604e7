"""The room's marks on the pathways: every strand with its spread, or one of them large."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from activities.activity import Summary
from activities.pathway import Pathway, PathwaySummary, Strand, StrandSummary
from tui.widgets.big_type import BigType
from tui.widgets.pathway_bars import TOO_FEW, axis, bars, in_words, spread_in_words
from tui.widgets.pathway_line import titles_in_columns
from tui.widgets.reveal import Reveal

HIDDEN = "Fewer than five people have marked this. We do not show the spread, so that nobody can be picked out."
NOBODY = "No answers are in yet."

BESIDE = 96
"""From this width in cells on a strand's words stand beside its bars and not above them."""

BIG = 50
"""From this height in cells on the titles of strands are in big type."""

MOST_ROWS_A_PERSON = 4
"""Rows of a bar that one person makes at most, so that a small room does not look like a crowd."""

EDGES = 8
"""Cells to the left and right of the drawing, the scroll bar among them."""


class PathwayReveal(Reveal):
    """Strands one under another, stages as columns. One strand alone also shows the quartiles and what stages say."""

    HELP = """
How many people marked each stage. `▲` is the median: half of the room is at it or before it.

With one strand alone, `┣` and `┫` hold the middle half of the room.
"""

    DEFAULT_CSS = """
    PathwayReveal {
        & VerticalScroll { padding: 1 3; scrollbar-size-vertical: 1; }
        & .strand, & .words, & Static, & #alone { height: auto; }
        & .strand { margin-bottom: 1; display: none; }
        & .nobody, & #alone { display: none; }
        & .nobody, & BigType { text-style: bold; }
        & #alone BigType { margin-bottom: 1; }
        & .words { layout: horizontal; }
        & .words BigType { width: auto; }
        & .told { width: 1fr; padding-left: 3; }
        &.-beside .words { layout: vertical; }
        &.-beside .words BigType { width: 1fr; }
        &.-beside .told { padding: 0; }
        &.-beside .strand { layout: horizontal; }
        &.-beside .words { width: 30%; padding-right: 3; }
        &.-beside .picture { width: 70%; }
    }
    """

    def __init__(self, activity: Pathway, summary: PathwaySummary | None) -> None:
        """Show these strands."""
        super().__init__(activity, summary)
        self._activity = activity
        self._summary = summary
        self._spotlight: str | None = None

    def compose(self) -> ComposeResult:
        """Every strand, and a place for one alone."""
        with VerticalScroll():
            yield Static(NOBODY, classes="nobody", markup=False)
            for strand in self._activity.strands:
                with Container(classes="strand", id=f"strand-{strand.id}"):
                    with Vertical(classes="words"):
                        yield BigType(strand.title)
                        yield Static(classes="told", markup=False)
                    yield Static(classes="picture", markup=False)
            with Vertical(id="alone"):
                yield BigType()
                yield Static(markup=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """The strands."""
        return tuple(strand.id for strand in self._activity.strands)

    def dwell_on(self, step: str | None) -> None:
        """Show one strand alone, or all."""
        self._spotlight = step if step in self.steps else None
        self._draw()
        if self.is_mounted:
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def show(self, summary: Summary | None) -> None:
        """The marks now add up to this."""
        self._summary = summary if isinstance(summary, PathwaySummary) else None
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        self.set_class(event.size.width >= BESIDE, "-beside")
        self._draw()

    def _marks(self, strand: Strand) -> StrandSummary | None:
        strands = self._summary.strands if self._summary else ()
        return next((marks for marks in strands if marks.strand == strand.id and marks.n), None)

    def _draw(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        width, height = self.size.width - EDGES, self.size.height - 2
        strands = self._activity.strands
        alone = next((strand for strand in strands if strand.id == self._spotlight), None)
        anybody = any(self._marks(strand) for strand in strands)
        self.query_one(".nobody").display = alone is None and not anybody
        self.query_one("#alone").display = alone is not None
        for strand in strands:
            row = self.query_one(f"#strand-{strand.id}")
            row.display = alone is None and anybody
            if row.display:
                self._draw_among(strand, width, height // len(strands) - 1)
        if alone is not None:
            self._draw_alone(alone, width, height)

    def _draw_among(self, strand: Strand, width: int, room: int) -> None:
        place = self.query_one(f"#strand-{strand.id}")
        marks, beside = self._marks(strand), self.has_class("-beside")
        big = self.size.height >= BIG and beside and room >= 12
        place.query_one(BigType).fit(largest=10, most_rows=room - 3 if big else 1)
        place.query_one(".told", Static).update(self._told(strand, marks, "  " if not beside else "\n"))
        picture = place.query_one(".picture", Static)
        picture.display = marks is not None and marks.n >= TOO_FEW
        if marks is not None and picture.display:
            column = (width * 7 // 10 if beside else width) // len(strand.stages)
            titles = self._titles(strand, column)
            tall = room - 2 - len(titles) - (0 if beside else 1)
            rows = [*bars(marks, column, min(14, max(1, tall))), axis(marks, column), *titles]
            picture.update(Content("\n").join(rows))

    def _draw_alone(self, strand: Strand, width: int, height: int) -> None:
        marks = self._marks(strand)
        title, drawing = self.query_one("#alone BigType", BigType), self.query_one("#alone Static", Static)
        heading = 8 if height >= 34 else 1
        title.fit(largest=14, most_rows=heading)
        title.update(strand.title)
        words = self._told(strand, marks, "   ")
        if marks is None or marks.n < TOO_FEW:
            drawing.update(words)
            return
        column = width // len(strand.stages)
        said = self._descriptors(strand, column, width)
        titles = self._titles(strand, column)
        most = max(marks.stages.values())
        tall = max(3, min(MOST_ROWS_A_PERSON * most, height - heading - len(said) - len(titles) - 7))
        picture = [*bars(marks, column, tall), axis(marks, column, quartiles=True), *titles]
        spread = Content(spread_in_words(strand, marks))
        drawing.update(Content("\n").join([words, spread, Content(""), *picture, Content(""), *said]))

    def _told(self, strand: Strand, marks: StrandSummary | None, between: str) -> Content:
        if marks is None:
            return Content.styled(NOBODY, "$quiet")
        if marks.n < TOO_FEW:
            return Content.styled(HIDDEN, "$quiet")
        return Content.assemble((in_words(strand, marks), "bold $now"), between, (f"{marks.n} people", "$quiet"))

    def _titles(self, strand: Strand, column: int) -> list[Content]:
        columns = titles_in_columns([stage.title for stage in strand.stages], column)
        return _side_by_side([[Content.styled(row, "bold") for row in rows] for rows in columns], column)

    def _descriptors(self, strand: Strand, column: int, width: int) -> list[Content]:
        if column >= 24:
            return _side_by_side([Content(stage.descriptor).wrap(column - 3) for stage in strand.stages], column)
        lines = []
        for number, stage in enumerate(strand.stages, 1):
            lines += Content.assemble((f"{number} ", "bold"), stage.descriptor).wrap(width)
        return lines


def _side_by_side(columns: list[list[Content]], width: int) -> list[Content]:
    rows = []
    for row in range(max(map(len, columns))):
        cells = [column[row].rstrip() if row < len(column) else Content("") for column in columns]
        rows.append(Content("").join(cell.pad_right(max(0, width - cell.cell_length)) for cell in cells))
    return rows
