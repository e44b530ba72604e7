import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exports
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from exports.files import file_name, safe_name, told_apart, write_file
from exports.formats import FORMATS
from tests.exports.room_of_teachers import session

MARKDOWN = FORMATS["md"]
"""The format that is written fastest; names and files are the same for all."""


def people(*names: str) -> list[Contribution]:
    return [Contribution(participant=Participant(id=f"p-{i}", name=name)) for i, name in enumerate(names)]


def test_files_are_named_for_the_session_and_the_person(tmp_path: Path) -> None:
    assert (
        exports.handouts(session(), people("Table 3"), tmp_path, written_as=MARKDOWN)[0].name
        == "MKRT handout Table 3.md"
    )


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Ffion Ŵyn-Żółć", "Ffion Ŵyn-Żółć"),
        ("O'Neill & Smith", "O’Neill Smith"),
        ("王芳", "王芳"),
        ("فاطمة الزهراء", "فاطمة الزهراء"),
        ("رحمت\u200cالله", "رحمت\u200cالله"),
        ("מִרְיָם כהן", "מִרְיָם כהן"),
        ("अनुष्का", "अनुष्का"),
        ("김민준", "김민준"),
        ("Adébáyọ̀", "Adébáyọ̀"),
        ("Table 3 (Year 8)", "Table 3 Year 8"),
        ("St. Mary’s", "St Mary’s"),
    ],
)
def test_letters_of_any_script_are_kept(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../x", "x"),
        ("CON", "CON"),
        ("nul.txt", "nul txt"),
        ("🦜", "participant"),
        ("C:\\temp", "C temp"),
        ("a/b", "a b"),
        ("..", "participant"),
        ("-rf", "rf"),
        ("Ann\u202efdp", "Annfdp"),
        ("a\u200fb\u00adc", "abc"),
        ("\u3164\ufe0f", "participant"),
        ("\u0301", "participant"),
        ("\u200cAnn\u200c", "Ann"),
        ("x. ", "x"),
        ("~", "participant"),
        ("a\nb\tc\x00d", "a b c d"),
        ('<>:"|?*', "participant"),
        ("%APPDATA%$HOME", "APPDATA HOME"),
    ],
)
def test_what_any_system_reads_as_a_sign_is_left_out(name: str, kept: str, tmp_path: Path) -> None:
    whole = file_name("MKRT handout", name, "pdf", ())
    assert whole == f"MKRT handout {kept}.pdf"
    write_file(tmp_path / whole, lambda file: file.write(b"whole"))
    assert [path.name for path in tmp_path.iterdir()] == [whole]


@given(st.text(max_size=200))
def test_every_name_is_safe_on_every_system(name: str) -> None:
    whole = file_name("MKRT handout", name, "html", ())
    stem = whole.removesuffix(".html")
    assert len(whole.encode()) <= 200
    assert whole == normalize("NFC", whole)
    assert not set(stem) & set("<>:\"/\\|?*.%$~`'")
    assert all(category(letter)[0] in "LMN" or letter in " -’\u200c\u200d" for letter in stem)
    assert stem == stem.strip(" .-")


@pytest.mark.parametrize("letter", ["a", "é", "王", "मि", "김", "\U00020000"])
def test_a_long_name_is_cut_between_letters(letter: str) -> None:
    stem = file_name("MKRT handout", letter * 60, "pdf", ()).removesuffix(".pdf")
    assert len(stem.encode()) <= 180
    rest = stem.removeprefix("MKRT handout ")
    assert rest == letter * (len(rest) // len(letter))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann", "ANN"),
        ("Zoë", "Zoe\u0308"),
        ("Straße", "STRASSE"),
        ("Ａｎｎ", "Ann"),
        ("رحمت\u200cالله", "رحمتالله"),
        ("🦜", "🦆"),
    ],
)
def test_two_names_that_some_system_takes_for_one_have_a_file_each(one: str, other: str, tmp_path: Path) -> None:
    first = file_name("MKRT handout", one, "pdf", ())
    second = file_name("MKRT handout", other, "pdf", {told_apart(first)})
    assert second.endswith(" 2.pdf")
    assert told_apart(first) != told_apart(second)


def test_a_number_that_is_a_name_already_is_not_given_twice(tmp_path: Path) -> None:
    names = ("Ann", "ann", "Ann", "Ann 2", "🦜", "🦆")
    paths = exports.handouts(session(), people(*names), tmp_path, written_as=MARKDOWN)
    assert len({told_apart(path.name) for path in paths}) == len(names)
    assert len(list(tmp_path.iterdir())) == len(names)


@pytest.mark.skipif(sys.platform == "win32", reason="has rights of another kind")
def test_only_their_owner_can_read_what_is_written(tmp_path: Path) -> None:
    paths = exports.handouts(session(), people("Ann"), tmp_path / "a" / "b", written_as=MARKDOWN)
    assert stat.S_IMODE(paths[0].stat().st_mode) == 0o600
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="has rights of another kind")
def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    exports.handouts(session(), people("Ann"), tmp_path, written_as=MARKDOWN)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_folder_is_made_where_it_is_missing(tmp_path: Path) -> None:
    assert exports.room_sheet(session(), [], tmp_path / "a" / "b", written_as=MARKDOWN).is_file()


def test_a_folder_that_is_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(exports.CannotExport, match="choose another folder") as refused:
            exports.handouts(session(), people("Ann"), place, written_as=MARKDOWN)
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
        exports.handouts(session(), people("Ann"), tmp_path, written_as=MARKDOWN)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_is_told_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, flags: int) -> int:
        os.close(os.open(path, flags))
        return os.open("/dev/full", os.O_WRONLY)

    monkeypatch.setattr("exports.files.for_its_owner", full)
    with pytest.raises(exports.CannotExport, match="disk is full"):
        exports.handouts(session(), people("Ann"), tmp_path, written_as=MARKDOWN)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ValueError, OSError])
def test_whatever_stops_the_writing_leaves_nothing(fault: type[BaseException], tmp_path: Path) -> None:
    def stops(file: BinaryIO) -> None:
        file.write(b"half")
        raise fault

    (tmp_path / "there.md").write_text("as it was")
    with pytest.raises((fault, exports.CannotExport)):
        write_file(tmp_path / "there.md", stops)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["as it was"]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "MKRT handout Ann.md").mkdir()
    with pytest.raises(exports.CannotExport, match="is a folder"):
        exports.handouts(session(), people("Ann"), tmp_path, written_as=MARKDOWN)
    assert [path.name for path in tmp_path.iterdir()] == ["MKRT handout Ann.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("kept")
    out = tmp_path / "out"
    out.mkdir()
    (out / "MKRT handout Ann.md").symlink_to(precious)
    exports.handouts(session(), people("Ann"), out, written_as=MARKDOWN)
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
        exports.handouts(session(), people("Ann", "Bob", "Cai"), tmp_path, progress=progress, written_as=MARKDOWN)
    assert seen == [(0, 3), (1, 3), (2, 3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["MKRT handout Ann.md", "MKRT handout Bob.md"]


@pytest.mark.parametrize("module", ["exports", "exports.fonts", "exports.kinds.sections"])
def test_reportlab_is_loaded_only_when_something_is_printed(module: str) -> None:
    code = f"import sys, {module}; sys.exit('reportlab' in sys.modules or 'qrcode' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
