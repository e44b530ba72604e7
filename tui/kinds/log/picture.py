"""The picture of the room's log: the entries on a line of time, what was decided, and the entries that may be seen."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.kinds.log import Log, as_text, kept_back
from activities.kinds.log_counts import DECIDED, TOLD, WEEKS, LogSummary
from activities.reveal.log import MOVES, time_in_words
from activities.reveal.written import at_wall, walls
from tui.kinds.card_sort.chips import width_of
from tui.kinds.picture import Picture
from tui.kinds.writing.wall import close_wall, even, wall
from tui.widgets.counts import thin_bar
from tui.widgets.time_line import Dot, TimeStrip

NOBODY = "Nobody has written an entry yet."
KEY = "The higher, the more entries in a week. Bright: you wrote what happened. Dim: it is planned."

LOWEST, HIGHEST = 3, 12
"""Rows of dots over the line, at least and at most."""

BAR = 40
"""The most cells of a bar."""


class LogPicture(Picture[LogSummary]):
    """The strip of time first, decisions under it, then entries as cards."""

    HELP = """
When the entries are, from left to right, what was decided, and entries without names. `PgDn` and `PgUp` scroll
where there is more.
"""

    DEFAULT_CSS = """
    LogPicture {
        & VerticalScroll { height: 1fr; padding: 1 3 0 3; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & .told { margin-bottom: 1; }
        & TimeStrip { margin: 0 0 1 0; }
        & .counts { margin-bottom: 1; }
    }
    """

    def __init__(self, activity: Log) -> None:
        """Nothing to show yet."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """The strip between words, and the wall."""
        with VerticalScroll():
            yield Static(classes="told", markup=False)
            yield TimeStrip()
            yield Static(classes="counts", markup=False)
            yield Static(classes="wall", markup=False)

    def redraw(self) -> None:
        """All of it, or what is dwelt on alone."""
        summary, dwelt = self._summary, self._spotlight or ""
        if not self.size.width:
            return
        told, strip = self.query_one(".told", Static), self.query_one(TimeStrip)
        counts, cards = self.query_one(".counts", Static), self.query_one(".wall", Static)
        if summary is None or not summary.participants or summary.withheld:
            told.update(Content.styled((summary.withheld if summary else None) or NOBODY, "bold"))
            strip.lay((), LOWEST)
            counts.update("")
            cards.update("")
            return
        alone = dwelt.split(" ")[0]
        told.update(self._told(summary))
        told.display = strip.display = alone in ("", WEEKS)
        if strip.display:
            self._draw_strip(strip, summary, alone=alone == WEEKS)
        counts.display = alone in ("", DECIDED, MOVES)
        counts.update(self._counts(summary, alone))
        cards.display = alone in ("", TOLD)
        cards.update(self._wall(summary, dwelt))

    def _told(self, summary: LogSummary) -> Content:
        entries = f"{summary.entries} {'entry' if summary.entries == 1 else 'entries'}"
        first = Content.styled(f"{self._total.who.counted(summary.participants)}, {entries}", "bold")
        before = self._before
        if before is not None:
            first += Content.styled(f"   {before.entries} → {summary.entries}", "bold $now")
        return Content("\n").join([first, Content.styled(time_in_words(summary), "$quiet")])

    def _draw_strip(self, strip: TimeStrip, summary: LogSummary, *, alone: bool) -> None:
        room = self.size.height // 2 if alone else self.size.height // 4
        dots = [Dot(week.begins, week.entries, week.done) for week in summary.weeks]
        most = max((week.entries for week in summary.weeks), default=1)
        strip.lay(dots, min(max(room, LOWEST), HIGHEST, max(most, LOWEST)))

    def _counts(self, summary: LogSummary, alone: str) -> Content:
        lines = [Content.styled(KEY, "$quiet"), Content("")] if not alone and summary.weeks else []
        decision = self._activity.decision
        if decision is not None and alone in ("", DECIDED):
            lines.append(Content.styled(decision.label, "bold"))
            why = summary.because.get(DECIDED)
            lines += [Content.styled(why, "$quiet")] if why else self._bars(dict(summary.decided))
        if alone == MOVES:
            labels = {move.id: move.label for move in self._activity.moves}
            lines += self._bars({labels[one.move]: None if one.withheld else one.n for one in summary.moves})
        return Content("\n").join(lines)

    def _bars(self, counts: dict[str, int] | dict[str, int | None]) -> list[Content]:
        names = {name: even(name) for name in counts}
        across = max(map(width_of, names.values()), default=0)
        most = max((count or 0 for count in counts.values()), default=0)
        lines = []
        for name, count in counts.items():
            figure = "  – " if count is None else f"{count:>3} "
            bar = thin_bar(count or 0, most, BAR)
            space = " " * (across - width_of(names[name]))
            lines.append(Content.assemble(names[name], space, (figure, "bold"), (bar, "$now")))
        return lines

    def _wall(self, summary: LogSummary, dwelt: str) -> Content:
        texts = [as_text(self._activity, one) for one in summary.told]
        if not texts:
            return Content.styled(summary.because.get(TOLD) or kept_back(summary), "$quiet")
        width = self.size.width - 8
        if not dwelt.startswith(TOLD):
            return wall(texts, width)
        found = walls(texts)
        page = found[min(at_wall(dwelt)[1], len(found)) - 1]
        head = Content.styled(f"{len(texts)} {'entry' if len(texts) == 1 else 'entries'}   {page.words}", "$quiet")
        cards = wall(page.answers, width)
        fits = len(cards.split("\n")) <= self.size.height - 3
        return Content("\n").join([head, Content(""), cards if fits else close_wall(page.answers, width)])
