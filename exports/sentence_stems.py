"""A plan on paper: sentences that were finished, lines for those that were not, and the plan as a QR code."""

from collections.abc import Mapping, Sequence

from activities.sentence_stems import SentenceStems, SentenceStemsResponse, SentenceStemsSummary, Stem
from exports.blocks import Block, WritingLines, spans, text
from exports.paper import BODY, HEADING, MM
from exports.plan_code import plan_code
from exports.sections import latest, own_section, room_section
from exports.written import room_answers


@own_section.register
def _(activity: SentenceStems, given: Mapping[int, SentenceStemsResponse]) -> Sequence[Block]:
    response = latest(given) or SentenceStemsResponse()
    blocks: list[Block] = []
    for stem in activity.stems:
        blocks.extend(_stem(stem, response.answer(stem.id).strip()))
    sentences = [
        f"{_opening(stem)} {response.answer(stem.id).strip()}" for stem in activity.stems if response.filled(stem.id)
    ]
    if sentences:
        blocks.append(plan_code(activity.title, sentences))
    return blocks


def _stem(stem: Stem, ending: str) -> list[Block]:
    if not ending:
        return [text(stem.stem, HEADING, before=3.5 * MM, keep=True), WritingLines(stem.lines)]
    return [spans([(_opening(stem), "bold"), (ending, "regular")], BODY, before=2.4 * MM)]


def _opening(stem: Stem) -> str:
    """The stem without the dots that ask for an ending."""
    return stem.stem.rstrip(" .…_") or stem.stem


@room_section.register
def _(activity: SentenceStems, found: Mapping[int, SentenceStemsSummary], smallest_group: int) -> Sequence[Block]:
    summary = latest(found)
    answers = {field.field: field for field in summary.fields} if summary else {}
    blocks: list[Block] = []
    for stem in activity.stems:
        blocks.append(text(stem.stem, HEADING, before=4 * MM, keep=True))
        blocks.extend(room_answers(answers.get(stem.id), smallest_group))
    return blocks
