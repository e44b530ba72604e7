"""Written answers to a row of fields: what prompts and sentence stems have in common."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from pydantic import Field

from activities.kinds.activity import Activity, Offer, Progress, Response, Summary, Words
from activities.kinds.small_groups import Part, Withheld, mixed
from activities.model import ANSWER_LIMIT, Definition, Id, Line, Passage, Written
from activities.refusal import not_too_long

THEIRS_ALONE = "What they wrote is theirs alone."
"""Said of answers that nobody else is to see."""


class WrittenField(Definition):
    """One thing to write: `hint` helps who is stuck, `lines` is how many writing lines it gets on paper."""

    id: Id
    hint: Passage | None = None
    lines: int = Field(default=4, ge=1, le=30)


class WrittenResponse(Response):
    """The text in each field, as typed, by the field's id."""

    answers: Mapping[str, Written] = Field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether any field is filled."""
        return any(self.filled(field) for field in self.answers)

    def answer(self, field: str) -> str:
        """What is written in a field; empty where nothing is yet."""
        return self.answers.get(field, "")

    def write(self, field: str, text: str) -> "WrittenResponse":
        """The field now says this. Raises Refused for more than an answer can have."""
        return self.model_copy(update={"answers": {**self.answers, field: not_too_long(text, ANSWER_LIMIT)}})

    def filled(self, field: str) -> bool:
        """Whether there is more than white space in a field."""
        return bool(self.answer(field).strip())


class FieldSummary(Part):
    """How many wrote in one field, and without names the `answers` of those whose words the room may see."""

    counted: ClassVar = ("n", "answers")
    field: str
    n: int = 0
    answers: tuple[str, ...] = ()


class WrittenSummary(Summary):
    """The fields in the definition's order."""

    fields: tuple[FieldSummary, ...]


def written_progress(fields: Sequence[WrittenField], response: WrittenResponse) -> Progress:
    """How many of the fields have something in them."""
    return Progress(done=sum(response.filled(field.id) for field in fields), of=len(fields))


def written_offers(headings: Mapping[str, Line], response: WrittenResponse) -> tuple[Offer, ...]:
    """Every filled field under its heading."""
    return tuple(
        Offer(heading=heading, text=response.answer(field).strip())
        for field, heading in headings.items()
        if response.filled(field)
    )


def written_words(headings: Mapping[str, str], response: WrittenResponse) -> tuple[Words, ...]:
    """The text in every filled field, under its heading."""
    return tuple(
        Words(field=field, heading=heading, text=response.answer(field).strip())
        for field, heading in headings.items()
        if response.filled(field)
    )


def unwritten(response: WrittenResponse, fields: Collection[str]) -> WrittenResponse:
    """The response with nothing in these fields."""
    kept = {field: text for field, text in response.answers.items() if field not in fields}
    return response.model_copy(update={"answers": kept})


def summarise_fields(
    activity: Activity, fields: Sequence[WrittenField], responses: Sequence[WrittenResponse]
) -> tuple[FieldSummary, ...]:
    """How many wrote in each field, and the answers that the room may see, with white space at their ends dropped."""
    return tuple(_summarise_field(activity, field.id, responses) for field in fields)


def _summarise_field(activity: Activity, field: str, responses: Sequence[WrittenResponse]) -> FieldSummary:
    filled = [response for response in responses if response.filled(field)]
    answers = tuple(one.answer(field).strip() for one in filled if activity.shows(one, field))
    return FieldSummary(field=field, n=len(filled), answers=answers)


def written_something(responses: Sequence[WrittenResponse]) -> list[WrittenResponse]:
    """Those responses in which any field is filled."""
    return [response for response in responses if response.begun]


def show_fields(fields: Sequence[FieldSummary], rule: Withheld) -> tuple[FieldSummary, ...]:
    """The answers that may be seen, mixed."""
    return tuple(
        field.model_copy(update={"answers": mixed(field.answers, field.field)}).hold_back(
            rule.why(field.field, field.n)
        )
        for field in fields
    )


def kept_back(field: FieldSummary) -> str:
    """Whose words are not among the answers because of who is to see them; nothing where all are there."""
    if field.withheld or len(field.answers) >= field.n:
        return ""
    offered = len(field.answers)
    if not offered:
        return THEIRS_ALONE
    return f"{offered} {'offers theirs' if offered == 1 else 'offer theirs'} to the room. The others keep theirs."


def filled_fields(fields: Sequence[WrittenField], response: WrittenResponse) -> frozenset[str]:
    """The fields with something in them."""
    return frozenset(field.id for field in fields if response.filled(field.id))


def rewritten(fields: Sequence[WrittenField], before: WrittenResponse, after: WrittenResponse) -> frozenset[str]:
    """The fields that say something else now, white space at their ends aside."""
    return frozenset(field.id for field in fields if before.answer(field.id).strip() != after.answer(field.id).strip())


def fields_in_words(headings: Mapping[str, str], summary: WrittenSummary) -> tuple[str, ...]:
    """Each heading with the answers under it."""
    lines: list[str] = []
    for field in summary.fields:
        if field.withheld:
            lines += [headings[field.field], f"  {field.withheld}"]
            continue
        kept = kept_back(field)
        lines += [
            f"{headings[field.field]} ({field.n})",
            *([f"  {kept}"] if kept else []),
            *(f"  - {' '.join(text.split())}" for text in field.answers),
        ]
    return tuple(lines)
