"""A composition as it is revealed: a gallery, one work after another, section by section, without its writer."""

from collections.abc import Iterator

from activities.kinds.audience import Audience
from activities.kinds.composition import Composition, CompositionSummary, Work
from activities.reveal import steps
from activities.reveal.headline import headline, nothing
from activities.reveal.step import Bar, Step
from activities.reveal.total import Total
from activities.reveal.words import sentence


@steps.register
def _(activity: Composition, total: Total) -> tuple[Step, ...]:
    summary = total.summary
    if only := nothing(activity, total, "Nobody has begun one yet."):
        return only
    assert isinstance(summary, CompositionSummary)
    made = f"{total.who.counted(summary.participants)} put a {activity.format} together."
    shown = [
        step
        for number, work in enumerate(summary.works, 1)
        for step in _work(activity, work, work_id(number), f"{activity.format} {number} of {len(summary.works)}")
    ]
    return (
        headline(activity, total, made, _seen(activity, summary), changed="changed theirs"),
        *shown,
        _filled(activity, total, summary),
    )


def work_id(number: int) -> str:
    """What the work of this number, from 1, is called where it is dwelt on."""
    return f"w{number}"


def work_at(summary: CompositionSummary | None, dwelt: str | None) -> Work | None:
    """The work that is dwelt on; None on the whole."""
    works = summary.works if summary else ()
    return next((work for number, work in enumerate(works, 1) if work_id(number) == dwelt), None)


def _seen(activity: Composition, summary: CompositionSummary) -> str:
    """How many works there are to look at."""
    if activity.audience is Audience.OWN:
        return "They are theirs alone."
    if not summary.works:
        return "None is offered to the room."
    if activity.audience is Audience.ROOM:
        return "We look at them one by one."
    return f"{summary.offered} {'is' if summary.offered == 1 else 'are'} offered to the room."


def _work(activity: Composition, work: Work, name: str, place: str) -> Iterator[Step]:
    """The banner alone, then section by section."""
    banner = activity.banner
    for section in ((banner,) if banner else ()) + activity.body:
        if text := work.parts.get(section.id):
            above = "" if section is banner else section.heading
            yield Step(f"{name}.{section.id}", place=place, above=above, words=text, picture=name, group=name)


def _filled(activity: Composition, total: Total, summary: CompositionSummary) -> Step:
    """How many have something in each section, before too where rounds are compared."""
    before = total.before.sections if isinstance(total.before, CompositionSummary) else ()
    earlier = {one.section: one.n for one in before if not one.withheld}
    headings = {section.id: section.heading for section in activity.sections}
    told = [one for one in summary.sections if not one.withheld]
    changed = total.compared.count() if total.compared else ""
    return Step(
        "filled",
        place="section by section",
        title="What is filled in",
        words=sentence(f"{changed} changed theirs") if changed else "",
        bars=tuple(Bar(headings[one.section], one.n, earlier.get(one.section)) for one in told),
        most=summary.participants,
        note=next((one.withheld for one in summary.sections if one.withheld), "") or "",
    )
