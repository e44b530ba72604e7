"""What the responses to a session's activities add up to, as text or JSON."""

import json
from collections.abc import Sequence

from activities.activity import Activity, Summary, in_words, summarise
from activities.contribution import responses_to
from activities.refusal import Refused
from store.protocol import Store


def summaries(store: Store, code: str, activity: str | None = None) -> list[tuple[Activity, Summary]]:
    """Every answered activity of a session, or one, with its summary in the round it is at.

    Raises Refused for an activity that is not on the agenda, or that nobody answers.
    """
    session = store.session(code)
    answered = {one.id: one for one in session.workshop.activities if one.answered}
    if activity is not None and activity not in answered:
        known = ", ".join(answered)
        raise Refused(f"{session.code} has no results for ‘{activity}’. It has them for {known}.")
    contributions = store.contributions(code)
    wanted = [answered[activity]] if activity is not None else list(answered.values())
    found = []
    for one in wanted:
        round_number = session.state(one.id).round
        found.append((one, summarise(one, responses_to(contributions, one.id, round_number), round_number)))
    return found


def in_json(found: Sequence[tuple[Activity, Summary]], *, one: bool) -> str:
    """The summaries as JSON: an object for `one`, otherwise a list."""
    values = [summary.model_dump(mode="json") for _, summary in found]
    return json.dumps(values[0] if one else values, ensure_ascii=False, indent=2)


def in_text(found: Sequence[tuple[Activity, Summary]]) -> str:
    """The summaries as paragraphs of plain text."""
    return "\n\n".join("\n".join(_paragraph(activity, summary)) for activity, summary in found)


def _paragraph(activity: Activity, summary: Summary) -> list[str]:
    people = f"{summary.participants} taking part"
    body = in_words(activity, summary) if summary.participants else ("Nobody has answered yet.",)
    return [f"{activity.title} ({people})", *(f"  {line}" for line in body)]
