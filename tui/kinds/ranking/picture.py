"""The picture of a ranking: the room's order beside the reference as a slope chart, or how far the room is spread."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.figures import ordinal, short_figure
from activities.kinds.ranking import NOT_A_NORM, ItemSummary, Ranking, RankingSummary
from activities.reveal.ranking import by_median, earlier, in_order, item_in_words
from activities.typed import as_seen
from tui.kinds.picture import Picture
from tui.widgets.slope import Chart, SlopeChart, Sloped

NOBODY = "Nobody has put anything in order yet."

MARKED = 3
"""How many of the widest gaps are drawn to be seen."""

NARROWEST_SCALE = 20
"""Cells that the scale of places has at least."""


class RankingPicture(Picture[RankingSummary]):
    """Medians at the left, the reference at the right; where rounds are compared, before and now."""

    HELP = """
    ## The picture

    At the left the room's middle place of each item, with the places between which half of the room lies; at the right
    the order that it is compared with. The lines of the widest gaps stand out, and `+2` says two places later than
    there. Step through the items: the band shows where half of the room put the one that is dwelt on.
    """
    DEFAULT_CSS = """
    RankingPicture { padding: 1 2 0 2; }
    RankingPicture #about { height: auto; margin-bottom: 1; }
    RankingPicture #note { height: auto; color: $quiet; }
    RankingPicture VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    RankingPicture SlopeChart { display: none; height: auto; min-height: 100%; }
    RankingPicture #spread { height: auto; }
    RankingPicture.-sloped SlopeChart { display: block; }
    RankingPicture.-sloped #spread { display: none; }
    """

    def __init__(self, activity: Ranking) -> None:
        """Of this ranking."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """What is said of the item that is dwelt on, the chart, and what it is."""
        yield Static(id="about", markup=False)
        with VerticalScroll(can_focus=False):
            yield SlopeChart()
            yield Static(id="spread", markup=False)
        yield Static(id="note", markup=False)

    def redraw(self) -> None:
        """Everything, or with one item dwelt on."""
        if not self.size.width:
            return
        summary = self._summary
        about, note, spread = (self.query_one(f"#{name}", Static) for name in ("about", "note", "spread"))
        if summary is None or not summary.participants or summary.withheld:
            words = summary.withheld if summary and summary.withheld else NOBODY
            about.update(Content.styled(words, "bold"))
            self.set_class(False, "-sloped")
            spread.update(Content(""))
            note.update(Content(""))
            return
        found = by_median(summary)
        self._say(about)
        chart = self._before_and_now(found) if self._shift else self._beside(found)
        self.set_class(chart is not None, "-sloped")
        if chart is not None:
            self.query_one(SlopeChart).show(chart)
        else:
            spread.update(Content("\n").join(self._spread(found, self.size.width - 6)))
        note.update(Content(self._noted(summary)))

    def _say(self, about: Static) -> None:
        """What is said of the item that is dwelt on."""
        one = next((one for one in in_order(self._total) if one.item == self._spotlight), None)
        about.display = one is not None
        if one is not None:
            label = as_seen(self._activity.item(one.item).label)
            words = item_in_words(self._activity, self._total, one)
            about.update(Content.assemble((label, "bold $now"), "   ", as_seen(words)))

    def _noted(self, summary: RankingSummary) -> str:
        """Whose order stands beside, that it is no norm, and which items are in no place of the chart."""
        missing = [as_seen(self._activity.item(one.item).brief_label) for one in summary.items if one.median is None]
        parts = [f"{as_seen(self._activity.reference.source)}. {NOT_A_NORM}"] if self._activity.reference else []
        parts += [f"Not shown, or in nobody's order: {', '.join(missing)}."] if missing else []
        return "  ".join(parts)

    def _sloped(self, one: ItemSummary, left: float, right: float | None, *, after: str, marked: bool) -> Sloped:
        item = self._activity.item(one.item)
        band = None if one.q1 is None or one.q3 is None else (one.q1, one.q3)
        return Sloped(one.item, item.label, item.brief_label, left, right, band, marked, after)

    def _beside(self, found: list[ItemSummary]) -> Chart | None:
        """The room's order beside the reference; None where there is none."""
        if self._activity.reference is None or not any(one.gap is not None for one in found):
            return None
        gaps = sorted((one for one in found if one.gap), key=lambda one: -abs(one.gap or 0))[:MARKED]
        things = tuple(
            self._sloped(one, one.median or 1, one.reference, after=_signed(one), marked=one in gaps) for one in found
        )
        return self._chart(things, "you", self._activity.reference.source)

    def _before_and_now(self, found: list[ItemSummary]) -> Chart | None:
        """The room's order before and now."""
        before = {one.item: earlier(self._total, one.item) for one in found}
        things = tuple(
            Sloped(
                one.item, self._activity.item(one.item).label, self._activity.item(one.item).brief_label,
                was.median, one.median, marked=was.median != one.median,
            )
            for one in found
            if (was := before[one.item]) is not None and was.median is not None
        )  # fmt: skip
        return self._chart(things, "before", "now") if things else None

    def _chart(self, things: tuple[Sloped, ...], left: str, right: str) -> Chart:
        return Chart(things, len(self._activity.items), left, as_seen(right), self._spotlight)

    def _spread(self, found: list[ItemSummary], width: int) -> list[Content]:
        """An item a line, with the middle half of the room on a scale of places."""
        if not found:
            return []
        labels = {one.item: as_seen(self._activity.item(one.item).label) for one in found}
        column = min(max(len(label) for label in labels.values()), max(width - NARROWEST_SCALE - 10, 12))
        across = min(max(width - column - 8, NARROWEST_SCALE), 90)
        last = ordinal(len(self._activity.items))
        lines = [Content.styled(f"{'':<{column}}        1st{last:>{across - 3}}", "$quiet"), Content("")]
        for one in found:
            lit = one.item == self._spotlight
            for number, row in enumerate(Content(labels[one.item]).wrap(column)):
                head = row.rstrip().pad_right(max(column - row.rstrip().cell_length, 0))
                tail = f"  {short_figure(one.median or 0):>4}  {self._scale(one, across)}" if number == 0 else ""
                lines.append(Content.assemble(head, tail).stylize("bold $now" if lit else ""))
            lines += [Content("")] if 2 * len(found) + 4 < self.size.height else []
        return lines

    def _scale(self, one: ItemSummary, across: int) -> str:
        unit = (across - 1) / max(len(self._activity.items) - 1, 1)
        first, middle, last = (round(((at or 1) - 1) * unit) for at in (one.q1, one.median, one.q3))
        signs = ["·"] * across
        if last > first:
            signs[first : last + 1] = ["━"] * (last + 1 - first)
            signs[first], signs[last] = "┣", "┫"
        signs[middle] = "●"
        return "".join(signs)


def _signed(one: ItemSummary) -> str:
    """How many places later (or earlier) the room has it than the reference."""
    return f"{'+' if one.gap > 0 else '−'}{short_figure(abs(one.gap))}" if one.gap else ""
