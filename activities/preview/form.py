"""A form before the day: every field is filled in as its type asks."""

from datetime import timedelta

from activities.kinds.form import Form
from activities.kinds.form_fields import FieldType, FormField
from activities.kinds.form_response import FormResponse
from activities.preview import Hand, called, gives


@called.register
def _(activity: Form) -> str:
    return "a form"


@gives.register
def _(activity: Form, response: FormResponse, by: Hand) -> FormResponse:
    for field in activity.fields:
        response = response.clear(field.id)
        if field.choices:
            for option in by.in_order(field.choices, f"{activity.id} {field.id}")[: _many(field, by)]:
                response = response.choose(field, option)
        else:
            response = response.type_in(field, _typed(field, by), by.today)
    if activity.ledger is not None:
        cells = (("day", _day(by)), ("amount", str(by.chance.randint(1, 3))), ("what", by.line("visit")))
        for cell, typed in cells:
            response = response.type_row(activity.ledger, 0, cell, typed, by.today)
    return response


def _many(field: FormField, by: Hand) -> int:
    """How many of the options are chosen: one, or up to three where there may be more."""
    most = (field.most or 3) if field.type is FieldType.SOME_OF else 1
    return by.chance.randint(1, min(most, 3, len(field.choices)))


def _typed(field: FormField, by: Hand) -> str:
    """What is typed in a field: words, or what its type asks for."""
    match field.type:
        case FieldType.DATE:
            return _day(by)
        case FieldType.NUMBER:
            return str(by.chance.randint(1, 30))
        case FieldType.CODE:
            return f"P{by.number}"
        case FieldType.LINE:
            return by.line()
        case _:
            return by.words()


def _day(by: Hand) -> str:
    return (by.today + timedelta(weeks=by.chance.randint(1, 10))).isoformat()
