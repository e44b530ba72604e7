from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import pdf
from exports.document import Heading, KeepTogether, NewPage, OwnWords, Run, Text, WritingLines, plain
from exports.pdf.paper import LINE_PITCH, SIDE
from tests.exports.pages import outside_margins, overlapping
from tests.exports.pdf.printed import document, pages_of, printed, saved, text_of

MANY_WORDS = " ".join(f"word{number}" for number in range(560))


def test_every_page_has_its_foot_and_its_number() -> None:
    content = printed(Text(plain(MANY_WORDS)), foot="Evidence · 14 March 2026")
    assert pages_of(content) == 2
    for page in (0, 1):
        text = text_of(content, page)
        assert text.count("Evidence · 14 March 2026") == 1
        assert f"Page {page + 1} of 2" in text


def test_a_long_foot_wraps_and_the_page_keeps_clear_of_it(tmp_path: Path) -> None:
    path = saved(tmp_path, Text(plain(MANY_WORDS * 3)), foot="A very long foot " * 30)
    assert not outside_margins(path)
    assert not overlapping(path)


def test_the_head_says_what_where_and_whose() -> None:
    text = text_of(printed(title="Evidence", where="14 March 2026 · Hall", whose="Amara Okafor"))
    assert text.startswith("Evidence 14 March 2026 · Hall Amara Okafor")


def test_everything_typed_is_there_within_the_margins(tmp_path: Path) -> None:
    path = saved(tmp_path, OwnWords(MANY_WORDS), Text(plain("x" * 2500 + "Ж" * 2500)), Text(plain("שלום " * 900)))
    text = text_of(path.read_bytes())
    assert all(f"word{number}" in text for number in range(560))
    assert text.replace("-", "").count("x") >= 2500
    assert text.count("Ж") == 2500
    assert not outside_margins(path)
    assert not overlapping(path)


def test_the_file_says_what_it_is() -> None:
    content = printed(title="Evidence", whose="Amara", language="cy", made=date(2027, 1, 31))
    about = pypdfium2.PdfDocument(content).get_metadata_dict()
    assert about["Title"] == "Evidence: Amara"
    assert about["Author"] == ""
    assert about["CreationDate"] == about["ModDate"] == "D:20270131000000Z"
    assert b"/Lang (cy)" in content
    assert b"/DisplayDocTitle true" in content


def test_equal_documents_have_equal_bytes() -> None:
    blocks = (Heading("Plan"), Text(plain("סוף and Yoruba ẹ̀")), OwnWords("what I wrote"))
    assert printed(*blocks, title="a") == printed(*blocks, title="a")
    assert printed(*blocks, title="a") != printed(*blocks, title="b")


def test_every_font_is_within_the_file() -> None:
    from tests.exports.pdf.test_blocks import EVERYTHING

    content = printed(*EVERYTHING, title="a", foot="b")
    assert b"Helvetica" not in content
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") > 3


def test_the_outline_leads_to_headings_and_leaves_no_level_out() -> None:
    blocks = [Heading("One", 2), Text(plain("x")), Heading("Two", 1), Heading("Three\nlines", 3), Text(plain("y"))]
    outline = [(entry.level, entry.get_title()) for entry in pypdfium2.PdfDocument(printed(*blocks)).get_toc()]
    assert outline == [(0, "One"), (0, "Two"), (1, "Three lines")]


def test_a_heading_stands_on_the_page_of_what_follows() -> None:
    for height in range(20, 40):
        lines = [Text(plain("line")) for _ in range(height)]
        content = printed(
            *lines, Heading("The heading"), Text(plain("question"), "quiet", leads=True), OwnWords("mine")
        )
        for page in range(pages_of(content)):
            text = text_of(content, page)
            assert ("The heading" in text) == ("question" in text) == ("mine" in text)


def test_a_heading_stays_on_its_page_where_what_follows_can_be_parted() -> None:
    lines = [Text(plain("line")) for _ in range(25)]
    content = printed(*lines, Heading("The heading"), OwnWords(MANY_WORDS))
    assert "The heading" in text_of(content, 0)
    assert "word0" in text_of(content, 0)


def test_blocks_that_are_kept_together_share_a_page() -> None:
    for height in range(20, 40):
        lines = [Text(plain("line")) for _ in range(height)]
        kept = KeepTogether((Text(plain("before the discussion")), Text(plain("between")), Text(plain("after it"))))
        content = printed(*lines, Heading("Strand"), kept)
        page = next(page for page in range(pages_of(content)) if "after it" in text_of(content, page))
        assert "Strand before the discussion between after it" in text_of(content, page)


def test_blocks_that_no_page_can_hold_are_printed_all_the_same() -> None:
    text = text_of(printed(KeepTogether(tuple(Text(plain(f"part{number} {MANY_WORDS}")) for number in range(5)))))
    assert all(f"part{number}" in text for number in range(5))


def test_a_new_page_is_a_new_page() -> None:
    content = printed(Text(plain("one")), NewPage(), Text(plain("two")))
    assert pages_of(content) == 2
    assert "two" in text_of(content, 1)


def ruled(content: bytes) -> list[int]:
    """How many writing lines each page has."""
    with pdfplumber.open(BytesIO(content)) as opened:
        return [sum(line["linewidth"] == 0.6 for line in page.lines) for page in opened.pages]


def test_writing_lines_are_far_enough_apart_for_handwriting() -> None:
    with pdfplumber.open(BytesIO(printed(WritingLines(5)))) as opened:
        heights = sorted({round(line["top"], 2) for line in opened.pages[0].lines if line["top"] < 700})
    apart = [below - above for above, below in pairwise(heights)]
    assert all(abs(each - LINE_PITCH) < 0.1 for each in apart)
    assert len(heights) == 5


@given(st.integers(2, 9), st.integers(0, 40))
@settings(max_examples=25, deadline=None)
def test_no_writing_line_is_alone(count: int, before: int) -> None:
    content = printed(*(Text(plain("line")) for _ in range(before)), WritingLines(count, plain("We will")))
    assert sum(ruled(content)) == count
    assert 1 not in ruled(content)


def test_an_opening_goes_on_as_a_line_at_the_side_where_it_is_read() -> None:
    with pdfplumber.open(BytesIO(printed(WritingLines(2, plain("We will know when"))))) as opened:
        page = opened.pages[0]
        words = [word for word in page.extract_words() if word["text"] == "when"]
        first = min(page.lines, key=lambda line: line["top"])
    assert first["x0"] > words[0]["x1"]
    with pdfplumber.open(BytesIO(printed(WritingLines(2, plain("נדע כאשר"))))) as opened:
        first = min(opened.pages[0].lines, key=lambda line: line["top"])
    assert first["x0"] == pytest.approx(SIDE, abs=1)


def handout(lines: int, most: int | None) -> bytes:
    blocks = [each for number in range(12) for each in (Heading(f"Part {number}", 2), WritingLines(lines))]
    return printed(*blocks, most_pages=most)


def test_writing_lines_are_spared_to_keep_to_the_number_of_pages() -> None:
    roomy, kept = ruled(handout(7, None)), ruled(handout(7, 2))
    assert len(roomy) > 2
    assert len(kept) == 2
    assert 24 <= sum(kept) < sum(roomy)


def test_no_more_are_spared_than_it_takes() -> None:
    assert ruled(handout(3, 5)) == ruled(handout(3, None))


def test_two_lines_stay_and_pages_are_as_few_as_they_can_be_where_the_number_cannot_be_kept() -> None:
    kept = ruled(handout(7, 1))
    assert len(kept) == 2
    assert sum(kept) >= 24


def test_air_is_spared_before_a_page_with_a_few_lines_is_begun() -> None:
    blocks = [Text((Run("Our goal is ", "bold"), Run("that pupils talk about their work"))) for _ in range(36)]
    assert pages_of(printed(*blocks)) == 2
    assert pages_of(printed(*blocks, most_pages=1)) == 1


def test_documents_in_one_file_have_their_own_numbers_and_begin_a_sheet_of_paper() -> None:
    documents = [document(Text(plain(MANY_WORDS * size)), title="Handout", whose=name, foot=name) for name, size in
                 (("Amara", 1), ("Callum", 2), ("Daniel", 1))]  # fmt: skip
    file = BytesIO()
    pdf.write_together(documents, file)
    content = file.getvalue()
    begins = [page for page in range(pages_of(content)) if "Page 1 of" in text_of(content, page)]
    assert [text_of(content, page).split()[1] for page in begins] == ["Amara", "Callum", "Daniel"]
    assert all(page % 2 == 0 for page in begins)
    assert "Page 2 of 2" in text_of(content, begins[1] - 1) or not text_of(content, begins[1] - 1)
    entries = [entry.get_title() for entry in pypdfium2.PdfDocument(content).get_toc() if entry.level == 0]
    assert entries == ["Handout: Amara", "Handout: Callum", "Handout: Daniel"]


def test_what_one_document_could_not_print_is_not_told_in_another() -> None:
    file = BytesIO()
    pdf.write_together([document(Text(plain("老师"))), document(Text(plain("fine")))], file)
    content = file.getvalue()
    assert "2 characters could not be printed" in text_of(content, 0)
    assert "could not be printed" not in text_of(content, 2)
