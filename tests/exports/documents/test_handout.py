import re
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

import exports
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.pathway import Pathway, PathwayResponse
from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant
from exports.pdf.paper import MM
from tests.exports.pages import all_text, outside_margins, overlapping, page_count, picture, words
from tests.exports.room_of_teachers import NOW, contribution, session


@pytest.fixture(scope="module")
def normal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    of = session()
    return exports.handouts(of, [contribution(of, 1)], tmp_path_factory.mktemp("normal"))[0]


def test_a_normal_handout_has_two_or_three_pages(normal: Path) -> None:
    assert page_count(normal) in (2, 3)


def test_its_head_says_whose_it_is_and_where_it_is_from(normal: Path) -> None:
    beginning = all_text(normal)[:120]
    for expected in ("Evidence in our school", "14 March 2026", "St Bees Village Primary School", "Table 1"):
        assert expected in beginning


def test_session_date_and_page_stand_on_every_page(normal: Path) -> None:
    document = pypdfium2.PdfDocument(normal)
    for number, page in enumerate(document, start=1):
        text = page.get_textpage().get_text_range()
        assert "Evidence in our school · 14 March 2026 · Table 1" in text
        assert f"Page {number} of {len(document)}" in text


@pytest.mark.parametrize("circles", [2, 3])
def test_nothing_stands_outside_the_margins_or_on_something_else(circles: int, tmp_path: Path) -> None:
    of = session(circles)
    for path in exports.handouts(of, [contribution(of, number) for number in (3, 4)], tmp_path):
        assert not outside_margins(path)
        assert not overlapping(path)


def test_every_card_is_printed_in_readable_type(normal: Path) -> None:
    text = all_text(normal)
    of = session()
    sort = of.workshop.activity("sort")
    assert isinstance(sort, CardSort)
    for card in sort.cards:
        assert card.label in text
    assert min(word.size for word in words(normal) if word.page == 1 and word.top < 650) >= 11


def test_body_type_is_twelve_points_and_nothing_is_below_nine(normal: Path) -> None:
    sizes = [word.size for word in words(normal) for _ in word.text]
    assert sorted(sizes)[len(sizes) // 2] == 12
    assert min(sizes) >= 9


def test_finished_stems_read_as_sentences_and_open_ones_have_lines_to_write_on(normal: Path) -> None:
    text = all_text(normal)
    assert "Our goal is that every pupil in Years 3 and 4 talks about a text" in text
    assert "A second angle comes from Ffion Ŵyn and Łucja Żak" in text
    with pdfplumber.open(normal) as document:
        page = document.pages[-1]
        heading = next(word for word in page.extract_words() if word["text"] == "review")
        ruled = sorted(line["top"] for line in page.lines if line["top"] > heading["top"])
    assert 8 * MM <= ruled[1] - ruled[0] <= 9 * MM


def test_the_mark_its_descriptor_the_evidence_and_the_next_move_are_there(normal: Path) -> None:
    text = all_text(normal)
    assert "I know that research about teaching exists" in text
    assert "In Year 6 I changed how we group for reading." in text
    assert "Read one summary before the next staff meeting" in text


def test_own_cards_are_marked(normal: Path) -> None:
    assert "A heavy blue outline marks a card you wrote yourself." in all_text(normal)


def test_what_was_not_done_says_so_and_can_be_done_by_hand(tmp_path: Path) -> None:
    of = session()
    nobody = Contribution(participant=Participant(id="p-1", name="Ann"))
    path = exports.handouts(of, [nobody], tmp_path)[0]
    text = all_text(path)
    assert text.count("You have not done this yet; there is room for it here.") == 4
    assert "Cards: Learner progress; Learner workbooks" in text
    assert "Where you see no mark, circle the stage that sounds most like you." in text
    assert "I help colleagues to weigh" in text
    assert page_count(path) <= 3
    assert not overlapping(path)


def test_a_blank_handout_names_nobody_and_has_a_line_for_the_name(tmp_path: Path) -> None:
    path = exports.blank_handout(session(), tmp_path)
    assert path.name == "MKRT blank handout.pdf"
    assert "Name" in all_text(path)
    assert "not done" not in all_text(path)
    assert not outside_margins(path)


def test_before_and_after_stand_side_by_side(tmp_path: Path) -> None:
    of = session()
    sort, pathway = of.workshop.activity("sort"), of.workshop.activity("pathway")
    assert isinstance(sort, CardSort)
    assert isinstance(pathway, Pathway)
    given = Contribution(participant=Participant(id="p-1", name="Ann"))
    first = CardSortResponse().put("card-0", ("accountability",))
    given = given.record("sort", first, at=NOW, handed_in=True)
    given = given.record("sort", first.put("card-0", ("development",)), at=NOW, round_number=2, handed_in=True)
    for number, stage in ((1, 1), (2, 3)):
        marks = PathwayResponse().stand_at(pathway.strands[0], stage)
        given = given.record("pathway", marks, at=NOW, round_number=number, handed_in=True)
    text = all_text(exports.handouts(of, [given], tmp_path)[0])
    assert "Learner progress: from Accountability to Professional development" in text
    assert "Before the discussion: 1 Starting. Now: 3 Established." in text


def test_marks_of_before_and_now_are_told_apart_by_word_and_shape(tmp_path: Path) -> None:
    of = session()
    pathway = of.workshop.activity("pathway")
    assert isinstance(pathway, Pathway)
    given = Contribution(participant=Participant(id="p-1", name="Ann"))
    for number, stages in ((1, (1, 2)), (2, (3, 2))):
        marks = PathwayResponse()
        for strand, stage in zip(pathway.strands, stages, strict=False):
            marks = marks.stand_at(strand, stage)
        given = given.record("pathway", marks, at=NOW, round_number=number, handed_in=True)
    path = exports.handouts(of, [given], tmp_path)[0]
    assert "before and now" in all_text(path)
    found = words(path)
    before = next(word for word in found if word.text == "before")
    beside = [word.text for word in found if word.page == before.page and abs(word.top - before.top) < 1]
    assert beside == ["before", "now"]
    with pdfplumber.open(path) as document:
        squares = [r for r in document.pages[before.page - 1].rects if 10 < r["width"] < 12 and 10 < r["height"] < 12]
    assert len(squares) == 1
    assert abs((squares[0]["x0"] + squares[0]["x1"] - before.left - before.right) / 2) < 2


def test_a_first_wording_stands_under_the_last_where_it_said_something_else(tmp_path: Path) -> None:
    of = session()
    given = Contribution(participant=Participant(id="p-1", name="Ann"))
    rounds = (
        {"now": "Nobody ever looks at it again.", "next": "We could read workbooks together."},
        {"now": "Leaders use it, and teachers do not see what for.", "next": "We could read workbooks together soon."},
    )
    for number, answers in enumerate(rounds, start=1):
        given = given.record("reflect", PromptsResponse(answers=answers), at=NOW, round_number=number)
    text = all_text(exports.handouts(of, [given], tmp_path)[0])
    assert "At first: Nobody ever looks at it again." in text
    assert text.count("We could read workbooks together") == 1


def test_a_name_that_the_facilitator_changed_is_the_one_on_paper(tmp_path: Path) -> None:
    of = session().rename("p-1", "Ffion Price")
    path = exports.handouts(of, [contribution(of, 1)], tmp_path)[0]
    assert path.name == "MKRT handout Ffion Price.pdf"
    assert "Ffion Price" in all_text(path)
    assert "Table 1" not in all_text(path)
    assert pypdfium2.PdfDocument(path).get_metadata_dict()["Title"] == "Evidence in our school: Ffion Price"


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    of = session()
    room = [contribution(of, 1), contribution(of, 2)]
    one = exports.handouts(of, room, tmp_path / "one")
    two = exports.handouts(of, room[::-1], tmp_path / "two")
    assert one[0].read_bytes() == two[1].read_bytes()
    assert exports.room_sheet(of, room, tmp_path / "one").read_bytes() == (
        exports.room_sheet(of, room[::-1], tmp_path / "two").read_bytes()
    )


def test_the_document_says_what_it_is_and_in_what_language(normal: Path) -> None:
    raw = normal.read_bytes()
    assert re.search(rb"/Lang \(en-GB\)", raw)
    assert re.search(rb"/DisplayDocTitle true", raw)
    document = pypdfium2.PdfDocument(normal)
    assert document.get_metadata_dict()["Title"] == "Evidence in our school: Table 1"
    assert document.get_metadata_dict()["Author"] == ""
    outline = [entry.get_title() for entry in document.get_toc()]
    assert outline == ["What our evidence is for", "Looking back at the cards", "Where I stand", "Our outline plan"]


def test_nothing_is_printed_behind_the_text(normal: Path) -> None:
    page = picture(normal, 1).convert("L")
    white = sum(page.histogram()[250:])
    assert white > 0.85 * page.width * page.height
