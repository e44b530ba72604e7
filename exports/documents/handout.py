"""One participant's handout: their own work of the whole session."""

from activities.kinds.activity import Activity, Response
from activities.kinds.registry import registered
from activities.session.contribution import Contribution
from activities.session.session import Session
from exports.documents.headed import day, head
from exports.kinds.sections import own_section
from exports.pdf.blocks import Block, Heading, Passage, WritingLines, text
from exports.pdf.lines import set_text
from exports.pdf.paper import ASIDE, COLUMN, MM, WHOSE

MOST_PAGES = 3
"""A handout has no more pages than this if writing lines can be spared for it."""


def handout_blocks(session: Session, contribution: Contribution | None) -> list[Block]:
    """The handout of a participant; without a contribution, the blank form with room to do everything by hand."""
    blocks = head(session)
    if contribution:
        blocks.append(
            Passage(set_text(session.name_of(contribution.participant), WHOSE, COLUMN), WHOSE, before=1.5 * MM)
        )
    else:
        blocks += [text("Name", ASIDE, before=3 * MM, keep=True), WritingLines(1)]
    for activity in session.workshop.activities:
        given = rounds_of(contribution, activity) if contribution else {}
        section = registered(own_section, "exports.kinds", activity)(activity, given)
        if section:
            blocks += [Heading(activity.title), text(activity.question, ASIDE, keep=True)]
            if contribution and not given:
                blocks.append(text("You have not done this yet; there is room for it here.", ASIDE, keep=True))
            blocks += section
    return blocks


def handout_foot(session: Session, contribution: Contribution | None) -> str:
    """What stands at the foot of every page."""
    name = f" · {session.name_of(contribution.participant)}" if contribution else ""
    return f"{session.title} · {day(session)}{name}"


def rounds_of(contribution: Contribution, activity: Activity) -> dict[int, Response]:
    """The response that counts of every round this participant took part in, by the round's number."""
    numbers = sorted({version.round for version in contribution.versions if version.activity == activity.id})
    found = {number: contribution.latest(activity.id, number) for number in numbers}
    return {number: version.response for number, version in found.items() if version}
