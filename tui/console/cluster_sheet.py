"""Writing the cluster sheet: where to, and in which formats."""

from pathlib import Path

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Footer, Input, Static

from activities.kinds.activity import Activity
from activities.refusal import Refused
from activities.session.contribution import Contribution
from activities.session.session import Session
from exports.formats import FORMATS
from store.home import as_path
from tui.app import FlipchartApp
from tui.dialogs.dialog import Dialog
from tui.dialogs.export import Formats
from tui.tasks.exporting import in_words


class ClusterSheetScreen(Dialog[None]):
    """A folder, the formats, and then where the sheet is."""

    app = getters.app(FlipchartApp)
    HELP = """
    ## The cluster sheet

    Who is with whom, on which topics, with which facilitator. It has names on it: keep it for yourself.
    """

    def __init__(self, session: Session, activity: Activity, contributions: tuple[Contribution, ...]) -> None:
        """The sheet of this activity's clusters."""
        super().__init__()
        self._session, self._activity, self._contributions = session, activity, contributions

    def compose(self) -> ComposeResult:
        """What is asked, and a button."""
        with Vertical():
            yield Static("The clusters, with names, for you", classes="title")
            yield Static("Into this folder", classes="quiet")
            yield Input(str(Path.home() / "flipchart" / self._session.code), id="folder")
            yield Static("In these formats", classes="quiet")
            yield Formats(id="formats")
            yield Static(id="said")
            yield Button("Write it", variant="primary")
        yield Footer(show_command_palette=False)

    def on_input_submitted(self) -> None:
        """Write it."""
        self._begin()

    def on_button_pressed(self) -> None:
        """Write it."""
        self._begin()

    def _begin(self) -> None:
        typed, chosen = self.query_one("#folder", Input).value.strip(), self.query_one(Formats).chosen
        if not typed or not chosen:
            self._say("Type a folder first." if not typed else "Choose a format first.")
            return
        self._write(as_path(typed), tuple(word for word in FORMATS if word in chosen))

    @work(thread=True, exclusive=True)
    def _write(self, folder: Path, words: tuple[str, ...]) -> None:
        from exports import cluster_sheets

        formats = [FORMATS[word].with_fonts(self.app.settings.font_folder) for word in words]
        try:
            written = cluster_sheets(self._session, self._activity, self._contributions, folder, formats=formats)
        except Refused as refused:
            self.app.call_from_thread(self._say, str(refused))
        else:
            self.app.call_from_thread(self._say, f"✓ {in_words(written, folder)}")

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))
