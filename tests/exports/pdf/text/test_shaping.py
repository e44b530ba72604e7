"""How sentences stand on the page: by the numbers of the shapes in their fonts, and beside another program's letters."""

from typing import Any, Literal

import pytest
import uharfbuzz
from bidi import get_display
from PIL import Image, ImageChops, ImageDraw, ImageFont, features

from exports.document import Text, plain
from exports.fonts import FontName, font_file
from tests.exports.pdf.printed import glyphs, picture, printed

Side = Literal["L", "R"]
ATKINSON: FontName = "AtkinsonHyperlegibleNext-Regular"
ARABIC: FontName = "NotoSansArabic-Regular"
HEBREW: FontName = "NotoSansHebrew-Regular"
DEJAVU: FontName = "DejaVuSans"
Stretch = tuple[str, FontName, Side]

SENTENCES: list[tuple[str, list[Stretch]]] = [
    ("ב-14/3/2026", [("14/3/2026", ATKINSON, "L"), ("-", ATKINSON, "R"), ("ב", HEBREW, "R")]),
    ("כ-12.5", [("12.5", ATKINSON, "L"), ("-", ATKINSON, "R"), ("כ", HEBREW, "R")]),
    ("ב-10:30", [("10:30", ATKINSON, "L"), ("-", ATKINSON, "R"), ("ב", HEBREW, "R")]),
    ("מ-1,000", [("1,000", ATKINSON, "L"), ("-", ATKINSON, "R"), ("מ", HEBREW, "R")]),
    ("ב-Year 8", [("Year 8", ATKINSON, "L"), ("-", ATKINSON, "R"), ("ב", HEBREW, "R")]),
    ("الصف Year 8", [("Year 8", ATKINSON, "L"), ("الصف ", ARABIC, "R")]),
    (
        "כן (Year 8), טוב",
        [
            ("טוב", HEBREW, "R"),
            ("), ", ATKINSON, "R"),
            ("Year 8", ATKINSON, "L"),
            ("(", ATKINSON, "R"),
            ("כן ", HEBREW, "R"),
        ],
    ),
    ("של Year 8 (Maths)", [("Year 8 (Maths)", ATKINSON, "L"), ("של ", HEBREW, "R")]),
    (
        "We met in כיתה ח today",
        [("We met in ", ATKINSON, "L"), ("כיתה ח", HEBREW, "R"), (" today", ATKINSON, "L")],
    ),
    ("می\u200cخواهیم", [("می\u200cخواهیم", ARABIC, "R")]),
    ("لَا", [("لَا", ARABIC, "R")]),
    ("שָׁלוֹם", [("שָׁלוֹם", HEBREW, "R")]),
    ("ẹ̀ ọ́", [("ẹ̀ ọ́", DEJAVU, "L")]),
    ("q̃", [("q̃", ATKINSON, "L")]),
    ("ہے۔", [("ہے۔", ARABIC, "R")]),
    ("۱۴۰۳/۱۲", [("۱۴۰۳", ARABIC, "L"), ("/", ATKINSON, "L"), ("۱۲", ARABIC, "L")]),
]


def shaped(text: str, font: FontName, side: Side) -> list[tuple[str, int]]:
    """The numbers of the shapes that HarfBuzz gives, asked here and not by the program."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if side == "R" else "ltr"
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_file(font))))), buffer)
    return [(font, info.codepoint) for info in buffer.glyph_infos]


@pytest.mark.parametrize(("sentence", "stretches"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_the_shapes_on_the_page_are_harfbuzz_s_in_python_bidi_s_order(sentence: str, stretches: list[Stretch]) -> None:
    expected = [shape for stretch in stretches for shape in shaped(*stretch)]
    content = printed(Text(plain(sentence)))
    found = glyphs(content)
    drawn = "".join(text if side == "L" else text[::-1] for text, _, side in stretches)
    assert drawn == get_display(sentence), "the stretches above are not in python-bidi's order"
    assert [(glyph.font, glyph.number) for glyph in found] == expected


@pytest.mark.parametrize("word", ["سل", "لا", "ہے"])
def test_letters_that_join_have_other_shapes_than_alone(word: str) -> None:
    alone = {number for letter in word for _, number in shaped(letter, ARABIC, "R")}
    assert not alone & {glyph.number for glyph in glyphs(printed(Text(plain(word))))}


def test_a_paragraph_from_the_right_stands_at_the_right() -> None:
    assert min(glyph.x for glyph in glyphs(printed(Text(plain("שלום"))))) > 400
    assert min(glyph.x for glyph in glyphs(printed(Text(plain("peace"))))) < 60


def test_lines_break_in_the_order_they_are_read() -> None:
    """The first line has the sentence's beginning, and stands at the right."""
    found = glyphs(printed(Text(plain("אבג " * 60 + "סוף"))))
    tops = sorted({round(glyph.top) for glyph in found})
    assert len(tops) > 1
    last = [glyph for glyph in found if round(glyph.top) == tops[-1]]
    assert [glyph.number for glyph in last][:3] == [number for _, number in shaped("סוף", HEBREW, "R")]


def test_equal_documents_have_equal_bytes_whatever_was_printed_before() -> None:
    before = printed(Text(plain("می\u200cخواهیم")))
    printed(Text(plain("لَا اللّٰہ ہے۔ سلام")))
    assert printed(Text(plain("می\u200cخواهیم"))) == before


def ink(image: Image.Image) -> Image.Image:
    """What is dark, cut out, in one size."""
    grey = ImageChops.invert(image.convert("L"))
    box = grey.getbbox()
    assert box
    return grey.crop(box).resize((240, 120))


def apart(one: Image.Image, other: Image.Image) -> float:
    """How much of the ink of two pictures is not shared, 0–1."""
    difference, both = ImageChops.difference(one, other), ImageChops.lighter(one, other)
    return _sum(difference) / _sum(both)


def _sum(image: Image.Image) -> int:
    return sum(value * count for value, count in enumerate(image.histogram()))


def beside(text: str, font: FontName, **how: Any) -> Image.Image:
    """The letters as Pillow draws them."""
    image = Image.new("L", (2400, 400), 255)
    ImageDraw.Draw(image).text((80, 80), text, font=ImageFont.truetype(str(font_file(font)), 120, **how), fill=0)
    return ink(image)


@pytest.mark.skipif(not features.check("raqm"), reason="Pillow was built without raqm, the other program")
@pytest.mark.parametrize(
    ("text", "font"),
    [("می\u200cخواهیم", ARABIC), ("لَا", ARABIC), ("ہے۔", ARABIC), ("שָׁלוֹם", HEBREW), ("ẹ̀ ọ́", DEJAVU), ("q̃", ATKINSON)],
)
def test_letters_look_as_another_program_draws_them(text: str, font: FontName) -> None:
    page = picture(printed(Text(plain(text))), scale=10).crop((0, 530, 5952, 1100))
    ours = ink(page)
    assert apart(ours, beside(text, font, layout_engine=ImageFont.Layout.RAQM)) < 0.2


@pytest.mark.skipif(not features.check("raqm"), reason="Pillow was built without raqm, the other program")
def test_letters_that_are_only_put_side_by_side_would_be_found_out() -> None:
    shaped_by_raqm = beside("می\u200cخواهیم", ARABIC, layout_engine=ImageFont.Layout.RAQM)
    assert apart(beside("می\u200cخواهیم", ARABIC, layout_engine=ImageFont.Layout.BASIC), shaped_by_raqm) > 0.5
