"""A few options with their numbers, of which one is chosen: a key or a click chooses it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

BETWEEN = 3
"""Cells between two options that stand side by side."""


class Options(Static, can_focus=False):
    """The options side by side, one under another where there is too little room. What is chosen has a filled mark."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Options { height: 1fr; }"

    @dataclass
    class Chosen(Message):
        """An option was clicked, by its number from 0."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing to choose from yet."""
        super().__init__(id=id, markup=False)
        self._shown: tuple[tuple[str, ...], int | None] = ((), None)
        self._places: list[tuple[int, int, int]] = []

    def show(self, options: Sequence[str], chosen: int | None, *, numbered: bool = True) -> None:
        """These can be chosen; one of them is, by its number from 0."""
        self._shown = (tuple(options), chosen)
        self._numbered = numbered
        self._draw()

    def on_resize(self) -> None:
        """There is another place for them."""
        self._draw()

    def _draw(self) -> None:
        options, chosen = self._shown
        pieces = [self._piece(number, option, number == chosen) for number, option in enumerate(options)]
        across = sum(piece.cell_length + BETWEEN for piece in pieces) - BETWEEN <= self.size.width
        self._places, x = [], 0
        for number, piece in enumerate(pieces):
            self._places.append((0 if across else number, x if across else 0, piece.cell_length))
            x += piece.cell_length + BETWEEN
        self.update(Content(" " * BETWEEN if across else "\n").join(pieces), layout=False)

    def _piece(self, number: int, option: str, chosen: bool) -> Content:
        key = (f"{number + 1} ", "bold $now") if self._numbered else ""
        mark = ("● ", "$done") if chosen else ("○ ", "$quiet")
        return Content.assemble(key, mark, (option, "bold" if chosen else ""))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        event.stop()
        at = event.get_content_offset_capture(self)
        for number, (y, x, width) in enumerate(self._places):
            if at.y == y and x <= at.x < x + width:
                self.post_message(self.Chosen(number))


class Choosing(Options, can_focus=True):
    """The same for where one comes by a key: its number chooses an option, the arrows and space go through them."""

    DEFAULT_CSS = """
    Choosing { height: auto; min-height: 1; padding: 0 1; border-left: outer $panel; }
    Choosing:focus { border-left: outer $now; }
    """

    def on_key(self, event: events.Key) -> None:
        """Choose by a number, or the next one or the one before."""
        options, chosen = self._shown
        by = {"right": 1, "space": 1, "left": -1}.get(event.key)
        if by is not None:
            event.stop()
            number = (0 if by > 0 else len(options) - 1) if chosen is None else (chosen + by) % len(options)
            self.post_message(self.Chosen(number))
        elif event.key.isdecimal() and 1 <= int(event.key) <= len(options):
            event.stop()
            self.post_message(self.Chosen(int(event.key) - 1))
