"""Notes on the projector, and the last screen: read from the back row, nothing private, nothing struck out."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from activities.session.closing import close
from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import SIZES, at_the_sort, room, words
from tui.app import FlipchartApp
from tui.room.noted import MOST, SMALLEST, RoomNoted, pages, said
from tui.widgets.big_lines import set_text
from tui.widgets.big_type import BigType

KINDS = list(NoteKind)


def note(kind: NoteKind, text: str, who: str = "", due: str = "", *, struck: bool = False) -> Note:
    return Note(kind=kind, text=text, at=NOW, activity="baseline", who=who, due=due, struck=struck)


NOTES = (
    note(NoteKind.DECISION, "We look at workbooks first."),
    note(NoteKind.DECISION, "No new survey.", struck=True),
    note(NoteKind.ACTION, "Ask the trust.", "Kasia", "Friday"),
    note(NoteKind.PARKING, "Coaching notes?"),
    note(NoteKind.PRIVATE, "Tom looks tired."),
)


def noted(session: Session) -> Session:
    return session.model_copy(update={"notes": NOTES})


def test_a_private_note_is_never_on_the_projector(session: Session) -> None:
    for kind in KINDS:
        found = said(noted(session).show(notes=kind))
        assert found is None or "Tom looks tired." not in found.lines
    over = said(close(noted(session), NOW, delete_on=None))
    assert over is not None
    assert not any("Tom" in line or "survey" in line or "Coaching" in line for line in over.lines)


def test_the_last_screen_says_what_was_decided_who_does_what_and_when_we_meet_again(session: Session) -> None:
    over = said(close(noted(session), NOW, delete_on=None, meets_again="9 March, library"))
    assert over is not None
    assert over.heading == "Thank you."
    assert over.lines == (
        "We meet again: 9 March, library",
        "We decided: We look at workbooks first.",
        "To do: Ask the trust. — Kasia, by Friday",
    )


lines = st.lists(st.text(st.sampled_from("abcdefg hij klm"), min_size=1, max_size=200), min_size=1, max_size=12)


@settings(deadline=None, max_examples=50)
@given(lines, st.sampled_from([(76, 17), (104, 28), (180, 46)]))
def test_every_word_is_on_some_page_in_letters_for_the_back_row(found: list[str], place: tuple[int, int]) -> None:
    width, rows = place
    there = pages(found, width, rows, 24, SMALLEST)
    wanted = [word for line in found for word in line.split()]
    assert [word for page in there for line in page.lines for word in line.split()] == wanted
    for page in there:
        assert len(page.lines) <= MOST
        assert page.size >= SMALLEST
        if all(len(word) <= 8 for line in page.lines for word in line.split()):
            used = sum(set_text(line, width, page.size, page.size).height + 1 for line in page.lines) - 1
            assert used <= rows


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_is_put_on_the_projector_and_taken_away(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int]
) -> None:
    at_the_sort(store, session, minutes_ago=1)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "What is each piece" in words(app))
        store.change_session("MKRT", lambda now: noted(now).show(notes=NoteKind.ACTION))
        await until(pilot, lambda: "Ask the trust. — Kasia, by Friday" in words(app))
        big = [part for part in app.screen.query(BigType) if part.display and part.region.area]
        assert all(set_text(part.text, part.size.width, *part._fit).size for part in big if part.text)
        assert "Tom" not in words(app)
        store.change_session("MKRT", lambda now: now.show(notes=None))
        await until(pilot, lambda: "Kasia" not in words(app))


async def test_the_console_turns_the_pages_and_past_the_last_is_the_first(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    many = tuple(note(NoteKind.DECISION, f"Decision number {n}, which is long enough for a line.") for n in range(1, 5))
    store.change_session("MKRT", lambda now: now.model_copy(update={"notes": many}).show(notes=NoteKind.DECISION))

    async def on_page(pilot: Pilot[str], number: int) -> None:
        store.change_session("MKRT", lambda now: now.show(page=number))
        await until(pilot, lambda: f"page {number % of + 1} of {of}" in words(app))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "page 1 of" in words(app))
        of = app.screen.query_one(RoomNoted)._of
        assert of >= 4
        for number in (1, of - 1, of):
            await on_page(pilot, number)


async def test_the_last_screen_turns_its_pages_by_itself(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    store.change_session("MKRT", lambda now: close(noted(now), NOW, delete_on=None, meets_again="9 March"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Thank you." in words(app))
        first = words(app)
        assert "9 March" in first
        app.now = lambda: NOW + timedelta(seconds=13)
        await until(pilot, lambda: "workbooks" in words(app))
        assert room(app).has_class("-noted")
