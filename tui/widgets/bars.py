"""Counts as bars, or as dots, in the terminal's own letters: each under its whole label, on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from textual.content import Content

from activities.reveal.step import Bar
from activities.typed import as_seen
from tui.widgets.counts import GLANCE

EIGHTHS = " ▏▎▍▌▋▊▉█"

BEFORE, NOW, DOT = "░", "█", "●"
"""What the bars of the two rounds are filled with, told apart without colours, and a dot."""

WORDS = 8
"""Cells before a bar where two rounds stand under one another, for which is which."""

LABELS = 0.4
"""The share of the width that labels have where they stand beside their bars."""

KEY = Content.assemble((f"{BEFORE * 2} before", "$quiet"), "   ", (f"{NOW * 2} now", "bold"))
"""What the fillings mean."""


@dataclass(frozen=True)
class _Form:
    """How bars are set: rows of each, empty rows under it, and whether labels stand `beside` them."""

    thick: int
    gap: int
    beside: bool = False


FORMS = (_Form(2, 2), _Form(2, 1), _Form(1, 1), _Form(1, 0), _Form(1, 0, beside=True))
"""From the largest to the closest."""


def bar_lines(
    bars: Sequence[Bar], width: int, height: int, *, most: int = 0, lit: int | None = None, dots: bool = False
) -> list[Content]:
    """The bars under one another in lines of `width` cells, as large as `height` lines allow; closer than that, more.

    The longest stands for `most`, or for the highest count. `lit` is the number of the bar that is dwelt on. With
    `dots` a count is that many dots, where there is room for them.
    """
    if not bars:
        return []
    longest = max([most, *(max(bar.count, bar.before or 0) for bar in bars)]) or 1
    found: list[Content] = []
    for form in FORMS:
        found = [line for at, bar in enumerate(bars) for line in _set(bar, form, width, longest, at == lit, dots)]
        if len(found) - form.gap <= height:
            break
    return found


def counted(count: int, label: str) -> list[Content]:
    """A count with what it counts, in lines for a glance: the label under its own beginning."""
    words = Content(as_seen(label)).wrap(GLANCE - 5)
    first = Content.assemble((f"{count:>3}  ", "bold"), words[0])
    return [first.rstrip(), *(Content("     ") + row.rstrip() for row in words[1:])]


def _set(bar: Bar, form: _Form, width: int, longest: int, lit: bool, dots: bool) -> list[Content]:
    style = "bold $now" if lit else "bold"
    column = round(width * LABELS) if form.beside else width - 2
    mark = Content.styled("▸ " if lit else "  ", style)
    label = [
        mark + row.rstrip() if number == 0 else Content("  ") + row.rstrip()
        for number, row in enumerate(Content.styled(as_seen(bar.label), style).wrap(max(column - 2, 8)))
    ]
    room = width - (column + 2 if form.beside else 2)
    lengths = _lengths(bar, form.thick, max(room, 8), longest, lit, dots)
    if form.beside:
        rows = max(len(label), len(lengths))
        pairs = [(_at(label, n), _at(lengths, n)) for n in range(rows)]
        return [left.pad_right(max(column + 2 - left.cell_length, 0)) + right for left, right in pairs]
    return [*label, *(Content("  ") + line for line in lengths), *[Content("")] * form.gap]


def _at(lines: Sequence[Content], number: int) -> Content:
    return lines[number] if number < len(lines) else Content("")


def _lengths(bar: Bar, thick: int, room: int, longest: int, lit: bool, dots: bool) -> list[Content]:
    """The bar itself with its figure; two of them where there was a round before."""
    now = "bold $now" if lit else "bold"
    if bar.before is None:
        return _one(bar.count, thick, room, longest, ("$now" if lit else "$quiet", now), NOW, dots)
    room -= WORDS
    before = _one(bar.before, 1, room, longest, ("$quiet", "$quiet"), BEFORE, False)
    after = _one(bar.count, thick, room, longest, ("$now" if lit else "$foreground", now), NOW, False)
    names = [Content.styled("before".ljust(WORDS), "$quiet"), Content.styled("now".ljust(WORDS), now)]
    rows = [names[0] + before[0], names[1] + after[0]]
    return [*rows, *(Content(" " * WORDS) + row for row in after[1:])]


def _one(
    count: int, thick: int, room: int, longest: int, styles: tuple[str, str], fill: str, dots: bool
) -> list[Content]:
    figure = str(count)
    across = room - len(str(longest)) - 2
    if dots and 2 * longest <= across:
        return [Content.assemble((f"{DOT} " * count, styles[0]), (figure, styles[1]))]
    eighths = 8 * across * count // longest if count else 0
    eighths = max(eighths, 8) if count else 0
    whole, rest = divmod(eighths, 8)
    drawn = fill * (whole if fill == NOW else ceil(eighths / 8)) + (EIGHTHS[rest] if rest and fill == NOW else "")
    gap = "  " if count else ""
    first = Content.assemble((drawn, styles[0]), gap, (figure, styles[1] if count else "$quiet"))
    return [first, *[Content.styled(drawn, styles[0])] * (thick - 1)] if count else [first]
