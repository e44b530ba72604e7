import unicodedata
from pathlib import Path

import pypdfium2
import pytest

import exports
from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant
from exports.pdf.lettering import MISSING, clean
from exports.pdf.lines import set_text
from exports.pdf.paper import BODY
from tests.exports.pages import all_text, outside_margins, overlapping
from tests.exports.room_of_teachers import NOW, session


def handout(folder: Path, answer: str, name: str = "Ann") -> Path:
    given = Contribution(participant=Participant(id="p-1", name=name))
    given = given.record("reflect", PromptsResponse(answers={"now": answer}), at=NOW, handed_in=True)
    return exports.handouts(session(), [given], folder)[0]


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
def test_text_is_printed_as_typed(typed: str, tmp_path: Path) -> None:
    path = handout(tmp_path, typed)
    text = all_text(path)
    assert unicodedata.normalize("NFC", typed) in text
    assert "could not be printed" not in text


def test_a_link_that_someone_typed_is_not_live(tmp_path: Path) -> None:
    path = handout(tmp_path, "<a href='https://example.org'>here</a>", name="<link href='x'/>")
    assert b"/URI" not in path.read_bytes()
    assert b"/Annots" not in path.read_bytes()


@pytest.mark.parametrize(
    ("typed", "lost"),
    [("老师你好", 4), ("well done 🦜🦜", 2), ("bell\x07 and escape\x1b[31m", 2), ("one ascii 한", 1)],
)
def test_what_cannot_be_printed_is_counted_in_words(typed: str, lost: int, tmp_path: Path) -> None:
    text = all_text(handout(tmp_path, typed))
    words = "1 character could not be printed." if lost == 1 else f"{lost} characters could not be printed."
    assert words in text
    assert text.count(MISSING) == lost + 1


def test_a_name_that_cannot_be_printed_says_so_too(tmp_path: Path) -> None:
    assert "2 characters could not be printed." in all_text(handout(tmp_path, "fine", name="王芳"))


def test_steering_characters_are_dropped_without_a_trace() -> None:
    assert clean("a\u202eb\u200fc\ufeffd\u00ade\u200df") == ("abcdef", 0)


def test_accents_typed_apart_are_joined() -> None:
    assert clean("w\u0302y\u0302n") == ("ŵŷn", 0)


def test_line_ends_of_every_platform_are_line_ends() -> None:
    assert len(set_text("one\r\ntwo\rthree\u2028four\x85five", BODY, 400).lines) == 5


def test_five_thousand_characters_are_all_there_within_the_margins(tmp_path: Path) -> None:
    typed = " ".join(f"word{number}" for number in range(560))
    path = handout(tmp_path, typed)
    text = all_text(path)
    assert all(f"word{number}" in text for number in range(560))
    assert not outside_margins(path)
    assert not overlapping(path)


def test_a_word_of_five_thousand_characters_wraps(tmp_path: Path) -> None:
    path = handout(tmp_path, "x" * 2500 + "Ж" * 2500)
    assert not outside_margins(path)
    pages = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert text.count("x") >= 2500
    assert text.count("Ж") == 2500


def test_no_letter_is_left_to_chance() -> None:
    """Whatever is typed is either drawn by a font that has it or counted."""
    from exports.pdf.lettering import FONTS, _letters

    everything = "".join(chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) != "Cs")
    drawn = clean(everything).text
    for character in set(drawn) - {"\n"}:
        for fonts in FONTS.values():
            assert any(ord(character) in _letters(font) for font in fonts), repr(character)
