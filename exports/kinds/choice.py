"""A choice on paper: one's own options and why on the handout; how many chose what, and the reasons, on the room sheet."""

from collections.abc import Mapping, Sequence

from activities.kinds.choice import Asked, Choice, ChoiceResponse, Option
from activities.kinds.choice_counts import REASONS_NOT_BESIDE, ChoiceSummary
from activities.reveal.choice import most_chose
from activities.reveal.words import Who
from exports.document import Answers, Block, Heading, KeepTogether, OwnWords, Points, Run, Runs, WritingLines, plain
from exports.kinds.sections import Results, answers_section, latest, main_points, own_section, room_section, text
from exports.pictures.bars import Bars

THEM = Who("person", "people", "them")
"""Those who chose, where others read about them."""


@own_section.register
def _(activity: Choice, given: Mapping[int, ChoiceResponse]) -> Sequence[Block]:
    response = latest(given) or ChoiceResponse()
    if not response.chosen:
        return [text(f"{activity.pick.in_words} Ring the number.", leads=True), *_to_choose(activity)]
    blocks: list[Block] = []
    for option in activity.options:
        if option.id in response.chosen:
            blocks.append(KeepTogether(tuple(_chosen(activity, option, response))))
    others = [option.label for option in activity.options if option.id not in response.chosen]
    if others:
        blocks.append(text(f"Not chosen: {'; '.join(others)}", "label"))
    if changed := _at_first(activity, given):
        blocks.append(text(changed, "label"))
    return blocks


def _to_choose(activity: Choice) -> list[Block]:
    """The options to tick by hand, and lines for what is asked of them."""
    items = tuple(_item(option) for option in activity.options)
    lines = [
        WritingLines(one.lines, plain(_by_hand(activity, option, one)), "label") for option, one in _once(activity)
    ]
    return [Points(items, numbered=True), *lines]


def _item(option: Option) -> Runs:
    return (Run(option.label, "bold"), Run(f"  {option.text}")) if option.text else (Run(option.label, "bold"),)


def _once(activity: Choice) -> list[tuple[Option | None, Asked]]:
    """What is asked: the reason once, whatever is chosen, and what single options bring."""
    found: list[tuple[Option | None, Asked]] = []
    for option, one in activity.asked:
        if one.words == activity.ask_reason and activity.reason:
            found += [] if any(known is None for known, _ in found) else [(None, one)]
        else:
            found.append((option, one))
    return found


def _by_hand(activity: Choice, option: Option | None, one: Asked) -> str:
    return one.words if option is None else f"If you chose ‘{option.label}’: {one.words}"


def _chosen(activity: Choice, option: Option, response: ChoiceResponse) -> list[Block]:
    blocks: list[Block] = [Heading(option.label, 2)]
    if option.text:
        blocks.append(text(option.text))
    for one in activity.asked_of(option):
        answer = response.answer(one.field).strip()
        blocks.append(
            text(one.words, "label", leads=True) if answer else WritingLines(one.lines, plain(one.words), "label")
        )
        blocks += [OwnWords(answer)] if answer else []
    return blocks


def _at_first(activity: Choice, given: Mapping[int, ChoiceResponse]) -> str:
    """What was chosen in the first round, where it was something else."""
    if len(given) < 2 or given[min(given)].chosen == given[max(given)].chosen:
        return ""
    first = [option.label for option in activity.options if option.id in given[min(given)].chosen]
    return f"Before the discussion you chose: {'; '.join(first) or 'nothing'}."


@room_section.register
def _(activity: Choice, found: Results[ChoiceSummary]) -> Sequence[Block]:
    summary, earlier = found.told, found.first if found.shift else None
    options = {option.id: option for option in activity.options}
    before = {one.option: one.n for one in earlier.options if not one.withheld} if earlier else {}
    ordered = sorted(summary.options, key=lambda one: -one.n)
    both = tuple(before[one.option] for one in ordered) if all(one.option in before for one in ordered) else ()
    told = f"{found.when(summary.round)}{summary.participants} chose {activity.pick.each} each."
    blocks: list[Block] = [
        text(told, leads=True),
        Bars(tuple(options[one.option].label for one in ordered), tuple(one.n for one in ordered), both),
    ]
    if found.shift:
        blocks.append(text(f"{found.shift.count().capitalize()} who chose both times chose something else."))
    if answers_section(activity, found):
        blocks.append(text("Why they chose it stands at the end."))
    return blocks


@answers_section.register
def _(activity: Choice, found: Results[ChoiceSummary]) -> Sequence[Block]:
    summary = found.told
    fields = {field.field: field for field in summary.asked}
    reasons = {one.option: one.reasons for one in summary.options}
    blocks: list[Block] = []
    for option, one in activity.asked:
        field = fields.get(one.field)
        texts = reasons.get(option.id, ()) if field is None else field.answers
        if texts:
            blocks += [Heading(f"{option.label}: {one.words}", 3), Answers(texts)]
        elif field is not None and field.withheld:
            blocks += [Heading(f"{option.label}: {one.words}", 3), text(field.withheld, "quiet")]
    if summary.other_reasons:
        blocks += [Heading(f"Other reasons: {activity.ask_reason}", 3), Answers(summary.other_reasons)]
    elif summary.reasons_withheld and summary.reasons_withheld != REASONS_NOT_BESIDE:
        blocks.append(text(summary.reasons_withheld, "quiet"))
    return blocks


@main_points.register
def _(activity: Choice, summary: ChoiceSummary) -> Sequence[str]:
    said = most_chose(activity, summary, THEM)
    return [said] if said else []
