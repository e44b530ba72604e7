"""The projector's screen of the session."""

import pytest

from activities.session.session import Session
from tests.tui.room.the_room import MakeApp
from tui.app import FlipchartApp
from tui.room.screen import RoomScreen


@pytest.fixture
def app(make_app: MakeApp, session: Session) -> FlipchartApp:
    """Begins at the projector's screen."""
    return make_app(lambda: RoomScreen(session.code))
