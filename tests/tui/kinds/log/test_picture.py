"""What the room sees of a log as a picture: a strip of time, decisions, entries; and the facilitator's glance."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activities.kinds.activity import shown, summarise
from activities.kinds.log import ADOPTED
from activities.kinds.log_counts import LogSummary
from activities.kinds.log_entries import LogResponse
from tests.activities.examples import log
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds import glance
from tui.palette import PALETTES
from tui.widgets.time_line import Dot, TimeLine, TimeStrip

LOG = log()
BEGAN = date(2026, 9, 14)


def logged(number: int) -> LogResponse:
    """Two entries of one person, the first of which is done."""
    response = LogResponse()
    for at, days in enumerate((number * 5, 60 + number * 9), 1):
        day = BEGAN + timedelta(days=days)
        response = response.add(day).put_date(f"entry-{at}", day.isoformat(), day)
        response = response.write(f"entry-{at}", "planned", f"Plan {number}.{at}: talk before writing.", day)
    response = response.write("entry-1", "happened", "Half of them did.", BEGAN)
    return response.choose("entry-1", "decided", ADOPTED[number % 3], ADOPTED, BEGAN)


def told(number: int, smallest: int = 1) -> LogSummary:
    found = shown(LOG, summarise(LOG, [logged(n) for n in range(number)]), smallest)
    assert isinstance(found, LogSummary)
    return found


async def test_it_has_the_strip_the_decisions_and_the_entries() -> None:
    async with Stage(lambda: pictured(LOG, total_of(told(6)))).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "6 people, 12 entries")
        await shows(pilot, "Sep 2026")
        await shows(pilot, "━━━━")
        await shows(pilot, "adapt")
        await shows(pilot, "Plan 0.1: talk before")


@pytest.mark.parametrize(
    ("dwelt", "there", "gone"),
    [
        ("weeks", "Sep 2026", "Plan 0.1"),
        ("decided", "What we decided", "Sep 2026"),
        ("moves", "What we think will happen", "Sep 2026"),
        ("told", "12 entries", "Sep 2026"),
    ],
)
async def test_a_step_dwells_on_one_thing(dwelt: str, there: str, gone: str) -> None:
    async with Stage(lambda: pictured(LOG, total_of(told(6)), dwelt)).run_test(size=(120, 40)) as pilot:
        await shows(pilot, there)
        assert gone not in seen(pilot)


@pytest.mark.parametrize(("number", "words"), [(0, "Nobody has written an entry yet."), (3, "3 are in.")])
async def test_it_says_why_there_is_nothing(number: int, words: str) -> None:
    async with Stage(lambda: pictured(LOG, total_of(told(number, 5)))).run_test(size=(80, 24)) as pilot:
        await shows(pilot, words)
        assert "Plan" not in seen(pilot)


DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@settings(deadline=None)
@given(
    st.lists(st.builds(Dot, DAYS, st.integers(1, 40), st.integers(0, 1)), min_size=1, max_size=30),
    st.integers(8, 200),
    DAYS,
)
def test_the_line_runs_from_left_to_right_and_fills_its_frame(dots: list[Dot], width: int, now: date) -> None:
    line = TimeLine(tuple(dots), width, 4, now)
    rows = line.draw(PALETTES["hall"])
    assert [row.cell_length for row in rows] == [width] * 6
    days = sorted([*(dot.day for dot in dots), now])
    places = [line.at(day) for day in days]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] < width
    text = rows[-1].text
    assert all(name in text for _, name in line.months)
    assert "▲" in rows[-2].text


async def test_a_new_theme_draws_the_strip_anew() -> None:
    async with Stage(lambda: pictured(LOG, total_of(told(6)))).run_test(size=(120, 40)) as pilot:
        strip = pilot.app.screen.query_one(TimeStrip)
        dark = list(strip.render_line(2))
        pilot.app.theme = "paper"
        await pilot.pause()
        assert list(strip.render_line(2)) != dark


def test_the_glance_counts_entries_moves_and_decisions() -> None:
    assert glance(LOG, told(0)).plain == "Nobody has written an entry yet"
    assert "5 are in" in glance(LOG, told(2, 5)).plain
    assert glance(LOG, told(6, 5)).plain.splitlines() == [
        "6 begun, 12 entries",
        "  6 Planned",
        "  – Predicted",
        "  6 Happened",
        "  6 Decided",
        "    adopt 2",
        "    adapt 2",
        "    abandon 2",
    ]


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "hall"), ((120, 40), "paper"), ((200, 60), "hall")], ids=lambda one: str(one)
)
def test_the_picture_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    assert snap_compare(Stage(lambda: pictured(LOG, total_of(told(9))), theme), terminal_size=size)
