"""Pipes, devices and folders in the place of our files: told in one line, and nobody waits for them."""

import os
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from activities.refusal import Refused
from store import open_store
from store.protocol import Store
from store.refusals import NotKept, NotRead
from tests.store.rooms import LISA, NOON, a_session, gives, step_of

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")


def a_pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def in_time(what: Callable[[], object]) -> list[Refused]:
    """Do it, and see that it does not wait; what it refused, if it did."""
    refused: list[Refused] = []

    def do() -> None:
        try:
            what()
        except Refused as error:
            refused.append(error)

    doing = threading.Thread(target=do, daemon=True)
    doing.start()
    doing.join(30)
    assert not doing.is_alive(), "it waits"
    return refused


@pytest.mark.parametrize("odd", [a_pipe, a_device, a_folder])
@pytest.mark.parametrize("name", ["lisa.json", "lisa.previous.json", ".lisa.json.lock"])
def test_one_in_the_place_of_a_persons_file_is_told_when_they_save_and_stays_where_it_is(
    home: Path, store: Store, lisas_file: Path, odd: Callable[[Path], None], name: str
) -> None:
    for step in (1, 2, 3):
        store.change_contribution("MKRT", LISA, gives(step))
    path = lisas_file.with_name(name)
    odd(path)
    other = open_store(home)
    (told,) = in_time(lambda: other.change_contribution("MKRT", LISA, gives(4)))
    assert isinstance(told, NotKept)
    assert "\n" not in str(told)
    assert path.name in str(told)
    assert not stat.S_ISREG(path.stat().st_mode)
    read = [other.contribution("MKRT", "lisa")]
    assert step_of(read[0]) == (2 if name == "lisa.json" else 3)
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink()
    assert step_of(other.change_contribution("MKRT", LISA, gives(5))) == 5


@pytest.mark.parametrize("odd", [a_pipe, a_device, a_folder])
def test_one_in_the_place_of_a_session_leaves_the_copy_before_it(
    home: Path, store: Store, session_file: Path, odd: Callable[[Path], None]
) -> None:
    before = store.session("MKRT")
    store.change_session("MKRT", lambda session: session.open(NOON))
    odd(session_file)
    other = open_store(home)
    assert other.session("MKRT") == before
    assert "is no plain file: the copy saved before it is used" in other.troubles("MKRT")[0]
    session_file.with_name("session.previous.json").unlink()
    (told,) = in_time(lambda: open_store(home).session("MKRT"))
    assert isinstance(told, NotRead)
    assert "is no plain file" in str(told)


@pytest.mark.parametrize("odd", [a_pipe, a_device, a_folder])
def test_ones_that_lie_about_hold_nobody_up(
    home: Path, store: Store, lisas_file: Path, odd: Callable[[Path], None]
) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.arrive("MKRT", "lisa", "t-1")
    present = home / "sessions" / "MKRT" / "present"
    for path in (
        present / ".now",
        present / "lisa@t-1",
        present / "lisa@t-2",
        lisas_file.with_name(".lisa.json.spare"),
        lisas_file.with_name(".lisa.json.7-1.tmp"),
        lisas_file.with_name("lisa.damaged-2026-11-22T10-00-00.json"),
        home / "clock-is-right",
    ):
        odd(path)
    began = time.monotonic()
    other = open_store(home)
    in_time(lambda: other.present("MKRT"))
    in_time(lambda: other.arrive("MKRT", "lisa", "t-1"))
    in_time(lambda: other.troubles("MKRT"))
    in_time(lambda: other.change_contribution("MKRT", LISA, gives(2)))
    in_time(lambda: other.forget("MKRT", "lisa"))
    assert time.monotonic() - began < 20


def test_a_sessions_folder_that_is_a_pipe_is_no_session(home: Path, store: Store) -> None:
    os.mkfifo(home / "sessions" / "ACDE")
    assert store.codes() == {"MKRT"}
    assert in_time(lambda: store.session("ACDE"))
    assert in_time(lambda: store.create(a_session("ACDE")))
