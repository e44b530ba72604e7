"""A session's folder of which only half was copied: told in words, what is whole is used, the rest can still come."""

import shutil
from pathlib import Path

import pytest

from activities.session.contribution import Participant
from store.protocol import Store
from tests.faults.conftest import SORT, OpenTerminal
from tests.soak.work import work
from tests.store.rooms import NOON


@pytest.fixture
def folder(home: Path, store: Store) -> Path:
    """The session's folder, with what two tables gave in it, each in three versions."""
    activity = store.session("MKRT").workshop.activity(SORT)
    for name in ("p-1", "p-2"):
        table = Participant(id=name, name=f"Table {name[-1]}")
        for step in range(3):
            given = work(activity, name, step)
            store.change_contribution(
                "MKRT",
                table,
                lambda kept, given=given: kept.record(SORT, given, at=NOON, handed_in=True),  # type: ignore[misc]
            )
    return home / "sessions" / "MKRT"


def cut(path: Path) -> bytes:
    """Only the first half of the file is there; returns the whole of it. No copy of it is there either."""
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    path.with_name(f"{path.stem}.previous.json").unlink(missing_ok=True)
    return whole


@pytest.mark.parametrize("command", ["run", "room", "join"])
@pytest.mark.parametrize("fault", ["missing", "cut"])
def test_a_session_without_its_own_file_is_told_in_one_line(
    folder: Path, opens: OpenTerminal, command: str, fault: str
) -> None:
    if fault == "missing":
        for path in folder.glob("session*"):
            path.unlink()
    else:
        cut(folder / "session.json")
    terminal = opens(command, "MKRT")
    assert terminal.end() == 2
    words = terminal.line
    assert "Copy the whole folder again" in words
    assert "Traceback" not in words


def test_the_copy_before_is_used_where_only_that_came_along(folder: Path, store: Store, opens: OpenTerminal) -> None:
    store.change_session("MKRT", lambda session: session.model_copy(update={"place": "School hall"}))
    (folder / "session.json").unlink()
    console, room = opens("run", "MKRT"), opens("room", "MKRT")
    console.wait("session.json is missing")
    room.wait("now  Sort the evidence")


def test_one_table_whose_work_came_half_is_told_to_the_facilitator_and_harms_nobody_else(
    folder: Path, store: Store, opens: OpenTerminal
) -> None:
    cut(folder / "contributions" / "p-1.json")
    console, room, shared = opens("run", "MKRT"), opens("room", "MKRT"), opens("join", "MKRT")
    console.wait("p-1")
    console.wait("damaged")
    room.wait("1 of 3 tables in")
    shared.wait("Type your name")
    shared.press("Table 2\r")
    shared.wait("has handed in already")
    shared.press("oo")
    shared.wait(" placed")
    assert "damaged" not in room.shown
    assert not any(terminal.ended for terminal in (console, room, shared))


def test_what_comes_later_is_shown_when_it_is_there(folder: Path, store: Store, opens: OpenTerminal) -> None:
    late = folder / "contributions" / "p-2.json"
    aside = folder.parent.parent / "p-2.json"
    shutil.move(late, aside)
    late.with_name("p-2.previous.json").unlink()
    room = opens("room", "MKRT")
    room.wait("1 of 3 tables in")
    shutil.copy(aside, late)
    room.wait("2 of 3 tables in")
