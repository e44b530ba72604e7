import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import exports
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from exports.files import file_name, plain_name
from tests.exports.room_of_teachers import session


def people(*names: str) -> list[Contribution]:
    return [Contribution(participant=Participant(id=f"p-{i}", name=name)) for i, name in enumerate(names)]


def test_files_are_named_for_the_session_and_the_person(tmp_path: Path) -> None:
    assert exports.handouts(session(), people("Table 3"), tmp_path)[0].name == "MKRT handout Table 3.pdf"


@pytest.mark.parametrize(
    "name",
    [
        "../../x",
        "CON",
        "nul.txt",
        "🦜",
        "a" * 60,
        "C:\\temp",
        "a/b",
        ".",
        "..",
        "-rf",
        "Ann\u202efdp",
        "王芳",
        "x. ",
        "~",
        "‘",
    ],
)
def test_names_are_safe_on_every_platform(name: str, tmp_path: Path) -> None:
    path = exports.handouts(session(), people(name), tmp_path / "out")[0]
    assert path.parent == tmp_path / "out"
    assert path.is_file()
    assert path.name.isascii()
    assert path.name.startswith("MKRT handout ")
    assert all(letter.isalnum() or letter in " -." for letter in path.name)
    assert path.name.count(".") == 1
    assert len(path.name) < 100
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_accents_become_plain_letters() -> None:
    assert plain_name("Ffion Ŵyn-Żółć") == "Ffion Wyn-Zolc"
    assert plain_name("O’Neill & Smith") == "ONeill Smith"


def test_two_people_of_one_name_have_a_file_each(tmp_path: Path) -> None:
    paths = exports.handouts(session(), people("Ann", "ann", "Ann", "Ann 2", "王", "李"), tmp_path)
    assert len({path.name.lower() for path in paths}) == 6
    assert file_name("MKRT handout", "Ann", {"mkrt handout ann.pdf"}) == "MKRT handout Ann 2.pdf"


def test_a_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    assert exports.room_sheet(session(), [], tmp_path / "a" / "b").is_file()


def test_a_folder_that_is_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(exports.CannotExport, match="choose another folder") as refused:
            exports.handouts(session(), people("Ann"), place)
        assert isinstance(refused.value, Refused)
        assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "choose another folder"),
        (errno.EROFS, "can only be read"),
        (errno.EIO, "could not be written"),
    ],
)
def test_a_failing_disk_is_told_in_words_and_leaves_nothing(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(exports.CannotExport, match=words):
        exports.handouts(session(), people("Ann"), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_is_told_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def full(path: Path, mode: str) -> object:
        real(path, mode).close()
        return real(Path("/dev/full"), "wb")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(exports.CannotExport, match="disk is full"):
        exports.handouts(session(), people("Ann"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "MKRT handout Ann.pdf").mkdir()
    with pytest.raises(exports.CannotExport, match="is a folder"):
        exports.handouts(session(), people("Ann"), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["MKRT handout Ann.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("kept")
    out = tmp_path / "out"
    out.mkdir()
    (out / "MKRT handout Ann.pdf").symlink_to(precious)
    exports.handouts(session(), people("Ann"), out)
    assert precious.read_text() == "kept"


def test_progress_is_told_and_may_stop_the_work(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    seen = []

    def progress(done: int, of: int) -> None:
        seen.append((done, of))
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        exports.handouts(session(), people("Ann", "Bob", "Cai"), tmp_path, progress=progress)
    assert seen == [(0, 3), (1, 3), (2, 3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["MKRT handout Ann.pdf", "MKRT handout Bob.pdf"]


@pytest.mark.parametrize("module", ["exports", "exports.fonts", "exports.kinds.sections"])
def test_reportlab_is_loaded_only_when_something_is_printed(module: str) -> None:
    code = f"import sys, {module}; sys.exit('reportlab' in sys.modules or 'qrcode' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
