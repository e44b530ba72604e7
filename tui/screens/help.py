"""What can be done on a screen: its own words, then every key that works there."""

from inspect import cleandoc
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Markdown, Static


class HelpScreen(ModalScreen[None]):
    """Help in Markdown over the screen it is about. Escape goes back."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 94%; height: auto; max-height: 88%; padding: 1 2;
        background: $panel; border: round $now;
    }
    HelpScreen Markdown { background: $panel; padding: 0 1; }
    HelpScreen #keys { padding: 1 1 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss", "Go back", key_display="esc"),
    ]

    def __init__(self, text: str, keys: dict[str, str]) -> None:
        """Show this Markdown, and what each key does."""
        super().__init__()
        self._text, self._keys = text, keys

    @classmethod
    def about(cls, screen: Screen[object]) -> "HelpScreen":
        """Help on a screen: the words of what has the focus first, then of what holds it, then the keys."""
        holders = [screen.focused, *screen.focused.ancestors] if screen.focused else []
        seen: list[str] = []
        for node in [*holders, *screen.query("*"), screen]:
            words = getattr(node, "HELP", None)
            if isinstance(words, str) and words.strip() and words not in seen:
                seen.append(words)
        return cls("\n\n".join(cleandoc(words) for words in seen), _keys(screen))

    def compose(self) -> ComposeResult:
        """The words, in a panel that scrolls."""
        with VerticalScroll():
            if self._text:
                yield Markdown(self._text)
            width = max((len(keys) for keys in self._keys), default=0)
            rows = [
                Content.assemble((f"{keys:>{width}}", "$now bold"), f"  {what}") for keys, what in self._keys.items()
            ]
            yield Static(Content("\n").join(rows), id="keys")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()


def _keys(screen: Screen[object]) -> dict[str, str]:
    """What works on a screen now: every binding that is described, by the keys as they are shown."""
    keys: dict[str, list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.description and active.enabled and _our_own(active.node, binding):
            shown = screen.app.get_key_display(binding)
            if shown not in keys.setdefault(binding.description, []):
                keys[binding.description].append(shown)
    return {" or ".join(shown): what for what, shown in keys.items()}


def _our_own(node: DOMNode, binding: Binding) -> bool:
    """Whether the binding is flipchart's, and not one that any list or text field has."""
    ours = [kind for kind in type(node).__mro__ if kind.__module__.startswith("tui.")]
    return any(binding.action == own.action for kind in ours for own in kind.__dict__.get("BINDINGS", ()))
