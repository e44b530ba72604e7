"""Prompts on paper: each question with what was written, or with lines to write on."""

from collections.abc import Mapping, Sequence

from activities.kinds.prompts import Prompts, PromptsResponse, PromptsSummary
from activities.session.rounds import Shift
from exports.kinds.sections import latest, own_section, room_section
from exports.kinds.written import first_wording, room_written
from exports.pdf.blocks import Block, WritingLines, own_words, text
from exports.pdf.paper import HEADING, MM


@own_section.register
def _(activity: Prompts, given: Mapping[int, PromptsResponse]) -> Sequence[Block]:
    response = latest(given) or PromptsResponse()
    blocks: list[Block] = []
    for prompt in activity.prompts:
        blocks.append(text(prompt.prompt, HEADING, before=3 * MM, keep=True))
        if response.filled(prompt.id):
            blocks.append(own_words(response.answer(prompt.id).strip()))
            blocks += first_wording(given, prompt.id)
        else:
            blocks.append(WritingLines(prompt.lines))
    return blocks


@room_section.register
def _(
    activity: Prompts, found: Mapping[int, PromptsSummary], shift: Shift | None, smallest_group: int
) -> Sequence[Block]:
    return room_written([(prompt, prompt.prompt) for prompt in activity.prompts], found, shift, smallest_group)
