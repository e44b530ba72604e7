"""The room looks back at earlier results while people write: the question and the time stay, and nothing private shows."""

from datetime import timedelta

import pytest

from activities.session.looking_back import look_back
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.room.the_room import SIZES, at_the_sort, hand_in, room, words
from tui.app import FlipchartApp
from tui.kinds.card_sort.venn import VennBoard
from tui.widgets.big_type import BigType

QUESTION = "What does our picture tell us?"


def writing(store: Store, session: Session, *, tables: int = 6) -> None:
    """The tables have sorted, the room has seen it, and now writes about it."""
    at_the_sort(store, session)
    for number in range(1, tables + 1):
        hand_in(store, session, number)
    store.change_session(session.code, lambda now: now.reveal(NOW).next(NOW).open(NOW))


@pytest.mark.parametrize("size", [(60, 18), *SIZES], ids=str)
async def test_earlier_results_stand_under_the_question_and_the_time(
    app: FlipchartApp, session: Session, store: Store, until: Until, size: tuple[int, int]
) -> None:
    writing(store, session)
    app.now = lambda: NOW + timedelta(minutes=1)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: QUESTION in words(app))
        assert not app.screen.query(VennBoard)
        store.change_session("MKRT", look_back)
        await until(pilot, lambda: app.screen.query_one(VennBoard).size.height >= size[1] // 3)
        await until(pilot, lambda: "5:00 left" in words(app))
        assert QUESTION in words(app)
        assert "What is each piece" not in words(app)
        assert "Table" not in words(app)
        app.now = lambda: NOW + timedelta(minutes=2)
        await until(pilot, lambda: "4:00 left" in words(app))
        store.change_session("MKRT", lambda now: now.pause_or_go_on(NOW + timedelta(minutes=2)))
        await until(pilot, lambda: "stands at 4:00" in words(app))
        store.change_session("MKRT", look_back)
        await until(pilot, lambda: not app.screen.query(VennBoard))
        await until(pilot, lambda: room(app).has_class("-working"))


async def test_in_a_hall_the_question_and_the_time_are_big_and_of_one_size(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    writing(store, session)
    async with app.run_test(size=(200, 60)) as pilot:
        store.change_session("MKRT", look_back)
        await until(pilot, lambda: app.screen.query(VennBoard))
        parts = [app.screen.query_one(name, BigType) for name in ("#beside-question", "#beside-time")]
        await until(pilot, lambda: all(4 <= part.size.height <= 10 for part in parts))
        assert parts[0].size.height - parts[1].size.height in (-1, 0, 1)


async def test_larger_words_are_the_question_and_the_time_and_the_board_stays(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    writing(store, session)
    async with app.run_test(size=(120, 40)) as pilot:
        store.change_session("MKRT", look_back)
        await until(pilot, lambda: app.screen.query(VennBoard))
        assert app.screen.query_one("#beside-question").size.height == 1
        store.change_session("MKRT", lambda now: now.show(zoom=True))
        await until(pilot, lambda: app.screen.query_one("#beside-question").size.height > 4)
        assert app.screen.query_one(VennBoard).size.height >= 18
        assert "What is each piece" not in words(app)
        store.change_session("MKRT", look_back)
        await until(pilot, lambda: room(app).has_class("-working"))
        assert room(app).has_class("-zoomed")


async def test_too_few_are_not_shown_again_either(
    app: FlipchartApp, session: Session, store: Store, until: Until
) -> None:
    writing(store, session, tables=3)
    async with app.run_test(size=(120, 40)) as pilot:
        store.change_session("MKRT", look_back)
        await until(pilot, lambda: "Answers are shown when 5 are in" in words(app))
        assert QUESTION in words(app)


async def test_a_reveal_takes_its_place(app: FlipchartApp, session: Session, store: Store, until: Until) -> None:
    writing(store, session)
    async with app.run_test(size=(120, 40)) as pilot:
        store.change_session("MKRT", look_back)
        await until(pilot, lambda: app.screen.query(VennBoard))
        store.change_session("MKRT", lambda now: now.reveal(NOW))
        await until(pilot, lambda: not app.screen.query(VennBoard) and room(app).reveal is not None)
        assert not room(app).has_class("-back")
