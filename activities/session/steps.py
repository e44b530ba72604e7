"""What the facilitator can do with a session by one key: in which words, when it makes sense, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from activities.model import MOST_ROUNDS
from activities.session.session import Phase, Session

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Step:
    """`words` say what was done, after the fact; `fits` whether it makes sense now; `take` does it at a time (UTC)."""

    words: str
    take: Callable[[Session, datetime], Session]
    fits: Callable[[Session], bool] = lambda session: True

    def __call__(self, session: Session, now: datetime) -> Session:
        """The session after this step, which can be undone; the same session where it does not make sense."""
        if not self.fits(session):
            return session
        after = self.take(session, now)
        return session if after == session else session.did(f"{self.words}: {session.activity.title}", after)


def _phase(session: Session) -> Phase:
    return session.state().phase


def _is_last(session: Session) -> bool:
    return session.current == session.workshop.activities[-1].id


def _is_first(session: Session) -> bool:
    return session.current == session.workshop.activities[0].id


def _may_reveal(session: Session) -> bool:
    """Once it has begun; and again where somebody went on with theirs after it was revealed."""
    began = _phase(session) is not Phase.WAITING or not session.activity.answered
    return began and (_phase(session) is not Phase.REVEALED or bool(session.state().reopened))


def _next_question(session: Session, now: datetime) -> Session:
    at = session.shown.question
    after = 0 if at is None else at + 1
    return session.show(question=after if after < len(session.activity.discuss) else None)


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
        lambda s: _phase(s) is Phase.REVEALED and s.state().round > 1,
    ),
    "next": Step("Moved on from", lambda s, now: s.next(now), lambda s: not _is_last(s)),
    "back": Step("Went back from", lambda s, now: s.back(now), lambda s: not _is_first(s)),
    "more": Step("Gave a minute more", lambda s, now: s.stretch(MINUTE), lambda s: _phase(s) is not Phase.REVEALED),
    "less": Step("Took a minute away", lambda s, now: s.stretch(-MINUTE), lambda s: _phase(s) is not Phase.REVEALED),
    "pause": Step(
        "Stopped or started the timer", lambda s, now: s.pause_or_go_on(now), lambda s: _phase(s) is Phase.OPEN
    ),
    "question": Step("Showed a question large", _next_question, lambda s: bool(s.activity.discuss)),
    "blank": Step("Blanked the room, or not", lambda s, now: s.show(blank=not s.shown.blank)),
    "freeze": Step("Froze the room, or not", lambda s, now: s.freeze()),
    "zoom": Step("Larger words for the room, or not", lambda s, now: s.show(zoom=not s.shown.zoom)),
}
"""Every step, by the name that key bindings use."""
