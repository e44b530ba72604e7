"""The room's marks on the pathways: every strand with its spread, or one of them large."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from activities.activity import Summary
from activities.pathway import Pathway, PathwaySummary, Strand, StrandSummary
from tui.widgets.pathway_bars import TOO_FEW, axis, bars, in_words, spread_in_words
from tui.widgets.pathway_line import titles_in_columns
from tui.widgets.reveal import Reveal

HIDDEN = "Fewer than five people have marked this. We do not show the spread, so that nobody can be picked out."
NOBODY = "No answers are in yet."
SIDE = 34
"""Width in cells of the words beside the bars, where there is room for them."""


class PathwayReveal(Reveal):
    """Strands one under another, stages as columns. One strand alone also shows the quartiles and what stages say."""

    HELP = """
How many people marked each stage. `▲` is the median: half of the room is at it or before it.
"""

    DEFAULT_CSS = """
    PathwayReveal {
        & VerticalScroll { padding: 1 3; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
    }
    """

    def __init__(self, activity: Pathway, summary: PathwaySummary | None) -> None:
        """Show these strands."""
        super().__init__(activity, summary)
        self._activity = activity
        self._summary = summary
        self._spotlight: str | None = None

    def compose(self) -> ComposeResult:
        """One drawing that scrolls."""
        with VerticalScroll():
            yield Static(markup=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """The strands."""
        return tuple(strand.id for strand in self._activity.strands)

    def dwell_on(self, step: str | None) -> None:
        """Show one strand alone, or all."""
        self._spotlight = step if step in self.steps else None
        self._draw()

    def show(self, summary: Summary | None) -> None:
        """The marks now add up to this."""
        self._summary = summary if isinstance(summary, PathwaySummary) else None
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        self._draw()

    def _marks(self, strand: Strand) -> StrandSummary | None:
        strands = self._summary.strands if self._summary else ()
        return next((marks for marks in strands if marks.strand == strand.id and marks.n), None)

    def _draw(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        width, height = self.size.width - 8, self.size.height - 2
        strands = self._activity.strands
        alone = next((strand for strand in strands if strand.id == self._spotlight), None)
        if alone is not None:
            drawing = self._alone(alone, width, height)
        elif not any(self._marks(strand) for strand in strands):
            drawing = Content.styled(NOBODY, "bold")
        else:
            room = max(4, height // len(strands))
            drawing = Content("\n\n").join(self._among(strand, width, room) for strand in strands)
        self.query_one(Static).update(drawing)

    def _among(self, strand: Strand, width: int, room: int) -> Content:
        marks = self._marks(strand)
        title, words = Content.styled(strand.title, "bold"), self._words(strand, marks)
        beside = width >= 3 * SIDE
        if marks is None or marks.n < TOO_FEW:
            return Content("\n").join([title, words])
        column = (width - SIDE if beside else width) // len(strand.stages)
        titles = self._titles(strand, column)
        tall = room - 2 - len(titles) - (0 if beside else 1)
        picture = [*bars(marks, column, min(8, max(1, tall))), axis(marks, column), *titles]
        if not beside:
            gap = width - title.cell_length - words.cell_length
            head = [title.pad_right(gap) + words] if gap >= 2 else [title, *words.wrap(width)]
            return Content("\n").join([*head, *picture])
        side = [*title.wrap(SIDE - 4), *words.wrap(SIDE - 4), Content.styled(_people(marks), "$quiet")]
        side += [Content("")] * (len(picture) - len(side))
        picture = [Content("")] * (len(side) - len(picture)) + picture
        return Content("\n").join(
            left.pad_right(SIDE - left.cell_length) + right for left, right in zip(side, picture, strict=True)
        )

    def _words(self, strand: Strand, marks: StrandSummary | None) -> Content:
        if marks is None:
            return Content.styled(NOBODY, "$quiet")
        if marks.n < TOO_FEW:
            return Content.styled(HIDDEN, "$quiet")
        return Content.styled(in_words(strand, marks), "$now")

    def _titles(self, strand: Strand, column: int) -> list[Content]:
        columns = titles_in_columns([stage.title for stage in strand.stages], column)
        return _side_by_side([[Content.styled(row, "$quiet") for row in rows] for rows in columns], column)

    def _alone(self, strand: Strand, width: int, height: int) -> Content:
        marks = self._marks(strand)
        title = Content.styled(strand.title, "bold")
        if marks is None or marks.n < TOO_FEW:
            return Content("\n\n").join([title, *self._words(strand, marks).wrap(min(width, 70))])
        column = width // len(strand.stages)
        words = Content.assemble(
            (in_words(strand, marks), "bold $now"),
            "\n",
            spread_in_words(strand, marks),
            (f"  {_people(marks)}", "$quiet"),
        )
        told = self._descriptors(strand, column, width)
        titles = self._titles(strand, column)
        tall = max(3, min(20, height - len(told) - len(titles) - 8))
        picture = [*bars(marks, column, tall), axis(marks, column, quartiles=True), *titles]
        return Content("\n").join([title, words, Content(""), *picture, Content(""), *told])

    def _descriptors(self, strand: Strand, column: int, width: int) -> list[Content]:
        if column >= 24:
            return _side_by_side([Content(stage.descriptor).wrap(column - 3) for stage in strand.stages], column)
        lines = []
        for number, stage in enumerate(strand.stages, 1):
            lines += Content.assemble((f"{number} ", "bold"), stage.descriptor).wrap(width)
        return lines


def _people(marks: StrandSummary) -> str:
    return f"{marks.n} people"


def _side_by_side(columns: list[list[Content]], width: int) -> list[Content]:
    height = max(len(column) for column in columns)
    rows = []
    for row in range(height):
        cells = [column[row].rstrip() if row < len(column) else Content("") for column in columns]
        rows.append(Content("").join(cell.pad_right(max(0, width - cell.cell_length)) for cell in cells))
    return rows
