"""A participant at a log: what was written stays, what is still empty is written, what is due says so."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from textual.events import Paste
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Static

from activities.kinds.activity import blank
from activities.kinds.log import ADOPTED, Log
from activities.kinds.log_entries import LogResponse
from tests.activities.examples import log
from tests.tui.kinds.writing.writing_stage import Stage, shows, stage
from tui.kinds import turn
from tui.kinds.log.strip import LogStrip
from tui.kinds.log.turn import LogTurn
from tui.kinds.writing.area import WritingArea
from tui.widgets.options import Choosing

LOG = log()
EARLIER, NEXT_DAY, TODAY = date(2026, 10, 5), date(2026, 10, 14), date(2026, 11, 24)
SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]


class Dated(Stage):
    """A stage on the day of the workshop."""

    now = staticmethod(lambda: datetime(2026, 11, 24, 13, 42, tzinfo=UTC))


def on_turn(response: LogResponse | None = None, theme: str = "hall", activity: Log = LOG) -> Dated:
    return Dated(lambda: turn(activity, response or blank(activity), {}), theme)


def work(pilot: Pilot[None]) -> LogTurn:
    return pilot.app.screen.query_one(LogTurn)


def two_cycles() -> LogResponse:
    """A cycle that is done, and one that was planned for a day that is past."""
    response = LogResponse().add(EARLIER).put_date("entry-1", "12 Oct", EARLIER)
    response = response.write("entry-1", "planned", "Ten minutes of paired talk before writing.", EARLIER)
    response = response.write("entry-1", "predicted", "More pupils point to a line.", EARLIER)
    response = response.write("entry-1", "happened", "Half of them did.", NEXT_DAY)
    response = response.choose("entry-1", "decided", "adapt", ADOPTED, NEXT_DAY)
    response = response.add(NEXT_DAY).put_date("entry-2", "9 Nov", NEXT_DAY)
    return response.write("entry-2", "planned", "Fifteen minutes, with openers on the board.", NEXT_DAY)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_entry_is_written_by_keys_alone(size: tuple[int, int]) -> None:
    async with on_turn().run_test(size=size) as pilot:
        await pilot.press(*"3 feb", "tab", *"Talk", "tab", "tab", *"Much", "tab", "2")
        entry = work(pilot).response.entries[0]
        assert (entry.day, entry.says("planned"), entry.says("predicted")) == (date(2027, 2, 3), "Talk", "")
        assert (entry.says("happened"), entry.says("decided")) == ("Much", "adapt")
        assert isinstance(pilot.app.focused, Choosing)
        await pilot.press("right")
        assert work(pilot).response.entries[0].says("decided") == "abandon"
        await pilot.press("ctrl+s")
        assert stage(pilot).finished == 1


async def test_what_is_due_is_open_and_asks_what_happened() -> None:
    async with on_turn(two_cycles()).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "due: what happened?")
        await shows(pilot, "entry 2 of 2")
        await pilot.press(*"All of them")
        assert work(pilot).response.entry("entry-2").says("happened") == "All of them"
        await shows(pilot, "✓ done")
        assert work(pilot).unfinished() is None


async def test_what_was_written_on_an_earlier_day_is_read_and_the_rest_written() -> None:
    async with on_turn(two_cycles()).run_test(size=(120, 40)) as pilot:
        await pilot.press("pageup")
        await shows(pilot, "Ten minutes of paired talk before writing.")
        await shows(pilot, "Half of them did.")
        assert [area.place for area in pilot.app.screen.query(WritingArea) if area.display] == ["entry-1.when"]
        await pilot.press("pagedown")
        shown = [area.place for area in pilot.app.screen.query(WritingArea) if area.display]
        await pilot.pause()
        assert {place.split(".")[1] for place in shown} == {"when", "predicted", "happened"}


async def test_what_was_written_today_can_be_mended() -> None:
    today = LogResponse().add(TODAY).put_date("entry-1", "3 Dec", TODAY).write("entry-1", "planned", "Tlak", TODAY)
    async with on_turn(today).run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+tab", *["backspace"] * 3, *"alk")
        assert work(pilot).response.entry("entry-1").says("planned") == "Talk"


async def test_a_new_entry_begins_below_and_an_empty_one_is_gone_on_with() -> None:
    async with on_turn(two_cycles()).run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+n", *"1 dec")
        assert work(pilot).entry.id == "entry-3"
        await shows(pilot, "→ 1 December 2026")
        await pilot.press("ctrl+z")
        assert work(pilot).response.entry("entry-3").typed == ""
        await pilot.press("pageup", "ctrl+n")
        assert (work(pilot).entry.id, len(work(pilot).response.entries)) == ("entry-3", 3)
        await pilot.press("ctrl+z")
        assert len(work(pilot).response.entries) == 2


async def test_letters_are_told_and_undone_where_they_were_written() -> None:
    async with on_turn(two_cycles()).run_test(size=(120, 40)) as pilot:
        await pilot.press(*"All")
        assert len(stage(pilot).told) == 3
        await pilot.press("pageup", "ctrl+z")
        assert work(pilot).entry.id == "entry-2"
        assert work(pilot).response == two_cycles()
        await pilot.press("ctrl+y")
        assert work(pilot).response.entry("entry-2").says("happened") == "All"


async def test_the_mouse_chooses_opens_from_the_list_and_from_the_strip() -> None:
    async with on_turn(two_cycles()).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "entry 2 of 2")
        options = pilot.app.screen.query_one(Choosing).content_region.offset
        await pilot.click(offset=options + Offset(16, 0))
        assert work(pilot).response.entry("entry-2").says("decided") == "adapt"
        strip = pilot.app.screen.query_one(LogStrip)
        await pilot.click(offset=strip.region.offset + Offset(strip.line.at(date(2026, 10, 12)), 1))
        await shows(pilot, "entry 1 of 2")
        await pilot.click("WritingList", offset=(4, 6))
        await shows(pilot, "entry 2 of 2")


async def test_a_date_that_cannot_be_read_says_how_to_write_one() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        await pilot.press(*"soon")
        await shows(pilot, "Such as 3 Feb or 03/02/2027.")
        assert work(pilot).unfinished() == "One date cannot be read."


@pytest.mark.parametrize("text", ["[bold]x[/]", "[@click=app.quit]go[/]", "👩‍🏫 ❤️", "العربية", "&<b>$now"])
async def test_text_stands_as_it_was_typed(text: str) -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("tab")
        pilot.app.post_message(Paste(text))
        await pilot.pause()
        assert work(pilot).response.entries[0].says("planned") == text
        earlier = LogResponse().add(EARLIER).write("entry-1", "planned", text, EARLIER)
    async with on_turn(earlier).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "entry 1 of 1")
        assert str(pilot.app.screen.query_one("#move-0 .read", Static).content) == text


async def test_the_entry_that_is_open_is_offered_as_a_whole() -> None:
    async with on_turn(two_cycles()).run_test(size=(80, 24)) as pilot:
        assert work(pilot).field_in_hand == "entry-2"


async def test_what_is_left_is_told_in_words() -> None:
    async with on_turn().run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "Nothing is written yet."
    async with on_turn(two_cycles()).run_test(size=(80, 24)) as pilot:
        assert work(pilot).unfinished() == "One entry is due: what happened is not written."


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "hall"), ((120, 40), "paper"), ((200, 60), "hall")], ids=lambda one: str(one)
)
def test_the_turn_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    press = ["pageup"] if size[0] == 120 else []
    assert snap_compare(on_turn(two_cycles(), theme), press=press, terminal_size=size)
