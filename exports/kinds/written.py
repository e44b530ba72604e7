"""Written answers on paper: what prompts and sentence stems have in common."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from textwrap import shorten

from activities.kinds.writing import FieldSummary, WrittenField, WrittenResponse, WrittenSummary
from activities.session.rounds import Shift
from exports.kinds.sections import NOBODY, enough
from exports.pdf.blocks import Block, Passage, own_words, text
from exports.pdf.columns import HALF, TwoColumns
from exports.pdf.lines import set_text
from exports.pdf.paper import COLUMN, LABEL, MM, NOTED, ROOM_HEADING

LONGEST_HALF = 7 * NOTED.leading
"""An answer that is higher than this in half the width is easier to read across the whole."""

ALIKE = 0.6
"""Two wordings that have less than this share of their words in common are both printed."""


LONGEST_FIRST = 160
"""The letters of a first wording that are printed under the last."""


def first_wording(given: Mapping[int, WrittenResponse], field: str, *, width: float = COLUMN) -> list[Block]:
    """What was written at first, in brief, where it says something else than what was written last."""
    written = [answer for number in sorted(given) if (answer := given[number].answer(field).strip())]
    if len(written) < 2:
        return []
    first, last = written[0].split(), written[-1].split()
    if SequenceMatcher(None, first, last, autojunk=False).ratio() >= ALIKE:
        return []
    brief = shorten(" ".join(first), LONGEST_FIRST, placeholder=" …")
    return [Passage(set_text(f"At first: {brief}", LABEL, width), LABEL, before=0.5 * MM)]


def room_written(
    fields: Sequence[tuple[WrittenField, str]],
    found: Mapping[int, WrittenSummary],
    shift: Shift | None,
    smallest_group: int,
) -> list[Block]:
    """Everybody's latest answers to every field under its heading, without names."""
    summary = enough(found, smallest_group)
    answers = {field.field: field for field in summary.fields} if summary else {}
    blocks: list[Block] = []
    if shift:
        least = "At least " if shift.at_least else ""
        changed = f"{least}{shift.movers} of the {shift.both} who wrote both times changed something; "
        changed += "this is the last wording."
        blocks.append(text(changed, NOTED, before=1.5 * MM, keep=True))
    for field, heading in fields:
        blocks.append(text(heading, ROOM_HEADING, before=2.6 * MM, keep=True))
        blocks += _answers(answers.get(field.id))
    return blocks


def _answers(field: FieldSummary | None) -> list[Block]:
    """The answers to one field, in an order that has nothing to do with who gave them: short ones side by side."""
    if field is None or not field.n:
        return [text((field.withheld if field else None) or NOBODY, NOTED)]
    shuffled = sorted(field.answers, key=lambda answer: sha256(answer.encode(errors="replace")).digest())
    narrow = {answer: own_words(answer, NOTED, width=HALF, before=1.3 * MM) for answer in shuffled}
    short = [narrow[answer] for answer in shuffled if narrow[answer].height <= LONGEST_HALF]
    long = [own_words(answer, NOTED, before=1.6 * MM) for answer in shuffled if narrow[answer].height > LONGEST_HALF]
    beside: list[Block] = [TwoColumns(short, before=1 * MM)] if short else []
    return [*beside, *long]
