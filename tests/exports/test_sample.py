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


def test_most_handouts_have_three_pages_and_those_with_much_to_fill_in_four(printed: tuple[list[Path], Path]) -> None:
    pages = [page_count(path) for path in printed[0]]
    assert set(pages) <= {3, 4}
    assert pages.count(3) >= 8


def test_no_page_has_only_a_few_lines(printed: tuple[list[Path], Path]) -> None:
    for path in printed[0]:
        lowest: dict[int, float] = {}
        for word in words(path):
            if word.bottom < PAGE_HEIGHT - 20 * MM:
                lowest[word.page] = max(lowest.get(word.page, 0), word.bottom)
        assert min(lowest.values()) > PAGE_HEIGHT * 0.4, path.name


def test_the_room_sheet_of_twelve_has_eight_pages_at_most(printed: tuple[list[Path], Path]) -> None:
    assert page_count(printed[1]) <= 8


def test_nothing_overlaps_or_leaves_the_margins(printed: tuple[list[Path], Path]) -> None:
    for path in (*printed[0], printed[1]):
        assert not outside_margins(path)
        assert not overlapping(path)


def test_the_cards_to_cut_out_are_one_page(tmp_path: Path) -> None:
    at = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
    session, _ = sample_session(sample_text("evidence"), built_in_workshop("evidence"), on=date(2026, 3, 14), at=at)
    assert [page_count(path) for path in exports.blank_forms(session, tmp_path) if "cards" in path.name] == [1]
