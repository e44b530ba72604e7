"""Text in Markdown: what a person typed shows as they typed it, whatever signs are in it.

The rules are those of CommonMark 0.31: backslash escapes (2.4), the beginnings of blocks (4 and 5), and where `**` opens
and closes (6.2). The signs of common extensions are escaped too: `|` of tables, `~` of struck text, `$` of formulas.
"""

import re
from itertools import groupby
from unicodedata import category

from exports.document import Run, Runs, words_of
from exports.typed import lines_of, one_line

_SIGNS = re.compile(r"[\\`*_<|~$\[]|&(?=#?\w+;)")

_BEGINS_A_BLOCK = re.compile(r"^(?:[#>+=:-]|\d{1,9}(?=[.)]))")
"""Begins a heading, a quotation, a list or a rule, or with a mark after it a numbered list."""


def paragraphs_of(runs: Runs) -> list[str]:
    """A paragraph a line."""
    return [paragraph(line) for line in lines_of(runs)]


def paragraph(line: Runs) -> str:
    """One line that begins a block, its stretches in their weights."""
    runs = [Run(words_of(tuple(same)), weight) for weight, same in groupby(line, lambda run: run.weight)]
    parts = [
        _bold(
            run.text,
            "".join(one.text for one in runs[:number])[-1:],
            "".join(one.text for one in runs[number + 1 :])[:1],
        )
        if run.weight == "bold"
        else escaped(run.text)
        for number, run in enumerate(runs)
    ]
    return _begun("".join(parts))


def heading(text: str, signs: int) -> str:
    """A heading of so many signs; signs at its end would be taken off."""
    said = re.sub("#(?=#*$)", r"\\#", escaped(one_line(text).rstrip()))
    return f"{'#' * min(signs, 6)} {said}".rstrip()


def cell(text: str) -> str:
    """The text in a table's cell, where no line can end."""
    return escaped(one_line(text))


def escaped(text: str) -> str:
    """A part of a line, with a backslash before each sign that would be taken for a mark."""
    return _SIGNS.sub(r"\\\g<0>", text)


def _begun(line: str) -> str:
    """The beginning of a block, with a backslash where it would be taken for something else than a paragraph."""
    begins = _BEGINS_A_BLOCK.match(line)
    if not begins:
        return line
    at = begins.end() if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _bold(text: str, before: str, after: str) -> str:
    """The text in bold between what stands before and after it; as it is where `**` would not be taken for bold there."""
    inside = text.strip()
    start = text[: len(text) - len(text.lstrip())]
    end = text[len(text.rstrip()) :]
    if not inside or not (_opens(start[-1:] or before, inside[0]) and _opens(end[:1] or after, inside[-1])):
        return escaped(text)
    return f"{start}**{escaped(inside)}**{end}"


def _opens(outside: str, inside: str) -> bool:
    """Whether `**` between these characters belongs to the inner one. Symbols are punctuation to some readers only."""
    if category(inside)[0] not in "PS":
        return True
    return not outside or outside.isspace() or category(outside)[0] == "P"
