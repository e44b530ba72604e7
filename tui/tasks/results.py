"""What the responses to a session's activities add up to, as text or JSON."""

import json
from collections.abc import Sequence
from typing import Any

from activities.kinds.activity import Activity, in_words
from activities.refusal import Refused
from activities.session.findings import Findings, findings
from activities.session.hiding import as_shown
from activities.session.privacy import SMALLEST_GROUP
from activities.session.rounds import Shift, round_in_words
from activities.session.session import Session
from activities.typed import as_seen
from store.protocol import Store


def summaries(
    store: Store,
    code: str,
    activity: str | None = None,
    round_number: int | None = None,
    *,
    smallest_group: int = SMALLEST_GROUP,
) -> list[Findings]:
    """Every answered activity of a session, or one, in the round it is at, or in the one given where it has come so far.

    Groups smaller than `smallest_group` are not broken down. Raises Refused for an activity that is not on the agenda
    or that nobody answers, and for a round that has not been.
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
    return [
        findings(one, contributions, round_number or session.state(one.id).round, smallest=smallest_group)
        for one in wanted
    ]


def _come_so_far(session: Session, wanted: Sequence[Activity], round_number: int) -> list[Activity]:
    last = max((session.state(one.id).round for one in wanted), default=1)
    if not 1 <= round_number <= last:
        been = f"rounds 1 to {last}" if last > 1 else "only round 1"
        what = f"‘{wanted[0].id}’ in {session.code}" if len(wanted) == 1 else session.code
        raise Refused(f"There has been no round {round_number} of {what}, {been}.")
    return [one for one in wanted if session.state(one.id).round >= round_number]


def in_json(found: Sequence[Findings], *, one: bool, ascii_only: bool = False) -> str:
    """The summaries as JSON: an object for `one`, otherwise a list.

    Each has its `round`, `shift` (null in a first round) and `withheld`. What is withheld is null, with the reason
    beside it: `withheld` for the whole or for a part of it, `shift_withheld` for what changed. `ascii_only` says every
    other letter by its number, as JSON can, for an output that has no place for it.
    """
    values = [_value(result) for result in found]
    return json.dumps(values[0] if one else values, ensure_ascii=ascii_only, indent=2)


def _value(result: Findings) -> dict[str, Any]:
    shift = result.shift and result.shift.model_dump(mode="json")
    return {**result.summary.model_dump(mode="json"), "shift": shift, "shift_withheld": result.apart or None}


def in_text(found: Sequence[Findings]) -> str:
    """The summaries as paragraphs of plain text, with nothing in them that a terminal would obey."""
    return "\n\n".join("\n".join(map(as_seen, _paragraph(result))) for result in found)


def _paragraph(result: Findings) -> list[str]:
    activity, summary = result.activity, result.summary
    lines = [f"{activity.title}, round {summary.round} ({summary.participants} taking part)"]
    if summary.withheld:
        return [*lines, f"  {summary.withheld}"]
    if summary.round > 1 or result.shift or result.apart:
        lines.append(f"  {_changed(result.shift, summary.round - 1) if result.shift else result.apart}")
    body = in_words(activity, summary) if summary.participants else ("Nobody has answered yet.",)
    return [*lines, *(f"  {line}" for line in body)]


def _changed(changed: Shift, before: int) -> str:
    since = round_in_words(before)
    if changed.at_least or changed.movers:
        return f"{changed.count().capitalize()} changed something since {since}."
    return f"None of {changed.both} changed anything since {since}."
