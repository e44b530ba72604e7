from pathlib import Path
from shutil import copy

from fontTools.ttLib import TTFont

from exports.document import Text, plain
from exports.fonts import font_file
from exports.pdf.text.typefaces import font_for
from tests.exports.pdf.printed import printed, text_of


def test_bold_letters_are_bold_and_those_that_no_bold_font_has_are_regular() -> None:
    assert font_for("a", "bold", None) == "AtkinsonHyperlegibleNext-Bold"
    assert font_for("ש", "bold", None) == "NotoSansHebrew-Bold"
    assert font_for("س", "regular", None) == "NotoSansArabic-Regular"
    assert font_for("Ж", "regular", None) == "DejaVuSans"


def test_a_letter_that_no_font_has_has_none() -> None:
    assert font_for("क", "regular", None) is None


def font_with(letter: str, folder: Path) -> Path:
    """A font that has this letter, made of a vendored one: its A is called that."""
    font = TTFont(font_file("AtkinsonHyperlegibleNext-Regular"))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(letter)] = "A"
    path = folder / "Other-Regular.ttf"
    font.save(path)
    return path


def test_a_folder_s_fonts_print_what_the_vendored_ones_lack(tmp_path: Path) -> None:
    font_with("क", tmp_path)
    assert "could not be printed" in text_of(printed(Text(plain("क"))))
    assert "could not be printed" not in text_of(printed(Text(plain("क")), fonts=tmp_path))


def test_what_is_no_font_in_the_folder_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "folder.ttf").mkdir()
    copy(font_file("DejaVuSans"), tmp_path / "whole.ttf")
    assert "1 character could not be printed" in text_of(printed(Text(plain("क")), fonts=tmp_path))


def test_a_folder_that_is_not_there_does_no_harm(tmp_path: Path) -> None:
    assert "fine" in text_of(printed(Text(plain("fine")), fonts=tmp_path / "nowhere"))
