"""Closing a session: what is unfinished, everyone's PDFs, and until when all is kept."""

import asyncio
from pathlib import Path

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Footer, Input, Static

from activities.refusal import Refused
from activities.session.closing import KEPT_FOR, unfinished
from activities.session.contribution import Contribution
from activities.session.session import Session
from store.home import as_path
from tui.app import FlipchartApp
from tui.dialogs.dialog import Dialog
from tui.tasks.beginning import as_day
from tui.tasks.exporting import Export, in_words, write_exports


class ClosingScreen(Dialog[None]):
    """Writes the PDFs, then marks the session as closed and when it is to be deleted."""

    DEFAULT_CSS = """
    ClosingScreen #unfinished { margin-bottom: 1; }
    ClosingScreen #said { height: auto; }
    ClosingScreen .title { margin: 0; }
    ClosingScreen Button { margin: 0; }
    """
    app = getters.app(FlipchartApp)
    HELP = """
    ## Closing a session

    The PDFs are written first. Nothing is deleted now; on the day you name, flipchart asks before it deletes.
    A closed session can be opened again like any other.
    """

    def __init__(self, code: str) -> None:
        """Close the session with this code."""
        super().__init__()
        self.code = code

    def compose(self) -> ComposeResult:
        """What is unfinished, where the PDFs go, and the day."""
        with Vertical():
            yield Static("Close the session", classes="title")
            yield Static(id="unfinished")
            folder = Input(str(Path.home() / "flipchart" / self.code), id="folder")
            folder.border_title = "Write the PDFs into"
            yield folder
            day = Input(id="day", max_length=10)
            day.border_title = "Delete everything after this day (empty: keep it)"
            yield day
            yield Static(id="said")
            yield Button("Write the PDFs and close", variant="primary")
        yield Footer(show_command_palette=False)

    @work
    async def on_mount(self) -> None:
        """Read how things stand."""
        try:
            session, contributions = await asyncio.to_thread(self._read)
        except Refused as refused:
            self._say(str(refused))
            return
        self.query_one("#unfinished", Static).update(_told(session, contributions))
        day = session.delete_on or self.app.now().astimezone().date() + KEPT_FOR
        self.query_one("#day", Input).value = day.isoformat()
        self.query_one(Button).focus()

    def _read(self) -> tuple[Session, list[Contribution]]:
        return self.app.store.session(self.code), self.app.store.contributions(self.code)

    def _write(self, folder: str) -> list[Path]:
        if not folder:
            raise Refused("Name a folder for the PDFs.")
        settings = self.app.settings
        wanted = Export(smallest_group=settings.smallest_group, fonts=settings.font_folder)
        return write_exports(self.app.store, self.code, as_path(folder), wanted)

    def on_input_submitted(self) -> None:
        """On to the next field."""
        self.focus_next()

    @work(exclusive=True)
    async def on_button_pressed(self) -> None:
        """Write, then close."""
        typed, folder = self.query_one("#day", Input).value.strip(), self.query_one("#folder", Input).value.strip()
        try:
            day = as_day(typed) if typed else None
            today = self.app.now().astimezone().date()
            if day and day < today:
                raise Refused("That day is past. Name a day to come, or leave it empty.")
        except Refused as refused:
            self._say(str(refused), late=True)
            self.query_one("#day").focus()
            return
        try:
            self._say("Writing …")
            written = await asyncio.to_thread(self._write, folder)
            closed = {"closed": self.app.now(), "delete_on": day}
            await asyncio.to_thread(
                self.app.store.change_session, self.code, lambda session: session.model_copy(update=closed)
            )
        except Refused as refused:
            self._say(str(refused), late=True)
            return
        kept = f" All is kept until {day.isoformat()}." if day else ""
        self.app.notify(f"{in_words(written, folder)}.{kept}", timeout=15, markup=False)
        self.dismiss(None)

    def _say(self, words: str, *, late: bool = False) -> None:
        self.query_one("#said", Static).update(Content.styled(words, "$late" if late else ""))


def _told(session: Session, contributions: list[Contribution]) -> Content:
    lines = []
    for one in unfinished(session, contributions):
        title = session.workshop.activity(one.activity).title
        if one.begun:
            people = "1 person has" if one.begun == 1 else f"{one.begun} people have"
            lines.append(Content.assemble(("… ", "$late"), f"{title}: {people} begun and not handed in."))
        else:
            lines.append(Content.assemble(("– ", "$quiet"), f"{title}: nobody has handed in."))
    return Content("\n").join(lines) if lines else Content.assemble(("✓ ", "$done"), "Everyone has handed in.")
