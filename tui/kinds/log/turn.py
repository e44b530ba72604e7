"""A participant's turn at a log: the entries in their order, one of them open."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from activities.kinds.activity import Response
from activities.kinds.log import Log, Move, is_done, is_due, when
from activities.kinds.log_entries import Entry, LogResponse
from activities.refusal import Refused
from activities.typed import on_one_line
from tui.kinds.log.strip import LogStrip
from tui.kinds.today import today
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.list import Row, WritingList
from tui.kinds.writing.turn import WritingTurn
from tui.widgets.options import Choosing, Options

WHEN = "when"
"""The place where an entry's date is written. No move can have it: a place is an entry's id and this, or a move's."""

HOW_TO_DATE = "Such as 3 Feb or 03/02/2027."


class LogTurn(WritingTurn, inherit_bindings=False):
    """One entry at a time under a strip of all of them. What was written on an earlier day is read, the rest written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next part", id="log.next"),
        Binding("shift+tab", "app.focus_previous", "Part before", show=False, id="log.back"),
        Binding("pagedown,ctrl+down", "entry(1)", "Later entry", key_display="pgdn", id="log.on"),
        Binding("pageup,ctrl+up", "entry(-1)", "Earlier", key_display="pgup", id="log.earlier"),
        Binding("ctrl+n", "new", "New entry", id="log.new"),
        *WritingTurn.BINDINGS,
    ]

    HELP = """
Write what you plan before its day, and what happened after it.

- `Tab` goes to the next part of an entry, `Shift+Tab` to the one before. A click does, too.
- `PgUp` and `PgDn` go to earlier and later entries. A click on the list does, too.
- `Ctrl+N` begins a new entry.
- At a decision `1` `2` `3` choose, and so do `←` `→`.
- What was written on an earlier day stays as it is. What is still empty can be written at any time.
- An entry is *due* when its day is past and you have not written what happened.
- `Ctrl+Z` takes the last step back. `Ctrl+Y` does it again. `Ctrl+S` hands in.
"""

    DEFAULT_CSS = """
    LogTurn {
        layout: horizontal;
        & #entry { padding: 1 3 0 3; width: 1fr; align-horizontal: center; scrollbar-size-vertical: 1; }
        & #entry > * { max-width: 96; }
        & .head { height: 1; margin-bottom: 1; }
        & .which { width: 1fr; text-style: bold; }
        & .count { width: auto; color: $quiet; }
        & LogStrip { margin-bottom: 1; }
        & .part { height: auto; margin-bottom: 1; }
        & .ask { height: auto; text-style: bold; }
        & .hint { height: auto; color: $quiet; }
        & .read { height: auto; padding-left: 2; border-left: outer $panel; }
        & #when WritingArea { min-height: 3; height: 3; }
        &.-narrow WritingList { display: none; }
        &.-narrow #entry { padding: 0 2; }
        &.-low .head, &.-low LogStrip { margin-bottom: 0; }
        &.-low .part { margin-bottom: 0; }
        &.-tall #entry { padding: 2 3 0 3; }
    }
    """

    def __init__(self, activity: Log, response: LogResponse) -> None:
        """Go on with the entries there are."""
        super().__init__(activity, response)
        self._activity = activity
        self._number = 0

    @property
    def response(self) -> LogResponse:
        """The entries as they stand; a first one, still empty, where there is none."""
        found = super().response
        assert isinstance(found, LogResponse)
        return found if found.entries else found.add(today(self.app))

    @property
    def entry(self) -> Entry:
        """The entry that is open."""
        entries = self.response.entries
        return entries[min(self._number, len(entries) - 1)]

    @property
    def field_in_hand(self) -> str | None:
        """The entry that is open: it is offered as a whole."""
        return self.entry.id

    def compose(self) -> ComposeResult:
        """The strip, the date, and a part a move; all entries at the side."""
        with VerticalScroll(id="entry", can_focus=False):
            with Horizontal(classes="head"):
                yield Static(classes="which", markup=False)
                yield Label(classes="count", markup=False)
            yield LogStrip()
            with Vertical(classes="part", id="when"):
                yield Static(classes="ask", markup=False)
                yield WritingArea("")
            for number, move in enumerate(self._activity.moves):
                with Vertical(classes="part", id=f"move-{number}"):
                    yield Static(Content(move.label), classes="ask", markup=False)
                    if move.hint:
                        yield Static(Content(move.hint), classes="hint", markup=False)
                    yield Static(classes="read", markup=False)
                    yield Choosing() if move.one_of else WritingArea("")
        yield WritingList()

    def on_mount(self) -> None:
        """Open the first entry that is due, else the last."""
        entries, day = self.response.entries, today(self.app)
        due = [number for number, entry in enumerate(entries) if is_due(self._activity, entry, day)]
        self._number = due[0] if due else len(entries) - 1
        self.redraw()
        self.focus()

    def first_place(self) -> Widget:
        """The first part of the entry that is empty, of one that is due what happened; its date where that is."""
        due = is_due(self._activity, self.entry, today(self.app))
        for number, move in enumerate(self._activity.moves):
            if self.entry.typed.strip() and not self.entry.has(move.id) and not (due and move.ahead):
                return self._part(number)
        return self.query_one("#when WritingArea")

    def _part(self, number: int) -> Widget:
        """Where a move is written or chosen."""
        kind = Choosing if self._activity.moves[number].one_of else WritingArea
        return self.query_one(f"#move-{number}", Vertical).query_one(kind)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another part is in hand: what it asks for is seen, too."""
        self.call_after_refresh(self._still_in_sight)

    def keep_in_sight(self, focused: Widget) -> None:
        """The part in hand, whole where it fits; at the date, the entry from its top."""
        part = next((one for one in focused.ancestors if isinstance(one, Vertical) and one.has_class("part")), None)
        if part is None:
            return
        if part.id == "when":
            self.query_one("#entry").scroll_home(animate=False)
        else:
            (focused if part.size.height > self.size.height - 2 else part).scroll_visible(animate=False)

    # Drawing

    def redraw(self) -> None:
        """Show the entry that is open, and how all of them stand."""
        entries, day = self.response.entries, today(self.app)
        self._number = min(self._number, len(entries) - 1)
        entry = self.entry
        self.query_one(".which", Static).update(self._which(entry))
        self.query_one(".count", Label).update(Content(f"entry {self._number + 1} of {len(entries)}"))
        self.query_one(LogStrip).show(self._activity, entries, entry.id, day)
        asks = Content.assemble(self._activity.ask_date, self._read(entry))
        self.query_one("#when .ask", Static).update(asks)
        self._put(self.query_one("#when WritingArea", WritingArea), f"{entry.id}.{WHEN}", entry.typed, 1)
        for number, move in enumerate(self._activity.moves):
            self._redraw_move(number, move, entry)
        self.query_one(WritingList).show([self._row(one) for one in entries], self._number)
        self.refresh_bindings()

    def _put(self, area: WritingArea, place: str, text: str, lines: int) -> None:
        if area.place != place:
            area.place = place
            area.load_text("")
        area.put(text)
        area.styles.min_height = 3 if lines == 1 else self.least_height(lines)

    def _redraw_move(self, number: int, move: Move, entry: Entry) -> None:
        """A move to write, or, where it was written on an earlier day, to read."""
        open_to_write = entry.may_write(move.id, today(self.app))
        part, read = self._part(number), self.query_one(f"#move-{number} .read", Static)
        part.display, read.display = open_to_write, not open_to_write
        said = entry.says(move.id)
        if not open_to_write:
            read.update(Content(said))
        elif isinstance(part, WritingArea):
            self._put(part, f"{entry.id}.{move.id}", said, move.lines)
        elif isinstance(part, Choosing):
            part.show(move.one_of, move.one_of.index(said) if said in move.one_of else None)

    def _which(self, entry: Entry) -> Content:
        if is_due(self._activity, entry, today(self.app)):
            return Content.styled("due: what happened?", "$late")
        if is_done(self._activity, entry):
            return Content.styled("✓ done", "$done")
        return Content("a new entry" if not entry.filled else "planned" if entry.day else "begun")

    def _read(self, entry: Entry) -> Content:
        """Which day was read of what was typed, or how to write one."""
        if entry.day:
            return Content.styled(f"   → {when(entry)}", "not bold $done")
        return Content.styled(f"   {HOW_TO_DATE}", "not bold $late" if entry.typed.strip() else "not bold $quiet")

    def _row(self, entry: Entry) -> Row:
        due = is_due(self._activity, entry, today(self.app))
        first = next((entry.says(move.id) for move in self._activity.moves if entry.has(move.id)), "")
        said = on_one_line(first, 40) or "nothing yet"
        return Row(when(entry) or "no date yet", is_done(self._activity, entry), f"due: {said}" if due else said)

    def unfinished(self) -> str | None:
        """What is due, what cannot be read, or that there is nothing."""
        entries, day = self.response.filled, today(self.app)
        if not entries:
            return "Nothing is written yet."
        due = sum(is_due(self._activity, entry, day) for entry in entries)
        unread = sum(bool(entry.typed.strip()) and entry.day is None for entry in entries)
        told = []
        if due:
            told.append(f"{'One entry is' if due == 1 else f'{due} entries are'} due: what happened is not written.")
        if unread:
            told.append(f"{'One date' if unread == 1 else f'{unread} dates'} cannot be read.")
        return " ".join(told) or None

    # Writing

    def written(self, place: str) -> str:
        """What stands at a place of an entry."""
        entry, _, name = place.partition(".")
        found = next((one for one in self.response.entries if one.id == entry), None)
        return "" if found is None else found.typed if name == WHEN else found.says(name)

    def writing(self, place: str, text: str) -> Response:
        """The log with this at a place of an entry."""
        entry, _, name = place.partition(".")
        day = today(self.app)
        return self.response.put_date(entry, text, day) if name == WHEN else self.response.write(entry, name, text, day)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The first place in which two logs differ."""
        if not isinstance(before, LogResponse) or not isinstance(after, LogResponse):
            return None
        known = {entry.id: entry for entry in before.entries}
        for entry in after.entries:
            old = known.get(entry.id)
            if old is None or old.typed != entry.typed:
                return f"{entry.id}.{WHEN}"
            for move in self._activity.moves:
                if old.says(move.id) != entry.says(move.id):
                    return f"{entry.id}.{move.id}"
        return f"{after.entries[-1].id}.{WHEN}" if after.entries and after.entries != before.entries else None

    def go_to(self, place: str) -> None:
        """Open an entry, and go to one of its parts."""
        entry, _, name = place.partition(".")
        ids, moves = [one.id for one in self.response.entries], [move.id for move in self._activity.moves]
        if entry not in ids:
            return
        self._open(ids.index(entry))
        part = self._part(moves.index(name)) if name in moves else self.query_one("#when WritingArea")
        (part if part.display else self.first_place()).focus()

    @on(Options.Chosen)
    def _choose(self, event: Options.Chosen) -> None:
        event.stop()
        decision = self._activity.decision
        if decision is not None:
            option, day = decision.one_of[event.number], today(self.app)
            self.end_run()
            self.change(self.response.choose(self.entry.id, decision.id, option, decision.one_of, day))

    # Moving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "entry" and isinstance(by := parameters[0], int):
            return self.is_mounted and 0 <= self._number + by < len(self.response.entries)
        return super().check_action(action, parameters)

    def _open(self, number: int) -> None:
        self.end_run()
        if number != self._number:
            self._number = number
            self.redraw()
            self.query_one("#entry").scroll_home(animate=False)

    def action_entry(self, by: int) -> None:
        """On to a later entry, or back to an earlier one."""
        self._open(self._number + by)
        self.focus()

    def action_new(self) -> None:
        """Begin a new entry, or go to the last where that is still empty."""
        try:
            added = self.response.add(today(self.app))
        except Refused as refused:
            self.notify(str(refused), markup=False)
            self._open(len(self.response.entries) - 1)
        else:
            self.change(added)
            self._open(len(added.entries) - 1)
        self.focus()

    @on(WritingList.Picked)
    def _pick(self, event: WritingList.Picked) -> None:
        event.stop()
        self._open(event.number)
        self.focus()

    @on(LogStrip.Picked)
    def _pick_on_the_strip(self, event: LogStrip.Picked) -> None:
        event.stop()
        ids = [one.id for one in self.response.entries]
        if event.entry in ids:
            self._open(ids.index(event.entry))
            self.focus()
