"""The picture of the room's grid: how many filled each box, as shades with figures; gaps stand out."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.color import Color
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from activities.kinds.grid import Grid, labels_of
from activities.kinds.grid_counts import CellSummary, GridSummary
from activities.reveal.grid import short_label
from tui.kinds.card_sort.chips import cut, plain, width_of
from tui.kinds.card_sort.paint import READABLE, contrast
from tui.kinds.grid.look import fill, head_of, in_lines
from tui.kinds.picture import Picture
from tui.palette import Palette, palette_of

NOBODY = "Nobody has filled a box yet."
TOO_FEW = "–"
KEY = "how many filled each box"

FAINTEST = 0.12
"""How much of the colour a box takes on that one of many filled (0–1); one that all filled takes on as much as can be
read on."""

WIDEST = 26
"""The most cells of a column: figures far apart are not seen together."""

TALLEST = 5
"""Lines of a row at most, with one of air."""


@dataclass(frozen=True)
class Measures:
    """In cells: the labels' width, a column's, and a row's height."""

    labels: int
    column: int
    height: int


class GridPicture(Picture[GridSummary]):
    """The boxes with their counts."""

    HELP = """
How many filled each box: the fuller, the darker. A box in a frame is a gap: nobody filled it, or so few that the figure
could tell who. Step through the rows, those with most gaps first.
"""

    DEFAULT_CSS = """
    GridPicture { & VerticalScroll { height: 1fr; padding: 1 3; align-horizontal: center; scrollbar-size-vertical: 1; } }
    GridPicture Static { width: auto; }
    """

    def __init__(self, activity: Grid) -> None:
        """Nothing to show yet."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """One drawing."""
        with VerticalScroll():
            yield Static(markup=False)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        if self.is_mounted:
            self.redraw()

    def redraw(self) -> None:
        """The head, and every row."""
        summary = self._summary
        if not self.size.width:
            return
        if summary is None or not summary.participants or summary.withheld:
            why = (summary.withheld if summary else None) or NOBODY
            self.query_one(Static).update(Content.styled(why, "bold"))
            return
        labels = {row: label for row, label in labels_of(self._activity, summary).items() if summary.row(row)}
        names = {row: plain(short_label(self._activity, row, label)) for row, label in labels.items()}
        measures = self._measure(names)
        lines = self._head(summary, measures)
        for row, name in names.items():
            lines += self._row(summary, row, name, measures)
        self.query_one(Static).update(Content("\n").join(lines))

    def _measure(self, names: dict[str, str]) -> Measures:
        width, height = self.size.width - 8, self.size.height - 6
        labels = max(min(max(map(width_of, names.values())) + 4, width * 3 // 10), 14)
        column = max(min((width - labels) // len(self._activity.columns), WIDEST), 6)
        return Measures(labels, column, max(min(height // max(len(names), 1), TALLEST), 1))

    def _head(self, summary: GridSummary, measures: Measures) -> list[Content]:
        heads = [
            head_of((column.label, column.brief_label), measures.column - 2, 2) for column in self._activity.columns
        ]
        lines = []
        for at in range(2):
            parts: list[str] = [" " * measures.labels]
            for head in heads:
                from_top = at - (2 - len(head))
                text = head[from_top].strip() if 0 <= from_top < len(head) else ""
                parts.append(_middle(text, measures.column - 1) + " ")
            lines.append(Content.styled("".join(parts), "bold"))
        said = f"{self._total.who.counted(summary.participants)}: {KEY}"
        return [Content.styled(said, "$quiet"), Content(""), *lines]

    def _row(self, summary: GridSummary, row: str, name: str, measures: Measures) -> list[Content]:
        dwelt = row == self._spotlight
        inner = max(measures.height - 1, 1)
        label = in_lines(name, measures.labels - 3, inner)
        first = (inner - len(label)) // 2
        cells = {cell.column: cell for cell in summary.row(row)}
        lines = []
        for line in range(inner):
            said = label[line - first] if 0 <= line - first < len(label) else ""
            mark = "▸ " if dwelt and line == first else "  "
            parts = [Content.styled(fill(mark + said, measures.labels), "bold $now" if dwelt else "")]
            for column in self._activity.columns:
                parts.append(self._box(summary, cells[column.id], measures, line, inner))
                parts.append(Content(" "))
            lines.append(Content("").join(parts))
        return [*lines, *([Content("")] if measures.height > 1 else [])]

    def _box(self, summary: GridSummary, cell: CellSummary, measures: Measures, line: int, inner: int) -> Content:
        """One line of a box: its figure in the middle of its shade, or within a frame where it is a gap."""
        palette, width = palette_of(self.app), measures.column - 1
        figure = self._figure(cell) if line == inner // 2 else ""
        if cell.is_gap:
            return Content.styled(_framed(figure, width, line, inner), "bold $late")
        ground = shade(palette, cell.n, summary.participants)
        return Content.styled(_middle(figure, width), Style(foreground=palette.text, background=ground, bold=True))

    def _figure(self, cell: CellSummary) -> str:
        now = TOO_FEW if cell.withheld else str(cell.n)
        cells = self._before.cells if self._before else ()
        before = next((one for one in cells if one.part == cell.part), None)
        return now if before is None else f"{TOO_FEW if before.withheld else before.n} → {now}"


def shade(palette: Palette, count: int, of: int) -> Color:
    """The ground of a box that so many of all filled: ever more of the colour, and words can be read on all of it."""
    share = min(count / max(of, 1), 1)
    return palette.ground.blend(palette.circles[0], FAINTEST + (strongest(palette) - FAINTEST) * share, 1)


def strongest(palette: Palette) -> float:
    """How much of the colour the ground can take on so that words on it keep their contrast (0–1)."""
    steps = [step / 50 for step in range(50, 0, -1)]
    text, ground, colour = palette.text, palette.ground, palette.circles[0]
    return next((step for step in steps if contrast(text, ground.blend(colour, step, 1)) >= READABLE), FAINTEST)


def _middle(text: str, width: int) -> str:
    text = cut(text, width)
    left = (width - width_of(text)) // 2
    return fill(" " * left + text, width)


def _framed(figure: str, width: int, line: int, inner: int) -> str:
    """One line of a box that is only a frame, or, where it is low, a broken line through its figure."""
    if inner >= 3 and line in (0, inner - 1):
        ends = "╭╮" if line == 0 else "╰╯"
        return f"{ends[0]}{'╌' * (width - 2)}{ends[1]}"
    if inner >= 3:
        return f"┆{_middle(figure, width - 2)}┆"
    if not figure:
        return " " * width
    middle = _middle(f" {figure} ", width)
    left, right = len(middle) - len(middle.lstrip()) - 1, len(middle) - len(middle.rstrip()) - 1
    return "╌" * left + middle[left : width - right] + "╌" * right
