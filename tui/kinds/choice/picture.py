"""The picture of a choice: how many chose each option, and under it why, for the option that is dwelt on."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.kinds.choice import Choice
from activities.kinds.choice_counts import ChoiceSummary
from activities.reveal.choice import OTHERS, bars, in_order
from activities.reveal.written import at_wall, walls
from tui.kinds.picture import Picture
from tui.kinds.writing.wall import close_wall, wall
from tui.widgets.bars import KEY, bar_lines

NOBODY = "Nobody has chosen yet."

EDGES = 8
"""Cells to the left and right of the drawing, the scroll bar among them."""


class ChoicePicture(Picture[ChoiceSummary]):
    """Every option with its bar, most chosen first; the reasons for one of them stand under it alone."""

    HELP = """
    ## The picture

    How many chose each option. Step on for the reasons, option by option. With the round before beside this one, `░` is
    before and `█` is now.
    """

    DEFAULT_CSS = """
    ChoicePicture {
        & VerticalScroll { padding: 1 3; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & #key { display: none; margin-bottom: 1; }
        &.-compared #key { display: block; }
        & #why { margin: 1 0; color: $quiet; }
    }
    """

    def __init__(self, activity: Choice) -> None:
        """Of these options."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """The bars, what was asked, and the answers."""
        with VerticalScroll():
            yield Static(KEY, id="key")
            yield Static(id="bars")
            yield Static(id="why")
            yield Static(id="wall")

    def redraw(self) -> None:
        """All bars, or one with its reasons."""
        if not self.size.width:
            return
        width, height = self.size.width - EDGES, self.size.height - 2
        summary = self._summary
        drawing = self.query_one("#bars", Static)
        if summary is None or not summary.participants or summary.withheld:
            words = summary.withheld if summary and summary.withheld else NOBODY
            drawing.update(Content.styled(words, "bold"))
            return
        found = bars(self._activity, self._total)
        self.set_class(any(bar.before is not None for bar in found), "-compared")
        dwelt, number = at_wall(self._spotlight or "")
        why, texts = self._texts(dwelt)
        if not texts:
            drawing.update(Content("\n").join(bar_lines(found, width, height - 2 * self.has_class("-compared"))))
        else:
            at = [one.option for one in in_order(summary)]
            option = dwelt.partition(".")[0]
            one = [found[at.index(option)]] if option in at else []
            lines = bar_lines(one, width, height // 3, most=max(bar.count for bar in found), lit=0)
            drawing.update(Content("\n").join(lines))
        self._draw_wall(why, texts, number, width, height)

    def _texts(self, dwelt: str) -> tuple[str, tuple[str, ...]]:
        """What was asked, and what those who chose it wrote."""
        summary = self._summary
        assert summary is not None
        if dwelt == OTHERS:
            return self._activity.ask_reason, summary.other_reasons
        reasons = {f"{one.option}": one.reasons for one in summary.options}
        answers = {field.field: field.answers for field in summary.asked}
        for option, one in self._activity.asked:
            if dwelt in (option.id, one.field):
                return one.words, answers.get(one.field, reasons.get(option.id, ()))
        return "", ()

    def _draw_wall(self, why: str, texts: tuple[str, ...], number: int, width: int, height: int) -> None:
        asked, drawing = self.query_one("#why", Static), self.query_one("#wall", Static)
        asked.display = drawing.display = bool(texts)
        if not texts:
            return
        found = walls(texts)
        page = found[min(number, len(found)) - 1]
        asked.update(Content("   ".join(part for part in (why, page.words) if part)))
        cards = wall(page.answers, width)
        fits = len(cards.split("\n")) <= height - height // 3 - 3
        drawing.update(cards if fits else close_wall(page.answers, width))
