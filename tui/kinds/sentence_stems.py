"""Sentence stems on the screen: a participant's turn, the endings stem by stem, a glance."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Label, Static

from activities.kinds.activity import progress
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse, SentenceStemsSummary, Stem
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.fields import FieldsTurn
from tui.kinds.writing.list import WIDTH as LIST_WIDTH
from tui.kinds.writing.list import Row, WritingList
from tui.kinds.writing.offers import Offers as OfferRows
from tui.kinds.writing.offers import own
from tui.kinds.writing.stems import StemsPicture
from tui.kinds.writing.turn import still_empty
from tui.widgets.big_lines import set_text
from tui.widgets.big_type import BigType
from tui.widgets.scrolled import Scrolled

WIDEST = 96
"""Cells across which what is read and written runs at most, as the style below says."""

TIGHT = 16
"""Rows under which the place of the sentence is no higher than the one at hand."""


class SentenceStemsTurn(FieldsTurn, inherit_bindings=False):
    """One stem at a time, large, with room to finish it; what was written earlier lies under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,ctrl+down", "stem(1)", "Next", id="stems.on"),
        Binding("pageup,ctrl+up", "stem(-1)", "Back", id="stems.back"),
        Binding("ctrl+o", "offers", "Take over", id="stems.offers"),
        Binding("escape", "write", "Write", id="stems.write"),
        *FieldsTurn.BINDINGS,
    ]

    HELP = """
Finish each sentence in your own words.

- `PgDn` goes to the next sentence, `PgUp` back. Nothing you wrote is lost.
- `Ctrl+O` goes to what you wrote earlier. Choose with `↑` `↓` and take it over with `Enter`, or with its number.
- `Esc` goes back from there to the writing.
- `Ctrl+Z` takes the last step back. `Ctrl+Y` does it again.
- `Ctrl+S` hands in.
"""

    DEFAULT_CSS = """
    SentenceStemsTurn {
        layout: horizontal;
        & #stem { padding: 1 3 0 3; width: 1fr; align-horizontal: center; }
        & #below { scrollbar-size-vertical: 1; }
        & #stem > * { max-width: 96; }
        & .head { height: 1; margin-bottom: 1; color: $quiet; }
        & .strip { width: 1fr; }
        & .count { width: auto; }
        & #words { align-vertical: bottom; margin-bottom: 1; }
        & BigType { text-style: bold; }
        & .hint { color: $quiet; height: auto; margin-bottom: 1; }
        &.-narrow WritingList { display: none; }
        &.-narrow #stem { padding: 0 2; }
        &.-low #stem { padding: 0 3; }
        &.-low.-narrow #stem { padding: 0 2; }
        &.-low .head, &.-low #words, &.-low .hint { margin-bottom: 0; }
        &.-tall #stem { padding: 2 3 0 3; }
    }
    """

    def __init__(self, activity: SentenceStems, response: SentenceStemsResponse, offers: Offers) -> None:
        """Go on with the endings given so far, at the first stem that has none."""
        super().__init__(activity, response)
        self._activity = activity
        self._offers = offers
        self._number = next((i for i, stem in enumerate(activity.stems) if not response.filled(stem.id)), 0)

    @property
    def stem(self) -> Stem:
        """The stem at hand."""
        return self._activity.stems[self._number]

    def compose(self) -> ComposeResult:
        """The stem in the centre, the whole plan at the side."""
        with Vertical(id="stem"):
            with Horizontal(classes="head"):
                yield Static(classes="strip", markup=False)
                yield Label(classes="count", markup=False)
            with Container(id="words"):
                yield BigType()
            with Scrolled(id="below"):
                yield Static(classes="hint", markup=False)
                yield WritingArea("")
                yield OfferRows()
        yield WritingList()

    def on_mount(self) -> None:
        """The first thing to do is to write."""
        self.redraw()
        self.focus()

    def first_place(self) -> WritingArea:
        """The only area there is."""
        return self.query_one(WritingArea)

    def redraw(self) -> None:
        """Show the stem at hand and how the plan stands."""
        stem, area, rows = self.stem, self.query_one(WritingArea), self.query_one(OfferRows)
        self._set_stem()
        hint = self.query_one(".hint", Static)
        hint.update(Content(stem.hint or ""))
        hint.display = bool(stem.hint)
        area.place = stem.id
        area.put(self.response.answer(stem.id))
        area.styles.min_height = self.least_height(stem.lines)
        rows.offers = own(stem.offered(self._offers))
        rows.answer = area.text
        rows.display = bool(rows.offers)
        self._redraw_plan()
        self.refresh_bindings()

    def _set_stem(self) -> None:
        """All stems in letters of one size and in a place of one height, so that the writing stays where it is."""
        big, place = self.query_one(BigType), self.query_one("#words")
        width, most = self._across, 9 * self.size.height // 20
        stems = [stem.stem for stem in self._activity.stems]
        sizes = [1 if self.has_class("-low") else set_text(stem, width, 14, 10, most).size or 1 for stem in stems]
        size = min(sizes)
        big.fit(largest=size, most_rows=most)
        seen = [self.stem.stem] if self.size.height < TIGHT else stems
        place.styles.height = max(set_text(stem, width, size, 10, most).height for stem in seen)
        self.query_one(WritingArea).styles.max_height = "100%"
        big.update(self.stem.stem)

    @property
    def _across(self) -> int:
        """Cells across which the sentence may run: what is laid out in this same moment cannot be asked yet."""
        return max(min(self.size.width - (4 if self.has_class("-narrow") else LIST_WIDTH + 6), WIDEST), 1)

    @on(Resize)
    def _show_writing(self) -> None:
        """There is more room, or less: the writing stands right under its sentence, as long as all of it fits."""
        area, below = self.query_one(WritingArea), self.query_one(Scrolled)
        self.call_after_refresh(below.scroll_home, animate=False)
        self.call_after_refresh(self.call_after_refresh, area.scroll_visible, animate=False)

    def _redraw_plan(self) -> None:
        stems = self._activity.stems
        found = progress(self._activity, self.response)
        empty = found.of - found.done
        words = "all finished" if not empty else f"{empty} still empty"
        self.query_one(".count", Label).update(Content(f"{self._number + 1} of {len(stems)}   {words}"))
        signs = [self._sign(number, stem) for number, stem in enumerate(stems)]
        self.query_one(".strip", Static).update(Content.assemble(*signs) if self.has_class("-narrow") else "")
        rows = [Row(stem.short, self.response.filled(stem.id)) for stem in stems]
        self.query_one(WritingList).show(rows, self._number)

    def _sign(self, number: int, stem: Stem) -> tuple[str, str]:
        gap = " " if len(self._activity.stems) <= (22 if self.size.width >= 72 else 14) else ""
        if number == self._number:
            return "▸" + gap, "bold $now"
        return ("✓" + gap, "$done") if self.response.filled(stem.id) else ("·" + gap, "$quiet")

    def unfinished(self) -> str | None:
        """How many sentences are still empty."""
        return still_empty(
            progress(self._activity, self.response), "sentence is still empty", "sentences are still empty"
        )

    def go_to(self, place: str) -> None:
        """Go on with the ending of a stem."""
        self._show(next(i for i, stem in enumerate(self._activity.stems) if stem.id == place))

    def _show(self, number: int) -> None:
        self.end_run()
        if number != self._number:
            self._number = number
            area = self.query_one(WritingArea)
            area.place = self.stem.id
            area.load_text("")
            self.redraw()
            area.move_cursor(area.document.end)
            self.query_one("#below").scroll_home(animate=False)
        self.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "stem" and isinstance(by := parameters[0], int):
            return 0 <= self._number + by < len(self._activity.stems)
        at_offers = isinstance(self.screen.focused, OfferRows)
        if action == "offers":
            return bool(self.is_mounted and self.query_one(OfferRows).offers) and not at_offers
        if action == "write":
            return at_offers
        return super().check_action(action, parameters)

    def action_stem(self, by: int) -> None:
        """On to another stem."""
        self._show(self._number + by)

    def action_offers(self) -> None:
        """Choose from what was written earlier; take it over at once where it is one thing."""
        rows = self.query_one(OfferRows)
        if len(rows.offers) == 1:
            rows.action_take()
        else:
            rows.focus()

    def action_write(self) -> None:
        """Back to the writing."""
        self.query_one(WritingArea).focus()

    @on(OfferRows.Taken)
    def _take(self, event: OfferRows.Taken) -> None:
        """Set it in: several become a list."""
        event.stop()
        self.end_run()
        area = self.query_one(WritingArea)
        area.take(event.offer.text, event.others)
        area.focus()

    @on(WritingList.Picked)
    def _pick(self, event: WritingList.Picked) -> None:
        event.stop()
        self._show(event.number)


@turn.register
def _(activity: SentenceStems, response: SentenceStemsResponse, offers: Offers) -> SentenceStemsTurn:
    return SentenceStemsTurn(activity, response, offers)


@picture.register
def _(activity: SentenceStems) -> StemsPicture:
    return StemsPicture(activity, [(stem.id, stem.stem) for stem in activity.stems])


@glance.register
def _(activity: SentenceStems, summary: SentenceStemsSummary) -> Content:
    counts = {field.field: "–" if field.withheld else str(field.n) for field in summary.fields}
    lines = [
        Content.assemble((f"{counts.get(stem.id, '0'):>3}  ", "bold"), (stem.short, "$quiet"))
        for stem in activity.stems
    ]
    if "–" in counts.values():
        lines.append(Content.styled("–  too few to show", "$quiet"))
    return Content("\n").join([Content(f"{summary.participants} begun"), *lines])
