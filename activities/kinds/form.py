"""A form: fields to fill in, a table of dated amounts, and people matched by the topics they choose."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

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
from activities.kinds.audience import Audience
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.form_counts import (
    FormSummary,
    LedgerSummary,
    TopicSummary,
    count_field,
    count_topics,
    field_in_words,
    middle,
    named,
    names_withheld,
    sums_in_words,
)
from activities.kinds.form_fields import LEDGER, FieldType, FormField
from activities.kinds.form_response import FormResponse
from activities.kinds.ledger import Ledger, total
from activities.kinds.matching import Matching, Sizes, as_matching, sizes_of, topics_in, topics_of
from activities.kinds.small_groups import mixed, withheld
from activities.kinds.traces import Part, Trace, leaves_traces, traces
from activities.model import Id
from activities.told_apart import told_apart

MOST_FIELDS = 30
"""How many fields a form has at most."""

ROW_DECISIONS = 3
"""Decisions that a row of a table of amounts asks for. An estimate."""

YES = "Yes"


class Form(Activity):
    """The fields, in order; the table, if there is one; and by which field people are matched, if they are."""

    kind: Literal["form"] = "form"
    fields: tuple[FormField, ...] = Field(min_length=1, max_length=MOST_FIELDS)
    ledger: Ledger | None = None
    match: Matching | None = None

    _told_apart = field_validator("fields")(told_apart)

    @field_validator("match", mode="before", json_schema_input_type=Id | Matching)
    @classmethod
    def _by_alone(cls, match: object) -> object:
        return as_matching(match)

    @field_validator("match")
    @classmethod
    def _matches_by_fields(cls, match: Matching | None, info: ValidationInfo) -> Matching | None:
        fields: Sequence[FormField] | None = info.data.get("fields")
        if match is None or fields is None:
            return match
        types = {field.id: field.type for field in fields if not (field.private and field.id == match.by)}
        chosen = (FieldType.SOME_OF, FieldType.ONE_OF)
        for one, wanted in ((match.by, chosen), (match.name, (FieldType.LINE,)), (match.show, (FieldType.YES_NO,))):
            if one is not None and types.get(one) not in wanted:
                fitting = [field.id for field in fields if field.type in wanted]
                kinds = " or ".join(kind.value for kind in wanted)
                known = f"there is ‘{'’, ‘'.join(fitting)}’" if fitting else "there is none, so add one"
                raise ValueError(f"‘match’ names ‘{one}’, which is no field of the type {kinds}: {known}")
        return match

    def field(self, field: str) -> FormField:
        """The field with this id. Raises KeyError."""
        for one in self.fields:
            if one.id == field:
                return one
        raise KeyError(field)

    @property
    def matched_by(self) -> frozenset[str]:
        """The fields that only say how one is called, and whether the room may see it."""
        return frozenset(one for one in (self.match.name, self.match.show) if one) if self.match else frozenset()

    @property
    def told(self) -> tuple[FormField, ...]:
        """The fields of which the room comes to know anything."""
        return tuple(
            one
            for one in self.fields
            if not one.private and one.type is not FieldType.CODE and one.id not in self.matched_by
        )

    def shows(self, response: Response, field: str) -> bool:
        """As for every kind; but never a code or what is private, and a name where its bearer agrees, and only there."""
        assert isinstance(response, FormResponse)
        if self.match and field == self.match.name:
            return YES in response.answer(self.match.show or "").chosen
        return field in {one.id for one in self.told} and super().shows(response, field)


@topics_of.register
def _(activity: Form) -> tuple[str, ...]:
    return activity.field(activity.match.by).options if activity.match else ()


@topics_in.register
def _(activity: Form, response: FormResponse) -> tuple[str, ...]:
    return response.answer(activity.match.by).chosen if activity.match else ()


@sizes_of.register
def _(activity: Form) -> Sizes | None:
    return activity.match.sizes if activity.match else None


@effort.register
def _(activity: Form) -> Effort:
    read = words_in(activity, *(text for one in activity.fields for text in (one.label, one.hint, *one.options)))
    long = [one for one in activity.fields if one.type is FieldType.WRITE]
    short = len(activity.fields) - len(long) + (ROW_DECISIONS if activity.ledger else 0)
    return Effort(read=read, decisions=short, lines=sum(one.lines for one in long))


@who_sees.register
def _(activity: Form) -> str:
    said = {
        Audience.ROOM: "The room sees this without your name.",
        Audience.OFFERED: "The room sees counts. Only you see what you write. F7 offers it to the room.",
        Audience.OWN: "The room sees counts. Only you see what you write.",
    }[activity.audience]
    return f"{said} The facilitator sees it with your name." if activity.match else said


@blank.register
def _(activity: Form) -> FormResponse:
    return FormResponse()


@progress.register
def _(activity: Form, response: FormResponse) -> Progress:
    filled = sum(response.answer(one.id).fills(one) for one in activity.fields)
    return Progress(
        done=filled + bool(activity.ledger and response.counts), of=len(activity.fields) + bool(activity.ledger)
    )


def missing(activity: Form, response: FormResponse) -> tuple[FormField, ...]:
    """The fields that a form is not finished without and that are not filled."""
    return tuple(one for one in activity.fields if one.required and not response.answer(one.id).fills(one))


@offers.register
def _(activity: Form, response: FormResponse) -> tuple[Offer, ...]:
    told = [
        Offer(heading=one.label, text=text) for one in activity.fields if (text := response.answer(one.id).told(one))
    ]
    if activity.ledger and response.counts:
        told.append(Offer(heading=activity.ledger.label, text=activity.ledger.against(total(response.entries))))
    return tuple(told)


@first_page.register
def _(activity: Form, response: FormResponse) -> tuple[Offer, ...]:
    fields = (one for one in activity.fields if one.first_page)
    return tuple(Offer(heading=one.label, text=text) for one in fields if (text := response.answer(one.id).told(one)))


@leaves_traces.register
def _(activity: Form) -> bool:
    return any(one.first_page for one in activity.told)


@traces.register
def _(activity: Form, response: FormResponse) -> tuple[Trace, ...]:
    """What its writer takes home on the first page."""
    return tuple(
        Trace(
            part=Part.PLAN,
            field=one.id,
            heading=one.label,
            text="" if response.answer(one.id).day else text,
            day=response.answer(one.id).day,
            ahead=one.type is FieldType.DATE,
        )
        for one in activity.fields
        if one.first_page and (text := response.answer(one.id).told(one))
    )


@words.register
def _(activity: Form, response: FormResponse) -> tuple[Words, ...]:
    name = activity.match.name if activity.match else None
    texts = [one for one in activity.told if one.type in (FieldType.WRITE, FieldType.LINE)]
    texts += [one for one in activity.fields if one.id == name]
    return tuple(
        Words(field=one.id, heading=one.label, text=response.answer(one.id).typed.strip())
        for one in texts
        if response.answer(one.id).fills(one)
    )


@without.register
def _(activity: Form, response: FormResponse, fields: Collection[str]) -> FormResponse:
    for field in fields:
        response = response.clear(field)
    return response


@summarise.register
def _(activity: Form, responses: Sequence[FormResponse], round_number: int = 1) -> FormSummary:
    begun = [response for response in responses if response.begun]
    told = {one.id for one in activity.told}
    topics, unnamed = _topics(activity, begun)
    return FormSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        fields=tuple(
            count_field(one, [each.answer(one.id) for each in begun], _texts(activity, one, begun), seen=one.id in told)
            for one in activity.fields
        ),
        clusters=topics,
        unnamed=unnamed,
        ledger=_sums(activity.ledger, begun) if activity.ledger else None,
    )


def _texts(activity: Form, field: FormField, responses: Sequence[FormResponse]) -> list[str]:
    answers = [(one, one.answer(field.id)) for one in responses if activity.shows(one, field.id)]
    return [answer.typed.strip() for _, answer in answers if answer.fills(field)]


def _topics(activity: Form, responses: Sequence[FormResponse]) -> tuple[tuple[TopicSummary, ...], int]:
    if activity.match is None:
        return (), 0
    chose = [(topics, _name(activity, one)) for one in responses if (topics := topics_in(activity, one))]
    found = count_topics(topics_of(activity), [topics for topics, _ in chose], [name for _, name in chose])
    return found, sum(not name for _, name in chose)


def _name(activity: Form, response: FormResponse) -> str:
    """The name that somebody agreed to have shown; empty for all others."""
    name = activity.match.name if activity.match else None
    return response.answer(name).typed.strip() if name and activity.shows(response, name) else ""


def _sums(ledger: Ledger, responses: Sequence[FormResponse]) -> LedgerSummary:
    sums = [total(one.entries) for one in responses if one.counts]
    return LedgerSummary(n=len(sums), reached=sum(one >= ledger.target for one in sums)).model_copy(update=middle(sums))


@shown.register
def _(
    activity: Form,
    summary: FormSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> FormSummary:
    rule = withheld(summary, smallest, expected, apart)
    fields = tuple(
        one.model_copy(update={"answers": mixed(one.answers, one.field)}).hold_back(rule.why(one.field, one.n))
        for one in summary.fields
    )
    changed: dict[str, object] = {"fields": fields, "withheld": rule.whole}
    if summary.ledger is not None:
        changed["ledger"] = summary.ledger.hold_back(rule.why(LEDGER, summary.ledger.n))
    if activity.match is not None:
        by = next(one for one in fields if one.field == activity.match.by)
        changed |= _shown_topics(summary, by.withheld, rule.smallest)
    return summary.model_copy(update=changed)


def _shown_topics(summary: FormSummary, why: str | None, smallest: int) -> dict[str, object]:
    if why := summary.clusters_withheld or why:
        return {"clusters": (), "unnamed": 0, "clusters_withheld": why}
    hidden = summary.names_withheld or names_withheld(summary.unnamed, smallest)
    if hidden is None or not any(topic.names for topic in summary.clusters):
        return {}
    bare = tuple(topic.model_copy(update={"names": ()}) for topic in summary.clusters)
    return {"clusters": bare, "unnamed": 0, "names_withheld": hidden}


@answered.register
def _(activity: Form, response: FormResponse) -> frozenset[str]:
    filled = frozenset(one.id for one in activity.fields if response.answer(one.id).fills(one))
    return filled | {LEDGER} if activity.ledger and response.counts else filled


@moved.register
def _(activity: Form, before: FormResponse, after: FormResponse) -> frozenset[str]:
    fields = (one for one in activity.fields)
    found = frozenset(one.id for one in fields if before.answer(one.id).told(one) != after.answer(one.id).told(one))
    return found | {LEDGER} if total(before.entries) != total(after.entries) else found


@in_words.register
def _(activity: Form, summary: FormSummary) -> tuple[str, ...]:
    lines: list[str] = []
    told = {one.id for one in activity.told}
    for field, found in zip(activity.fields, summary.fields, strict=True):
        if field.id in told:
            lines += field_in_words(field, found)
    if activity.ledger and summary.ledger:
        lines += [activity.ledger.label, f"  {sums_in_words(activity.ledger, summary.ledger)}"]
    if activity.match:
        lines += ["Topics", *(f"  {one.topic}: {one.n}{named(one.names)}" for one in summary.clusters)]
        lines += [f"  {why}" for why in (summary.clusters_withheld, summary.names_withheld) if why]
    return tuple(lines)
