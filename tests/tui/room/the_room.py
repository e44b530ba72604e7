"""The room's screen in tests: what it shows, and what goes on in the session that it follows."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from activities.kinds.activity import blank
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.session.contribution import Participant
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW
from tui.app import FlipchartApp
from tui.room.screen import RoomScreen
from tui.room.view import View
from tui.widgets.big_sheet import BigSheet
from tui.widgets.big_type import BigType

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]
SIZES = [(80, 24), (120, 40), (200, 60)]


def room(app: FlipchartApp) -> RoomScreen:
    assert isinstance(app.screen, RoomScreen)
    return app.screen


def seen(app: FlipchartApp) -> View:
    """What the room is looking at."""
    found = room(app)._view
    assert found is not None
    return found


def told(app: FlipchartApp) -> Session:
    """How the session stands as far as the room knows."""
    found = room(app)._session
    assert found is not None
    return found


def words(app: App[Any]) -> str:
    """All that can be read on the screen, in big type or small."""
    big = [part.text for part in app.screen.query(BigType) if part.region.area and part.visible]
    sheets = [part.drawn for part in app.screen.query(BigSheet) if part.region.area and part.visible]
    set_large = [piece.text for drawn in sheets if drawn for piece in drawn.sheet.pieces]
    small = [strip.text for strip in app.screen._compositor.render_strips()]
    return "\n".join([*big, *set_large, *small])


def sort_of(session: Session) -> CardSort:
    return next(one for one in session.workshop.activities if isinstance(one, CardSort))


def hand_in(store: Store, session: Session, number: int, name: str = "", *, circle: int = 0, round: int = 1) -> None:
    """Table `number` puts every card into one circle and hands in."""
    sort = sort_of(session)
    response = blank(sort)
    assert isinstance(response, CardSortResponse)
    for card in sort.cards:
        response = response.put(card.id, (sort.circles[circle].id,))
    response = response.write_card(sort, "Ghost card") if sort.own_cards else response
    store.change_contribution(
        session.code,
        Participant(id=f"p-{number}", name=name or f"Table {number}"),
        lambda kept: kept.record(sort.id, response, at=NOW, round_number=round, handed_in=True),
    )


def at_the_sort(store: Store, session: Session, *, minutes_ago: float = 7) -> Session:
    began = NOW - timedelta(minutes=minutes_ago)
    return store.change_session(session.code, lambda now: now.go_to(sort_of(now).id, began).open(began))


class Frames:
    """All that was ever on the screen, frame by frame, from now on."""

    def __init__(self, app: FlipchartApp, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[str] = []
        monkeypatch.setattr(app, "_display", lambda *_: None if app._batch_count else self.seen.append(words(app)))

    def any(self, *texts: str) -> list[str]:
        return [text for text in texts if any(text in frame for frame in self.seen)]
