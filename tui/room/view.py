"""What the projector is to show: the session as it stands, or, while the facilitator has frozen it, as it stood."""

from collections.abc import Sequence
from dataclasses import dataclass

from activities.session.contribution import Contribution
from activities.session.looking_back import as_it_was
from activities.session.session import Phase, Picture, Session, Shown


@dataclass(frozen=True)
class View:
    """The session and everybody's work as the room sees them. What is `held` stands still, its timer too."""

    session: Session
    contributions: Sequence[Contribution]
    held: bool = False

    @property
    def picture(self) -> Picture:
        """The activity, phase and round that the room sees."""
        state = self.session.state()
        return Picture(activity=self.session.current, phase=state.phase, round=state.round)

    @property
    def revealed(self) -> bool:
        """Whether the room may see what the responses add up to."""
        return self.session.state().phase is Phase.REVEALED

    @property
    def results(self) -> "View | None":
        """What the room may see of results: of those that are revealed, or of earlier ones that stand beside the question."""
        if self.revealed:
            return self
        past = as_it_was(self.session)
        return View(past, self.contributions, self.held) if past else None

    @property
    def pauses(self) -> bool:
        """Whether the room has a break, or something to do away from the screens, by the clock."""
        return not self.session.activity.can_be_revealed and self.session.state().phase is Phase.OPEN


def view(before: View | None, session: Session, contributions: Sequence[Contribution]) -> View:
    """What the room sees, now that the session stands like this; `before` is what it saw, None if nothing yet.

    A room that begins while the projector is frozen shows that activity, phase and round, and nothing dwelt on.
    """
    frozen = session.shown.frozen
    if frozen is None:
        return View(session, contributions)
    if before is not None and before.held and before.picture == frozen:
        return before
    live = View(session, contributions, held=True)
    if before is None or live.picture != frozen:
        if before is not None and before.picture == frozen:
            return View(before.session, before.contributions, held=True)
        return View(_as_frozen(session, frozen), contributions, held=True)
    return live


def _as_frozen(session: Session, picture: Picture) -> Session:
    """The session with its room at this picture."""
    then = session.state(picture.activity).model_copy(update={"phase": picture.phase, "round": picture.round})
    return session.model_copy(
        update={
            "current": picture.activity,
            "running": {**session.running, picture.activity: then},
            "shown": Shown(zoom=session.shown.zoom),
        }
    )
