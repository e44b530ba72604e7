"""The keys at the foot of a screen: as many as fit, and at the right, always, the one that ends it and the one for help."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

GAP = 2
"""Cells between one key's words and the next key."""

HELP, MORE = "Help", "More"
"""What the key for help is for: More, where there was no room for all."""


@dataclass(frozen=True)
class Said:
    """Keys that do one thing or the like, each as it is pressed and as it is shown, and what they do in a word or two.

    Those that are `last` always stand there, at the right. Several that are `close` stand without a space between them.
    """

    keys: tuple[tuple[str, str], ...]
    words: str
    last: bool = False
    close: bool = False

    @property
    def width(self) -> int:
        """Cells across."""
        gaps = 1 if self.close else len(self.keys)
        return sum(cell_len(shown) for _, shown in self.keys) + gaps + cell_len(self.words)


class Foot(Widget):
    """One line of keys, drawn as one. A click presses the key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Foot { dock: bottom; height: 1; padding: 0 1; background: $footer-background; color: $footer-description-foreground; }
    """

    def __init__(self, *last: str) -> None:
        """The keys of these actions stand at the right, whatever else there is room for."""
        super().__init__()
        self._last = frozenset(last)
        self._said: tuple[Said, ...] = ()
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Hear when other keys can be pressed."""
        self.screen.bindings_updated_signal.subscribe(self, self._hear)
        self._hear(self.screen)

    def _hear(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            said = tuple(self._possible(screen))
            if said != self._said:
                self._said = said
                self.refresh()

    def _possible(self, screen: Screen[object]) -> Iterator[Said]:
        active = screen.active_bindings
        bindings: dict[str, Binding] = {}
        for one in active.values():
            if one.binding.show and one.enabled and not _is_help(one.binding):
                bindings.setdefault(one.binding.action, one.binding)
        for group, several in groupby(bindings.values(), lambda binding: binding.group):
            together = list(several)
            if group is None or len(together) == 1:
                yield from (self._say(one) for one in together)
            else:
                keys = tuple((one.key, self.app.get_key_display(one)) for one in together)
                yield Said(keys, group.description, close=group.compact)
        helps = [one.binding for key, one in active.items() if key == "f1" and _is_help(one.binding)]
        yield from (Said((("f1", "F1"),), HELP, last=True) for _ in helps[:1])

    def _say(self, binding: Binding) -> Said:
        keys = ((binding.key, self.app.get_key_display(binding)),)
        return Said(keys, binding.description, last=binding.action.rpartition(".")[2] in self._last)

    def render(self) -> Content:
        """What fits, from the left; what always stands there, at the right."""
        width = self.content_size.width
        at_right = sorted((one for one in self._said if one.last), key=lambda one: one.words != HELP)
        room = width - sum(one.width + GAP for one in at_right)
        at_left: list[Said] = []
        for one in self._said:
            if not one.last and (room := room - one.width - GAP) >= 0:
                at_left.append(one)
        if len(at_left) + len(at_right) < len(self._said):
            at_right = [replace(one, words=MORE) if one.words == HELP else one for one in at_right]
        line, self._places = Content(""), []
        for one in at_left:
            line = self._put(line, line.cell_length + GAP * bool(line.plain), one)
        start = width + GAP - sum(one.width + GAP for one in at_right)
        for one in at_right:
            line = self._put(line, start, one)
            start += one.width + GAP
        return line

    def _put(self, line: Content, x: int, said: Said) -> Content:
        """The line with these keys and their words `x` cells from the left."""
        line = line.pad_right(max(x - line.cell_length, 0))
        for number, (key, shown) in enumerate(said.keys, 1):
            start = line.cell_length
            gap = "" if said.close and number < len(said.keys) else " "
            line = Content.assemble(line, (shown, "bold $footer-key-foreground"), gap)
            self._places.append((start, line.cell_length, key))
        if len(said.keys) == 1:
            start, _, key = self._places.pop()
            self._places.append((start, line.cell_length + cell_len(said.words), key))
        return Content.assemble(line, (said.words, "bold" if said.last and said.words not in (HELP, MORE) else ""))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        event.stop()
        found = event.get_content_offset(self)
        key = next((key for start, end, key in self._places if found is not None and start <= found.x < end), None)
        if key is not None:
            self.app.simulate_key(key)


def _is_help(binding: Binding) -> bool:
    return binding.action.rpartition(".")[2] == "help"
