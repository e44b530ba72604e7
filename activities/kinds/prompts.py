"""Prompts: short written answers to a few questions."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from pydantic import Field, field_validator

from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Words,
    answered,
    blank,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    without,
    words,
)
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.small_groups import withheld
from activities.kinds.writing import (
    WrittenField,
    WrittenResponse,
    WrittenSummary,
    fields_in_words,
    filled_fields,
    rewritten,
    show_fields,
    summarise_fields,
    unwritten,
    written_offers,
    written_progress,
    written_something,
    written_words,
)
from activities.model import Line
from activities.told_apart import told_apart


class Prompt(WrittenField):
    """One question to answer in writing."""

    prompt: Line


class Prompts(Activity):
    """The questions, in order."""

    kind: Literal["prompts"] = "prompts"
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=12)

    _told_apart = field_validator("prompts")(told_apart)


class PromptsResponse(WrittenResponse):
    """The answer to each prompt."""

    kind: Literal["prompts"] = "prompts"


class PromptsSummary(WrittenSummary):
    """The answers to each prompt."""

    kind: Literal["prompts"] = "prompts"


@effort.register
def _(activity: Prompts) -> Effort:
    read = words_in(activity, *(text for one in activity.prompts for text in (one.prompt, one.hint)))
    return Effort(read=read, lines=sum(one.lines for one in activity.prompts))


@blank.register
def _(activity: Prompts) -> PromptsResponse:
    return PromptsResponse()


@progress.register
def _(activity: Prompts, response: PromptsResponse) -> Progress:
    return written_progress(activity.prompts, response)


@offers.register
def _(activity: Prompts, response: PromptsResponse) -> tuple[Offer, ...]:
    return written_offers({prompt.id: prompt.prompt for prompt in activity.prompts}, response)


@words.register
def _(activity: Prompts, response: PromptsResponse) -> tuple[Words, ...]:
    return written_words({prompt.id: prompt.prompt for prompt in activity.prompts}, response)


@without.register
def _(activity: Prompts, response: PromptsResponse, fields: Collection[str]) -> WrittenResponse:
    return unwritten(response, fields)


@summarise.register
def _(activity: Prompts, responses: Sequence[PromptsResponse], round_number: int = 1) -> PromptsSummary:
    begun = written_something(responses)
    return PromptsSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        fields=summarise_fields(activity, activity.prompts, begun),
    )


@shown.register
def _(
    activity: Prompts,
    summary: PromptsSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> PromptsSummary:
    rule = withheld(summary, smallest, expected, apart)
    return summary.model_copy(update={"fields": show_fields(summary.fields, rule), "withheld": rule.whole})


@answered.register
def _(activity: Prompts, response: PromptsResponse) -> frozenset[str]:
    return filled_fields(activity.prompts, response)


@moved.register
def _(activity: Prompts, before: PromptsResponse, after: PromptsResponse) -> frozenset[str]:
    return rewritten(activity.prompts, before, after)


@in_words.register
def _(activity: Prompts, summary: PromptsSummary) -> tuple[str, ...]:
    return fields_in_words({one.id: one.prompt for one in activity.prompts}, summary)
