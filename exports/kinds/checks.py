"""Checks on paper: one's own answers with what to think about, every wording; the room's tally on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.checks import Check, Checks, ChecksResponse, to_think
from activities.kinds.checks_counts import Answer, ChecksSummary, kept_back
from activities.kinds.wordings import Rewrite, Wording
from exports.document import (
    Block,
    Column,
    Heading,
    KeepTogether,
    OwnWords,
    Points,
    Run,
    Table,
    Text,
    WritingLines,
    plain,
)
from exports.kinds.sections import (
    Results,
    answers_section,
    latest,
    main_points,
    named_runs,
    own_section,
    room_section,
    text,
)

NOT_SHOWN = "not shown"
_FIGURE = 0.13


@own_section.register
def _(activity: Checks, given: Mapping[int, ChecksResponse]) -> Sequence[Block]:
    response = latest(given) or ChecksResponse()
    if not response.begun:
        return _to_do(activity, response.original)
    blocks: list[Block] = [_own_table(activity, given, response)]
    if questions := [named_runs(check.question, question) for check, question in to_think(activity, response)]:
        blocks += [Heading("To think about", 2), Points(tuple(questions))]
    return [*blocks, *_own_wordings(activity, given)]


def _to_do(activity: Checks, original: str) -> list[Block]:
    """The checks to answer by hand, each with its warning signs, and lines to rewrite on."""
    blocks: list[Block] = []
    if activity.rewrite:
        blocks += (
            [text("What you check:", "label", leads=True), OwnWords(original)]
            if original.strip()
            else [WritingLines(2, plain("What you check:"))]
        )
    columns = (Column(0.61), *(Column(_FIGURE) for _ in Answer))
    rows = tuple(
        ("\n".join(part for part in (one.question, one.help) if part), *_boxes(one)) for one in activity.checks
    )
    blocks += [
        text("Circle an answer to each.", "quiet", leads=True),
        Table(columns, ("Check", "", "", ""), rows, "Checks to answer"),
    ]
    if activity.rewrite:
        blocks += [WritingLines(3, plain(activity.rewrite.prompt)), WritingLines(2, plain(activity.rewrite.reason))]
    return blocks


def _boxes(check: Check) -> list[str]:
    return [check.called(answer) for answer in Answer]


def _own_table(activity: Checks, given: Mapping[int, ChecksResponse], response: ChecksResponse) -> Table:
    """The answers, with those of the first round beside them where they changed."""
    first = given[min(given)]
    rows = []
    for check in activity.checks:
        now, before = response.answers.get(check.id), first.answers.get(check.id)
        said = check.called(now) if now else "not answered"
        changed = f" (at first: {check.called(before) if before else 'not answered'})" if before is not now else ""
        rows.append((check.question, f"{said}{changed}"))
    return Table((Column(0.7), Column(0.3)), ("Check", "Your answer"), tuple(rows), "Your answers to the checks")


def _own_wordings(activity: Checks, given: Mapping[int, ChecksResponse]) -> list[Block]:
    """Every wording, oldest first, with the reason for each change; lines to write on where there is none."""
    if activity.rewrite is None:
        return []
    versions = wordings(given)
    if not versions:
        return [WritingLines(3, plain(activity.rewrite.prompt)), WritingLines(2, plain(activity.rewrite.reason))]
    if len(versions) == 1:
        return [
            Heading("What you checked", 2),
            OwnWords(versions[0].text.strip()),
            WritingLines(3, plain(activity.rewrite.prompt)),
        ]
    blocks: list[Block] = [Heading("Every wording, the newest last", 2)]
    for number, one in enumerate(versions):
        when = "At first" if number == 0 else "Now" if number == len(versions) - 1 else f"Then, {number}"
        why = f"Why: {' '.join(one.reason.split())}" if one.reason.strip() else ""
        blocks.append(KeepTogether((text(when, "label", leads=True), OwnWords(one.text.strip(), why))))
    return blocks


def wordings(given: Mapping[int, ChecksResponse]) -> tuple[Wording, ...]:
    """Every wording of every round, none twice in a row."""
    found: list[Wording] = []
    for number in sorted(given):
        for one in given[number].versions:
            if one.text.strip() not in [known.text.strip() for known in found]:
                found.append(one)
    return tuple(found)


@room_section.register
def _(activity: Checks, found: Results[ChecksSummary]) -> Sequence[Block]:
    columns = (Column(1 - 3 * _FIGURE), *(Column(_FIGURE, figures=True) for _ in Answer))
    blocks: list[Block] = []
    for number, summary in found.by_round.items():
        rows = tuple(
            (
                check.question,
                *([""] * 2 + [NOT_SHOWN] if one.withheld else [str(one.count(answer)) for answer in Answer]),
            )
            for check, one in zip(activity.checks, summary.checks, strict=True)
        )
        blocks += [
            text(f"{found.when(number)}{summary.participants} checked their work.", leads=True),
            Table(columns, ("Check", "Yes", "Not yet, or no", "Not sure"), rows, "How many gave which answer"),
        ]
    fewer = dict.fromkeys(one.withheld for one in found.told.checks if one.withheld)
    blocks += [text(f"{NOT_SHOWN}: {why}", "label") for why in fewer]
    if found.shift:
        blocks.append(text(f"{found.shift.count().capitalize()} who checked both times changed an answer."))
    if activity.rewrite is not None:
        told = found.told.rewrites_withheld or f"{found.told.rewrote} rewrote it. {kept_back(found.told)}".strip()
        blocks.append(Text((Run(f"{activity.rewrite.prompt}: ", "bold"), Run(told))))
    return blocks


@answers_section.register
def _(activity: Checks, found: Results[ChecksSummary]) -> Sequence[Block]:
    if activity.rewrite is None or not found.told.rewrites:
        return ()
    return [Heading(f"{activity.rewrite.prompt}: before and after", 3), *map(_rewrite, found.told.rewrites)]


def _rewrite(one: Rewrite) -> Block:
    before = [text("Before", "label", leads=True), text(one.before, "quiet")] if one.before else []
    why = f"Why: {' '.join(one.reason.split())}" if one.reason else ""
    return KeepTogether((*before, text("Now", "label", leads=True), OwnWords(one.after, why)))


@main_points.register
def _(activity: Checks, summary: ChecksSummary) -> Sequence[str]:
    pairs = zip(activity.checks, summary.checks, strict=True)
    open_ones = [
        (one.n - one.count(check.hoped), one.n, check) for check, one in pairs if one.n > one.count(check.hoped)
    ]
    most = sorted(open_ones, key=lambda each: -each[0])[:3]
    told = "; ".join(f"{check.question} ({count} of {n})" for count, n, check in most)
    return [f"Still a question to most: {told}"] if told else []
