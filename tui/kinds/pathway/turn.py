"""Self-assessment pathways on the screen: a participant's turn, the reveal to the room, a glance."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label, Static

from activities.kinds.activity import Response, progress
from activities.kinds.pathway import Mark, Pathway, PathwayResponse, PathwaySummary, Strand
from tui.kinds import Offers, glance, own_work, picture, turn
from tui.kinds.looking_back import OwnWork
from tui.kinds.pathway.bars import in_words
from tui.kinds.pathway.line import StageLine, stage_words
from tui.kinds.pathway.picture import PathwayPicture
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.list import Row, WritingList
from tui.kinds.writing.turn import WritingTurn, still_empty
from tui.widgets.scrolled import Scrolled

EVIDENCE, MOVE = "evidence", "move"


class PathwayTurn(WritingTurn, inherit_bindings=False):
    """One strand at a time: the stages on a line, what the marked one says, and room to write why and what next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "write", "Write", id="pathway.write"),
        Binding("escape", "stages", "Stages", id="pathway.stages"),
        Binding("pagedown,ctrl+down", "strand(1)", "Next", id="pathway.strand_on"),
        Binding("pageup,ctrl+up", "strand(-1)", "Back", id="pathway.strand_back"),
        *WritingTurn.BINDINGS,
    ]

    HELP = """
Mark the stage that sounds most like you on each strand.

- `←` `→` move the mark along the stages. `1` `2` `3` … set it. A click does, too.
- `Tab` goes to the writing. `Esc` goes back to the stages.
- `PgDn` and `PgUp` go to the next strand and back. Nothing you wrote is lost.
- `Ctrl+Z` takes the last step back, `Ctrl+Y` does it again. `Ctrl+S` hands in, and on the stages `Enter` does, too.
"""

    DEFAULT_CSS = """
    PathwayTurn {
        layout: horizontal;
        & #strand { padding: 1 3 0 3; width: 1fr; align-horizontal: center; scrollbar-size-vertical: 1; }
        & #strand > * { max-width: 96; }
        & .head { height: auto; }
        & .title { text-style: bold; width: 1fr; }
        & .count { color: $quiet; width: auto; }
        & .about { color: $quiet; height: auto; }
        & StageLine { margin: 1 0; }
        & .stage { height: auto; margin-bottom: 1; }
        & .ask { color: $foreground; height: auto; }
        &.-narrow WritingList { display: none; }
        &.-narrow #strand { padding: 0 2; }
        &.-low .about { display: none; }
        &.-tall WritingArea { min-height: 6; }
        &.-low WritingArea { min-height: 3; }
        &.-tall #strand { padding: 2 3 0 3; }
    }
    """

    def __init__(self, activity: Pathway, response: PathwayResponse) -> None:
        """Go on with the marks given so far, on the first strand that has none."""
        super().__init__(activity, response)
        self._activity = activity
        unmarked = (i for i, strand in enumerate(activity.strands) if response.mark(strand.id).stage is None)
        self._number = next(unmarked, 0)

    @property
    def response(self) -> PathwayResponse:
        """The marks as they stand."""
        found = super().response
        assert isinstance(found, PathwayResponse)
        return found

    @property
    def strand(self) -> Strand:
        """The strand at hand."""
        return self._activity.strands[self._number]

    def compose(self) -> ComposeResult:
        """The strand in the centre, all of them at the side."""
        with Scrolled(id="strand"):
            with Horizontal(classes="head"):
                yield Static(classes="title", markup=False)
                yield Label(classes="count", markup=False)
            yield Static(classes="about", markup=False)
            yield StageLine()
            yield Static(classes="stage", markup=False)
            yield Static(self._activity.ask_evidence, classes="ask", markup=False)
            yield WritingArea(EVIDENCE)
            yield Static(self._activity.ask_move, classes="ask", markup=False)
            yield WritingArea(MOVE)
        yield WritingList()

    def on_mount(self) -> None:
        """The first thing to do is to move the mark."""
        self.redraw()
        self.focus()

    def first_place(self) -> StageLine:
        """The stages."""
        return self.query_one(StageLine)

    def redraw(self) -> None:
        """Show the strand at hand and how all of them stand."""
        strand, mark = self.strand, self.response.mark(self.strand.id)
        self.query_one(StageLine).show(strand, mark.stage)
        self.query_one(".title", Static).update(Content(strand.title))
        self.query_one(".count", Label).update(self._count())
        self.query_one(".about", Static).update(Content(strand.about or ""))
        self.query_one(".stage", Static).update(stage_words(strand, mark.stage, close=self.has_class("-low")))
        writing = mark.stage is not None or bool(mark.evidence or mark.move)
        for widget in self.query("WritingArea, .ask"):
            widget.display = writing
        for area in self.query(WritingArea):
            area.put(self.written(area.place))
        self.query_one(WritingList).show(
            [_row(each, self.response.mark(each.id).stage) for each in self._activity.strands], self._number
        )
        self.refresh_bindings()

    def _count(self) -> Content:
        strands = self._activity.strands
        marks = [self.response.mark(strand.id).stage for strand in strands]
        dots = [("· " if mark is None else "✓ ", "$quiet") for mark in marks]
        dots[self._number] = ("▸ ", "bold $now")
        strip = dots if self.has_class("-narrow") and len(strands) > 1 else []
        return Content.assemble(*strip, f" strand {self._number + 1} of {len(strands)}")

    def unfinished(self) -> str | None:
        """How many strands have no mark."""
        return still_empty(
            progress(self._activity, self.response), "strand has no mark yet", "strands have no mark yet"
        )

    def written(self, place: str) -> str:
        """The evidence or the move of the strand at hand."""
        mark = self.response.mark(self.strand.id)
        return mark.evidence if place == EVIDENCE else mark.move

    def writing(self, place: str, text: str) -> Response:
        """The strand at hand with this evidence or this move."""
        if place == EVIDENCE:
            return self.response.give_evidence(self.strand.id, text)
        return self.response.plan_move(self.strand.id, text)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The strand on which two responses differ, and where on it."""
        assert isinstance(before, PathwayResponse)
        assert isinstance(after, PathwayResponse)
        for strand in self._activity.strands:
            old, new = before.mark(strand.id), after.mark(strand.id)
            if old != new:
                where = EVIDENCE if old.evidence != new.evidence else MOVE if old.move != new.move else "stage"
                return f"{strand.id} {where}"
        return None

    def go_to(self, place: str) -> None:
        """Show a strand, and go to its line or to one of its areas."""
        strand, where = place.split()
        self._show(next(i for i, each in enumerate(self._activity.strands) if each.id == strand))
        areas = [area for area in self.query(WritingArea) if area.place == where and area.display]
        (areas[0] if areas else self.query_one(StageLine)).focus()

    def _show(self, number: int) -> None:
        self.end_run()
        self._number = number
        self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "strand" and isinstance(by := parameters[0], int):
            return 0 <= self._number + by < len(self._activity.strands)
        if action == "stages":
            return isinstance(self.screen.focused, WritingArea)
        if action == "write":
            return isinstance(self.screen.focused, StageLine) and any(area.display for area in self.query(WritingArea))
        return super().check_action(action, parameters)

    def action_strand(self, by: int) -> None:
        """On to another strand."""
        self._show(self._number + by)
        self.focus()
        self.query_one("#strand").scroll_home(animate=False)

    def action_stages(self) -> None:
        """From the writing back to the stages."""
        self.focus()

    def action_write(self) -> None:
        """From the stages to the writing."""
        self.query(WritingArea).first().focus()

    @on(StageLine.Stepped)
    def _step(self, event: StageLine.Stepped) -> None:
        event.stop()
        self.change(self.response.step(self.strand, event.by))

    @on(StageLine.Chosen)
    def _choose(self, event: StageLine.Chosen) -> None:
        event.stop()
        self.change(self.response.stand_at(self.strand, event.stage))

    @on(WritingList.Picked)
    def _pick(self, event: WritingList.Picked) -> None:
        event.stop()
        self.action_strand(event.number - self._number)


def _row(strand: Strand, stage: int | None) -> Row:
    steps = "─".join("◉" if number == stage else "○" for number in range(1, len(strand.stages) + 1))
    return Row(strand.title, stage is not None, f"{steps}  {_stage(strand, stage)}")


def _stage(strand: Strand, stage: int | None) -> str:
    return "not marked yet" if stage is None else f"{stage} {strand.stages[min(stage, len(strand.stages)) - 1].title}"


@turn.register
def _(activity: Pathway, response: PathwayResponse, offers: Offers) -> PathwayTurn:
    return PathwayTurn(activity, response)


@own_work.register
def _(activity: Pathway, response: PathwayResponse) -> OwnWork:
    return OwnWork(part for strand in activity.strands for part in _stood(activity, strand, response.mark(strand.id)))


def _stood(activity: Pathway, strand: Strand, mark: Mark) -> Iterator[tuple[str, str]]:
    yield strand.title, _stage(strand, mark.stage)
    yield activity.ask_evidence, mark.evidence
    yield activity.ask_move, mark.move


@picture.register
def _(activity: Pathway) -> PathwayPicture:
    return PathwayPicture(activity)


@glance.register
def _(activity: Pathway, summary: PathwaySummary) -> Content:
    found = {strand.strand: strand for strand in summary.strands}
    lines = []
    for strand in activity.strands:
        marks = found.get(strand.id)
        if marks is None or marks.withheld:
            lines.append(Content.assemble((strand.title, "bold"), ("  too few to show", "$quiet")))
        else:
            words = Content.assemble(f"  {in_words(strand, marks)}", (f"  {marks.n} in", "$quiet"))
            lines.append(Content.styled(strand.title, "bold") + words)
    return Content("\n").join(lines)
