from pathlib import Path

from tests.hostile.workshop_files import tried


def test_a_mutated_workshop_file_is_read_or_refused_in_words_and_at_once(tmp_path: Path) -> None:
    assert tried(tmp_path, seed=1, many=150) == []
