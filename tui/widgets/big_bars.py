"""Bars in big type: what each counts, a bar several rows thick, and its figure as large as the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from activities.reveal.step import Bar
from tui.widgets.big_letters import drawable_part, measure
from tui.widgets.big_lines import Lines, set_text, whole_words

LABELS = 0.46
"""The share of the width that labels may take."""

GAP = 2
"""Cells between a label and its bar, and between the bar and its figure, at least."""

COLUMN = 140
"""The width in cells from which labels stand in a column before their bars, and not on them."""

SHORTEST = 10
"""Cells that the longest bar must have."""

MOST_LINES = 2
"""Lines that a label may take."""

ORDINARY = 24
"""Letters of a label up to which its words are not parted: there is another way to set it."""


@dataclass(frozen=True)
class Row:
    """One bar as it is set: it begins at the column `at`, is `eighths` of a cell long and `thick` rows high.

    `before` is the length of the bar of the round before, in eighths of a cell. The label stands before the bar, or,
    where there is no room for it there, `over` it; the figure then stands at the end of the line, at `figure_at`. The row
    is `height` rows high, with `gap` empty ones under it.
    """

    label: Lines
    figure: Lines
    at: int
    eighths: int
    before: int | None
    thick: int
    height: int
    gap: int
    count: int
    figure_at: int
    over: bool = False


def bar_rows(bars: Sequence[Bar], most: int, width: int, size: int, *, anyhow: bool = False) -> list[Row] | None:
    """The bars under one another, in letters of this size; None where they cannot be set so.

    The count `most` is as long as there is room for, and every other as long as its share of that: a count is never as
    long as a smaller one, as far as eighths of a cell can tell them apart. Labels stand in a column on wide screens.
    With `anyhow` they may have as many lines as they need, and part words.
    """
    figures = [set_text(bar.figure, width, size, size) for bar in bars]
    widest = max(figure.width for figure in figures)
    if any(figure.size is None for figure in figures):
        return None
    labels = _labels(bars, int(width * LABELS), size) if width >= COLUMN else None
    if labels:
        gap = max(GAP, size // 5)
        at = max(label.width for label in labels) + gap
        return _beside(bars, most, labels, figures, at, width - at - gap - widest, gap)
    labels = _labels(bars, width - widest - 2 * GAP - 1, size, anyhow=anyhow)
    if labels is None or width - widest - GAP < SHORTEST:
        return None
    return _over(bars, most, labels, figures, width, width - widest - GAP)


def _beside(
    bars: Sequence[Bar], most: int, labels: Sequence[Lines], figures: Sequence[Lines], at: int, longest: int, gap: int
) -> list[Row]:
    """Labels in a column, bars beside them, every figure at the end of its bar."""
    thick = max(figures[0].top // 2, 2)
    rows = []
    for bar, label, figure in zip(bars, labels, figures, strict=True):
        now, before = _eighths(bar.count, most, longest), _before(bar, most, longest)
        end = -(-max(now, before or 0) // 8)
        height = max(label.height, figure.height, thick)
        where = at + end + (gap if end else 0)
        rows.append(Row(label, figure, at, now, before, thick, height, 1, bar.count, where))
    return rows


def _over(
    bars: Sequence[Bar], most: int, labels: Sequence[Lines], figures: Sequence[Lines], width: int, longest: int
) -> list[Row]:
    """Labels on their bars, the figures in a column at the end. Bars of as many lines are equally high."""
    heights = {
        lines: max(one.height for one in labels if len(one.texts) == lines)
        for lines in {len(one.texts) for one in labels}
    }
    rows = []
    for bar, label, figure in zip(bars, labels, figures, strict=True):
        now, before = _eighths(bar.count, most, longest) // 8 * 8, _before(bar, most, longest)
        height = max(heights[len(label.texts)], figure.height)
        rows.append(Row(label, figure, 0, now, before, height, height, 1, bar.count, width - figure.width, over=True))
    return rows


def _before(bar: Bar, most: int, longest: int) -> int | None:
    return None if bar.before is None else _eighths(bar.before, most, longest)


def _eighths(count: int, most: int, longest: int) -> int:
    return max(round(count / most * longest * 8), 8) if count else 0


def _labels(bars: Sequence[Bar], column: int, size: int, *, anyhow: bool = False) -> list[Lines] | None:
    """The labels in whole, or all of them short where that is what fits."""
    for names in ([bar.label for bar in bars], [bar.short or bar.label for bar in bars]):
        found = [_label(name, column, size, anyhow=anyhow) for name in names]
        if all(label is not None for label in found):
            return [label for label in found if label is not None]
    return None


def _label(name: str, column: int, size: int, *, anyhow: bool) -> Lines | None:
    drawn, _ = drawable_part(name)
    if (
        not anyhow
        and len(drawn) < ORDINARY
        and max((measure(word, size) for word in drawn.split()), default=0) > column
    ):
        return None
    lines = set_text(whole_words(drawn, column, size), column, size, size)
    return lines if lines.size is not None and (anyhow or len(lines.texts) <= MOST_LINES) else None
