"""A participant's turn at checks: one check in hand, its answers under the list; beside it what is rewritten."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from activities.kinds.activity import Response, progress
from activities.kinds.checks import Check, Checks, ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.wordings import AFTER, MOST_WORDINGS, REASON
from activities.refusal import Refused
from tui.kinds import Offers
from tui.kinds.checks.answers import Answers
from tui.kinds.writing.area import WritingArea, plain_text
from tui.kinds.writing.offers import own
from tui.kinds.writing.turn import WritingTurn, still_empty
from tui.widgets.lines import say
from tui.widgets.rows import Row, Rows

_ANSWER = Binding.Group("Answer", compact=True)


class ChecksTurn(WritingTurn, inherit_bindings=False):
    """The checks one under another, one in hand. What is checked stands above, or beside them where there is room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "say(0)", "Yes", group=_ANSWER, id="checks.yes"),
        Binding("2", "say(1)", "Not yet, or no", group=_ANSWER, id="checks.not_yet"),
        Binding("3", "say(2)", "Not sure", group=_ANSWER, id="checks.not_sure"),
        Binding("tab", "on(1)", "Write", id="checks.write"),
        Binding("shift+tab", "on(-1)", "Back", show=False, id="checks.write_back"),
        Binding("escape", "checks", "Checks", id="checks.checks"),
        Binding("ctrl+n", "another", "New wording", id="checks.another"),
        Binding("ctrl+o", "other_text", "Other text", id="checks.other_text"),
        *WritingTurn.BINDINGS,
    ]

    HELP = """
Hold each check against your own work. Nothing here is passed or failed.

- `↑` `↓` go to another check. Its warning signs open under it.
- `1` says yes, `2` not yet, `3` not sure. The same key again takes the answer back. A click does, too.
- `Tab` goes to the writing, and on from there. `Esc` goes back to the checks.
- `Ctrl+N` keeps the wording as it stands and begins another. Every wording is kept, with why you changed it.
- `Ctrl+O` checks another of your texts, where you have more than one.
- `Ctrl+Z` takes the last step back, `Ctrl+Y` does it again. `Ctrl+S` hands in.
"""

    DEFAULT_CSS = """
    ChecksTurn {
        layout: vertical;
        & #checked { height: auto; max-height: 5; margin: 1 2 0 2; padding: 0 2; background: $panel; display: none; }
        & #checked Static { height: auto; }
        & #body { height: 1fr; }
        & #body { align-horizontal: center; }
        & #checks { width: 1fr; padding: 1 2 0 1; }
        & Rows { height: auto; }
        & Answers { margin-top: 1; }
        &.-alone #checks { max-width: 104; }
        & .count { height: 1; color: $quiet; text-align: right; }
        & .think { height: auto; min-height: 1; padding: 0 2; margin: 1 0; color: $now; }
        & #writing { width: 46%; padding: 1 2 0 2; border-left: solid $panel; scrollbar-size-vertical: 1; }
        & #writing Static { height: auto; }
        & .label { color: $quiet; }
        & .ask { text-style: bold; margin-top: 1; }
        & .older { margin-top: 1; color: $quiet; }
        &.-strip #checked { display: block; }
        &.-narrow #writing { display: none; width: 1fr; border: none; padding: 0 2; }
        &.-narrow.-writing #writing { display: block; }
        &.-narrow.-writing #checks { display: none; }
        &.-narrow.-writing #checked { display: none; }
        &.-low .think, &.-low .ask { margin: 0; }
        &.-low Answers { margin-top: 0; }
        &.-low #checks { padding: 0 1; }
        &.-low #checked { max-height: 3; margin: 0 2; }
        &.-tall #checks { padding: 1 3 0 2; }
    }
    """

    def __init__(self, activity: Checks, response: ChecksResponse, offers: Offers) -> None:
        """Go on with the answers given so far, at the first check that has none."""
        super().__init__(activity, response)
        self._activity = activity
        source = activity.rewrite.of if activity.rewrite else None
        self._texts = own(offers.get(source)) if source else ()
        self._beside = tuple(offer for one in activity.sources if one != source for offer in own(offers.get(one)))
        self._hand = next((one.id for one in activity.checks if one.id not in response.answers), activity.checks[0].id)

    @property
    def response(self) -> ChecksResponse:
        """The answers and the wordings as they stand."""
        found = super().response
        assert isinstance(found, ChecksResponse)
        return found

    @property
    def check(self) -> Check:
        """The check in hand."""
        return next(check for check in self._activity.checks if check.id == self._hand)

    @property
    def original(self) -> str:
        """What is checked and rewritten: what it was when the first word was changed, or what an earlier activity offers."""
        known = self.response.original
        if self.response.wordings or (known and known in {plain_text(one.text) for one in self._texts}):
            return known
        return plain_text(self._texts[0].text) if self._texts else known

    @property
    def field_in_hand(self) -> str | None:
        """The field that is offered to the room: the rewriting as a whole."""
        return AFTER if isinstance(self.screen.focused, WritingArea) else None

    def compose(self) -> ComposeResult:
        """What is checked, the checks, and what is rewritten."""
        with VerticalScroll(id="checked", can_focus=False):
            yield Static(classes="words", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="checks"):
                yield Static(classes="count", markup=False)
                yield Rows(click_picks=False)
                yield Answers()
                yield Static(classes="think", markup=False)
            if self._activity.rewrite:
                with VerticalScroll(id="writing", can_focus=False):
                    yield Static("What it was", classes="label before", markup=False)
                    yield Static(classes="original", markup=False)
                    yield Static(Content(self._activity.rewrite.prompt), classes="ask", markup=False)
                    yield WritingArea(AFTER, self.written(AFTER))
                    yield Static(Content(self._activity.rewrite.reason), classes="ask", markup=False)
                    yield WritingArea(REASON, self.written(REASON))
                    yield Static(classes="older", markup=False)

    def on_mount(self) -> None:
        """The first thing to do is to answer a check."""
        self.set_class(self._activity.rewrite is None, "-alone")
        self.redraw()
        self.focus()

    def first_place(self) -> Rows:
        """The checks."""
        return self.query_one(Rows)

    def redraw(self) -> None:
        """Show the answers and the wordings as they stand."""
        found = progress(self._activity, self.response)
        say(self.query_one(".count", Static), Content(f"{found.done} of {found.of} answered"))
        self.query_one(Rows).show([self._row(check) for check in self._activity.checks], self._hand)
        given = self.response.answers.get(self._hand)
        self.query_one(Answers).show(self.check, given)
        think = self.check.to_think(given)
        say(self.query_one(".think", Static), Content(f"To think about: {think}" if think else ""))
        self._redraw_checked()
        if self._activity.rewrite:
            self._redraw_writing()
        self.refresh_bindings()
        self.call_after_refresh(self._make_room)

    def _make_room(self) -> None:
        """The list is as high as its rows, and leaves what stands under it in sight."""
        if self.is_attached and (height := self.query_one("#checks").content_size.height):
            self.query_one(Rows).room = max(height - (4 if self.has_class("-low") else 7), 5)

    def _row(self, check: Check) -> Row:
        given = self.response.answers.get(check.id)
        sign, style = ("✓", "$done") if given is check.hoped else ("?", "$late bold") if given else ("·", "$quiet")
        figure = Content.styled(check.called(given), "bold" if given else "") if given else Content("")
        return Row(check.question, check.id, Content.styled(sign, style), figure, text=check.help or "")

    def _redraw_checked(self) -> None:
        """What is checked, over the list, where it does not stand beside it."""
        lines = [Content.assemble((f"{one.heading}  ", "$quiet"), plain_text(one.text)) for one in self._beside]
        beside = self._activity.rewrite is not None and not self.has_class("-narrow")
        if self._activity.rewrite and not beside and (now := self.response.now or self.original).strip():
            lines = [Content(plain_text(now)), *lines]
        self.set_class(bool(lines), "-strip")
        say(self.query_one("#checked .words", Static), Content("\n").join(lines))

    def _redraw_writing(self) -> None:
        low = self.has_class("-low")
        original = self.original
        nothing = Content.styled("Nothing is written there yet.", "$quiet")
        say(self.query_one(".original", Static), Content(original) if original.strip() else nothing)
        for area in self.query(WritingArea):
            area.put(self.written(area.place))
            area.styles.min_height = (4 if low else 6) if area.place == AFTER else 3 if low else 4
        earlier = self.response.versions[1:-1] if self.response.rewritten else ()
        lines = [Content.styled("Wordings before this one", "bold")] if earlier else []
        for number, one in enumerate(earlier, 1):
            why = f"  why: {' '.join(one.reason.split())}" if one.reason.strip() else ""
            lines.append(Content.assemble((f"{number}  ", "bold"), plain_text(one.text), (why, "$quiet")))
        say(self.query_one(".older", Static), Content("\n").join(lines))

    def unfinished(self) -> str | None:
        """How many checks have no answer; then whether a wording was changed without saying why."""
        left = still_empty(progress(self._activity, self.response), "check has no answer", "checks have no answer")
        if left is None and self.response.rewritten and not self.response.reason.strip():
            return "You have not said why you changed the wording."
        return left

    # Writing

    def written(self, place: str) -> str:
        """The wording of now, or the reason for it."""
        if place == REASON:
            return self.response.reason
        return self.response.now if self.response.wordings else self.original

    def writing(self, place: str, text: str) -> Response:
        """The response with this wording, or this reason."""
        if place == REASON:
            return self.response.give_reason(text, self.original)
        return self.response.reword(text, self.original)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The check, or the area, in which two responses differ."""
        assert isinstance(before, ChecksResponse)
        assert isinstance(after, ChecksResponse)
        checks = (check.id for check in self._activity.checks)
        found = next((one for one in checks if before.answers.get(one) != after.answers.get(one)), None)
        if found is not None:
            return found
        if before.wordings == after.wordings:
            return None
        return REASON if before.now == after.now and len(before.wordings) == len(after.wordings) else AFTER

    def go_to(self, place: str) -> None:
        """Show a check, or go to an area."""
        if place in (AFTER, REASON):
            self._write_at(place)
        else:
            self._hand = place
            self.redraw()
            self.action_checks()

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now: there are answers at the checks, and wordings where something is rewritten."""
        writing = isinstance(self.screen.focused, WritingArea)
        if action == "say":
            return not writing
        if action == "on":
            return self._activity.rewrite is not None
        if action == "checks":
            return writing
        if action == "another":
            return writing and self.response.rewritten and len(self.response.wordings) < MOST_WORDINGS
        if action == "other_text":
            return len(self._texts) > 1 and not self.response.wordings
        return super().check_action(action, parameters)

    def action_say(self, number: int) -> None:
        """This is the answer to the check in hand."""
        said = self.response.say(self._hand, list(Answer)[number])
        self.end_run()
        self.change(said.stand_on(self.original))

    def action_on(self, by: int) -> None:
        """From the checks to the wording, to the reason, and to the checks again; or the other way round."""
        places: list[Widget] = [self.query_one(Rows), *self.query(WritingArea)]
        here = next((at for at, one in enumerate(places) if one is self.screen.focused), 0)
        there = places[(here + by) % len(places)]
        if isinstance(there, WritingArea):
            self._write_at(there.place)
        else:
            self.action_checks()

    def _write_at(self, place: str) -> None:
        self.add_class("-writing")
        area = next(area for area in self.query(WritingArea) if area.place == place)
        if area.cursor_location == (0, 0):
            area.move_cursor(area.document.end)
        area.focus()
        self.call_after_refresh(area.scroll_visible, animate=False)
        self.refresh_bindings()

    def action_checks(self) -> None:
        """From the writing back to the checks."""
        self.end_run()
        self.remove_class("-writing")
        self.query_one(Rows).focus()
        self.redraw()

    def action_another(self) -> None:
        """The wording stays as it is, and another begins."""
        try:
            after = self.response.write_another()
        except Refused as refused:
            self.notify(str(refused), markup=False)
            return
        self.end_run()
        self.change(after)
        self._write_at(AFTER)

    def action_other_text(self) -> None:
        """Another text of those that the earlier activity offers is checked."""
        texts = [plain_text(one.text) for one in self._texts]
        at = texts.index(self.original) if self.original in texts else -1
        self.end_run()
        self.change(self.response.stand_on(texts[(at + 1) % len(texts)]))

    @on(Rows.Took)
    def _take(self, event: Rows.Took) -> None:
        event.stop()
        self._hand = event.id
        self.redraw()

    @on(Rows.Picked)
    def _pick(self, event: Rows.Picked) -> None:
        """The next answer to it, and after the last none."""
        event.stop()
        given = self.response.answers.get(event.id)
        order = list(Answer)
        after = order[0] if given is None else order[(order.index(given) + 1) % len(order)]
        self._hand = event.id
        self.change(self.response.say(event.id, given if given is order[-1] else after).stand_on(self.original))

    @on(Answers.Given)
    def _give(self, event: Answers.Given) -> None:
        event.stop()
        self.action_say(list(Answer).index(event.answer))
