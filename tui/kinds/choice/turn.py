"""A participant's turn at a choice: the options as large rows, what the one in hand means, and why it was chosen."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import Response, progress
from activities.kinds.choice import Choice, ChoiceResponse, Option
from activities.refusal import Refused
from tui.kinds import Offers
from tui.kinds.choice.about import AboutOption
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.offers import Offers as OfferRows
from tui.kinds.writing.turn import WritingTurn, still_empty
from tui.widgets.lines import say
from tui.widgets.rows import Row, Rows


class ChoiceTurn(WritingTurn, inherit_bindings=False):
    """The options, one in hand. What it means stands beside it, or under its label, and under that why it was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "tick", "Choose", key_display="enter", id="choice.tick"),
        Binding("tab", "write", "Write", id="choice.write"),
        Binding("ctrl+o", "offers", "Earlier answers", id="choice.offers"),
        Binding("escape", "options", "Options", id="choice.options"),
        *(
            Binding(str(n % 10), f"number({n})", f"Option {n}", show=False, id=f"choice.option_{n}")
            for n in range(1, 11)
        ),
        *WritingTurn.BINDINGS,
    ]

    HELP = """
## Choosing

- `↑` `↓` go through the options. The one in hand is opened.
- `Enter` or `Space` chooses it. `Space` again takes it back. So do its number, and a click.
- `Tab` goes to what you are asked about it. `Esc` goes back to the options.
- `Ctrl+Z` takes the last step back, `Ctrl+Y` does it again.
- `Ctrl+S` hands in. On an option that you have chosen `Enter` does, too.
"""

    DEFAULT_CSS = """
    ChoiceTurn {
        align-horizontal: center;
        & #pick { height: 1; max-width: 160; padding: 0 2; margin: 1 0; text-style: bold; }
        & #both { height: 1fr; max-width: 160; layout: horizontal; }
        & Rows { width: 1fr; }
        & AboutOption { width: 52%; }
        &.-narrow #both { layout: vertical; }
        &.-narrow #pick { margin: 0; }
        &.-narrow AboutOption { width: 1fr; height: auto; max-height: 60%; padding: 0 2; }
        &.-narrow AboutOption WritingArea { margin: 0; }
        &.-bare #pick, &.-bare #both { max-width: 96; }
    }
    """

    def __init__(self, activity: Choice, response: ChoiceResponse, offers: Offers) -> None:
        """Go on with what was chosen so far."""
        super().__init__(activity, response)
        self._activity = activity
        self._can: tuple[bool, ...] = ()
        self._offers = tuple(one for source in activity.sources for one in offers.get(source, ()))

    @property
    def response(self) -> ChoiceResponse:
        """What is chosen as it stands."""
        found = super().response
        assert isinstance(found, ChoiceResponse)
        return found

    @property
    def option(self) -> Option:
        """The option in hand."""
        return self._activity.option(self.query_one(Rows).hand or self._activity.options[0].id)

    @property
    def field_in_hand(self) -> str | None:
        """The field that is being written in."""
        focused = self.screen.focused
        return focused.place if isinstance(focused, WritingArea) else None

    def compose(self) -> ComposeResult:
        """How many to choose, the options, and what there is to say of the one in hand."""
        yield Static(id="pick", markup=False)
        with Container(id="both"):
            yield Rows()
            yield AboutOption(self._activity, self._offers)

    def on_mount(self) -> None:
        """Begin with the first that is chosen, or the first of all."""
        self.redraw()
        if self.response.chosen:
            self.query_one(Rows).take(self.response.chosen[0])
        self.redraw()
        self.focus()

    def first_place(self) -> Rows:
        """The options."""
        return self.query_one(Rows)

    def redraw(self) -> None:
        """Show what is chosen, and the option in hand."""
        about, rows, narrow = self.query_one(AboutOption), self.query_one(Rows), self.has_class("-narrow")
        rows.opens = narrow
        rows.show([self._row(number, option) for number, option in enumerate(self._activity.options, 1)])
        say(self.query_one("#pick", Static), self._picked())
        about.show(self.option, self.response, beside=not narrow, lines=self.least_height)
        self.set_class(not about.display, "-bare")
        can = (self.option.id in self.response.chosen, about.first_area is not None, about.offers.display)
        if can != self._can:
            self._can = can
            self.refresh_bindings()

    def _row(self, number: int, option: Option) -> Row:
        tick = ("✓", "bold $done") if option.id in self.response.chosen else ("○", "$quiet")
        return Row(
            option.label, option.id, mark=Content.assemble((f"{number} ", "$quiet"), tick), text=option.text or ""
        )

    def _picked(self) -> Content:
        chosen = len(self.response.chosen)
        told = f"  {chosen} chosen" if chosen else ""
        done = "$done" if chosen >= self._activity.pick.least else "$quiet"
        return Content.assemble(self._activity.pick.in_words, (told, done))

    def unfinished(self) -> str | None:
        """How many are still to be chosen, else what is asked and has no answer."""
        left = self._activity.pick.least - len(self.response.chosen)
        if left > 0:
            return "Nothing is chosen yet." if not self.response.chosen else f"{left} more can be chosen."
        empty = progress(self._activity, self.response)
        return still_empty(empty, "question has no answer", "questions have no answer")

    # Writing

    def written(self, place: str) -> str:
        """What stands in a field."""
        return self.response.answer(place)

    def writing(self, place: str, text: str) -> Response:
        """The response with this in a field."""
        return self.response.write(place, text)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The option that is chosen in one of the two only, or the field in which they differ."""
        assert isinstance(before, ChoiceResponse)
        assert isinstance(after, ChoiceResponse)
        fields = [*before.answers, *after.answers]
        written = next((field for field in fields if before.answer(field) != after.answer(field)), None)
        other = [option for option in after.chosen if option not in before.chosen]
        return written or next(iter([*other, *(set(before.chosen) - set(after.chosen))]), None)

    def go_to(self, place: str) -> None:
        """Take an option in hand, and go on with what is written of it."""
        option, _, field = place.partition(".")
        self.query_one(Rows).take(option)
        self.redraw()
        area = self.query_one(AboutOption).area(place) if field else None
        (area or self.query_one(Rows)).focus()

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if not self.is_mounted or not self.query(AboutOption):
            return action not in ("tick", "write", "offers", "options")
        at_options = isinstance(self.screen.focused, Rows)
        about = self.query_one(AboutOption)
        match action:
            case "tick":
                return at_options and self.option.id not in self.response.chosen
            case "write":
                return at_options and about.first_area is not None
            case "offers":
                return about.offers.display and not isinstance(self.screen.focused, OfferRows)
            case "options":
                return not at_options
            case "number":
                return at_options and isinstance(n := parameters[0], int) and n <= len(self._activity.options)
        return super().check_action(action, parameters)

    def choose(self, option: str) -> None:
        """Choose it, or take it back; where it cannot be, say why."""
        self.end_run()
        try:
            self.change(self.response.choose(self._activity, option))
        except Refused as refused:
            self.notify(str(refused), severity="warning")

    def action_tick(self) -> None:
        """Choose the option in hand."""
        self.choose(self.option.id)

    def action_number(self, number: int) -> None:
        """Take an option in hand by its number from 1, and choose it."""
        option = self._activity.options[number - 1].id
        self.query_one(Rows).take(option)
        self.choose(option)

    def action_write(self) -> None:
        """From the options to what is asked."""
        if area := self.query_one(AboutOption).first_area:
            area.focus()

    def action_options(self) -> None:
        """Back to the options."""
        self.focus()

    def action_offers(self) -> None:
        """Choose from what was written earlier."""
        self.query_one(AboutOption).offers.focus()

    @on(Rows.Took)
    def _take(self, event: Rows.Took) -> None:
        event.stop()
        self.end_run()
        self.redraw()

    @on(Rows.Picked)
    def _pick(self, event: Rows.Picked) -> None:
        event.stop()
        self.choose(event.id)

    @on(OfferRows.Taken)
    def _take_over(self, event: OfferRows.Taken) -> None:
        event.stop()
        self.end_run()
        if area := self.query_one(AboutOption).last_area:
            area.take(event.offer.text, event.others)
            area.focus()
