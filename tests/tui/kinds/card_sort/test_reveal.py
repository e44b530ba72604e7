"""What the room and the facilitator see of a card sort."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from activities.kinds.activity import shown
from activities.kinds.card_counts import CardSortSummary
from activities.kinds.card_sort import CardSortResponse
from activities.session.rounds import Shift
from tests.tui.kinds.card_sort.sorting import definition, five, summary
from tests.tui.kinds.writing.writing_stage import Stage
from tui.kinds import glance, reveal
from tui.kinds.card_sort.board import VennBoard
from tui.kinds.card_sort.reveal import CardSortReveal


class TestReveal:
    @staticmethod
    def words(pilot: Pilot[None]) -> str:
        return str(pilot.app.screen.query_one(CardSortReveal).query_one("#text", Static).content)

    @staticmethod
    def picture(pilot: Pilot[None]) -> str:
        board = pilot.app.screen.query_one(VennBoard)
        return "\n".join(board.render_line(y).text for y in range(board.size.height))

    async def test_every_card_lies_where_most_put_it_with_their_number(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, five(activity))).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            picture = self.picture(pilot)
            assert " Learner progress 5 " in picture
            assert " Observation notes 4 " in picture
            assert picture.count("≠Workbooks 2") == 2
            words = self.words(pilot)
            assert words.index("Workbooks") < words.index("Observation notes")
            assert "[b]Song[/b]" in words

    async def test_dwelling_on_a_card_shows_everywhere_it_was_put(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, five(activity))).run_test(size=(120, 40)) as pilot:
            shown = pilot.app.screen.query_one(CardSortReveal)
            assert shown.steps[:2] == ("k1", "k2")
            shown.dwell_on("k1")
            await pilot.pause()
            assert self.picture(pilot).count("▸Workbooks") == 3
            assert "In 3 different places." in self.words(pilot)
            shown.dwell_on(None)
            await pilot.pause()
            assert "▸" not in self.picture(pilot)

    async def test_narrow_it_is_a_list_with_bars_and_a_key_for_the_picture(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, five(activity))).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            words = self.words(pilot)
            assert "≠ Workbooks" in words
            assert "1: 2" in words
            assert not pilot.app.screen.query_one(VennBoard).display
            await pilot.press("v")
            assert pilot.app.screen.query_one(VennBoard).display

    async def test_nobody_yet_says_so(self) -> None:
        for nothing in (None, summary(definition())):
            async with Stage(lambda nothing=nothing: reveal(definition(), nothing)).run_test() as pilot:  # type: ignore[misc]
                await pilot.pause()
                assert "Nobody has sorted a card yet" in self.words(pilot)

    async def test_more_responses_are_drawn_in_place(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, None)).run_test(size=(120, 40)) as pilot:
            pilot.app.screen.query_one(CardSortReveal).show(five(activity))
            await pilot.pause()
            assert "Learner progress 5" in self.picture(pilot)


class TestTwoRounds:
    """Five people who put k1 in the first circle: in the second round two of them have moved it to the second."""

    ACTIVITY = definition()
    BEFORE = summary(ACTIVITY, *[CardSortResponse().put("k0", ("c1",)).put("k1", ("c1",)) for _ in range(5)])
    NOW = summary(
        ACTIVITY, *[CardSortResponse().put("k0", ("c1",)).put("k1", ("c2",) if i < 2 else ("c1",)) for i in range(5)]
    )
    SHIFT = Shift(both=5, movers=2, parts={"k1": 2})

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    async def test_the_most_changed_come_first_with_counts_before_and_now(self, size: tuple[int, int]) -> None:
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=size) as pilot:
            shown = pilot.app.screen.query_one(CardSortReveal)
            shown.compare(self.BEFORE, self.SHIFT)
            await pilot.pause()
            words = TestReveal.words(pilot)
            assert "2 of 5 moved" in words
            assert ("1: 5→3  2: 0→2" if size == (80, 24) else "5 → 3   Accounta") in words
            assert shown.steps[0] == "k1"
            shown.dwell_on("k1")
            await pilot.pause()
            assert " 0 → 2   Professi" in TestReveal.words(pilot)
            shown.compare(None, None)
            shown.dwell_on(None)
            await pilot.pause()
            assert "moved" not in TestReveal.words(pilot)
            assert "→" not in TestReveal.words(pilot)

    @pytest.mark.parametrize("size", [(80, 24), (120, 40)])
    async def test_where_too_few_were_in_both_nothing_is_broken_down(self, size: tuple[int, int]) -> None:
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=size) as pilot:
            pilot.app.screen.query_one(CardSortReveal).compare(self.BEFORE, None)
            await pilot.pause()
            words = TestReveal.words(pilot)
            assert "Too few sorted in both rounds to show what changed." in words
            assert "→" not in words
            assert "moved" not in words

    async def test_a_card_that_fewer_than_five_placed_is_not_broken_down(self) -> None:
        few = shown(self.ACTIVITY, summary(self.ACTIVITY, *[CardSortResponse().put("k1", ("c1",))] * 4), 5)
        assert isinstance(few, CardSortSummary)
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=(120, 40)) as pilot:
            pilot.app.screen.query_one(CardSortReveal).compare(few, self.SHIFT)
            await pilot.pause()
            assert "too few placed it to show where" in TestReveal.words(pilot)
            assert "→" not in TestReveal.words(pilot)

    async def test_an_unmoved_card_does_not_tell_where_the_absent_had_put_it(self) -> None:
        six = summary(self.ACTIVITY, *[CardSortResponse().put("k0", ("c1",) if i else ("c2",)) for i in range(6)])
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=(80, 24)) as pilot:
            pilot.app.screen.query_one(CardSortReveal).compare(six, self.SHIFT)
            await pilot.pause()
            line = next(line for line in TestReveal.words(pilot).splitlines() if "none of 5 moved" in line)
            assert "→" not in line


class TestGlance:
    def test_it_tells_how_many_what_is_contested_and_what_is_aside(self) -> None:
        text = glance(definition(), five(definition())).plain
        assert text.splitlines()[0] == "5 sorted"
        assert "Workbooks\n  2 Accounta\n  2 Professi" in text
        assert "\n  1 Workbooks" in text.partition("most often")[2]
        assert max(len(line) for line in text.splitlines()) <= 28
        assert len(text.splitlines()) <= 12

    def test_nobody_yet(self) -> None:
        assert glance(definition(), summary(definition())).plain == "Nobody has sorted a card yet"
