"""The page about a workshop leads to its preview, and back; what is then begun is the workshop as it is by then."""

from pathlib import Path

import pytest

from activities.session.session import Session
from store.protocol import Store
from store.workshops import OWN, Listed
from tests.tui.conftest import Until
from tests.tui.preview.walked import TEXT, everything_in
from tests.tui.room.the_room import MakeApp, words
from tui.home import workshops
from tui.home.about_workshop import AboutWorkshop
from tui.home.new_session import NewSessionScreen
from tui.home.workshops import WorkshopsScreen
from tui.preview.activity import PreviewActivity
from tui.preview.agenda import PreviewScreen
from tui.preview.room import PreviewRoom
from tui.widgets.choices import Choices


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


async def test_one_key_previews_it_and_escape_leads_back_to_where_it_can_be_begun(
    make_app: MakeApp, store: Store, session: Session, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Listed("mine", "My own", "To try.", 3, OWN)
    monkeypatch.setattr(workshops, "workshops", lambda _: [mine])  # reading the built-in ones is not what this is about
    file = store.home / "workshops" / "mine.yaml"
    write(file, TEXT)
    before = everything_in(store.home)
    app = make_app(WorkshopsScreen)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query_one(Choices).option_count)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AboutWorkshop))
        assert "p Preview" in words(app)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen) and "questio" in words(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewActivity))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, PreviewRoom))
        assert app.store is not store
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PreviewActivity))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        assert everything_in(store.home) == before
        write(file, TEXT.replace("title: My own", "title: Mended"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, AboutWorkshop))
        assert app.store is store
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NewSessionScreen) and "Mended" in words(app))
