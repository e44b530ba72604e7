import re
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

import exports
from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from tests.exports.pages import all_text, page_count
from tests.exports.room_of_teachers import contribution, session

SECRET = "Zwischenruf Quastenflosser 4711"


def noted() -> Session:
    of = session()
    at = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    for note in (
        Note(kind=NoteKind.PARKING, text="Who may see the log?", at=at, activity="reflect", who="Tom"),
        Note(kind=NoteKind.DECISION, text="We read books together.", at=at, activity="sort"),
        Note(kind=NoteKind.ACTION, text="Send the list round.", at=at, activity="plan", who="Kasia", due="Friday"),
        Note(kind=NoteKind.ACTION, text="Book the hall.", at=at, activity="plan", due="by May"),
        Note(kind=NoteKind.PRIVATE, text=SECRET, at=at, activity="sort"),
    ):
        of = of.note(note)
    return of


def test_the_room_sheet_says_who_by_when_and_when_it_was_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("this platform cannot change its time zone for a test")
    monkeypatch.setenv("TZ", "Europe/Warsaw")
    time.tzset()
    try:
        text = all_text(exports.room_sheet(noted(), [], tmp_path))
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
    assert "Decisions We read books together. 10:30 · What our evidence is for" in text
    assert "Send the list round. Kasia, by Friday · 10:30 · Our outline plan" in text
    assert "Book the hall. by May · 10:30" in text
    assert "For another time Who may see the log? Tom · 10:30 · Looking back at the cards" in text


def test_a_handout_ends_with_what_was_agreed_where_that_needs_no_further_page(tmp_path: Path) -> None:
    of, plain = noted(), session()
    path = exports.handouts(of, [contribution(of, 1)], tmp_path)[0]
    text = all_text(path)
    assert "Decision: We read books together." in text
    assert "Action: Send the list round. (Kasia, by Friday)" in text
    assert "Who may see the log?" not in text
    assert page_count(path) == page_count(exports.handouts(plain, [contribution(plain, 1)], tmp_path / "plain")[0])


def test_a_handout_has_no_further_page_for_what_was_agreed(tmp_path: Path) -> None:
    of = session()
    at = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    for number in range(60):
        of = of.note(Note(kind=NoteKind.ACTION, text=f"Task {number}", at=at, activity="sort"))
    path = exports.handouts(of, [contribution(of, 1)], tmp_path)[0]
    assert "Task 3" not in all_text(path)
    assert page_count(path) <= 3
    assert "Task 59" in all_text(exports.room_sheet(of, [], tmp_path))


def test_no_byte_of_a_private_note_is_in_any_pdf(tmp_path: Path) -> None:
    of = noted()
    room = [contribution(of, number) for number in range(1, 7)]
    for path in (
        *exports.handouts(of, room, tmp_path),
        exports.room_sheet(of, room, tmp_path),
        exports.blank_handout(of, tmp_path),
    ):
        raw = path.read_bytes()
        whole = raw + b"".join(unpacked(raw)) + all_text(path).encode()
        assert b"We read books" in whole or "blank" in path.name
        for word in SECRET.split():
            assert word.encode() not in whole
            assert word.encode("utf-16-be") not in whole


def unpacked(raw: bytes) -> list[bytes]:
    """Every stream of a PDF, decompressed."""
    found = []
    for start in re.finditer(rb"stream\r?\n", raw):
        try:
            found.append(zlib.decompressobj().decompress(raw[start.end() :]))
        except zlib.error:
            continue
    return found
