"""What may be seen of an activity: the one door through which the room's answers go to a screen, a sheet or a file.

Whoever shows results asks here, and is given summaries from which `activities.kinds.small_groups` and
`activities.session.rounds` have taken what could tell who said what.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from activities.kinds.activity import Activity, Summary, shown, summarise
from activities.session.again import first_round
from activities.session.contribution import Contribution, responses_to
from activities.session.hiding import as_shown
from activities.session.rounds import Shift, compare
from activities.session.session import Session
from activities.session.tables import awaited


@dataclass(frozen=True)
class Findings:
    """What may be seen of one activity in one round.

    `before` is the round it is compared with, and `shift` what changed since; both are None where there is none, or
    where they may not stand side by side: then `apart` says why.
    """

    activity: Activity
    summary: Summary
    before: Summary | None = None
    shift: Shift | None = None
    apart: str = ""


def findings(
    activity: Activity,
    contributions: Sequence[Contribution],
    round_number: int = 1,
    *,
    smallest: int,
    until: int | None = None,
    earlier: int | None = None,
    expected: int | None = None,
) -> Findings:
    """What may be seen of a round where groups smaller than `smallest` are not broken down.

    It is compared with the round `earlier` (the one before it unless another is named; a first round with none, or
    with the first time of what is done again).
    `until` takes what had been given before that reveal, `expected` is how many are awaited, for the words.
    """
    summary = _summary(activity, contributions, round_number, until)
    now = shown(activity, summary, smallest, expected=expected)
    earlier = round_number - 1 if earlier is None else earlier
    if earlier < first_round(activity) or earlier >= round_number:
        return Findings(activity, now)
    found = compare(activity, contributions, earlier, round_number, smallest, until)
    if found.shift is None:
        return Findings(activity, now, apart=found.withheld)
    before = shown(activity, _summary(activity, contributions, earlier, until), smallest, apart=found.apart)
    return Findings(activity, now, before, found.shift)


def room_findings(
    session: Session, contributions: Sequence[Contribution], smallest: int, *, live: bool = False
) -> Findings | None:
    """What may be seen of the activity the room is at, as it stood when it was revealed; `live`, as it stands.

    None for an activity that nobody answers.
    """
    state = session.state()
    if not session.activity.answered:
        return None
    return findings(
        session.activity,
        as_shown(session, contributions),
        state.round,
        smallest=smallest,
        until=None if live else state.until,
        expected=len(awaited(session)) or None,
    )


def by_round(
    activity: Activity, contributions: Sequence[Contribution], *, smallest: int, until: int | None = None
) -> dict[int, Summary]:
    """Every round that may be seen in one place with the others, by its number: the last that enough took part in.

    Rounds before it are there where they may stand beside every one that is. Where no round had enough people the last
    one is there, and says so; nothing where nobody has answered.
    """
    if not activity.answered:
        return {}
    versions = (version for each in contributions for version in each.versions)
    numbers = sorted({version.round for version in versions if version.activity == activity.id})
    full = {number: _summary(activity, contributions, number, until) for number in numbers}
    taken = {number: summary for number, summary in full.items() if summary.participants}
    seen = {number: shown(activity, summary, smallest) for number, summary in taken.items()}
    large = [number for number, summary in seen.items() if summary.withheld is None]
    if not large:
        return {number: seen[number] for number in list(seen)[-1:]}
    found = {large[-1]: seen[large[-1]]}
    for number in reversed(large[:-1]):
        beside = [compare(activity, contributions, number, later, smallest, until) for later in found]
        if all(one.shift is not None for one in beside):
            apart = {part: why for one in beside for part, why in one.apart.items()}
            found[number] = shown(activity, taken[number], smallest, apart=apart)
    return dict(sorted(found.items()))


def _summary(
    activity: Activity, contributions: Sequence[Contribution], round_number: int, until: int | None
) -> Summary:
    return summarise(activity, responses_to(contributions, activity.id, round_number, until), round_number)
