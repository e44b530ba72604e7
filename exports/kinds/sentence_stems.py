"""A plan on paper: sentences that were finished, and lines for those that were not."""

from collections.abc import Mapping, Sequence

from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse, SentenceStemsSummary, Stem
from exports.document import Block, OwnWords, Run, Text, WritingLines, strong
from exports.kinds.sections import Results, answers_section, latest, own_section, room_section, text
from exports.kinds.written import first_wording, room_answers, room_written


@own_section.register
def _(activity: SentenceStems, given: Mapping[int, SentenceStemsResponse]) -> Sequence[Block]:
    response = latest(given) or SentenceStemsResponse()
    return [
        block
        for stem in activity.stems
        for block in _stem(stem, response.answer(stem.id).strip(), first_wording(given, stem.id))
    ]


def _stem(stem: Stem, ending: str, at_first: str) -> list[Block]:
    if not ending:
        each = max(1, stem.lines // len(stem.openings))
        return [WritingLines(each, strong(opening)) for opening in stem.openings]
    parts = stem.sentence(ending)
    if not parts:
        return [Text(strong(stem.stem), leads=True), OwnWords(ending, at_first)]
    runs = tuple(Run(words, "bold" if of_the_stem else "regular") for words, of_the_stem in parts)
    sentence = Text(runs, leads=bool(at_first))
    return [sentence, text(at_first, "label")] if at_first else [sentence]


@room_section.register
def _(activity: SentenceStems, found: Results[SentenceStemsSummary]) -> Sequence[Block]:
    return room_written(found)


@answers_section.register
def _(activity: SentenceStems, found: Results[SentenceStemsSummary]) -> Sequence[Block]:
    return room_answers([(stem.id, stem.stem) for stem in activity.stems], found)
