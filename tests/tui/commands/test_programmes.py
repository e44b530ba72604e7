"""What the commands about a programme print and write: its timeline, enquiries, and calendar; and the sample of one."""

from pathlib import Path
from shutil import copytree

import pytest

from store import open_store
from tests.tui.commands.test_command_line import flipchart, refused
from tui.tasks.sample import make_sample_programme


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("programmes") / "home"
    make_sample_programme(open_store(home))
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return Path(copytree(made, tmp_path / "home"))


def test_one_persons_enquiry_is_printed_and_nothing_that_they_keep(home: Path) -> None:
    done = flipchart(home, "programme", "enquiry", "sample", "tunde bakare")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "What is for the room, or is offered to it. The rest is theirs alone."
    assert lines[2:5] == [
        "Tunde Bakare",
        "  Question",
        "     Now: How does saying a conclusion aloud change the way Year 8 pupils write about experiments?",
    ]
    assert "     The whole school: Written, and theirs alone." in lines
    assert "Pair each of the six" not in done.stdout


def test_without_a_name_everybodys_is_printed(home: Path) -> None:
    done = flipchart(home, "programme", "enquiry", "sample")
    assert done.stdout.count("\n  Question\n") == 13


def test_a_name_that_nobody_has_is_told_in_one_line_with_those_there_are(home: Path) -> None:
    told = refused(flipchart(home, "programme", "enquiry", "sample", "Tund"))
    assert "nobody called ‘Tund’" in told
    assert "Tunde Bakare" in told


def test_the_calendar_is_written_where_it_is_wanted_for_its_owners_eyes(home: Path, tmp_path: Path) -> None:
    done = flipchart(home, "programme", "calendar", "sample", "--to", str(tmp_path / "out"), "--as", "md,html")
    assert (done.returncode, done.stderr) == (0, "")
    written = [Path(line) for line in done.stdout.splitlines()]
    assert [path.name for path in written] == ["sample calendar.html", "sample calendar.md"]
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}
    assert "Bring" in written[1].read_text(encoding="utf-8")
    assert "Tunde" not in written[1].read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["enquiry", "calendar"])
def test_a_programme_that_there_is_not_is_told_in_one_line(home: Path, command: str) -> None:
    assert "nowhere" in refused(flipchart(home, "programme", command, "nowhere"))


def test_the_timeline_still_comes_by_the_programmes_name(home: Path) -> None:
    done = flipchart(home, "programme", "sample")
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == [
        "done",
        "done",
        "open",
        "next",
        "later",
        "later",
    ]


def test_the_sample_of_a_programme_is_exported_session_by_session(home: Path, tmp_path: Path) -> None:
    done = flipchart(home, "demo", "--programme", "--export", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert {name.split()[0] for name in names} == {"RTKN", "PHDW", "WKFD"}
    assert "WKFD room sheet.pdf" in names
    assert "RTKN handout Ruth Tyson.pdf" in names
