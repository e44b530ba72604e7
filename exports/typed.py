"""What people typed, made fit for a file of any format."""

import re
from unicodedata import category

from exports.document import Run, Runs, plain, words_of

UNKNOWN = "\ufffd"
"""Stands for a character that no page can show: a control, half of a pair, a code that will never be a letter."""

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

_SPACES = re.compile("[ \t]+")

JOINERS = "\u200c\u200d"
"""Keep the letters beside them apart, or join them."""

_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
"""Turns the direction of what follows, which in our pages is told by the letters themselves; or marks the byte order."""


def lines_of(runs: Runs) -> list[Runs]:
    """The lines of a text that hold anything, with single spaces, without what steers a screen or turns the direction.

    Lines end as on any platform. A character that cannot be shown becomes `UNKNOWN`, so that nobody takes the text for
    whole.
    """
    parted: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = (_shown(line) for line in _LINE_END.split(run.text))
        parted[-1].append(Run(first, run.weight))
        parted += [[Run(line, run.weight)] for line in rest]
    return [line for line in map(_trimmed, parted) if line]


def paragraphs(text: str) -> list[str]:
    """The same of a text in one weight."""
    return [words_of(line) for line in lines_of(plain(text))]


def one_line(text: str) -> str:
    """The same with a space between lines."""
    return " ".join(paragraphs(text))


def beginning(text: str, most: int) -> str:
    """As many letters of a text, with ` …` where there are more: cut between words, or else between letters."""
    if len(text) <= most:
        return text
    end = next((at for at in range(most, most * 3 // 4, -1) if text[at].isspace()), most)
    while end and (category(text[end])[0] == "M" or text[end] in JOINERS or text[end - 1] in JOINERS):
        end -= 1
    return f"{text[:end].rstrip()} …"


def _trimmed(line: list[Run]) -> Runs:
    """A line without the spaces at its ends."""
    held = [number for number, run in enumerate(line) if run.text.strip(" ")]
    kept = line[held[0] : held[-1] + 1] if held else []
    return tuple(
        Run(text, run.weight)
        for number, run in enumerate(kept)
        if (text := _trim(run.text, start=number == 0, end=number == len(kept) - 1))
    )


def _trim(text: str, *, start: bool, end: bool) -> str:
    text = text.lstrip(" ") if start else text
    return text.rstrip(" ") if end else text


def _shown(line: str) -> str:
    spaced = _SPACES.sub(" ", line.translate(_TURNING))
    if spaced.isprintable():
        return spaced
    return "".join(letter if _can_be_shown(letter) else UNKNOWN for letter in spaced)


def _can_be_shown(letter: str) -> bool:
    kind = category(letter)
    return kind not in ("Cc", "Cs") and not (kind == "Cn" and _never_a_letter(ord(letter)))


def _never_a_letter(code: int) -> bool:
    """Whether Unicode calls the code a noncharacter."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
