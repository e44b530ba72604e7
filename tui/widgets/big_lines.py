"""Breaking a text into lines of about the same length, and finding the size at which big type fits its place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil

from rich.cells import cell_len

from tui.widgets.big_letters import Ink, draw, drawable, em, measure, reach, readable

SIZES = (64, 56, 48, 44, 40, 36, 32, 28, 26, 24, 22, 20, 18, 16, 15, 14, 12, 11, 10)
"""Pixels from line to line that big type is set in. Below the last, letters no longer tell an `a` from an `e`."""

_ASCENT = 0.72


@dataclass(frozen=True)
class Lines:
    """A text as it is set: in big type of a size in pixels, or in the terminal's own letters where `size` is None."""

    texts: tuple[str, ...]
    size: int | None

    @property
    def inks(self) -> tuple[Ink, ...]:
        """The lines as drawn letters."""
        return tuple(draw(text, self.size) for text in self.texts) if self.size else ()

    @cached_property
    def top(self) -> int:
        """Pixels above the first line's baseline: those of an `h`, or more where a letter reaches higher."""
        if not self.size or not self.texts:
            return 0
        return max(ceil(em(self.size) * _ASCENT), reach(self.texts[0], self.size)[0])

    @cached_property
    def width(self) -> int:
        """Cells of the longest line."""
        lengths = [measure(text, self.size) if self.size else cell_len(text) for text in self.texts]
        return max(lengths, default=0)

    @cached_property
    def height(self) -> int:
        """Rows of cells."""
        if not self.size or not self.texts:
            return len(self.texts)
        below = reach(self.texts[-1], self.size)[1]
        return ceil((self.top + (len(self.texts) - 1) * self.size + below) / 2)


@lru_cache(maxsize=2048)
def set_text(text: str, width: int, largest: int, smallest: int, rows: int | None = None) -> Lines:
    """The text in the largest type, from `largest` to `smallest` pixels a line, that fits `width` cells and `rows`.

    It is set in the terminal's own letters where no size fits, or where there is no font for one of its letters.
    """
    text = readable(text)
    if drawable(text):
        for size in SIZES:
            if smallest <= size <= largest and not _far_too_long(text, width, size, rows):
                texts = balanced(text, width, lambda line, size=size: measure(line, size))  # type: ignore[misc]
                lines = Lines(tuple(texts or ()), size)
                if texts is not None and (rows is None or lines.height <= rows):
                    return lines
    return plain_lines(text, width)


def plain_lines(text: str, width: int) -> Lines:
    """The text in the terminal's own letters."""
    return Lines(tuple(balanced(breakable(readable(text), width), width, cell_len) or ()), None)


NARROWEST = 0.25
"""The least ems a letter takes on average in any text worth setting; a line of `i` alone has fewer."""


def _far_too_long(text: str, width: int, size: int, rows: int | None) -> bool:
    """Whether a text cannot fit at this size, told without setting it."""
    return rows is not None and len(text) * NARROWEST * em(size) / width * size > 2 * rows + size


def whole_words(text: str, width: int, size: int) -> str:
    """The text with every word that is longer than a line at this size parted, so that all of it can be set."""
    return " ".join(piece for word in text.split() for piece in _parted(word, width, size))


def _parted(word: str, width: int, size: int) -> list[str]:
    pieces: list[str] = []
    while measure(word, size) > width and len(word) > 1:
        fits, too_long = 1, len(word)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            fits, too_long = (middle, too_long) if measure(word[:middle], size) <= width else (fits, middle)
        pieces.append(word[:fits])
        word = word[fits:]
    return [*pieces, word]


def one_line(text: str, width: int, largest: int, smallest: int) -> int | None:
    """The largest size, in pixels from line to line, at which the text is one line of at most `width` cells."""
    text = readable(text)
    sizes = (size for size in SIZES if smallest <= size <= largest) if drawable(text) else ()
    return next((size for size in sizes if measure(text, size) <= width), None)


def balanced(text: str, width: int, length: Callable[[str], int]) -> list[str] | None:
    """The words in as few lines as can be, none longer than `width`, and the longest as short as can be.

    None where a single word is longer.
    """
    words = text.split()
    if not words:
        return []
    best = _filled(words, width, length)
    if best is None:
        return None
    low, high = 1, max(length(line) for line in best)
    while low < high:
        middle = (low + high) // 2
        lines = _filled(words, middle, length)
        if lines is not None and len(lines) <= len(best):
            best, high = lines, middle
        else:
            low = middle + 1
    return best


def _filled(words: list[str], width: int, length: Callable[[str], int]) -> list[str] | None:
    lines: list[str] = []
    for word in words:
        if lines and length(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        elif length(word) <= width:
            lines.append(word)
        else:
            return None
    return lines


def breakable(text: str, width: int) -> str:
    """The text with words too long for a line broken, so that nothing is cut."""
    broken: list[str] = []
    for word in text.split():
        piece = ""
        for char in word:
            if piece and cell_len(piece + char) > width:
                broken.append(piece)
                piece = ""
            piece += char
        broken.append(piece)
    return " ".join(broken)
