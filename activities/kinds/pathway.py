"""Self-assessment pathways: a participant marks the stage they are at on each strand.

Self-ratings drift upwards, so each mark asks for an example from one's own practice, and for the next move.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from activities.figures import quantile
from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Response,
    Summary,
    answered,
    blank,
    first_page,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
)
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.small_groups import Part, withheld
from activities.model import ANSWER_LIMIT, Definition, Frozen, Id, Label, Line, Passage, Written
from activities.refusal import not_too_long
from activities.told_apart import told_apart

LINES = 2
"""Lines that one writes of evidence, and of a next move, on a strand. An estimate."""


class Stage(Definition):
    """One step of a strand: its descriptor in the first person and an example of what it looks like in school."""

    title: Label
    descriptor: Passage
    example: Passage


class Strand(Definition):
    """One thing to look at, from its first stage to its last."""

    id: Id
    title: Label
    about: Passage | None = None
    stages: tuple[Stage, ...] = Field(min_length=2, max_length=7)


class Pathway(Activity):
    """The strands, and how evidence and next move are asked for."""

    kind: Literal["pathway"] = "pathway"
    strands: tuple[Strand, ...] = Field(min_length=1, max_length=12)
    ask_evidence: Line = "An example from your own practice"
    ask_move: Line = "Your next move"

    @property
    def own_work(self) -> str:
        """Where the marks are."""
        return "where I stood"

    _told_apart = field_validator("strands")(told_apart)


class Mark(Frozen):
    """Where a participant stands on one strand: the stage, counted from 1 (None: not marked yet), why, and what next."""

    stage: int | None = Field(default=None, ge=1, le=99)
    evidence: Written = ""
    move: Written = ""


class PathwayResponse(Response):
    """One mark a strand, by the strand's id."""

    kind: Literal["pathway"] = "pathway"
    marks: Mapping[str, Mark] = Field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether a strand is marked or written on."""
        return any(mark != Mark() for mark in self.marks.values())

    def mark(self, strand: str) -> Mark:
        """The mark on a strand; an empty one where there is none yet."""
        return self.marks.get(strand, Mark())

    def _with(self, strand: str, **change: int | str | None) -> "PathwayResponse":
        mark = self.mark(strand).model_copy(update=change)
        return self.model_copy(update={"marks": {**self.marks, strand: mark}})

    def stand_at(self, strand: Strand, stage: int) -> "PathwayResponse":
        """The mark is at this stage, kept between the first and the last."""
        return self._with(strand.id, stage=min(max(stage, 1), len(strand.stages)))

    def step(self, strand: Strand, by: int) -> "PathwayResponse":
        """The mark moves on or back; an unmarked strand is marked at its first stage, whichever way one steps."""
        stage = self.mark(strand.id).stage
        return self.stand_at(strand, 1 if stage is None else stage + by)

    def give_evidence(self, strand: str, text: str) -> "PathwayResponse":
        """What the mark rests on. Raises Refused for more than an answer can have."""
        return self._with(strand, evidence=not_too_long(text, ANSWER_LIMIT))

    def plan_move(self, strand: str, text: str) -> "PathwayResponse":
        """What would come next. Raises Refused for more than an answer can have."""
        return self._with(strand, move=not_too_long(text, ANSWER_LIMIT))


class StrandSummary(Part):
    """How many of `n` marks are at each stage (by the stage's number from 1), with median and quartiles.

    Quartiles are by inclusive interpolation (Hyndman and Fan 1996, type 7); None where nobody has marked it.
    """

    counted: ClassVar = ("n", "stages", "median", "q1", "q3")
    strand: str
    n: int = 0
    stages: Mapping[str, int] = Field(default_factory=dict)
    median: float | None = None
    q1: float | None = None
    q3: float | None = None


class PathwaySummary(Summary):
    """The strands in the definition's order."""

    kind: Literal["pathway"] = "pathway"
    strands: tuple[StrandSummary, ...]


@effort.register
def _(activity: Pathway) -> Effort:
    stages = [stage for strand in activity.strands for stage in strand.stages]
    read = words_in(activity, *(text for one in stages for text in (one.title, one.descriptor, one.example)))
    return Effort(read=read, decisions=len(activity.strands), lines=2 * LINES * len(activity.strands))


@who_sees.register
def _(activity: Pathway) -> str:
    return "The room sees how many stand where. Only you see what you write."


@blank.register
def _(activity: Pathway) -> PathwayResponse:
    return PathwayResponse()


@progress.register
def _(activity: Pathway, response: PathwayResponse) -> Progress:
    marked = sum(response.mark(strand.id).stage is not None for strand in activity.strands)
    return Progress(done=marked, of=len(activity.strands))


@offers.register
def _(activity: Pathway, response: PathwayResponse) -> tuple[Offer, ...]:
    return tuple(
        Offer(heading=strand.title, text=move)
        for strand in activity.strands
        if (move := response.mark(strand.id).move.strip())
    )


@first_page.register
def _(activity: Pathway, response: PathwayResponse) -> tuple[Offer, ...]:
    return tuple(Offer(heading="Next move", text=one.text) for one in offers(activity, response))


def _summarise_strand(strand: Strand, responses: Sequence[PathwayResponse]) -> StrandSummary:
    stages = [stage for response in responses if (stage := response.mark(strand.id).stage) is not None]
    counts = Counter(stages)
    return StrandSummary(
        strand=strand.id,
        n=len(stages),
        stages={str(number): counts[number] for number in range(1, len(strand.stages) + 1)},
        median=quantile(stages, 0.5),
        q1=quantile(stages, 0.25),
        q3=quantile(stages, 0.75),
    )


@summarise.register
def _(activity: Pathway, responses: Sequence[PathwayResponse], round_number: int = 1) -> PathwaySummary:
    begun = [response for response in responses if response.begun]
    return PathwaySummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        strands=tuple(_summarise_strand(strand, begun) for strand in activity.strands),
    )


@shown.register
def _(
    activity: Pathway,
    summary: PathwaySummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> PathwaySummary:
    rule = withheld(summary, smallest, expected, apart)
    strands = tuple(one.hold_back(rule.why(one.strand, one.n)) for one in summary.strands)
    return summary.model_copy(update={"strands": strands, "withheld": rule.whole})


@answered.register
def _(activity: Pathway, response: PathwayResponse) -> frozenset[str]:
    return frozenset(strand.id for strand in activity.strands if response.mark(strand.id).stage is not None)


@moved.register
def _(activity: Pathway, before: PathwayResponse, after: PathwayResponse) -> frozenset[str]:
    strands = [strand.id for strand in activity.strands]
    return frozenset(strand for strand in strands if before.mark(strand).stage != after.mark(strand).stage)


@in_words.register
def _(activity: Pathway, summary: PathwaySummary) -> tuple[str, ...]:
    lines = []
    for strand, found in zip(activity.strands, summary.strands, strict=True):
        lines.append(strand.title)
        if found.withheld:
            lines.append(f"  {found.withheld}")
            continue
        titles = [stage.title for stage in strand.stages]
        lines += [f"  {number} {title}: {found.stages[str(number)]}" for number, title in enumerate(titles, 1)]
        if found.median is None:
            lines.append("  nobody has marked it")
        else:
            lines.append(f"  median {found.median:g}, quartiles {found.q1:g} and {found.q3:g}, of {found.n}")
    return tuple(lines)
