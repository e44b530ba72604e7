"""What was agreed is in every document; what is private is in none."""

import time
from datetime import UTC, datetime

import pytest

from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from exports.documents.handout import blank_form, handout
from exports.documents.room_sheet import room_sheet
from tests.exports.blocks import said
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


def test_the_room_sheet_says_who_by_when_and_when_it_was_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("this platform cannot change its time zone for a test")
    monkeypatch.setenv("TZ", "Europe/Warsaw")
    time.tzset()
    try:
        text = said(room_sheet(noted(), [], 5))
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
    assert "Decisions We read books together. 10:30 · What our evidence is for" in text
    assert "Send the list round. Kasia, by Friday · 10:30 · Our outline plan" in text
    assert "Book the hall. by May · 10:30" in text
    assert "For another time Who may see the log? Tom · 10:30 · Looking back at the cards" in text


def test_a_handout_says_what_was_agreed_and_not_what_is_left() -> None:
    of = noted()
    text = said(handout(of, contribution(of, 1)))
    assert "Decision: We read books together." in text
    assert "Action: Send the list round. (Kasia, by Friday)" in text
    assert "Who may see the log?" not in text


def test_a_private_note_is_in_no_document() -> None:
    of = noted()
    room = [contribution(of, number) for number in range(1, 7)]
    documents = [*(handout(of, one) for one in room), room_sheet(of, room, 5), blank_form(of)]
    for document in documents:
        assert "We read books together." in said(document)
        assert not any(word in said(document) for word in SECRET.split())
