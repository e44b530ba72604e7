"""How the marks on one strand are spread: bars with their counts, the median and the quartiles, and the median in words."""

from math import ceil, floor

from textual.content import Content

from activities.kinds.pathway import Strand, StrandSummary

EIGHTHS = " ▁▂▃▄▅▆▇█"


def in_words(strand: Strand, marks: StrandSummary) -> str:
    """Where the middle of the room stands, by the names of stages: `the middle is between Developing and Established`."""
    if marks.median is None:
        return "nobody yet"
    below, above = floor(marks.median), ceil(marks.median)
    titles = [stage.title for stage in strand.stages]
    if below == above:
        return f"the middle is at {titles[below - 1]}"
    return f"the middle is between {titles[below - 1]} and {titles[above - 1]}"


def bar_width(column: int) -> int:
    """Cells across one bar where stages are `column` cells apart."""
    return max(1, min(14, column * 3 // 5))


def bars(marks: StrandSummary, column: int, height: int) -> list[Content]:
    """One bar a stage, `column` cells apart and at most `height` rows high, each with its count on top."""
    counts = [marks.stages.get(str(stage), 0) for stage in range(1, len(marks.stages) + 1)]
    wide = bar_width(column)
    most = max(counts, default=0)
    eighths = [0 if not count else max(1, round(count / most * height * 8)) for count in counts]
    rows = []
    for row in range(height, -1, -1):
        parts: list[tuple[str, str]] = []
        for count, high in zip(counts, eighths, strict=True):
            top = ceil(high / 8)
            if row == top:
                parts.append((str(count).ljust(column), "bold" if count else "$quiet"))
            elif row < top:
                fill = EIGHTHS[min(8, high - row * 8)]
                parts.append((fill * wide + " " * (column - wide), "$quiet"))
            else:
                parts.append((" " * column, ""))
        rows.append(Content.assemble(*parts))
    return rows


def axis(marks: StrandSummary, column: int, *, quartiles: bool = False) -> Content:
    """The line under the bars, `▲` at the median; with `quartiles` the middle half is drawn heavy."""
    wide = bar_width(column)
    length = column * len(marks.stages) - (column - wide)

    def place(position: float) -> int:
        return min(length - 1, round((position - 1) * column) + wide // 2)

    signs = [("─", "$quiet")] * length
    if quartiles and marks.q1 is not None and marks.q3 is not None:
        first, last = place(marks.q1), place(marks.q3)
        signs[first : last + 1] = [("━", "bold $foreground")] * (last + 1 - first)
        signs[first], signs[last] = ("┣", "bold $foreground"), ("┫", "bold $foreground")
    if marks.median is not None:
        signs[place(marks.median)] = ("▲", "bold $now")
    return Content.assemble(*signs)
