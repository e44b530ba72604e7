"""Text in lines, shaped and in drawing order: for labels in drawings, and for paragraphs that need more than letters.

Lines are broken in the order the text is read; the levels of the whole paragraph then say how the runs of a line stand.
Lengths are in points.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from exports.pdf.text.direction import in_drawing_order, levels, runs_from_the_right
from exports.pdf.text.shaping import Shaped, plain, shaped
from exports.pdf.text.typed import Piece, Typed


class Stretch(NamedTuple):
    """Letters of one font and direction: as typed, as drawn, and where they begin from the line's left end."""

    text: str
    font: str
    from_the_right: bool
    drawn: str
    x: float


class Line(NamedTuple):
    """One line from left to right, and its width."""

    stretches: tuple[Stretch, ...]
    width: float


class Setting(NamedTuple):
    """A paragraph in lines; one that is read from the right is set from the right."""

    lines: tuple[Line, ...]
    from_the_right: bool

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)


class _Run(NamedTuple):
    """Letters of one font and level, in the order they are read."""

    piece: Piece
    level: int
    plain: bool

    @property
    def shape(self) -> Shaped:
        if self.plain:
            return plain(self.piece.text, self.piece.font)
        return shaped(self.piece.text, self.piece.font, bool(self.level % 2))


class _Word(NamedTuple):
    """Runs that no line end may part, their width at one point, and whether a space stands before them."""

    runs: tuple[_Run, ...]
    width: float
    apart: bool


@lru_cache(4096)
def set_lines(typed: Typed, size: float, width: float, first: float | None = None) -> Setting:
    """A paragraph in lines of at most this width; `first` is what the first line may have where that is less.

    A word that is wider than a line is parted after a hyphen of its own, or else by one; what has figures or signs in
    it, such as an address, is parted where the line ends.
    """
    rooms = (first or width, width)
    return Setting(tuple(_line(words, size) for words in _broken(_words(typed), size, rooms)), _turned(typed))


@lru_cache(4096)
def widest_word(typed: Typed) -> float:
    """The width at one point of the widest word: in a narrower column, words are parted."""
    return max((word.width for word in _words(typed)), default=0.0)


def _turned(typed: Typed) -> bool:
    return not typed.plain and runs_from_the_right(typed.text)


def _words(typed: Typed) -> list[_Word]:
    words: list[_Word] = []
    apart = False
    for space, group in groupby(_letters(typed), key=lambda each: each[0] == " "):
        if space:
            apart = True
            continue
        for letters in _parted(list(group)):
            words.append(_word(letters, typed.plain, apart))
            apart = False
    return words


_Letter = tuple[str, str, int]
"""A character, its font and its level."""


def _letters(typed: Typed) -> Iterator[_Letter]:
    fonts = [piece.font for piece in typed.pieces for _ in piece.text]
    ways = (0,) * len(fonts) if typed.plain else levels(typed.text)
    return zip(typed.text, fonts, ways, strict=True)


def _parted(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Scripts without spaces between words may be parted anywhere."""
    start = 0
    for at in range(1, len(letters)):
        before, after = letters[at - 1][0], letters[at][0]
        if (_is_word_itself(before) or _is_word_itself(after)) and not _closes(after):
            yield letters[start:at]
            start = at
    yield letters[start:]


def _is_word_itself(character: str) -> bool:
    """Whether it is a Chinese character or a Japanese syllable."""
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def _closes(character: str) -> bool:
    """Whether it must not begin a line."""
    return unicodedata.category(character) in ("Pe", "Pf", "Po", "Mn", "Mc", "Lm")


def _word(letters: Sequence[_Letter], is_plain: bool, apart: bool) -> _Word:
    runs = tuple(
        _Run(Piece("".join(letter for letter, _, _ in group), font), level, is_plain)
        for (font, level), group in groupby(letters, key=lambda each: each[1:])
    )
    return _Word(runs, sum(run.shape.width for run in runs), apart)


def _broken(words: list[_Word], size: float, rooms: tuple[float, float]) -> Iterator[list[_Word]]:
    room = rooms[0] / size + 1e-6
    line: list[_Word] = []
    used = 0.0
    for word in words:
        needed = used + (_space(word) if line and word.apart else 0) + word.width
        if needed <= room:
            line.append(word)
            used = needed
            continue
        if line:
            yield line
            room = rooms[1] / size + 1e-6
        *whole, last = _chopped(word, room, rooms[1] / size + 1e-6) if word.width > room else (word,)
        for part in whole:
            yield [part]
            room = rooms[1] / size + 1e-6
        line, used = [last], last.width
    if line:
        yield line


def _space(word: _Word) -> float:
    return plain(" ", word.runs[0].piece.font).width


def _chopped(word: _Word, room: float, later: float) -> Iterator[_Word]:
    """The parts of a word that is wider than the line, each as long as fits and at least one letter."""
    letters = [(letter, run.piece.font, run.level) for run in word.runs for letter in run.piece.text]
    is_plain = word.runs[0].plain
    hyphen = ("-", letters[0][1], letters[0][2]) if all(_is_of_words(letter) for letter, _, _ in letters) else None
    while letters:
        fits = _fitting(letters, is_plain, room, hyphen)
        part = letters[:fits]
        letters = letters[fits:]
        adds = hyphen and letters and part[-1][0] != "-"
        yield _word([*part, hyphen] if adds and hyphen else part, is_plain, word.apart)
        room = later


def _is_of_words(character: str) -> bool:
    return character.isalpha() or _marks(character) or character in "-'’"


def _fitting(letters: list[_Letter], is_plain: bool, room: float, hyphen: _Letter | None) -> int:
    """How many of the letters fit, at best up to a hyphen, and never parting a letter from its marks."""
    if _word(letters, is_plain, False).width <= room:
        return len(letters)
    low, high = 1, len(letters)
    while low < high:
        middle = (low + high + 1) // 2
        tried = [*letters[:middle], hyphen] if hyphen else letters[:middle]
        low, high = (middle, high) if _word(tried, is_plain, False).width <= room else (low, middle - 1)
    own = next((at for at in range(low, low // 3, -1) if letters[at - 1][0] == "-"), 0)
    if hyphen and own:
        return own
    while low > 1 and _marks(letters[low][0]):
        low -= 1
    while low < len(letters) and _marks(letters[low][0]):
        low += 1
    return low


def _marks(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in "\u200c\u200d"


def _line(words: Sequence[_Word], size: float) -> Line:
    runs = _merged(words)
    x = 0.0
    stretches = []
    for run in in_drawing_order(runs, [run.level for run in runs]):
        shape = run.shape
        stretches.append(Stretch(run.piece.text, run.piece.font, bool(run.level % 2), shape.drawn, x))
        x += shape.width * size
    return Line(tuple(stretches), x)


def _merged(words: Sequence[_Word]) -> list[_Run]:
    """A line's runs in the order they are read, with the spaces between words."""
    runs: list[_Run] = []
    for number, word in enumerate(words):
        for at, run in enumerate(word.runs):
            text = run.piece.text
            if number and at == 0 and word.apart:
                before = runs[-1]
                level = min(before.level, run.level)
                if before.level == level:
                    runs[-1] = before._replace(piece=Piece(before.piece.text + " ", before.piece.font))
                else:
                    text = f" {text}"
            if runs and (runs[-1].piece.font, runs[-1].level) == (run.piece.font, run.level):
                runs[-1] = run._replace(piece=Piece(runs[-1].piece.text + text, run.piece.font))
            else:
                runs.append(run._replace(piece=Piece(text, run.piece.font)))
    return runs
