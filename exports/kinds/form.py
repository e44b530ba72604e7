"""A form on paper: what one filled in, or room to do so by hand; what the room may know of all, on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.days import day_in_words
from activities.kinds.form import Form
from activities.kinds.form_counts import FormFieldSummary, FormSummary, middle_in_words, option_in_words, sums_in_words
from activities.kinds.form_fields import FieldType, FormField, shown_number
from activities.kinds.form_response import FormResponse
from activities.kinds.ledger import Entry, Ledger, total
from activities.reveal.form import topic_bars
from activities.reveal.words import sentence
from exports.document import Answers, Block, Column, Fields, Heading, OwnWords, Points, Table, WritingLines, plain
from exports.kinds.sections import (
    Results,
    answers_section,
    ended,
    latest,
    main_points,
    named,
    own_section,
    room_section,
    text,
)
from exports.pictures.bars import Bars

TEXTS = (FieldType.WRITE, FieldType.LINE)

BLANK_ROWS = 6
"""Rows of the table on a blank form."""

_LEDGER = (Column(0.28), Column(0.16, figures=True), Column(0.56))


@own_section.register
def _(activity: Form, given: Mapping[int, FormResponse]) -> Sequence[Block]:
    response = latest(given) or FormResponse()
    first = given[min(given)] if given else response
    blocks: list[Block] = []
    short: list[tuple[str, str]] = []
    for field in activity.fields:
        told = response.answer(field.id).told(field)
        if told and field.type is not FieldType.WRITE:
            was = first.answer(field.id).told(field)
            short.append((field.label, f"{told} (at first: {was or 'nothing'})" if was != told else told))
            continue
        blocks += _so_far(short)
        short = []
        blocks += [Heading(field.label, 3), OwnWords(told)] if told else _by_hand(field)
    blocks += _so_far(short)
    return [*blocks, *(_own_ledger(activity.ledger, response.entries) if activity.ledger else [])]


def _so_far(short: list[tuple[str, str]]) -> list[Block]:
    return [Fields(tuple(short))] if short else []


def _by_hand(field: FormField) -> list[Block]:
    """Room to fill in a field by hand."""
    needed = " (needed)" if field.required else ""
    hint = [text(field.hint, "label", leads=True)] if field.hint else []
    if not field.typed:
        how = "Ring as many as you like." if field.type is FieldType.SOME_OF and not field.most else "Ring one."
        how = f"Ring up to {field.most}." if field.most else how
        return [
            text(f"{ended(field.label + needed, '.')} {how}", leads=True),
            *hint,
            Points(tuple(plain(option) for option in field.choices)),
        ]
    lines = field.lines if field.type is FieldType.WRITE else 1
    unit = f" ({field.unit})" if field.unit else ""
    code = " A code, never a name." if field.type is FieldType.CODE else ""
    return [*hint, WritingLines(lines, plain(f"{ended(field.label + unit + needed)}{code}"))]


def _own_ledger(ledger: Ledger, entries: Sequence[Entry]) -> list[Block]:
    filled = [entry for entry in entries if not entry.empty]
    rows = tuple((_day(entry), _amount(entry), entry.what.strip()) for entry in filled)
    rows = rows or (("", "", ""),) * BLANK_ROWS
    sums = (
        [text(sentence(ledger.against(total(entries))))]
        if filled
        else [text(f"The target is {shown_number(ledger.target)} {ledger.of}.", "label")]
    )
    return [
        Heading(ledger.label, 3),
        Table(_LEDGER, ("When", ledger.of.capitalize(), "What for"), rows, f"The {ledger.of}, and what for"),
        *sums,
    ]


def _day(entry: Entry) -> str:
    return day_in_words(entry.day) if entry.day else entry.day_typed.strip()


def _amount(entry: Entry) -> str:
    return shown_number(entry.amount) if entry.amount is not None else entry.amount_typed.strip()


@room_section.register
def _(activity: Form, found: Results[FormSummary]) -> Sequence[Block]:
    told = found.told
    blocks: list[Block] = [text(f"{found.when(told.round)}{told.participants} filled it in.", leads=True)]
    if activity.match:
        blocks += _topics(activity.field(activity.match.by).label, told)
    fields = {one.field: one for one in told.fields}
    for field in activity.told:
        if field.type not in TEXTS and not (activity.match and field.id == activity.match.by):
            blocks += _room_field(field, fields[field.id])
    if activity.ledger and told.ledger:
        blocks.append(named(activity.ledger.label, sentence(sums_in_words(activity.ledger, told.ledger))))
    if found.shift:
        blocks.append(text(f"{found.shift.count().capitalize()} who filled it in both times changed something."))
    return blocks


def _topics(label: str, summary: FormSummary) -> list[Block]:
    blocks: list[Block] = [Heading(label, 2)]
    if not summary.clusters:
        return [*blocks, text(summary.clusters_withheld or "Nobody has chosen a topic yet.", "quiet")]
    drawn = topic_bars(summary)
    blocks.append(Bars(tuple(bar.label for bar in drawn), tuple(bar.count for bar in drawn)))
    blocks += [named(topic.topic, ", ".join(topic.names)) for topic in summary.clusters if topic.names]
    return [*blocks, *([text(summary.names_withheld, "label")] if summary.names_withheld else [])]


def _room_field(field: FormField, found: FormFieldSummary) -> list[Block]:
    if found.withheld or not found.n:
        return [named(field.label, found.withheld or "Nobody has filled this.", "quiet")]
    if field.type is FieldType.NUMBER:
        return [named(field.label, f"{found.n} filled this. {sentence(middle_in_words(field, found))}")]
    names = tuple(option_in_words(field, option) for option in found.counts)
    return [Heading(field.label, 2), Bars(names, tuple(found.counts.values()))]


@answers_section.register
def _(activity: Form, found: Results[FormSummary]) -> Sequence[Block]:
    fields = {one.field: one for one in found.told.fields}
    blocks: list[Block] = []
    for field in activity.told:
        one = fields[field.id]
        if field.type in TEXTS and (one.answers or one.withheld):
            blocks.append(Heading(field.label, 3))
            blocks.append(Answers(one.answers) if one.answers else text(one.withheld or "", "quiet"))
    return blocks


@main_points.register
def _(activity: Form, summary: FormSummary) -> Sequence[str]:
    most = summary.clusters[:3]
    if not most:
        return []
    return [f"Most chose: {'; '.join(f'{topic.topic} ({topic.n})' for topic in most)}."]
