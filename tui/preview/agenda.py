"""The agenda of a workshop before the day, from which every activity opens. Its file can be read again once it is mended."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from activities.kinds.activity import Activity
from activities.preview import called
from activities.refusal import Refused
from tui.app import FlipchartApp
from tui.preview.activity import PreviewActivity
from tui.preview.bar import PreviewBar
from tui.steady import SteadyScreen
from tui.tasks.preview import Preview, Wanted, prepare
from tui.widgets.choices import MARK, Choice, Choices

LOOK = 1.0
"""Seconds from one look whether the file has changed to the next."""

NUMBERS = 11
"""Cells of a row's number and minutes, with the mark of those that are too few."""

GAP = 2
"""Cells between an activity's title and its kind."""


class Agenda(Choices):
    """The activities, of which one is in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "Open it", id="preview.open")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing opens before there is anything on it."""
        return self.option_count > 0 if action == "select" else True


class PreviewScreen(SteadyScreen[None]):
    """What happens in a workshop, an activity a line."""

    DEFAULT_CSS = """
    PreviewScreen { align: center top; }
    PreviewScreen #page { width: 100; max-width: 100%; height: 1fr; padding: 1 2 0 2; }
    PreviewScreen.-tall #page { padding-top: 3; }
    PreviewScreen #title { height: auto; padding: 0 2; margin-bottom: 1; }
    PreviewScreen #mistakes { display: none; height: auto; max-height: 50%; overflow-y: auto; }
    PreviewScreen #mistakes { padding: 0 2; margin-bottom: 1; color: $late; }
    PreviewScreen Agenda { height: 1fr; max-height: 100%; scrollbar-size-vertical: 1; }
    PreviewScreen #note { display: none; height: auto; padding: 0 2; margin-bottom: 1; color: $quiet; }
    PreviewScreen #changed { display: none; height: auto; padding: 0 2; margin-bottom: 1; color: $late; text-style: bold; }
    """
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "read", "Read the file again", id="preview.read"),
        Binding("escape", "leave", "Go back", id="preview.back"),
        Binding("f1", "app.help", "Help", key_display="?", id="preview.help"),
    ]
    HELP = """
    ## Walk it before the day

    Every activity of the workshop is here, with its minutes. **Enter** opens the one in hand: take a participant's turn,
    see the room at work, and see the reveal.

    You are one participant among invented ones. Their answers are made up, so that you see how a reveal looks. Nothing
    is kept: no file is made or changed, and all of it is gone when you leave.

    Where you change the workshop's file meanwhile, **r** reads it again. If there are mistakes in it, they stand over
    the agenda, each with its line.
    """

    def __init__(self, wanted: Wanted) -> None:
        """Walk this one. Nothing is read yet."""
        super().__init__()
        self._wanted = wanted
        self._preview: Preview | None = None

    def compose(self) -> ComposeResult:
        """What it is called, whether it fits, what is wrong with its file, and the agenda."""
        yield PreviewBar("You are one participant among invented ones.")
        with Vertical(id="page"):
            yield Static("One moment, please.", id="title", markup=False)
            yield Static(id="note", markup=False)
            yield Static(id="mistakes", markup=False)
            yield Static("The file has changed. r reads it again.", id="changed", markup=False)
            yield Agenda()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read it, and look now and then whether it has changed."""
        self._read()
        self.set_interval(LOOK, self._look_whether_changed)

    def on_unmount(self) -> None:
        """Whatever is kept from now on is kept where it was before."""
        self._let_go()

    def _let_go(self) -> None:
        if self._preview is not None:
            self.app.keep_no_more_in(self._preview.store)

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        try:
            found = await asyncio.to_thread(prepare, self._wanted, self.app.now(), self.app.settings.smallest_group)
        except Refused as refused:
            if self._stands:
                self._tell_mistakes(str(refused))
            return
        if not self._stands:
            return
        if self._preview is not None:
            self.notify("Read again. What you gave before is gone.", timeout=5)
        self._preview = found
        self.app.keep_in(found.store)
        self._tell_mistakes("")
        self._show(found)

    @property
    def _stands(self) -> bool:
        """Whether it is still there to show anything: it may have been left while its file was read."""
        return bool(self.query(Agenda))

    def _tell_mistakes(self, words: str) -> None:
        told = self.query_one("#mistakes", Static)
        told.display = bool(words)
        if words and self._preview is not None:
            words = f"{words}\nUntil this is mended, the agenda is as it was before."
        told.update(Content(words))
        if words and self._preview is None:
            self.query_one("#title", Static).update("This workshop cannot be walked yet.")
        self.query_one("#changed").display = False
        self.refresh_bindings()

    def _show(self, found: Preview) -> None:
        title = Content.assemble((found.workshop.title, "bold"), (f"   {found.workshop.minutes} minutes", "$quiet"))
        self.query_one("#title", Static).update(title)
        note = self.query_one("#note", Static)
        note.display = bool(found.tight)
        note.update(Content(_note(found)))
        self._offer()
        self.query_one(Agenda).focus()

    def on_resize(self) -> None:
        """Titles and kinds in columns of the width there is."""
        self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        if self._preview is None:
            return
        tight = {one.activity.id for one in self._preview.tight}
        for listing in self.query(Agenda):
            if listing.size.width:
                listing.offer(rows(self._preview.workshop.activities, tight, listing.size.width - 1))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A built-in workshop does not change."""
        return self._preview is None or self._preview.file is not None if action == "read" else True

    @work(exclusive=True, group="look")
    async def _look_whether_changed(self) -> None:
        preview = self._preview
        if preview is not None and self.on_top and not self.query_one("#mistakes").display:
            stale = await asyncio.to_thread(lambda: preview.stale)
            if self._stands and preview is self._preview:
                self.query_one("#changed").display = stale

    def on_screen_resume(self) -> None:
        """It may have changed while an activity was looked at."""
        self._look_whether_changed()

    def action_read(self) -> None:
        """Read the file again."""
        self._read()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open it; back from there, the one that was looked at last is in hand."""
        if self._preview is not None and event.option_id and self.on_top:
            self.app.push_screen(PreviewActivity(self._preview, event.option_id), self._take_in_hand)

    def _take_in_hand(self, activity: str | None) -> None:
        if self._preview is not None and activity is not None:
            self.query_one(Agenda).highlighted = self._preview.workshop.position(activity)

    def action_leave(self) -> None:
        """Back, or out where nothing is behind."""
        self._let_go()
        if len(self.app.screen_stack) > 2:
            self.dismiss()
        elif self.on_top:
            self.app.exit()


def rows(agenda: Sequence[Activity], tight: set[str], width: int) -> list[Choice]:
    """A line an activity: its number, its minutes with a mark where they are too few, its title, and its kind."""
    kinds = [called(one) for one in agenda]
    room = max(width - MARK - NUMBERS - GAP - max(len(kind) for kind in kinds), 12)
    column = min(max(Content(one.title).cell_length for one in agenda), room)
    found = []
    for number, (one, kind) in enumerate(zip(agenda, kinds, strict=True), start=1):
        short = one.id in tight
        head = Content.assemble(
            (f"{number:>2}", "$quiet"),
            (f"{one.length:>5}'", "$late bold" if short else "$now bold"),
            ("! " if short else "  ", "$late bold"),
        )
        title = Content(one.title).truncate(column, ellipsis=True, pad=True)
        words = Content.assemble(title, " " * GAP, (kind, "$quiet"))
        found.append(Choice(words, id=one.id, head=head, column=NUMBERS))
    return found


def _note(found: Preview) -> str:
    """For how many activities the minutes are too few, and for whom that was reckoned."""
    many, group = len(found.tight), found.wanted.group
    which = "One activity needs" if many == 1 else f"{many} activities need"
    return (
        f"! {which} more minutes than planned, by estimate, for {group.people} people at {group.terminals} terminals. "
        "Its page says what would help."
    )
