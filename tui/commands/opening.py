"""Opening the app on a store, at one of its screens."""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from activities.refusal import Refused
from store.home import home_folder
from tui.settings.file import read_given
from tui.terminal.minding import Held, hold_or_let_go, mind
from tui.terminal.streams import has_terminal

if TYPE_CHECKING:
    from textual.screen import Screen

    from store.protocol import Store

SAMPLE = "flipchart-sample-"
"""How the name of a sample's folder begins."""

A_WEEK = 7 * 24 * 3600
"""Seconds after which nobody has a sample open any more."""


def kept_in(home: Path | None = None) -> "Store":
    """The store in this folder, or in the person's own."""
    from store import open_store

    return open_store(home)


def open_app(
    store: "Store | Callable[[], Store]", first: "Callable[[], Screen[None]]", options: Mapping[str, Any] | None = None
) -> None:
    """Open the app at a screen, on a store or on one it opens once it can be seen; then the sample, if that was chosen.

    `options` are settings from the command line by their names, None where one was not given. Raises Refused where
    there is no terminal to open it in.
    """
    _needs_a_terminal()
    from tui.app import FlipchartApp
    from tui.terminal.called import called

    app = FlipchartApp(store, first, given=read_given(home_folder(), options=options), called=called)
    asked_for = app.run()
    if app.return_code:
        sys.exit(app.return_code)
    if asked_for == "sample":
        open_sample(options)


def _needs_a_terminal() -> None:
    if not has_terminal():
        raise Refused("This needs a terminal. Open one, and type the command there.")


def open_home(options: Mapping[str, Any] | None = None) -> None:
    """Open the app at Home."""
    _needs_a_terminal()
    if held := mind():
        _open_held(held, options)
        return
    from tui.home.home import HomeScreen

    open_app(kept_in, HomeScreen, options)


def open_seat(code: str, options: Mapping[str, Any] | None = None) -> None:
    """Make this a shared terminal of a session: where there is a PIN, nothing but that leads out, whatever happens.

    The session is read once the terminal is minded. Raises NoSession, NotRead.
    """
    if has_terminal() and (held := mind(seat=True)):
        _open_held(held, options)
        return
    store = kept_in()
    session = store.session(code)
    _needs_a_terminal()
    from tui.seat.kiosk import held_for

    hold_or_let_go(held_for(session.code, store.home, session.pin))
    from tui.seat.join import JoinScreen

    open_app(store, lambda: JoinScreen(session.code, held_by=session.pin), options)


def open_any_seat(options: Mapping[str, Any] | None = None) -> None:
    """Make this a shared terminal of the session that is then chosen."""
    _needs_a_terminal()
    if held := mind(seat=True):
        _open_held(held, options)
        return
    hold_or_let_go(None)
    from tui.seat.join_which import JoinWhichScreen

    open_app(kept_in, JoinWhichScreen, options)


def _open_held(held: Held, options: Mapping[str, Any] | None) -> None:
    """A terminal that a PIN holds, from the first moment and though its session cannot be read just now."""
    from activities.session.pin import Pin
    from tui.seat.join import JoinScreen

    pin = Pin.model_validate_json(held.pin)
    open_app(kept_in(Path(held.home)), lambda: JoinScreen(held.code, held_by=pin), options)


def open_sample(options: Mapping[str, Any] | None = None) -> None:
    """Open the sample session in a folder of its own, which is gone afterwards."""
    _open_in_a_folder_of_its_own(_sample_session, options)


def open_sample_programme(options: Mapping[str, Any] | None = None) -> None:
    """Open the sample programme in a folder of its own, which is gone afterwards."""
    _open_in_a_folder_of_its_own(_sample_programme, options)


def _sample_session(store: "Store") -> "Callable[[], Screen[None]]":
    from tui.home.sample import SampleScreen
    from tui.tasks.sample import make_sample

    code = make_sample(store)
    return lambda: SampleScreen(code)


def _sample_programme(store: "Store") -> "Callable[[], Screen[None]]":
    from tui.home.sample import SampleProgramme
    from tui.tasks.sample import make_sample_programme

    made = make_sample_programme(store)
    return lambda: SampleProgramme(made.id)


def _open_in_a_folder_of_its_own(
    made: "Callable[[Store], Callable[[], Screen[None]]]", options: Mapping[str, Any] | None
) -> None:
    from tempfile import TemporaryDirectory

    _needs_a_terminal()
    if held := mind():
        _open_held(held, options)
        return
    _sweep_samples()
    with TemporaryDirectory(prefix=SAMPLE, ignore_cleanup_errors=True) as folder:
        store = kept_in(Path(folder))
        open_app(store, made(store), options)


def open_preview(
    name: str, people: int | None, terminals: int | None, options: Mapping[str, Any] | None = None
) -> None:
    """Walk a workshop, of which nothing is kept. Raises Refused, with all that is wrong with its file."""
    from store.memory import MemoryStore
    from tui.tasks.preview import wanted_for

    home = home_folder()
    wanted = wanted_for(name, home, people, terminals)
    wanted.read()
    _needs_a_terminal()
    from tui.preview.agenda import PreviewScreen

    open_app(MemoryStore(home), lambda: PreviewScreen(wanted), options)


def _sweep_samples() -> None:
    """Remove the samples of weeks past whose windows were closed, or whose programs were killed."""
    from shutil import rmtree
    from tempfile import gettempdir
    from time import time

    for folder in Path(gettempdir()).glob(f"{SAMPLE}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < time() - A_WEEK and not folder.is_symlink():
                rmtree(folder, ignore_errors=True)
