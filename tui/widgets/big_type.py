"""Headings for the back row: real, smooth, proportional letters, drawn in half blocks.

A cell is about twice as high as it is wide, so that each of its halves is a square pixel. A half block takes the upper
pixel's colour for its letter and the lower one's for its background; the greys at the edge of a letter are blended
between the colours of text and background.
"""

from functools import lru_cache
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.big_letters import right_to_left
from tui.widgets.big_lines import Lines, set_text

GREYS = 15
"""Steps from the background's colour to the text's."""


class BigType(Widget):
    """A text in letters several rows high. It is never read as markup.

    It takes the colours, width and `text-align` of its styles, wraps on words into lines of about the same length, and
    shrinks until it fits; where even the smallest letters do not, or where a letter has no font, it is plain bold text. What is
    read from right to left begins at the right.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "BigType { width: 1fr; height: auto; }"

    def __init__(
        self,
        text: str = "",
        *,
        largest: int = 18,
        smallest: int = 10,
        most_rows: int | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """A text of `largest` pixels from line to line, or less, down to `smallest`; two pixels are a row of cells.

        `most_rows` is the height it may take, in cells: None for any.
        """
        super().__init__(id=id, classes=classes)
        self._text = text
        self._fit = (largest, smallest, most_rows)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def lines(self) -> Lines:
        """The lines in which it is set now, and their size."""
        return self._lines(self.size.width)

    def update(self, text: str) -> None:
        """Say something else."""
        if text != self._text:
            before, self._text = self._lines(self.size.width), text
            after = self._lines(self.size.width)
            self.refresh(layout=self.styles.is_auto_width or before.height != after.height)

    def fit(self, *, largest: int, smallest: int = 10, most_rows: int | None = None) -> None:
        """Be of another size, in pixels from line to line and rows of cells."""
        if self._fit != (largest, smallest, most_rows):
            self._fit = (largest, smallest, most_rows)
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Cells of the longest line."""
        return self._lines(container.width).width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows that the text takes when it is `width` cells wide."""
        return self._lines(width).height

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        width = self.size.width
        _, _, background, text = self.colors
        drawn = strips(self._lines(width), background.rgb, text.rgb, self._smooth)
        if not 0 <= y < len(drawn):
            return Strip.blank(width, _style(background.rgb, background.rgb))
        align = self.styles.text_align
        spare = max(width - drawn[y].cell_length, 0)
        at_end = align in ("right", "end") or (align == "start" and right_to_left(self._text))
        left = spare if at_end else spare // 2 if align == "center" else 0
        blank = _style(background.rgb, background.rgb)
        return Strip([Segment(" " * left, blank), *drawn[y], Segment(" " * (spare - left), blank)]).crop(0, width)

    def _lines(self, width: int) -> Lines:
        return set_text(self._text, max(width, 1), *self._fit)

    @property
    def _smooth(self) -> bool:
        """Whether the terminal has colours enough for greys."""
        return self.app.console.color_system in ("truecolor", "256")


Rgb = tuple[int, int, int]


@lru_cache(maxsize=48)
def strips(lines: Lines, background: Rgb, text: Rgb, smooth: bool = True) -> tuple[Strip, ...]:
    """The rows of cells that show a text; of whole pixels, without greys, where it is not to be smooth."""
    if lines.size is None:
        style = _style(text, background) + Style(bold=True)
        return tuple(Strip([Segment(line, style)]) for line in lines.texts)
    pixels = _pixels(lines)
    grey = [round(level / 255 * GREYS) if smooth else GREYS * (level > 127) for level in range(256)]
    return tuple(
        _strip([(grey[a], grey[b]) for a, b in zip(upper, lower, strict=True)], background, text, smooth)
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    )


def _pixels(lines: Lines) -> list[bytearray]:
    """The coverage (0–255) of every pixel, in an even number of rows."""
    size, width = lines.size or 0, lines.width
    pixels = [bytearray(width) for _ in range(lines.height * 2)]
    for number, (text, ink) in enumerate(zip(lines.texts, lines.inks, strict=True)):
        first = lines.top + number * size - ink.baseline
        left = width - ink.width if right_to_left(text) else 0
        for y, row in enumerate(ink.rows, first):
            if 0 <= y < len(pixels):
                pixels[y][left : left + len(row)] = bytes(map(max, pixels[y][left:], row))
    return pixels


def _strip(cells: list[tuple[int, int]], background: Rgb, text: Rgb, smooth: bool) -> Strip:
    segments = []
    for (upper, lower), run in groupby(cells):
        length = len(list(run))
        if smooth:
            glyph = " " if upper == lower else "▀"
            style = _style(_grey(upper, background, text), _grey(lower, background, text))
        else:
            glyph = {(0, 0): " ", (GREYS, GREYS): "█", (GREYS, 0): "▀", (0, GREYS): "▄"}[upper, lower]
            style = _style(text, background)
        segments.append(Segment(glyph * length, style))
    return Strip(segments, len(cells))


@lru_cache(maxsize=4096)
def _style(colour: Rgb, background: Rgb) -> Style:
    return Style.from_color(Color(*colour).rich_color, Color(*background).rich_color)


@lru_cache(maxsize=256)
def _grey(level: int, background: Rgb, text: Rgb) -> Rgb:
    return Color(*background).blend(Color(*text), level / GREYS).rgb
