"""A choice: one or several of a few options, each with what it means, and why."""

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
    led_to,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
    without,
    words,
)
from activities.kinds.audience import COUNTED, Audience
from activities.kinds.choice_counts import (
    REASON,
    Asked,
    ChoiceSummary,
    OptionSummary,
    count_option,
    show_reasons,
    summarise_asked,
)
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.pick import HowMany, Pick, as_pick
from activities.kinds.prompts import Prompt
from activities.kinds.small_groups import withheld
from activities.kinds.writing import show_fields
from activities.model import ANSWER_LIMIT, Definition, Id, Label, Line, Passage, Written, YesNo
from activities.refusal import Refused, not_too_long
from activities.told_apart import told_apart

MOST_OPTIONS = 12
"""The most options that one choice has: more are not weighed but skimmed."""

REASON_LINES = 2
"""Lines that one writes of a reason. An estimate, and how many there are on paper."""


class Option(Definition):
    """One thing to choose. `ask` is asked only of those who choose it; `then` is the activity that it leads to."""

    id: Id
    label: Label
    text: Passage | None = None
    ask: tuple[Prompt, ...] = Field(default=(), max_length=6)
    then: Id | None = None

    @field_validator("ask")
    @classmethod
    def _told_apart(cls, asked: tuple[Prompt, ...]) -> tuple[Prompt, ...]:
        told_apart(asked)
        if any(prompt.id == REASON for prompt in asked):
            raise ValueError(f"a question cannot have the id ‘{REASON}’: that is for why somebody chose it")
        return asked


class Choice(Activity):
    """The options, how many of them to choose, and whether to ask why.

    With `first_page`, what was chosen stands on the first page of its writer's handout.
    """

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...] = Field(min_length=2, max_length=MOST_OPTIONS)
    pick: Pick = Pick()
    reason: YesNo = False
    ask_reason: Line = "Why?"
    first_page: YesNo = False

    _options_told_apart = field_validator("options")(told_apart)

    @field_validator("pick", mode="before", json_schema_input_type=HowMany | Pick)
    @classmethod
    def _a_number_or_two(cls, value: object) -> object:
        return as_pick(value)

    @field_validator("pick")
    @classmethod
    def _enough_to_choose_from(cls, pick: Pick, info: ValidationInfo) -> Pick:
        options = info.data.get("options")
        if options is not None and pick.most > len(options):
            raise ValueError(f"‘pick’ asks for {pick.most} of {len(options)} options: ask for fewer, or add options")
        return pick

    @property
    def leads_to(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """The activities that its options lead to."""
        return tuple((("options", i, "then"), one.then) for i, one in enumerate(self.options) if one.then)

    def option(self, id: str) -> Option:
        """The option with this id. Raises Refused where there is none."""
        found = next((option for option in self.options if option.id == id), None)
        if found is None:
            raise Refused("This option is not there any more. Choose another.")
        return found

    def asked_of(self, option: Option) -> tuple[Asked, ...]:
        """What is asked of those who choose an option: why, and what this option alone brings."""
        why = (Asked(f"{option.id}.{REASON}", self.ask_reason, "", REASON_LINES),) if self.reason else ()
        brings = tuple(Asked(f"{option.id}.{one.id}", one.prompt, one.hint or "", one.lines) for one in option.ask)
        return (*why, *brings)

    @property
    def asked(self) -> tuple[tuple[Option, Asked], ...]:
        """All that is asked, option by option."""
        return tuple((option, one) for option in self.options for one in self.asked_of(option))


class ChoiceResponse(Response):
    """The ids of the `chosen` options in the definition's order, and what was written to which field.

    What was written of an option stays when it is no longer chosen, and is told to nobody until it is again.
    """

    kind: Literal["choice"] = "choice"
    chosen: tuple[str, ...] = Field(default=(), max_length=MOST_OPTIONS)
    answers: Mapping[str, Written] = Field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.chosen)

    def choose(self, definition: Choice, option: str) -> "ChoiceResponse":
        """The option is chosen, in place of another where one may be; chosen already, it is not any more.

        Raises Refused where as many as may be are chosen, and for an option that is not there.
        """
        wanted = definition.option(option).id
        if wanted in self.chosen:
            return self._with(definition, [one for one in self.chosen if one != wanted])
        if definition.pick.most == 1:
            return self._with(definition, [wanted])
        if len(self.chosen) >= definition.pick.most:
            raise Refused(f"{definition.pick.most} are chosen, and that is all there may be. Take one back first.")
        return self._with(definition, [*self.chosen, wanted])

    def _with(self, definition: Choice, chosen: Collection[str]) -> "ChoiceResponse":
        ordered = tuple(option.id for option in definition.options if option.id in chosen)
        return self.model_copy(update={"chosen": ordered})

    def answer(self, field: str) -> str:
        """What is written in a field; empty where nothing is yet."""
        return self.answers.get(field, "")

    def write(self, field: str, text: str) -> "ChoiceResponse":
        """The field now says this. Raises Refused for more than an answer can have."""
        return self.model_copy(update={"answers": {**self.answers, field: not_too_long(text, ANSWER_LIMIT)}})

    def filled(self, field: str) -> bool:
        """Whether there is more than white space in a field."""
        return bool(self.answer(field).strip())


def chosen_fields(activity: Choice, response: ChoiceResponse) -> list[tuple[Option, Asked]]:
    """All that is asked of somebody who chose as this response does."""
    return [(option, one) for option, one in activity.asked if option.id in response.chosen]


def _filled(activity: Choice, response: ChoiceResponse) -> list[tuple[Option, Asked, str]]:
    fields = chosen_fields(activity, response)
    return [(option, one, response.answer(one.field).strip()) for option, one in fields if response.filled(one.field)]


@effort.register
def _(activity: Choice) -> Effort:
    read = words_in(activity, *(text for one in activity.options for text in (one.label, one.text)))
    lines = max(sum(one.lines for one in activity.asked_of(option)) for option in activity.options)
    return Effort(read=read, decisions=activity.pick.most, lines=lines * activity.pick.least)


@who_sees.register
def _(activity: Choice) -> str:
    if not activity.asked:
        return COUNTED
    if activity.audience is Audience.ROOM:
        return "The room sees how many chose what, and what you write, without your name."
    offered = " F7 offers it to the room." if activity.audience is Audience.OFFERED else ""
    return f"The room sees how many chose what. Only you see what you write.{offered}"


@blank.register
def _(activity: Choice) -> ChoiceResponse:
    return ChoiceResponse()


@progress.register
def _(activity: Choice, response: ChoiceResponse) -> Progress:
    least, asked = activity.pick.least, chosen_fields(activity, response)
    filled = sum(response.filled(one.field) for _, one in asked)
    return Progress(done=min(len(response.chosen), least) + filled, of=least + len(asked))


@offers.register
def _(activity: Choice, response: ChoiceResponse) -> tuple[Offer, ...]:
    chosen = (option for option in activity.options if option.id in response.chosen)
    return (
        *(Offer(heading=activity.title, text=option.label, given=True) for option in chosen),
        *(
            Offer(heading=f"{option.label}: {one.words}", text=text, comment=True)
            for option, one, text in _filled(activity, response)
        ),
    )


@first_page.register
def _(activity: Choice, response: ChoiceResponse) -> tuple[Offer, ...]:
    chosen = [option.label for option in activity.options if option.id in response.chosen]
    return (Offer(heading=activity.title, text="; ".join(chosen)),) if activity.first_page and chosen else ()


@words.register
def _(activity: Choice, response: ChoiceResponse) -> tuple[Words, ...]:
    return tuple(
        Words(field=one.field, heading=f"{option.label}: {one.words}", text=text)
        for option, one, text in _filled(activity, response)
    )


@without.register
def _(activity: Choice, response: ChoiceResponse, fields: Collection[str]) -> ChoiceResponse:
    kept = {field: text for field, text in response.answers.items() if field not in fields}
    return response.model_copy(update={"answers": kept})


@summarise.register
def _(activity: Choice, responses: Sequence[ChoiceResponse], round_number: int = 1) -> ChoiceSummary:
    begun = [response for response in responses if response.begun]
    return ChoiceSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        options=tuple(count_option(activity, option.id, begun) for option in activity.options),
        asked=summarise_asked(activity, [(option.id, one) for option, one in activity.asked], begun),
    )


@shown.register
def _(
    activity: Choice,
    summary: ChoiceSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> ChoiceSummary:
    rule = withheld(summary, smallest, expected, apart)
    options = tuple(one.hold_back(rule.why(one.option, summary.participants)) for one in summary.options)
    counted = summary.model_copy(update={"options": options, "withheld": rule.whole})
    beside, asked = apart is not None, activity.reason and activity.audience is not Audience.OWN
    return show_reasons(counted, rule, asked=asked, beside=beside).model_copy(
        update={"asked": () if beside else show_fields(summary.asked, rule)}
    )


@led_to.register
def _(activity: Choice, summary: ChoiceSummary) -> tuple[str, ...]:
    most = max((one.n for one in summary.options), default=0)
    first = {one.option for one in summary.options if one.n and one.n == most}
    return tuple(dict.fromkeys(option.then for option in activity.options if option.id in first and option.then))


@answered.register
def _(activity: Choice, response: ChoiceResponse) -> frozenset[str]:
    return frozenset(option.id for option in activity.options) if response.begun else frozenset()


@moved.register
def _(activity: Choice, before: ChoiceResponse, after: ChoiceResponse) -> frozenset[str]:
    return frozenset(before.chosen) ^ frozenset(after.chosen)


@in_words.register
def _(activity: Choice, summary: ChoiceSummary) -> tuple[str, ...]:
    lines = []
    for option, found in zip(activity.options, summary.options, strict=True):
        lines.append(f"{found.n:>3}  {option.label}" if found.withheld is None else f"  –  {option.label}")
        lines += [f"       {found.withheld}"] if found.withheld else []
        lines += [f"     - {' '.join(text.split())}" for text in found.reasons]
        lines += _asked_in_words(activity.asked_of(option), summary)
    if summary.other_reasons:
        lines += ["Other reasons", *(f"     - {' '.join(text.split())}" for text in summary.other_reasons)]
    return (*lines, summary.reasons_withheld) if summary.reasons_withheld else tuple(lines)


def _asked_in_words(asked: Sequence[Asked], summary: ChoiceSummary) -> list[str]:
    lines = []
    found = {field.field: field for field in summary.asked}
    for one in asked:
        if field := found.get(one.field):
            lines.append(f"     {one.words} {field.withheld or f'({field.n})'}")
            lines += [f"     - {' '.join(text.split())}" for text in field.answers]
    return lines


__all__ = ["Asked", "Choice", "ChoiceResponse", "ChoiceSummary", "Option", "OptionSummary", "chosen_fields"]
