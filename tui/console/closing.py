"""Closing a session: what is unfinished, everyone's PDFs, and until when all is kept."""

import asyncio
from pathlib import Path

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Footer, Input, Static

from activities.model import LINE_LIMIT
from activities.refusal import Refused
from activities.session.closing import KEPT_FOR, Unfinished, close, unfinished
from activities.session.contribution import Contribution
from activities.session.session import Session
from activities.typed import short_text
from store.home import as_path
from tui.app import FlipchartApp
from tui.dialogs.dialog import Dialog
from tui.tasks.beginning import as_day
from tui.tasks.exporting import Export, write_exports


class ClosingScreen(Dialog[tuple[Path, int] | None]):
    """Writes the PDFs, then closes the session. Ends with the folder and how many PDFs are in it, or None."""

    DEFAULT_CSS = """
    ClosingScreen #told { height: auto; max-height: 20vh; margin-bottom: 1; }
    ClosingScreen #said { height: auto; }
    ClosingScreen .title { margin: 0; }
    ClosingScreen Button { margin: 0; }
    """
    app = getters.app(FlipchartApp)
    HELP = """
    ## Closing a session

    The PDFs are written first. The projector then shows the last screen: thank you, what was decided, who does what,
    and when you meet again. The terminals thank people too.

    Nothing is deleted now; after the day you name, flipchart asks before it deletes. A closed session is opened again
    by **x**, and only then does anything open in it.
    """

    def __init__(self, code: str) -> None:
        """Close the session with this code."""
        super().__init__()
        self.code = code

    def compose(self) -> ComposeResult:
        """What is unfinished, where the PDFs go, and the day."""
        with Vertical():
            yield Static("Close the session", classes="title")
            with VerticalScroll(id="told", can_focus=False):
                yield Static(id="unfinished")
            folder = Input(str(Path.home() / "flipchart" / self.code), id="folder")
            folder.border_title = "Write the PDFs into"
            yield folder
            meets = Input(id="meets", max_length=120)
            meets.border_title = "When and where you meet again, if you do (the room sees it)"
            yield meets
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
        self.query_one("#meets", Input).value = session.meets_again
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
            meets = short_text("note on when you meet again", self.query_one("#meets", Input).value, LINE_LIMIT)
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
            now = self.app.now()
            await asyncio.to_thread(
                self.app.store.change_session,
                self.code,
                lambda session: close(session, now, delete_on=day, meets_again=meets),
            )
        except Refused as refused:
            self._say(str(refused), late=True)
            return
        self.dismiss((as_path(folder), len(written)))

    def _say(self, words: str, *, late: bool = False) -> None:
        self.query_one("#said", Static).update(Content.styled(words, "$late" if late else ""))


def _told(session: Session, contributions: list[Contribution]) -> Content:
    lines = [_line(session, one) for one in unfinished(session, contributions)]
    return (
        Content("\n").join(lines) if lines else Content.assemble(("✓ ", "$done"), "Everyone has handed in everything.")
    )


def _line(session: Session, one: Unfinished) -> Content:
    title = session.workshop.activity(one.activity).title
    if not one.round:
        return Content.assemble(("– ", "$quiet"), f"{title}: was not open.")
    several = f", round {one.round}" if session.state(one.activity).round > 1 else ""
    told = [f"{one.handed_in} handed in" if one.handed_in else "nobody has handed in"]
    told += [f"{one.begun} begun and not handed in"] if one.begun else []
    told += [f"{one.missing} not begun"] if one.missing and one.handed_in else []
    return Content.assemble(("… ", "$late"), f"{title}{several}: {', '.join(told)}.")
