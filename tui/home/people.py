"""The people of a programme: whose enquiry to look at."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from activities.refusal import Refused
from tui.home.of_programme import ProgrammeList
from tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from tui.tasks.enquiries import Members


class PeopleScreen(ProgrammeList[None]):
    """Everybody who belongs to a programme, at their tables."""

    LISTS: ClassVar[str] = "people"
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
        super().__init__(programme)
        self._group: Members | None = None

    def on_screen_resume(self) -> None:
        """Somebody may have come since."""
        self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        from tui.tasks.enquiries import members_of

        try:
            group = await asyncio.to_thread(members_of, self.app.store, self.programme)
        except Refused as refused:
            self.head(self.programme, str(refused))
            return
        self._group = group
        nobody = "Nobody belongs to it yet. People are listed once a session has begun."
        asked = "Whose enquiry do you want to look at?"
        self.head(group.programme.title, asked if group.hall.everyone else nobody)
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
