"""Draws the README's pictures from the real screens: `make pictures`, or `python -m tests.pictures`."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pypdfium2
from textual.pilot import Pilot
from textual.screen import Screen

from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.session import Session
from store import open_store
from store.protocol import Store
from store.workshops import built_in_workshop
from tests.svg import as_svg
from tests.tui.room.the_room import words
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.home.home import HomeScreen
from tui.room.screen import RoomScreen
from tui.room.walking import mark
from tui.seat.join import JoinScreen
from tui.tasks.exporting import Export, write_exports
from tui.tasks.sample import make_sample

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)
SORT, PLAN = "evidence-venn", "plan"
WHERE_WE_STAND, PATHWAY = "where-we-stand", "teachers"
SITTER = "Tom Pritchard"
Walk = Callable[[Pilot[str]], Awaitable[None]]


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        store = open_store(Path(home))
        code = make_sample(store, now=NOW)
        asyncio.run(_draw_all(store, code))
        _draw_handout(store, code, Path(home))
        asyncio.run(_draw_pathway(open_store(Path(home) / "pathways")))


async def _draw_all(store: Store, code: str) -> None:
    await _draw(store, HomeScreen, "home", (80, 24))
    await _draw(store, lambda: RoomScreen(code), "reveal", (120, 40), _press("right", "right"))
    began = NOW - timedelta(minutes=2, seconds=20)
    store.change_session(code, lambda now: _open(now, SORT, began))
    store.arrive(code, mark(120, 40), "r-1")
    await _draw(store, lambda: ConsoleScreen(code), "console", (120, 40), _press("y"))
    await _draw(store, lambda: RoomScreen(code), "room", (120, 40))
    await _draw(store, lambda: JoinScreen(code), "sit-down", (80, 24))
    await _draw(store, lambda: JoinScreen(code), "card-sort", (120, 40), _sit_down_again("down", "down"))
    store.change_session(code, lambda now: _open(now, PLAN, began))
    await _draw(store, lambda: JoinScreen(code), "plan", (120, 40), _sit_down_again(), theme="paper")


async def _draw_pathway(store: Store) -> None:
    """The sample has none, so that one is drawn in a session of the workshop that has."""
    of, began = built_in_workshop(WHERE_WE_STAND), NOW - timedelta(minutes=2, seconds=20)
    sitter = Participant(id="p-1", name=SITTER)
    session = begin(of, code="PTHW", title=of.title, on=NOW.date(), place="School hall", roster=(sitter,))
    store.create(session.go_to(PATHWAY, began).open(began))
    await _draw(store, lambda: JoinScreen(session.code), "pathway", (80, 24), _sit_down("down"))


def _open(session: Session, activity: str, at: datetime) -> Session:
    fresh = {name: state for name, state in session.running.items() if name != activity}
    return session.model_copy(update={"running": fresh}).go_to(activity, at).open(at)


def _press(*keys: str) -> Walk:
    async def walk(pilot: Pilot[str]) -> None:
        await pilot.press(*keys)

    return walk


_look = _press()


async def _shows(pilot: Pilot[str], what: str) -> None:
    """Wait until this is to be read on the screen."""
    while what not in words(pilot.app):
        await pilot.pause(0.05)


def _sit_down(*keys: str) -> Walk:
    async def walk(pilot: Pilot[str]) -> None:
        await _say_who(pilot)
        await _shows(pilot, "F4")
        await pilot.press(*keys)

    return walk


async def _say_who(pilot: Pilot[str]) -> None:
    await pilot.press(*(key if key != " " else "space" for key in SITTER), "enter")


def _sit_down_again(*keys: str) -> Walk:
    """Sit down to work that was handed in already."""

    async def walk(pilot: Pilot[str]) -> None:
        await _say_who(pilot)
        await _shows(pilot, "handed in already")
        await pilot.press("o")
        await _shows(pilot, "again")
        await pilot.press("o")
        await _shows(pilot, "F4")
        await pilot.press(*keys)

    return walk


async def _draw(
    store: Store,
    screen: Callable[[], Screen[None]],
    name: str,
    size: tuple[int, int],
    walk: Walk = _look,
    theme: str = "hall",
) -> None:
    app = FlipchartApp(store, screen, now=lambda: NOW, random=Random(1))
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await pilot.pause(1)
        await walk(pilot)
        await pilot.pause(1)
        drawing = as_svg(app)
    (FOLDER / f"{name}.svg").write_text(drawing, encoding="utf-8")
    print(FOLDER / f"{name}.svg")


def _draw_handout(store: Store, code: str, folder: Path) -> None:
    written = write_exports(store, code, folder / "pdfs", Export(kinds=("handouts",)))
    page = pypdfium2.PdfDocument(next(path for path in written if "Tom" in path.name))[0]
    page.render(scale=1.1).to_pil().convert("P", colors=32).save(FOLDER / "handout.png", optimize=True)
    print(FOLDER / "handout.png")


if __name__ == "__main__":
    main()
