"""A poster and a report as they leave the room: whole, under their writer's name, on their paper."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from activities.kinds.activity import blank
from activities.kinds.composition import Composition, CompositionResponse, Format
from activities.poster import POSTER as POSTER_PAPER
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from exports import posters, reports
from exports.document import Document, Heading, Paper
from exports.documents.handout import blank_form, handout
from exports.documents.poster import work, works
from exports.formats import FORMATS, PDF
from tests.activities.examples import NOW, composition
from tests.exports.blocks import found, said

POSTER = composition()
A3, A1 = (841.9, 1190.6), (1683.8, 2383.9)


def session(activity: Composition = POSTER) -> Session:
    agenda = Workshop(id="w", title="W", summary="s", activities=(activity,))
    return begin(agenda, code="MKRT", title="Our enquiry", on=NOW.date(), place="St Bees")


def ann(**texts: str) -> Contribution:
    nobody = Contribution(participant=Participant(id="p-1", name="Ann"))
    return nobody.record("poster", CompositionResponse(own=texts), at=NOW, handed_in=True) if texts else nobody


def made(**texts: str) -> Document:
    return work(session(), "Ann", POSTER, CompositionResponse(own=texts))


def pages(document: Document) -> list[tuple[tuple[float, float], str]]:
    with pdfplumber.open(BytesIO(PDF.composed(document))) as pdf:
        return [((round(page.width, 1), round(page.height, 1)), page.extract_text()) for page in pdf.pages]


@pytest.mark.parametrize(("paper", "size"), [("A3", A3), ("A1", A1)])
def test_a_poster_is_one_sheet_with_its_banner_its_writer_and_its_sections(
    paper: Paper, size: tuple[float, float]
) -> None:
    ((found_size, text),) = pages(
        replace(made(title="Is it <b>so</b>?", plan="We read.\n\nThen we looked."), paper=paper)
    )
    assert found_size == pytest.approx(size, abs=0.2)
    assert "Is it <b>so</b>?" in text
    assert "Ann · 20 November 2026 · St Bees" in text
    assert "We read." in text
    assert "Then we looked." in text


def test_type_is_as_large_as_the_sheet_allows_and_what_is_more_than_it_holds_goes_on_to_another() -> None:
    def letters(document: Document) -> float:
        with pdfplumber.open(BytesIO(PDF.composed(document))) as pdf:
            return max(float(char["size"]) for char in pdf.pages[0].chars if char["text"] == "x")

    assert letters(made(plan="x " * 50)) > letters(made(plan="x " * 1_500)) >= 10
    many = made(**dict.fromkeys(("title", "plan"), "word " * 3000))
    assert len(pages(many)) > 1
    assert sum(text.count("word") for _, text in pages(many)) == 6_000
    assert "Sheet 2 of" in pages(many)[1][1]


def test_the_screen_says_how_full_the_paper_is_as_paper_finds_it() -> None:
    sentence = "Pupils in Year 3 read aloud in pairs for ten minutes each morning, and their partner retells it. "
    report = POSTER.model_copy(update={"format": Format.REPORT})
    for sentences in (20, 45, 75, 105, 135):
        text = "\n\n".join([sentence * 4] * (sentences // 4))
        response = CompositionResponse(own={"title": "T", "plan": text})
        found = len(pages(work(session(report), "Ann", report, response)))
        assert abs(found - report.fill(response).pages) <= (sentences > 50)
    full = made(title="T", plan=sentence * (POSTER_PAPER.words // len(sentence.split())))
    ((_, text),) = pages(full)
    assert text.count("retells") == POSTER_PAPER.words // len(sentence.split())


def test_a_banner_that_is_too_long_for_a_title_is_a_section() -> None:
    long = made(title="t" * 300, plan="p")
    assert long.title == "Poster"
    assert [heading.text for heading in found(long, Heading)] == ["The title", "Plan"]


def test_what_is_empty_or_struck_out_is_not_on_it() -> None:
    assert [heading.text for heading in found(made(title="T", plan=""), Heading)] == []
    assert list(works(session(), ann(), Format.POSTER)) == []
    assert list(works(session(), ann(title="T"), Format.REPORT)) == []


def test_files_are_named_for_their_paper_and_their_writer(tmp_path: Path) -> None:
    of = session()
    assert sorted(path.name for path in posters(of, [ann(title="T"), ann()], tmp_path)) == [
        "MKRT poster A1 Ann.pdf",
        "MKRT poster A3 Ann.pdf",
    ]
    assert [path.name for path in posters(of, [ann(title="T")], tmp_path, written_as=FORMATS["md"])] == [
        "MKRT poster Ann.md"
    ]
    report = POSTER.model_copy(update={"format": Format.REPORT})
    (path,) = reports(session(report), [ann(title="T", plan="One.")], tmp_path)
    assert path.name == "MKRT report Ann.pdf"


def test_it_is_on_the_handout_and_there_are_lines_for_it_on_the_blank_form() -> None:
    assert "We read." in said(handout(session(), ann(plan="We read.")))
    assert "What will you do?" in said(blank_form(session()))
    assert "About 80 words." in said(blank_form(session()))
    assert isinstance(blank(POSTER), CompositionResponse)
