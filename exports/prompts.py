"""Prompts on paper: each question with what was written, or with lines to write on."""

from collections.abc import Mapping, Sequence

from activities.prompts import Prompts, PromptsResponse, PromptsSummary
from exports.blocks import Block, WritingLines, own_words, text
from exports.paper import HEADING, MM
from exports.sections import latest, own_section, room_section
from exports.written import room_answers


@own_section.register
def _(activity: Prompts, given: Mapping[int, PromptsResponse]) -> Sequence[Block]:
    response = latest(given) or PromptsResponse()
    blocks: list[Block] = []
    for prompt in activity.prompts:
        blocks.append(text(prompt.prompt, HEADING, before=4 * MM, keep=True))
        if response.filled(prompt.id):
            blocks.append(own_words(response.answer(prompt.id).strip()))
        else:
            blocks.append(WritingLines(prompt.lines))
    return blocks


@room_section.register
def _(activity: Prompts, found: Mapping[int, PromptsSummary], smallest_group: int) -> Sequence[Block]:
    summary = latest(found)
    answers = {field.field: field for field in summary.fields} if summary else {}
    blocks: list[Block] = []
    for prompt in activity.prompts:
        blocks.append(text(prompt.prompt, HEADING, before=4 * MM, keep=True))
        blocks.extend(room_answers(answers.get(prompt.id), smallest_group))
    return blocks
