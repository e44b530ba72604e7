from pathlib import Path

from activities.kinds.registry import kinds
from activities.programme.series import Series
from activities.workshop.workshop import Workshop
from tests.hostile.workshop_files import read, small, tried


def test_the_files_that_are_mutated_are_right_and_of_every_kind(tmp_path: Path) -> None:
    found = []
    for number, text in enumerate(small()):
        path = tmp_path / f"{number}.yaml"
        path.write_bytes(text)
        found.append(read(path))
    workshops = [one for one in found if isinstance(one, Workshop)]
    assert {activity.kind for one in workshops for activity in one.activities} == set(kinds())
    assert sum(isinstance(one, Series) for one in found) == len(found) - len(workshops) > 0


def test_a_mutated_workshop_or_series_file_is_read_or_refused_in_words(tmp_path: Path) -> None:
    found = tried(tmp_path, 1, range(600))
    assert found.wrong == []
    assert found.taken + found.refused == 600
    assert min(found.taken, found.refused) > 50
