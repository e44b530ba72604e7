"""The gallery: a work as it looks on paper, what is filled in, and a glance for the facilitator."""

from collections.abc import Callable

from textual.pilot import Pilot

from activities.kinds.activity import shown, summarise
from activities.kinds.composition import WHOLE, CompositionResponse, CompositionSummary
from tests.activities.examples import composition
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import glance
from tui.kinds.reveal import Reveal

POSTER = composition()


def summary(*texts: str, offered: int = 1) -> CompositionSummary:
    given = [CompositionResponse(own={"title": f"Title {n}", "plan": text}) for n, text in enumerate(texts)]
    given = [one.offer(WHOLE) if n < offered else one for n, one in enumerate(given)]
    found = shown(POSTER, summarise(POSTER, given), 1)
    assert isinstance(found, CompositionSummary)
    return found


async def test_a_work_that_is_dwelt_on_stands_large_with_its_title_and_sections() -> None:
    total = total_of(summary("We read [b]aloud[/].", "Mine alone."))
    async with Stage(lambda: pictured(POSTER, total, "w1")).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Title 0")
        assert "We read [b]aloud[/]." in seen(pilot)
        assert "Mine alone" not in seen(pilot)


async def test_the_whole_says_what_is_filled_in() -> None:
    async with Stage(lambda: pictured(POSTER, total_of(summary("a", "b", "")))).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "3 have begun. 1 to look at")
        assert "The title" in seen(pilot)


def test_the_facilitator_sees_counts_at_a_glance() -> None:
    assert glance(POSTER, summary("a", "")).plain == "2 begun, 1 offered\n  2  The title\n  1  Plan"


def test_the_gallery_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    total = total_of(summary("We read aloud in pairs each morning. " * 12))
    assert snap_compare(Stage(lambda: pictured(POSTER, total, "w1")), terminal_size=(200, 60))


def test_what_is_filled_in_looks_like_this(snap_compare: Callable[..., bool]) -> None:
    there = Reveal(POSTER, total_of(summary("a", "b", "", "d")))
    there.at = "filled"

    async def drawn(pilot: Pilot[None]) -> None:
        while there.drawn is None:
            await pilot.pause(0.02)

    assert snap_compare(Stage(lambda: there, "paper"), terminal_size=(120, 40), run_before=drawn)
