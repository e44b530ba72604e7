"""One participant's handout: what comes next for them, then their own work of the whole session."""

from activities.days import day_in_words
from activities.kinds.activity import Offer, first_page
from activities.kinds.registry import registered
from activities.session.contribution import Contribution
from activities.session.session import Session
from exports.document import Beside, Block, Document, Fields, Heading, WritingLines, plain
from exports.documents.headed import where
from exports.documents.next_code import next_code
from exports.documents.noted import agreed
from exports.kinds.sections import own_section, text

MOST_PAGES = 3
"""A handout has no more pages than this if writing lines can be spared for it."""


def handout(session: Session, contribution: Contribution) -> Document:
    """The handout of a participant, under the name they have now."""
    name = session.name_of(contribution.participant)
    blocks = [*_next_for_me(session, contribution), *_work(session, contribution)]
    return Document(
        title=session.title,
        where=where(session),
        foot=f"{session.title} · {day_in_words(session.date)} · {name}",
        made=session.date,
        blocks=tuple(blocks),
        whose=name,
        most_pages=MOST_PAGES,
    )


def blank_form(session: Session) -> Document:
    """The handout of nobody yet, with room to do everything by hand."""
    return Document(
        title=session.title,
        where=where(session),
        foot=f"{session.title} · {day_in_words(session.date)}",
        made=session.date,
        blocks=(WritingLines(1, plain("Name:"), "quiet"), *_work(session, None), *_next_for_me(session, None)),
    )


def _next_for_me(session: Session, contribution: Contribution | None) -> list[Block]:
    """Goal, next moves and dates; what the room agreed; whom to ask, and until when all is kept."""
    found = _first_page(session, contribution) if contribution else []
    blocks: list[Block] = [Heading("What comes next for me")]
    if found:
        fields = Fields(tuple((item.heading, item.text) for each in found for item in each))
        blocks.append(Beside(next_code(session.title, found[0]), (fields,)))
    else:
        blocks.append(WritingLines(2, plain("My next move, and when:")))
    if decided := agreed(session):
        blocks += [Heading("What we agreed", 2), *decided]
    if about := _about(session):
        blocks.append(Fields(tuple(about)))
    return blocks


def _first_page(session: Session, contribution: Contribution) -> list[tuple[Offer, ...]]:
    """What each activity gives for the first page, the last of the agenda first: it is what the others led to."""
    given = [
        (activity, contribution.start_of(activity.id, session.state(activity.id).round))
        for activity in reversed(session.workshop.activities)
    ]
    found = [first_page(activity, version.response) for activity, version in given if version]
    return [offers for offers in found if offers]


def _about(session: Session) -> list[tuple[str, str]]:
    who = ", ".join(part for part in (session.facilitator.strip(), session.contact.strip()) if part)
    kept = session.delete_on and f"{day_in_words(session.delete_on)}. You may ask for yours to be deleted at any time."
    return [
        (name, words)
        for name, words in (
            ("We meet again", session.meets_again),
            ("Who to ask", who),
            ("Your work is kept until", kept),
        )
        if words
    ]


def _work(session: Session, contribution: Contribution | None) -> list[Block]:
    """Every activity that is done on paper, in the agenda's order."""
    blocks: list[Block] = []
    held = {activity.id for activity in session.held}
    for activity in session.workshop.activities:
        given = contribution.by_round(activity.id) if contribution else {}
        if not given and activity.id not in held:
            continue
        section = registered(own_section, "exports.kinds", activity)(activity, given)
        if section:
            blocks += [Heading(activity.title), text(activity.question, "quiet", leads=True)]
            if contribution and not given and activity.answered:
                blocks.append(text("You have not done this yet; there is room for it here.", "quiet", leads=True))
            blocks += section
    return blocks
