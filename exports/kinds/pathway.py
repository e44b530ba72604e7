"""A pathway on paper: one's own marks on the handout; how the room is spread over the stages on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.pathway import Mark, Pathway, PathwayResponse, PathwaySummary, Strand, StrandSummary
from activities.session.rounds import Shift
from exports.kinds.sections import NOBODY, latest, own_section, room_section
from exports.pdf.blocks import Block, Opening, own_words, spans, text
from exports.pdf.paper import ASIDE, BODY, HEADING, LABEL, MM, NOTED
from exports.pdf.stages import StageBar, StageLegend, StageRow

MOST_BESIDE = 4
LONGEST_BESIDE = 240
"""So many stages, with descriptors of at most so many letters, can be read side by side."""


@own_section.register
def _(activity: Pathway, given: Mapping[int, PathwayResponse]) -> Sequence[Block]:
    blocks: list[Block] = []
    marked = latest(given) or PathwayResponse()
    if any(marked.mark(strand.id).stage is None for strand in activity.strands):
        blocks.append(text("Where you see no mark, circle the stage that sounds most like you.", ASIDE, keep=True))
    for strand in activity.strands:
        marks = {number: response.mark(strand.id) for number, response in given.items()}
        blocks.extend(_own_strand(activity, strand, marks))
    return blocks


def _own_strand(activity: Pathway, strand: Strand, marks: Mapping[int, Mark]) -> list[Block]:
    now = marks[max(marks)] if marks else Mark()
    before = marks[min(marks)].stage if len(marks) > 1 else None
    blocks: list[Block] = [text(strand.title, HEADING, before=5 * MM, keep=True)]
    if now.stage is None or now.stage > len(strand.stages):
        blocks += _to_mark(strand)
    else:
        blocks.append(StageRow([stage.title for stage in strand.stages], now.stage, before))
        blocks[-1].keep = True
        if before is not None and before != now.stage:
            blocks.append(text(_change(strand, before, now.stage), LABEL, keep=True))
        blocks.append(text(strand.stages[now.stage - 1].descriptor, BODY, before=1.5 * MM))
    for question, answer in ((activity.ask_evidence, now.evidence), (activity.ask_move, now.move)):
        if answer.strip():
            blocks.append(text(question, LABEL, before=2 * MM, keep=True))
            blocks.append(own_words(answer.strip(), before=0.5 * MM))
        else:
            both = question == activity.ask_evidence and not now.move.strip()
            blocks.append(Opening(f"{question}:", 2, style=LABEL, before=1 * MM, keep=both))
    return blocks


def _to_mark(strand: Strand) -> list[Block]:
    """The stages to choose from by hand: side by side where they are few and short."""
    titles = [stage.title for stage in strand.stages]
    words = [stage.descriptor for stage in strand.stages]
    beside = len(titles) <= MOST_BESIDE and max(map(len, words)) <= LONGEST_BESIDE
    row = StageRow(titles, None, descriptors=words if beside else ())
    row.keep = True
    listed = () if beside else enumerate(strand.stages, start=1)
    return [
        row,
        *(
            spans([(f"{number} {stage.title}.", "bold"), (stage.descriptor, "regular")], before=1 * MM)
            for number, stage in listed
        ),
    ]


def _change(strand: Strand, before: int, now: int) -> str:
    first = strand.stages[before - 1].title if before <= len(strand.stages) else "another stage"
    return f"Before the discussion: {before} {first}. Now: {now} {strand.stages[now - 1].title}."


@room_section.register
def _(
    activity: Pathway, found: Mapping[int, PathwaySummary], shift: Shift | None, smallest_group: int
) -> Sequence[Block]:
    blocks: list[Block] = []
    for strand in activity.strands:
        rounds = [
            (number, each)
            for number, summary in sorted(found.items())
            for each in summary.strands
            if each.strand == strand.id
        ]
        blocks.extend(_room_strand(strand, rounds))
        if shift and strand.id in shift.of:
            moved = f"{shift.parts.get(strand.id, 0)} of the {shift.of[strand.id]} who marked it both times"
            blocks[-1].keep = True
            blocks.append(text(f"{moved} moved their mark.", NOTED, before=1.5 * MM))
    return blocks


def _room_strand(strand: Strand, rounds: Sequence[tuple[int, StrandSummary]]) -> list[Block]:
    blocks: list[Block] = [text(strand.title, HEADING, before=6 * MM, keep=True)]
    titles = [stage.title for stage in strand.stages]
    shown = False
    for number, each in rounds:
        name = f"{_when(number, [one for one, _ in rounds])}: " if len(rounds) > 1 else ""
        if each.withheld or not each.n:
            blocks.append(text(name + (each.withheld or NOBODY), NOTED, before=1 * MM, keep=True))
            continue
        shown = True
        counts = [each.stages.get(str(stage), 0) for stage in range(1, len(titles) + 1)]
        summary = f"{name}{each.n} answers. The middle answer (median) is {_median(titles, each.median)}."
        blocks.append(text(summary, NOTED, before=1 * MM, keep=True))
        blocks.append(StageBar(counts))
        blocks[-1].keep = True
        blocks.append(StageLegend(titles, counts))
        blocks[-1].keep = number != rounds[-1][0]
    if not shown:
        if not rounds:
            blocks.append(text(NOBODY, ASIDE))
        blocks[-1].keep = False
    return blocks


def _when(number: int, rounds: Sequence[int]) -> str:
    """The round in words: the first is before the discussion, the last after it."""
    return {min(rounds): "Before", max(rounds): "After"}.get(number, f"Round {number}")


def _median(titles: Sequence[str], median: float | None) -> str:
    """The median as the stage's name, or as the two it lies between."""
    if median is None:
        return "–"
    below = int(median)
    if below == median:
        return f"stage {below}, {titles[below - 1]}"
    return f"between stage {below}, {titles[below - 1]}, and stage {below + 1}, {titles[below]}"
