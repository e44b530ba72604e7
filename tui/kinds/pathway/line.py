"""The stages of a strand as steps on a line, with the mark on one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from activities.kinds.pathway import Strand

MOST_TITLE_ROWS = 2
"""A title that needs more rows than this in its column gives way to its number; it stands in full below the line."""


def titles_in_columns(titles: Sequence[str], width: int) -> list[list[str]]:
    """Each title, numbered from 1, in the rows it takes in a column `width` cells wide; the numbers alone if one cannot."""
    columns = []
    for number, title in enumerate(titles, 1):
        rows = [row.plain.rstrip() for row in Content(f"{number} {title}").wrap(max(1, width - 1))]
        if len(rows) > MOST_TITLE_ROWS or any(len(word) > width - 3 for word in title.split()):
            return [[str(i)] for i in range(1, len(titles) + 1)]
        columns.append(rows)
    return columns


def stage_words(strand: Strand, mark: int | None, *, close: bool) -> Content:
    """What the marked stage says, or what every stage says where none is marked: `close` together, or a row apart."""
    if mark is None:
        ask = Content.styled("Which of these sounds most like you?", "bold")
        each = [
            Content.assemble((f"{number} {stage.title}  ", "bold"), (stage.descriptor, "$quiet"))
            for number, stage in enumerate(strand.stages, 1)
        ]
        return Content("\n" if close else "\n\n").join([ask, *each])
    stage = strand.stages[min(mark, len(strand.stages)) - 1]
    head = Content.styled(f"{mark} {stage.title}", "bold")
    example = Content.assemble(("For example  ", "bold $quiet"), (stage.example, "$quiet"))
    return Content("\n").join([head, Content(stage.descriptor), example])


class StageLine(Widget, can_focus=True):
    """The stages on a line. Arrows move the mark, a number or a click sets it."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Stage", key_display="← →", id="pathway.stage_back"),
        Binding("right", "step(1)", "Stage", show=False, id="pathway.stage_on"),
        *(
            Binding(str(number), f"choose({number})", f"Stage {number}", show=False, id=f"pathway.stage_{number}")
            for number in range(1, 8)
        ),
    ]

    DEFAULT_CSS = "StageLine { height: auto; width: 1fr; }"

    mark: reactive[int | None] = reactive(None)
    """The stage that is marked, from 1; None where none is."""

    stages: reactive[tuple[str, ...]] = reactive((), layout=True)
    """The titles of the stages."""

    @dataclass
    class Stepped(Message):
        """The mark is to move by this many stages."""

        by: int

    @dataclass
    class Chosen(Message):
        """The mark is to stand at this stage, from 1."""

        stage: int

    def show(self, strand: Strand, mark: int | None) -> None:
        """Show the stages of a strand, marked at a stage or not at all."""
        self.stages, self.mark = tuple(stage.title for stage in strand.stages), mark

    def _column(self, width: int) -> int:
        return max(3, width // max(1, len(self.stages)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of the titles and the line itself."""
        return max((len(rows) for rows in titles_in_columns(self.stages, self._column(width))), default=0) + 1

    def render(self) -> Content:
        """The titles, and under them the line."""
        column = self._column(self.size.width)
        titles = titles_in_columns(self.stages, column)
        height = max((len(rows) for rows in titles), default=0)
        lines = [self._title_row(titles, row - height, column) for row in range(height)]
        return Content("\n").join([*lines, self._steps(column)])

    def _title_row(self, titles: list[list[str]], from_the_end: int, column: int) -> Content:
        parts = []
        for stage, rows in enumerate(titles, 1):
            text = rows[from_the_end] if -from_the_end <= len(rows) else ""
            marked = stage == self.mark
            style = ("bold $now" if self.has_focus else "bold") if marked else "$quiet"
            parts.append(Content.styled(text, style).pad_right(max(0, column - Content(text).cell_length)))
        return Content.assemble(*parts)

    def _steps(self, column: int) -> Content:
        parts = []
        mark = self.mark or 0
        lit = "bold $now" if self.has_focus else "bold"
        for stage in range(1, len(self.stages) + 1):
            parts.append(("◉", lit) if stage == mark else ("○", lit if stage < mark else "$quiet"))
            if stage < len(self.stages):
                parts.append(("━" * (column - 1), lit) if stage < mark else ("─" * (column - 1), "$quiet"))
        return Content.assemble(*parts)

    def action_step(self, by: int) -> None:
        """Move the mark."""
        self.post_message(self.Stepped(by))

    def action_choose(self, stage: int) -> None:
        """Set the mark, where there is such a stage."""
        if stage <= len(self.stages):
            self.post_message(self.Chosen(stage))

    def on_click(self, event: events.Click) -> None:
        """Set the mark at the step or the title that was clicked."""
        event.stop()
        self.action_choose(event.x // self._column(self.size.width) + 1)

    def on_focus(self) -> None:
        """The mark is lit while it can be moved."""
        self.refresh()

    def on_blur(self) -> None:
        """And not lit while it cannot."""
        self.refresh()
