"""Prompts on the screen: a participant's turn, the wall of answers, a glance."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import progress
from activities.kinds.prompts import Prompts, PromptsResponse, PromptsSummary
from tui.kinds import Offers, glance, picture, turn
from tui.kinds.writing.area import WritingArea
from tui.kinds.writing.fields import FieldsTurn
from tui.kinds.writing.picture import WrittenPicture, count_in_words
from tui.kinds.writing.turn import still_empty
from tui.widgets.scrolled import Scrolled


class PromptsTurn(FieldsTurn, inherit_bindings=False):
    """The questions one under another, each with room to write."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next question", id="prompts.next"),
        Binding("shift+tab", "app.focus_previous", "Question before", show=False, id="prompts.back"),
        Binding("pagedown,ctrl+down", "app.focus_next", "Next question", show=False, id="prompts.page_on"),
        Binding("pageup,ctrl+up", "app.focus_previous", "Question before", show=False, id="prompts.page_back"),
        *FieldsTurn.BINDINGS,
    ]

    HELP = """
Answer each question in a few sentences.

- `Tab` goes to the next question, `Shift+Tab` to the one before. A click does, too.
- `Enter` begins a new line.
- `Ctrl+Z` takes the last step back. `Ctrl+Y` does it again.
- `Ctrl+S` hands in.
"""

    DEFAULT_CSS = """
    PromptsTurn {
        & #questions { padding: 1 3; align-horizontal: center; scrollbar-size-vertical: 1; }
        & #questions > * { max-width: 96; }
        & .count { color: $quiet; text-align: right; height: 1; margin-bottom: 1; }
        &.-low .count { margin: 0; }
        & .question { height: auto; margin-bottom: 1; }
        & .ask { height: auto; text-style: bold; }
        & .hint { height: auto; color: $quiet; }
        &.-narrow #questions { padding: 0 2; }
        &.-tall #questions { padding: 2 3; }
    }
    """

    def __init__(self, activity: Prompts, response: PromptsResponse) -> None:
        """Go on with the answers given so far."""
        super().__init__(activity, response)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """How many are answered, and the questions."""
        with Scrolled(id="questions"):
            yield Static(classes="count", markup=False)
            for number, prompt in enumerate(self._activity.prompts):
                with Vertical(classes="question"):
                    yield Static(id=f"ask-{number}", classes="ask", markup=False)
                    if prompt.hint:
                        yield Static(Content(prompt.hint), classes="hint", markup=False)
                    yield WritingArea(prompt.id, self.response.answer(prompt.id))

    def on_mount(self) -> None:
        """The first thing to do is to answer the first question that has no answer."""
        self.redraw()
        self.focus()

    def first_place(self) -> WritingArea:
        """The first question without an answer; the first of all where every one has."""
        areas = list(self.query(WritingArea))
        return next((area for area in areas if not self.response.filled(area.place)), areas[0])

    def redraw(self) -> None:
        """Show the answers as they stand."""
        found = progress(self._activity, self.response)
        self.query_one(".count", Static).update(Content(f"{found.done} of {found.of} answered"))
        for number, prompt in enumerate(self._activity.prompts):
            tick = Content.styled("  ✓", "$done") if self.response.filled(prompt.id) else Content("")
            self.query_one(f"#ask-{number}", Static).update(Content(prompt.prompt) + tick)
        for area, prompt in zip(self.query(WritingArea), self._activity.prompts, strict=True):
            area.put(self.written(area.place))
            area.styles.min_height = self.least_height(prompt.lines)

    def unfinished(self) -> str | None:
        """How many questions have no answer."""
        return still_empty(
            progress(self._activity, self.response), "question has no answer", "questions have no answer"
        )

    def go_to(self, place: str) -> None:
        """Go on with the answer to a question."""
        next(area for area in self.query(WritingArea) if area.place == place).focus()


@turn.register
def _(activity: Prompts, response: PromptsResponse, offers: Offers) -> PromptsTurn:
    return PromptsTurn(activity, response)


@picture.register
def _(activity: Prompts) -> WrittenPicture:
    return WrittenPicture(activity, [(prompt.id, prompt.prompt) for prompt in activity.prompts])


@glance.register
def _(activity: Prompts, summary: PromptsSummary) -> Content:
    counts = {field.field: field.withheld or count_in_words(field.n) for field in summary.fields}
    lines = [
        Content.assemble((prompt.prompt, "bold"), (f"  {counts.get(prompt.id, '')}", "$quiet"))
        for prompt in activity.prompts
    ]
    return Content("\n").join(lines)
