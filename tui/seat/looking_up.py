"""What a shared terminal says while there is nothing to do at it."""

from activities.session.session import Phase, Session
from activities.session.sitting import HANDS_OFF


def look_up(session: Session) -> tuple[str, str]:
    """What the screen says while there is nothing to do at it: a heading, and a sentence."""
    if session.closed:
        return "Thank you.", "The session is over, and your work is kept. Ask the facilitator for your handout."
    match session.state().phase:
        case Phase.WAITING:
            return "We begin in a moment.", f"Next: {session.activity.title}"
        case Phase.OPEN:
            return "Look to the front, please.", session.activity.title
        case Phase.LOCKED:
            return HANDS_OFF, "Everyone's work is kept."
        case Phase.REVEALED:
            answered = session.activity.answered
            return "Look to the front, please.", "Here is what the room thinks." if answered else session.activity.title
