"""What the room sees of a card sort as a picture, and the facilitator at a glance."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from activities.kinds.activity import shown
from activities.kinds.card_counts import CardSortSummary
from activities.kinds.card_sort import CardSortResponse
from activities.reveal import Total
from activities.session.rounds import Shift
from tests.tui.kinds.card_sort.sorting import definition, five, summary
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import glance
from tui.kinds.card_sort.picture import CardSortPicture
from tui.kinds.card_sort.venn import VennBoard


def on_show(total: Total, dwelt: str = "") -> Stage:
    return Stage(lambda: pictured(definition(), total, dwelt))


def beside(pilot: Pilot[None]) -> str:
    """The words beside the board."""
    return str(pilot.app.screen.query_one(CardSortPicture).query_one("#text", Static).content)


def board(pilot: Pilot[None]) -> str:
    found = pilot.app.screen.query_one(VennBoard).region
    lines = seen(pilot).splitlines()[found.y : found.bottom]
    return "\n".join(line[found.x : found.right] for line in lines)


class TestPicture:
    FIVE = total_of(five(definition()))

    async def test_every_card_lies_where_most_put_it_with_their_number(self) -> None:
        async with on_show(self.FIVE).run_test(size=(120, 40)) as pilot:
            await shows(pilot, " Learner progress 5 ")
            picture = board(pilot)
            assert " Observation notes 4 " in picture
            words = beside(pilot)
            assert words.index("Workbooks") < words.index("Observation notes")
            assert "[b]Song[/b]" in words

    @pytest.mark.parametrize("size", [(80, 24), (120, 40)])
    async def test_a_split_card_lies_in_each_place_and_the_mark_is_told_in_words(self, size: tuple[int, int]) -> None:
        async with on_show(self.FIVE).run_test(size=size) as pilot:
            await shows(pilot, "≠Workbooks 2")
            assert board(pilot).count("≠Workbooks 2") == 2
            assert "≠  split: it lies in each place that most people chose" in seen(pilot)

    async def test_where_no_card_is_split_nothing_is_said_of_it(self) -> None:
        agreed = summary(definition(), *[CardSortResponse().put("k0", ("c1",)) for _ in range(5)])
        async with on_show(total_of(agreed)).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert "≠" not in seen(pilot)
            assert "The room agrees on every card" in beside(pilot)

    async def test_dwelling_on_a_card_shows_everywhere_it_was_put(self) -> None:
        async with on_show(self.FIVE, "k1").run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert board(pilot).count("▸Workbooks") == 3
            assert "In 3 different places." in beside(pilot)
            pilot.app.screen.query_one(CardSortPicture).show(self.FIVE)
            await pilot.pause()
            assert "▸" not in board(pilot)

    @pytest.mark.parametrize(
        ("size", "columns"),
        [((80, 24), 1), ((120, 40), 2), ((200, 60), 2)],
    )
    async def test_the_second_column_is_there_where_there_is_room_for_two(
        self, size: tuple[int, int], columns: int
    ) -> None:
        async with on_show(self.FIVE).run_test(size=size) as pilot:
            await pilot.pause()
            assert pilot.app.screen.query_one("#words").display == (columns == 2)
            wide = pilot.app.screen.query_one(VennBoard).size.width
            assert (wide > size[0] - 6) == (columns == 1)

    async def test_nobody_yet_says_so(self) -> None:
        for nothing in (None, summary(definition())):
            async with on_show(total_of(nothing)).run_test() as pilot:
                await pilot.pause()
                assert "Nobody has sorted a card yet" in beside(pilot)

    async def test_more_responses_are_drawn_in_place(self) -> None:
        async with on_show(total_of(None)).run_test(size=(120, 40)) as pilot:
            pilot.app.screen.query_one(CardSortPicture).show(self.FIVE)
            await pilot.pause()
            assert "Learner progress 5" in board(pilot)


class TestTwoRounds:
    """Five people who put k1 in the first circle: in the second round two of them have moved it to the second."""

    ACTIVITY = definition()
    BEFORE = summary(ACTIVITY, *[CardSortResponse().put("k0", ("c1",)).put("k1", ("c1",)) for _ in range(5)])
    NOW = summary(
        ACTIVITY, *[CardSortResponse().put("k0", ("c1",)).put("k1", ("c2",) if i < 2 else ("c1",)) for i in range(5)]
    )
    SHIFT = Shift(both=5, movers=2, parts={"k1": 2})

    async def test_the_most_changed_come_first_with_counts_before_and_now(self) -> None:
        async with on_show(total_of(self.NOW, self.BEFORE, self.SHIFT)).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert "2 of 5 moved" in beside(pilot)
            assert "5 → 3   Accounta" in beside(pilot)
            assert "Learner progress" not in beside(pilot)
            there = pilot.app.screen.query_one(CardSortPicture)
            there.show(total_of(self.NOW, self.BEFORE, self.SHIFT), "k1")
            await pilot.pause()
            assert "card 1 of 6" in beside(pilot)
            assert " 0 → 2   Professi" in beside(pilot)
            there.show(total_of(self.NOW))
            await pilot.pause()
            assert "moved" not in beside(pilot)
            assert "→" not in beside(pilot)

    async def test_where_too_few_were_in_both_the_reason_is_said(self) -> None:
        why = "What changed is not shown. Fewer than 5 took part both times."
        async with on_show(total_of(self.NOW, apart=why)).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert why in beside(pilot)
            assert "→" not in beside(pilot)

    async def test_a_card_that_fewer_than_five_placed_is_not_broken_down(self) -> None:
        few = shown(self.ACTIVITY, summary(self.ACTIVITY, *[CardSortResponse().put("k1", ("c1",))] * 4), 5)
        assert isinstance(few, CardSortSummary)
        async with on_show(total_of(self.NOW, few, self.SHIFT)).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert "too few placed it to show where" in beside(pilot)
            assert "→" not in beside(pilot)


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
