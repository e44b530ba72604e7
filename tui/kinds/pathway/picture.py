"""The picture of the room's marks on the pathways: every strand with its spread, or one of them alone."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from activities.kinds.pathway import Pathway, PathwaySummary, Strand, StrandSummary
from activities.reveal.pathway import earlier, stand
from tui.kinds.pathway.line import titles_in_columns
from tui.kinds.pathway.shift import KEY, counts_row, picture
from tui.kinds.picture import Picture
from tui.widgets.big_lines import set_text
from tui.widgets.big_type import BigType

NOBODY = "No answers are in yet."

BESIDE = 96
"""From this width in cells on a strand's words stand beside its bars and not above them."""

BIG = 50
"""From this height in cells on the titles of strands are in big type."""

FEWEST_ROWS = 3
"""Rows of the highest bar below which two rounds are a list of counts and not bars."""

MOST_ROWS_A_PERSON = 4
"""Rows of a bar that one person makes at most, so that a small room does not look like a crowd."""

EDGES = 8
"""Cells to the left and right of the drawing, the scroll bar among them."""


class PathwayPicture(Picture[PathwaySummary]):
    """Strands one under another, stages as columns. One strand alone also shows the quartiles and what stages say."""

    HELP = """
How many marked each stage. `▲` is the middle of the room: half of it is there or before.

With one strand alone, `┣` and `┫` hold the middle half of the room. With the round before beside this one, `░` is before
and `█` is now, and an arrow leads from `△`, the middle of the room before, to `▲`.
"""

    DEFAULT_CSS = """
    PathwayPicture {
        & VerticalScroll { padding: 1 3; scrollbar-size-vertical: 1; }
        & .strand, & .words, & Static, & #alone { height: auto; }
        & .strand { margin-bottom: 1; display: none; }
        & .nobody, & #alone { display: none; }
        & .nobody, & BigType { text-style: bold; }
        & #alone BigType { margin-bottom: 1; }
        & .words { layout: horizontal; }
        & .words BigType { width: auto; }
        & .figure, & #alone .figure { display: none; color: $now; margin: 0; }
        & .told { width: 1fr; padding-left: 3; }
        &.-beside .words { layout: vertical; }
        &.-beside .words BigType { width: 1fr; }
        &.-beside .told { padding: 0; }
        &.-beside .strand { layout: horizontal; }
        &.-beside .words { width: 30%; padding-right: 3; }
        &.-beside .picture { width: 70%; }
    }
    """

    def __init__(self, activity: Pathway) -> None:
        """Of these strands."""
        super().__init__(activity)
        self._activity = activity
        self._title_size = 0

    def compose(self) -> ComposeResult:
        """Every strand, and a place for one alone."""
        with VerticalScroll():
            yield Static(NOBODY, classes="nobody", markup=False)
            for strand in self._activity.strands:
                with Container(classes="strand", id=f"strand-{strand.id}"):
                    with Vertical(classes="words"):
                        yield BigType(strand.title, classes="title")
                        yield BigType(classes="figure")
                        yield Static(classes="told", markup=False)
                    yield Static(classes="picture", markup=False)
            with Vertical(id="alone"):
                yield BigType(classes="title")
                yield BigType(classes="figure")
                yield Static(markup=False)

    def _marks(self, strand: Strand) -> StrandSummary | None:
        strands = self._summary.strands if self._summary else ()
        return next((marks for marks in strands if marks.strand == strand.id and (marks.n or marks.withheld)), None)

    def _is_shown(self, marks: StrandSummary | None) -> bool:
        """Whether there are marks that may be broken down."""
        return marks is not None and not marks.withheld

    def _earlier(self, strand: Strand) -> StrandSummary | None:
        """The marks of the round before, where they are to be compared and enough to be broken down."""
        return earlier(self._total, strand.id)

    def redraw(self) -> None:
        """Every strand, or the one that is dwelt on."""
        if not self.size.width:
            return
        self.set_class(self.size.width >= BESIDE, "-beside")
        width, height = self.size.width - EDGES, self.size.height - 2
        strands = self._activity.strands
        alone = next((strand for strand in strands if strand.id == self._spotlight), None)
        anybody = self._total.answers > 0
        self.query_one(".nobody").display = alone is None and not anybody
        self.query_one("#alone").display = alone is not None
        self._title_size = self._common_size(width, height // len(strands) - 1)
        for strand in strands:
            row = self.query_one(f"#strand-{strand.id}")
            row.display = alone is None and anybody
            if row.display:
                self._draw_among(strand, width, height // len(strands) - 1)
        if alone is not None:
            self._draw_alone(alone, width, height)

    def _common_size(self, width: int, room: int) -> int:
        """The size in which every title is whole: the same for all, 0 for the terminal's own letters."""
        if self.size.height < BIG:
            return 0
        across = width * 3 // 10 - 3 if self.has_class("-beside") else width
        rows = max(room - 3, 1)
        return min(set_text(strand.title, max(across, 1), 12, 10, rows).size or 0 for strand in self._activity.strands)

    def _draw_among(self, strand: Strand, width: int, room: int) -> None:
        place = self.query_one(f"#strand-{strand.id}")
        marks, earlier, beside = self._marks(strand), self._earlier(strand), self.has_class("-beside")
        place.query_one(".title", BigType).fit(largest=self._title_size)
        self._draw_figure(place, marks, earlier, big=beside and room >= 12)
        place.query_one(".told", Static).update(self._told(strand, marks, "  " if not beside else "\n"))
        drawing = place.query_one(".picture", Static)
        drawing.display = self._is_shown(marks)
        if marks is not None and drawing.display:
            column = (width * 7 // 10 if beside else width) // len(strand.stages)
            titles = self._titles(strand, column)
            tall = min(14, max(1, room - 2 - len(titles) - (0 if beside else 1)))
            if earlier and (not beside or tall < FEWEST_ROWS):
                rows = [*titles, counts_row(earlier, marks, column)]
            else:
                rows = [*picture(earlier, marks, column, tall), *titles]
            drawing.update(Content("\n").join(rows))

    def _draw_figure(
        self, place: Widget, marks: StrandSummary | None, earlier: StrandSummary | None, *, big: bool
    ) -> None:
        """How many moved, in big type."""
        figure = place.query_one(".figure", BigType)
        figure.display = big and earlier is not None and self._shift is not None and self._is_shown(marks)
        if figure.display and marks is not None and self._shift is not None:
            figure.fit(largest=16 if self._spotlight is not None else 12, most_rows=9)
            figure.update(f"{self._shift.count(marks.strand)} moved")

    def _draw_alone(self, strand: Strand, width: int, height: int) -> None:
        marks, earlier, place = self._marks(strand), self._earlier(strand), self.query_one("#alone")
        heading = 8 if height >= 30 else 1
        title = place.query_one(".title", BigType)
        title.fit(largest=14, most_rows=heading)
        title.update(strand.title)
        self._draw_figure(place, marks, earlier, big=heading > 1)
        words = self._told(strand, marks, "   ")
        drawing = place.query_one(Static)
        if marks is None or not self._is_shown(marks):
            drawing.update(words)
            return
        column = width // len(strand.stages)
        titles = self._titles(strand, column)
        most = max(*marks.stages.values(), *(earlier.stages.values() if earlier else ()))
        said = [] if earlier else [Content(""), *self._descriptors(strand, column, width)]
        taken = heading + len(said) + len(titles) + 6 + (6 if earlier and heading > 1 else 0)
        tall = max(3, min(MOST_ROWS_A_PERSON * most, height - taken))
        bars = picture(earlier, marks, column, tall, quartiles=True)
        drawing.update(Content("\n").join([words, Content(""), *bars, *titles, *said]))

    def _told(self, strand: Strand, marks: StrandSummary | None, between: str) -> Content:
        if marks is None:
            return Content.styled(NOBODY, "$quiet")
        if not self._is_shown(marks):
            return Content.styled(marks.withheld or "", "$quiet")
        where = Content.styled(stand(strand, marks, self._total.who), "bold $now")
        if self._before is None:
            return Content(between).join([where, Content.styled(self._total.who.counted(marks.n), "$quiet")])
        if self._earlier(strand) is None:
            return Content(between).join([where, Content.styled("not shown beside the round before", "$quiet")])
        moved = [Content.styled(f"{self._shift.count(strand.id)} moved", "bold")] if self._shift else []
        return Content(between).join([*moved, where, KEY])

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
