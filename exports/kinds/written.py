"""Written answers on paper: what prompts and sentence stems have in common."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from textwrap import shorten

from activities.kinds.writing import FieldSummary, WrittenResponse, WrittenSummary
from activities.session.rounds import Shift
from exports.document import Answers, Block, Heading
from exports.kinds.sections import text, too_few, which_round

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


def room_written(
    found: Mapping[int, WrittenSummary], shown: int, shift: Shift | None, smallest_group: int
) -> list[Block]:
    """How many wrote, and how many changed what they wrote: the answers themselves stand at the end."""
    summary = found.get(shown)
    if summary is None or summary.participants < smallest_group:
        return [text(too_few(summary.participants if summary else 0, "so what was written is"), "quiet")]
    number = which_round(shown, found)
    told = f"{number}: {summary.participants} wrote." if number else f"{summary.participants} wrote."
    if shift:
        told += f" {shift.movers} of the {shift.both} who wrote both times changed something."
    return [text(f"{told} Their answers stand at the end.")]


def room_answers(
    headings: Sequence[tuple[str, str]], found: Mapping[int, WrittenSummary], shown: int, smallest_group: int
) -> list[Block]:
    """Everybody's answers of a round to every field under its heading, without names."""
    summary = found.get(shown)
    if summary is None or summary.participants < smallest_group:
        return []
    answers = {field.field: field for field in summary.fields}
    return [block for field, heading in headings for block in _answers(heading, answers.get(field), smallest_group)]


def _answers(heading: str, field: FieldSummary | None, smallest_group: int) -> list[Block]:
    """The answers to one field, in an order that has nothing to do with who gave them."""
    if field is None or field.n < max(smallest_group, 1):
        said = text(too_few(field.n if field else 0, "so what was written is"), "quiet")
        return [Heading(heading, 3), said]
    shuffled = sorted(field.answers, key=lambda answer: sha256(answer.encode(errors="replace")).digest())
    return [Heading(heading, 3), Answers(tuple(shuffled))]
