"""A form: fields to fill in, a table of dated amounts, and people matched by the topics they choose."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
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
    FormFieldSummary,
    FormSummary,
    LedgerSummary,
    count_field,
    count_topics,
    middle,
    names_withheld,
    option_in_words,
    told_number,
)
from activities.kinds.form_fields import LEDGER, NOTHING, Answer, FieldType, FormField, answer_of
from activities.kinds.ledger import MOST_ENTRIES, Entry, Ledger, total, write_cell
from activities.kinds.matching import Matching, Sizes, sizes_of, topics_in, topics_of
from activities.kinds.small_groups import mixed, withheld
from activities.refusal import Refused

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

    @field_validator("fields")
    @classmethod
    def _told_apart(cls, fields: tuple[FormField, ...]) -> tuple[FormField, ...]:
        repeated = [field for field, count in Counter(field.id for field in fields).items() if count > 1]
        if repeated:
            raise ValueError(f"the id ‘{repeated[0]}’ is used more than once")
        return fields

    @field_validator("match")
    @classmethod
    def _matches_by_fields(cls, match: Matching | None, info: ValidationInfo) -> Matching | None:
        fields: Sequence[FormField] | None = info.data.get("fields")
        if match is None or fields is None:
            return match
        types = {field.id: field.type for field in fields}
        chosen = (FieldType.SOME_OF, FieldType.ONE_OF)
        for named, wanted in ((match.by, chosen), (match.name, (FieldType.LINE,)), (match.show, (FieldType.YES_NO,))):
            if named is not None and types.get(named) not in wanted:
                fitting = [field.id for field in fields if field.type in wanted]
                kinds = " or ".join(kind.value for kind in wanted)
                known = f"there is ‘{'’, ‘'.join(fitting)}’" if fitting else "there is none, so add one"
                raise ValueError(f"‘match’ names ‘{named}’, which is no field of the type {kinds}: {known}")
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


class FormResponse(Response):
    """What stands in each field, by the field's id, and the rows of the table."""

    kind: Literal["form"] = "form"
    answers: Mapping[str, Answer] = Field(default_factory=dict)
    entries: tuple[Entry, ...] = Field(default=(), max_length=MOST_ENTRIES)

    @property
    def begun(self) -> bool:
        """Whether anything is filled in."""
        return bool(self.entries) or any(not answer.empty for answer in self.answers.values())

    def answer(self, field: str) -> Answer:
        """What stands in a field."""
        return self.answers.get(field, NOTHING)

    def _put(self, field: str, answer: Answer) -> "FormResponse":
        others = {one: kept for one, kept in self.answers.items() if one != field}
        return self.model_copy(update={"answers": others if answer.empty else {**others, field: answer}})

    def type_in(self, field: FormField, typed: str, today: date, *, insist: bool = False) -> "FormResponse":
        """This is typed in a field. One may `insist` on a code; once insisted on it is not asked about again.

        Raises Refused for more than the field can hold, and LooksLikeName for a code that may be a name.
        """
        insist = insist or self.answer(field.id).insisted
        return self._put(field.id, answer_of(field, typed, today, insist=insist))

    def clear(self, field: str) -> "FormResponse":
        """Nothing stands in a field."""
        return self._put(field, NOTHING)

    def choose(self, field: FormField, option: str) -> "FormResponse":
        """This option is chosen; said again, it is not. Of one or yes and no, it takes the place of another.

        Raises Refused where as many are chosen as may be, and KeyError for what is no option.
        """
        if option not in field.choices:
            raise KeyError(option)
        before = self.answer(field.id).chosen
        if option in before:
            return self._put(field.id, Answer(chosen=tuple(one for one in before if one != option)))
        if field.type is not FieldType.SOME_OF:
            return self._put(field.id, Answer(chosen=(option,)))
        if field.most is not None and len(before) >= field.most:
            raise Refused(f"At most {field.most} can be chosen here: take one back first.")
        return self._put(field.id, Answer(chosen=tuple(one for one in field.choices if one in (*before, option))))

    def type_row(self, ledger: Ledger, row: int, cell: str, typed: str, today: date) -> "FormResponse":
        """This is typed in a cell of the table. Raises Refused for too much."""
        entries = write_cell(self.entries, row, cell, typed, today, ledger.of)
        return self.model_copy(update={"entries": entries})

    def strike(self, row: int) -> "FormResponse":
        """The table without a row."""
        return self.model_copy(update={"entries": (*self.entries[:row], *self.entries[row + 1 :])})

    @property
    def counts(self) -> bool:
        """Whether a row of the table is in its sum."""
        return any(entry.counts for entry in self.entries)


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
    told = [Offer(heading=one.label, text=text) for one in activity.fields if (text := response.answer(one.id).told(one))]
    if activity.ledger and response.counts:
        told.append(Offer(heading=activity.ledger.label, text=activity.ledger.against(total(response.entries))))
    return tuple(told)


@first_page.register
def _(activity: Form, response: FormResponse) -> tuple[Offer, ...]:
    fields = (one for one in activity.fields if one.first_page)
    return tuple(Offer(heading=one.label, text=text) for one in fields if (text := response.answer(one.id).told(one)))


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


def _topics(activity: Form, responses: Sequence[FormResponse]) -> tuple[tuple, int]:  # type: ignore[type-arg]
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
    found = frozenset(
        one.id for one in fields if before.answer(one.id).told(one) != after.answer(one.id).told(one)
    )
    return found | {LEDGER} if total(before.entries) != total(after.entries) else found


@in_words.register
def _(activity: Form, summary: FormSummary) -> tuple[str, ...]:
    lines: list[str] = []
    told = {one.id for one in activity.told}
    for field, found in zip(activity.fields, summary.fields, strict=True):
        if field.id in told:
            lines += _field_in_words(field, found)
    if activity.ledger and summary.ledger:
        lines += [activity.ledger.label, f"  {sums_in_words(activity.ledger, summary.ledger)}"]
    if activity.match:
        lines += ["Topics", *(f"  {one.topic}: {one.n}{_named(one.names)}" for one in summary.clusters)]
        lines += [f"  {why}" for why in (summary.clusters_withheld, summary.names_withheld) if why]
    return tuple(lines)


def _named(names: Sequence[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def _field_in_words(field: FormField, found: FormFieldSummary) -> list[str]:
    if found.withheld:
        return [field.label, f"  {found.withheld}"]
    counts = [f"  {option_in_words(field, option)}: {count}" for option, count in found.counts.items()]
    texts = [f"  - {' '.join(text.split())}" for text in found.answers]
    number = [f"  {middle_in_words(field, found)}"] if field.type is FieldType.NUMBER else []
    return [f"{field.label} ({found.n})", *counts, *number, *texts]


def middle_in_words(field: FormField, found: FormFieldSummary) -> str:
    """The middle of the numbers: `middle 3 days, half of them from 2 to 4 days`."""
    if found.median is None:
        return "nobody has filled this"
    low, high = told_number(found.q1), told_number(found.q3)
    middle = f"middle {field.with_unit(told_number(found.median))}"
    return middle if low == high else f"{middle}, half of them from {low} to {field.with_unit(high)}"


def sums_in_words(ledger: Ledger, found: LedgerSummary) -> str:
    """How many have a table, and how many reached the target."""
    if found.withheld:
        return found.withheld
    if not found.n:
        return "nobody has filled this"
    middle = f"{told_number(found.median)} {ledger.of}"
    return f"{found.n} filled this, {found.reached} reached {told_number(float(ledger.target))} {ledger.of}; middle {middle}"
