"""What a YAML parser complains of, in plain words and with the line that has to be mended."""

import re
from typing import TYPE_CHECKING

from activities.typed import quoted
from activities.workshop.mistakes import Mistake

if TYPE_CHECKING:
    from ruamel.yaml.error import YAMLError

PROBLEMS = (
    ("could not find expected ':'", True, "there is no colon after {start}: write ‘key: value’"),
    ("unexpected end of stream", True, "the quote that begins here is never closed: add the closing one"),
    ("unexpected document separator", True, "the quote that begins here is never closed: add the closing one"),
    ("unknown escape character", False, "a ‘\\’ in double quotes means something else: use single quotes"),
    ("escape sequence of", False, "a ‘\\’ in double quotes means something else: use single quotes"),
    ("expected ',' or ']'", True, "the ‘[’ here is not closed, or a comma is missing: close it with ‘]’"),
    ("expected ',' or '}'", True, "the ‘{{’ here is not closed, or a comma is missing: close it with ‘}}’"),
    ("indentation indicator", False, "text that begins with ‘>’ or ‘|’ must be in quotes"),
    ("expected a comment or a line break", False, "text that begins with ‘>’ or ‘|’ must be in quotes"),
    ("expected <block end>, but found '-'", False, "this ‘-’ is not in line with the entries above: indent it alike"),
    ("expected <block end>", False, "this is not in line with the keys above it: indent it alike, or close a quote"),
    ("sequence entries are not allowed", False, "a list cannot begin here: put ‘- ’ on a new line, indented"),
    ("alphabetic or numeric character", False, "text that begins with ‘*’, ‘&’ or ‘!’ must be in quotes"),
    ("<document start>", False, "this does not belong to what stands above: indent it, or add ‘key:’ before it"),
    ("expected the node content", False, "a stray comma or bracket, or text that must be in quotes"),
    ("more indented follow up line", False, "an empty line follows ‘>’ or ‘|’: take it out, or empty it of spaces"),
    ("content after document end", False, "nothing can follow ‘...’: take out the line with the three full stops"),
    ("mapping keys are not allowed", False, "text that begins with ‘?’ must be in quotes"),
    ("tag", True, "text that begins with ‘!’ must be in quotes"),
    ("directive", True, "a line cannot begin with ‘%’: take it out, or put the text in quotes"),
)
"""Part of the parser's complaint, whether the mend is where the broken thing began, and what to say."""


def syntax_mistakes(error: "YAMLError", text: str) -> list[Mistake]:
    """The lines of a text that keep it from being read as YAML: one, or each line that is indented with a tab."""
    lines = text.split("\n")
    complaint = " ".join(str(part) for name in ("problem", "context") if (part := getattr(error, name, None)))
    complaint = complaint or str(error)
    at = _line(error, "problem_mark", len(lines))
    began = _line(error, "context_mark", len(lines)) or at
    tabbed = [number for number, line in enumerate(lines, start=1) if _indented_with_a_tab(line)]
    if tabbed and ("cannot start any token" in complaint or "\t" in lines[(at or 1) - 1]):
        return [Mistake(number, "the line is indented with a tab: use spaces") for number in tabbed]
    if "cannot start any token" in complaint and at:
        if not lines[at - 1].strip():
            return [Mistake(at, "the line has a tab and nothing else: take it out")]
        first = lines[at - 1].strip().removeprefix("- ").partition(": ")
        return [Mistake(at, f"{quoted((first[2] or first[0])[:1])} cannot begin a text: put the text in quotes")]
    if "mapping values are not allowed" in complaint and at:
        return [_stray_colon(lines, at)]
    for part, where_it_began, words in PROBLEMS:
        if part in complaint:
            line = (began if where_it_began else at) or 1
            return [Mistake(line, words.format(start=quoted(lines[line - 1].strip())))]
    return [Mistake(at or 1, f"this cannot be read as YAML: the parser says {quoted(complaint)}")]


def _indented_with_a_tab(line: str) -> bool:
    return line.lstrip(" ").startswith("\t") and not line.isspace()


def _stray_colon(lines: list[str], at: int) -> Mistake:
    """A colon where the parser awaited none: the text before it needs quotes, or the line above it is no key."""
    if lines[at - 1].count(": ") + lines[at - 1].rstrip().endswith(":") > 1:
        return Mistake(at, "a second colon in one line: put the text after the first in quotes")
    above = next((n for n in range(at - 1, 0, -1) if lines[n - 1].strip()), 0)
    if above and ":" not in lines[above - 1]:
        return Mistake(above, f"there is no colon after {quoted(lines[above - 1].strip())}: write ‘key: value’")
    return Mistake(at, "this line is indented further than the one above it: put the keys in one column")


def _line(error: "YAMLError", mark: str, last: int) -> int | None:
    found = getattr(error, mark, None)
    told = None if found else re.search(r"line (\d+)", str(error))
    number = found.line + 1 if found else int(told[1]) if told else None
    return None if number is None else min(number, last)
