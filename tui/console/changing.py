"""A list over the console that changes the session it is about, and shows how it stands after every change."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ScreenResultType
from textual.widgets import Footer, Static

from activities.refusal import Refused
from activities.session.contribution import Contribution
from activities.session.session import Session
from tui.app import FlipchartApp
from tui.dialogs.dialog import Dialog
from tui.following import Follower
from tui.widgets.choices import Choices


class Changing(Dialog[ScreenResultType]):
    """A heading and a list, which say in `show` how the session stands."""

    CALM: ClassVar[float] = 1.0
    """Seconds in which changes from elsewhere are gathered."""

    app = getters.app(FlipchartApp)

    def __init__(self, session: Session, contributions: tuple[Contribution, ...] = ()) -> None:
        """About this session, as it stands now."""
        super().__init__()
        self.code = session.code
        self.session = session
        self.contributions = contributions

    def compose(self) -> ComposeResult:
        """The heading and the list."""
        with Vertical():
            yield Static(id="heading", classes="title")
            yield Choices()
            yield Follower(self.code, calm=self.CALM)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show it at once: whoever types on must find it there, with the list in focus."""
        self.show(self.session)
        self.query_one(Choices).focus()

    def show(self, session: Session) -> None:
        """Show how the session stands now."""

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """It was changed, here or elsewhere."""
        self.session, self.contributions = event.session, event.contributions
        self.show(event.session)

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read: say so, keep what is on the screen."""
        self.notify(event.message, severity="error", timeout=15, markup=False)

    @work(group="change")
    async def change(self, what: str, change: Callable[[Session], Session], then: str = "") -> None:
        """Change the session in a way that can be undone under the words `what`; `then` is said once it is kept."""

        def changed(session: Session) -> Session:
            after = change(session)
            return session if after == session else session.did(what, after)

        await self._keep(changed, then)

    @work(group="change")
    async def undo(self, what: str) -> None:
        """The last step is taken back; `what` it was is said once that is kept."""
        await self._keep(Session.undo, f"Undone: {what}")

    async def _keep(self, change: Callable[[Session], Session], then: str) -> None:
        try:
            session = await asyncio.to_thread(self.app.store.change_session, self.code, change)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=15, markup=False)
            return
        if then:
            self.notify(then, markup=False)
        if self.is_attached:
            self.session = session
            self.show(session)
