"""The people of a programme: whose enquiry to look at."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from activities.refusal import Refused
from tui.app import FlipchartApp
from tui.steady import SteadyScreen
from tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from tui.tasks.enquiries import Members


class PeopleScreen(SteadyScreen[None]):
    """Everybody who belongs to a programme, at their tables."""

    app = getters.app(FlipchartApp)
    DEFAULT_CSS = """
    PeopleScreen { align: center top; }
    PeopleScreen .page { width: 96; max-width: 100%; height: 1fr; padding: 1 2; }
    PeopleScreen.-tall .page { padding-top: 4; }
    PeopleScreen #people { height: 1fr; }
    PeopleScreen #title { text-style: bold; padding-left: 2; }
    PeopleScreen #about { color: $quiet; padding-left: 2; margin-bottom: 1; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go back", id="enquiries.back"),
        Binding("f1", "app.help", "Help", key_display="?", id="enquiries.help"),
    ]
    HELP = """
    ## The people of a programme

    **Enter** shows what somebody's enquiry has come to: the question with its earlier wordings, the plan, the log, and
    the dates to come back to. You see what is for the room or is offered to it. The rest is theirs alone.
    """

    def __init__(self, programme: str) -> None:
        """The people of the programme with this id."""
        super().__init__()
        self._programme = programme
        self._group: Members | None = None

    def compose(self) -> ComposeResult:
        """A heading, and everybody."""
        with VerticalScroll(classes="page", can_focus=False), Vertical():
            yield Static(id="title", markup=False)
            yield Static(id="about", markup=False)
            yield Choices(id="people")
        yield Footer(show_command_palette=False)

    def on_screen_resume(self) -> None:
        """Somebody may have come since."""
        self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        from tui.tasks.enquiries import members_of

        try:
            group = await asyncio.to_thread(members_of, self.app.store, self._programme)
        except Refused as refused:
            self.query_one("#title", Static).update(Content(self._programme))
            self.query_one("#about", Static).update(Content(str(refused)))
            return
        self._group = group
        self.query_one("#title", Static).update(Content(group.programme.title))
        nobody = "Nobody belongs to it yet. People are listed once a session has begun."
        asked = "Whose enquiry do you want to look at?"
        self.query_one("#about", Static).update(Content(asked if group.hall.everyone else nobody))
        people = self.query_one(Choices)
        people.offer(_rows(group))
        if not people.has_focus:
            people.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show whose page was chosen."""
        from tui.home.enquiry import EnquiryScreen

        if self._group and event.option_id:
            self.app.push_screen(EnquiryScreen(self._group, event.option_id))


def _rows(group: "Members") -> list[Choice]:
    """A table as a heading over the people at it."""
    tables = {one.id for one in group.hall.tables}
    return [
        Choice(Content.styled(f"  {one.name}", "$quiet"))
        if one.id in tables
        else Choice(Content(one.name), id=one.id, column=2 if group.hall.table_of(one) else 0)
        for one in group.hall.in_order
    ]
