"""Which workshop to start: by the document it follows or by its time, with a page about each before it is begun."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from activities.refusal import Refused
from activities.workshop.workshop import Workshop
from store.workshops import Listed, workshop, workshops
from tui.app import FlipchartApp
from tui.home.about_workshop import AboutWorkshop
from tui.home.new_session import NewSessionScreen
from tui.steady import SteadyScreen
from tui.widgets.choices import Choice, Choices

TIMES = ((60, "An hour or less"), (100, "An hour and a half"), (600, "Half a day"))
"""Minutes up to which a workshop counts as that long, and how that is said."""

ALONE = "To begin with"
"""The heading of workshops that belong to no series."""


class WorkshopsScreen(SteadyScreen[str | None]):
    """The workshops there are, to choose one of. Ends with the code of the session that was begun, or None."""

    CSS_PATH = "new_session.tcss"
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go back", id="workshops.back"),
        Binding("t", "turn(True)", "By time", id="workshops.by_time"),
        Binding("t", "turn(False)", "By series", id="workshops.by_series"),
        Binding("f1", "app.help", "Help", key_display="?", id="workshops.help"),
    ]
    HELP = """
    ## Which workshop?

    Choose one with the arrow keys and **Enter**. A page says what it is for and what happens in it. Then you say what the
    session is called and who comes.

    **t** puts them in order of their time, and again by the series that they belong to.

    Your own workshops stand in the folder `workshops` beside the sessions. One that cannot be used says why.
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._found: list[Listed] = []
        self._by_time = False

    def compose(self) -> ComposeResult:
        """The workshops, each with what it is for."""
        with Vertical(classes="page"):
            yield Static("Which workshop?", classes="question")
            yield Static("One moment, please.", id="reading")
            yield Choices(id="workshops")
        yield Footer(show_command_palette=False)

    @work
    async def on_mount(self) -> None:
        """Read the built-in workshops and the person's own."""
        self._found = await asyncio.to_thread(workshops, self.app.store.home)
        self.query_one("#reading").display = False
        self._offer()
        self.query_one(Choices).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer has the order that they are not in."""
        return parameters != (self._by_time,) if action == "turn" else True

    def action_turn(self, by_time: bool) -> None:
        """By time, or by series."""
        self._by_time = by_time
        self._offer()
        self.refresh_bindings()

    def _offer(self) -> None:
        groups = by_time(self._found) if self._by_time else by_series(self._found)
        choices: list[Choice] = []
        for heading, listed in groups:
            if len(groups) > 1:
                choices.append(Choice(Content.styled(heading, "$now bold")))
            choices += [Choice(_described(one), id=one.id, disabled=bool(one.trouble)) for one in listed]
        self.query_one(Choices).offer(choices)

    @work(exclusive=True)
    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say what this one is, and ask for the particulars where it is to be begun."""
        name = event.option_id or ""
        chosen = await self._read(name)
        if chosen is None or not await self.app.push_screen_wait(AboutWorkshop(chosen)):
            return
        mended = await self._read(name)  # its file may have been changed while it was previewed
        if mended is not None and (code := await self.app.push_screen_wait(NewSessionScreen(mended))):
            self.dismiss(code)

    async def _read(self, name: str) -> Workshop | None:
        """The workshop as it is now; None, and why, where it cannot be used."""
        try:
            return await asyncio.to_thread(workshop, name, self.app.store.home)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=15, markup=False)
            return None


Groups = list[tuple[str, list[Listed]]]


def by_series(found: Sequence[Listed]) -> Groups:
    """Those of no series first, then each series in its order; one's own at the end where they are."""
    headings = dict.fromkeys([ALONE, *(one.series or ALONE for one in found)])
    groups = [(heading, [one for one in found if (one.series or ALONE) == heading]) for heading in headings]
    return [(heading, sorted(listed, key=lambda one: one.place)) for heading, listed in groups if listed]


def by_time(found: Sequence[Listed]) -> Groups:
    """The shortest first."""
    groups: Groups = []
    least = 0
    for most, heading in TIMES:
        listed = sorted((one for one in found if least < one.minutes <= most), key=lambda one: (one.minutes, one.title))
        least = most
        if listed:
            groups.append((heading, listed))
    broken = [one for one in found if one.trouble]
    return [*groups, ("Cannot be used", broken)] if broken else groups


def _described(listed: Listed) -> Content:
    if listed.trouble:
        return Content.assemble((listed.title, "bold"), "\n", (listed.trouble, "$late"), "\n")
    minutes = f"   {listed.minutes} minutes"
    return Content.assemble((listed.title, "bold"), (minutes, "$quiet"), "\n", (listed.summary, "$quiet"), "\n")
