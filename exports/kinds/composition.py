"""A composition on a handout and on the room sheet. As a poster or a report of its own: `exports.documents.poster`."""

from collections.abc import Mapping, Sequence

from activities.kinds.composition import Composition, CompositionResponse, CompositionSummary, Section
from activities.kinds.effort import WORDS_A_LINE
from exports.document import Answers, Block, Column, Heading, OwnWords, Table, WritingLines
from exports.kinds.sections import Results, answers_section, latest, own_section, room_section, text

MOST_LINES = 30
"""The most writing lines that a section gets, however long it is to be."""


@own_section.register
def _(activity: Composition, given: Mapping[int, CompositionResponse]) -> Sequence[Block]:
    response = latest(given) or CompositionResponse()
    return [block for section in activity.sections for block in _section(section, response.text(section.id))]


def _section(section: Section, written: str) -> list[Block]:
    blocks: list[Block] = [Heading(section.heading, 2)]
    if written:
        return [*blocks, OwnWords(written)]
    if section.prompt:
        blocks.append(text(section.prompt, "quiet", leads=True))
    blocks.append(text(f"About {section.words} words.", "label", leads=True))
    return [*blocks, WritingLines(min(max(section.words // WORDS_A_LINE, 2), MOST_LINES))]


@room_section.register
def _(activity: Composition, found: Results[CompositionSummary]) -> Sequence[Block]:
    summary = found.told
    headings = {section.id: section.heading for section in activity.sections}
    told = f"{found.when(summary.round)}{summary.participants} put a {activity.format} together."
    if found.shift:
        told += f" {found.shift.count().capitalize()} who did it both times changed something."
    rows = tuple((headings[one.section], "–" if one.withheld else str(one.n)) for one in summary.sections)
    blocks: list[Block] = [
        text(told, leads=True),
        Table((Column(0.75), Column(0.25, figures=True)), ("Section", "Filled in by"), rows, "What is filled in"),
    ]
    blocks += [text(one.withheld, "quiet") for one in summary.sections if one.withheld][:1]
    if summary.works:
        blocks.append(text("Those that the room may see stand at the end."))
    return blocks


@answers_section.register
def _(activity: Composition, found: Results[CompositionSummary]) -> Sequence[Block]:
    works = found.told.works
    headings = {section.id: section.heading for section in activity.sections}
    blocks: list[Block] = []
    for number, work in enumerate(works, 1):
        blocks.append(Heading(f"{activity.format.capitalize()} {number} of {len(works)}", 3))
        for section, written in work.parts.items():
            blocks += [text(headings[section], "label", leads=True), Answers((written,))]
    return blocks
