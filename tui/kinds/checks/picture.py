"""The picture of a reveal of checks: a bar in three parts a check; and what was rewritten, before beside after."""

from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.kinds.checks import Check, Checks
from activities.kinds.checks_counts import Answer, ChecksSummary, CheckSummary
from activities.kinds.wordings import AFTER, Rewrite
from activities.reveal.checks import earlier, in_order
from tui.kinds.picture import Picture
from tui.kinds.writing.wall import even

PARTS = (("█", "$done", "as hoped"), ("▒", "$late", "something to think about"), ("░", "$quiet", "not sure"))
"""What the parts of a bar are filled with, told apart without colours, and what they mean."""

THICKEST = 3
"""Rows of a bar, at most."""

WIDEST = 120
"""The longest bar in cells."""


class ChecksPicture(Picture[ChecksSummary]):
    """Every check with its bar; one of them, with the rewritings, where the reveal dwells on it."""

    HELP = """
A bar in three parts for every check: yes, not yet (or no), not sure. Then what people rewrote, before and after.
"""

    DEFAULT_CSS = """
    ChecksPicture {
        & VerticalScroll { padding: 1 4 0 4; scrollbar-size-vertical: 1; }
        & .key { height: 1; margin-bottom: 1; }
        & .drawn { height: auto; }
    }
    """

    def __init__(self, activity: Checks) -> None:
        """Of these checks."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """What the fillings mean, and the bars."""
        with VerticalScroll():
            yield Static(classes="key", markup=False)
            yield Static(classes="drawn", markup=False)

    def redraw(self) -> None:
        """Every check, or what was rewritten."""
        if not self.size.width:
            return
        width = max(self.size.width - 10, 20)
        rewritten = (self._spotlight or "").partition(" ")[0] == AFTER
        self.query_one(".key").display = not rewritten
        self.query_one(".key", Static).update(_key())
        drawn = self._rewritings(width) if rewritten else self._checks(width)
        self.query_one(".drawn", Static).update(drawn)

    def _checks(self, width: int) -> Content:
        summary = self._summary
        if summary is None or not summary.participants:
            return Content.styled("Nobody has answered a check yet.", "bold")
        if summary.withheld:
            return Content.styled(summary.withheld, "bold")
        checks = {check.id: check for check in self._activity.checks}
        dwelt, found = self._spotlight, in_order(self._total)
        rows = (self.size.height - 4) // max(len(found), 1)
        shape = _Shape(
            width=min(width, WIDEST),
            most=max((one.n for one in found), default=0) or 1,
            words=max((len(_counted(checks[one.check], one)) for one in found), default=0),
            thick=min(max(rows - 2, 1), THICKEST),
        )
        lines: list[Content] = []
        for one in found:
            quiet = dwelt is not None and one.check != dwelt
            lines += self._check(checks[one.check], one, shape, quiet=quiet)
            lines += [Content("")] if rows > 2 else []
        return Content("\n").join(lines)

    def _check(self, check: Check, found: CheckSummary, shape: "_Shape", *, quiet: bool) -> list[Content]:
        style = "$quiet" if quiet else "bold"
        lines = [line.rstrip() for line in Content.styled(even(check.question), style).wrap(shape.width)]
        if found.withheld:
            return [*lines, Content.styled(f"  {found.withheld}", "$quiet")]
        before = earlier(self._total, check.id) if self._shift else None
        if before is None:
            return [*lines, *_bar(check, found, shape, "")]
        return [*lines, *_bar(check, before, replace(shape, thick=1), "before "), *_bar(check, found, shape, "now    ")]

    def _rewritings(self, width: int) -> Content:
        summary = self._summary
        if summary is None or summary.rewrites_withheld or not summary.rewrites:
            why = summary.rewrites_withheld if summary else None
            return Content.styled(why or "Nothing that was rewritten is shown.", "bold")
        _, _, number = (self._spotlight or "").partition(" ")
        chosen = summary.rewrites[int(number) - 1 :][:1] if number else summary.rewrites
        lines: list[Content] = []
        for one in chosen or summary.rewrites:
            lines += [*_beside(one, width), Content("")]
        return Content("\n").join(lines)


def _key() -> Content:
    return Content("   ").join(Content.assemble((fill * 2, style), f" {name}") for fill, style, name in PARTS)


@dataclass(frozen=True)
class _Shape:
    """How bars are set: lines of `width` cells, the longest bar for `most`, room for so many letters, so `thick`."""

    width: int
    most: int
    words: int
    thick: int


def _counted(check: Check, found: CheckSummary) -> str:
    counts = [f"{found.count(one)} {check.called(one).lower()}" for one in Answer if found.count(one)]
    return ", ".join(counts) or "nobody yet"


def _bar(check: Check, found: CheckSummary, shape: _Shape, head: str) -> list[Content]:
    """The counts as parts of one bar, which they stand beside in words."""
    longest = max(shape.width - shape.words - len(head) - 2, 9)
    counts = (found.count(check.hoped), found.n - found.count(check.hoped) - found.not_sure, found.not_sure)
    parts = [
        (fill * max(round(count / shape.most * longest), 1), style)
        for count, (fill, style, _) in zip(counts, PARTS, strict=True)
        if count
    ]
    first = Content.assemble((head, "$quiet"), *parts, ("  ", ""), _counted(check, found))
    return [first, *[Content.assemble(" " * len(head), *parts)] * (shape.thick - 1)]


def _beside(one: Rewrite, width: int) -> list[Content]:
    """Before and after side by side, the reason under them; one under the other where it is narrow."""
    if width < 80 or not one.before:
        parts = (("before  ", one.before, "$quiet"), ("now  ", one.after, "bold"))
        lines = [line for head, text, style in parts if text for line in _block(head, text, style, width)]
    else:
        half = (width - 4) // 2
        left, right = (
            _block("before", one.before, "$quiet", half, over=True),
            _block("now", one.after, "bold", half, over=True),
        )
        rows = max(len(left), len(right))
        blank = Content("")
        pairs = ((left[n] if n < len(left) else blank, right[n] if n < len(right) else blank) for n in range(rows))
        lines = [a.pad_right(max(half + 4 - a.cell_length, 0)) + b for a, b in pairs]
    return [*lines, *(_block("why  ", one.reason, "", width) if one.reason else [])]


def _block(head: str, text: str, style: str, width: int, *, over: bool = False) -> list[Content]:
    """A text with its head before its first line, or over it."""
    indent = 0 if over else len(head)
    rows = [row.rstrip() for row in Content.styled(even(text), style).wrap(max(width - indent, 8))]
    if over:
        return [Content.styled(head, "$now"), *rows]
    return [Content.styled(head if at == 0 else " " * indent, "$now") + row for at, row in enumerate(rows)]
