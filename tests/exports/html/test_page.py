"""A page of HTML: one file, open to screen readers, and nothing that anyone typed is taken for a mark."""

import re
from base64 import b64decode
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from exports.document import (
    Answers,
    Column,
    Fields,
    Heading,
    KeepTogether,
    NewPage,
    OwnWords,
    Picture,
    Run,
    Table,
    Text,
    WritingLines,
    all_blocks,
    plain,
    strong,
)
from exports.formats import FORMATS
from exports.pictures.venn import Venn
from tests.exports.pdf.text.test_typefaces import font_with
from tests.exports.reading import Page, html
from tests.exports.samples import HOSTILE, SAMPLES, document

TYPED = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Cf"])) | st.sampled_from(HOSTILE)


def feet(page: Page) -> list[str]:
    """What stands at the foot of printed pages, one text a rule."""
    spelt = re.findall(r'@bottom-left \{ content: "([\\0-9a-f]*)"; \}', page.style)
    return ["".join(chr(int(code, 16)) for code in text.split("\\")[1:]) for text in spelt]


def test_the_page_is_one_file_that_asks_nothing_of_the_internet() -> None:
    page = html(SAMPLES)
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("img")
    assert not page.all("a")
    assert "http" not in page.source.replace("http-equiv", "")
    assert not re.search(r"url\((?!data:)|@import", page.source)


def test_its_letters_are_in_it() -> None:
    (regular, bold) = re.findall(r"base64,([^)]+)\)", html(()).style)
    assert b64decode(regular)[:4] == b64decode(bold)[:4] == b"wOF2"
    assert regular != bold
    assert len(html(()).source) < 64_000


def test_the_language_and_the_title_are_told() -> None:
    page = html((), title="Plans & hopes", whose="Ann <3", language="cy")
    assert page.all("html") == [{"lang": "cy"}]
    assert "<title>Plans &amp; hopes: Ann &lt;3</title>" in page.source
    assert "Plans & hopes" in page.text


def test_no_level_of_headings_is_left_out() -> None:
    page = html((Heading("Deep", 3), Heading("Up", 1), Heading("Within", 2), Heading("Deeper", 3)))
    found = [name for name, _ in page.elements if re.fullmatch("h[1-6]", name)]
    assert found == ["h1", "h2", "h2", "h3", "h4"]


def test_a_table_says_what_its_rows_and_columns_are_about() -> None:
    table = Table((Column(3), Column(1, figures=True)), ("Card", "n"), (("Plans", "3"), ("", "4")), "How <many>")
    page = html((table,))
    assert [one.get("scope") for one in page.all("th")] == ["col", "col", "row"]
    assert '<caption dir="auto">How &lt;many&gt;</caption>' in page.source
    assert [one["style"] for one in page.all("col")] == ["width: 75.0%", "width: 25.0%"]
    assert page.source.count('class="figures"') == 3


def test_a_wide_table_can_be_scrolled_by_keys() -> None:
    frame = html((Table((Column(1),), ("a",), ()),)).all("div")[0]
    assert frame["tabindex"] == "0"
    assert frame["aria-label"]


def test_every_picture_has_a_name_a_description_and_the_same_as_a_table() -> None:
    page = html(SAMPLES)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    pictures = page.all("svg")
    there = [block for block in all_blocks(SAMPLES) if isinstance(block, Picture)]
    assert len(pictures) == len(there)
    for picture in pictures:
        assert picture["role"] == "img"
        assert set(picture["aria-labelledby"].split()) <= set(ids)
    assert len(page.all("details")) == len(there)
    venn = Venn(("Ours", "Theirs"))
    assert f">{venn.alternative}</desc>" in html((venn,)).source


def test_a_picture_that_nobody_has_drawn_yet_shows_its_words_and_its_table() -> None:
    class Dance(Picture):
        """Steps in a hall."""

        alternative = "Two steps to the left."
        table = Table((Column(1),), ("Step",), (("left",), ("left",)))

    page = html((Dance(),))
    assert "Two steps to the left." in page.text
    assert len(page.all("table")) == 1
    assert not page.all("details")


def test_letters_that_the_drawing_lacks_are_seen_in_the_open_table() -> None:
    page = html((Venn(("老师", "Ours")), Venn(("Theirs", "Ours"))))
    assert [one.get("open", "") for one in page.all("details")] == ["open", ""]
    assert "老师" in page.text


def test_what_was_typed_tells_its_own_direction() -> None:
    page = html((OwnWords("שלום"), Text(plain("مرحبا")), Fields((("Goal", "یک"),)), Answers(("ח",)), Heading("א")))
    for name in ("blockquote", "p", "dd", "li", "h2"):
        assert {"auto"} == {one["dir"] for one in page.all(name) if "dir" in one}
        assert any("dir" in one for one in page.all(name))


def test_a_second_stretch_keeps_its_direction_to_itself() -> None:
    source = html((Text((Run("Goal: ", "bold"), Run("ב-14/3/2026"), Run(" agreed"))),)).source
    assert "<strong>Goal: </strong><bdi>ב-14/3/2026</bdi><bdi> agreed</bdi>" in source


def test_lines_to_write_on_are_told_as_such() -> None:
    page = html((WritingLines(3, strong("We will")),))
    (lines,) = [one for one in page.all("div") if one.get("class") == "lines"]
    assert lines["role"] == "img"
    assert lines["aria-label"] == "3 lines to write on"
    assert len(page.all("span")) == 3


def test_what_stays_together_and_where_a_page_ends_is_kept_for_print() -> None:
    page = html((KeepTogether((Text(plain("a")),)), NewPage()))
    assert {"class": "together"} in page.all("div")
    assert page.all("hr") == [{"class": "new-page"}]
    assert "size: A4" in page.style


@given(TYPED)
def test_the_foot_of_a_printed_page_says_what_was_typed_and_nothing_else(foot: str) -> None:
    page = html((), foot=foot)
    (said,) = feet(page)
    assert said.split() == foot.split()


@given(TYPED, TYPED)
def test_what_was_typed_is_shown_and_never_a_mark(one: str, other: str) -> None:
    table = Table((Column(1), Column(1)), (one, other), ((other, one),), one)
    blocks = (Text((*strong(one), *plain(other))), OwnWords(one, other), Fields(((one, other),)), table)
    page = html(blocks, title=one, whose=other, where=one)
    named = {name for name, _ in page.elements}
    assert named <= {
        "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "p", "bdi", "strong", "blockquote",
        "dl", "div", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "footer", "br",
    }  # fmt: skip
    for text in (one, other):
        assert "".join(text.split()) in "".join(page.text.split())


def test_many_handouts_are_one_page_with_an_article_each() -> None:
    handouts = [document((Heading("Plan"),), whose=name, foot=f"{name}’s foot") for name in ("Ann", "Bob")]
    page = Page(FORMATS["html"].composed(*handouts).tobytes().decode())
    assert len(page.all("article")) == 2
    assert [name for name, _ in page.elements if re.fullmatch("h[1-6]", name)] == ["h1", "h2", "h3", "h2", "h3"]
    assert "<title>Evidence</title>" in page.source
    assert all(text in page.text for text in ("Ann’s foot", "Bob’s foot"))


def test_nobodys_name_stands_at_the_foot_of_anothers_pages() -> None:
    page = Page(FORMATS["html"].composed(document((), foot="Ann"), document((), foot="Bob")).tobytes().decode())
    assert feet(page) == ["Ann", "Bob"]
    assert re.findall(r"@page (part-\d) ", page.style) == ["part-1", "part-2"]
    assert re.findall(r"article:nth-of-type\((\d)\) \{ page: part-(\d); \}", page.style) == [("1", "1"), ("2", "2")]


def test_pictures_take_letters_from_a_folder_of_fonts(tmp_path: Path) -> None:
    font_with("क", tmp_path)
    venn = document((Venn(("क", "Ours")),))
    without, given = (
        FORMATS["html"].with_fonts(folder).composed(venn).tobytes().decode() for folder in (None, tmp_path)
    )
    assert ">▯</text>" in without
    assert "▯" not in given
