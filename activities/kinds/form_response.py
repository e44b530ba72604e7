"""What somebody filled into a form."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from activities.kinds.activity import Response
from activities.kinds.form_fields import NOTHING, Answer, FieldType, FormField, answer_of
from activities.kinds.ledger import MOST_ENTRIES, Entry, Ledger, write_cell
from activities.refusal import Refused


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

    @property
    def counts(self) -> bool:
        """Whether a row of the table is in its sum."""
        return any(entry.counts for entry in self.entries)
