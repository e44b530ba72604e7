"""Every screen as it looks on the smallest terminal, a laptop and a projector, once twelve people took part."""

import re
import shutil
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from activities.session.agenda import add, pause
from activities.session.closing import close
from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from store import open_store
from store.protocol import Store
from store.workshops import workshop
from tests.five_activities import keep_room
from tests.tui.conftest import NOW
from tests.tui.room.the_room import SIZES, words
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.home.new_session import NewSessionScreen
from tui.home.sample import SampleScreen
from tui.room.screen import RoomScreen
from tui.seat import kiosk
from tui.seat.clearing import ClearingScreen
from tui.seat.join import JoinScreen
from tui.seat.thanks import ThanksScreen

SORT, REFLECTION, PATHWAYS, PLAN = "evidence-venn", "reflection", "pathways", "plan"
STEADY = 8
"""How many looks at a screen must be alike, a fiftieth of a second from one to the next, for it to be at rest."""

NAME = "Tom Pritchard"
First = Callable[[Store, str], Screen[Any]]
Change = Callable[[Session], Session]


def as_it_is(session: Session) -> Session:
    return session


def waiting_at(activity: str) -> Change:
    def change(session: Session) -> Session:
        fresh = {name: state for name, state in session.running.items() if name != activity}
        return session.model_copy(update={"running": fresh}).go_to(activity, NOW)

    return change


def opened(activity: str) -> Change:
    began = NOW - timedelta(minutes=2, seconds=20)
    return lambda session: waiting_at(activity)(session).open(began)


def locked(activity: str) -> Change:
    return lambda session: opened(activity)(session).lock(NOW)


def revealed(activity: str, **shown: object) -> Change:
    return lambda session: opened(activity)(session).lock(NOW).reveal(NOW).show(**shown)


def decided(before: Change) -> Change:
    note = Note(
        kind=NoteKind.DECISION, text="We look at workbooks first.", at=NOW, activity=SORT, who="Kasia", due="May"
    )
    return lambda session: before(session).note(note)


def over(session: Session) -> Session:
    return close(decided(locked(SORT))(session), NOW, delete_on=None, meets_again="9 March, 3.45 pm, library")


def on_a_break(session: Session) -> Session:
    return add(waiting_at(SORT)(session), pause("Break", 15)).next(NOW).open(NOW)


def shows_decisions(session: Session) -> Session:
    return decided(locked(SORT))(session).show(notes=NoteKind.DECISION)


def console(store: Store, code: str) -> Screen[Any]:
    return ConsoleScreen(code)


def room(store: Store, code: str) -> Screen[Any]:
    return RoomScreen(code)


def join(store: Store, code: str) -> Screen[Any]:
    return JoinScreen(code)


class Alone(Screen[None]):
    """Nothing, with a dialog over it."""

    def __init__(self, dialog: Screen[Any]) -> None:
        super().__init__()
        self._dialog = dialog

    def on_mount(self) -> None:
        self.app.push_screen(self._dialog)


def new(store: Store, code: str) -> Screen[Any]:
    return NewSessionScreen(workshop("evidence", store.home))


Walk = Callable[[Pilot[Any]], Awaitable[None]]


def keys(*pressed: str) -> Walk:
    async def walk(pilot: Pilot[Any]) -> None:
        await pilot.press(*pressed)

    return walk


def after(first: str, seen: str, *then: str) -> Walk:
    """One key, and when this is to be seen the others."""

    async def walk(pilot: Pilot[Any]) -> None:
        await pilot.press(first)
        await shows(pilot, seen)
        await pilot.press(*then)

    return walk


def go_on(then: Walk) -> Walk:
    """Say that the timer goes on, then this."""

    async def walk(pilot: Pilot[Any]) -> None:
        await shows(pilot, "Stop the timer")
        await pilot.press("y")
        await hides(pilot, "Stop the timer")
        await then(pilot)

    return walk


async def sit_down(pilot: Pilot[Any]) -> None:
    pilot.app.screen.query_one("#name", Input).value = NAME
    await pilot.press("enter")
    await shows(pilot, "handed in already|F4")
    if re.search("handed in already", words(pilot.app)):
        await pilot.press("o", "o")


async def hand_in(pilot: Pilot[Any]) -> None:
    await sit_down(pilot)
    await shows(pilot, "F4")
    await pilot.press("ctrl+s")


async def set_pin(pilot: Pilot[Any]) -> None:
    await sit_down(pilot)
    await shows(pilot, "F4")
    await pilot.press("f4")


stay = keys()
LOOKS: dict[str, tuple[First, Change, str, Walk, str]] = {
    "new session": (new, as_it_is, "Begin", stay, "Begin"),
    "sample": (lambda _, code: SampleScreen(code), as_it_is, "The sample", stay, "The sample"),
    "console waiting": (console, waiting_at(SORT), "Say", stay, "Say"),
    "console open": (console, opened(SORT), "Say", go_on(stay), "Say"),
    "console asks to go on": (console, opened(SORT), "Say", stay, "Stop the timer"),
    "console revealed": (console, revealed(PATHWAYS), "Say", stay, "revealed"),
    "console help": (console, waiting_at(SORT), "Say", keys("f1"), "For you alone"),
    "console agenda": (console, waiting_at(SORT), "Say", keys("g"), "The agenda"),
    "console adding": (console, waiting_at(SORT), "Say", after("g", "The agenda", "a"), "Add it"),
    "console answers": (console, locked(REFLECTION), "Say", keys("h"), "texts for"),
    "console notes": (console, decided(waiting_at(SORT)), "Say", keys("m"), "We look at workbooks"),
    "console closed": (console, over, "Press x to open", stay, "What is kept"),
    "console who": (console, waiting_at(SORT), "Say", keys("w"), "Rename"),
    "console note": (console, waiting_at(SORT), "Say", keys("p"), "arking"),
    "console facilitators pin": (console, waiting_at(SORT), "Say", keys("k"), "PIN"),
    "console closing": (console, waiting_at(SORT), "Say", keys("x"), "Close the session"),
    "room headline": (room, revealed(SORT), "12 people sorted", stay, "12 people sorted"),
    "room one card": (room, revealed(SORT, spotlight="learner-voice"), "card 4 of", stay, "Learner voice"),
    "room card sort": (room, revealed(SORT, spotlight="*"), "Accountability", stay, "≠"),
    "room larger card sort": (room, revealed(SORT, spotlight="*", zoom=True), "people sorted", stay, "people sorted"),
    "room strand": (room, revealed(PATHWAYS, spotlight="use"), "stand at", stay, "stand at"),
    "room pathways": (room, revealed(PATHWAYS, spotlight="*"), "▲", stay, "▲"),
    "room answer": (room, revealed(REFLECTION, spotlight="now.2"), "answer 2 of 11", stay, "answer 2 of 11"),
    "room reflection": (room, revealed(REFLECTION, spotlight="*now"), "answers", stay, "answers"),
    "room plan": (room, revealed(PLAN, spotlight="*"), "━", stay, "━"),
    "room point": (room, revealed("baseline", spotlight="2"), "point 2 of", stay, "point 2 of"),
    "room pause": (room, on_a_break, "until 13:57", stay, "until 13:57"),
    "room decisions": (room, shows_decisions, "We decided", stay, "We decided"),
    "room over": (room, over, "Thank you", stay, "Thank you"),
    "room question": (room, lambda now: opened(SORT)(now).show(question=0), "argue about", stay, "argue about"),
    "who is sitting here": (join, opened(SORT), "Type your name", stay, NAME),
    "nobody may sit down": (join, locked(SORT), "work is kept|Hands off", stay, ""),
    "turn card sort": (join, opened(SORT), NAME, sit_down, "F4"),
    "turn reflection": (join, opened(REFLECTION), NAME, sit_down, "F4"),
    "turn pathway": (join, opened(PATHWAYS), NAME, sit_down, "F4"),
    "turn plan": (join, opened(PLAN), NAME, sit_down, "F4"),
    "turn asks": (join, opened(PLAN), NAME, hand_in, "Hand in now|Thank you"),
    "thank you": (lambda *_: Alone(ThanksScreen(NAME)), as_it_is, "", stay, "Your work is kept"),
    "clearing": (lambda *_: Alone(ClearingScreen()), as_it_is, "", stay, "This screen clears"),
    "new pin": (join, opened(PLAN), NAME, set_pin, "4 to 12 digits"),
}


async def shows(pilot: Pilot[Any], pattern: str, there: bool = True) -> None:
    """Wait until these words are on the screen; fail after ten seconds."""
    deadline = time.monotonic() + 10
    while bool(re.search(pattern, words(pilot.app))) != there:
        assert time.monotonic() < deadline, f"‘{pattern}’ is not as it should be on:\n{words(pilot.app)}"
        await pilot.pause(0.01)


async def settles(pilot: Pilot[Any]) -> None:
    """Wait until nothing on the screen changes any more: what is worked out in threads is there."""
    drawings = [""] * STEADY
    deadline = time.monotonic() + 10
    while len({*drawings}) > 1 or not drawings[0]:
        assert time.monotonic() < deadline, "the screen never came to rest"
        await pilot.pause(0.02)
        drawings = [*drawings[1:], words(pilot.app)]


async def stays(pilot: Pilot[Any]) -> None:
    """Wait until the picture is the same twice: what lies under a dialog may be drawn a moment after its words."""
    deadline = time.monotonic() + 10
    before = ""
    while (now := pilot.app.export_screenshot()) != before:
        assert time.monotonic() < deadline, "the picture never came to rest"
        before = now
        await pilot.pause(0.05)


async def hides(pilot: Pilot[Any], pattern: str) -> None:
    """Wait until these words are on the screen no more."""
    await shows(pilot, pattern, there=False)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with a room in it that has done the five activities, and its code."""
    home = tmp_path_factory.mktemp("sample") / "home"
    return home, keep_room(open_store(home), NOW)


FEWER = {
    "room headline": [(80, 24), (120, 40)],
    "room larger card sort": [(200, 60)],
    "room strand": [(120, 40), (200, 60)],
    "room answer": [(120, 40)],
    "room reflection": [(120, 40)],
    "room plan": [(120, 40)],
    "room point": [(200, 60)],
}
"""The sizes of what looks much the same at others: that it fits there is tested for every reveal by itself."""


@pytest.mark.parametrize(
    ("look", "size"),
    [(look, size) for look in LOOKS for size in FEWER.get(look, SIZES)],
    ids=lambda part: part if isinstance(part, str) else f"{part[0]}x{part[1]}",
)
def test_every_screen_looks_like_this(
    sample: tuple[Path, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    snap_compare: Callable[..., bool],
    look: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv("HOME", "/home/teacher")
    monkeypatch.setattr(kiosk, "clock", lambda: 0.0)
    first, change, at_first, walk, at_last = LOOKS[look]
    shutil.copytree(sample[0], tmp_path / "home")
    store, code = open_store(tmp_path / "home"), sample[1]
    store.change_session(code, change)

    async def ready(pilot: Pilot[Any]) -> None:
        await shows(pilot, at_first)
        await walk(pilot)
        await shows(pilot, at_last)
        for writing in (*pilot.app.screen.query(TextArea), *pilot.app.screen.query(Input)):
            writing.cursor_blink = False
        await settles(pilot)
        await stays(pilot)

    app = FlipchartApp(store, lambda: first(store, code), now=lambda: NOW, random=Random(7))
    assert snap_compare(app, terminal_size=size, run_before=ready)
