"""Prompts on paper: each question with what was written, or with lines to write on."""

from collections.abc import Mapping, Sequence

from activities.kinds.prompts import Prompts, PromptsResponse, PromptsSummary
from exports.document import Block, Heading, OwnWords, WritingLines
from exports.kinds.sections import Results, answers_section, latest, own_section, room_section
from exports.kinds.written import first_wording, room_answers, room_written


@own_section.register
def _(activity: Prompts, given: Mapping[int, PromptsResponse]) -> Sequence[Block]:
    response = latest(given) or PromptsResponse()
    blocks: list[Block] = []
    for prompt in activity.prompts:
        blocks.append(Heading(prompt.prompt, 2))
        answer = response.answer(prompt.id).strip()
        blocks.append(OwnWords(answer, first_wording(given, prompt.id)) if answer else WritingLines(prompt.lines))
    return blocks


@room_section.register
def _(activity: Prompts, found: Results[PromptsSummary]) -> Sequence[Block]:
    return room_written(found)


@answers_section.register
def _(activity: Prompts, found: Results[PromptsSummary]) -> Sequence[Block]:
    return room_answers([(prompt.id, prompt.prompt) for prompt in activity.prompts], found)
