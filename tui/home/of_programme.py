"""What the screens of a programme have in common: its name, a sentence about it, and a list."""

from typing import ClassVar, TypeVar

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from tui.app import FlipchartApp
from tui.steady import SteadyScreen
from tui.widgets.choices import Choices

T = TypeVar("T")


class ProgrammeList(SteadyScreen[T]):
    """A list of something of a programme, such as its sessions or its people."""

    app = getters.app(FlipchartApp)
    DEFAULT_CSS = """
    ProgrammeList { align: center top; }
    ProgrammeList .page { width: 96; max-width: 100%; height: 1fr; padding: 1 2; }
    ProgrammeList.-tall .page { padding-top: 4; }
    ProgrammeList Choices { height: 1fr; }
    ProgrammeList #title { text-style: bold; padding-left: 2; }
    ProgrammeList #about { color: $quiet; padding-left: 2; margin-bottom: 1; height: auto; }
    """
    LISTS: ClassVar[str]
    """What the list is called on the screen."""

    def __init__(self, programme: str) -> None:
        """Of the programme with this id."""
        super().__init__()
        self.programme = programme

    def compose(self) -> ComposeResult:
        """The heading, and the list."""
        with VerticalScroll(classes="page", can_focus=False), Vertical():
            yield Static(id="title", markup=False)
            yield Static(id="about", markup=False)
            yield Choices(id=self.LISTS)
        yield Footer(show_command_palette=False)

    def head(self, title: str, about: str) -> None:
        """Say this over the list."""
        self.query_one("#title", Static).update(Content(title))
        self.query_one("#about", Static).update(Content(about))
