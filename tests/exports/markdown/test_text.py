"""Plain Markdown: what a person typed shows as they typed it, whatever signs are in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exports.document import (
    Answers,
    Block,
    Card,
    Cards,
    Column,
    Fields,
    Heading,
    OwnWords,
    Points,
    Run,
    Table,
    Text,
    plain,
    strong,
)
from exports.pictures.venn import Venn
from tests.exports.reading import markdown, shown
from tests.exports.samples import HOSTILE

SIGNS = st.text("*_#<>|`~[]()!\\&;$:.-+=01 \nab\t\u00a0é", max_size=40)
TYPED = (
    SIGNS | st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Cf"]), max_size=40) | st.sampled_from(HOSTILE)
)
WEIGHTS = st.sampled_from(["regular", "bold"])


def seen(*blocks: Block) -> list[str]:
    """The words on the page between the title and the foot."""
    words = shown(markdown(blocks, title="TITLE", where="", foot="FOOT")).split()
    assert words[0] == "TITLE"
    assert words[-1] == "FOOT"
    return words[1:-1]


@given(TYPED)
@example("- - a")
@example("12) a")
@example("a\\")
@example("# a #")
@example("===")
@example("#\u00a0")
def test_a_paragraph_shows_what_was_typed(typed: str) -> None:
    assert seen(Text(plain(typed))) == typed.split()
    assert seen(OwnWords(typed)) == typed.split()
    assert seen(Heading(typed)) == typed.split()


@given(TYPED, TYPED)
def test_lists_show_what_was_typed(one: str, other: str) -> None:
    assert seen(Answers((one, other))) == [*one.split(), *other.split()]
    assert seen(Points((plain(one), plain(other)), numbered=True)) == [*one.split(), *other.split()]
    assert seen(Cards((Card(one, other),))) == [*one.split(), *other.split()]


@given(TYPED, TYPED)
@example("a\\", "|")
def test_tables_show_what_was_typed(one: str, other: str) -> None:
    table = Table((Column(1), Column(1, figures=True)), (one, other), ((other, one), ("", one)))
    expected = [*one.split(), *other.split(), *other.split(), *one.split(), *one.split()]
    assert seen(table) == expected


@given(st.lists(st.tuples(TYPED, WEIGHTS), min_size=1, max_size=4))
def test_bold_takes_no_letter_away(parts: list[tuple[str, str]]) -> None:
    runs = tuple(Run(text, "bold" if weight == "bold" else "regular") for text, weight in parts)
    assert "".join(seen(Text(runs))) == "".join("".join(text for text, _ in parts).split())


@given(TYPED, TYPED)
def test_fields_show_what_was_typed(name: str, value: str) -> None:
    expected = f"{''.join(name.split())}:" if name.strip() else ""
    assert "".join(seen(Fields(((name, value),)))) == expected + "".join(value.split())


@pytest.mark.parametrize(("runs", "source"), [
    ((Run("Goal:", "bold"), Run(" read")), "**Goal:** read"),
    ((Run("Goal: ", "bold"), Run("read")), "**Goal:** read"),
    ((Run("bo", "bold"), Run("ld", "bold"), Run("er")), "**bold**er"),
    ((Run("(a)", "bold"), Run("b")), "(a)b"),
])  # fmt: skip
def test_bold_is_marked_where_markdown_can(runs: tuple[Run, ...], source: str) -> None:
    assert source in markdown((Text(runs),)).splitlines()


def test_plain_words_stay_plain() -> None:
    typed = "We asked 12 pupils (Years 3 & 4): “why?” – it’s 50% so far, e.g. C# or R&D, see notes."
    assert typed in markdown((Text(plain(typed)),)).splitlines()


def test_two_lists_that_meet_stay_two() -> None:
    from markdown_it import MarkdownIt

    points = Points((plain("a"), plain("b")))
    numbered = Points((plain("a"),), numbered=True)
    tokens = MarkdownIt("commonmark").parse(markdown((points, points, numbered, numbered)))
    assert sum(token.type == "bullet_list_open" for token in tokens) == 2
    assert sum(token.type == "ordered_list_open" for token in tokens) == 2


def test_a_picture_is_words_and_a_table() -> None:
    source = markdown((Venn(("Ours", "Theirs")),))
    assert "A Venn diagram of 2 circles: Ours, Theirs. It is empty." in source.splitlines()
    assert "| Circle | Cards |" in source.splitlines()


def test_headings_of_a_page_begin_below_its_title() -> None:
    source = markdown((Heading("One"), Heading("Two", 2)), title="Whole", whose="Ann", where="")
    assert source.splitlines()[:7:2] == ["# Whole", "**Ann**", "## One", "### Two"]
    assert strong("Ann")[0].weight == "bold"
