"""Checks: questions to hold against one's work, each with its warning signs; and what was written, rewritten after them.

Nothing is passed or failed. A check that is not answered as one hopes is a question to think about. Every wording is
kept, with the reason why it was changed.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field, field_validator

from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Response,
    Words,
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
    without,
    words,
)
from activities.kinds.audience import COUNTED, Audience
from activities.kinds.checks_counts import Answer, ChecksSummary, CheckSummary, kept_back
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.small_groups import mixed, withheld
from activities.kinds.traces import Part, Trace, leaves_traces, traces
from activities.kinds.wordings import AFTER, BEFORE, REASON, Rewrite, Wordings
from activities.model import Definition, Id, Line, Passage, Source, YesNo
from activities.told_apart import told_apart

LINES = 3
"""Lines that one writes to say something anew, and why. An estimate."""


class Check(Definition):
    """A question about one's work. `help` names the warning signs, `looks_for` (yes or no) the answer one hopes to give.

    `think` is what to think about where the answer is another one.
    """

    id: Id
    question: Line
    help: Passage | None = None
    looks_for: YesNo = True
    think: Line | None = None

    @field_validator("id")
    @classmethod
    def _rewrite_is_taken(cls, check: str) -> str:
        if check in (AFTER, BEFORE, REASON):
            raise ValueError(f"a check cannot have the id ‘{check}’: it is the place for what is rewritten")
        return check

    def called(self, answer: Answer) -> str:
        """An answer as people read it: `Not yet` is plainly `No` where no is what one hopes for."""
        if answer is Answer.NOT_YET:
            return "Not yet" if self.looks_for else "No"
        return "Yes" if answer is Answer.YES else "Not sure"

    @property
    def hoped(self) -> Answer:
        """The answer that one hopes to give."""
        return Answer.YES if self.looks_for else Answer.NOT_YET

    def to_think(self, answer: Answer | None) -> str:
        """The question that this answer leaves one with; nothing where it is the one hoped for, or not given yet."""
        if answer is None or answer is self.hoped:
            return ""
        if self.think:
            return self.think
        if answer is Answer.NOT_SURE:
            return "What would you need to know to be sure?"
        return f"What would you change so that the answer is {'yes' if self.looks_for else 'no'}?"


class Rewriting(Definition):
    """What is rewritten: the text that an earlier activity offers (`of`), and how one is asked for it."""

    of: Source
    prompt: Line = "Write it again, so that the checks hold"
    reason: Line = "What did you change, and why?"


class Checks(Activity):
    """The checks, in order, and what is rewritten after them, if anything."""

    kind: Literal["checks"] = "checks"
    checks: tuple[Check, ...] = Field(min_length=1, max_length=20)
    rewrite: Rewriting | None = None

    _told_apart = field_validator("checks")(told_apart)

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The earlier activities of the whole, then that whose text is rewritten."""
        own = ((("rewrite", "of"), self.rewrite.of),) if self.rewrite else ()
        return (*super().starts_from, *own)

    @property
    def rewrites(self) -> str | None:
        """That whose text is rewritten."""
        return self.rewrite.of if self.rewrite else None


class ChecksResponse(Response, Wordings):
    """The answer to each check, by its id; and every wording of what is rewritten."""

    kind: Literal["checks"] = "checks"
    answers: Mapping[str, Answer] = Field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether a check is answered or a word changed."""
        return bool(self.answers) or self.rewritten

    def say(self, check: str, answer: Answer) -> "ChecksResponse":
        """This is the answer to a check; said again, it is taken back."""
        others = {one: said for one, said in self.answers.items() if one != check}
        if self.answers.get(check) is answer:
            return self.model_copy(update={"answers": others})
        return self.model_copy(update={"answers": {**others, check: answer}})

    def offer(self, field: str) -> "ChecksResponse":
        """A rewriting is offered whole, or not: what it was before, what it is now, and why it was changed."""
        if field not in (AFTER, BEFORE, REASON):
            return super().offer(field)
        others = tuple(one for one in self.offered if one not in (AFTER, BEFORE, REASON))
        whole = () if AFTER in self.offered else (AFTER, BEFORE, REASON)
        return self.model_copy(update={"offered": (*others, *whole)})


@effort.register
def _(activity: Checks) -> Effort:
    read = words_in(activity, *(text for one in activity.checks for text in (one.question, one.help)))
    return Effort(read=read, decisions=len(activity.checks), lines=LINES if activity.rewrite else 0)


@who_sees.register
def _(activity: Checks) -> str:
    if activity.rewrite is None:
        return COUNTED
    return {
        Audience.ROOM: "The room sees counts, and without your name what you rewrite beside what it was.",
        Audience.OFFERED: "The room sees counts. Only you see what you write. F7 offers it, with what it was, to the room.",
        Audience.OWN: "The room sees counts. Only you see what you write.",
    }[activity.audience]


@blank.register
def _(activity: Checks) -> ChecksResponse:
    return ChecksResponse()


@progress.register
def _(activity: Checks, response: ChecksResponse) -> Progress:
    return Progress(done=sum(one.id in response.answers for one in activity.checks), of=len(activity.checks))


def to_think(activity: Checks, response: ChecksResponse) -> Iterator[tuple[Check, str]]:
    """The checks that leave one with a question, each with it."""
    for check in activity.checks:
        if question := check.to_think(response.answers.get(check.id)):
            yield check, question


@offers.register
def _(activity: Checks, response: ChecksResponse) -> tuple[Offer, ...]:
    told = []
    if response.now.strip():
        told.append(Offer(heading="The wording now", text=response.now.strip()))
    if response.rewritten and response.reason.strip():
        told.append(Offer(heading="Why it was changed", text=response.reason.strip()))
    said = [(one, response.answers[one.id]) for one in activity.checks if one.id in response.answers]
    told += [Offer(heading=f"{one.called(answer)}", text=one.question) for one, answer in said]
    return tuple(told)


@first_page.register
def _(activity: Checks, response: ChecksResponse) -> tuple[Offer, ...]:
    return (Offer(heading=activity.title, text=response.now.strip()),) if response.rewritten else ()


@leaves_traces.register
def _(activity: Checks) -> bool:
    return activity.rewrite is not None


@traces.register
def _(activity: Checks, response: ChecksResponse) -> tuple[Trace, ...]:
    """Every wording, the first one first, with why it was changed to that."""
    if activity.rewrite is None:
        return ()
    first = response.original.strip()
    return tuple(
        Trace(
            part=Part.QUESTION,
            field=BEFORE if one.text.strip() == first else AFTER,
            text=one.text.strip(),
            note=one.reason.strip(),
            note_field=REASON,
        )
        for one in response.versions
    )


@words.register
def _(activity: Checks, response: ChecksResponse) -> tuple[Words, ...]:
    if activity.rewrite is None or not response.rewritten:
        return ()
    told = [
        Words(field=BEFORE, heading="What it was before", text=response.original.strip()),
        Words(field=AFTER, heading=activity.rewrite.prompt, text=response.now.strip()),
        Words(field=REASON, heading=activity.rewrite.reason, text=response.reason.strip()),
    ]
    return tuple(one for one in told if one.text)


@without.register
def _(activity: Checks, response: ChecksResponse, fields: Collection[str]) -> Response:
    return response.unwritten(fields)


@summarise.register
def _(activity: Checks, responses: Sequence[ChecksResponse], round_number: int = 1) -> ChecksSummary:
    begun = [response for response in responses if response.begun]
    rewrote = [response for response in begun if response.rewritten]
    return ChecksSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        checks=tuple(_count(check.id, begun) for check in activity.checks),
        rewrites=tuple(_rewrite(activity, response) for response in rewrote if activity.shows(response, AFTER)),
        rewrote=len(rewrote),
    )


def _count(check: str, responses: Sequence[ChecksResponse]) -> CheckSummary:
    counts = Counter(response.answers.get(check) for response in responses)
    return CheckSummary(check=check, **{answer.value: counts[answer] for answer in Answer})


def _rewrite(activity: Checks, response: ChecksResponse) -> Rewrite:
    before = response.original.strip() if activity.shows(response, BEFORE) else ""
    reason = response.reason.strip() if activity.shows(response, REASON) else ""
    return Rewrite(before=before, after=response.now.strip(), reason=reason)


@shown.register
def _(
    activity: Checks,
    summary: ChecksSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> ChecksSummary:
    rule = withheld(summary, smallest, expected, apart)
    checks = tuple(one.hold_back(rule.why(one.check, one.n)) for one in summary.checks)
    changed: dict[str, object] = {"checks": checks, "withheld": rule.whole}
    why = summary.rewrites_withheld or rule.why(AFTER, summary.rewrote)
    if activity.rewrite is not None and why is not None:
        changed |= {"rewrites": (), "rewrote": 0, "rewrites_withheld": why}
    else:
        told = mixed(tuple(one.model_dump_json() for one in summary.rewrites), AFTER)
        changed["rewrites"] = tuple(Rewrite.model_validate_json(one) for one in told)
    return summary.model_copy(update=changed)


@answered.register
def _(activity: Checks, response: ChecksResponse) -> frozenset[str]:
    said = frozenset(check.id for check in activity.checks if check.id in response.answers)
    return said | {AFTER} if response.rewritten else said


@moved.register
def _(activity: Checks, before: ChecksResponse, after: ChecksResponse) -> frozenset[str]:
    checks = (check.id for check in activity.checks)
    found = frozenset(one for one in checks if before.answers.get(one) != after.answers.get(one))
    return found | {AFTER} if before.now.strip() != after.now.strip() else found


@in_words.register
def _(activity: Checks, summary: ChecksSummary) -> tuple[str, ...]:
    lines = []
    for check, found in zip(activity.checks, summary.checks, strict=True):
        counts = (f"{check.called(answer).lower()} {found.count(answer)}" for answer in Answer)
        lines += [check.question, f"  {found.withheld or ', '.join(counts)}"]
    if activity.rewrite is None:
        return tuple(lines)
    if summary.rewrites_withheld:
        return (*lines, activity.rewrite.prompt, f"  {summary.rewrites_withheld}")
    lines.append(f"{activity.rewrite.prompt} ({summary.rewrote})")
    if kept := kept_back(summary):
        lines.append(f"  {kept}")
    for one in summary.rewrites:
        parts = (("before", one.before), ("now", one.after), ("why", one.reason))
        lines += [
            f"  {'-' if at == 0 else ' '} {name}: {' '.join(text.split())}" for at, (name, text) in enumerate(parts)
        ]
    return tuple(lines)
