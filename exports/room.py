"""The room sheet: what everybody's answers add up to, with nobody's name."""

from collections.abc import Sequence

from activities.activity import Activity, Summary, summarise
from activities.contribution import Contribution, responses_to
from activities.kinds import registered
from activities.session import Session
from exports.blocks import Block, Heading, text
from exports.headed import day, head
from exports.paper import ASIDE, BODY, HEADING, MM
from exports.sections import room_section


def room_blocks(session: Session, contributions: Sequence[Contribution], smallest_group: int) -> list[Block]:
    """Every activity of the agenda with its results and the questions it left to talk about."""
    blocks = [*head(session), text("What the room said, without names", HEADING, before=3 * MM)]
    for activity in session.workshop.activities:
        found = summaries_of(activity, contributions)
        blocks += [Heading(activity.title), text(activity.question, ASIDE, keep=True)]
        blocks += registered(room_section, "exports", activity)(activity, found, smallest_group)
        if activity.discuss:
            blocks.append(text("To talk about", HEADING, before=5 * MM, keep=True))
            blocks += [text(question, BODY, before=1 * MM) for question in activity.discuss]
    return blocks


def room_foot(session: Session) -> str:
    """What stands at the foot of every page."""
    return f"{session.title} · {day(session)} · The room’s answers"


def summaries_of(activity: Activity, contributions: Sequence[Contribution]) -> dict[int, Summary]:
    """The summary of every round in which anybody answered, by the round's number."""
    if not activity.answered:
        return {}
    versions = (version for each in contributions for version in each.versions)
    numbers = sorted({version.round for version in versions if version.activity == activity.id})
    return {number: summarise(activity, responses_to(contributions, activity.id, number), number) for number in numbers}
