"""A pathway on paper: one's own marks on the handout; how the room is spread over the stages on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.pathway import Mark, Pathway, PathwayResponse, PathwaySummary, Strand, StrandSummary
from exports.blocks import Block, WritingLines, own_words, spans, text
from exports.paper import ASIDE, BODY, HEADING, LABEL, MM
from exports.sections import own_section, room_section, too_few
from exports.stages import StageBar, StageLegend, StageRow


@own_section.register
def _(activity: Pathway, given: Mapping[int, PathwayResponse]) -> Sequence[Block]:
    blocks: list[Block] = []
    for strand in activity.strands:
        marks = {number: response.mark(strand.id) for number, response in given.items()}
        blocks.extend(_own_strand(activity, strand, marks))
    return blocks


def _own_strand(activity: Pathway, strand: Strand, marks: Mapping[int, Mark]) -> list[Block]:
    now = marks[max(marks)] if marks else Mark()
    before = marks[min(marks)].stage if len(marks) > 1 else None
    titles = [stage.title for stage in strand.stages]
    blocks: list[Block] = [
        text(strand.title, HEADING, before=6 * MM, keep=True),
        StageRow(titles, now.stage, before if before != now.stage else None),
    ]
    blocks[-1].keep = True
    if now.stage is None or now.stage > len(titles):
        blocks.append(text("Circle the stage that sounds most like you.", ASIDE, before=1 * MM, keep=True))
        blocks += [
            spans([(f"{number} {stage.title}.", "bold"), (stage.descriptor, "regular")], BODY, before=1 * MM, keep=True)
            for number, stage in enumerate(strand.stages, start=1)
        ]
        blocks[-1].keep = False
    else:
        if before is not None:
            blocks.append(text(_change(titles, before, now.stage), LABEL, keep=True))
        blocks.append(text(strand.stages[now.stage - 1].descriptor, BODY, before=2 * MM))
    for question, answer in ((activity.ask_evidence, now.evidence), (activity.ask_move, now.move)):
        blocks.append(text(question, LABEL, before=2.5 * MM, keep=True))
        blocks.append(own_words(answer.strip(), before=0.5 * MM) if answer.strip() else WritingLines(2))
    return blocks


def _change(titles: Sequence[str], before: int, now: int) -> str:
    if before == now:
        return "As the first time you marked it."
    first = titles[before - 1] if before <= len(titles) else str(before)
    return f"The first time you marked {first}."


@room_section.register
def _(activity: Pathway, found: Mapping[int, PathwaySummary], smallest_group: int) -> Sequence[Block]:
    blocks: list[Block] = []
    for strand in activity.strands:
        rounds = [
            (number, each)
            for number, summary in sorted(found.items())
            for each in summary.strands
            if each.strand == strand.id
        ]
        blocks.extend(_room_strand(strand, rounds, smallest_group))
    return blocks


def _room_strand(strand: Strand, rounds: Sequence[tuple[int, StrandSummary]], smallest_group: int) -> list[Block]:
    blocks: list[Block] = [text(strand.title, HEADING, before=6 * MM, keep=True)]
    titles = [stage.title for stage in strand.stages]
    shown = False
    for number, each in rounds:
        name = f"Round {number}: " if len(rounds) > 1 else ""
        if each.n < smallest_group:
            blocks.append(text(name + too_few(each.n, "so the spread is"), ASIDE, before=1 * MM, keep=True))
            continue
        shown = True
        counts = [each.stages.get(str(stage), 0) for stage in range(1, len(titles) + 1)]
        summary = f"{name}{each.n} answers. The middle answer (median) is {_median(titles, each.median)}."
        blocks.append(text(summary, BODY, before=1 * MM, keep=True))
        blocks.append(StageBar(counts))
        blocks[-1].keep = True
        blocks.append(StageLegend(titles, counts))
        blocks[-1].keep = number != rounds[-1][0]
    if not shown:
        if not rounds:
            blocks.append(text("Nobody has answered this yet.", ASIDE))
        blocks[-1].keep = False
    return blocks


def _median(titles: Sequence[str], median: float | None) -> str:
    """The median as the stage's name, or as the two it lies between."""
    if median is None:
        return "–"
    below = int(median)
    if below == median:
        return f"stage {below}, {titles[below - 1]}"
    return f"between stage {below}, {titles[below - 1]}, and stage {below + 1}, {titles[below]}"
