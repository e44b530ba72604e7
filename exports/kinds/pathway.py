"""A pathway on paper: one's own marks on the handout; how the room is spread over the stages on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.pathway import Mark, Pathway, PathwayResponse, PathwaySummary, Strand, StrandSummary
from exports.document import Block, Heading, KeepTogether, OwnWords, Points, WritingLines, plain
from exports.kinds.sections import Results, latest, main_points, named_runs, own_section, room_section, text
from exports.pictures.stages import Spread, Stages

MOST_BESIDE = 4
LONGEST_BESIDE = 240
"""So many stages, with descriptors of at most so many letters, can be read side by side."""


@own_section.register
def _(activity: Pathway, given: Mapping[int, PathwayResponse]) -> Sequence[Block]:
    blocks: list[Block] = []
    marked = latest(given) or PathwayResponse()
    if any(marked.mark(strand.id).stage is None for strand in activity.strands):
        blocks.append(text("Where you see no mark, circle the stage that sounds most like you.", "quiet", leads=True))
    for strand in activity.strands:
        marks = {number: response.mark(strand.id) for number, response in given.items()}
        blocks.append(KeepTogether(tuple(_own_strand(activity, strand, marks))))
    return blocks


def _own_strand(activity: Pathway, strand: Strand, marks: Mapping[int, Mark]) -> list[Block]:
    now = marks[max(marks)] if marks else Mark()
    before = marks[min(marks)].stage if len(marks) > 1 else None
    blocks: list[Block] = [Heading(strand.title, 2)]
    if now.stage is None or now.stage > len(strand.stages):
        blocks += _to_mark(strand)
    else:
        there = before if before is not None and before <= len(strand.stages) else None
        blocks.append(Stages(tuple(stage.title for stage in strand.stages), now.stage, there))
        if there is not None and there != now.stage:
            blocks.append(text(_change(strand, there, now.stage), "label", leads=True))
        blocks.append(text(strand.stages[now.stage - 1].descriptor))
    for question, answer in ((activity.ask_evidence, now.evidence), (activity.ask_move, now.move)):
        if answer.strip():
            blocks += [text(question, "label", leads=True), OwnWords(answer.strip())]
        else:
            blocks.append(WritingLines(2, plain(f"{question}:"), "label"))
    return blocks


def _to_mark(strand: Strand) -> list[Block]:
    """The stages to choose from by hand: side by side where they are few and short."""
    titles = tuple(stage.title for stage in strand.stages)
    words = tuple(stage.descriptor for stage in strand.stages)
    if len(titles) <= MOST_BESIDE and max(map(len, words)) <= LONGEST_BESIDE:
        return [Stages(titles, descriptors=words)]
    listed = tuple(named_runs(title, descriptor) for title, descriptor in zip(titles, words, strict=True))
    return [Stages(titles), Points(listed, numbered=True)]


def _change(strand: Strand, before: int, now: int) -> str:
    return (
        f"Before the discussion: {before} {strand.stages[before - 1].title}. Now: {now} {strand.stages[now - 1].title}."
    )


@room_section.register
def _(activity: Pathway, found: Results[PathwaySummary]) -> Sequence[Block]:
    return [KeepTogether(tuple(_room_strand(strand, found))) for strand in activity.strands]


def _room_strand(strand: Strand, found: Results[PathwaySummary]) -> list[Block]:
    blocks: list[Block] = [Heading(strand.title, 2)]
    for number, summary in found.by_round.items():
        each = next(one for one in summary.strands if one.strand == strand.id)
        if each.withheld or not each.n:
            blocks.append(text(f"{found.when(number)}{each.withheld or 'Nobody has answered this.'}", "quiet"))
            continue
        counts = tuple(each.stages.get(str(stage), 0) for stage in range(1, len(strand.stages) + 1))
        titles = tuple(one.title for one in strand.stages)
        said = f"{found.when(number)}{each.n} answers. {_middle(strand, each)}"
        blocks += [text(said, leads=True), Spread(titles, counts)]
    if found.shift and strand.id not in found.shift.withheld:
        blocks.append(text(f"{found.shift.count(strand.id).capitalize()} who marked it both times moved their mark."))
    return blocks


def _middle(strand: Strand, found: StrandSummary) -> str:
    """The median in words: the stage's name, or the two it lies between."""
    if found.median is None:
        return ""
    titles = [stage.title for stage in strand.stages]
    below = int(found.median)
    if below == found.median:
        return f"The middle answer (median) is {below} {titles[below - 1]}."
    return f"The middle answer (median) is between {below} {titles[below - 1]} and {below + 1} {titles[below]}."


@main_points.register
def _(activity: Pathway, summary: PathwaySummary) -> Sequence[str]:
    strands = {strand.id: strand for strand in activity.strands}
    return [
        f"{strands[each.strand].title}: {each.n} answers. {_middle(strands[each.strand], each)}"
        for each in summary.strands
        if each.n
    ]
