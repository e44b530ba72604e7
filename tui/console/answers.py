"""What people wrote, for the facilitator to read before the room does, and to hide what the room is not to see."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from activities.session.contribution import Contribution
from activities.session.hiding import Given, given, hide
from activities.session.session import Session
from tui.console.changing import Changing
from tui.widgets.choices import Choice, Choices


class AnswersScreen(Changing[None]):
    """Every text of the activity the room is at, question by question, and nobody's name."""

    DEFAULT_CSS = """
    AnswersScreen > Vertical { width: 100; }
    AnswersScreen Choices { max-height: 70vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,enter", "hide", "Hide, or show again", key_display="h", id="answers.hide"),
        Binding("ctrl+z", "undo", "Undo", id="answers.undo"),
    ]
    CALM = 0.5
    HELP = """
    ## What people wrote

    **h** hides an answer from the room, or lets the room see it again: on the projector, on the room sheet and in the
    results. Its writer keeps it on their own handout. Names are not shown.
    """

    def __init__(self, session: Session, contributions: tuple[Contribution, ...]) -> None:
        """The answers in this session."""
        super().__init__(session, contributions)
        self._given: tuple[Given, ...] = ()

    def show(self, session: Session) -> None:
        """The answers as they are now."""
        self._given = given(session, self.contributions)
        hidden = sum(one.hidden for one in self._given)
        title, many = f"‘{session.activity.title}’", len(self._given)
        told = (
            f"{many} {'text' if many == 1 else 'texts'} for {title}"
            if many
            else f"Nobody has written anything for {title} yet."
        )
        told += f", {hidden} hidden" if hidden else ""
        self.query_one("#heading", Static).update(Content(told))
        self.query_one(Choices).offer(self._choices())

    def _choices(self) -> list[Choice]:
        choices: list[Choice] = []
        heading = None
        for one in self._given:
            if one.heading != heading:
                heading = one.heading
                choices += [Choice(Content(" "))] if choices else []
                choices.append(Choice(Content.styled(heading, "$quiet")))
            words = Content.styled(one.text, "$quiet strike") if one.hidden else Content(one.text)
            head = Content.styled("hidden", "$late") if one.hidden else Content("")
            choices.append(Choice(words, id=_id(one), head=head, column=8))
        return choices

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hide it, or show it again."""
        self.action_hide()

    def action_hide(self) -> None:
        """The room is not to see the text in hand, or may see it again."""
        option = self.query_one(Choices).highlighted_option
        one = next((one for one in self._given if option and _id(one) == option.id), None)
        if one is None:
            return
        words = "Showed an answer again" if one.hidden else "Hid an answer"
        self.change(words, lambda session: hide(session, one.where))

    def action_undo(self) -> None:
        """The last step is taken back, if it was to hide or to show."""
        last = self.session.steps[-1].what if self.session.steps else ""
        if last in ("Showed an answer again", "Hid an answer"):
            self.undo(last)
        else:
            self.notify("There is nothing to undo here.")


def _id(one: Given) -> str:
    return f"{one.where.participant} {one.where.field}"
