"""Writing handouts and the room sheet from the app, with progress shown."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Footer, Input, OptionList, ProgressBar, Static
from textual.worker import get_current_worker

from activities.refusal import Refused
from exports.formats import FORMATS, PDF
from store.home import as_path
from tui.app import FlipchartApp
from tui.steady import SteadyModal
from tui.tasks.exporting import Export, Progress, in_words, usual, write_exports
from tui.widgets.choices import Choice, Choices


class Stopped(Exception):
    """The person left while files were being written."""


class Formats(Choices):
    """The formats, each with a mark where it is chosen; enter, space or a click chooses it or lets it go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "Choose", id="export.choose", tooltip="Choose this format, or let it go")
    ]
    _COLUMN = 4
    """Cells of the mark and a gap."""

    def __init__(self, *, id: str) -> None:
        """PDF is chosen."""
        super().__init__(id=id)
        self.chosen = {PDF.word}

    def on_mount(self) -> None:
        """Show them."""
        self._show()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose it, or let it go."""
        event.stop()
        self.chosen ^= {str(event.option_id)}
        self._show()

    def _show(self) -> None:
        width = max(len(each.title) for each in FORMATS.values())
        self.offer(
            Choice(
                Content.assemble(f"{each.title:<{width}}  ", (each.purpose, "$quiet")),
                word,
                head=Content("[✓] " if word in self.chosen else "[ ] "),
                column=self._COLUMN,
            )
            for word, each in FORMATS.items()
        )


class ExportScreen(SteadyModal[None]):
    """Where to? Then how far it is, then where they are."""

    DEFAULT_CSS = """
    ExportScreen { align: center middle; background: $background 70%; }
    ExportScreen > Vertical {
        width: 84; max-width: 94%; height: auto; padding: 1 3; background: $panel; border: round $now;
    }
    ExportScreen .question { text-style: bold; margin-bottom: 1; }
    ExportScreen Input { background: $panel; }
    ExportScreen ProgressBar { margin: 1 0; width: 100%; }
    ExportScreen Bar { width: 1fr; }
    ExportScreen #said { margin: 1 0; }
    ExportScreen Button { background: $background; }
    """
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Go back", id="export.back"),
        Binding("f1", "app.help", "Help", id="export.help"),
    ]
    HELP = """
    ## What is written

    Everyone gets a handout with their own work under their own name. The room sheet has what the room thinks, and no
    names. Posters and reports that people put together are written too: posters for A3 and for A1.

    Choose one format or more. PDFs are for printing. Web pages can be read by a screen reader or on a telephone.

    A folder that is not there is made. Going back stops the writing; what is written stays.
    """

    DO_IT: ClassVar = "Write them"
    QUESTION: ClassVar = "A handout for everyone, and a sheet about the room without names"

    def __init__(self, code: str) -> None:
        """Write the handouts and the room sheet of the session with this code."""
        super().__init__()
        self.code = code

    def compose(self) -> ComposeResult:
        """A folder, the formats, a button, and a bar for later."""
        with Vertical():
            yield Static(self.QUESTION, classes="question")
            yield Static("Into this folder", classes="quiet")
            yield Input(str(Path.home() / "flipchart" / self.code), id="folder")
            yield Static("In these formats", classes="quiet")
            yield Formats(id="formats")
            yield ProgressBar(show_eta=False)
            yield Static(id="said")
            yield Button(self.DO_IT, variant="primary")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The bar comes when there is something to show."""
        self.query_one(ProgressBar).display = False

    def on_input_submitted(self) -> None:
        """Begin."""
        self._begin()

    def on_button_pressed(self) -> None:
        """Begin, or go back once all is done."""
        self._begin()

    def _begin(self) -> None:
        typed = self.query_one("#folder", Input).value.strip()
        if not typed:
            self._say("Type a folder first.", bad=True)
            return
        chosen = self.query_one(Formats).chosen
        if not chosen:
            self._say("Choose a format first.", bad=True)
            return
        self.query_one(Button).disabled = True
        self.query_one(ProgressBar).display = True
        formats = tuple(each for word, each in FORMATS.items() if word in chosen)
        settings = self.app.settings
        wanted = Export(formats=formats, smallest_group=settings.smallest_group, fonts=settings.font_folder)
        self._write(as_path(typed), wanted)

    @work(thread=True, exclusive=True)
    def _write(self, folder: Path, export: Export) -> None:
        worker = get_current_worker()

        def progress(done: int, of: int) -> None:
            if worker.is_cancelled:
                raise Stopped
            self.app.call_from_thread(self._progress, done, of)

        try:
            written = self.written(folder, export, progress)
        except Stopped:
            return
        except Refused as refused:
            self.app.call_from_thread(self._say, str(refused), bad=True)
        else:
            self.app.call_from_thread(self._say, f"✓ {in_words(written, folder)}")

    def written(self, folder: Path, export: Export, progress: Progress) -> list[Path]:
        """Write it, in a thread, and give the files."""
        kinds = usual(self.app.store.session(self.code))
        return write_exports(self.app.store, self.code, folder, replace(export, kinds=kinds), progress)

    def _progress(self, done: int, of: int) -> None:
        self.query_one(ProgressBar).update(total=of, progress=done)
        self.query_one("#said", Static).update(Content(f"{done} of {of}"))

    def _say(self, words: str, bad: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(Content(words))
        said.set_class(bad, "late")
        said.set_class(not bad, "done")
        self.query_one(Button).disabled = False
