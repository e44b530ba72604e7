"""What a person types at each kind of activity: few keys, and at least one text or choice that is found again."""

from functools import singledispatch

from activities.kinds.activity import Activity
from activities.kinds.card_sort import CardSort
from activities.kinds.checks import Checks
from activities.kinds.choice import Choice
from activities.kinds.dot_vote import DotVote
from activities.kinds.form import Form
from activities.kinds.form_fields import FieldType
from activities.kinds.grid import Grid
from activities.kinds.pathway import Pathway
from activities.kinds.ranking import Ranking

DOWN, TAB, ENTER, ESCAPE = "\x1b[B", "\t", "\r", "\x1b"


@singledispatch
def keys(activity: Activity, text: str) -> list[str]:
    """The keys, one after another. Where a turn begins with a line to write in, that is all there is to it."""
    return [*text]


@keys.register
def _(activity: CardSort, text: str) -> list[str]:
    return ["1", DOWN, "2", DOWN, "1"]


@keys.register
def _(activity: Choice, text: str) -> list[str]:
    return ["1"]


@keys.register
def _(activity: Checks, text: str) -> list[str]:
    return ["1", DOWN, "2"]


@keys.register
def _(activity: Ranking, text: str) -> list[str]:
    return [" ", DOWN, " "]


@keys.register
def _(activity: DotVote, text: str) -> list[str]:
    return [" ", DOWN, " "]


@keys.register
def _(activity: Pathway, text: str) -> list[str]:
    return ["2", TAB, *text]


@keys.register
def _(activity: Grid, text: str) -> list[str]:
    """In the first box: a text, or what stands first among what there is to choose."""
    match activity.columns[0].type:
        case "write":
            return [ENTER, *text, ESCAPE]
        case "tick":
            return [ENTER]
        case "date":
            return [ENTER, *"3 Feb", ESCAPE]
        case _:
            return [ENTER, "1", ESCAPE]


@keys.register
def _(activity: Form, text: str) -> list[str]:
    first = activity.fields[0]
    if first.choices:
        return ["1"]
    typed = {FieldType.DATE: "3 February", FieldType.NUMBER: "7", FieldType.CODE: "7B-03"}
    return [*typed.get(first.type, text)]
