"""One participant's handout: what comes next for them, then their own work of the whole session."""

from types import MappingProxyType

from activities.days import day_in_words
from activities.kinds.activity import Activity, Offer, first_page
from activities.kinds.registry import registered
from activities.session.contribution import Contribution
from activities.session.ring import Remark, Remarks
from activities.session.session import Session
from activities.session.tables import TakenHome
from exports.document import Beside, Block, Document, Fields, Heading, WritingLines, plain
from exports.documents.headed import where
from exports.documents.next_code import next_code
from exports.documents.noted import agreed
from exports.kinds.feedback import remarked
from exports.kinds.sections import own_section, text
from exports.typed import beginning

LONGEST_NEXT = 240
"""The letters that an answer has on the first page, so that the decisions and whom to ask stand there, too."""

MOST_PAGES = 3
"""A handout has no more pages than this if writing lines can be spared for it."""


def handout(
    session: Session,
    contribution: Contribution,
    table: Contribution | None = None,
    remarks: Remarks = MappingProxyType({}),
) -> Document:
    """The handout of a participant, under the name they have now, with what the `table` gave at which they sit.

    What others wrote about their work (`remarks` has everybody's) stands under it.
    """
    name = session.name_of(contribution.participant)
    taking = TakenHome(contribution, table)
    blocks = [*_next_for_me(session, taking), *_work(session, taking, remarks)]
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
        blocks=(WritingLines(1, plain("Name:"), "quiet"), *_work(session, None, {}), *_next_for_me(session, None)),
    )


def _next_for_me(session: Session, taking: TakenHome | None) -> list[Block]:
    """Goal, next moves and dates; what the room agreed; whom to ask, and until when all is kept."""
    found = _first_page(session, taking) if taking else []
    blocks: list[Block] = [Heading("What comes next for me")]
    if found:
        pairs = [(item.heading, item.text.strip()) for each in found for item in each]
        fields = Fields(tuple((name, beginning(words, LONGEST_NEXT)) for name, words in pairs))
        blocks.append(Beside(next_code(session.title, found[0]), (fields,)))
        if any(len(words) > LONGEST_NEXT for _, words in pairs):
            blocks.append(text("What ends in … here stands in full where you wrote it, further on.", "label"))
    else:
        blocks.append(WritingLines(2, plain("My next move, and when:")))
    if decided := agreed(session):
        blocks += [Heading("What we agreed", 2), *decided]
    if about := _to_know(session):
        blocks.append(Fields(tuple(about)))
    return blocks


def _first_page(session: Session, taking: TakenHome) -> list[tuple[Offer, ...]]:
    """What each activity gives for the first page, the last of the agenda first: it is what the others led to."""
    given = [(activity, taking.by_round(activity)) for activity in reversed(session.workshop.activities)]
    found = [first_page(activity, rounds[max(rounds)]) for activity, rounds in given if rounds]
    return [offers for offers in found if offers]


def _to_know(session: Session) -> list[tuple[str, str]]:
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


def _work(session: Session, taking: TakenHome | None, remarks: Remarks) -> list[Block]:
    """Every activity that is done on paper, in the agenda's order."""
    blocks: list[Block] = []
    held = {activity.id for activity in session.held}
    for activity in session.workshop.activities:
        given = taking.by_round(activity) if taking else {}
        if not given and activity.id not in held:
            continue
        section = registered(own_section, "exports.kinds", activity)(activity, given)
        if section:
            blocks += [Heading(activity.title), text(activity.question, "quiet", leads=True)]
            if taking and taking.table and taking.of_table(activity):
                together = f"{session.name_of(taking.table.participant)} answered this together."
                blocks.append(text(together, "quiet", leads=True))
            if taking and not given and activity.answered:
                blocks.append(text("You have not done this yet; there is room for it here.", "quiet", leads=True))
            blocks += section
            blocks += remarked(_about(taking, activity, remarks)) if taking else []
    return blocks


def _about(taking: TakenHome, activity: Activity, remarks: Remarks) -> list[Remark]:
    """What others wrote about what this person, or their table, gave at an activity."""
    whose = [taking.own, *([taking.table] if taking.table else [])]
    return [remark for one in whose for remark in remarks.get((one.participant.id, activity.id), ())]
