"""What forms add up to, field by field, and the topics that people chose, without anybody's name but where they agree."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from activities.days import MONTHS
from activities.figures import quantile
from activities.kinds.activity import Summary
from activities.kinds.form_fields import Answer, FieldType, FormField, shown_number
from activities.kinds.ledger import Ledger
from activities.kinds.small_groups import Part, is_small
from activities.model import Frozen


class FormFieldSummary(Part):
    """How many filled one field, and by its type: the texts the room may see, counts, or the middle of the numbers.

    `counts` are by option, or by month (`2027-03`) for dates. The numbers' median and quartiles are by inclusive
    interpolation; None where there are none.
    """

    counted: ClassVar = ("n", "answers", "counts", "median", "q1", "q3")
    field: str
    n: int = 0
    answers: tuple[str, ...] = ()
    counts: Mapping[str, int] = Field(default_factory=dict)
    median: float | None = None
    q1: float | None = None
    q3: float | None = None


class LedgerSummary(Part):
    """The sums of `n` tables: their middle, and how many have `reached` the target."""

    counted: ClassVar = ("n", "reached", "median", "q1", "q3")
    n: int = 0
    reached: int = 0
    median: float | None = None
    q1: float | None = None
    q3: float | None = None


class TopicSummary(Frozen):
    """How many chose one topic, and the names of those of them who agreed that the room sees theirs."""

    topic: str
    n: int
    names: tuple[str, ...] = ()


class FormSummary(Summary):
    """The fields that the room may know of, in the definition's order; the topics, those that most chose first.

    `unnamed` of those who chose a topic did not agree to be named. `clusters_withheld` and `names_withheld` say why no
    topic, or no name, is shown.
    """

    kind: Literal["form"] = "form"
    fields: tuple[FormFieldSummary, ...]
    clusters: tuple[TopicSummary, ...] = ()
    unnamed: int = 0
    ledger: LedgerSummary | None = None
    clusters_withheld: str | None = None
    names_withheld: str | None = None

    @model_serializer(mode="wrap")
    def _null_is_not_none(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        found: dict[str, Any] = plain(self)
        return found if self.clusters_withheld is None else {**found, "clusters": None, "unnamed": None}


def count_field(field: FormField, answers: Sequence[Answer], texts: Sequence[str], *, seen: bool) -> FormFieldSummary:
    """What these answers add up to; `texts` are those of them that the room may see, `seen` whether their counts are."""
    filled = [answer for answer in answers if answer.fills(field)]
    found = FormFieldSummary(field=field.id, n=len(filled))
    if not seen or field.type is FieldType.CODE:
        return found
    if field.type is FieldType.DATE:
        months = Counter(f"{answer.day:%Y-%m}" for answer in filled if answer.day)
        return found.model_copy(update={"counts": dict(sorted(months.items()))})
    if field.type is FieldType.NUMBER:
        return found.model_copy(update=middle([answer.number for answer in filled if answer.number is not None]))
    if field.choices:
        chosen = Counter(option for answer in filled for option in answer.chosen)
        return found.model_copy(update={"counts": {option: chosen[option] for option in field.choices}})
    return found.model_copy(update={"answers": tuple(texts)})


def middle(numbers: Sequence[Decimal]) -> dict[str, float | None]:
    """The median and the quartiles of numbers."""
    values = [float(number) for number in numbers]
    return {name: quantile(values, share) for name, share in (("median", 0.5), ("q1", 0.25), ("q3", 0.75))}


def count_topics(
    topics: Sequence[str], chosen: Sequence[tuple[str, ...]], names: Sequence[str]
) -> tuple[TopicSummary, ...]:
    """Every topic that somebody chose, those that most did first; `names` are by person, empty where not agreed."""
    found = []
    for topic in topics:
        those = [name for mine, name in zip(chosen, names, strict=True) if topic in mine]
        if those:
            found.append(TopicSummary(topic=topic, n=len(those), names=tuple(sorted(filter(None, those)))))
    return tuple(sorted(found, key=lambda one: -one.n))


def names_withheld(unnamed: int, smallest: int) -> str | None:
    """Why nobody is named: beside many names, the few who are not named would be known by what is left over."""
    if not unnamed or not is_small(unnamed, smallest):
        return None
    return f"Names are not shown: fewer than {smallest} did not agree to be named, and could be told by what is left."


def month_in_words(month: str) -> str:
    """A month as it is counted by, in words: `2027-03` is March 2027."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {int(year)}"


def told_number(number: float | None) -> str:
    """A middle in figures."""
    return "–" if number is None else shown_number(Decimal(str(round(number, 2))))


def option_in_words(field: FormField, option: str) -> str:
    """What is counted, as people read it: an option, or a month."""
    return month_in_words(option) if field.type is FieldType.DATE else option


def named(names: Sequence[str]) -> str:
    """Names in brackets; nothing where there are none."""
    return f" ({', '.join(names)})" if names else ""


def field_in_words(field: FormField, found: FormFieldSummary) -> list[str]:
    """A field with what was filled in, line by line."""
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
