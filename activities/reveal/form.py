"""A form as it is revealed: the topics people chose, then field by field what the room may know of it."""

from activities.kinds.form import Form
from activities.kinds.form_counts import (
    FormFieldSummary,
    FormSummary,
    TopicSummary,
    middle_in_words,
    option_in_words,
    sums_in_words,
)
from activities.kinds.form_fields import LEDGER, FieldType, FormField
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import counted, listed, sentence
from activities.reveal.written import answer_steps

TOPICS = ".topics"
"""The id of the step that shows every topic. No field's id begins so."""


@steps.register
def _(activity: Form, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has filled it in yet."):
        return only
    assert isinstance(summary, FormSummary)
    told = [f"{total.who.counted(summary.participants)} filled it in.", _most(summary)]
    fields = {one.field: one for one in summary.fields}
    shown = [one for one in activity.told if not (activity.match and one.id == activity.match.by)]
    return (
        headline(activity, total, *told, changed="changed something"),
        *_topics(activity, total, summary),
        *(
            step
            for number, one in enumerate(shown, 1)
            for step in _field(activity, total, one, fields[one.id], f"field {number} of {len(shown)}")
        ),
        *_ledger(activity, summary),
    )


def bars(field: FormField, now: FormFieldSummary, before: FormFieldSummary | None = None) -> tuple[Bar, ...]:
    """How many chose each option, or named a day in each month; before too, where that may be compared."""
    options = {**(before.counts if before else {}), **now.counts}
    ordered = field.choices if field.choices else tuple(sorted(options))
    return tuple(
        Bar(option_in_words(field, one), now.counts.get(one, 0), before.counts.get(one, 0) if before else None)
        for one in ordered
    )


def topic_bars(summary: FormSummary) -> tuple[Bar, ...]:
    """How many chose each topic, most first."""
    return tuple(Bar(topic.topic, topic.n) for topic in summary.clusters)


def earlier(total: Total, field: str) -> FormFieldSummary | None:
    """What was filled in in the round before, where it is to be compared and may be."""
    fields = total.before.fields if isinstance(total.before, FormSummary) and total.shift else ()
    return next((one for one in fields if one.field == field and not one.withheld), None)


def _most(summary: FormSummary) -> str:
    """Which topics most chose."""
    if not summary.clusters:
        return ""
    most = summary.clusters[0].n
    first = [topic.topic for topic in summary.clusters if topic.n == most]
    if len(first) == len(summary.clusters) and len(first) > 1:
        return f"As many chose one topic as another: {most} each."
    return sentence(f"most chose {listed(first)}, {most}{' each' if len(first) > 1 else ''}")


def _topics(activity: Form, total: Total, summary: FormSummary) -> list[Step]:
    """Every topic with its count; then those of which somebody agreed to be named."""
    if activity.match is None:
        return []
    label = activity.field(activity.match.by).label
    why = summary.clusters_withheld or ("" if summary.clusters else "Nobody has chosen a topic yet.")
    everything = Step(
        TOPICS,
        place=counted(len(summary.clusters), "topic", "topics"),
        title=label,
        words=why,
        bars=topic_bars(summary),
        note=summary.names_withheld or "",
        question=next(iter(activity.discuss), ""),
        picture=TOPICS,
        group=TOPICS,
    )
    return [
        everything,
        *(_named(total, number, topic) for number, topic in enumerate(summary.clusters, 1) if topic.names),
    ]


def _named(total: Total, number: int, topic: TopicSummary) -> Step:
    return Step(
        f"{TOPICS}.{number}",
        place=f"{topic.n} chose it",
        title=topic.topic,
        words=", ".join(topic.names),
        note=_others(total, topic),
        picture=TOPICS,
        group=TOPICS,
    )


def _others(total: Total, topic: TopicSummary) -> str:
    others = topic.n - len(topic.names)
    return f"And {total.who.counted(others)} more." if others > 0 else ""


def _field(activity: Form, total: Total, field: FormField, found: FormFieldSummary, place: str) -> list[Step]:
    before = earlier(total, field.id)
    changed = sentence(f"{total.compared.count(field.id)} changed it") if total.compared and not found.withheld else ""
    first = Step(
        field.id,
        place=place,
        title=field.label,
        words=found.withheld or " ".join(part for part in (_told(field, found), changed) if part),
        bars=bars(field, found, before) if found.n and field.type is not FieldType.NUMBER else (),
        question=next(iter(activity.discuss), ""),
        picture=field.id,
        group=field.id,
    )
    return [first, *answer_steps(field.id, field.label, found.answers, "answer")]


def _told(field: FormField, found: FormFieldSummary) -> str:
    if not found.n:
        return "Nobody has filled this."
    if field.type is FieldType.NUMBER:
        return sentence(middle_in_words(field, found))
    if found.counts:
        return ""
    words = f"{counted(found.n, 'answer', 'answers')}."
    kept = found.n - len(found.answers)
    return (
        words
        if not kept
        else f"{words} {'Each is' if kept == found.n else f'{kept} of them are'} kept by who wrote it."
    )


def _ledger(activity: Form, summary: FormSummary) -> list[Step]:
    if activity.ledger is None or summary.ledger is None:
        return []
    words = sentence(sums_in_words(activity.ledger, summary.ledger))
    return [Step(LEDGER, place="the sums", title=activity.ledger.label, words=words, picture=LEDGER, group=LEDGER)]
