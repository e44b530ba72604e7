"""The fields of a form, and how what is typed or ticked in each of them is read."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from pydantic import Field, model_validator

from activities.kinds.pupil_codes import LooksLikeName, checked_code
from activities.model import ANSWER_LIMIT, Day, Definition, Frozen, Id, Label, Line, Passage, Written, YesNo
from activities.refusal import Refused, not_too_long
from activities.typed import quoted
from activities.typed_days import read_day, shown_day

T = TypeVar("T")

LINE_MOST = 200
"""The longest answer in one line, in characters."""

MOST_OPTIONS = 24
"""How many options a field offers at most."""

LEDGER = "ledger"
"""The id by which the table of amounts is known among the fields."""

LARGEST = Decimal(1_000_000_000)
"""Numbers stay below this, and above the same below zero."""

_NUMBER = re.compile(r"([-–−+]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.))(\.\d{1,6})?")


class FieldType(StrEnum):
    """What is asked for in a field."""

    WRITE = "write"
    LINE = "line"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    CODE = "code"


TYPED = frozenset({FieldType.WRITE, FieldType.LINE, FieldType.DATE, FieldType.NUMBER, FieldType.CODE})
"""The fields in which one types; in the others one chooses."""


class FormField(Definition):
    """One thing that is asked for.

    `options` are for one_of and some_of, of which at most `most` may be chosen; `unit` is what a number counts, `lines`
    how many lines of paper a longer text gets. With `required` a form is not finished without it; with `private` the room
    never sees it; with `first_page` it stands on the first page of its writer's handout.
    """

    id: Id
    type: FieldType
    label: Line
    hint: Passage | None = None
    required: YesNo = False
    private: YesNo = False
    first_page: YesNo = False
    options: tuple[Label, ...] = Field(default=(), max_length=MOST_OPTIONS)
    most: int | None = Field(default=None, ge=1, le=MOST_OPTIONS)
    unit: Label | None = None
    lines: int = Field(default=4, ge=1, le=30)

    @model_validator(mode="after")
    def _fits_its_type(self) -> "FormField":
        if self.id == LEDGER:
            raise ValueError(f"a field cannot have the id ‘{LEDGER}’: that is the table of amounts")
        chooses = self.type in (FieldType.ONE_OF, FieldType.SOME_OF)
        if chooses and len(self.options) < 2:
            raise ValueError(
                f"‘options’ of a field of the type {self.type.value} has {len(self.options)}: it needs at least 2"
            )
        if self.options and not chooses:
            raise ValueError(f"a field of the type {self.type.value} has no ‘options’: take them out")
        if self.unit and self.type is not FieldType.NUMBER:
            raise ValueError(f"a field of the type {self.type.value} has no ‘unit’: that is for numbers")
        if self.most is not None and self.type is not FieldType.SOME_OF:
            raise ValueError(f"a field of the type {self.type.value} has no ‘most’: that is for some_of")
        folded = [option.casefold() for option in self.options]
        if twice := next((one for at, one in enumerate(self.options) if one.casefold() in folded[:at]), None):
            raise ValueError(f"the option {quoted(twice)} is there more than once: take one out")
        return self

    @property
    def typed(self) -> bool:
        """Whether one types in it, rather than chooses."""
        return self.type in TYPED

    @property
    def choices(self) -> tuple[str, ...]:
        """What one chooses from."""
        return ("Yes", "No") if self.type is FieldType.YES_NO else self.options

    def with_unit(self, number: str) -> str:
        """A number with what it counts."""
        return f"{number} {self.unit}" if self.unit else number


class Answer(Frozen):
    """What stands in one field: what was `typed` or `chosen`, and the `day` or the `number` that was read from it.

    `insisted` says that a code was kept although it looks like a name.
    """

    typed: Written = ""
    chosen: tuple[str, ...] = Field(default=(), max_length=MOST_OPTIONS)
    day: Day | None = None
    number: Decimal | None = None
    insisted: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is there at all."""
        return not (self.typed.strip() or self.chosen)

    def fills(self, field: FormField) -> bool:
        """Whether it answers the field: a date that can be read, a number that can, something chosen, some text."""
        match field.type:
            case FieldType.DATE:
                return self.day is not None
            case FieldType.NUMBER:
                return self.number is not None
            case FieldType.YES_NO | FieldType.ONE_OF | FieldType.SOME_OF:
                return bool(self.chosen)
            case _:
                return bool(self.typed.strip())

    def told(self, field: FormField) -> str:
        """The answer in words: a day in full, a number with its unit, what was chosen with commas. Empty where none."""
        if not self.fills(field):
            return ""
        if self.day is not None:
            return shown_day(self.day)
        if self.number is not None:
            return field.with_unit(shown_number(self.number))
        return ", ".join(self.chosen) if self.chosen else self.typed.strip()


NOTHING = Answer()
"""What stands in a field that nobody has touched."""


def read_number(typed: str, unit: str | None = None) -> Decimal:
    """The number that was typed, exactly: `3`, `2.5`, `1,200`, `£40`, `3 days`. Raises Refused, saying how to write one."""
    words = " ".join(typed.split())
    if unit and words.casefold().endswith(unit.casefold()):
        words = words[: -len(unit)].rstrip()
    found = _NUMBER.fullmatch(words.removeprefix("£").removesuffix("%").strip())
    if not found:
        if re.fullmatch(r"\d+,\d+", words):
            raise Refused(f"Write decimals after a point: {words.replace(',', '.')}.")
        raise Refused(f"{quoted(words)} is not a number that can be read. Write it in figures, like 2.5.")
    sign = "-" if found[1] in ("-", "–", "−") else ""
    number = Decimal(f"{sign}{found[2].replace(',', '') or '0'}{found[3] or ''}")
    if abs(number) >= LARGEST:
        raise Refused("This number is too large: write it in larger units.")
    return number


def shown_number(number: Decimal) -> str:
    """A number in figures, without noughts that say nothing: 2.5, 5, 1,200."""
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def answer_of(field: FormField, typed: str, today: date, *, insist: bool = False) -> Answer:
    """What typing this into a field comes to; a date or a number that cannot be read is kept as it is typed.

    Raises Refused for more than the field can hold, and LooksLikeName for a code that may be a name.
    """
    if field.type is FieldType.WRITE:
        return Answer(typed=not_too_long(typed, ANSWER_LIMIT))
    line = not_too_long(" ".join(typed.splitlines()), LINE_MOST)
    match field.type:
        case FieldType.DATE:
            return Answer(typed=line, day=_unless_refused(lambda: read_day(line, today)))
        case FieldType.NUMBER:
            return Answer(typed=line, number=_unless_refused(lambda: read_number(line, field.unit)))
        case FieldType.CODE:
            return Answer(typed=checked_code(line, insist=insist), insisted=insist)
        case _:
            return Answer(typed=line)


def trouble(field: FormField, typed: str, today: date) -> str:
    """Why what is typed answers nothing yet, and what to do; empty where it does, or where nothing is typed."""
    if not typed.strip():
        return ""
    try:
        if field.type is FieldType.DATE:
            read_day(typed, today)
        elif field.type is FieldType.NUMBER:
            read_number(typed, field.unit)
        elif field.type is FieldType.CODE:
            checked_code(typed)
    except Refused as refused:
        return str(refused)
    return ""


def _unless_refused(read: Callable[[], T]) -> T | None:
    try:
        return read()
    except Refused:
        return None


__all__ = ["Answer", "FieldType", "FormField", "LooksLikeName", "answer_of", "read_number", "shown_number", "trouble"]
