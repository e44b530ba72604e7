"""One activity before the day: what the facilitator says in it, and from here a turn, the room at work, and the reveal."""

import asyncio
from collections.abc import Iterator
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from activities.kinds.activity import Activity, who_sees
from activities.kinds.audience import WHO_ANSWERS
from activities.preview import called
from tui.app import FlipchartApp
from tui.console.script import beside
from tui.preview.bar import PreviewBar
from tui.preview.room import PreviewRoom
from tui.preview.turn import PreviewTurn
from tui.seat.ending import Ending
from tui.steady import SteadyScreen
from tui.tasks.preview import Preview


class PreviewActivity(SteadyScreen[str]):
    """The facilitator's page about one activity. Ends with the id of the one that was looked at last."""

    DEFAULT_CSS = """
    PreviewActivity { align: center top; }
    PreviewActivity #page { width: 100; max-width: 100%; height: 1fr; padding: 1 4; scrollbar-size-vertical: 1; }
    PreviewActivity.-tall #page { padding-top: 3; }
    PreviewActivity Static { height: auto; }
    """
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "turn", "Take a turn", id="preview.turn"),
        Binding("enter", "show", "Show it", id="preview.show"),
        Binding("w", "work", "Room at work", id="preview.work"),
        Binding("r", "reveal", "Reveal", id="preview.reveal"),
        Binding("n", "go(1)", "Next", id="preview.next"),
        Binding("b", "go(-1)", "The activity before", show=False, id="preview.before"),
        Binding("escape", "back", "Agenda", id="preview.agenda"),
        Binding("f1", "app.help", "Help", key_display="?", id="preview.activity_help"),
    ]
    HELP = """
    ## One activity

    This page is what you have at the console: what to say, what to watch for, what to ask.

    **Enter** sits you down as a participant: hand in, or press **Esc**, to come back. **w** shows what the room sees
    while people work, **r** what it sees once you reveal. What you gave is counted there beside the invented answers.

    Where an activity draws on earlier ones that you have not done, something invented stands in for your own work.
    """

    def __init__(self, preview: Preview, activity: str) -> None:
        """About this activity at first."""
        super().__init__()
        self._preview, self._at = preview, preview.workshop.position(activity)

    @property
    def activity(self) -> Activity:
        """The one that is looked at, with the list that the facilitator would have made for it."""
        return self._preview.rehearsal.session.workshop.activities[self._at]

    def compose(self) -> ComposeResult:
        """What the facilitator knows of it."""
        yield PreviewBar("This page is for you. The room never sees it.")
        with VerticalScroll(id="page"):
            yield Static(id="words", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The first."""
        self._show()
        self.query_one("#page").focus()

    def _show(self) -> None:
        preview, activity = self._preview, self.activity
        of = len(preview.workshop.activities)
        session = preview.rehearsal.at(activity.id, self.app.now(), revealed=False).session
        notes = [*_head(activity, f"{self._at + 1} of {of}"), *_tight(preview, activity), *_script(activity)]
        self.query_one("#words", Static).update(Content("\n\n").join([*notes, beside(session)]))
        self.query_one("#page").scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A turn where there is something to answer, a reveal where there is something to show."""
        match action:
            case "turn":
                return self.activity.answered
            case "show":
                return not self.activity.answered
            case "work":
                return self.activity.answered
            case "reveal":
                return self.activity.answered and self.activity.can_be_revealed
            case "go":
                there = self._at + int(str(parameters[0]))
                return 0 <= there < len(self._preview.workshop.activities)
        return True

    def action_go(self, by: int) -> None:
        """The next activity of the agenda, or the one before."""
        self._at += by
        self._show()

    def action_back(self) -> None:
        """Back to the agenda."""
        self.dismiss(self.activity.id)

    @work(exclusive=True, group="look")
    async def action_turn(self) -> None:
        """Sit down as a participant."""
        await self._come_to(revealed=False)
        sitting = await asyncio.to_thread(self._preview.sit_down, self.app.settings.smallest_group)
        if self.on_top and await self.app.push_screen_wait(PreviewTurn(sitting)) is Ending.HANDED_IN:
            self.notify("Handed in. It counts at the reveal.", timeout=6)

    def action_show(self) -> None:
        """What the room sees of what nobody answers: its pages, or that it is a pause."""
        self._look(revealed=self.activity.can_be_revealed)

    def action_work(self) -> None:
        """What the room sees while people work."""
        self._look(revealed=False)

    def action_reveal(self) -> None:
        """What the room sees once the facilitator reveals."""
        self._look(revealed=True)

    @work(exclusive=True, group="look")
    async def _look(self, *, revealed: bool) -> None:
        await self._come_to(revealed=revealed)
        if self.on_top:
            await self.app.push_screen(PreviewRoom(answers=revealed and self.activity.answered, steps=revealed))

    async def _come_to(self, *, revealed: bool) -> None:
        await asyncio.to_thread(self._preview.come_to, self.activity.id, self.app.now(), revealed=revealed)


def _head(activity: Activity, place: str) -> Iterator[Content]:
    """Which activity it is, what is asked and done, and who answers and sees it."""
    kind = Content.styled(f"{place}   {activity.length} minutes   {called(activity)}", "$quiet")
    yield Content.assemble((activity.title, "bold"), "\n", kind)
    if activity.answered:
        who = WHO_ANSWERS[activity.by]
        sees = f"{who[0].upper()}{who[1:]}. {who_sees(activity)}"
        yield Content.assemble((activity.question, "bold"), "\n", sees)


def _tight(preview: Preview, activity: Activity) -> Iterator[Content]:
    """Why its minutes are too few, and what would help."""
    for one in preview.tight:
        if one.activity.id == activity.id:
            yield Content.assemble(("! By estimate it will not fit. ", "$late bold"), (one.words, "$late"))


def _script(activity: Activity) -> Iterator[Content]:
    """What the facilitator says, cue by cue."""
    if activity.cues:
        yield Content.styled("Say", "bold $now")
    for cue in activity.cues:
        minutes = Content.styled(f"  {cue.minutes} min" if cue.minutes else "", "$quiet")
        yield Content.assemble(cue.say, minutes)
