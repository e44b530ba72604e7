"""The turn of one participant at one activity."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message

from activities.kinds.activity import Activity, Response
from activities.kinds.audience import Audience
from activities.session.history import History

OFFER = Binding("f7", "offer", "Offer it to the room, or not", show=False, priority=True, id="turn.offer")
"""The key of every turn in which something is written that its writer may offer to the room."""


class Turn(Container):
    """One participant at one activity. It fills the screen between the title and the footer.

    Kinds say what can be done; each step goes through `change`, and can be undone. `keep` hears how the work stands
    after every step, undo and redo included, and then `redraw` is called: nothing is drawn that is not being kept. Where
    a step is drawn as it is made, as a letter is, `unkept` is called before it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "hand_in", "Hand in", id="turn.hand_in"),
        Binding("enter", "hand_in", "Hand in", show=False, id="turn.hand_in_by_enter"),
        Binding("ctrl+z", "undo", "Undo", id="turn.undo"),
        Binding("ctrl+y", "redo", "Redo", show=False, id="turn.redo"),
        OFFER,
    ]

    HELP = ""
    """What `?` says about this kind's keys, in Markdown."""

    class Finished(Message):
        """The participant wants to hand in."""

    def __init__(self, activity: Activity, response: Response) -> None:
        """Go on with a response to an activity."""
        super().__init__()
        self._can_be_offered = activity.audience is Audience.OFFERED
        self._history = History(response)
        self.keep: Callable[[Response], None] = lambda response: None
        self.unkept: Callable[[], None] = lambda: None

    @property
    def response(self) -> Response:
        """The participant's work as it stands."""
        return self._history.present

    def change(self, response: Response) -> None:
        """The work now stands like this: remember it, have it kept, redraw."""
        if response == self.response:
            return
        self._history.add(response)
        self._told()

    def _told(self) -> None:
        self.keep(self.response)
        self.redraw()

    @property
    def field_in_hand(self) -> str | None:
        """What F7 would offer to the room, by its id among the response's words; None where there is nothing in hand."""
        return None

    @property
    def offered_in_hand(self) -> bool:
        """Whether what is in hand is offered to the room."""
        return self._can_be_offered and self.field_in_hand in self.response.offered

    def action_offer(self) -> None:
        """Offer what is in hand to the room, without a name; or take it back."""
        if (field := self.field_in_hand) is not None:
            self.change(self.response.offer(field))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is offered where that is not its writer's to decide."""
        return self._can_be_offered if action == "offer" else super().check_action(action, parameters)

    def redraw(self) -> None:
        """Show the response as it stands now."""

    def unfinished(self) -> str | None:
        """What is still to do, in one sentence, asked about once before handing in; None where nothing is."""
        return None

    def action_undo(self) -> None:
        """Take the last step back."""
        if self._history.undo():
            self._told()
        else:
            self.notify("There is nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was undone."""
        if self._history.redo():
            self._told()
        else:
            self.notify("There is nothing to redo.")

    def action_hand_in(self) -> None:
        """Ask the screen to hand in."""
        self.post_message(self.Finished())
