"""The clusters of people who chose the same topics: seen by name, changed by hand, printed."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static

from activities.kinds.activity import Activity
from activities.refusal import Refused
from activities.session.clusters import Clusters, arranged_anew, clusters_of, led, moved, named
from activities.session.contribution import Contribution
from activities.session.session import Session
from tui.console.changing import Changing
from tui.following import Follower
from tui.widgets.choices import Choice, Choices

MOVED, NAMED, LED, ANEW = (
    "Moved somebody to another cluster",
    "Named a cluster",
    "Gave a cluster a facilitator",
    "Arranged the clusters anew",
)
"""What is done here, as it is undone by."""

_MOVE = Binding.Group("Move", compact=True)

Give = Callable[[Session, Clusters, int, str], Session]
"""Gives the cluster with a number what was typed."""


class ClustersScreen(Changing[None]):
    """Every cluster with its people under it. What is in hand is a person or a cluster."""

    DEFAULT_CSS = """
    ClustersScreen > Vertical { width: 100; }
    ClustersScreen Choices { max-height: 70vh; }
    ClustersScreen Input { display: none; margin-top: 1; }
    ClustersScreen.-typing Input { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "move(-1)", "To the cluster before", key_display="←", group=_MOVE, priority=True, id="clusters.back"
        ),
        Binding(
            "right", "move(1)", "To the next cluster", key_display="→", group=_MOVE, priority=True, id="clusters.on"
        ),
        Binding("n", "name", "Name", id="clusters.name"),
        Binding("f", "lead", "Facilitator", id="clusters.lead"),
        Binding("p", "print", "Print", id="clusters.print"),
        Binding("a", "anew", "Arrange anew", id="clusters.anew"),
        Binding("ctrl+z", "undo", "Undo", id="clusters.undo"),
        Binding("escape", "back", "Go back", id="clusters.leave"),
    ]
    HELP = """
    ## Clusters

    People who chose the same topics are put together. You see who they are. The room sees topics with counts, and names
    only of those who agreed.

    **→** and **←** move the person in hand to the next cluster, or to the one before. Past the last one they begin a new
    cluster. **n** names a cluster, **f** gives it a facilitator. **a** arranges all anew by what people chose.

    **p** prints who is with whom. That sheet has names on it.
    """

    def __init__(self, session: Session, activity: Activity, contributions: tuple[Contribution, ...]) -> None:
        """The clusters of this activity."""
        super().__init__(session, contributions)
        self._activity = activity
        self._found = clusters_of(session, activity, contributions)
        self._giving: tuple[str, Give, int] | None = None

    def compose(self) -> ComposeResult:
        """The heading, the clusters, and a place to type in."""
        with Vertical():
            yield Static(id="heading", classes="title")
            yield Choices()
            yield Input(max_length=60)
            yield Follower(self.code, calm=self.CALM)
        yield Footer(show_command_palette=False)

    def show(self, session: Session) -> None:
        """The clusters as they are now."""
        found = self._found = clusters_of(session, self._activity, self.contributions)
        people = sum(len(one.members) for one in found.clusters)
        kept = "" if self._activity.id in session.clusters else "   as they are proposed"
        told = f"{people} people in {len(found.clusters)} clusters" if people else "Nobody has filled in the form yet"
        self.query_one("#heading", Static).update(Content.assemble(told, (kept, "$quiet")))
        self.query_one(Choices).offer(self._choices(session))
        self.refresh_bindings()

    def _choices(self, session: Session) -> list[Choice]:
        names = {one.participant.id: session.name_of(one.participant) for one in self.contributions}
        choices: list[Choice] = []
        for number, cluster in enumerate(self._found.clusters):
            choices += [Choice(Content(" "))] if choices else []
            led_by = f"  with {cluster.facilitator}" if cluster.facilitator else ""
            words = Content.assemble(
                (f"{number + 1}  {self._found.called(cluster)}", "bold"),
                (f"  {len(cluster.members)}", "$now"),
                (led_by, "$quiet"),
            )
            choices.append(Choice(words, id=f"cluster {number}"))
            for who in sorted(cluster.members, key=lambda one: names.get(one, "").casefold()):
                topics = ", ".join(self._found.chosen.get(who, ())) or "no topic"
                row = Content.assemble(names.get(who, ""), (f"  {topics}", "$quiet"))
                choices.append(Choice(row, id=f"person {who}", column=3))
        return choices

    def _in_hand(self) -> tuple[str, str]:
        """Whether a person or a cluster is in hand, and which."""
        option = self.query_one(Choices).highlighted_option
        kind, _, which = (option.id or "" if option else "").partition(" ")
        return kind, which

    def _cluster_in_hand(self) -> int | None:
        kind, which = self._in_hand()
        return int(which) if kind == "cluster" else self._found.where(which)

    def _again(self, session: Session) -> Clusters:
        return clusters_of(session, self._activity, self.contributions)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on a cluster names it."""
        if str(event.option_id).startswith("cluster"):
            self.action_name()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed the keys are letters; without clusters there is nothing to do."""
        if action in ("move", "name", "lead", "print", "anew"):
            return not self.has_class("-typing") and bool(self._found.clusters)
        return True

    def action_move(self, by: int) -> None:
        """The person in hand is in another cluster."""
        kind, who = self._in_hand()
        if kind != "person":
            self.notify("Take a person in hand first: ↑ and ↓ go through them.")
            return
        self.change(MOVED, lambda session: moved(session, self._again(session), who, by))

    def action_anew(self) -> None:
        """The clusters are as the rule proposes them."""
        self.change(ANEW, lambda session: arranged_anew(session, self._activity), "Arranged by what people chose.")

    def action_name(self) -> None:
        """Ask what the cluster in hand is called."""
        self._ask(NAMED, named, "What the cluster is called; empty for its topics", lambda one: one.name)

    def action_lead(self) -> None:
        """Ask who facilitates the cluster in hand."""
        self._ask(LED, led, "Who facilitates it", lambda one: one.facilitator)

    def _ask(self, what: str, give: Give, question: str, now: Callable[..., str]) -> None:
        number = self._cluster_in_hand()
        if number is None:
            return
        self._giving = (what, give, number)
        self.add_class("-typing")
        field = self.query_one(Input)
        field.border_title = question
        field.value = now(self._found.clusters[number])
        field.focus()
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the cluster what was typed."""
        if self._giving is None:
            return
        what, give, number = self._giving
        try:
            give(self.session, self._found, number, event.value)
        except Refused as refused:
            self.notify(str(refused), severity="error", markup=False)
            return
        self._stop_typing()
        self.change(what, partial(self._given, give, number, event.value))

    def _given(self, give: Give, number: int, typed: str, session: Session) -> Session:
        now = self._again(session)
        return give(session, now, number, typed) if number < len(now.clusters) else session

    def _stop_typing(self) -> None:
        self._giving = None
        self.remove_class("-typing")
        self.query_one(Choices).focus()
        self.refresh_bindings()

    def action_undo(self) -> None:
        """The last step is taken back, if it was one of these."""
        last = self.session.steps[-1].what if self.session.steps else ""
        if last in (MOVED, NAMED, LED, ANEW):
            self.undo(last)
        else:
            self.notify("There is nothing to undo here.")

    def action_print(self) -> None:
        """Write the cluster sheet."""
        from tui.console.cluster_sheet import ClusterSheetScreen

        self.app.push_screen(ClusterSheetScreen(self.session, self._activity, self.contributions))

    def action_back(self) -> None:
        """Leave off typing, or go back to the console."""
        if self.has_class("-typing"):
            self._stop_typing()
        else:
            self.dismiss(None)
