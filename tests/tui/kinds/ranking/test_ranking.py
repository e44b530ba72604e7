"""A turn at a ranking by keys and by hand, its picture and its glance."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from activities.kinds.activity import shown, summarise
from activities.kinds.ranking import Ranking, RankingResponse, RankingSummary
from activities.session.rounds import Shift
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import glance, turn
from tui.kinds.ranking.rows import DraggedRows
from tui.kinds.ranking.turn import RankingTurn

HOSTILE = ["[bold]x[/]", "😀 smile", "私の学校の証拠", "شكرا جزيلا لكم", "w" * 60, "a\u202eb"]
LABELS = ["Learner progress", "Workbooks", "Observation notes", "Staff surveys", "Policies", "Coaching notes"]


def definition(labels: list[str] | None = None, **more: Any) -> Ranking:
    return Ranking.model_validate(
        {
            "id": "order",
            "title": "Order",
            "minutes": 10,
            "purpose": "To weigh.",
            "question": "What counts most?",
            "instructions": "Put them in order.",
            "items": [
                {"id": f"k{n}", "label": label, "text": f"About it, {n}"} for n, label in enumerate(labels or LABELS)
            ],
            "reference": {"source": "A study of 12 schools", "tiers": [["k1"], ["k0", "k2"], ["k5"]]},
            **more,
        }
    )


def order(*tiers: str) -> RankingResponse:
    return RankingResponse(tiers=tuple(tuple(tier.split()) for tier in tiers))


def stage(response: RankingResponse | None = None, labels: list[str] | None = None) -> Stage:
    return Stage(lambda: turn(definition(labels), response or RankingResponse(), {}))


def at(pilot: Pilot[None]) -> RankingTurn:
    return pilot.app.screen.query_one(RankingTurn)


def tiers(pilot: Pilot[None]) -> list[str]:
    return [" ".join(tier) for tier in at(pilot).response.tiers]


class TestKeys:
    async def test_space_puts_one_after_another_in_order_and_takes_one_out(self) -> None:
        app = stage()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("space", "down", "space", "space")
            assert tiers(pilot) == ["k0", "k2", "k3"]
            assert len(app.told) == 3
            await pilot.press("home", "space")
            assert tiers(pilot) == ["k2", "k3"]

    @pytest.mark.parametrize("up", ["shift+up", "alt+up", "ctrl+up", "K"])
    async def test_the_item_in_hand_moves_and_stays_in_hand(self, up: str) -> None:
        async with stage(order("k0", "k1", "k2")).run_test(size=(120, 40)) as pilot:
            await pilot.press("home", "down", "down", up)
            assert tiers(pilot) == ["k0", "k2", "k1"]
            assert at(pilot).hand == "k2"
            await pilot.press(up, up)
            assert tiers(pilot) == ["k2", "k0", "k1"]
            await pilot.press("shift+down")
            assert tiers(pilot) == ["k0", "k2", "k1"]

    async def test_past_the_last_place_it_is_out_and_comes_back_last(self) -> None:
        async with stage(order("k0", "k1")).run_test(size=(120, 40)) as pilot:
            await pilot.press("home", "down", "shift+down")
            assert tiers(pilot) == ["k0"]
            assert at(pilot).hand == "k1"
            await pilot.press("shift+up")
            assert tiers(pilot) == ["k0", "k1"]

    async def test_equals_is_level_with_the_one_above_and_again_not(self) -> None:
        async with stage(order("k0", "k1", "k2")).run_test(size=(120, 40)) as pilot:
            await pilot.press("home", "down", "=")
            assert tiers(pilot) == ["k0 k1", "k2"]
            assert "1=" in seen(pilot)
            await pilot.press("=", "ctrl+z", "ctrl+z")
            assert tiers(pilot) == ["k0", "k1", "k2"]
            await pilot.press("ctrl+y")
            assert tiers(pilot) == ["k0 k1", "k2"]

    async def test_what_is_left_out_is_said_before_handing_in(self) -> None:
        app = stage(order("k0", "k1", "k2", "k3", "k4"))
        async with app.run_test(size=(80, 24)) as pilot:
            assert at(pilot).unfinished() == "One is not in your order: it counts as left out."
            await pilot.press("space")
            assert at(pilot).unfinished() is None
            await pilot.press("enter")
            await pilot.pause()
            assert app.finished == 1

    async def test_the_reference_is_not_seen_while_one_is_at_it(self) -> None:
        async with stage(order("k0")).run_test(size=(120, 40)) as pilot:
            await shows(pilot, "space In or out")
            assert "A study of 12 schools" not in seen(pilot)


class TestMouse:
    @pytest.mark.parametrize("size", [(60, 18), (120, 40)])
    async def test_an_item_is_dragged_over_others_and_seen_moving(self, size: tuple[int, int]) -> None:
        async with stage(order("k0", "k1", "k2", "k3", "k4", "k5")).run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.mouse_down(offset=row(pilot, "k0"))
            await pilot.hover(offset=row(pilot, "k1"))
            await pilot.hover(offset=row(pilot, "k2"))
            assert tiers(pilot)[:3] == ["k1", "k2", "k0"]
            assert at(pilot).hand == "k0"
            await pilot.mouse_up(offset=row(pilot, "k0"))
            assert tiers(pilot)[:3] == ["k1", "k2", "k0"]

    async def test_a_click_takes_in_hand_and_on_the_mark_puts_in_or_out(self) -> None:
        async with stage(order("k0")).run_test(size=(120, 40)) as pilot:
            await pilot.click(offset=row(pilot, "k3"))
            assert at(pilot).hand == "k3"
            assert tiers(pilot) == ["k0"]
            await pilot.click(offset=row(pilot, "k3") - Offset(5, 0))
            assert tiers(pilot) == ["k0", "k3"]


def row(pilot: Pilot[None], item: str) -> Offset:
    rows = pilot.app.screen.query_one(DraggedRows)
    y = next(y for y in range(rows.size.height) if rows.row_at(Offset(8, y)) == item)
    return rows.region.offset + Offset(8, y)


@pytest.mark.parametrize("size", [(40, 12), (60, 18), (200, 60)])
async def test_hostile_words_are_shown_as_they_are(size: tuple[int, int]) -> None:
    async with stage(order("k0 k1", "k4"), HOSTILE).run_test(size=size) as pilot:
        await pilot.press("end", "home")
        await shows(pilot, "[bold]x[/]")


def summed(activity: Ranking, smallest: int = 5) -> RankingSummary:
    given = [
        order("k0", "k1", "k2 k3", "k4"),
        order("k1", "k0", "k3", "k2", "k4"),
        order("k3", "k0", "k1", "k4"),
        order("k0", "k3", "k2", "k1", "k4"),
        order("k1", "k3", "k0", "k2", "k4"),
        order("k5", "k4", "k3", "k2", "k1", "k0"),
    ]
    found = shown(activity, summarise(activity, given), smallest)
    assert isinstance(found, RankingSummary)
    return found


class TestPicture:
    async def test_the_rooms_order_stands_beside_the_reference_which_is_no_norm(self) -> None:
        there = definition()
        async with Stage(lambda: pictured(there, total_of(summed(there)))).run_test(size=(120, 40)) as pilot:
            await shows(pilot, "A study of 12 schools. A comparison, not a norm.")
            text = seen(pilot)
            assert "Learner progress  2 (1.3–2.8)" in text
            assert "2.5  Learner progress  −0.5" in text
            assert "Not shown, or in nobody's order: Coaching notes." in text

    async def test_without_a_reference_the_spread_is_on_a_scale(self) -> None:
        there = definition(reference=None)
        async with Stage(lambda: pictured(there, total_of(summed(there)), "k0")).run_test(size=(80, 24)) as pilot:
            await shows(pilot, "┣")
            assert "●" in seen(pilot)
            assert "6th" in seen(pilot)
            assert "Your middle: 2nd. Half of you are between 1st and 3rd." in seen(pilot)

    async def test_two_rounds_are_before_and_now(self) -> None:
        there = definition()
        before = summarise(there, [order("k1", "k0")] * 5)
        now = summarise(there, [order("k0", "k1")] * 5, 2)
        total = total_of(now, before, Shift(both=5, movers=5, parts={"k0": 5, "k1": 5}))
        async with Stage(lambda: pictured(there, total)).run_test(size=(120, 40)) as pilot:
            await shows(pilot, "before")
            assert "1  Learner progress" in seen(pilot)

    async def test_nobody_yet_says_so(self) -> None:
        there = definition()
        async with Stage(lambda: pictured(there, total_of(summarise(there, [])))).run_test() as pilot:
            await shows(pilot, "Nobody has put anything in order yet.")


def test_the_glance_has_the_first_and_on_what_the_room_is_apart() -> None:
    text = glance(definition(), summed(definition())).plain
    assert text.splitlines()[:2] == ["6 put them in order", "   2  Learner progress"]
    assert text.splitlines()[-2] == "most apart on"
    assert max(map(len, text.splitlines())) <= 28
    assert glance(definition(), summed(definition(), 9)).plain == "6 put them in order"


@pytest.mark.parametrize(("size", "theme"), [((80, 24), "hall"), ((120, 40), "paper")], ids=str)
def test_the_turn_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    app = stage(order("k3", "k1 k4", "k0"))
    app.theme = theme

    async def moved(pilot: Pilot[None]) -> None:
        await pilot.press("home", "down", "shift+up")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=moved)


@pytest.mark.parametrize(("size", "dwelt"), [((80, 24), ""), ((200, 60), "k1")], ids=str)
def test_the_picture_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], dwelt: str) -> None:
    there = definition()

    async def drawn(pilot: Pilot[None]) -> None:
        await shows(pilot, "A comparison, not a norm.")

    app = Stage(lambda: pictured(there, total_of(summed(there)), dwelt))
    assert snap_compare(app, terminal_size=size, run_before=drawn)
