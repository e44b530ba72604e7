"""The picture of a reveal of a form: topics as bars, then every field with its counts or its answers."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.kinds.form import Form
from activities.kinds.form_counts import FormFieldSummary, FormSummary, middle_in_words, sums_in_words
from activities.kinds.form_fields import LEDGER, FieldType, FormField
from activities.reveal.form import TOPICS, bars, earlier, topic_bars
from activities.reveal.written import at_wall, walls
from tui.kinds.picture import Picture
from tui.kinds.writing.wall import close_wall, even, wall
from tui.widgets.bars import bar_lines

WIDEST = 130
"""The longest line in cells."""


class FormPicture(Picture[FormSummary]):
    """The topics and every field one under another, or the one that is dwelt on."""

    HELP = """
The topics people chose, then what they filled in, without names. Where there is more than fits, `PgDn` and
`PgUp` scroll.
"""

    DEFAULT_CSS = """
    FormPicture {
        & VerticalScroll { padding: 1 4 0 4; scrollbar-size-vertical: 1; align-horizontal: center; }
        & .drawn { height: auto; max-width: 130; }
    }
    """

    def __init__(self, activity: Form) -> None:
        """Of this form."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """All in one drawing."""
        with VerticalScroll():
            yield Static(classes="drawn", markup=False)

    def redraw(self) -> None:
        """The whole, or what is dwelt on."""
        if self.size.width:
            self.query_one(".drawn", Static).update(self._drawn(min(self.size.width - 10, WIDEST)))

    def _drawn(self, width: int) -> Content:
        summary, dwelt = self._summary, at_wall(self._spotlight) if self._spotlight else None
        if summary is None or not summary.participants:
            return Content.styled("Nobody has filled it in yet.", "bold")
        if summary.withheld:
            return Content.styled(summary.withheld, "bold")
        height = self.size.height - 3 if dwelt else 0
        parts: list[list[Content]] = []
        if self._activity.match and dwelt in (None, (TOPICS, 1)):
            parts.append(self._topics(summary, width, height))
        fields = {one.field: one for one in summary.fields}
        for field in self._activity.told:
            matched = self._activity.match is not None and field.id == self._activity.match.by
            if not matched and (dwelt is None or dwelt[0] == field.id):
                parts.append(self._field(field, fields[field.id], width, height, dwelt[1] if dwelt else 0))
        if self._activity.ledger and summary.ledger and (dwelt is None or dwelt[0] == LEDGER):
            head = Content.styled(even(self._activity.ledger.label), "bold")
            parts.append([head, *_wrapped(sums_in_words(self._activity.ledger, summary.ledger), width)])
        return Content("\n").join(line for part in parts for line in (*part, Content("")))

    def _topics(self, summary: FormSummary, width: int, height: int) -> list[Content]:
        assert self._activity.match
        label = self._activity.field(self._activity.match.by).label
        lines = _wrapped(label, width, "bold")
        if not summary.clusters:
            return [*lines, *_wrapped(summary.clusters_withheld or "Nobody has chosen a topic yet.", width, "$quiet")]
        named = [topic for topic in summary.clusters if topic.names]
        drawn = bar_lines(topic_bars(summary), width, max(height - 2 * len(named) - 3, 2 * len(summary.clusters)))
        lines += drawn
        lines += [line for one in named for line in _wrapped(f"{one.topic}: {', '.join(one.names)}", width)]
        return [*lines, *_wrapped(summary.names_withheld or "", width, "$quiet")]

    def _field(self, field: FormField, found: FormFieldSummary, width: int, height: int, page: int) -> list[Content]:
        count = "" if found.withheld else f"  {found.n} filled this"
        lines = [Content.assemble((even(field.label), "bold"), (count, "$quiet"))]
        if found.withheld:
            return [*lines, *_wrapped(found.withheld, width, "$quiet")]
        if field.type is FieldType.NUMBER:
            return [*lines, *_wrapped(middle_in_words(field, found), width)]
        if found.counts:
            drawn = bars(field, found, earlier(self._total, field.id) if self._shift else None)
            return [*lines, *bar_lines(drawn, width, max(height - 2, 2 * len(drawn)))]
        if not found.answers:
            return [*lines, Content.styled("  What they wrote is theirs alone.", "$quiet")] if found.n else lines
        if not page:
            return [*lines, *close_wall(found.answers, width).split("\n")]
        pages = walls(found.answers)
        return [*lines, *wall(pages[min(page, len(pages)) - 1].answers, width).split("\n")]


def _wrapped(words: str, width: int, style: str = "") -> list[Content]:
    return [line.rstrip() for line in Content.styled(even(words), style).wrap(max(width, 10))] if words else []
