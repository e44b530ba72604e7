"""Written answers on paper: what prompts and sentence stems have in common."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from textwrap import shorten

from activities.kinds.writing import THEIRS_ALONE, FieldSummary, WrittenResponse, WrittenSummary, kept_back
from exports.document import Answers, Block, Heading
from exports.kinds.sections import Results, text

ALIKE = 0.6
"""Two wordings that have less than this share of their words in common are both printed."""

LONGEST_FIRST = 160
"""The letters of a first wording that are printed under the last."""


def first_wording(given: Mapping[int, WrittenResponse], field: str) -> str:
    """What was written at first, in brief, where it says something else than what was written last; else nothing."""
    written = [answer for number in sorted(given) if (answer := given[number].answer(field).strip())]
    if len(written) < 2:
        return ""
    first, last = written[0].split(), written[-1].split()
    if SequenceMatcher(None, first, last, autojunk=False).ratio() >= ALIKE:
        return ""
    return f"At first: {shorten(' '.join(first), LONGEST_FIRST, placeholder=' …')}"


def room_written(found: Results[WrittenSummary]) -> list[Block]:
    """How many wrote, and how many changed what they wrote: the answers themselves stand at the end."""
    told = f"{found.when(found.told.round)}{found.told.participants} wrote."
    if found.shift:
        told += f" {found.shift.count().capitalize()} who wrote both times changed something."
    return [text(f"{told} {_where(found.told.fields)}")]


def _where(fields: Sequence[FieldSummary]) -> str:
    """Where the answers stand: all of them, those that the room may see, or none."""
    if not any(kept_back(field) for field in fields):
        return "Their answers stand at the end."
    return "Those that the room may see stand at the end." if any(field.answers for field in fields) else THEIRS_ALONE


def room_answers(headings: Sequence[tuple[str, str]], found: Results[WrittenSummary]) -> list[Block]:
    """Everybody's answers to every field under its heading, without names; nothing where all are their writers' alone."""
    if _where(found.told.fields) == THEIRS_ALONE:
        return []
    answers = {field.field: field for field in found.told.fields}
    return [block for field, heading in headings for block in (Heading(heading, 3), *_answers(answers[field]))]


def _answers(field: FieldSummary) -> list[Block]:
    if field.withheld:
        return [text(field.withheld, "quiet")]
    if not field.n:
        return [text("Nobody has answered this.", "quiet")]
    answers: list[Block] = [Answers(field.answers)] if field.answers else []
    kept = kept_back(field)
    return [*answers, *([text(kept, "quiet")] if kept else [])]
