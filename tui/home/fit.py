"""Beside the names: at how many terminals people take turns, and whether the minutes of the workshop suffice for that."""

from random import Random

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from activities.kinds.audience import By
from activities.refusal import Refused
from activities.session.seats import roster
from activities.session.tables import Hall
from activities.workshop.fitting import Group, too_tight
from activities.workshop.workshop import Workshop


class Fit(Vertical):
    """Asks for the number of terminals, and says what will not be done in its minutes; nothing while that is unknown."""

    DEFAULT_CSS = """
    Fit { width: 34; height: auto; }
    Fit #terminals { width: 1fr; }
    Fit #fits { height: auto; padding: 0 1 0 2; color: $quiet; }
    """

    def __init__(self, workshop: Workshop) -> None:
        """For this workshop, with nobody listed yet."""
        super().__init__()
        self._workshop = workshop
        self._names: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The number, and what follows from it."""
        terminals = Input(id="terminals", max_length=3, type="integer")
        terminals.border_title = "Terminals, if you like"
        yield terminals
        yield Static(id="fits")

    def for_names(self, names: tuple[str, ...]) -> None:
        """Say it for these lines of the list."""
        self._names = names
        self._tell()

    def on_input_changed(self) -> None:
        """Say it for this many terminals."""
        self._tell()

    def _tell(self) -> None:
        self.query_one("#fits", Static).update(Content(fit_words(self._workshop, self._names, self._terminals)))

    @property
    def _terminals(self) -> int:
        typed = self.query_one("#terminals", Input).value
        return int(typed) if typed.isdecimal() else 0


def fit_words(workshop: Workshop, names: tuple[str, ...], terminals: int) -> str:
    """What will not fit, an activity a line; nothing where the names or the terminals are not known yet."""
    try:
        here = Hall(roster(names, Random(0)))
    except Refused:
        return ""
    if not here.everyone or terminals < 1:
        return ""
    people, tables = (sum(_answers(here, by)) for by in (By.PERSON, By.TABLE))
    tight = too_tight(workshop, Group(people, terminals, tables))
    if not tight:
        return "By estimate, everything fits its minutes."
    lines = [f"{one.needed} not {one.minutes}: {one.activity.title}" for one in tight]
    return "\n".join(["Minutes needed, by estimate:", *lines])


def _answers(here: Hall, by: By) -> list[bool]:
    return [here.answers_by(by, one) for one in here.everyone]
