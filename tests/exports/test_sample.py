"""The sample session's PDFs: what a facilitator who tries the program out sees first."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import exports
from activities.sample import sample_session
from activities.session.session import Session
from exports.pdf.paper import MM, PAGE_HEIGHT
from store.workshops import built_in_workshop, sample_text
from tests.exports.pages import outside_margins, overlapping, page_count, words


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], Path]:
    at = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
    session, room = sample_session(sample_text("evidence"), built_in_workshop("evidence"), on=date(2026, 3, 14), at=at)
    assert isinstance(session, Session)
    folder = tmp_path_factory.mktemp("sample")
    return exports.handouts(session, room, folder), exports.room_sheet(session, room, folder)


def test_every_handout_has_two_or_three_pages(printed: tuple[list[Path], Path]) -> None:
    assert {page_count(path) for path in printed[0]} <= {2, 3}


def test_every_page_is_filled_at_least_two_thirds_of_the_way_down(printed: tuple[list[Path], Path]) -> None:
    for path in printed[0]:
        lowest: dict[int, float] = {}
        for word in words(path):
            if word.bottom < PAGE_HEIGHT - 20 * MM:
                lowest[word.page] = max(lowest.get(word.page, 0), word.bottom)
        assert min(lowest.values()) > PAGE_HEIGHT * 2 / 3, path.name


def test_the_room_sheet_of_twelve_has_seven_pages_at_most(printed: tuple[list[Path], Path]) -> None:
    assert page_count(printed[1]) <= 7


def test_nothing_overlaps_or_leaves_the_margins(printed: tuple[list[Path], Path]) -> None:
    for path in (*printed[0], printed[1]):
        assert not outside_margins(path)
        assert not overlapping(path)
