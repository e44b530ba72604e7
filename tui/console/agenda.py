"""Going to any activity of the agenda."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from activities.session.session import Session
from tui.dialogs.dialog import Dialog
from tui.widgets.choices import Choice, Choices


class AgendaScreen(Dialog[str | None]):
    """Ends with the id of an activity, or None."""

    DEFAULT_CSS = "AgendaScreen Choices { max-height: 18; }"

    def __init__(self, session: Session) -> None:
        """Choose among this session's activities."""
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Every activity with its phase."""
        with Vertical():
            yield Static("Go to which activity?", classes="title")
            yield Choices()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Offer them."""
        choices = self.query_one(Choices)
        choices.offer(
            Choice(
                Content.assemble(
                    (f"{number}  {activity.title}", "bold"),
                    (f"  {activity.length} min, {self._session.state(activity.id).phase.value}", "$quiet"),
                ),
                id=activity.id,
            )
            for number, activity in enumerate(self._session.workshop.activities, 1)
        )
        choices.highlighted = self._session.workshop.position(self._session.current)
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        self.dismiss(event.option_id)
