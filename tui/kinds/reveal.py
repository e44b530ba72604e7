"""The room's results of one activity, as the projector shows them: one thing at a time in big type, or the picture."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.message import Message

from activities.kinds.activity import Activity
from activities.reveal import Step, Total, steps
from activities.reveal.step import find, step_at, turned
from tui.kinds import picture
from tui.kinds.picture import Picture
from tui.widgets.big_layout import lay_out
from tui.widgets.big_pages import GAP, Walk
from tui.widgets.big_sheet import BigSheet, Drawn, Ink, draw_sheet, ink_of


@dataclass(frozen=True)
class Spot:
    """Where the room is in a reveal, on a screen of a size and in the colours of a theme."""

    walk: Walk
    at: str | None
    ink: Ink


def draw(spot: Spot) -> Drawn:
    """Draw the page that is seen there. It may take longer than a frame: call it in a thread."""
    walk = spot.walk
    return draw_sheet(lay_out(walk.at(spot.at), walk.across(spot.at), walk.rows, walk.grown(spot.at)), spot.ink)


def beside(spot: Spot) -> tuple[Spot, Spot]:
    """Where the room is one page further on, and one page back."""
    return replace(spot, at=spot.walk.on(spot.at)), replace(spot, at=spot.walk.on(spot.at, -1))


class Reveal(Container, can_focus=True):
    """What the room's responses add up to, without names. It opens with its headline.

    Where the room is among the steps is `at`: the id of a step or of one of its pages, with the sign for the picture
    before it where that is on show; None at the headline. Larger words stand beside the picture, or in its place.
    """

    DEFAULT_CSS = """
    Reveal { height: 1fr; layout: horizontal; }
    Reveal Picture { display: none; width: 1fr; height: 100%; }
    Reveal.-picture Picture { display: block; }
    Reveal.-picture BigSheet { display: none; }
    Reveal.-picture.-larger BigSheet { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "turn", "Picture, or one at a time", show=False, id="reveal.picture"),
        Binding("pagedown", "page(1)", "Past all the answers, or further down", show=False, id="reveal.past"),
        Binding("pageup", "page(-1)", "Before all the answers, or further up", show=False, id="reveal.before"),
    ]
    HELP = """
    ## What the room thinks

    One thing at a time, in letters for the back row: the headline first. **→** and **←** go on and back, **PgDn**
    and **PgUp** past all the answers to a question. **v** shows the picture of the whole, and again one at a time.
    """

    class Turned(Message):
        """The picture is on show now, or one thing at a time."""

    def __init__(self, activity: Activity, total: Total, *, join: str = "") -> None:
        """What the responses add up to; `join` says how to take part, for where nobody has."""
        super().__init__()
        self.activity = activity
        self.at: str | None = None
        self._join = join
        self._total = total
        self._steps = self._told(total)
        self._larger = False
        self._ready: list[tuple[Spot, Drawn]] = []
        self._drawing = False
        self._sheet = BigSheet()  # asked for by a worker, too, which may outlive the sheet by a moment

    def compose(self) -> ComposeResult:
        """One thing at a time; the picture comes when it is asked for."""
        yield self._sheet

    @property
    def steps(self) -> Sequence[Step]:
        """The steps, the headline first."""
        return self._steps

    @property
    def page(self) -> Step:
        """The page that the room is at."""
        return self._walk.at(self.at)

    @property
    def is_picture(self) -> bool:
        """Whether the picture is on show: of nothing, or of what is withheld, there is none."""
        return self._walk.shows_picture(self._place)

    @property
    def _place(self) -> str | None:
        """Where the room is, and never in a picture where there is none."""
        there_is_none = self._steps[0].empty or self._total.withheld
        return (step_at(self.at) or None) if there_is_none else self.at

    @property
    def drawn(self) -> Drawn | None:
        """What the room reads, one at a time; None while that is not drawn yet."""
        shown = self._sheet.drawn
        return shown if shown is not None and shown is self._find(self._spot) else None

    def show(self, total: Total) -> None:
        """The responses now add up to this."""
        before = self.is_picture
        self._total, self._steps = total, self._told(total)
        self._redraw()
        if before != self.is_picture:
            self.post_message(self.Turned())

    def go(self, at: str | None) -> None:
        """Go to a step; to the headline where it is not there any more."""
        if at != self.at:
            before, self.at = self.is_picture, at
            self._redraw()
            if before != self.is_picture:
                self.post_message(self.Turned())

    def step(self, by: int) -> None:
        """Go on by a page, or back."""
        self.go(self._walk.on(self.at, by))

    def past(self, by: int) -> None:
        """Go on to what is told next of, or back."""
        self.go(self._walk.past(self.at, by))

    def action_turn(self) -> None:
        """The picture, or one thing at a time."""
        self.go(turned(self.at))

    def action_page(self, by: int) -> None:
        """Past all the answers to a question; the picture scrolls."""
        if not self.is_picture:
            self.past(by)
            return
        for scroll in self.query("Picture VerticalScroll").results(VerticalScroll):
            (scroll.scroll_page_down if by > 0 else scroll.scroll_page_up)(animate=False)

    def zoom(self, larger: bool) -> None:
        """Fewer and larger words, or all of them."""
        if larger != self._larger:
            before, self._larger = self.is_picture, larger
            self._redraw()
            if before != self.is_picture:
                self.post_message(self.Turned())

    def on_resize(self, event: events.Resize) -> None:
        """There is another place for it."""
        self.call_after_refresh(self._redraw)

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._redraw()

    def _told(self, total: Total) -> tuple[Step, ...]:
        found = steps(self.activity, total)
        if not found[0].empty:
            return found
        return (replace(found[0], title=found[0].words, words=self._join), *found[1:])

    @property
    def _walk(self) -> Walk:
        return Walk(self._steps, max(self.size.width, 1), max(self.size.height, 1), self._larger)

    @property
    def _spot(self) -> Spot:
        return Spot(self._walk, self._place, ink_of(self.app))

    def _find(self, spot: Spot) -> Drawn | None:
        return next((drawn for known, drawn in self._ready if known == spot), None)

    def _redraw(self) -> None:
        if not (self.is_mounted and self.size.width):
            return
        self.set_class(self.is_picture, "-picture")
        self.set_class(self._larger, "-larger")
        if self.is_picture:
            self._show_picture()
        if self._has_words:
            self._show_words()

    @property
    def _has_words(self) -> bool:
        """Whether anything is said in big type: with a picture only where words are to be larger."""
        return self._larger or not self.is_picture

    def _show_words(self) -> None:
        sheet, across = self._sheet, self._walk.across(self._place)
        drawn = self._find(self._spot)
        sheet.styles.width = across if self.is_picture else "1fr"
        sheet.styles.margin = (0, 0, 0, GAP if self.is_picture else 0)
        if drawn is not None or (sheet.drawn is not None and sheet.drawn.sheet.width != across):
            sheet.show(drawn)
        if not self._drawing:
            self._drawing = True
            self._keep_drawing()

    @work(group="drawing")
    async def _keep_drawing(self) -> None:
        """Until what is on show is where the room is; then what comes next, so that it is there at once."""
        try:
            here: Spot | None = None
            while here != self._spot and self._has_words:
                here = self._spot
                drawn = await self._draw(here)
                if here == self._spot:
                    self._ready = [*self._ready, (here, drawn)]
                    self._sheet.show(drawn)
                    await self._get_ready(here, drawn)
        finally:
            self._drawing = False

    async def _draw(self, spot: Spot) -> Drawn:
        found = self._find(spot)
        return found if found is not None else await asyncio.to_thread(draw, spot)

    async def _get_ready(self, here: Spot, drawn: Drawn) -> None:
        """Draw the pages beside this one, and keep no others."""
        kept = [(here, drawn)]
        for spot in await asyncio.to_thread(beside, here):
            kept.append((spot, await self._draw(spot)))
            if here != self._spot:
                return
        self._ready = kept

    def _show_picture(self) -> None:
        found = self.query(Picture)
        there: Picture[Any] = found.first() if found else picture(self.activity)
        if not found:
            self.mount(there, before=0)
        step = self._steps[find(self._steps, step_at(self.at))]
        there.show(self._total, step.picture)
