"""The picture of what the room wrote: every question with its answers, or one wall of those to one question."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import Activity
from activities.kinds.writing import FieldSummary, WrittenSummary, kept_back
from activities.reveal.written import Wall, answered, at_wall, walls
from tui.kinds.picture import Picture
from tui.kinds.writing.wall import close_wall, wall
from tui.widgets.big_lines import set_text
from tui.widgets.big_type import BigType

NOBODY = "No answers are in yet."

TALL = 30
"""From this height in cells on the question may take more than a row."""

BIG = 50
"""From this height in cells on there is room for larger type, and for a figure in it."""


class WrittenPicture(Picture[WrittenSummary]):
    """Answers as cards without names. Those to one question are on a few walls, so that none needs scrolling.

    Where there is more than fits all the same, a line at the foot says so and the keys scroll.
    """

    HELP = """
What people wrote, without names and in no order. Step through the questions, wall by wall. `PgDn` and `PgUp`
scroll where there is more.
"""

    DEFAULT_CSS = """
    WrittenPicture {
        & VerticalScroll { height: 1fr; padding: 1 3 0 3; scrollbar-size-vertical: 1; }
        & BigType { text-style: bold; margin-bottom: 1; display: none; }
        & .wall { height: auto; }
        & .count { height: auto; margin-bottom: 1; }
        &.-low .count, &.-low BigType { margin-bottom: 0; }
        & .figure { color: $now; }
        & .more { height: 1; padding: 0 3; color: $now; text-align: right; }
    }
    """

    def __init__(self, activity: Activity, questions: Sequence[tuple[str, str]]) -> None:
        """Show what was answered to `questions`, each an id and its words."""
        super().__init__(activity)
        self.questions = dict(questions)

    def compose(self) -> ComposeResult:
        """A heading, the wall, and whether there is more of it."""
        with VerticalScroll():
            yield BigType(classes="asked")
            yield BigType(classes="figure")
            yield Static(classes="count", markup=False)
            yield Static(classes="wall", markup=False)
        yield Static(classes="more", markup=False)

    def on_mount(self) -> None:
        """Say whether there is more as one scrolls."""
        scroll = self.query_one(VerticalScroll)
        self.watch(scroll, "scroll_y", self._say_more, init=False)
        self.watch(scroll, "virtual_size", self._say_more, init=False)

    def answered(self, question: str) -> FieldSummary:
        """What was written to a question."""
        return answered(self._summary, question)

    def rewrote(self, question: str) -> str:
        """How many wrote something else than before: nothing where rounds are not compared, or too few were in both."""
        return f"{self._shift.count(question)} rewrote it" if self._shift else ""

    def counted(self, question: str) -> str:
        """How many answered, before too where rounds are compared."""
        now = self.answered(question)
        if now.withheld:
            return now.withheld
        counts, rewrote = count_in_words(now.n), ""
        if self._before is not None:
            earlier, rewrote = answered(self._before, question), self.rewrote(question)
            counts = counts if earlier.withheld else f"{earlier.n} → {now.n} answers"
        return "   ".join(part for part in (counts, rewrote, kept_back(now)) if part)

    def overview(self, width: int) -> Content:
        """Every question with its answers."""
        parts = []
        for question, words in self.questions.items():
            field = self.answered(question)
            parts.append(Content.assemble((words, "bold"), (f"  {self.counted(question)}", self._counting)))
            if field.answers:
                parts.append(wall(field.answers, width))
            parts.append(Content(""))
        return Content("\n").join(parts)

    @property
    def _counting(self) -> str:
        return "bold $now" if self._before else "$quiet"

    def redraw(self) -> None:
        """Every question with its answers, or one page of those to one."""
        if not self.size.width:
            return
        self.set_class(self.size.height < TALL, "-low")
        width = self.size.width - 8
        drawing, alone = self.query_one(".wall", Static), self._spotlight is not None
        self.query_one(".count").display = alone
        self.query_one(".asked").display = alone
        self.query_one(".figure").display = alone and self.size.height >= BIG and self._before is not None
        if self._spotlight is not None:
            self._draw_page(*at_wall(self._spotlight), width)
        elif not any(self.answered(question).n or self.answered(question).withheld for question in self.questions):
            drawing.update(Content.styled(NOBODY, "bold"))
        else:
            drawing.update(self.overview(width))
        self.call_after_refresh(self._say_more)

    def _draw_page(self, question: str, number: int, width: int) -> None:
        heading, figure = self.query_one(".asked", BigType), self.query_one(".figure", BigType)
        largest, most_rows = 18 if self.size.height >= BIG else 14, self.size.height * 2 // 5
        if self.size.height < TALL:
            most_rows = 1
        heading.fit(largest=largest, most_rows=most_rows)
        heading.update(self.questions[question])
        taken = set_text(self.questions[question], width, largest, 10, most_rows).height * heading.display + 6
        if figure.display:
            figure.fit(largest=12, most_rows=7)
            figure.update(self.rewrote(question))
            taken += 7
        found = walls(self.answered(question).answers)
        page = found[min(number, len(found)) - 1]
        self.query_one(".count", Static).update(
            Content.assemble((self.counted(question), self._counting), "   ", (page.words, "bold $now"))
        )
        self.query_one(".wall", Static).update(
            self._wall(page, width, self.size.height - taken) if page.answers else Content("")
        )

    def _wall(self, page: Wall, width: int, rows: int) -> Content:
        """Cards, or, where they would not fit, the answers close together."""
        cards = wall(page.answers, width)
        return cards if len(cards.split("\n")) <= rows else close_wall(page.answers, width)

    def _say_more(self) -> None:
        # the room may have gone on before this is called: then the parts are no longer there
        for scroll, more in zip(self.query(VerticalScroll), self.query(".more").results(Static), strict=False):
            rows = round(scroll.max_scroll_y - scroll.scroll_y)
            below = f"↓ more below, {rows} row{'' if rows == 1 else 's'}: PgDn" if rows > 0 else ""
            more.update(Content(f"{below}, or → wall by wall" if below and self._spotlight is None else below))


def count_in_words(n: int) -> str:
    """How many answers there are."""
    return "no answers yet" if n == 0 else "1 answer" if n == 1 else f"{n} answers"
