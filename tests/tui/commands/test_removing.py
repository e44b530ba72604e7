"""Forgetting a person, deleting a session and bringing it back, from the command line."""

import os
import pty
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest

from activities.kinds.activity import blank
from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant
from activities.session.notes import Note, NoteKind
from store import open_store
from store.protocol import Store
from tests.store.test_forgetting import everything
from tests.tui.commands.test_command_line import COMMAND, code, flipchart, home, refused

__all__ = ["code", "home"]

LISA = Participant(id="p-lisa", name="Lisa Simpson-Bouvier")


def answers(home: Path, *arguments: str, typed: str) -> str:
    """Run the command at a terminal where somebody types this; all that stood there at the end."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [COMMAND, *arguments],
        env={**os.environ, "FLIPCHART_HOME": str(home)},
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
    ) as running:
        os.close(follower)
        os.write(leader, typed.encode())
        shown = b""
        while True:
            try:
                data = os.read(leader, 4096)
            except OSError:
                data = b""
            if not data:
                break
            shown += data
        running.wait(30)
    os.close(leader)
    return shown.decode()


@pytest.fixture
def store(home: Path, code: str) -> Store:
    """Lisa gave something, and two notes name her."""
    store = open_store(home)
    response = blank(store.session(code).workshop.activity("reflection"))
    now = datetime.now(UTC)

    def gives(kept: Contribution) -> Contribution:
        return kept.record("reflection", response, at=now)

    for _ in range(3):
        store.change_contribution(code, LISA, gives)
    return store


@pytest.fixture
def noted(store: Store, code: str) -> Store:
    for text in ("Lisa asks the office", "Simpson-Bouvier: books", "A list"):
        note = Note(kind=NoteKind.ACTION, text=text, at=datetime.now(UTC), activity="reflection")
        store.change_session(code, lambda now, note=note: now.did("Wrote", now.note(note)))  # type: ignore[misc]
    return store


def test_notes_that_name_them_are_listed_and_stay_until_somebody_says_what_becomes_of_them(
    home: Path, code: str, noted: Store
) -> None:
    done = flipchart(home, "forget", code, "Lisa Simpson-Bouvier", "--yes")
    assert "2 notes have the name, or a part of it:" in done.stdout
    assert "action: Lisa asks the office" in done.stdout
    assert len(noted.session(code).notes) == 3
    done = flipchart(home, "forget", code, "Lisa Simpson-Bouvier", "--notes", "strike")
    assert "Struck out." in done.stdout
    assert [note.text for note in noted.session(code).notes] == ["A list"]
    left = everything(home)
    assert b"Bouvier" not in left
    assert b"Lisa" not in left


def test_at_a_terminal_each_note_is_asked_about(home: Path, code: str, noted: Store) -> None:
    shown = answers(home, "forget", code, "Lisa Simpson-Bouvier", typed="y\nSomebody asks the office\n-\n")
    assert "Remove Lisa Simpson-Bouvier and all that they gave" in shown
    assert [note.text for note in noted.session(code).notes] == ["Somebody asks the office", "A list"]
    assert b"Bouvier" not in everything(home)


def test_enter_alone_forgets_nobody(home: Path, code: str, store: Store) -> None:
    answers(home, "forget", code, "Lisa Simpson-Bouvier", typed="\n")
    assert store.contribution(code, "p-lisa") is not None


@pytest.mark.parametrize("fault", ["newer", "damaged"])
def test_somebody_whose_files_cannot_be_read_is_forgotten_by_the_id_in_the_message(
    home: Path, code: str, store: Store, fault: str
) -> None:
    path = home / "sessions" / code / "contributions" / "p-lisa.json"
    tables = orjson.loads(path.read_bytes())
    newer = orjson.dumps({**tables, "format": {"1": {"version": 9}}})
    path.write_bytes(newer if fault == "newer" else path.read_bytes()[:-5])
    if fault == "damaged":
        path.with_name("p-lisa.previous.json").write_bytes(b"{")
    assert "p-lisa" in flipchart(home, "results", code).stderr
    assert "Nobody" in refused(flipchart(home, "forget", code, "Lisa Simpson-Bouvier", "--yes"))
    done = flipchart(home, "forget", code, "p-lisa", "--yes")
    assert "p-lisa is gone" in done.stdout, done.stderr
    assert not [path for path in home.rglob("*") if "lisa" in path.name]
    assert flipchart(home, "results", code).stderr == ""


def test_a_deleted_session_is_in_the_bin_and_comes_back(home: Path, code: str, store: Store) -> None:
    until = (datetime.now(UTC) + timedelta(days=30)).astimezone().date()
    done = flipchart(home, "forget", code, "--whole-session", "--yes")
    assert f"MKRT is in the bin until {until}. `flipchart restore MKRT` brings it back." in done.stdout
    listed = flipchart(home, "sessions").stdout
    assert "There are no sessions yet" in listed
    assert f"`flipchart restore MKRT` brings it back until {until}" in listed
    assert "was deleted" in refused(flipchart(home, "results", code))
    assert "in the bin already" in refused(flipchart(home, "forget", code, "--whole-session", "--yes"))
    assert flipchart(home, "restore", "mkrt").stdout == "MKRT is back: Autumn\n"
    assert store.contribution(code, "p-lisa") is not None
    assert "no session" in refused(flipchart(home, "restore", code))


def test_for_good_leaves_nothing_of_it(home: Path, code: str, store: Store) -> None:
    done = flipchart(home, "forget", code, "--whole-session", "--for-good", "--yes")
    assert done.stdout == "MKRT is gone.\n"
    assert [*home.rglob("*.json")] == []


def test_what_is_in_the_bin_is_removed_for_good_and_a_person_from_it(home: Path, code: str, store: Store) -> None:
    flipchart(home, "forget", code, "--whole-session", "--yes")
    assert "is gone from MKRT" in flipchart(home, "forget", code, "lisa simpson-bouvier", "--yes").stdout
    assert b"Bouvier" not in everything(home)
    assert flipchart(home, "forget", code, "--whole-session", "--for-good", "--yes").stdout == "MKRT is gone.\n"
    assert [*home.rglob("*.json")] == []


def test_days_in_the_bin_are_a_setting(home: Path, code: str, store: Store) -> None:
    done = flipchart(home, "forget", code, "--whole-session", "--yes", FLIPCHART_KEEP_DELETED="0")
    assert done.stdout == "MKRT is gone.\n"
    assert [*home.rglob("*.json")] == []


@pytest.mark.parametrize(("typed", "there"), [("\n", True), ("y\n", True), ("ACDE\n", True), ("mkrt\n", False)])
def test_a_session_is_deleted_only_by_its_code(home: Path, code: str, store: Store, typed: str, there: bool) -> None:
    shown = answers(home, "forget", code, "--whole-session", typed=typed)
    assert ("MKRT is kept." in shown) is there
    assert bool(store.sessions()) is there


def test_the_list_empties_the_bin_of_what_is_past_its_days_unless_the_clock_is_strange(
    home: Path, code: str, store: Store
) -> None:
    flipchart(home, "new", "evidence", "--code", "ACDE")
    long_ago = datetime.now(UTC) - timedelta(days=31)
    store.throw_away(code, long_ago)
    old = long_ago.timestamp()
    for path in home.rglob("*.json"):
        os.utime(path, (old, old))
    assert "MKRT" in flipchart(home, "sessions").stdout
    for path in (home / "sessions").rglob("*.json"):
        os.utime(path)
    assert "MKRT" not in flipchart(home, "sessions").stdout
    assert store.binned() == []


def test_for_good_goes_with_a_whole_session(home: Path, code: str, store: Store) -> None:
    assert "--for-good goes with" in refused(flipchart(home, "forget", code, "Lisa", "--for-good"))


@pytest.mark.parametrize("hostile", ["\x1b]0;owned\x07", "\x1b[2J", "\x9b31m"])
@pytest.mark.parametrize("command", [("sessions",), ("results", "MKRT"), ("forget", "MKRT", "x", "--yes")])
def test_nothing_that_a_terminal_would_obey_comes_out_of_a_foreign_folder(
    home: Path, code: str, store: Store, hostile: str, command: tuple[str, ...]
) -> None:
    from store.documents import CONTRIBUTION, SESSION
    from store.sealing import sealed

    folder = home / "sessions" / code
    session = store.session(code).model_copy(update={"title": f"Autumn {hostile}", "place": hostile})
    fields = session.workshop.activity("reflection").model_dump()["prompts"]
    response = PromptsResponse().write(fields[0]["id"], hostile)
    person = Participant(id="p-x", name=f"x {hostile}")
    given = Contribution(participant=person).record("reflection", response, at=datetime.now(UTC), handed_in=True)
    (folder / "session.json").write_bytes(sealed(SESSION.tables(session)))
    (folder / "contributions" / "p-x.json").write_bytes(sealed(CONTRIBUTION.tables(given)))
    shown = answers(home, *command, typed="")
    assert not [letter for letter in shown if letter in "\x1b\x07\x9b"], shown
