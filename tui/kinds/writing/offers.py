"""What an earlier activity offers to start from: one row an offer, to be taken over into the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from activities.kinds.activity import Offer
from activities.kinds.taking_over import stands_in
from tui.kinds.writing.area import plain_text
from tui.widgets.scrolled import Scrolled

MOST_ROWS = 6
"""Rows in which an offer's text is shown in full while it is picked out; a longer one ends in `…` but is taken whole."""


class Offers(Widget, can_focus=True):
    """The offers as numbered rows. The one picked out is shown in full."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Choose", key_display="↑ ↓", id="stems.offer_up"),
        Binding("down", "move(1)", "Choose", show=False, id="stems.offer_down"),
        Binding("enter", "take", "Take over", id="stems.offer_take"),
        *(
            Binding(str(number), f"take_number({number})", show=False, id=f"stems.offer_{number}")
            for number in range(1, 10)
        ),
    ]

    DEFAULT_CSS = """
    Offers { height: auto; width: 1fr; margin-top: 1; padding: 0 1; border-left: outer $panel; }
    Offers:focus { border-left: outer $now; }
    """

    offers: reactive[tuple[Offer, ...]] = reactive((), layout=True)
    """What there is to take over."""

    picked: reactive[int] = reactive(0, layout=True)
    """The offer picked out, from 0."""

    answer: reactive[str] = reactive("", layout=True)
    """What is written so far: an offer that is in it has a tick."""

    @dataclass
    class Taken(Message):
        """This offer is to be set into the text; the `others` are what else there is, as texts."""

        offer: Offer
        others: tuple[str, ...] = ()

    def watch_offers(self) -> None:
        """Begin with the first."""
        self.picked = 0

    def _rows(self, width: int) -> list[list[Content]]:
        return [self._row(number, offer, width) for number, offer in enumerate(self.offers)]

    def _row(self, number: int, offer: Offer, width: int) -> list[Content]:
        here = self.has_focus and number == self.picked
        text = plain_text(offer.text).expandtabs(4)
        sign = "▸" if here else "✓" if stands_in(text, self.answer) else " "
        lead = Content.styled(f"{sign} {number + 1}  ", "bold $now" if here else "$done" if sign == "✓" else "$quiet")
        heading = Content.styled(offer.heading, "$quiet").wrap(max(8, width - 5))
        lines = [lead + heading[0], *(Content("     ") + row for row in heading[1:])]
        rows = Content.styled(text, "" if here else "$foreground").wrap(max(8, width - 7))
        shown = MOST_ROWS if here else 1
        if len(rows) > shown:
            rows = [*rows[: shown - 1], rows[shown - 1].rstrip() + Content(" …")]
        return [*lines, *(Content("     ") + row for row in rows)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of the heading and of every offer."""
        return 1 + sum(len(rows) for rows in self._rows(width)) if self.offers else 0

    def render(self) -> Content:
        """What this is, and every offer."""
        rows = [row for rows in self._rows(self.size.width) for row in rows]
        return Content("\n").join([Content.styled("From what you wrote earlier", "bold $quiet"), *rows])

    def action_move(self, by: int) -> None:
        """Pick out the offer before or after."""
        self.picked = min(max(self.picked + by, 0), len(self.offers) - 1)
        self.call_after_refresh(self._show_picked)

    def _show_picked(self) -> None:
        """Scroll what these stand on so far that the one picked out is seen."""
        rows = self._rows(self.size.width)
        if isinstance(self.parent, Scrolled) and rows:
            above = self.virtual_region.y + 1 + sum(len(row) for row in rows[: self.picked])
            self.parent.scroll_to_region(Region(0, above, 1, len(rows[self.picked])), animate=False)

    def action_take(self) -> None:
        """Take over the one picked out."""
        self.action_take_number(self.picked + 1)

    def action_take_number(self, number: int) -> None:
        """Take over an offer by its number from 1."""
        if number <= len(self.offers):
            taken = self.offers[number - 1]
            self.post_message(self.Taken(taken, tuple(one.text for one in self.offers if one != taken)))

    def on_click(self, event: events.Click) -> None:
        """Take over the offer that was clicked."""
        event.stop()
        row = event.get_content_offset_capture(self).y - 1
        for number, rows in enumerate(self._rows(self.size.width), 1):
            if 0 <= row < len(rows):
                self.action_take_number(number)
                return
            row -= len(rows)

    def on_focus(self) -> None:
        """The one picked out is shown in full."""
        self.refresh(layout=True)
        self.call_after_refresh(self._show_picked)

    def on_blur(self) -> None:
        """And is a row again."""
        self.refresh(layout=True)


def own(offers: Sequence[Offer] | None) -> tuple[Offer, ...]:
    """The offers that say anything."""
    return tuple(offer for offer in offers or () if offer.text.strip())
