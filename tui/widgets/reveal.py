"""The room's results of one activity, as the projector shows them."""

from textual.containers import Container

from activities.activity import Activity, Summary
from activities.rounds import Shift


class Reveal(Container):
    """What the room's responses add up to, without names. It fills the room's screen under the title.

    `steps` are the ids of what one can dwell on (cards, strands, fields), the most talked-about first; `spotlight` is
    the one being dwelt on, or None.
    """

    HELP = ""

    def __init__(self, activity: Activity, summary: Summary | None) -> None:
        """Show this summary."""
        super().__init__()

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids one can dwell on, in the order to step through them."""
        return ()

    def dwell_on(self, step: str | None) -> None:
        """Put one of the steps in the eye's centre, or none."""

    def show(self, summary: Summary | None) -> None:
        """The responses now add up to this: redraw in place."""

    def compare(self, before: Summary | None, shift: Shift | None) -> None:
        """Show the round before, and what changed since, beside this one; without `before`, this one alone.

        `shift` is None where so few took part in both rounds that counts would tell who changed.
        """
