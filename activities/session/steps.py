"""What the facilitator can do with a session by one key: in which words, when it makes sense, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from activities.model import MOST_ROUNDS
from activities.reveal.step import turned
from activities.session.again import compares_with_earlier
from activities.session.looking_back import look_back, seen_before
from activities.session.session import Phase, Session

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Step:
    """`words` say what was done, after the fact; `fits` whether it makes sense now; `take` does it at a time (UTC)."""

    words: str
    take: Callable[[Session, datetime], Session]
    fits: Callable[[Session], bool] = lambda session: True
    closed_too: bool = False

    def __call__(self, session: Session, now: datetime) -> Session:
        """The session after this step, which can be undone; the same session where it does not make sense."""
        if not self.makes_sense(session):
            return session
        after = self.take(session, now)
        return session if after == session else session.did(f"{self.words}: {session.activity.title}", after)

    def makes_sense(self, session: Session) -> bool:
        """Whether it is to be offered now: nothing is once the session is closed, but for how the last screen is shown."""
        return self.fits(session) and (session.closed is None or self.closed_too)


def _phase(session: Session) -> Phase:
    return session.state().phase


def _is_last(session: Session) -> bool:
    return session.neighbour(1) is None


def _is_first(session: Session) -> bool:
    return session.neighbour(-1) is None


def _may_reveal(session: Session) -> bool:
    """Once it has begun; and again where somebody went on with theirs after it was revealed."""
    began = _phase(session) is not Phase.WAITING or not session.activity.answered
    again = _phase(session) is not Phase.REVEALED or bool(session.state().reopened)
    return session.activity.can_be_revealed and began and again


def _question(session: Session, now: datetime) -> Session:
    """A question large; or, where one is or where notes are, what was there before them."""
    large = session.shown.question is not None or session.shown.notes is not None
    return session.show(question=None if large else 0, notes=None, page=0)


def _may_ask(session: Session) -> bool:
    return bool(session.activity.discuss) or session.shown.notes is not None


def _had_a_beginning(session: Session) -> bool:
    return _phase(session) is not Phase.WAITING


STEPS: Mapping[str, Step] = {
    "open": Step("Opened", lambda s, now: s.open(now), lambda s: _phase(s) is not Phase.OPEN),
    "lock": Step(
        "Locked",
        lambda s, now: s.lock(now),
        lambda s: s.activity.answered and (_phase(s) in (Phase.OPEN, Phase.REVEALED) or bool(s.state().reopened)),
    ),
    "reveal": Step("Revealed", lambda s, now: s.reveal(now), _may_reveal),
    "again": Step(
        "Opened a second round",
        lambda s, now: s.again(now),
        lambda s: s.activity.answered and _phase(s) in (Phase.LOCKED, Phase.REVEALED) and s.state().round < MOST_ROUNDS,
    ),
    "compare": Step(
        "Compared before and after",
        lambda s, now: s.show(compare=not s.shown.compare),
        lambda s: _phase(s) is Phase.REVEALED and compares_with_earlier(s),
    ),
    "next": Step("Moved on from", lambda s, now: s.next(now), lambda s: not _is_last(s)),
    "back": Step("Went back from", lambda s, now: s.back(now), lambda s: not _is_first(s)),
    "more": Step("Gave a minute more", lambda s, now: s.stretch(MINUTE)),
    "less": Step("Took a minute away", lambda s, now: s.stretch(-MINUTE)),
    "pause": Step("Stopped or started the timer", lambda s, now: s.pause_or_go_on(now), _had_a_beginning),
    "question": Step("Showed a question large, or put it away", _question, _may_ask),
    "look_back": Step("Looked back, or not", lambda s, now: look_back(s), lambda s: bool(seen_before(s))),
    "blank": Step("Blanked the room, or not", lambda s, now: s.show(blank=not s.shown.blank), closed_too=True),
    "freeze": Step("Froze the room, or not", lambda s, now: s.freeze()),
    "picture": Step(
        "Showed the picture, or one at a time",
        lambda s, now: s.show(spotlight=turned(s.shown.spotlight)),
        lambda s: _phase(s) is Phase.REVEALED,
    ),
    "zoom": Step("Larger words for the room, or not", lambda s, now: s.show(zoom=not s.shown.zoom), closed_too=True),
}
"""Every step, by the name that key bindings use."""
