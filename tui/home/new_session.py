"""Starting a workshop: its title, date, place and people."""

import asyncio
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Footer, Input, Static, TextArea

from activities.refusal import Refused
from activities.session.closing import KEPT_FOR
from activities.workshop.workshop import Workshop
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.home.fit import Fit
from tui.steady import SteadyScreen
from tui.tasks.beginning import Wanted, as_day, begin_session


class NewSessionScreen(SteadyScreen[str | None]):
    """What the session is called, when and where it is, and who is coming. Ends with its code, or None."""

    CSS_PATH = "new_session.tcss"
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Go back", id="new.back"),
        Binding("ctrl+s", "begin", "Begin", id="new.begin"),
        Binding("f1", "app.help", "Help", id="new.help"),
    ]
    HELP = """
    ## A new session

    Only the title and the date are needed. Names are optional: people can type theirs when they sit down.

    Write a table or a person on each line. Write `Table 1: Amara, Tom, Priya` for a table and the people at it.
    Some activities are answered by the table, and others by each person. A school is written in the same way.

    Say how many terminals people share. flipchart then estimates which activities take longer than planned.

    Your own name and how people reach you stand on the handouts. After the day under *Delete after*, flipchart asks
    whether it may delete everything. Leave it empty to keep it.

    The code is what people type to join. It is made for you.
    """

    def __init__(self, chosen: Workshop) -> None:
        """Begin this workshop."""
        super().__init__()
        self._workshop = chosen
        self._blank: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """What it is called, when and where it is, who leads it, who comes, and a button."""
        today = self.app.now().astimezone().date()
        with VerticalScroll(classes="page", can_focus=False):
            yield Static("A new session", classes="question")
            yield _labelled(Input(self._workshop.title, id="title", max_length=120), "Title")
            with Horizontal(id="when"):
                yield _labelled(Input(today.isoformat(), id="date", max_length=20), "Date")
                yield _labelled(Input(id="place", max_length=120), "Place, if you like")
                kept = Input((today + KEPT_FOR).isoformat(), id="kept", max_length=20)
                yield _labelled(kept, "Delete after")
            with Horizontal(id="whose"):
                yield _labelled(Input(id="facilitator", max_length=120), "Your name, if you like")
                yield _labelled(Input(id="contact", max_length=120), "How people reach you")
            tables = "for example\nTable 1: Amara, Tom, Priya\nTable 2: Siân, Omar\nTable 3"
            roster = TextArea(id="roster", soft_wrap=False, tab_behavior="focus", placeholder=tables)
            with Horizontal(id="who"):
                yield _labelled(roster, "Tables or people, one a line")
                yield Fit(self._workshop)
            yield Static(id="trouble")
            yield Button("Begin", variant="primary", id="begin")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the title."""
        self._blank = self._typed()
        self.query_one("#title", Input).focus()

    def on_input_changed(self) -> None:
        """What was wrong is being mended."""
        self.query_one("#trouble", Static).update("")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Somebody more, or fewer: say whether it still fits."""
        self.query_one(Fit).for_names(tuple(event.text_area.text.splitlines()))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next field."""
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Begin."""
        self.action_begin()

    def _typed(self) -> tuple[str, ...]:
        fields = self.query(Input), self.query(TextArea)
        return (*(field.value for field in fields[0]), *(field.text for field in fields[1]))

    @work(exclusive=True)
    async def action_leave(self) -> None:
        """Back, after one question where something has been typed."""
        if self._typed() == self._blank or await self.app.push_screen_wait(
            Ask("What you typed here is not kept.", "Leave it", "Go on")
        ):
            self.dismiss(None)

    @work(exclusive=True)
    async def action_begin(self) -> None:
        """Make the session; say what is wrong where something is."""
        trouble = self.query_one("#trouble", Static)
        kept = self.query_one("#kept", Input).value.strip()
        try:
            wanted = Wanted(
                title=self.query_one("#title", Input).value,
                on=as_day(self.query_one("#date", Input).value),
                place=self.query_one("#place", Input).value,
                facilitator=self.query_one("#facilitator", Input).value,
                contact=self.query_one("#contact", Input).value,
                delete_on=as_day(kept) if kept else None,
                names=tuple(self.query_one("#roster", TextArea).text.splitlines()),
            )
            code = await asyncio.to_thread(begin_session, self.app.store, self._workshop, wanted, self.app.random)
        except Refused as refused:
            trouble.update(Content(str(refused)))
            trouble.scroll_visible()
            return
        self.dismiss(code)


def _labelled(field: Input | TextArea, label: str) -> Input | TextArea:
    field.border_title = label
    return field
