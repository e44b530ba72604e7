from dataclasses import dataclass
from io import BytesIO

import pdfplumber
import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.document import (
    Answers,
    Beside,
    Block,
    Card,
    Cards,
    Code,
    Column,
    Fields,
    Heading,
    KeepTogether,
    NewPage,
    OwnWords,
    Picture,
    Points,
    Run,
    Table,
    Text,
    WritingLines,
    plain,
)
from exports.pdf.paper import COLUMN, MM, PAGE_WIDTH, SIDE
from exports.pictures.stages import Spread, Stages
from exports.pictures.venn import PlacedCard, Venn
from tests.exports.pages import outside_margins, overlapping
from tests.exports.pdf.printed import pages_of, picture, printed, saved, text_of

STAGES = ("Starting", "Developing", "Established", "Leading")
EVERYTHING: tuple[Block, ...] = (
    Heading("One"),
    Text(plain("What is each for?"), "quiet", leads=True),
    Venn(("A", "B"), (PlacedCard((0,), "Policies", "Pol"), PlacedCard((0, 1), "Own", "Own", own=True))),
    Heading("Two", 2),
    OwnWords("what I wrote\n\nsince then", note="At first: less"),
    Answers(("short", "long " * 90, "another")),
    Points((plain("first"), (Run("bold", "bold"), Run(" then not"))), numbered=True),
    Points((plain("a point"),), tone="small"),
    Fields((("Goal", "that all read"), ("Review", "14 March"))),
    Table((Column(0.6), Column(0.4, figures=True)), ("Card", "How many"), (("Policies", "4"), ("", "·"))),
    Stages(STAGES, mark=2, before=1),
    Stages(STAGES, descriptors=("we begin",) * 4),
    KeepTogether((Spread(STAGES, (1, 0, 3, 2)), Text(plain("small"), "small"))),
    Code("Goal: that all read", "For your phone"),
    Beside(Code("Goal", "For your phone"), (Text(plain("beside it " * 40)), Fields((("Goal", "read"),)))),
    WritingLines(3, plain("We will"), "label"),
    NewPage(),
    Heading("Three", 3),
    Cards((Card("Policies", "What is written down"), Card("Workbooks"))),
    Text(plain("Ελληνικά ★ שלום سلام")),
)


def test_what_every_block_says_is_on_the_page() -> None:
    text = text_of(printed(*EVERYTHING))
    for words in ("What is each for?", "Policies", "since then", "At first: less", "another", "bold then not", "14 March",
                  "How many", "2 Developing", "we begin", "For your phone", "We will", "What is written down"):  # fmt: skip
        assert words in text


@dataclass(frozen=True, slots=True)
class Unheard(Block):
    """A block that no renderer knows."""


@dataclass(frozen=True, slots=True)
class Slope(Picture):
    """A picture that nobody draws yet."""

    @property
    def alternative(self) -> str:
        return "A slope."

    @property
    def table(self) -> Table:
        return Table((Column(1),), ("Slope of",), (("evidence",),))


def test_a_block_that_is_not_known_is_an_error() -> None:
    with pytest.raises(TypeError, match="Unheard"):
        printed(Unheard())


def test_a_picture_that_nobody_draws_stands_as_its_table() -> None:
    assert "Slope of evidence" in text_of(printed(Slope()))


def test_own_words_have_a_rule_at_the_side_where_they_are_read() -> None:
    def rule(words: str) -> float:
        with pdfplumber.open(BytesIO(printed(OwnWords(words)))) as opened:
            upright = [line for line in opened.pages[0].lines if line["x0"] == line["x1"]]
        return float(upright[0]["x0"])

    assert rule("mine") == pytest.approx(SIDE + 1, abs=1)
    assert rule("שלי") == pytest.approx(PAGE_WIDTH - SIDE - 1, abs=1)


def test_short_answers_stand_in_two_columns_and_long_ones_across() -> None:
    with pdfplumber.open(BytesIO(printed(Answers(("one", "two", "three", "four", "long " * 100))))) as opened:
        lefts = {word["text"]: word["x0"] for word in opened.pages[0].extract_words()}
    assert lefts["one"] == lefts["two"] < PAGE_WIDTH / 2 < lefts["three"] == lefts["four"]
    assert lefts["long"] < PAGE_WIDTH


def test_a_thousand_answers_are_all_printed() -> None:
    text = text_of(printed(Answers(tuple(f"answer{number} said" for number in range(1000)))))
    assert all(f"answer{number} said" in text for number in range(1000))


def test_a_table_has_its_head_on_every_page_it_comes_to() -> None:
    rows = tuple((f"row{number}", "4") for number in range(120))
    content = printed(Table((Column(0.6), Column(0.4, figures=True)), ("Card", "How many"), rows))
    assert pages_of(content) > 2
    for page in range(pages_of(content)):
        assert "Card How many" in text_of(content, page)


def test_the_last_row_of_a_table_is_not_alone_on_its_page() -> None:
    for count in range(30, 45):
        rows = tuple((f"row{number}", "4") for number in range(count))
        content = printed(Table((Column(0.6), Column(0.4, figures=True)), ("Card", "How many"), rows))
        assert text_of(content, pages_of(content) - 1).count("row") > 1


def test_figures_end_where_their_heading_ends() -> None:
    rows = (("a", "1,000"), ("b", "4"))
    with pdfplumber.open(BytesIO(printed(Table((Column(0.5), Column(0.5, True)), ("Card", "n"), rows)))) as opened:
        ends = {word["text"]: round(word["x1"], 1) for word in opened.pages[0].extract_words()}
    assert ends["1,000"] == ends["4"] == ends["n"]


def test_a_row_that_is_higher_than_a_page_goes_on_on_the_next() -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    text = text_of(printed(Heading("Long"), Table((Column(0.2), Column(0.8)), ("A", "B"), (("x", words), ("y", "z")))))
    assert all(f"word{number}" in text for number in range(1500))


def test_text_goes_on_below_what_stands_beside_it() -> None:
    content = printed(Beside(Code("Goal", "For your phone"), (Text(plain("word " * 200)), Fields((("Goal", "read"),)))))
    with pdfplumber.open(BytesIO(content)) as opened:
        words = [word for word in opened.pages[0].extract_words() if word["text"] == "word"]
    first = [word for word in words if word["top"] == words[0]["top"]]
    last = [word for word in words if word["top"] == words[-1]["top"] - 16.5]
    assert max(word["x1"] for word in first) < SIDE + COLUMN - 45 * MM
    assert not last or max(word["x1"] for word in words) > SIDE + COLUMN - 25 * MM
    assert text_of(content).count("word") == 200


@pytest.mark.parametrize("dots", [100, 150, 300])
def test_a_camera_reads_the_code_from_the_page(dots: int) -> None:
    plan = "Goal: that pupils in Year 8 use the words of our subject\nReview: 14 March, ŵythnos nesaf"
    found = zxingcpp.read_barcodes(picture(printed(Code(plan, "For your phone")), scale=dots / 72))
    assert [code.text for code in found] == [plan]


def test_cards_to_cut_out_are_of_one_size_and_within_the_page(tmp_path) -> None:  # type: ignore[no-untyped-def]
    cards = tuple(Card(f"Card {number}", "a few words about it " * (number % 5)) for number in range(25))
    path = saved(tmp_path, Cards(cards))
    text = text_of(path.read_bytes())
    assert all(f"Card {number}" in text for number in range(25))
    assert not outside_margins(path)
    assert not overlapping(path)


def test_empty_blocks_leave_no_trace() -> None:
    empty: tuple[Block, ...] = (
        Text(()), OwnWords(""), Answers(()), Points(()), Fields(()), Cards(()), KeepTogether(()), Heading(" "),
        WritingLines(0),
    )  # fmt: skip
    assert text_of(printed(*empty, foot="foot")) == text_of(printed(foot="foot"))


TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", "שלום (Year 8)", "می\u200cخواهیم", "x" * 300, "a word " * 300, "One\n\nTwo", "ẹ̀ ọ́", "<b>&"]),
)
SIMPLE = st.one_of(
    st.builds(Heading, TEXTS, st.sampled_from([1, 2, 3])),
    st.builds(Text, TEXTS.map(plain), st.sampled_from(["body", "quiet", "label", "small"]), st.booleans()),
    st.builds(OwnWords, TEXTS, TEXTS),
    st.builds(Answers, st.lists(TEXTS, max_size=5).map(tuple)),
    st.builds(Points, st.lists(TEXTS.map(plain), max_size=4).map(tuple), st.booleans()),
    st.builds(Fields, st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple)),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=9).map(
        lambda rows: Table((Column(0.3), Column(0.7)), ("A", "B"), tuple(rows))
    ),
    st.builds(WritingLines, st.integers(0, 8), TEXTS.map(plain)),
    st.builds(Stages, st.lists(TEXTS, min_size=2, max_size=7).map(tuple)),
    st.builds(Cards, st.lists(st.builds(Card, TEXTS, TEXTS), max_size=4).map(tuple)),
    st.just(NewPage()),
)
BLOCKS = st.one_of(
    SIMPLE,
    st.lists(SIMPLE, max_size=4).map(lambda blocks: KeepTogether(tuple(blocks))),
    st.lists(SIMPLE, max_size=4).map(lambda blocks: Beside(Code("Goal", "For your phone"), tuple(blocks))),
)


@given(st.lists(BLOCKS, max_size=8), st.sampled_from([None, 1, 2]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_stands_in_a_document_it_can_be_printed(blocks: list[Block], most: int | None) -> None:
    assert pages_of(printed(*blocks, most_pages=most, foot="foot")) >= 1
