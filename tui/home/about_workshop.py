"""A workshop before it is begun: what it is for, which document it follows, and what happens in it, minute by minute."""

from collections.abc import Iterator
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, Static

from activities.kinds.audience import WHO_ANSWERS
from activities.workshop.workshop import Workshop
from tui.app import FlipchartApp
from tui.steady import SteadyScreen
from tui.tasks.preview import Wanted
from tui.widgets.scrolled import Scrolled


class AboutWorkshop(SteadyScreen[bool]):
    """True where it is to be begun."""

    DEFAULT_CSS = """
    AboutWorkshop { align: center top; }
    AboutWorkshop Scrolled { width: 96; max-width: 100%; height: 1fr; padding: 1 4; }
    AboutWorkshop.-tall Scrolled { padding-top: 3; }
    AboutWorkshop Static { height: auto; margin: 0 2 1 0; }
    AboutWorkshop .title { text-style: bold; }
    AboutWorkshop .quiet { color: $quiet; }
    AboutWorkshop .activity { margin: 0 2 0 0; }
    AboutWorkshop .purpose { color: $quiet; padding-left: 6; margin: 0 2 0 0; }
    """
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Begin it", id="about.begin"),
        Binding("p", "preview", "Preview", id="about.preview"),
        Binding("escape", "dismiss(False)", "Go back", id="about.back"),
    ]

    def __init__(self, workshop: Workshop) -> None:
        """About this one."""
        super().__init__()
        self._workshop = workshop

    def compose(self) -> ComposeResult:
        """What it is for, then its agenda."""
        about = self._workshop
        with Scrolled():
            title = Content.assemble(about.title, (f"   {about.minutes} minutes", "$quiet"))
            yield Static(title, classes="title")
            yield Static(Content(about.summary))
            if about.follows:
                yield Static(Content(about.follows), classes="quiet")
            yield from _agenda(about)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.query_one(Scrolled).focus()

    def action_preview(self) -> None:
        """Walk it as a participant and as the room. Nothing of that is kept."""
        from tui.preview.agenda import PreviewScreen

        self.app.push_screen(PreviewScreen(Wanted(self._workshop.id, self.app.store.home)))


def _agenda(workshop: Workshop) -> Iterator[Static]:
    """Every activity with its minutes, what it is for, and who answers it."""
    for one in workshop.activities:
        who = f"  {WHO_ANSWERS[one.by]}" if one.answered else ""
        minutes = Content.styled(f"{one.length:>3}'  ", "$now bold")
        yield Static(Content.assemble(minutes, (one.title, "bold"), (who, "$quiet")), classes="activity")
        yield Static(Content(" ".join(one.purpose.split())), classes="purpose")
