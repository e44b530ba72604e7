"""What can be done on a screen: its own words, then every key that works there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Markdown


class HelpScreen(ModalScreen[None]):
    """Help in Markdown over the screen it is about. Escape goes back."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 94%; height: auto; max-height: 88%; padding: 1 2;
        background: $panel; border: round $now;
    }
    HelpScreen Markdown { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss", "Go back", key_display="esc"),
    ]

    def __init__(self, text: str) -> None:
        """Show this Markdown."""
        super().__init__()
        self._text = text

    @classmethod
    def about(cls, screen: Screen[object]) -> "HelpScreen":
        """Help on a screen: the words of what has the focus first, then of what holds it, then the keys."""
        holders = [screen.focused, *screen.focused.ancestors] if screen.focused else []
        seen: list[str] = []
        for node in [*holders, *screen.query("*"), screen]:
            words = getattr(node, "HELP", None)
            if isinstance(words, str) and words.strip() and words not in seen:
                seen.append(words)
        return cls("\n\n".join([*(_dedent(words) for words in seen), _keys(screen)]))

    def compose(self) -> ComposeResult:
        """The words, in a panel that scrolls."""
        with VerticalScroll():
            yield Markdown(self._text)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Arrow keys scroll at once."""
        self.query_one(VerticalScroll).focus()


def _dedent(words: str) -> str:
    from inspect import cleandoc

    return cleandoc(words)


def _keys(screen: Screen[object]) -> str:
    rows: dict[str, str] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.description and active.enabled and not binding.system:
            shown = screen.app.get_key_display(binding)
            rows.setdefault(binding.description, shown)
            if shown not in rows[binding.description].split(" or "):
                rows[binding.description] += f" or {shown}"
    table = "\n".join(f"| **{keys}** | {what} |" for what, keys in rows.items())
    return f"### Keys\n\n| key | what it does |\n|---|---|\n{table}"
