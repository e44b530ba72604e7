"""The room sheet: what everybody's answers add up to with nobody's name, and what the room agreed."""

from collections.abc import Sequence

from activities.kinds.activity import Activity, Summary
from activities.kinds.registry import registered
from activities.session.contribution import Contribution
from activities.session.findings import by_round
from activities.session.hiding import as_shown
from activities.session.rounds import Shift, compare
from activities.session.session import Session
from exports.documents.headed import day, head
from exports.documents.noted import noted_blocks
from exports.kinds.sections import room_section
from exports.pdf.blocks import Block, Heading, text
from exports.pdf.paper import ASIDE, HEADING, MM, NOTED, ROOM_HEADING


def room_blocks(session: Session, contributions: Sequence[Contribution], smallest_group: int) -> list[Block]:
    """Every activity of the agenda with its results and the questions it left to talk about, then the notes."""
    blocks = [*head(session), text("What the room said, without names", HEADING, before=2 * MM)]
    contributions = as_shown(session, contributions)
    for activity in _on_the_sheet(session):
        found = by_round(activity, contributions, smallest=smallest_group)
        changed = shift_of(activity, contributions, found, smallest_group)
        blocks += [Heading(activity.title, before=7 * MM), text(activity.question, ASIDE, keep=True)]
        blocks += registered(room_section, "exports.kinds", activity)(activity, found, changed, smallest_group)
        if activity.discuss:
            blocks.append(text("To talk about", ROOM_HEADING, before=3 * MM, keep=True))
            blocks += [text(question, NOTED, keep=question != activity.discuss[-1]) for question in activity.discuss]
    return [*blocks, *noted_blocks(session)]


def _on_the_sheet(session: Session) -> list[Activity]:
    """Pauses are not, nor what was skipped before it began."""
    return [
        activity
        for activity in session.workshop.activities
        if activity.can_be_revealed and (activity.id not in session.skipped or session.state(activity.id).began)
    ]


def room_foot(session: Session) -> str:
    """What stands at the foot of every page."""
    return f"{session.title} · {day(session)} · The room’s answers"


def shift_of(
    activity: Activity, contributions: Sequence[Contribution], found: dict[int, Summary], smallest_group: int
) -> Shift | None:
    """What changed from the first round to the last; None where there is one round or it may not be told."""
    if len(found) < 2:
        return None
    return compare(activity, contributions, min(found), max(found), smallest_group).shift
