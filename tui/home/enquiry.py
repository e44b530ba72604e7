"""What somebody's enquiry has come to, on a page with their name: the question, dates, the plan, the log."""

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer, Static

from activities.programme.telling import NOTHING, WHAT_IS_HERE, Row, Section, sections
from activities.refusal import Refused
from activities.session.contribution import Participant
from tui.app import FlipchartApp
from tui.steady import SteadyScreen

if TYPE_CHECKING:
    from tui.tasks.enquiries import Members


class EnquiryScreen(SteadyScreen[None]):
    """One person's page; the arrows turn to the next."""

    app = getters.app(FlipchartApp)
    DEFAULT_CSS = """
    EnquiryScreen { align: center top; }
    EnquiryScreen #page { width: 96; max-width: 100%; height: 1fr; padding: 1 2 1 4; }
    EnquiryScreen.-tall #page { padding-top: 3; }
    EnquiryScreen #title { text-style: bold; }
    EnquiryScreen #about { color: $quiet; height: auto; }
    EnquiryScreen #sections { height: auto; }
    EnquiryScreen .section { height: auto; margin-top: 1; }
    EnquiryScreen .head { text-style: bold; color: $now; height: auto; }
    EnquiryScreen .row { height: auto; }
    EnquiryScreen .-apart { margin-top: 1; }
    EnquiryScreen .what { width: 20; padding-right: 2; color: $quiet; height: auto; }
    EnquiryScreen .says { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go back", id="enquiry.back"),
        Binding("left", "turn(-1)", "Person before", id="enquiry.before", priority=True),
        Binding("right", "turn(1)", "Next person", id="enquiry.next", priority=True),
        Binding("f1", "app.help", "Help", key_display="?", id="enquiry.help"),
    ]
    HELP = """
    ## Somebody's enquiry

    The question stands first as it is now, then as it was before. **↑** and **↓** move along the page; **←** and **→**
    turn to other people.

    You see what is for the room, and what somebody offered to it. Writers are told so before they begin. What they keep
    is not here: at the end it says only that something was written.
    """

    def __init__(self, group: "Members", who: str) -> None:
        """The page of the participant with this id."""
        super().__init__()
        tables = {one.id for one in group.hall.tables}
        self._group = group
        self._people = [one for one in group.hall.in_order if one.id not in tables]
        self._at = next((at for at, one in enumerate(self._people) if one.id == who), 0)

    def compose(self) -> ComposeResult:
        """The name, what is here, and the sections."""
        with VerticalScroll(id="page"):
            yield Static(id="title", markup=False)
            yield Static(id="about", markup=False)
            yield Vertical(id="sections")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read it."""
        self.query_one("#page").focus()
        self._read()

    def action_turn(self, by: int) -> None:
        """Another person's page."""
        self._at = (self._at + by) % len(self._people)
        self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        from tui.tasks.enquiries import enquiry_of

        who = self._people[self._at]
        try:
            found = await asyncio.to_thread(enquiry_of, self.app.store, self._group, who)
        except Refused as refused:
            await self._show(who, str(refused), ())
            return
        there = sections(found, self.app.now().astimezone().date())
        await self._show(who, WHAT_IS_HERE if there else NOTHING, there)

    async def _show(self, who: Participant, about: str, there: Iterable[Section]) -> None:
        from tui.tasks.enquiries import missing

        table = self._group.hall.table_of(who)
        self.query_one("#title", Static).update(
            Content.assemble(who.name, (f"  {table.name}" if table else "", "$quiet"))
        )
        away = [
            f"{code} is not on this computer, so what was written there is not here." for code in missing(self._group)
        ]
        self.query_one("#about", Static).update(Content("\n".join([about, *away])))
        page = self.query_one("#sections", Vertical)
        async with page.batch():
            await page.remove_children()
            await page.mount_all(_section(one) for one in there)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)


def _section(section: Section) -> Widget:
    title = Content.assemble(section.title, (f"  {section.about}" if section.about else "", "not bold $quiet"))
    rows = [_row(row) for row in section.rows]
    for at, row in enumerate(rows[1:]):
        row.set_class(bool(section.rows[at].note), "-apart")
    return Vertical(Static(title, classes="head"), *rows, classes="section")


def _row(row: Row) -> Widget:
    said = Content.assemble((row.text, "bold" if row.strong else ""), ("\n" + row.note if row.note else "", "$quiet"))
    return Horizontal(Static(Content(row.head), classes="what"), Static(said, classes="says"), classes="row")
