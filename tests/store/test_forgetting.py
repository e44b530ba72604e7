"""Who is forgotten stays forgotten: nothing of them is left, and nobody's program writes anything for them again."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant
from activities.session.forgetting import amended, names_of, notes_naming, rewritten
from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from store import open_store
from store.protocol import Store
from store.refusals import Forgotten
from store.session_folder import SessionFolder
from tests.store.rooms import LISA, NOON, OMAR, a_session, gives, step_of

WORDS = "my own words about marking"


def writes(contribution: Contribution) -> Contribution:
    return contribution.record("sort", PromptsResponse().write("q", WORDS), at=NOON)


def everything(folder: Path) -> bytes:
    """Every name in the folder and every byte."""
    paths = sorted(folder.rglob("*"))
    return b"\n".join([*(str(path).encode() for path in paths), *(p.read_bytes() for p in paths if p.is_file())])


def a_note(text: str, who: str = "") -> Note:
    return Note(kind=NoteKind.ACTION, text=text, at=NOON, activity="sort", who=who)


@pytest.fixture
def full(home: Path, store: Store, session_file: Path) -> Store:
    """Lisa is in everything that is kept: roster, new name, reopened work, undo, notes taken back, copies, the bin."""

    def lists(session: Session) -> Session:
        return session.model_copy(update={"roster": (LISA, OMAR)})

    for _ in range(3):
        store.change_session("MKRT", lists)
        store.change_session("MKRT", lambda session: session.model_copy(update={"roster": (LISA,)}))
    store.change_session("MKRT", lists)
    store.change_session("MKRT", lambda s: s.did("Renamed", s.rename("lisa", f"{LISA.name} again")))
    store.change_session("MKRT", lambda s: s.did("open the sort", s.open(NOON)))
    store.change_session("MKRT", lambda s: s.did(f"Opened again for {LISA.name}", s.reopen("lisa")))
    store.change_session("MKRT", lambda s: s.did("Wrote", s.note(a_note(f"{LISA.name} asks the office"))))
    store.change_session("MKRT", lambda s: s.did("Took the note back", s.model_copy(update={"notes": ()})))
    store.change_session("MKRT", lambda s: s.did("lock the sort", s.lock(NOON)))
    for step in range(5):
        store.change_contribution("MKRT", LISA, gives(step))
        store.change_contribution("MKRT", OMAR, gives(step))
    store.change_contribution("MKRT", LISA, writes)
    for path in (session_file, session_file.parent / "contributions" / "lisa.json"):
        path.with_name(f"{path.stem}.damaged-2026-11-22T10-00-00.json").write_text(LISA.name)
        path.with_name(f".{path.name}.spare").write_text(LISA.name)
        path.with_name(f".{path.name}.77-1.tmp").write_text(LISA.name)
    store.throw_away("MKRT", NOON)
    there = next((home / "bin").iterdir()) / "sessions" / "MKRT"
    shutil.copytree(there, home / "sessions" / "MKRT")
    store.arrive("MKRT", "lisa", "t-1")
    return store


def test_nothing_of_them_is_left_anywhere_in_the_home(home: Path, full: Store) -> None:
    assert LISA.name.encode() in everything(home)
    assert WORDS.encode() in everything(home)
    assert full.forget("mkrt", "lisa")
    left = everything(home)
    assert orjson.dumps(LISA.name).strip(b'"') not in left
    assert WORDS.encode() not in left
    assert not [path for path in home.rglob("*") if "lisa" in path.name]
    assert [one.participant for one in full.contributions("MKRT")] == [OMAR]
    session = full.session("MKRT")
    assert session.forgotten == ("lisa",)
    assert [step.what for step in session.steps] == [
        "Renamed",
        "open the sort",
        "Wrote",
        "Took the note back",
        "lock the sort",
    ]
    assert not full.forget("MKRT", "lisa")
    assert full.contribution("MKRT", "lisa") is None


def test_undo_brings_nobody_back(full: Store, home: Path) -> None:
    full.forget("MKRT", "lisa")
    for _ in range(5):
        full.change_session("MKRT", lambda session: session.undo())
        assert LISA.name.encode() not in everything(home)
    assert full.session("MKRT").forgotten == ("lisa",)


def test_another_program_that_still_holds_their_work_cannot_write_it(home: Path, store: Store) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    asleep = open_store(home)
    assert step_of(asleep.contribution("MKRT", "lisa")) == 1
    store.forget("MKRT", "lisa")
    with pytest.raises(Forgotten):
        asleep.change_contribution("MKRT", LISA, gives(2))
    assert asleep.contribution("MKRT", "lisa") is None
    asleep.arrive("MKRT", "lisa", "t-1")
    assert store.present("MKRT") == {}
    assert not [path for path in home.rglob("*") if "lisa" in path.name]


def test_somebody_may_sit_down_anew_under_the_same_name(store: Store) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.forget("MKRT", "lisa")
    anew = Participant(id="p-2", name=LISA.name)
    assert step_of(store.change_contribution("MKRT", anew, gives(2))) == 2


def test_a_console_that_slept_cannot_name_them_again(home: Path, store: Store) -> None:
    store.change_session("MKRT", lambda session: session.model_copy(update={"roster": (LISA, OMAR)}))
    before = store.session("MKRT")
    store.forget("MKRT", "lisa")
    asleep = open_store(home)
    asleep.change_session("MKRT", lambda session: before.open(NOON))
    asleep.change_session("MKRT", lambda session: session.rename("lisa", LISA.name).reopen("lisa"))
    session = store.session("MKRT")
    assert (session.roster, session.renamed, session.state().reopened) == ((OMAR,), {}, ())
    assert session.forgotten == ("lisa",)
    with pytest.raises(Forgotten):
        asleep.change_contribution("MKRT", LISA, gives(1))


def test_what_is_written_in_the_very_moment_goes_too(home: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal has looked whether they are forgotten, and writes when they already are."""
    other = open_store(home)
    store.change_contribution("MKRT", LISA, gives(1))
    marked = SessionFolder.change_session

    def then_somebody_writes(
        folder: SessionFolder, change: Callable[[Session], Session], *, leaving_no_copy: bool = False
    ) -> Session:
        def last(now: Contribution) -> Contribution:
            marked(folder, change, leaving_no_copy=leaving_no_copy)
            return gives(2)(now)

        other.change_contribution("MKRT", LISA, last)
        return folder.session()

    monkeypatch.setattr(SessionFolder, "change_session", then_somebody_writes)
    store.forget("MKRT", "lisa")
    assert not [path for path in home.rglob("*") if "lisa" in path.name]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program is doubled on Unix only")
def test_killed_half_way_it_is_as_if_it_had_not_begun_or_is_finished_by_whoever_reads_next(home: Path) -> None:
    store, ends, last = open_store(home), set(), 59
    for number in range(last + 1):
        code = f"AB{number}"
        store.create(a_session(code, LISA, OMAR))
        store.change_contribution(code, LISA, gives(1))
        store.change_contribution(code, LISA, writes)
        forgetting = os.fork()
        if forgetting == 0:
            open_store(home).forget(code, "lisa")
            os._exit(0)
        if number < last:
            time.sleep(number / 6000)
            os.kill(forgetting, signal.SIGKILL)
        os.waitpid(forgetting, 0)
        other, folder = open_store(home), home / "sessions" / code
        other.contributions(code)
        forgotten = bool(other.session(code).forgotten)
        ends.add(forgotten)
        if forgotten:
            assert LISA.name.encode() not in everything(folder)
            assert WORDS.encode() not in everything(folder)
        else:
            assert LISA in other.session(code).roster
            assert other.contribution(code, "lisa") is not None
            assert other.forget(code, "lisa")
        assert other.troubles(code) == ()
    assert ends == {True, False}


@pytest.mark.parametrize("fault", ["damaged", "newer", "aside"])
def test_somebody_who_cannot_be_named_can_be_forgotten_by_id(
    home: Path, store: Store, lisas_file: Path, fault: str
) -> None:
    store.change_contribution("MKRT", LISA, writes)
    store.change_session("MKRT", lambda s: s.did(f"Opened again for {LISA.name}", s.reopen("lisa")))
    tables = orjson.loads(lisas_file.read_bytes())
    newer = orjson.dumps({**tables, "format": {"1": {"version": 9}}})
    lisas_file.write_bytes(newer if fault == "newer" else lisas_file.read_bytes()[:-9])
    other = open_store(home)
    if fault == "aside":
        assert other.contributions("MKRT") == []
    assert "lisa" in other.participants("MKRT")
    assert other.forget("MKRT", "lisa")
    assert not [path for path in home.rglob("*") if "lisa" in path.name]
    assert LISA.name.encode() not in everything(home)
    assert other.participants("MKRT") == frozenset()


def test_notes_that_hold_the_name_are_found_and_can_be_edited_or_struck_out_for_good(home: Path, store: Store) -> None:
    notes = [
        a_note(f"{LISA.name} asks the office"),
        a_note("Lisa brings the books"),
        a_note("Books come on Monday", who="lisa ŵyn-jones"),
        a_note("A list is a good thing"),
        a_note("Realisation takes time"),
    ]
    for note in notes:
        store.change_session("MKRT", lambda s, note=note: s.did("Wrote a note", s.note(note)))  # type: ignore[misc]
    store.change_session("MKRT", lambda s: s.did("lock", s.lock(NOON)))
    session = store.session("MKRT")
    naming = notes_naming(session, names_of(session, LISA))
    assert naming == tuple(notes[:3])
    store.forget("MKRT", "lisa")
    assert len(store.session("MKRT").notes) == 5
    for note, to in zip(naming, (None, a_note("Somebody brings the books"), None), strict=True):
        store.change_session("MKRT", lambda s, n=note, to=to: amended(s, n, to), leaving_no_copy=True)  # type: ignore[misc]
    left = everything(home).lower()
    assert b"lisa " not in left
    assert "ŵyn".encode() not in left
    assert [note.text for note in store.session("MKRT").notes] == [
        "Somebody brings the books",
        "A list is a good thing",
        "Realisation takes time",
    ]


def test_a_note_that_is_written_anew_is_for_somebody_only_where_that_is_somebody_else() -> None:
    note = a_note("Lisa brings the books", who="lisa ŵyn-jones").model_copy(update={"due": "Monday"})
    anew = rewritten(note, "The books come", {LISA.name})
    assert (anew.text, anew.who, anew.due) == ("The books come", "", "Monday")
    assert rewritten(note, "The books come", {"Omar"}).who == note.who


def test_of_a_tables_name_only_the_whole_is_looked_for() -> None:
    session = a_session().note(a_note("Table 12 goes first")).note(a_note("Ask Table 1, please"))
    assert notes_naming(session, {"Table 1"}) == session.notes[1:]


def test_a_name_in_a_script_without_spaces_is_found_in_a_sentence() -> None:
    session = a_session().note(a_note("请李明说一下"))
    assert notes_naming(session, {"李明"}) == session.notes
