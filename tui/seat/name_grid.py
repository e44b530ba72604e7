"""Names to choose from, in a grid, with a mark for who is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.widgets import Static

from activities.session.contribution import Participant
from activities.session.seats import Seat
from tui.steady import done

NARROW, WIDE = 22, 32
"""Cells of a column that has names, and of one that has names and tables."""


class NameChip(Static, can_focus=True):
    """One name. Enter or a click chooses it; what is typed at it is a name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Sit down", key_display="Enter")]

    def __init__(self, seat: Seat) -> None:
        """The name in this seat."""
        super().__init__(_label(seat))
        self.seat = seat
        self.set_class(seat.handed_in, "in")

    def show(self, seat: Seat) -> None:
        """Show this seat from now on."""
        if seat != self.seat:
            self.seat = seat
            self.set_class(seat.handed_in, "in")
            self.update(_label(seat))

    def action_choose(self) -> None:
        """This person sits down, unless letters came before the key: those are heard first."""
        self.call_later(self.post_message, NameGrid.Chosen(self.seat.participant, by_key=True))

    def on_key(self, event: Key) -> None:
        """Whoever types means to type a name: the letters go where they can be seen."""
        if event.is_printable and event.character:
            event.stop()
            self.post_message(NameGrid.Typed(event.character))

    def on_click(self, event: Click) -> None:
        """Choose by mouse."""
        event.stop()
        self.post_message(NameGrid.Chosen(self.seat.participant, by_key=False))


class NameGrid(ItemGrid):
    """Chips in as many columns as fit; the arrow keys move among them."""

    DEFAULT_CSS = """
    NameGrid { height: auto; grid-gutter: 1 2; keyline: none; }
    NameChip { height: 1; padding: 0 1; background: $panel; color: $foreground; text-wrap: nowrap; text-overflow: ellipsis; }
    NameChip.in { color: $done; }
    NameChip:hover { text-style: bold; }
    NameChip:focus { background: $now; color: $background; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1, 0)", show=False),
        Binding("right", "step(1, 0)", show=False),
        Binding("up", "step(0, -1)", show=False),
        Binding("down", "step(0, 1)", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Somebody sits down."""

        participant: Participant
        by_key: bool

    @dataclass
    class Typed(Message):
        """A letter was typed while a name had the focus."""

        letter: str

    def __init__(self) -> None:
        """No names yet."""
        super().__init__(min_column_width=NARROW)

    def offer(self, seats: Sequence[Seat]) -> None:
        """Show these names, in this order; a chip whose name stays keeps the focus."""
        self.min_column_width = WIDE if any(seat.table for seat in seats) else NARROW
        chips = {chip.seat.participant.id: chip for chip in self.query(NameChip)}
        wanted = [seat.participant.id for seat in seats]
        if wanted == list(chips):
            for seat in seats:
                chips[seat.participant.id].show(seat)
            return
        held = self.screen.focused
        focused = held.seat.participant.id if isinstance(held, NameChip) else None
        self._replace(list(seats), focused)

    @work(exclusive=True, group="names")
    async def _replace(self, seats: list[Seat], focused: str | None) -> None:
        async with self.batch():
            await done(self.remove_children())
            await self.mount_all(NameChip(seat) for seat in seats)
        for chip in self.query(NameChip):
            if chip.seat.participant.id == focused:
                chip.focus()

    def action_step(self, across: int, down: int) -> None:
        """Move the focus by columns and rows, stopping at the edges."""
        chips = list(self.query(NameChip))
        here = next((chip for chip in chips if chip.has_focus), None)
        if here is None:
            return
        rows = sorted({chip.region.y for chip in chips})
        row, column = rows.index(here.region.y), here.region.x
        if down:
            row += down
            if row < 0:
                self.screen.focus_previous()
            if not 0 <= row < len(rows):
                return
            line = [chip for chip in chips if chip.region.y == rows[row]]
            min(line, key=lambda chip: abs(chip.region.x - column)).focus()
        else:
            at = chips.index(here) + across
            if 0 <= at < len(chips):
                chips[at].focus()


def _label(seat: Seat) -> Content:
    begun = seat.progress is not None and seat.progress.begun
    mark = "✓" if seat.handed_in else "…" if begun else " "
    table = (f"  {seat.table}", "dim") if seat.table else ""
    return Content.assemble(f"{mark} {seat.participant.name}", ("  PIN", "dim") if seat.locked else "", table)
