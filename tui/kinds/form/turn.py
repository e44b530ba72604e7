"""A participant's turn at a form: its fields one under another, and all of them with their ticks at the side."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from activities.kinds.activity import Response, progress
from activities.kinds.form import Form, missing
from activities.kinds.form_fields import FieldType, FormField, LooksLikeName
from activities.kinds.form_response import FormResponse
from activities.kinds.ledger import CELLS, typed_in
from activities.refusal import Refused
from activities.typed import quoted
from tui.kinds import Offers
from tui.kinds.form.choosing import Choosing
from tui.kinds.form.field import FieldBlock
from tui.kinds.form.ledger import LedgerTable, cell_at, place_of
from tui.kinds.today import today
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.list import Row, WritingList
from tui.kinds.writing.offers import Offers as OfferRows
from tui.kinds.writing.offers import own
from tui.kinds.writing.turn import WritingTurn
from tui.widgets.lines import say


class FormTurn(WritingTurn, inherit_bindings=False):
    """The fields, each with where to answer. Tab and enter go on to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next", id="form.next"),
        Binding("shift+tab", "app.focus_previous", "Back", id="form.back"),
        Binding("pagedown,ctrl+down", "app.focus_next", "Next field", show=False, id="form.page_on"),
        Binding("pageup,ctrl+up", "app.focus_previous", "Field before", show=False, id="form.page_back"),
        Binding("f8", "insist", "Keep it all the same", key_display="F8", id="form.insist"),
        Binding("ctrl+o", "offers", "Earlier answers", id="form.offers"),
        *WritingTurn.BINDINGS,
    ]

    HELP = """
Fill in what you can. What must be filled says *needed*.

- `Tab` goes to the next field, `Shift+Tab` to the one before. In a short field `Enter` goes on, too.
- `↑` `↓` go through options. `Enter`, `Space` or a number chooses one, or takes it back.
- Dates can be typed as you write them: `3 Feb`, `03/02/2027`. They are shown back in full.
- Where a code is asked for, write no name. What looks like one is not kept. `F8` keeps it all the same.
- `Ctrl+O` goes to what you wrote earlier, where there is any.
- `Ctrl+Z` takes the last step back, `Ctrl+Y` does it again. `Ctrl+S` hands in.
"""

    DEFAULT_CSS = """
    FormTurn {
        layout: horizontal;
        & #fields { padding: 1 3 0 3; width: 1fr; align-horizontal: center; scrollbar-size-vertical: 1; }
        & #fields > * { max-width: 96; }
        & .count { color: $quiet; text-align: right; height: 1; margin-bottom: 1; }
        & #ledger { height: auto; margin-bottom: 1; }
        & #ledger .ask { height: auto; text-style: bold; }
        &.-narrow WritingList { display: none; }
        &.-narrow #fields { padding: 0 2; }
        &.-low .count { margin: 0; }
        &.-tall #fields { padding: 2 3 0 3; }
    }
    """

    def __init__(self, activity: Form, response: FormResponse, offers: Offers) -> None:
        """Go on with what is filled in so far."""
        super().__init__(activity, response)
        self._activity = activity
        self._offers = tuple(offer for source in activity.sources for offer in own(offers.get(source)))
        self._doubted: dict[str, str] = {}
        self._blocks = [FieldBlock(one, response.answer(one.id), self._seen(one)) for one in activity.fields]
        self._table = LedgerTable(activity.ledger, response) if activity.ledger else None
        self._last: WritingArea | None = None
        self._listed: object = None

    @property
    def response(self) -> FormResponse:
        """The form as it stands."""
        found = super().response
        assert isinstance(found, FormResponse)
        return found

    @property
    def field_in_hand(self) -> str | None:
        """The field that is being written in, if the room may come to see it."""
        focused = self.screen.focused
        place = focused.place if isinstance(focused, WritingArea) else None
        return place if place in {one.id for one in self._activity.told} else None

    def compose(self) -> ComposeResult:
        """How much is filled, the fields, the table; and all of them at the side."""
        with VerticalScroll(id="fields", can_focus=False):
            yield Static(classes="count", markup=False)
            yield from self._blocks
            if self._activity.ledger and self._table:
                with Vertical(id="ledger"):
                    yield Static(Content(self._activity.ledger.label), classes="ask", markup=False)
                    yield self._table
            yield OfferRows()
        yield WritingList()

    def _seen(self, field: FormField) -> str:
        """Who sees a field, where that is not who sees all the rest."""
        if self._activity.match and field.id == self._activity.match.name:
            return "the room sees it only if you agree"
        told = field in self._activity.told or field.id in self._activity.matched_by
        return "" if told else "not for the room"

    def on_mount(self) -> None:
        """The first thing to do is to fill the first field that is empty."""
        offers = self.query_one(OfferRows)
        offers.offers = self._offers
        offers.display = bool(self._offers)
        self.redraw()
        self.focus()

    def first_place(self) -> Widget:
        """The first field that is not filled; the first of all where every one is."""
        empty = (block for block in self._blocks if not self.response.answer(block.field.id).fills(block.field))
        return next(empty, self._blocks[0]).place

    def redraw(self) -> None:
        """Show every field as it stands."""
        day = today(self.app)
        for block in self._blocks:
            block.show(self.response, self._doubted.get(block.field.id), day, self.least_height(block.field.lines))
        if self._table:
            self._table.show(self.response, day)
            for line in self._table.query(WritingArea):
                line.put(self.written(line.place))
        self._redraw_count()
        self.refresh_bindings()

    def _redraw_count(self) -> None:
        found, needed = progress(self._activity, self.response), len(missing(self._activity, self.response))
        words = f"{found.done} of {found.of} filled" + (f", {needed} still needed" if needed else "")
        say(self.query_one(".count", Static), Content(words))
        rows = [Row(one.label, self.response.answer(one.id).fills(one)) for one in self._activity.fields]
        if self._activity.ledger:
            rows.append(Row(self._activity.ledger.label, self.response.counts))
        listed = (tuple(rows), self._number(), self.size.width)
        if listed != self._listed:
            self._listed = listed
            self.query_one(WritingList).show(rows, listed[1])

    def _number(self) -> int:
        """The field that has the focus, by its number from 0."""
        at = next((number for number, block in enumerate(self._blocks) if block.has_focus_within), None)
        if at is None:
            return len(self._blocks) if self._table and self._table.has_focus_within else 0
        return at

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another field is in hand: keep it in sight, and say of the one that was left what cannot be read."""
        if isinstance(event.widget, WritingArea):
            self._last = event.widget
        self.call_after_refresh(self._still_in_sight)
        self.call_after_refresh(self._redraw_if_there)

    def keep_in_sight(self, focused: Widget) -> None:
        """The field in hand, whole where it fits; of a longer one the place where one writes."""
        blocks = (one for one in focused.ancestors if isinstance(one, FieldBlock | LedgerTable))
        block = next(blocks, focused)
        if block is self._blocks[0]:
            self.query_one("#fields").scroll_home(animate=False)
        else:
            (focused if block.size.height > self.size.height - 2 else block).scroll_visible(animate=False)

    def _redraw_if_there(self) -> None:
        if self.is_attached:
            self.redraw()

    def unfinished(self) -> str | None:
        """What must be filled and is not; or a code that was not kept."""
        if self._doubted:
            return f"{quoted(next(iter(self._doubted.values())))} is not kept: it looks like a name."
        left = missing(self._activity, self.response)
        if not left:
            return None
        return f"Still needed: {left[0].label}" + (f", and {len(left) - 1} more." if len(left) > 1 else ".")

    # Writing

    def written(self, place: str) -> str:
        """What is typed in a field or a cell; of a code that was not kept, what stands on the screen."""
        if (cell := cell_at(place)) is not None:
            row, name = cell
            entries = self.response.entries
            return typed_in(entries[row], name) if row < len(entries) else ""
        return self._doubted.get(place, self.response.answer(place).typed)

    def writing(self, place: str, text: str) -> Response:
        """The response with this in a field or a cell. A code that may be a name is not in it."""
        day = today(self.app)
        if (cell := cell_at(place)) is not None and self._activity.ledger:
            try:
                return self.response.type_row(self._activity.ledger, *cell, text, day)
            except Refused as refused:
                self.notify(str(refused), markup=False)
                return self.response
        self._doubted.pop(place, None)
        try:
            return self.response.type_in(self._activity.field(place), text, day)
        except LooksLikeName:
            self._doubted[place] = text
            return self.response.clear(place)

    def write(self, area: WritingArea) -> None:
        """Have the letter kept; where nothing of it is kept, that is so already."""
        before = self.response
        super().write(area)
        if self.response == before:
            self.keep(before)
            self.redraw()
        if area.place in self._doubted and isinstance(area.parent, FieldBlock):
            self.call_after_refresh(area.parent.scroll_visible, animate=False)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The first field, or cell of the table, in which two responses differ."""
        assert isinstance(before, FormResponse)
        assert isinstance(after, FormResponse)
        fields = (one.id for one in self._activity.fields)
        found = next((one for one in fields if before.answer(one) != after.answer(one)), None)
        if found is not None:
            return found
        for row in range(max(len(before.entries), len(after.entries))):
            cells = [one[row] if row < len(one) else None for one in (before.entries, after.entries)]
            for cell in CELLS:
                old, new = (typed_in(entry, cell) if entry else "" for entry in cells)
                if old != new:
                    return place_of(row, cell)
        return None

    def go_to(self, place: str) -> None:
        """Go on at a field or a cell."""
        blocks = [block for block in self._blocks if block.field.id == place]
        lines = [area for area in self.query(WritingArea) if area.place == place]
        if blocks or lines:
            (blocks[0].place if blocks else lines[0]).focus()

    # Keys and mouse

    def action_undo(self) -> None:
        """Take the last step back; a code that was not kept goes."""
        self._doubted.clear()
        super().action_undo()
        self.redraw()

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._doubted.clear()
        super().action_redo()
        self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Insisting is for a code that was not kept; earlier answers are there where there are any."""
        if action == "insist":
            return self._doubted_in_hand() is not None
        if action == "offers":
            return bool(self._offers) and not isinstance(self.screen.focused, OfferRows)
        return super().check_action(action, parameters)

    def _doubted_in_hand(self) -> str | None:
        focused = self.screen.focused
        place = focused.place if isinstance(focused, WritingArea) else None
        return place if place in self._doubted else None

    def action_insist(self) -> None:
        """The code is kept although it looks like a name."""
        if (place := self._doubted_in_hand()) is not None:
            text = self._doubted.pop(place)
            self.end_run()
            self.change(self.response.type_in(self._activity.field(place), text, today(self.app), insist=True))

    def action_offers(self) -> None:
        """Choose from what was written earlier."""
        self.query_one(OfferRows).focus()

    @on(OfferRows.Taken)
    def _take_over(self, event: OfferRows.Taken) -> None:
        event.stop()
        texts = [one for one in self.query(WritingArea) if one.place in self._texts()]
        area = self._last if self._last in texts else next(iter(texts), None)
        if area is None:
            self.notify("There is no field here to take it over into.")
            return
        self.end_run()
        area.take(event.offer.text, event.others)
        area.focus()

    def _texts(self) -> set[str]:
        return {one.id for one in self._activity.fields if one.type in (FieldType.WRITE, FieldType.LINE)}

    @on(Choosing.Ticked)
    def _tick(self, event: Choosing.Ticked) -> None:
        event.stop()
        try:
            after = self.response.choose(event.field, event.option)
        except Refused as refused:
            self.notify(str(refused), markup=False)
            return
        self.end_run()
        self.change(after)

    @on(Choosing.Took)
    def _took(self, event: Choosing.Took) -> None:
        event.stop()

    @on(WritingList.Picked)
    def _go(self, event: WritingList.Picked) -> None:
        event.stop()
        blocks = self._blocks
        self.go_to(blocks[event.number].field.id if event.number < len(blocks) else place_of(0, CELLS[0]))
