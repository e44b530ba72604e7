"""A programme: what its group has done, what is next, and what is planned; and the next session is begun from here."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from activities.days import day_in_words
from activities.programme.coming import SHOWN, Coming
from activities.programme.programme import Milestone, Programme, Stage, title_of
from activities.refusal import Refused
from activities.reveal.words import counted
from activities.session.session import Session
from activities.session.tables import Hall
from tui.dialogs.ask import Ask
from tui.home.of_programme import ProgrammeList
from tui.tasks.beginning import Wanted
from tui.tasks.programmes import begin_next, programme_with_sessions
from tui.widgets.choices import Choice, Choices

MARKS = {Stage.DONE: "✓", Stage.OPEN: "●", Stage.NEXT: "○", Stage.LATER: "·"}
STYLES = {Stage.DONE: "$done", Stage.OPEN: "$now bold", Stage.NEXT: "$now bold", Stage.LATER: "$quiet"}
WORDS = {Stage.DONE: "done", Stage.OPEN: "open", Stage.NEXT: "next", Stage.LATER: "later"}

DATE = "date-"
"""How the ids of the rows begin in which a date stands."""


class ProgrammeScreen(ProgrammeList[str | None]):
    """The timeline of a programme. Ends with the code of a session to open, or with None."""

    DEFAULT_CSS = "ProgrammeScreen #timeline { padding-right: 2; }"
    LISTS: ClassVar[str] = "timeline"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go back", id="programme.back"),
        Binding("p", "people", "People", id="programme.people"),
        Binding("c", "calendar", "Calendar", id="programme.calendar"),
        Binding("f1", "app.help", "Help", key_display="?", id="programme.help"),
    ]
    HELP = """
    ## A programme

    One group, over a year. A tick means that a session is done, a dot that it is open, a circle that it is next.

    **Enter** opens a session, or begins the one in hand. It begins with the same people. What they wrote before is
    offered to them where the next session needs it.

    Under the sessions are the next dates that people have set for themselves, as far as you may see them. **Enter** on
    one shows whose it is.

    **p** shows its people, and what each enquiry has come to. **c** writes its calendar, to print.
    """

    def __init__(self, programme: str) -> None:
        """The programme with this id."""
        super().__init__(programme)
        self._line: tuple[Milestone, ...] = ()
        self._dates: tuple[Coming, ...] = ()

    def on_screen_resume(self) -> None:
        """Somebody may have held a session since."""
        self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        try:
            known, sessions = await asyncio.to_thread(programme_with_sessions, self.app.store, self.programme)
        except Refused as refused:
            self.head(self.programme, str(refused))
            return
        self._show(known, sessions)
        await self._read_dates()

    async def _read_dates(self) -> None:
        """Under the sessions: who comes back to their enquiry when. It takes longer, for it is in what people wrote."""
        from tui.tasks.enquiries import dates_of

        today = self.app.now().astimezone().date()
        try:
            self._dates = await asyncio.to_thread(dates_of, self.app.store, self.programme, today)
        except Refused as refused:
            self.app.say_once(str(refused))
            return
        self._offer()

    def _show(self, known: Programme, sessions: list[Session]) -> None:
        self._line = known.timeline(sessions)
        self.head(known.title, f"{known.series.title} · {_who(known)}")
        self._offer()

    def _offer(self) -> None:
        timeline = self.query_one(Choices)
        rows = [_row(number, one) for number, one in enumerate(self._line)]
        untouched = timeline.option_count == 0
        timeline.offer([*rows, *_dates(self._dates)])
        if untouched:
            timeline.highlighted = _what_is_on(self._line)
        if not timeline.has_focus:
            timeline.focus()

    def action_people(self) -> None:
        """Whose enquiry to look at."""
        from tui.home.people import PeopleScreen

        self.app.push_screen(PeopleScreen(self.programme))

    def action_calendar(self) -> None:
        """Where to write its calendar."""
        from tui.home.calendar import ExportCalendarScreen

        self.app.push_screen(ExportCalendarScreen(self.programme))

    @work(exclusive=True, group="open")
    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the session in hand, or begin it; of a date, show whose it is."""
        chosen = event.option_id or "milestone-0"
        if chosen.startswith(DATE):
            await self._open_page(self._dates[int(chosen.removeprefix(DATE))])
            return
        milestone = self._line[int(chosen.removeprefix("milestone-"))]
        if milestone.missing:
            self.notify(f"{milestone.code} is not on this computer. Copy its folder here, then open it.", markup=False)
        elif milestone.code:
            self.dismiss(milestone.code)
        else:
            await self._begin(milestone)

    async def _open_page(self, date: Coming) -> None:
        """What the enquiry of the first of those has come to who have this date; the arrows turn to the others."""
        from tui.home.enquiry import EnquiryScreen
        from tui.tasks.enquiries import members_of

        try:
            members = await asyncio.to_thread(members_of, self.app.store, self.programme)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=15, markup=False)
            return
        self.app.push_screen(EnquiryScreen(members, date.people[0].id))

    async def _begin(self, milestone: Milestone) -> None:
        question = f"Begin ‘{title_of(milestone.planned)}’ today, with the people of this programme?"
        if not await self.app.push_screen_wait(Ask(question, "Begin it")):
            return
        wanted = Wanted(title="", on=self.app.now().astimezone().date())
        try:
            code = await asyncio.to_thread(
                begin_next, self.app.store, self.programme, wanted, self.app.random, milestone.planned.workshop
            )
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=15, markup=False)
            return
        self.dismiss(code)


def _who(known: Programme) -> str:
    """How many people belong to it, and at how many tables: `12 people at 3 tables`."""
    here = Hall(known.roster)
    tables, people = len(here.tables), len(here.everyone) - len(here.tables)
    if not here.everyone:
        return "nobody listed yet"
    at = f" at {counted(tables, 'table', 'tables')}" if tables else ""
    return f"{counted(people, 'person', 'people')}{at}"


def _what_is_on(line: Sequence[Milestone]) -> int | None:
    """Which session is in hand at first: the one that is open, else the next one, else the first."""
    for stage in (Stage.OPEN, Stage.NEXT):
        for number, one in enumerate(line):
            if one.stage is stage:
                return number
    return 0 if line else None


def _dates(dates: Sequence[Coming]) -> list[Choice]:
    """What is next for people between the sessions, under a heading; nothing where nobody has a date."""
    rows = [
        Choice(Content.assemble((day_in_words(one.day), "bold"), (f"  {one.names}", "$quiet")), id=f"{DATE}{number}")
        for number, one in enumerate(dates[:SHOWN])
    ]
    rows += [Choice(Content.styled("  …", "$quiet"))] if len(dates) > SHOWN else []
    return [Choice(Content.styled("  Dates that people have set", "$quiet")), *rows] if rows else []


def _row(number: int, one: Milestone) -> Choice:
    when = day_in_words(one.date) if one.date else one.planned.when
    code = f" · {one.code}{', not on this computer' if one.missing else ''}" if one.code else ""
    words = Content.assemble(
        (title_of(one.planned), "bold" if one.stage in (Stage.OPEN, Stage.NEXT) else ""),
        (f"  {WORDS[one.stage]} · {when} · {one.planned.minutes} minutes{code}", "$quiet"),
        "\n",
        (one.planned.purpose, "$quiet"),
        "\n",
    )
    return Choice(words, id=f"milestone-{number}", head=Content.styled(MARKS[one.stage], STYLES[one.stage]), column=2)
