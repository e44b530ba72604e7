"""Paragraphs as flowables. Those whose letters stand one after another are Platypus'; the others are set here.

What Platypus cannot set with what it offers: letters that run from the right within others, marks on letters of another
font, words that are wider than the column. All lengths are in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscent
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from exports.document import Run, Runs, plain
from exports.pdf.draft import on_drafts_kept
from exports.pdf.paper import Colour, Style
from exports.pdf.pictures.surface import colour
from exports.pdf.text import typed
from exports.pdf.text.setting import Setting, set_lines, widest_word
from exports.pdf.text.typed import Typed
from exports.pdf.text.typefaces import main_font

_EMPTY_LINE = 0.6
"""The air that empty lines between paragraphs come to, as a share of a line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: its type, the air before it, and a rule or a mark at the side where reading begins."""

    style: Style
    before: float = 0
    indent: float = 0
    bar: Colour | None = None
    mark: str = ""
    align: Literal["start", "right"] = "start"


@dataclass(slots=True)
class Setter:
    """Sets one document's paragraphs, and counts what of them no font has.

    `air` is how much of the air between paragraphs stays. Where a document may be laid out more than once, `broken`
    remembers lines by paragraph and width; `drawings` remembers what was drawn for a picture.
    """

    fonts: Path | None = None
    missing: int = 0
    air: float = 1
    broken: dict[Any, Any] | None = field(default_factory=dict)
    drawings: dict[Any, Any] = field(default_factory=dict)

    def paragraphs(self, runs: Runs | str, look: Look, width: float) -> list[Flowable]:
        """A text's paragraphs for a column of this width; the air is before the first of them."""
        given = plain(runs) if isinstance(runs, str) else runs
        weighted = tuple(Run(run.text, "bold") for run in given) if look.style.weight == "bold" else given
        found = typed.paragraphs(weighted, self.fonts)
        self.missing += sum(paragraph.missing for paragraph in found)
        flowables: list[Flowable] = []
        before = look.before * self.air
        for paragraph in found:
            if not paragraph.pieces:
                before = look.style.leading * _EMPTY_LINE
                if flowables:
                    flowables[-1].below = before
                continue
            flowables.append(self._paragraph(paragraph, look, width))
            flowables[-1].spaceBefore = before
            before = 0
        return flowables

    def _paragraph(self, paragraph: Typed, look: Look, width: float) -> Flowable:
        fits = widest_word(paragraph) * look.style.size <= width - look.indent
        if paragraph.plain and fits and not look.mark:
            return Prose.of(paragraph, look, self.broken)
        return Lines(paragraph, look)

    def count(self, texts: Sequence[str]) -> None:
        """Count what no font has of texts that stand in a picture."""
        self.missing += sum(typed.line(text, "regular", self.fonts).missing for text in texts)


class Marked:
    """What a paragraph may have beside its words: a rule, and an entry in the document's outline.

    The rule goes on `below` it, to the next paragraph of the same person.
    """

    entry: tuple[str, int] | None = None
    below = 0.0

    def draw_beside(self, canvas: Any, look: Look, height: float, x: float) -> None:
        """Draw the rule at `x`, and let the outline lead here."""
        if look.bar:
            canvas.setStrokeColor(colour(look.bar))
            canvas.setLineWidth(1.4)
            canvas.line(x, -self.below, x, height)
        if self.entry:
            canvas.enter(*self.entry, height + 6)


class Prose(Marked, Paragraph):  # type: ignore[misc]
    """A paragraph of letters that stand one after another from left to right."""

    height: float
    blPara: Any  # noqa: N815 - Platypus' name for its lines

    def __init__(self, text: str | None, style: ParagraphStyle, **others: Any) -> None:
        super().__init__(text, style, **others)
        self.lines: dict[float, Any] = {}

    @classmethod
    def of(cls, paragraph: Typed, look: Look, broken: dict[Any, Any] | None) -> "Prose":
        """A paragraph as letters, never as markup; where lines are remembered, it shares them with those before it."""
        prose = cls(None, _paragraph_style(look), frags=_fragments(paragraph, look.style))
        if broken is not None:
            prose.lines = broken.setdefault((paragraph, look), prose.lines)
        return prose

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Break it into lines, where it is not yet in lines of this width."""
        if available_width not in self.lines:
            super().wrap(available_width, available_height)
            self.lines[available_width] = self.blPara, self.height
        self.width = available_width
        self.blPara, self.height = self.lines[available_width]
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part it between two lines, at least two of them on each side."""
        parts: list[Flowable] = super().split(available_width, available_height)
        return _carried(self, parts)

    @on_drafts_kept
    def draw(self) -> None:
        """Draw the lines, and what stands beside them."""
        self.draw_beside(self.canv, self.style.look, self.height, 1)
        super().draw()


@cache
def _paragraph_style(look: Look) -> ParagraphStyle:
    font = main_font(look.style.weight)
    return ParagraphStyle(
        "",
        fontName=font,
        bulletFontName=font,
        fontSize=look.style.size,
        leading=look.style.leading,
        textColor=colour(look.style.colour),
        leftIndent=look.indent,
        alignment=TA_RIGHT if look.align == "right" else TA_LEFT,
        allowWidows=0,
        allowOrphans=0,
        look=look,
    )


def _fragments(paragraph: Typed, style: Style) -> list[ParaFrag]:
    shared = {"fontSize": style.size, "textColor": colour(style.colour), "rise": 0, "us_lines": [], "link": []}
    return [ParaFrag(text=piece.text, fontName=piece.font, **shared) for piece in paragraph.pieces]


class Lines(Marked, Flowable):  # type: ignore[misc]
    """A paragraph that is shaped, or read from the right: then it is set from the right, its rule too.

    It begins at a character of the paragraph, and may end after so many lines.
    """

    def __init__(self, paragraph: Typed, look: Look, start: int = 0, count: int | None = None) -> None:
        super().__init__()
        self._paragraph = paragraph
        self.look = look
        self._start = start
        self._count = count
        self.setting = Setting((), False, ())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Break it into lines."""
        style = self.look.style
        self.setting = set_lines(self._paragraph, style.size, available_width - self.look.indent, self._start)
        self.width = available_width
        self.height = len(self.setting.lines[: self._count]) * style.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part it between two lines, at least two of them on each side.

        It is parted in the lines it was last broken into: a table asks with its column's width, padding and all.
        """
        if not self.setting.lines:
            self.wrap(available_width, available_height)
        there = len(self.setting.lines[: self._count])
        fits = min(int(available_height / self.look.style.leading + 1e-6), there - 2)
        if fits < 2:
            return []
        rest = None if self._count is None else self._count - fits
        following = Lines(self._paragraph, self._unmarked(), self._start_of(fits), rest)
        return _carried(self, [Lines(self._paragraph, self.look, self._start, fits), following])

    def _start_of(self, line: int) -> int:
        return self.setting.ends[line - 1]

    def _unmarked(self) -> Look:
        look = self.look
        return Look(look.style, 0, look.indent, look.bar, "", look.align)

    @on_drafts_kept
    def draw(self) -> None:
        """Draw the lines, and what stands beside them."""
        turned = self.setting.from_the_right
        self.draw_beside(self.canv, self.look, self.height, self.width - 1 if turned else 1)
        style, indent = self.look.style, self.look.indent
        drawn = self.setting._replace(lines=self.setting.lines[: self._count])
        right = turned or self.look.align == "right"
        draw_lines(self.canv, drawn, style, self.width - indent * turned if right else indent, self.height, right=right)
        if self.look.mark:
            mark = set_lines(typed.line(self.look.mark), style.size, indent)
            draw_lines(self.canv, mark, style, self.width if turned else 0, self.height, right=turned)


def _carried(whole: Any, parts: list[Flowable]) -> list[Flowable]:
    """The parts of a paragraph with what belongs to its beginning and to its end."""
    if len(parts) > 1:
        parts[0].spaceBefore, parts[0].entry = whole.getSpaceBefore(), whole.entry
        parts[-1].below = whole.below
    return parts


def draw_lines(canvas: Any, setting: Setting, style: Style, x: float, top: float, *, right: bool = False) -> None:
    """Draw lines one under another from `x`, or up to it, the first one's upper edge at `top`."""
    text = canvas.beginText()
    text.setFillColor(colour(style.colour))
    ascent = getAscent(main_font(style.weight), style.size)
    for number, line in enumerate(setting.lines):
        y = top - number * style.leading - ascent
        left = x - line.width if right else x
        for stretch in line.stretches:
            text.setFont(stretch.font, style.size)
            text.setTextOrigin(left + stretch.x, y)
            text.textOut(stretch.drawn)
    canvas.drawText(text)
