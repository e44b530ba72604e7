"""Files that a drive, or somebody, has altered: found, whatever was altered, and nothing in them reaches a terminal raw."""

import time
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from activities.session.contribution import Contribution, Participant
from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from store import open_store
from store.documents import CONTRIBUTION, SESSION, Tables
from store.protocol import Store
from store.sealing import sealed, unsealed
from store.storage import WholeFile
from tests.store.rooms import LISA, NOON, OMAR, a_session, gives, step_of


def tables_of(path: Path) -> Tables:
    return unsealed(path.read_bytes())


def altered(path: Path, table: str, **values: object) -> None:
    """The file with other values in a table's first document, sealed again: whole, and yet not as it should be."""
    tables = tables_of(path)
    tables[table]["1"].update(values)
    path.write_bytes(sealed(tables))


def test_every_bit_that_a_drive_turns_is_found_or_harmless(lisas_file: Path, store: Store) -> None:
    store.change_contribution("MKRT", LISA, lambda now: now)
    whole = lisas_file.read_bytes()
    right, harmless = CONTRIBUTION.load(unsealed(whole), "lisa"), 0
    for place in range(len(whole)):
        for bit in range(8):
            turned = bytearray(whole)
            turned[place] ^= 1 << bit
            lisas_file.write_bytes(turned)
            try:
                tables = unsealed(bytes(turned))
                assert "checksum" in tables["format"]["1"]
            except (ValueError, AssertionError):
                continue
            harmless += 1
            assert CONTRIBUTION.load(tables, "lisa") == right
    assert harmless < 10


def test_a_turned_bit_in_an_answer_is_told_like_other_damage(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    whole = lisas_file.read_bytes()
    lisas_file.write_bytes(whole.replace(b'"plan"', b'"plao"', 1))
    other = open_store(home)
    assert step_of(other.contribution("MKRT", "lisa")) == 1
    assert "set aside" in other.troubles("MKRT")[0]


def test_a_checksum_that_was_taken_out_is_missed(home: Path, store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    tables = orjson.loads(lisas_file.read_bytes())
    del tables["format"]["1"]["checksum"]
    lisas_file.write_bytes(orjson.dumps(tables))
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 1


def test_a_kept_file_is_a_tinydb_database_and_our_storage_is_one_of_tinydbs(store: Store, lisas_file: Path) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    stock, ours = TinyDB(lisas_file), TinyDB(lisas_file, storage=WholeFile)
    assert stock.table("person").all() == ours.table("person").all() == [LISA.model_dump()]
    ours.table("person").update({"name": "Lisa"})
    found = store.contribution("MKRT", "lisa")
    assert found is not None
    assert found.participant.name == "Lisa"


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("session", {"running": {"sort": {"round": 10**15, "timer": {"length": "PT25M"}}}}),
        ("session", {"running": {"sort": {"round": 0, "timer": {"length": "PT25M"}}}}),
        ("session", {"running": {"sort": {"began": "9999-12-31T23:59:59-12:00", "timer": {"length": "PT25M"}}}}),
        ("session", {"running": {"sort": {"timer": {"length": "PT25M", "started": "0001-01-01T00:00:00+14:00"}}}}),
        ("session", {"closed": "9999-12-31T23:59:59-12:00"}),
        ("session", {"date": "9999-12-31"}),
        ("session", {"delete_on": "0001-01-01"}),
        ("session", {"shown": {"question": 10**18}}),
        ("session", {"shown": {"frozen": {"activity": "sort", "phase": "open", "round": 10**15}}}),
    ],
)
def test_absurd_numbers_and_times_are_damage_and_hold_nobody_up(
    home: Path, store: Store, session_file: Path, table: str, values: dict[str, object]
) -> None:
    before = store.session("MKRT")
    store.change_session("MKRT", lambda session: session.open(NOON))
    altered(session_file, table, **values)
    began = time.monotonic()
    assert open_store(home).session("MKRT") == before
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("values", [{"round": 10**15}, {"round": -1}, {"at": "9999-12-31T23:59:59-12:00"}])
def test_absurd_numbers_in_an_answer_are_damage_too(
    home: Path, store: Store, lisas_file: Path, values: dict[str, object]
) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    altered(lisas_file, "versions", **values)
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 1


HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\x7f\x00ŵ\ttab"
SHOWN = "�]0;owned��[2J�31m��ŵ\ttab"


def test_what_a_terminal_would_obey_is_never_read_from_a_file(home: Path) -> None:
    there = a_session("MKRT", Participant(id="lisa", name=HOSTILE))
    note = Note(kind=NoteKind.ACTION, text=HOSTILE, at=NOON, activity="sort", who=HOSTILE)
    hostile = there.model_copy(update={"title": HOSTILE, "place": HOSTILE}).note(note)
    folder = home / "sessions" / "MKRT"
    (folder / "contributions").mkdir(parents=True)
    (folder / "session.json").write_bytes(sealed(SESSION.tables(hostile)))
    given = gives(1)(Contribution(participant=Participant(id="omar", name=HOSTILE)))
    (folder / "contributions" / "omar.json").write_bytes(sealed(CONTRIBUTION.tables(given)))
    store = open_store(home)
    found = store.session("MKRT")
    assert found.title == found.place == found.roster[0].name == found.notes[0].text == found.notes[0].who == SHOWN
    assert [one.participant.name for one in store.contributions("MKRT")] == [SHOWN]
    assert store.sessions()[0].title == SHOWN


def test_ordinary_text_of_any_script_is_read_as_it_was_written(home: Path, store: Store) -> None:
    words = "Ŵyn \\ulaw \\n می‌خواهیم\nzwei Zeilen\tund 👩🏽‍🏫"

    def noted(session: Session) -> Session:
        return session.note(Note(kind=NoteKind.ACTION, text=words, at=NOON, activity="sort"))

    store.change_session("MKRT", noted)
    assert open_store(home).session("MKRT").notes[0].text == words


def test_a_text_pasted_with_the_line_ends_of_windows_keeps_its_lines(store: Store) -> None:
    note = Note(kind=NoteKind.ACTION, text="one\r\ntwo", at=NOON, activity="sort")
    assert store.change_session("MKRT", lambda session: session.note(note)).notes[0].text == "one\ntwo"


def test_a_person_who_is_called_like_a_table_of_the_file_is_a_person(store: Store) -> None:
    store.change_contribution("MKRT", Participant(id="format", name="format"), gives(1))
    store.change_contribution("MKRT", OMAR, gives(1))
    assert len(store.contributions("MKRT")) == 2
