"""What is walked before the day: a name or a file, a usual group or another, and never a series."""

from pathlib import Path

import pytest

from activities.refusal import Refused
from activities.workshop.fitting import Group
from store.workshops import built_in_text
from tests.tui.conftest import NOW
from tests.tui.preview.walked import TEXT, everything_in
from tui.tasks.preview import USUAL, Wanted, prepare, wanted_for

SERIES = """\
id: year
title: A year
summary: One session.
sessions: [{workshop: evidence, when: September, minutes: 90, purpose: To begin.}]
"""


def test_a_name_asks_for_an_own_workshop_before_a_built_in_one(tmp_path: Path) -> None:
    assert Wanted("evidence", tmp_path).file is None
    (tmp_path / "workshops").mkdir()
    own = tmp_path / "workshops" / "ours.yaml"
    own.write_text(built_in_text("evidence").replace("title: Evidence in our school", "title: Ours", 1))
    assert Wanted("evidence", tmp_path).file == own
    assert prepare(Wanted("evidence", tmp_path), NOW, 5).workshop.title == "Ours"


def test_a_series_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "year.yaml").write_text(SERIES)
    with pytest.raises(Refused, match=r"is a series.* flipchart preview evidence"):
        Wanted(str(tmp_path / "year.yaml"), tmp_path).read()


def test_a_file_is_stale_once_it_changes_or_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(TEXT)
    found = prepare(Wanted(str(file), tmp_path), NOW, 5)
    assert not found.stale
    file.write_text(f"{TEXT}\n# more\n")
    assert found.stale
    file.unlink()
    assert found.stale
    assert not prepare(Wanted("evidence", tmp_path), NOW, 5).stale


def test_where_nobody_says_who_comes_it_is_a_usual_group(tmp_path: Path) -> None:
    assert wanted_for("evidence", tmp_path).group == USUAL
    assert wanted_for("evidence", tmp_path, 12).group == Group(12, USUAL.terminals)
    assert wanted_for("evidence", tmp_path, None, 3).group == Group(USUAL.people, 3)


def test_preparing_makes_and_changes_no_file(tmp_path: Path) -> None:
    (tmp_path / "workshops").mkdir()
    (tmp_path / "workshops" / "mine.yaml").write_text(TEXT)
    before = everything_in(tmp_path)
    found = prepare(Wanted("mine", tmp_path), NOW, 5)
    found.come_to("first", NOW)
    found.come_to("first", NOW, revealed=True)
    assert everything_in(tmp_path) == before
