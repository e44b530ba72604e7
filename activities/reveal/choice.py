"""A choice as it is revealed: what most chose, all options side by side, then why, option by option, without names."""

from activities.kinds.choice import Choice, Option
from activities.kinds.choice_counts import ChoiceSummary, OptionSummary
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import PEOPLE, Who, counted, listed, sentence, share
from activities.reveal.written import answer_steps
from activities.session.rounds import UNTOLD

ALL = ".all"
"""The id of the step that shows every option. No option's id begins so."""

OTHERS = ".others"
"""What the picture dwells on where reasons stand without their option."""


@steps.register
def _(activity: Choice, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has chosen yet."):
        return only
    assert isinstance(summary, ChoiceSummary)
    told = [f"{total.who.counted(summary.participants)} chose.", most_chose(activity, summary, total.who)]
    labels = {option.id: option for option in activity.options}
    reasons = [step for one in in_order(summary) for step in _option(activity, total, labels[one.option], one)]
    return (
        headline(activity, total, *told, changed="chose something else"),
        _all(activity, total),
        *reasons,
        *_others(activity, summary),
    )


def in_order(summary: ChoiceSummary) -> list[OptionSummary]:
    """The options, those that most chose first."""
    return sorted(summary.options, key=lambda one: -one.n)


def earlier(total: Total, option: str) -> OptionSummary | None:
    """How many chose it in the round before, where that is to be compared and may be."""
    options = total.before.options if isinstance(total.before, ChoiceSummary) and total.shift else ()
    return next((one for one in options if one.option == option and not one.withheld), None)


def most_chose(activity: Choice, summary: ChoiceSummary, who: Who = PEOPLE) -> str:
    """What most chose and how many that is, and what nobody did: nothing where nobody chose anything."""
    labels = {option.id: f"‘{option.label}’" for option in activity.options}
    ordered = in_order(summary)
    most = ordered[0].n
    if not most:
        return ""
    first = [labels[one.option] for one in ordered if one.n == most]
    none = [labels[one.option] for one in ordered if not one.n]
    if len(first) == len(ordered):
        said = f"as many chose each of them: {most}"
    elif len(first) > 1:
        said = f"most chose {listed(first)}, {most} each"
    else:
        said = f"{share(most, summary.participants, who)} chose {first[0]}"
    nobody = sentence(f"nobody chose {listed(none, 'or')}") if 0 < len(none) < 3 else ""
    return f"{sentence(said)} {nobody}".strip()


def bars(activity: Choice, total: Total) -> tuple[Bar, ...]:
    """How many chose each option, most first; where rounds are compared, before too."""
    assert isinstance(total.summary, ChoiceSummary)
    labels = {option.id: option.label for option in activity.options}
    before = {one.option: found.n for one in total.summary.options if (found := earlier(total, one.option))}
    return tuple(Bar(labels[one.option], one.n, before.get(one.option)) for one in in_order(total.summary))


def _all(activity: Choice, total: Total) -> Step:
    changed = total.compared.count() if total.compared else UNTOLD
    return Step(
        ALL,
        place=f"all {len(activity.options)} options",
        above=activity.question,
        words="" if changed == UNTOLD else sentence(f"{changed} chose something else"),
        bars=bars(activity, total),
        question=next(iter(activity.discuss), ""),
        group=ALL,
    )


def _option(activity: Choice, total: Total, option: Option, found: OptionSummary) -> list[Step]:
    """Why it was chosen, and what those who chose it were asked besides; nothing where neither is to be told."""
    assert isinstance(total.summary, ChoiceSummary)
    fields = {field.field: field for field in total.summary.asked}
    told: list[Step] = []
    for one in activity.asked_of(option):
        field = fields.get(one.field)
        texts = found.reasons if field is None else field.answers
        if texts:
            called = "reason" if field is None else "answer"
            told += answer_steps(one.field, f"{option.label}: {one.words}", texts, called)
    if not told:
        return []
    gave = f" {counted(len(found.reasons), 'reason', 'reasons')}." if found.reasons else ""
    title = Step(
        option.id,
        place=f"{found.n} of {total.answers}",
        title=option.label,
        words=f"{total.who.counted(found.n)} chose it.{gave}",
        picture=option.id,
        group=option.id,
    )
    return [title, *told]


def _others(activity: Choice, summary: ChoiceSummary) -> list[Step]:
    """The reasons for options for which few gave one: what each is for is not told."""
    if not summary.other_reasons:
        return []
    number = counted(len(summary.other_reasons), "reason", "reasons")
    words = f"{number}. What each is for is not told: few gave one for the same."
    title = Step(OTHERS, place=number, title=activity.ask_reason, words=words, picture=OTHERS, group=OTHERS)
    return [title, *answer_steps(OTHERS, activity.ask_reason, summary.other_reasons, "reason")]
