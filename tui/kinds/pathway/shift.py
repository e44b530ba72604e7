"""A strand in two rounds: the marks before and now, as pairs of bars, as a list, and in words."""

from math import ceil

from textual.content import Content

from activities.kinds.pathway import StrandSummary
from tui.kinds.pathway.bars import axis, bar_width, bars

BEFORE, NOW = "░", "█"
"""What bars of the two rounds are filled with: told apart without colours."""

KEY = Content.assemble((f"{BEFORE * 2} before", "$quiet"), "   ", (f"{NOW * 2} now", "bold"))
"""What the fillings mean."""


def counts_row(before: StrandSummary, now: StrandSummary, column: int) -> Content:
    """How many marked each stage before and now, `column` cells apart; bold where it changed."""
    parts = []
    for stage in range(1, len(now.stages) + 1):
        earlier, later = before.stages.get(str(stage), 0), now.stages.get(str(stage), 0)
        words = f"{earlier} → {later}" if column > 8 else f"{earlier}→{later}"
        parts.append((words.ljust(column), "bold" if earlier != later else "$quiet"))
    return Content.assemble(*parts)


def pair_width(column: int) -> int:
    """Cells across each of the two bars of a stage where stages are `column` cells apart."""
    return max(2, (bar_width(column) + 2) // 2)


def paired_bars(before: StrandSummary, now: StrandSummary, column: int, height: int) -> list[Content]:
    """Two bars a stage on one scale, `column` cells apart and at most `height` rows high, counts on top."""
    numbers = range(1, len(now.stages) + 1)
    pairs = [(before.stages.get(str(n), 0), now.stages.get(str(n), 0)) for n in numbers]
    most = max((count for pair in pairs for count in pair), default=0) or 1
    wide = pair_width(column)
    rows = []
    for row in range(height, -1, -1):
        parts: list[tuple[str, str]] = []
        for earlier, later in pairs:
            first = _cell(BEFORE, "$quiet", earlier, ceil(earlier / most * height), row, wide)
            second = _cell(NOW, "bold", later, ceil(later / most * height), row, wide)
            gap = max(0, column - len(first[0]) - len(second[0]))
            parts += [first, second, (" " * gap, "")]
        rows.append(Content.assemble(*parts))
    return rows


def _cell(fill: str, style: str, count: int, high: int, row: int, wide: int) -> tuple[str, str]:
    """What stands in one row of one bar `high` rows high, and its style; the count stands on top."""
    if row == high:
        return str(count).ljust(wide), style if count else "$quiet"
    return (fill if row < high else " ") * wide, style


def shift_axis(before: StrandSummary, now: StrandSummary, column: int) -> Content:
    """The line under the pairs: `△` at the median before, `▲` at the one now, an arrow from the one to the other."""
    wide = 2 * pair_width(column)
    length = column * len(now.stages) - max(0, column - wide)
    signs = [("─", "$quiet")] * length
    if before.median is None or now.median is None:
        return Content.assemble(*signs)
    first, last = (min(length - 1, round((median - 1) * column) + wide // 2) for median in (before.median, now.median))
    step = 1 if last > first else -1
    for place in range(first, last, step):
        signs[place] = ("━", "bold $now")
    if abs(last - first) > 2:
        signs[last - step] = ("▶" if step > 0 else "◀", "bold $now")
    signs[first], signs[last] = ("△", "bold"), ("▲", "bold $now")
    return Content.assemble(*signs)


def picture(
    before: StrandSummary | None, now: StrandSummary, column: int, height: int, *, quartiles: bool = False
) -> list[Content]:
    """The bars over their line: of both rounds, or of this one where there is none before."""
    if before is None:
        return [*bars(now, column, height), axis(now, column, quartiles=quartiles)]
    return [*paired_bars(before, now, column, height), shift_axis(before, now, column)]
