"""The option in hand: what it means, and, once it is chosen, why, and what else it asks."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import Offer
from activities.kinds.choice import Choice, ChoiceResponse, Option
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.offers import Offers, own
from tui.widgets.lines import say
from tui.widgets.rows import paragraphs

PLACE = 7
"""Rows that are kept for what is asked where it stands under the options, so that these stay where they are."""


class AboutOption(VerticalScroll, can_focus=False):
    """What is said of an option beside the list, and an area for each thing that is asked of it."""

    DEFAULT_CSS = """
    AboutOption {
        padding: 1 3 0 3; scrollbar-size-vertical: 1;
        & Static { height: auto; }
        & .label { text-style: bold; margin-bottom: 1; }
        & .text { margin-bottom: 1; }
        & .hint, & .first { color: $quiet; }
        & WritingArea { margin-bottom: 1; }
        & Offers { margin: 0; }
    }
    """

    def __init__(self, activity: Choice, offers: Sequence[Offer]) -> None:
        """Of a choice, with what was written earlier to take over."""
        super().__init__()
        self._activity = activity
        self._offered = own(offers)
        self._most = max(len(activity.asked_of(option)) for option in activity.options)
        self._last: WritingArea | None = None

    def compose(self) -> ComposeResult:
        """Label and text, as many areas as any option asks for, and the offers."""
        yield Static(classes="label", markup=False)
        yield Static(classes="text", markup=False)
        yield Static(classes="first", markup=False)
        for _ in range(self._most):
            yield Static(classes="ask", markup=False)
            yield Static(classes="hint", markup=False)
            yield WritingArea("")
        yield Offers()

    @property
    def offers(self) -> Offers:
        """What was written earlier."""
        return self.query_one(Offers)

    @property
    def first_area(self) -> WritingArea | None:
        """The first area that there is for the option in hand."""
        return next((area for area in self.query(WritingArea) if area.display), None)

    @property
    def last_area(self) -> WritingArea | None:
        """The area that was written in last."""
        return self._last if self._last is not None and self._last.display else self.first_area

    def area(self, field: str) -> WritingArea | None:
        """The area of a field, where it is to be seen."""
        return next((area for area in self.query(WritingArea) if area.display and area.place == field), None)

    def show(self, option: Option, response: ChoiceResponse, *, beside: bool, lines: Callable[[int], int]) -> None:
        """Open an option; `beside` the list with its label and text. `lines` gives an area's height for its lines."""
        asked = self._activity.asked_of(option)
        chosen = option.id in response.chosen
        has_text = any(one.text for one in self._activity.options)
        self.display = bool(self._most) or (beside and has_text)
        self.styles.min_height = PLACE if self._most and not beside else None
        self._say(".label", option.label if beside else "")
        self._say(".text", option.text or "" if beside else "")
        self._say(".first", "Choose it, then say more here." if asked and not chosen else "")
        asks, hints = self.query(".ask").results(Static), self.query(".hint").results(Static)
        for number, (ask, hint, area) in enumerate(zip(asks, hints, self.query(WritingArea), strict=True)):
            there = chosen and number < len(asked)
            ask.display, hint.display, area.display = there, there and bool(asked[number].hint), there
            if there:
                one = asked[number]
                say(ask, Content(paragraphs(one.words)))
                say(hint, Content(paragraphs(one.hint)))
                area.place = one.field
                area.put(response.answer(one.field))
                area.styles.min_height = lines(one.lines)
        self.offers.offers = self._offered
        self.offers.answer = "\n".join(response.answer(one.field) for one in asked)
        self.offers.display = bool(self._offered and asked and chosen)

    def _say(self, where: str, words: str) -> None:
        part = self.query_one(where, Static)
        part.display = bool(words)
        say(part, Content(paragraphs(words)))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where was written last."""
        if isinstance(event.widget, WritingArea):
            self._last = event.widget
