"""What the room wrote: every question at a glance, or one of them with all its answers."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from activities.activity import Activity, Summary
from activities.writing import FieldSummary, WrittenSummary
from tui.widgets.big_type import BigType
from tui.widgets.reveal import Reveal
from tui.widgets.writing_wall import shuffled, wall

NOBODY = "No answers are in yet."


class WrittenReveal(Reveal):
    """Answers as cards without names. Where they are more than fit, a line at the foot says so and the keys scroll."""

    HELP = """
What people wrote, without names and in no order. `page down` and `page up` scroll where there is more.
"""

    DEFAULT_CSS = """
    WrittenReveal {
        & VerticalScroll { height: 1fr; padding: 1 3 0 3; scrollbar-size-vertical: 1; }
        & BigType { text-style: bold; margin-bottom: 1; display: none; }
        & .wall { height: auto; }
        & .more { height: 1; padding: 0 3; color: $now; text-align: right; }
    }
    """

    def __init__(
        self, activity: Activity, summary: WrittenSummary | None, questions: Sequence[tuple[str, str]]
    ) -> None:
        """Show what was answered to `questions`, each an id and its words."""
        super().__init__(activity, summary)
        self._questions = dict(questions)
        self._summary = summary
        self._spotlight: str | None = None

    def compose(self) -> ComposeResult:
        """A heading, the wall, and whether there is more of it."""
        with VerticalScroll():
            yield BigType(most_rows=12)
            yield Static(classes="wall", markup=False)
        yield Static(classes="more", markup=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """The questions."""
        return tuple(self._questions)

    def dwell_on(self, step: str | None) -> None:
        """Show one question with all its answers, or all questions."""
        self._spotlight = step if step in self._questions else None
        self._draw()
        if self.is_mounted:
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def show(self, summary: Summary | None) -> None:
        """The answers are now these."""
        self._summary = summary if isinstance(summary, WrittenSummary) else None
        self._draw()

    def on_mount(self) -> None:
        """Say whether there is more as one scrolls."""
        scroll = self.query_one(VerticalScroll)
        self.watch(scroll, "scroll_y", self._say_more, init=False)
        self.watch(scroll, "virtual_size", self._say_more, init=False)

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        self._draw()

    def answered(self, question: str) -> FieldSummary:
        """What was written to a question."""
        fields = self._summary.fields if self._summary else ()
        found = next((field for field in fields if field.field == question), None)
        return found or FieldSummary(field=question, n=0, answers=())

    def overview(self, width: int) -> Content:
        """Every question with its answers."""
        parts = []
        for question, words in self._questions.items():
            field = self.answered(question)
            parts.append(Content.assemble((words, "bold"), (f"  {count_in_words(field.n)}", "$quiet")))
            if field.n:
                parts.append(wall(shuffled(field.answers, question), width))
            parts.append(Content(""))
        return Content("\n").join(parts)

    def _draw(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        width = self.size.width - 8
        heading, drawing = self.query_one(BigType), self.query_one(".wall", Static)
        heading.display = self._spotlight is not None
        if self._spotlight is not None:
            self._draw_one(self._spotlight, width)
        elif not any(self.answered(question).n for question in self._questions):
            drawing.update(Content.styled(NOBODY, "bold"))
        else:
            drawing.update(self.overview(width))
        self.call_after_refresh(self._say_more)

    def _draw_one(self, question: str, width: int) -> None:
        heading = self.query_one(BigType)
        tall = self.size.height >= 32
        heading.fit(largest=18 if self.size.height >= 50 else 14, most_rows=self.size.height // 3 if tall else 1)
        heading.update(self._questions[question])
        field = self.answered(question)
        count = Content.styled(count_in_words(field.n), "$quiet")
        cards = wall(shuffled(field.answers, question), width) if field.n else Content("")
        self.query_one(".wall", Static).update(Content("\n").join([count, cards]))

    def _say_more(self) -> None:
        scroll, more = self.query_one(VerticalScroll), self.query_one(".more", Static)
        rows = round(scroll.max_scroll_y - scroll.scroll_y)
        more.update(Content(f"↓ more below, {rows} rows: page down" if rows > 0 else ""))


def count_in_words(n: int) -> str:
    """How many answers there are."""
    return "no answers yet" if n == 0 else "1 answer" if n == 1 else f"{n} answers"
