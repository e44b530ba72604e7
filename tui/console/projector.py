"""What the room sees just now and what it would see next, in words for the facilitator; and the step from one to the other."""

from dataclasses import dataclass

from activities.session.looking_back import as_it_was
from activities.session.notes import NoteKind
from activities.session.session import Phase, Session
from tui.room.walking import seen as seen_there
from tui.widgets.big_pages import Walk

LISTS = {
    NoteKind.PARKING: "the parking lot",
    NoteKind.DECISION: "the decisions",
    NoteKind.ACTION: "the actions",
}
"""What the lists that the room may see are called; a private note is on none of them."""


@dataclass(frozen=True)
class Seen:
    """What the room sees `now` and at the `next` step; `away` is how to put it away. What is `unusual` stands out."""

    now: str
    next: str = ""
    away: str = ""
    unusual: bool = False


def seen(session: Session, walked: Walk | None = None) -> Seen:
    """What the room sees, with this way through what is revealed. What comes before all else is said first."""
    shown, discuss = session.shown, session.activity.discuss
    if shown.blank:
        return Seen("nothing", away=" (. shows it again)", unusual=True)
    if session.closed:
        return Seen("the last screen", away=" (→ turns its pages)")
    if shown.frozen:
        title = session.workshop.activity(shown.frozen.activity).title
        return Seen(f"‘{title}’, frozen", away=" (f lets it go on)", unusual=True)
    if shown.notes:
        return Seen(LISTS[shown.notes], away=" (→ turns the pages, d puts it away)", unusual=True)
    if (at := shown.question) is not None and at < len(discuss):
        after = f"question {at + 2}" if at + 1 < len(discuss) else ""
        return Seen(f"question {at + 1} of {len(discuss)}, large", after, " (d puts it away)", unusual=True)
    if session.state().phase is Phase.REVEALED:
        return _revealed(session, walked)
    if past := as_it_was(session):
        return Seen(f"the question, and ‘{past.activity.title}’ again", away=" (F3 goes on)", unusual=True)
    return Seen(_working(session))


def _working(session: Session) -> str:
    match session.state().phase:
        case Phase.WAITING:
            return "the question, and how to take part" if session.activity.answered else "what comes next"
        case Phase.OPEN:
            return "the question, and the time"
        case _:
            return "‘Hands off, please.’"


def _revealed(session: Session, walked: Walk | None) -> Seen:
    if walked is None:
        return Seen("the results")
    found = seen_there(walked, session.shown.spotlight)
    compared = "before and after: " if session.shown.compare else ""
    return Seen(f"{compared}{found.now}", found.next)


def may_turn(session: Session) -> bool:
    """Whether there is anything to step through."""
    return not session.shown.blank and (
        session.closed is not None
        or session.shown.notes is not None
        or session.shown.question is not None
        or session.state().phase is Phase.REVEALED
    )


def stepped(session: Session, by: int, walked: Walk | None) -> Session:
    """The session once the room sees the next step of what it sees now, or the one before (`by` -1); round at the ends."""
    shown = session.shown
    if not may_turn(session):
        return session
    if session.closed or shown.notes:
        return session.show(page=max(shown.page + by, 0))
    if shown.question is not None:
        return session.show(question=(shown.question + by) % max(len(session.activity.discuss), 1))
    return session.show(spotlight=walked.on(shown.spotlight, by)) if walked else session
