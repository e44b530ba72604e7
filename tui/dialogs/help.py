"""What can be done on a screen: its own words, then every key that works there."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Footer, Markdown, Static

from tui.settings.keys import declared
from tui.steady import SteadyModal

GAP = 4
"""Cells between two columns of keys."""


@dataclass(frozen=True)
class Possible:
    """Something that can be done now: its keys as they are shown, its name, and the action and node that do it."""

    keys: tuple[str, ...]
    what: str
    action: str
    node: DOMNode


def possible(screen: Screen[object]) -> list[Possible]:
    """What can be done on a screen now with a key of flipchart's own: each once, nearest to the focus first."""
    found: dict[str, Possible] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        helps = binding.action.rpartition(".")[2] == "help"
        if binding.description and active.enabled and not helps and _our_own(active.node, binding):
            shown = screen.app.get_key_display(binding)
            before = found.get(binding.description)
            keys = tuple(dict.fromkeys((*before.keys, shown))) if before else (shown,)
            found[binding.description] = Possible(keys, binding.description, binding.action, active.node)
    return list(found.values())


def _our_own(node: DOMNode, binding: Binding) -> bool:
    """Whether the binding is flipchart's, and not one that any list or text field has."""
    kinds = [(kind.__module__.startswith("tui."), declared(kind)) for kind in type(node).__mro__]
    theirs = {(own.action, own.description) for ours, found in kinds if not ours for own in found}
    return (binding.action, binding.description) not in theirs and any(
        binding.action == own.action for ours, found in kinds if ours for own in found
    )


class HelpScreen(SteadyModal[None]):
    """Help in Markdown over the screen it is about. Escape goes back."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 96%; height: auto; max-height: 100%; padding: 0 2;
        background: $panel; border: round $now;
    }
    HelpScreen.-tall VerticalScroll { padding: 1 2; max-height: 90%; }
    HelpScreen.-wide VerticalScroll { width: 96; }
    HelpScreen Markdown { background: $panel; padding: 0; margin: 0; }
    HelpScreen MarkdownH2 { color: $now; text-style: bold; margin: 0 0 1 0; content-align: left middle; }
    HelpScreen MarkdownParagraph { margin: 0 0 1 0; }
    HelpScreen MarkdownList { margin: 0 0 1 0; }
    HelpScreen Markdown > *:last-child { margin-bottom: 0; }
    HelpScreen MarkdownBullet { color: $now; }
    HelpScreen .code_inline { background: $background; color: $foreground; text-style: none; }
    HelpScreen #keys { padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss", "Go back", key_display="esc", id="help.back"),
    ]

    def __init__(self, text: str, can: list[Possible]) -> None:
        """Show this Markdown, and what can be done with which keys."""
        super().__init__()
        self._text, self._can = text, can

    @classmethod
    def about(cls, screen: Screen[object], command: str = "flipchart") -> "HelpScreen":
        """Help on a screen: the words of what has the focus first, then of what holds it, then the keys.

        What a part has to say just now, as Markdown in `help_now`, comes before all that is said once and for all.
        Commands in it are as they are typed where flipchart is started by `command`.
        """
        holders = [screen.focused, *screen.focused.ancestors] if screen.focused else []
        shown = [widget for widget in screen.query("*") if widget.display]
        seen: list[str] = []
        now = [getattr(node, "help_now", None) for node in shown]
        for words in [*now, *(getattr(node, "HELP", None) for node in [*holders, *shown, screen])]:
            if isinstance(words, str) and words.strip() and words not in seen:
                seen.append(words)
        text = "\n\n".join(cleandoc(words) for words in seen)
        return cls(text.replace("`flipchart ", f"`{command} "), possible(screen))

    def compose(self) -> ComposeResult:
        """The words, in a panel that scrolls where it must."""
        with VerticalScroll():
            if self._text:
                yield Markdown(self._text, open_links=False)
            yield Static(id="keys")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self, event: Resize) -> None:
        """As many columns of keys as there is room for."""
        room = min(event.size.width * 96 // 100, 96 if event.size.width >= 100 else 84) - 7
        self.query_one("#keys", Static).update(
            in_columns([(" or ".join(can.keys), can.what) for can in self._can], room)
        )


def in_columns(rows: list[tuple[str, str]], width: int) -> Content:
    """Keys and what they do, in as many columns as fit into `width` cells, read downwards."""
    if not rows:
        return Content("")
    columns = next(many for many in (3, 2, 1) if many == 1 or _width(rows, many) <= width)
    height = -(-len(rows) // columns)
    return Content("\n").join(Content.assemble(*_line(rows, height, y)) for y in range(height))


def _columns(rows: list[tuple[str, str]], height: int) -> Iterator[tuple[list[tuple[str, str]], int, int]]:
    """Each column, with the cells of its keys and of its words."""
    for start in range(0, len(rows), height):
        column = rows[start : start + height]
        yield column, max(len(keys) for keys, _ in column), max(len(what) for _, what in column)


def _width(rows: list[tuple[str, str]], columns: int) -> int:
    return sum(keys + 2 + what + GAP for _, keys, what in _columns(rows, -(-len(rows) // columns))) - GAP


def _line(rows: list[tuple[str, str]], height: int, y: int) -> Iterator[tuple[str, str]]:
    for column, keys_width, what_width in _columns(rows, height):
        if y < len(column):
            keys, what = column[y]
            yield f"{keys:>{keys_width}}", "$now bold"
            yield f"  {what:<{what_width + GAP}}", ""
