"""Which session a shared terminal is for, where the command did not say."""

from textual import getters, work

from tui.app import FlipchartApp
from tui.dialogs.pick_session import PickSessionScreen
from tui.seat.join import JoinScreen
from tui.steady import SteadyScreen, done


class JoinWhichScreen(SteadyScreen[None]):
    """Asks for the code, then makes this a terminal of that session."""

    app = getters.app(FlipchartApp)

    @work
    async def on_mount(self) -> None:
        """Ask, and go there; leave where nothing is chosen."""
        code = await self.app.push_screen_wait(PickSessionScreen("Which session is this terminal for?"))
        if code is None:
            self.app.exit()
        else:
            await done(self.app.switch_screen(JoinScreen(code)))
