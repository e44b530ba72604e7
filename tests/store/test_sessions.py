"""Keeping, changing and listing sessions."""

import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from activities.refusal import Refused
from activities.session.notes import Note, NoteKind
from activities.session.session import Phase, Session
from store import open_store
from store.home import home_folder
from store.protocol import Store
from store.refusals import CodeTaken, NoSession, NotKept
from tests.store.rooms import LISA, NOON, OMAR, a_session, gives


def test_a_session_comes_back_as_it_was_with_its_whole_workshop(home: Path, store: Store) -> None:
    begun = a_session("ACDE", LISA, OMAR)
    note = Note(kind=NoteKind.ACTION, text="Ring the school.", at=NOON, activity="sort", who="Omar")
    session = begun.did("open", begun.open(NOON)).note(note).rename("omar", "Omar B.").show(zoom=True)
    store.create(session)
    assert open_store(home).session("ACDE") == session


def test_a_code_may_be_typed_in_small_letters(store: Store) -> None:
    assert store.session(" mk-rt ").code == "MKRT"


def test_a_change_is_seen_by_another_terminal_at_its_next_look(home: Path, store: Store) -> None:
    other = open_store(home)
    other.session("MKRT")
    kept = store.change_session("MKRT", lambda session: session.open(NOON))
    assert other.session("MKRT") == kept
    assert kept.state().phase is Phase.OPEN


def test_two_terminals_in_turn_lose_nothing(home: Path, store: Store) -> None:
    other = open_store(home)
    for number in range(6):
        mine = (store, other)[number % 2]
        mine.change_session("MKRT", lambda s: s.model_copy(update={"place": f"{s.place}+"}))
    assert store.session("MKRT").place == "Main hall++++++"


def test_a_change_that_raises_leaves_everything_as_it_was(store: Store, session_file: Path) -> None:
    before = session_file.read_bytes()

    def refuse(session: Session) -> Session:
        raise Refused("Not now.")

    with pytest.raises(Refused, match="Not now"):
        store.change_session("MKRT", refuse)
    assert session_file.read_bytes() == before
    assert store.session("MKRT") == a_session("MKRT")


def test_a_change_that_changes_nothing_writes_nothing(store: Store, session_file: Path) -> None:
    store.change_session("MKRT", lambda session: session.open(NOON))
    before = session_file.stat()
    store.change_session("MKRT", lambda session: session)
    assert session_file.stat().st_ino == before.st_ino


def test_what_could_not_be_read_again_is_not_kept(store: Store) -> None:
    with pytest.raises(NotKept, match="place"):
        store.change_session("MKRT", lambda session: session.model_copy(update={"place": "x" * 500}))
    with pytest.raises(NotKept, match="cannot be written"):
        store.change_session("MKRT", lambda session: session.model_copy(update={"place": "\ud800"}))
    assert store.session("MKRT").place == "Main hall"


def test_a_sessions_code_cannot_be_changed(store: Store) -> None:
    with pytest.raises(ValueError, match="code"):
        store.change_session("MKRT", lambda session: session.model_copy(update={"code": "ACDE"}))


def test_a_taken_code_is_refused_and_the_session_that_has_it_stays(store: Store) -> None:
    with pytest.raises(CodeTaken, match="MKRT already"):
        store.create(a_session("mkrt", LISA))
    assert store.session("MKRT").roster == ()


def test_an_unknown_code_is_told_with_what_to_do(store: Store) -> None:
    with pytest.raises(NoSession) as told:
        store.session("acde")
    assert str(told.value) == (
        "There is no session with the code ACDE. Type `flipchart sessions` to see those there are."
    )
    with pytest.raises(NoSession):
        store.change_contribution("ACDE", LISA, gives(1))
    with pytest.raises(NoSession):
        store.contributions("ACDE")


@pytest.mark.parametrize(
    "code", ["../MKRT", "..", ".", "", "/etc", "MKRT/../MKRT", "MKRT\x00", "A" * 300, "C:\\X", "É"]
)
def test_no_code_leads_out_of_the_home(store: Store, home: Path, code: str) -> None:
    with pytest.raises(NoSession):
        store.session(code)
    with pytest.raises(NoSession):
        store.watch(code, threading.Event())
    with pytest.raises(Refused):
        store.create(a_session(code))
    assert {path.name for path in home.rglob("*") if path.is_dir()} == {"sessions", "MKRT", "contributions"}


def test_folders_and_files_are_for_their_owner_only(store: Store, home: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    for path in (home, *home.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_sessions_are_listed_the_last_changed_first(store: Store) -> None:
    store.create(a_session("ACDE"))
    store.change_contribution("MKRT", LISA, gives(1))
    listed = store.sessions()
    assert [(one.code, one.contributions, one.trouble) for one in listed] == [("MKRT", 1, None), ("ACDE", 0, None)]
    assert store.codes() == {"MKRT", "ACDE"}
    assert listed[0].title == "Autumn cluster"
    assert listed[0].place == "Main hall"


def test_an_empty_home_holds_nothing_and_is_not_made_by_looking(home: Path) -> None:
    store = open_store(home)
    assert store.codes() == frozenset()
    assert store.sessions() == []
    assert not home.exists()


def test_a_home_that_is_a_file_is_told_in_one_line(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("not a folder")
    store = open_store(home)
    with pytest.raises(Refused, match="there is a file where a folder is wanted"):
        store.create(a_session())
    with pytest.raises(Refused, match="there is a file where a folder is wanted"):
        store.sessions()
    with pytest.raises(NoSession):
        store.session("MKRT")


def test_the_home_is_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FLIPCHART_HOME", str(tmp_path))
    assert home_folder() == tmp_path
    monkeypatch.setenv("FLIPCHART_HOME", "  ")
    assert home_folder().name == "flipchart"


def test_importing_the_store_is_cheap() -> None:
    script = (
        "import sys, store; print(*({'tinydb', 'watchfiles', 'filelock', 'pydantic', 'orjson'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""


def test_a_folder_that_was_copied_under_another_code_is_a_session_of_its_own(store: Store, home: Path) -> None:
    import shutil

    shutil.copytree(home / "sessions" / "MKRT", home / "sessions" / "ACDE")
    assert store.session("ACDE").code == "ACDE"
    assert store.change_session("ACDE", lambda session: session.open(NOON)).code == "ACDE"
    assert store.session("MKRT").state().phase is Phase.WAITING


def test_a_deleted_session_is_gone_with_every_copy(home: Path, store: Store) -> None:
    assert "MKRT" in store.codes()
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    store.delete("mkrt")
    assert store.codes() == frozenset()
    assert [path.name for path in (home / "sessions").rglob("*")] == []
    with pytest.raises(NoSession):
        store.session("MKRT")
    with pytest.raises(NoSession):
        store.delete("MKRT")
