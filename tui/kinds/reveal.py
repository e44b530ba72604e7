"""The room's results of one activity, as the projector shows them."""

from typing import Generic, TypeVar

from textual.containers import Container, VerticalScroll

from activities.kinds.activity import Activity, Summary
from activities.session.rounds import Shift

S = TypeVar("S", bound=Summary)


class Reveal(Container, Generic[S]):
    """What the room's responses add up to, without names. It fills the room's screen under the title.

    Kinds say what can be dwelt on (`steps`) and draw how all stands (`redraw`), from `_summary`, the round `_before`
    and the `_shift` since where rounds are compared, and `_spotlight`, the step that is dwelt on.
    """

    HELP = ""

    def __init__(self, activity: Activity, summary: S | None) -> None:
        """Show this summary."""
        super().__init__()
        self._summary = summary
        self._before: S | None = None
        self._shift: Shift | None = None
        self._spotlight: str | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids one can dwell on (cards, strands, fields), in the order to step through them."""
        return ()

    def redraw(self) -> None:
        """Show how it stands now. Called after every change, once the parts are there."""

    def dwell_on(self, step: str | None) -> None:
        """Put one of the steps in the eye's centre, or none."""
        self._spotlight = step if step in self.steps else None
        self._redraw()
        for scroll in self.query(VerticalScroll):
            scroll.scroll_home(animate=False)

    def show(self, summary: S | None) -> None:
        """The responses now add up to this: redraw in place."""
        self._summary = summary
        self._redraw()

    def compare(self, before: S | None, shift: Shift | None) -> None:
        """Show the round before, and what changed since, beside this one; without `before`, this one alone.

        `shift` is None where so few took part in both rounds that counts would tell who changed.
        """
        self._before, self._shift = before, shift
        self._redraw()

    def _redraw(self) -> None:
        if self.is_mounted:
            self.redraw()
