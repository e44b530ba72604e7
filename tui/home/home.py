"""Home: what was going on first, then what one can begin."""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from activities.days import day_and_month
from activities.refusal import Refused
from tui.app import FlipchartApp
from tui.steady import SteadyScreen
from tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from store.protocol import Listed, ListedProgramme
    from tui.tasks.deleting import Due

ABOUT = "Workshops in a school hall. Everyone leaves with a PDF of their own work."
SHOWN = 5
"""How many sessions Home names before it says that there are more."""

CODE = 6
"""Cells of the column in which codes stand."""

LONGEST = 36
"""Letters of a title that Home shows; the console has it whole."""

CHOICES = (
    ("start", "Start a workshop", "Choose one and get its code."),
    ("join", "Join a session", "Make this a terminal that people share."),
    ("export", "Write PDFs", "A handout for each person, and a room sheet."),
    ("sample", "Try the sample", "The work of a dozen teachers, to play with."),
)


class HomeScreen(SteadyScreen[None]):
    """The first screen."""

    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "choose('start')", "Start a workshop", show=False, id="home.start"),
        Binding("j", "choose('join')", "Join a session", show=False, id="home.join"),
        Binding("w", "choose('export')", "Write PDFs", show=False, id="home.export"),
        Binding("t", "choose('sample')", "Try the sample", show=False, id="home.sample"),
        Binding("f1", "app.help", "Help", key_display="?", id="home.help"),
        Binding("ctrl+t", "app.swap_theme", "Dark or bright", id="home.theme"),
        Binding("q", "app.quit", "Leave", id="home.leave"),
    ]
    HELP = """
    ## flipchart

    Choose with the arrow keys and **Enter**, or with the mouse.

    A session you go on with opens at its console, which is for you alone. The projector gets a terminal of its own.

    Nothing is sent anywhere. Everything is kept on this computer.
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._sessions: list[Listed] = []
        self._programmes: list[ListedProgramme] = []
        self._asked: set[str] = set()
        self._asking = self._doubted = False

    def compose(self) -> ComposeResult:
        """A name, a sentence, a list."""
        with Vertical(id="page"):
            yield Container(id="name")
            yield Static(ABOUT, id="about")
            yield Choices(id="choices")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        """Read what was going on."""
        self._offer()
        self.query_one(Choices).focus()

    def on_screen_resume(self) -> None:
        """Somebody may have begun a session since. What reading needs is loaded once the screen can be seen."""
        self.call_after_refresh(self._read)

    @work(exclusive=True, group="sessions")
    async def _read(self) -> None:
        try:
            self._sessions = await asyncio.to_thread(lambda: self.app.store.sessions())
            self._programmes = await asyncio.to_thread(lambda: self.app.store.programmes())
        except Refused as refused:
            self.app.say_once(str(refused))
        choices = self.query_one(Choices)
        untouched = choices.highlighted == 0
        self._offer()
        if untouched:
            choices.action_first()
        await self._write_name()
        if not self._asking:
            self._see_to_what_is_past_its_day()

    @work(group="overdue")
    async def _see_to_what_is_past_its_day(self) -> None:
        """A session past the day that was set for it goes into the bin once its code is typed; the bin is emptied.

        By a clock that cannot be believed nothing is deleted.
        """
        from tui.tasks.deleting import Due

        self._asking = True
        due = Due(self.app.store, self.app.now(), self.app.settings.keep_deleted)
        found = [one for one in due.overdue(self._sessions) if one.code not in self._asked]
        self._asked |= {one.code for one in found}
        try:
            something = bool(found) or await asyncio.to_thread(due.in_bin)
            if something and await self._is_believed(due):
                await asyncio.to_thread(due.empty_bin)
                for listed in found:
                    await self._ask_about(listed, due)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=15, markup=False)
        self._asking = False
        if found:
            self._read()

    async def _is_believed(self, due: "Due") -> bool:
        """Whether the computer's clock is near the newest work, or the person says that it is right."""
        from tui.dialogs.ask import Ask

        doubt = await asyncio.to_thread(due.doubt)
        if not doubt or self._doubted:
            return not doubt
        if await self.app.push_screen_wait(Ask(doubt, "Leave all as it is", "The clock is right")) is False:
            due.believe()
            return True
        self._doubted = True
        return False

    async def _ask_about(self, listed: "Listed", due: "Due") -> None:
        from tui.dialogs.type_code import TypeCode

        if await self.app.push_screen_wait(TypeCode(due.question(listed), listed.code)):
            await asyncio.to_thread(due.delete, listed.code)
            self.notify(due.deleted(listed.code), timeout=12, markup=False)

    async def _write_name(self) -> None:
        """The name in big letters, in the place that was left for it: their font is no need of the first moment."""
        name = self.query_one("#name")
        if not name.children:
            letters = await asyncio.to_thread(import_module, "tui.widgets.big_type")
            await name.mount(letters.BigType("flipchart", largest=32, most_rows=name.size.height))

    def on_resize(self) -> None:
        """The name as large as its place."""
        self.call_after_refresh(self._fit_name)

    def _fit_name(self) -> None:
        for letters in self.query("BigType"):
            letters.fit(largest=32, most_rows=self.query_one("#name").size.height)  # type: ignore[attr-defined]

    def _offer(self) -> None:
        choices: list[Choice] = []
        if self._programmes:
            choices += [Choice(Content.styled("  Programmes", "$quiet"))]
            choices += [_programme(one) for one in self._programmes[:SHOWN]]
            choices += [Choice(Content(" "))]
        if self._sessions:
            choices += [Choice(Content.styled("  Go on with", "$quiet"))]
            choices += [_session(listed) for listed in self._sessions[:SHOWN]]
            if len(self._sessions) > SHOWN:
                choices.append(Choice(Content(f"{len(self._sessions) - SHOWN} more …"), id="more"))
            choices += [Choice(Content(" "))]
        choices += [_choice(*choice) for choice in CHOICES]
        self.query_one(Choices).offer(choices)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        self.action_choose(event.option_id or "")

    def action_choose(self, choice: str) -> None:
        """Open the screen that a choice leads to."""
        match choice:
            case "start":
                self._start()
            case "join":
                self._pick("join")
            case "export":
                self._pick("export")
            case "more":
                self._pick("run")
            case "sample":
                self.app.exit(result="sample")
            case _ if choice.startswith("programme "):
                self._open_programme(choice.removeprefix("programme "))
            case _ if choice.startswith("run "):
                self._open("run", choice.removeprefix("run "))

    @work(exclusive=True, group="pick")
    async def _start(self) -> None:
        from tui.home.workshops import WorkshopsScreen

        code = await self.app.push_screen_wait(WorkshopsScreen())
        if code:
            self._open("run", code)

    @work(exclusive=True, group="pick")
    async def _open_programme(self, programme: str) -> None:
        from tui.home.programme import ProgrammeScreen

        code = await self.app.push_screen_wait(ProgrammeScreen(programme))
        if code:
            self._open("run", code)

    @work(exclusive=True, group="pick")
    async def _pick(self, then: str) -> None:
        from tui.dialogs.pick_session import PickSessionScreen

        code = await self.app.push_screen_wait(PickSessionScreen(PURPOSES[then]))
        if code:
            self._open(then, code)

    def _open(self, then: str, code: str) -> None:
        listed = next((one for one in self._sessions if one.code == code), None)
        if listed and listed.trouble:
            self.notify(listed.trouble, severity="error", timeout=15, markup=False)
            return
        match then:
            case "run":
                from tui.console.screen import ConsoleScreen

                self.app.push_screen(ConsoleScreen(code))
            case "join":
                from tui.seat.join import JoinScreen

                self.app.push_screen(JoinScreen(code))
            case "export":
                from tui.dialogs.export import ExportScreen

                self.app.push_screen(ExportScreen(code))


PURPOSES = {
    "run": "Which session do you want to go on with?",
    "join": "Which session is this terminal for?",
    "export": "Which session do you want PDFs of?",
}


def _programme(listed: "ListedProgramme") -> Choice:
    if listed.trouble:
        words = Content.assemble(listed.title, ("  cannot be opened: Enter says why", "$late"))
    else:
        held = f"{listed.held} session{'' if listed.held == 1 else 's'} begun"
        words = Content.assemble(_short(listed.title), (f"  {_short(listed.series)}, {held}", "$quiet"))
    return Choice(words, id=f"programme {listed.id}", column=CODE)


def _session(listed: "Listed") -> Choice:
    if listed.trouble:
        words = Content.styled("cannot be opened: Enter says why", "$late")
    else:
        when = day_and_month(listed.date) if listed.date else ""
        people = f"{listed.contributions} taking part" if listed.contributions else "nobody yet"
        words = Content.assemble(_short(listed.title), (f"  {when}, {people}", "$quiet"))
    code = Content.styled(listed.code, "$late bold" if listed.trouble else "$now bold")
    return Choice(words, id=f"run {listed.code}", head=code, column=CODE)


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"


def _choice(name: str, title: str, about: str) -> Choice:
    return Choice(Content.styled(about, "$quiet"), id=name, head=Content.styled(title, "bold"), column=20)
