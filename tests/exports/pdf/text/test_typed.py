import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.document import Run, plain
from exports.pdf.text.typed import MISSING, line, paragraphs
from exports.pdf.text.typefaces import is_unseen
from tests.exports.pdf.printed import printed, text_of


@pytest.mark.parametrize(
    "typed",
    [
        "[bold]x[/]",
        "<b>not bold</b>",
        "a<b and b>c",
        '<img src="/etc/hosts">',
        '"; DROP TABLE teachers; --',
        "<a href='https://example.org'>here</a>",
        "&amp; &lt; &#65; & <br/> <para>",
        "\\(back\\slash) ((brackets)",
        "%s %d {0} {name} $HOME `id`",
        "Ŵyn a’r tŷ, ŷ, ẁ",
        "Łódź, zażółć gęślą jaźń",
        "Ελληνικά, Кириллица, Đặng",
        "½ × 3 ≠ 2 → ✓ ☐ ★",
    ],
)
def test_text_is_printed_as_typed(typed: str) -> None:
    from exports.document import Column as Wide
    from exports.document import Fields, Heading, OwnWords, Points, Table, Text

    everywhere = printed(
        Text(plain(typed)),
        OwnWords(typed, note=typed),
        Heading(typed),
        Points((plain(typed),)),
        Fields(((typed, typed),)),
        Table((Wide(1),), (typed,), ((typed,),)),
        title=typed,
        foot=typed,
    )
    text = text_of(everywhere)
    assert text.count(unicodedata.normalize("NFC", typed)) >= 9
    assert "could not be printed" not in text
    assert b"/URI" not in everywhere
    assert b"/Annots" not in everywhere


@pytest.mark.parametrize(
    ("typed", "lost"),
    [("老师你好", 4), ("well done 🦜🦜", 2), ("bell\x07 and escape\x1b[31m", 2), ("one ascii 한", 1), ("\ue000", 1)],
)
def test_what_no_font_has_stands_as_a_box_and_is_counted_in_words(typed: str, lost: int) -> None:
    from exports.document import Text

    text = text_of(printed(Text(plain(typed))))
    words = "1 character could not be printed." if lost == 1 else f"{lost} characters could not be printed."
    assert words in text
    assert text.count(MISSING) == lost + 1


def test_characters_that_turn_others_are_dropped_without_a_trace() -> None:
    read = line("a\u202eb\u2066c\ufeffd\u00ade\ufe0f")
    assert (read.text, read.missing) == ("abcde", 0)


def test_joiners_and_marks_of_direction_stay_for_the_scripts_that_need_them() -> None:
    assert line("می\u200cخواهیم").text == "می\u200cخواهیم"
    assert line("א\u200e1").text == "א\u200e1"


def test_accents_typed_apart_are_joined() -> None:
    assert line("w\u0302y\u0302n").text == "ŵŷn"


def test_line_ends_of_every_platform_are_line_ends() -> None:
    assert len(paragraphs(plain("one\r\ntwo\rthree\u2028four\x85five"))) == 5


def test_empty_lines_at_either_end_are_left_out() -> None:
    assert [each.text for each in paragraphs(plain("\n\n one \n\n two\n"))] == ["one", "", "two"]


def test_a_letter_and_its_marks_are_of_one_font() -> None:
    fonts = {piece.font for piece in line("ẹ̀").pieces}
    assert fonts == {"DejaVuSans"}


def test_runs_of_two_weights_are_one_paragraph() -> None:
    (read,) = paragraphs((Run("Our goal is ", "bold"), Run("that all read")))
    assert [piece.font for piece in read.pieces] == [
        "AtkinsonHyperlegibleNext-Bold",
        "AtkinsonHyperlegibleNext-Regular",
    ]
    assert read.text == "Our goal is that all read"


@given(st.text(max_size=40))
def test_no_letter_is_left_to_chance(typed: str) -> None:
    """Whatever is typed is drawn by a font that has it, or counted."""
    from reportlab.pdfbase import pdfmetrics

    read = line(typed)
    for piece in read.pieces:
        known = pdfmetrics.getFont(piece.font).face.charToGlyph
        assert all(ord(letter) in known or is_unseen(letter) for letter in piece.text)
    assert read.text.count(MISSING) == read.missing + unicodedata.normalize("NFC", typed).count(MISSING)
