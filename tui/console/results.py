"""What the responses add up to, for the console: a glance at them, and the steps in which the room sees them."""

from collections.abc import Sequence

from activities.session.contribution import Contribution
from activities.session.session import Phase, Session
from tui.console.projector import Stop
from tui.kinds import reveal
from tui.room.results import Total
from tui.room.results import add_up as added_up
from tui.room.view import View

__all__ = ["Total", "add_up", "stops"]


def add_up(session: Session, contributions: Sequence[Contribution], fewest: int) -> Total:
    """Add up what there is of the current activity. It may take a moment: call it in a thread."""
    return added_up(View(session, contributions), fewest)


def stops(session: Session, total: Total) -> tuple[Stop, ...]:
    """The steps of what is revealed, in the order in which the room sees them; none where nothing is."""
    if session.state().phase is not Phase.REVEALED:
        return ()
    there = reveal(session.activity, total.summary)
    there.compare(total.before, total.shift if session.shown.compare else None)
    return (Stop(None, "all of it"), *(Stop(step, step) for step in there.steps))
