"""The agenda of the session: go to any of its activities, skip one, move one, or add another on the spot."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from activities.kinds.activity import Activity
from activities.session.agenda import add, drawn_on_too_late, move, skip
from activities.session.session import Session
from tui.console.changing import Changing
from tui.console.standing import minutes
from tui.widgets.choices import Choice, Choices


class AgendaScreen(Changing[str | None]):
    """Ends with the id of an activity to go to, or None."""

    DEFAULT_CSS = "AgendaScreen Choices { max-height: 16; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "Go there", id="agenda.go"),
        Binding("s", "skip", "Skip, or not", id="agenda.skip"),
        Binding("u,shift+up", "move(-1)", "Earlier", key_display="u", id="agenda.earlier"),
        Binding("d,shift+down", "move(1)", "Later", key_display="d", id="agenda.later"),
        Binding("a", "add", "Add", id="agenda.add"),
    ]
    HELP = """
    ## The agenda

    **Enter** goes to an activity. **s** passes it by, or takes it in again. **u** and **d** move it. **a** adds a
    question, a quick choice, a dot vote, a break or a countdown, which comes next.

    Only this session changes, never the workshop it was made of. **Ctrl+Z** on the console takes each step back.
    """

    def show(self, session: Session) -> None:
        """The agenda as it is now, with what was in hand still in hand; at first, what the room is at."""
        listing = self.query_one(Choices)
        first = not listing.option_count
        listing.offer(_choice(session, activity) for activity in session.workshop.activities)
        if first:
            listing.highlighted = session.workshop.position(session.current)
        words = f"The agenda: {session.length} minutes"
        self.query_one("#heading", Static).update(Content(words))

    def _in_hand(self) -> str | None:
        option = self.query_one(Choices).highlighted_option
        return option.id if option else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        self.dismiss(event.option_id)

    def action_go(self) -> None:
        """Go to the activity in hand."""
        self.dismiss(self._in_hand())

    def action_skip(self) -> None:
        """The room passes the activity in hand by, or no longer does."""
        if name := self._in_hand():
            title = self.session.workshop.activity(name).title
            again = name in self.session.skipped
            self.change(f"{'Took in again' if again else 'Skipped'}: {title}", lambda session: skip(session, name))

    def action_move(self, by: int) -> None:
        """The activity in hand comes earlier or later."""
        if not (name := self._in_hand()):
            return
        title = self.session.workshop.activity(name).title
        if late := drawn_on_too_late(move(self.session, name, by), name):
            self.notify(
                f"‘{late[0]}’ draws on ‘{late[1]}’, which now comes after it.", severity="warning", markup=False
            )
        self.change(f"Moved: {title}", lambda session: move(session, name, by))

    @work(exclusive=True)
    async def action_add(self) -> None:
        """Another activity, which comes next."""
        from tui.console.adding import AddingScreen

        if made := await self.app.push_screen_wait(AddingScreen(self.session)):
            title = made("added").title
            self.change(f"Added: {title}", lambda session: add(session, made), f"‘{title}’ comes next. Press n for it.")


def _choice(session: Session, activity: Activity) -> Choice:
    state = session.state(activity.id)
    skipped, here = activity.id in session.skipped, activity.id == session.current
    how = "skipped" if skipped else "the room is here" if here else "done" if state.ended else ""
    times = f"{activity.length} min"
    if state.began and state.here:
        times = f"{minutes(state.here.spent)} of {times}" if not here else times
    style = "$quiet" if skipped else "bold $now" if here else "bold"
    told = f"   {times}{', ' if how else ''}{how}"
    return Choice(Content.assemble((activity.title, style), (told, "$quiet")), id=activity.id)
