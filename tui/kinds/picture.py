"""The picture of a reveal: the board people worked on, the wall of their answers, the bars, for a look at the whole."""

from typing import Generic, TypeVar, cast

from textual.containers import Container, VerticalScroll
from textual.events import Resize
from textual.widget import Widget

from activities.kinds.activity import Activity, Summary
from activities.reveal import Total
from activities.session.rounds import Shift

S = TypeVar("S", bound=Summary)


class Picture(Container, Generic[S]):
    """What the room's responses add up to, drawn as one picture without names, in the terminal's own letters.

    Kinds draw how all stands (`redraw`), from `_summary`, the round `_before` and the `_shift` since where rounds are
    compared, and `_spotlight`, what is dwelt on: the `picture` of a step.
    """

    HELP = ""

    def __init__(self, activity: Activity) -> None:
        """With nothing to show yet."""
        super().__init__()
        self._total = Total()
        self._spotlight: str | None = None
        self._parts: tuple[Widget, ...] = ()

    @property
    def _summary(self) -> S | None:
        return cast("S | None", self._total.summary)

    @property
    def _before(self) -> S | None:
        return cast("S | None", self._total.before)

    @property
    def _shift(self) -> Shift | None:
        return self._total.compared

    def on_mount(self) -> None:
        """Its parts are there."""
        self._parts = tuple(self.query())
        self.call_after_refresh(self._redraw_if_there)

    def on_resize(self, event: Resize) -> None:
        """There is another place for it, which its parts take up first."""
        self.call_after_refresh(self._redraw_if_there)

    def on_show(self) -> None:
        """It is to be seen now."""
        self.call_after_refresh(self._redraw_if_there)

    def _redraw_if_there(self) -> None:
        """Where the room has gone on meanwhile, some of its parts are no longer there."""
        if all(part.is_attached for part in self._parts):
            self.redraw()

    def redraw(self) -> None:
        """Show how it stands now. Called after every change, once the parts are there."""

    def show(self, total: Total, dwelt: str = "") -> None:
        """The responses add up to this; dwell on one thing, or on the whole. It is drawn in place."""
        elsewhere = (dwelt or None) != self._spotlight
        self._total, self._spotlight = total, dwelt or None
        if self.is_mounted:
            self.redraw()
            if elsewhere:
                for scroll in self.query(VerticalScroll):
                    scroll.scroll_home(animate=False)
