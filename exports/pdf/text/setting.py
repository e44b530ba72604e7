"""Text in lines, shaped and in drawing order: for labels in drawings, and for paragraphs that need more than letters.

Lines are broken in the order the text is read; the levels of the whole paragraph then say how the runs of a line stand.
Lengths are in points.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from exports.pdf.text.direction import in_drawing_order, levels_of, paragraph_from_the_right
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
    """A paragraph in lines; one that is read from the right is set from the right.

    `ends` is, for every line, how many of the paragraph's characters stand in it and above it.
    """

    lines: tuple[Line, ...]
    from_the_right: bool
    ends: tuple[int, ...]

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
    """Runs that no line end may part, their width at one point, where they end, and whether a space is before them."""

    runs: tuple[_Run, ...]
    width: float
    end: int
    apart: bool


@lru_cache(512)
def set_lines(typed: Typed, size: float, width: float, start: int = 0) -> Setting:
    """A paragraph in lines of at most this width, from its character `start` on.

    A word that is wider than a line is parted after a hyphen of its own, or else by one; what has figures or signs in
    it, such as an address, is parted where the line ends.
    """
    broken = list(_broken(_words(typed, start), size, width))
    found = tuple(_line(words, size) for words in broken)
    return Setting(found, _turned(typed), tuple(words[-1].end for words in broken))


@lru_cache(512)
def widest_word(typed: Typed) -> float:
    """The width at one point of the widest word: in a narrower column, words are parted."""
    return max((word.width for word in _words(typed)), default=0.0)


def _turned(typed: Typed) -> bool:
    return not typed.plain and paragraph_from_the_right(typed.stretches)


class _Letter(NamedTuple):
    """A character, its font, its level, and where it stands in the paragraph; `plain` as in a run."""

    character: str
    font: str
    level: int
    plain: bool
    at: int


def _words(typed: Typed, start: int = 0) -> list[_Word]:
    words: list[_Word] = []
    apart = False
    for space, group in groupby(_letters(typed, start), key=lambda each: each.character == " "):
        if space:
            apart = bool(words)
            continue
        for letters in _parted(list(group)):
            words.append(_word(letters, apart))
            apart = False
    return words


def _letters(typed: Typed, start: int) -> Iterator[_Letter]:
    fonts = [piece.font for piece in typed.pieces for _ in piece.text]
    ways = (0,) * len(fonts) if typed.plain else levels_of(typed.stretches)
    found = zip(typed.text, fonts, ways, strict=True)
    return (_Letter(*each, typed.plain, at) for at, each in enumerate(found) if at >= start)


def _parted(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Scripts without spaces between words may be parted anywhere."""
    start = 0
    for at in range(1, len(letters)):
        before, after = letters[at - 1].character, letters[at].character
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


def _word(letters: Sequence[_Letter], apart: bool) -> _Word:
    runs = tuple(
        _Run(Piece("".join(letter.character for letter in group), font), level, letters[0].plain)
        for (font, level), group in groupby(letters, key=lambda each: each[1:3])
    )
    return _Word(runs, sum(run.shape.width for run in runs), letters[-1].at + 1, apart)


def _broken(words: list[_Word], size: float, width: float) -> Iterator[list[_Word]]:
    room = width / size + 1e-6
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
        *whole, last = _chopped(word, room) if word.width > room else (word,)
        for part in whole:
            yield [part]
        line, used = [last], last.width
    if line:
        yield line


def _space(word: _Word) -> float:
    return plain(" ", word.runs[0].piece.font).width


def _chopped(word: _Word, room: float) -> Iterator[_Word]:
    """The parts of a word that is wider than the line, each as long as fits and at least one letter."""
    whole = [(letter, run) for run in word.runs for letter in run.piece.text]
    first = word.end - len(whole)
    letters = [
        _Letter(letter, run.piece.font, run.level, run.plain, first + at) for at, (letter, run) in enumerate(whole)
    ]
    hyphenated = _is_of_words(letter.character for letter in letters)
    while letters:
        part = letters[: _fitting(letters, room, hyphenated)]
        letters = letters[len(part) :]
        adds = hyphenated and letters and part[-1].character != "-"
        yield _word([*part, _hyphen(part[-1])] if adds else part, word.apart)


def _hyphen(after: _Letter) -> _Letter:
    return after._replace(character="-")


def _is_of_words(characters: Iterable[str]) -> bool:
    """Whether they are letters, perhaps with a number before them: a hyphen in them is not taken for a sign of theirs."""
    whole = list(characters)
    signs = [character for character in whole if not (character.isalpha() or _marks(character))]
    return len(signs) < len(whole) and all(sign.isdigit() or sign in "-'’\u00a0" for sign in signs)


def _fitting(letters: list[_Letter], room: float, hyphenated: bool) -> int:
    """How many of the letters fit, at best up to a hyphen, and never parting a letter from its marks."""

    def fits(count: int) -> bool:
        tried = letters[:count]
        return (
            _word([*tried, _hyphen(tried[-1])] if hyphenated and count < len(letters) else tried, False).width <= room
        )

    low, high = 1, 2
    while high <= len(letters) and fits(high):
        low, high = high, 2 * high
    if high > len(letters) and fits(len(letters)):
        return len(letters)
    high = min(high, len(letters))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    own = next((at for at in range(low + 1, low // 3, -1) if letters[at - 1].character == "-"), 0)
    if hyphenated and own:
        return own
    while low > 1 and _marks(letters[low].character):
        low -= 1
    while low < len(letters) and _marks(letters[low].character):
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
