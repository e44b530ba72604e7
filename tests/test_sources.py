"""No sentence of the documents that the workshops follow stands in what comes with flipchart: its words are its own."""

from pathlib import Path

import pytest

from tests.sources import HASHES, RUN, hashed, runs, taken_from_them, theirs

ROOT = Path(__file__).parents[1]
TEXTS = [*sorted((ROOT / "activities").rglob("*.yaml")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda one: str(one.relative_to(ROOT)))
def test_no_eight_words_in_a_row_are_those_of_a_document(path: Path) -> None:
    assert taken_from_them(path.read_text(encoding="utf-8")) == []


def test_the_runs_of_the_documents_are_there_and_take_little_room() -> None:
    assert len(theirs()) > 5_000
    assert HASHES.stat().st_size < 100_000


def test_a_run_is_known_however_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs_alone = "Setting clear goals, the pupils’ voice: rooted in “evidence”"
    known = frozenset(hashed(run) for run in runs(theirs_alone))
    monkeypatch.setattr("tests.sources.theirs", lambda: known)
    ours = "text: >-\n  Once more, setting CLEAR\n  # goals [bookmark: _x1] the pupils' voice, rooted in evidence!"
    assert len(taken_from_them(ours)) == 2
    assert taken_from_them(ours.replace("voice", "words")) == []


def test_fewer_words_than_a_run_are_nobodys() -> None:
    assert list(runs("one two three four five six seven")) == []
    assert [len(run) for run in runs("one two three four five six seven eight nine")] == [RUN, RUN]
