"""A workshop of every kind, done twice by thirty people and their tables: kept, added up, printed, and nothing told.

One room is made for all of these tests, which only look at it.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from activities.kinds.activity import Activity, moved
from activities.kinds.audience import Audience, By
from activities.kinds.card_board import Board
from activities.kinds.card_sort import CardSort
from activities.kinds.composition import Composition, Format
from activities.kinds.registry import kinds
from activities.reveal import steps
from activities.reveal.total import add_up
from activities.session.hiding import given
from activities.session.tables import hall
from exports.documents.room_sheet import room_sheet
from exports.formats import FORMATS
from store import open_store
from tests.every_kind.doing import SAID, SECRET
from tests.every_kind.the_room import CODE, Room, every_kind
from tests.exports.pages import all_text
from tui.kinds import glance
from tui.tasks.exporting import KINDS, Export, write_exports
from tui.tasks.results import in_json, in_text, summaries

WORKSHOP = every_kind()
ANSWERED = [activity for activity in WORKSHOP.activities if activity.answered]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """Everybody has done everything twice."""
    room = Room(open_store(tmp_path_factory.mktemp("every") / "home"))
    room.run()
    return room


def test_every_kind_board_format_audience_and_whoever_answers_is_in_it() -> None:
    activities = WORKSHOP.activities
    assert {activity.kind for activity in activities} == set(kinds())
    assert {one.board for one in activities if isinstance(one, CardSort)} == set(Board)
    assert {one.format for one in activities if isinstance(one, Composition)} == set(Format)
    assert {activity.audience for activity in activities} == set(Audience)
    assert {activity.by for activity in activities} == set(By)
    assert any(activity.sources for activity in activities)


def test_thirty_people_and_their_tables_take_part_twice_and_all_of_it_is_found_again(room: Room) -> None:
    here = hall(room.session)
    assert len(here.everyone) - len(here.tables) == 30
    found = {one.participant.id: one for one in open_store(room.store.home).contributions(CODE)}
    assert found == room.given
    assert not room.store.troubles(CODE)
    for activity in ANSWERED:
        for one in here.answering(room.session.workshop.activity(activity.id)):
            assert all(found[one.id].has_handed_in(activity.id, number) for number in (1, 2)), (activity.id, one.name)


@pytest.mark.parametrize("activity", ANSWERED, ids=lambda activity: activity.id)
def test_everybody_gets_somewhere_and_many_change_something_the_second_time(room: Room, activity: Activity) -> None:
    definition = room.session.workshop.activity(activity.id)
    rounds = [one.by_round(activity.id) for one in room.given.values()]
    took_part = [each for each in rounds if each]
    assert all(each[2].begun for each in took_part)
    assert sum(bool(moved(definition, each[1], each[2])) for each in took_part) > len(took_part) / 3


def test_there_are_results_of_every_activity_in_words_and_as_json(room: Room) -> None:
    found = summaries(room.store, CODE)
    said, values = in_text(found), json.loads(in_json(found, one=False))
    assert [value["activity"] for value in values] == [activity.id for activity in ANSWERED]
    for activity, value in zip(ANSWERED, values, strict=True):
        assert (value["kind"], value["round"]) == (activity.kind, 2)
        assert value["participants"] >= len(hall(room.session).answering(activity)) - 1
        assert value["withheld"] is None
        assert f"{activity.title}, round 2" in said
    assert said.count("\n\n") == len(ANSWERED) - 1


def seen_by_the_room(room: Room) -> Iterator[str]:
    """All that the room and the facilitator are shown of every activity, in both rounds, side by side, and on paper."""
    people, smallest = list(room.given.values()), 5
    for activity in room.session.workshop.activities:
        session = room.session.model_copy(update={"current": activity.id})
        if not activity.answered:
            continue
        for compare in (False, True):
            total = add_up(session.show(compare=compare), people, smallest)
            yield repr(total)
            yield repr(steps(activity, total))
            assert total.summary
            yield glance(activity, total.summary).plain
        yield repr(given(session, people))
    for number in (1, 2):
        found = summaries(room.store, CODE, round_number=number)
        yield in_text(found)
        yield in_json(found, one=False)
    yield repr(room_sheet(room.session, people, smallest))


def test_no_private_word_is_anywhere_where_the_room_sees_it_and_the_others_are(room: Room) -> None:
    seen = list(seen_by_the_room(room))
    assert not [text[max(text.find(SECRET) - 200, 0) :][:400] for text in seen if SECRET in text]
    assert sum(SAID in text for text in seen) > len(ANSWERED)


def test_everything_is_exported_in_every_format_and_what_hangs_on_the_wall_tells_no_secret(
    room: Room, tmp_path: Path
) -> None:
    for word, form in FORMATS.items():
        for kind in KINDS:
            written = write_exports(
                room.store, CODE, tmp_path / kind, Export((kind,), (form,), together=kind == "handouts")
            )
            assert written, (kind, word)
            assert all(path.stat().st_size > 200 for path in written)
            if kind in ("room", "blank"):
                assert not any(SECRET in _text(path) for path in written), (kind, word)


def _text(path: Path) -> str:
    """What can be read in a file."""
    return all_text(path) if path.suffix == ".pdf" else path.read_text(encoding="utf-8")
