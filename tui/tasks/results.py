"""What the responses to a session's activities add up to, as text or JSON."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from activities.kinds.activity import Activity, Summary, in_words, summarise
from activities.refusal import Refused
from activities.session.contribution import Contribution, responses_to
from activities.session.hiding import as_shown
from activities.session.privacy import SMALLEST_GROUP
from activities.session.rounds import Shift, shift
from activities.session.session import Session
from activities.typed import as_seen
from store.protocol import Store


class Result(NamedTuple):
    """One activity in one round, of the `rounds` it has been through.

    `shift` is what changed since the round before: None in the first round, and where too few took part in both.
    """

    activity: Activity
    summary: Summary
    rounds: int = 1
    shift: Shift | None = None


def summaries(
    store: Store,
    code: str,
    activity: str | None = None,
    round_number: int | None = None,
    *,
    smallest_group: int = SMALLEST_GROUP,
) -> list[Result]:
    """Every answered activity of a session, or one, in the round it is at, or in the one given where it has come so far.

    Who changed is counted only where at least `smallest_group` took part in both rounds. Raises Refused for an
    activity that is not on the agenda or that nobody answers, and for a round that has not been.
    """
    session = store.session(code)
    answered = {one.id: one for one in session.workshop.activities if one.answered}
    if activity is not None and activity not in answered:
        known = ", ".join(answered)
        raise Refused(f"{session.code} has no results for ‘{activity}’. It has them for {known}.")
    wanted = [answered[activity]] if activity is not None else list(answered.values())
    if round_number is not None:
        wanted = _come_so_far(session, wanted, round_number)
    contributions = as_shown(session, store.contributions(code))
    return [_result(session, contributions, one, round_number, smallest_group) for one in wanted]


def _come_so_far(session: Session, wanted: Sequence[Activity], round_number: int) -> list[Activity]:
    last = max((session.state(one.id).round for one in wanted), default=1)
    if not 1 <= round_number <= last:
        been = f"rounds 1 to {last}" if last > 1 else "only round 1"
        what = f"‘{wanted[0].id}’ in {session.code}" if len(wanted) == 1 else session.code
        raise Refused(f"There has been no round {round_number} of {what}, {been}.")
    return [one for one in wanted if session.state(one.id).round >= round_number]


def _result(
    session: Session,
    contributions: Sequence[Contribution],
    activity: Activity,
    round_number: int | None,
    smallest_group: int,
) -> Result:
    rounds = session.state(activity.id).round
    number = round_number or rounds
    summary = summarise(activity, responses_to(contributions, activity.id, number), number)
    changed = shift(activity, contributions, number - 1, number) if number > 1 else None
    return Result(activity, summary, rounds, changed if changed and changed.both >= smallest_group else None)


def in_json(found: Sequence[Result], *, one: bool) -> str:
    """The summaries as JSON, each with `shift` (null without one): an object for `one`, otherwise a list."""
    values = [
        {**result.summary.model_dump(mode="json"), "shift": result.shift and result.shift.model_dump(mode="json")}
        for result in found
    ]
    return json.dumps(values[0] if one else values, ensure_ascii=False, indent=2)


def in_text(found: Sequence[Result]) -> str:
    """The summaries as paragraphs of plain text, with nothing in them that a terminal would obey."""
    return "\n\n".join("\n".join(map(as_seen, _paragraph(result))) for result in found)


def _paragraph(result: Result) -> list[str]:
    activity, summary = result.activity, result.summary
    again = f", round {summary.round}" if result.rounds > 1 else ""
    lines = [f"{activity.title}{again} ({summary.participants} taking part)"]
    if summary.round > 1:
        lines.append(f"  {_changed(result.shift, summary.round - 1)}")
    body = in_words(activity, summary) if summary.participants else ("Nobody has answered yet.",)
    return [*lines, *(f"  {line}" for line in body)]


def _changed(changed: Shift | None, before: int) -> str:
    if changed is None:
        return f"Too few took part in round {before} as well to say how many changed."
    return f"{changed.count().capitalize()} changed something since round {before}."
