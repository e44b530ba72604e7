"""A plan on paper: sentences that were finished, lines for those that were not, and the plan as a QR code."""

from collections.abc import Mapping, Sequence

from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse, SentenceStemsSummary, Stem
from activities.session.rounds import Shift
from exports.documents.plan_code import beside_code
from exports.kinds.sections import latest, own_section, room_section
from exports.kinds.written import first_wording, room_written
from exports.pdf.blocks import Block, Opening, spans
from exports.pdf.paper import BODY, COLUMN, MM


@own_section.register
def _(activity: SentenceStems, given: Mapping[int, SentenceStemsResponse]) -> Sequence[Block]:
    response = latest(given) or SentenceStemsResponse()
    endings = [response.answer(stem.id).strip() for stem in activity.stems]
    sentences = [f"{_opening(stem)} {end}" for stem, end in zip(activity.stems, endings, strict=True) if end]

    def stem_blocks(number: int, width: float) -> list[Block]:
        stem = activity.stems[number]
        return [*_stem(stem, endings[number], width), *first_wording(given, stem.id, width=width)]

    blocks: list[Block] = []
    placed = 0
    if sentences:
        block, placed = beside_code(activity.title, sentences, stem_blocks, len(activity.stems))
        blocks.append(block)
    for number in range(placed, len(activity.stems)):
        blocks += stem_blocks(number, COLUMN)
    return blocks


def _stem(stem: Stem, ending: str, width: float) -> list[Block]:
    if not ending:
        return [Opening(_opening(stem), stem.lines, width=width, before=1.5 * MM)]
    return [spans([(_opening(stem), "bold"), (ending, "regular")], BODY, width=width, before=2.2 * MM)]


def _opening(stem: Stem) -> str:
    """The stem without the dots that ask for an ending."""
    return stem.stem.rstrip(" .…_") or stem.stem


@room_section.register
def _(
    activity: SentenceStems, found: Mapping[int, SentenceStemsSummary], shift: Shift | None, smallest_group: int
) -> Sequence[Block]:
    return room_written([(stem, stem.stem) for stem in activity.stems], found, shift, smallest_group)
