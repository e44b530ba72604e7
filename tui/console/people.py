"""Everyone in the session, and what the facilitator can do for one of them."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from activities.refusal import Refused
from activities.session.contribution import Contribution
from activities.session.pin import Tries
from activities.session.seats import Seat, checked_name, everyone
from activities.session.session import Session
from tui.app import FlipchartApp
from tui.dialogs.dialog import Dialog
from tui.following import Follower
from tui.widgets.choices import Choice, Choices

ONLY_WATCHING = "Another console runs this session. Here you watch. Go back and press t to take over."


class PeopleScreen(Dialog[None]):
    """Who is in, who is at it, who is missing."""

    DEFAULT_CSS = """
    PeopleScreen Choices { max-height: 24; }
    PeopleScreen Input { display: none; }
    PeopleScreen.-renaming Input { display: block; }
    """
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "reopen", "Open again", id="people.reopen"),
        Binding("r", "rename", "Rename", id="people.rename"),
        Binding("c", "clear_pin", "Clear PIN", id="people.clear_pin"),
        Binding("f", "forget", "Forget", id="people.forget"),
        Binding("escape", "back", "Go back", id="people.back"),
    ]
    HELP = """
    ## Who is in

    A tick: handed in. Three dots: at it. A dash: not begun. Where tables answer, their people are listed, too, and
    where people answer, their tables: who need not answer is marked so.

    **o** lets one person go on although the activity is locked. **r** changes a name. **c** clears a forgotten PIN.

    **f** removes a person and all that they gave, for good and in every copy. You are then shown the notes in which
    their name still stands.
    """

    def __init__(self, code: str, watching: Callable[[], bool] = lambda: False) -> None:
        """Everyone in the session with this code. `watching` says whether another console rules it just now."""
        super().__init__()
        self.code = code
        self._watching = watching
        self._session: Session | None = None
        self._contributions: tuple[Contribution, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, and a place for a new name."""
        with Vertical():
            yield Static(id="heading", classes="title")
            yield Choices()
            yield Input(max_length=60, placeholder="The new name")
            yield Follower(self.code)
        yield Footer(show_command_palette=False)

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """Show how everyone stands now."""
        self._session, self._contributions = event.session, event.contributions
        people = self._people()
        self.query_one("#heading", Static).update(Content(_heading(people)))
        pins = {one.participant.id for one in self._contributions if one.pin}
        self.query_one(Choices).offer(
            Choice(_row(seat, seat.participant.id in pins), id=seat.participant.id) for seat in people
        )
        if not self.has_class("-renaming"):
            self.query_one(Choices).focus()

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read."""
        self.query_one("#heading", Static).update(Content(event.message))

    def _people(self) -> list[Seat]:
        return everyone(self._session, self._contributions) if self._session else []

    def _chosen(self) -> Seat | None:
        """Whom to do something for; nobody, and the reason in words, where another console rules."""
        if self._watching():
            self.notify(ONLY_WATCHING, severity="warning", timeout=10)
            return None
        option = self.query_one(Choices).highlighted_option
        return next((seat for seat in self._people() if option and seat.participant.id == option.id), None)

    @work(group="change")
    async def _do(self, what: Callable[[], object], then: str) -> None:
        try:
            await asyncio.to_thread(what)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=15, markup=False)
        else:
            self.notify(then, markup=False)

    def action_reopen(self) -> None:
        """The chosen participant may go on with the current activity."""
        if seat := self._chosen():
            who, store = seat.participant, self.app.store
            words = f"Opened again for {who.name}"
            self._do(
                lambda: store.change_session(
                    self.code, lambda now: _unless_forgotten(now, who.id, lambda: now.did(words, now.reopen(who.id)))
                ),
                f"{who.name} can sit down and go on.",
            )

    def action_clear_pin(self) -> None:
        """The chosen participant needs no PIN any more."""
        if seat := self._chosen():
            who, store = seat.participant, self.app.store
            self._do(
                lambda: store.change_contribution(
                    self.code, who, lambda kept: kept.model_copy(update={"pin": None, "tries": Tries()})
                ),
                f"{who.name} needs no PIN now.",
            )

    def action_rename(self) -> None:
        """Ask for the chosen participant's new name."""
        if seat := self._chosen():
            self.add_class("-renaming")
            field = self.query_one(Input)
            field.value = seat.participant.name
            field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the chosen participant this name."""
        seat = self._chosen()
        try:
            name = checked_name(event.value)
        except Refused as refused:
            self.notify(str(refused), markup=False)
            return
        self._stop_renaming()
        if seat:
            who, store = seat.participant.id, self.app.store
            words = f"Renamed {seat.participant.name}"
            self._do(
                lambda: store.change_session(
                    self.code, lambda now: _unless_forgotten(now, who, lambda: now.did(words, now.rename(who, name)))
                ),
                f"Called {name} now.",
            )

    @work(group="change")
    async def action_forget(self) -> None:
        """Remove the chosen participant for good once the code is typed; then see to the notes that name them."""
        from tui.console.note_with_a_name import NoteWithAName
        from tui.dialogs.type_code import TypeCode
        from tui.tasks.forgetting import forget_person

        seat = self._chosen()
        if seat is None:
            return
        who, store = seat.participant, self.app.store
        question = f"Remove {who.name} and all that they gave, for good? PDFs that were written already stay."
        meant = await self.app.push_screen_wait(TypeCode(question, self.code, "Enter alone keeps everything."))
        if not meant or self._chosen() is None:  # another console may have taken over since
            return
        try:
            named = await asyncio.to_thread(forget_person, store, self.code, who)
            self.notify("They are gone, with all that they gave.")
            for number, note in enumerate(named.notes, 1):
                words = await self.app.push_screen_wait(NoteWithAName(note, number, len(named.notes)))
                if words is not None and words != note.text:
                    await asyncio.to_thread(named.amend, store, note, words)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=15, markup=False)

    def _stop_renaming(self) -> None:
        self.remove_class("-renaming")
        self.query_one(Choices).focus()

    def action_back(self) -> None:
        """Leave off renaming, or go back to the console."""
        if self.has_class("-renaming"):
            self._stop_renaming()
        else:
            self.dismiss(None)


def _unless_forgotten(session: Session, participant: str, what: Callable[[], Session]) -> Session:
    """What is done for somebody; nothing where they were forgotten, so that no words to undo name them again."""
    return session if participant in session.forgotten else what()


def _heading(people: Sequence[Seat]) -> str:
    """How far those are who answer what the room does now, and how many others are in."""
    if not people:
        return "Nobody has sat down yet."
    asked = [seat for seat in people if seat.asked]
    missing = sum(seat.progress is None for seat in asked)
    heading = f"{sum(seat.handed_in for seat in asked)} of {len(asked)} handed in, {missing} not begun"
    others = len(people) - len(asked)
    return f"{heading}. {others} need not answer" if others else heading


def _row(seat: Seat, has_pin: bool) -> Content:
    pin = ("  PIN", "$quiet") if has_pin else ""
    if not seat.asked:
        return Content.assemble("  ", seat.participant.name, ("  need not answer", "$quiet"), pin)
    if seat.handed_in:
        return Content.assemble(("✓ ", "$done"), seat.participant.name, pin)
    if seat.progress and seat.progress.begun:
        return Content.assemble(
            "… ", seat.participant.name, (f"  {seat.progress.done} of {seat.progress.of}", "$quiet"), pin
        )
    return Content.assemble(("– ", "$quiet"), seat.participant.name, pin)
