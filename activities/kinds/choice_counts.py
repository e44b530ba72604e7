"""What choices add up to: how many chose what, and why, as far as that tells nothing of who."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from activities.kinds.activity import Summary
from activities.kinds.small_groups import Part, Withheld, is_small, mixed
from activities.kinds.writing import FieldSummary

if TYPE_CHECKING:
    from activities.kinds.choice import Choice, ChoiceResponse

REASON = "reason"
"""What the field of a reason ends in, after its option's id and a full stop."""

REASONS_NOT_BESIDE = "Reasons are not set beside another round: it could tell who wrote which."

FEW_REASONS = "Fewer than {smallest} gave any other reason. It is not shown: it could tell who they are."


@dataclass(frozen=True)
class Asked:
    """Something that is asked in writing: the id of its field, in which words, with what help, on so many lines."""

    field: str
    words: str
    hint: str
    lines: int


class OptionSummary(Part):
    """How many chose an option, and the `reasons` of those whose words the room may see; `wrote` gave one.

    Where few gave a reason for it theirs stand among the other reasons, or nowhere, and `wrote` is None.
    """

    counted: ClassVar = ("n", "reasons", "wrote")
    option: str
    n: int = 0
    reasons: tuple[str, ...] = ()
    wrote: int | None = None


class ChoiceSummary(Summary):
    """The options in the definition's order, and what was `asked` of those who chose one of them.

    `other_reasons` are those for options for which few gave one, without what they are for; `reasons_withheld` says why
    they are not shown.
    """

    kind: Literal["choice"] = "choice"
    options: tuple[OptionSummary, ...]
    asked: tuple[FieldSummary, ...] = ()
    other_reasons: tuple[str, ...] = ()
    reasons_withheld: str | None = None

    @model_serializer(mode="wrap")
    def _null_is_not_none(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        found: dict[str, Any] = plain(self)
        return found if self.reasons_withheld is None else {**found, "other_reasons": None}


def count_option(activity: "Choice", option: str, responses: Sequence["ChoiceResponse"]) -> OptionSummary:
    """How many chose this option, and every reason that the room may see."""
    chose = [response for response in responses if option in response.chosen]
    field = f"{option}.{REASON}"
    wrote = [response for response in chose if response.filled(field)] if activity.reason else []
    reasons = tuple(one.answer(field).strip() for one in wrote if activity.shows(one, field))
    return OptionSummary(option=option, n=len(chose), reasons=reasons, wrote=len(wrote))


def summarise_asked(
    activity: "Choice", asked: Sequence[tuple[str, Asked]], responses: Sequence["ChoiceResponse"]
) -> tuple[FieldSummary, ...]:
    """The answers to what single options ask, by those who chose them."""
    return tuple(
        _summarise(activity, one.field, [response for response in responses if option in response.chosen])
        for option, one in asked
        if one.field != f"{option}.{REASON}"
    )


def _summarise(activity: "Choice", field: str, chose: Sequence["ChoiceResponse"]) -> FieldSummary:
    filled = [response for response in chose if response.filled(field)]
    answers = tuple(one.answer(field).strip() for one in filled if activity.shows(one, field))
    return FieldSummary(field=field, n=len(filled), answers=answers)


def show_reasons(summary: ChoiceSummary, rule: Withheld, *, asked: bool, beside: bool) -> ChoiceSummary:
    """The reasons as they may be seen: under an option where enough gave one for it, else among the other reasons.

    A reason under an option says what its writer chose, which their words alone may not. `asked` tells whether the room
    may see any. `beside` another round there are none: by their words one could tell who came or went between the two.
    """
    if beside or rule.whole or not asked:
        why = (rule.whole or REASONS_NOT_BESIDE) if asked else None
        bare = tuple(one.model_copy(update={"reasons": (), "wrote": None}) for one in summary.options)
        return summary.model_copy(update={"options": bare, "other_reasons": (), "reasons_withheld": why})
    few = [one for one in summary.options if is_small(one.wrote or 0, rule.smallest)]
    options = tuple(
        one.model_copy(update={"reasons": (), "wrote": None})
        if one in few
        else one.model_copy(update={"reasons": mixed(one.reasons, one.option)})
        for one in summary.options
    )
    changed: dict[str, object] = {"options": options}
    if few and is_small(sum(one.wrote or 0 for one in few), rule.smallest):
        changed["reasons_withheld"] = FEW_REASONS.format(smallest=rule.smallest)
    elif few:
        changed["other_reasons"] = mixed(tuple(text for one in few for text in one.reasons), "other reasons")
    return summary.model_copy(update=changed)
