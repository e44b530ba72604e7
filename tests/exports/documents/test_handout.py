"""A handout says what comes next for its reader, then shows their own work in the agenda's order."""

from datetime import UTC, date, datetime
from functools import reduce

import pytest

from activities.kinds.brief import Brief
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.pathway import Pathway, PathwayResponse
from activities.kinds.prompts import PromptsResponse
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse
from activities.session.contribution import Contribution, Participant
from activities.session.notes import Note, NoteKind
from activities.session.ring import Remark
from activities.session.session import Session
from exports.document import Beside, Code, Fields, Heading, OwnWords, WritingLines, words_of
from exports.documents.handout import LONGEST_NEXT, MOST_PAGES, blank_form, handout
from exports.pictures.diagram import Diagram
from exports.pictures.stages import Stages
from exports.pictures.venn import Venn
from tests.exports.blocks import found, said
from tests.exports.room_of_teachers import NOW, contribution, session


def with_first_page(of: Session) -> Session:
    """The plan's goal and review stand on the first page."""
    plan = of.workshop.activity("plan")
    assert isinstance(plan, SentenceStems)
    wanted = {"Goal", "Review"}
    stems = tuple(stem.model_copy(update={"first_page": stem.short in wanted}) for stem in plan.stems)
    plan = plan.model_copy(update={"stems": stems})
    agenda = tuple(plan if one.id == "plan" else one for one in of.workshop.activities)
    return of.model_copy(update={"workshop": of.workshop.model_copy(update={"activities": agenda})})


def test_it_says_whose_it_is_and_where_it_is_from() -> None:
    of = session()
    made = handout(of, contribution(of, 1))
    assert (made.title, made.whose) == ("Evidence in our school", "Table 1")
    assert made.where == "14 March 2026 · St Bees Village Primary School"
    assert made.foot == "Evidence in our school · 14 March 2026 · Table 1"
    assert made.made == date(2026, 3, 14)
    assert made.most_pages == MOST_PAGES


def test_its_parts_are_what_comes_next_and_then_the_agenda() -> None:
    of = session()
    headings = [heading.text for heading in found(handout(of, contribution(of, 1)), Heading) if heading.level == 1]
    assert headings == [
        "What comes next for me",
        "What our evidence is for",
        "Looking back at the cards",
        "Where I stand",
        "Our outline plan",
    ]


def test_what_comes_next_is_the_goal_the_next_moves_and_the_date() -> None:
    of = with_first_page(session())
    beside = found(handout(of, contribution(of, 1, unfinished=0)), Beside)
    assert len(beside) == 1
    fields = dict(next(block for block in beside[0].blocks if isinstance(block, Fields)).pairs)
    assert fields["Goal"].startswith("that every pupil in Years 3 and 4")
    assert fields["Next move"].startswith("Read one summary")
    assert fields["Review"].startswith("Friday 26 June")


def test_the_code_holds_what_the_last_of_these_activities_gave() -> None:
    of = with_first_page(session())
    code = found(handout(of, contribution(of, 1, unfinished=0)), Code)[0]
    assert "Goal: that every pupil" in code.text
    assert "Review: Friday 26 June" in code.text
    assert "Next move" not in code.text


def test_who_has_nothing_to_take_home_yet_finds_lines_for_it() -> None:
    made = handout(session(), Contribution(participant=Participant(id="p-1", name="Ann")))
    assert not found(made, Code)
    assert "My next move, and when:" in said(made)


def test_whom_to_ask_and_until_when_it_is_kept_are_said_where_they_are_known() -> None:
    plain = session()
    known = plain.model_copy(
        update={"facilitator": "Kasia Nowak", "contact": "kasia@example.org", "delete_on": date(2027, 7, 31)}
    )
    assert "Who to ask" not in said(handout(plain, contribution(plain, 1)))
    text = said(handout(known, contribution(known, 1)))
    assert "Who to ask Kasia Nowak, kasia@example.org" in text
    assert "Your work is kept until 31 July 2027." in text


def test_everything_that_was_agreed_is_on_every_handout() -> None:
    at = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    notes = [Note(kind=NoteKind.ACTION, text=f"Task {number}.", at=at, activity="sort") for number in range(60)]
    of = reduce(lambda session, note: session.note(note), notes, session())
    text = said(handout(of, contribution(of, 1)))
    assert all(f"Task {number}." in text for number in range(60))


def test_own_cards_are_marked_on_the_picture_and_told_below_it() -> None:
    of = session()
    made = handout(of, contribution(of, 1))
    assert [card.own for card in found(made, Venn)[0].cards].count(True) == 1
    assert "A heavy blue outline marks a card you wrote yourself." in said(made)


def test_every_card_is_somewhere_on_it() -> None:
    of = session()
    sort = of.workshop.activity("sort")
    assert isinstance(sort, CardSort)
    text = said(handout(of, contribution(of, 4)))
    assert all(card.label in text for card in sort.cards)


def test_finished_stems_read_as_sentences_and_open_ones_have_lines_to_write_on() -> None:
    of = session()
    made = handout(of, contribution(of, 1))
    assert "Our goal is that every pupil in Years 3 and 4 talks about a text" in said(made)
    assert [lines.count for lines in found(made, WritingLines) if "review" in str(lines.opening)] == [2]


def with_a_gap_inside() -> Session:
    of = session()
    plan = of.workshop.activity("plan")
    assert isinstance(plan, SentenceStems)
    stems = (plan.stems[0].model_copy(update={"stem": "We will get it from …, by …"}), *plan.stems[1:])
    agenda = tuple(
        plan.model_copy(update={"stems": stems}) if one.id == "plan" else one for one in of.workshop.activities
    )
    return of.model_copy(update={"workshop": of.workshop.model_copy(update={"activities": agenda})})


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("six pupils, by asking them", "We will get it from six pupils, by asking them"),
        ("six pupils\nasking them", "We will get it from six pupils, by asking them"),
        ("our books and lists", "We will get it from …, by … our books and lists"),
    ],
)
def test_a_stem_with_a_gap_inside_is_one_sentence_where_both_gaps_are_filled(typed: str, printed: str) -> None:
    of = with_a_gap_inside()
    given = Contribution(participant=Participant(id="p-1", name="Ann"))
    endings = SentenceStemsResponse(answers={"stem-0": typed})
    assert printed in said(handout(of, given.record("plan", endings, at=NOW)))


def test_by_hand_there_is_a_line_for_each_gap_of_a_stem() -> None:
    lines = found(blank_form(with_a_gap_inside()), WritingLines)
    assert [words_of(each.opening) for each in lines if "get it" in words_of(each.opening)] == ["We will get it from"]
    assert "by" in [words_of(each.opening) for each in lines]


def test_what_comes_next_is_short_however_much_was_written() -> None:
    of = with_first_page(session())
    goal = "word " * 600 + "end"
    endings = SentenceStemsResponse(answers={"stem-0": goal, "stem-12": "Short."})
    given = Contribution(participant=Participant(id="p-1", name="Ann")).record("plan", endings, at=NOW)
    made = handout(of, given)
    told = found(made, Fields)[0].pairs
    assert max(len(words) for _, words in told) <= LONGEST_NEXT + 2
    assert told[0][1].endswith("word …")
    assert told[1][1] == "Short."
    assert "stands in full" in said(made)
    assert goal in said(made)


def test_the_mark_its_descriptor_the_evidence_and_the_next_move_are_there() -> None:
    of = session()
    text = said(handout(of, contribution(of, 1)))
    assert "I know that research about teaching exists" in text
    assert "In Year 6 I changed how we group for reading." in text
    assert "Read one summary before the next staff meeting" in text


def test_what_was_not_done_says_so_and_can_be_done_by_hand() -> None:
    made = handout(session(), Contribution(participant=Participant(id="p-1", name="Ann")))
    text = said(made)
    assert text.count("You have not done this yet; there is room for it here.") == 4
    assert "Cards: Learner progress; Learner workbooks" in text
    assert "Where you see no mark, circle the stage that sounds most like you." in text
    assert "I help colleagues to weigh" in text
    assert found(made, Venn)[0].cards == ()


def test_a_blank_form_names_nobody_and_has_a_line_for_the_name() -> None:
    made = blank_form(session())
    assert made.whose == ""
    assert "Name:" in said(made)
    assert "not done" not in said(made)
    assert {"What our evidence is for", "What comes next for me"} < {one.text for one in found(made, Heading)}


def test_before_and_after_stand_side_by_side() -> None:
    of = session()
    pathway = of.workshop.activity("pathway")
    assert isinstance(pathway, Pathway)
    given = Contribution(participant=Participant(id="p-1", name="Ann"))
    first = CardSortResponse().put("card-0", ("accountability",))
    given = given.record("sort", first, at=NOW, handed_in=True)
    given = given.record("sort", first.put("card-0", ("development",)), at=NOW, round_number=2, handed_in=True)
    for number, stage in ((1, 1), (2, 3)):
        marks = PathwayResponse().stand_at(pathway.strands[0], stage)
        given = given.record("pathway", marks, at=NOW, round_number=number, handed_in=True)
    made = handout(of, given)
    assert "Learner progress: from Accountability to Professional development" in said(made)
    assert "Before the discussion: 1 Starting. Now: 3 Established." in said(made)
    assert (found(made, Stages)[0].before, found(made, Stages)[0].mark) == (1, 3)


def test_a_first_wording_stands_under_the_last_where_it_said_something_else() -> None:
    of = session()
    given = Contribution(participant=Participant(id="p-1", name="Ann"))
    rounds = (
        {"now": "Nobody ever looks at it again.", "next": "We could read workbooks together."},
        {"now": "Leaders use it, and teachers do not see what for.", "next": "We could read workbooks together soon."},
    )
    for number, answers in enumerate(rounds, start=1):
        given = given.record("reflect", PromptsResponse(answers=answers), at=NOW, round_number=number)
    text = said(handout(of, given))
    assert "At first: Nobody ever looks at it again." in text
    assert text.count("We could read workbooks together") == 1


def test_a_name_that_the_facilitator_changed_is_the_one_on_paper() -> None:
    of = session().rename("p-1", "Ffion Price")
    made = handout(of, contribution(of, 1))
    assert made.name == "Evidence in our school: Ffion Price"
    assert "Table 1" not in said(made) + made.foot


def test_the_pages_of_a_brief_are_taken_home_and_are_on_the_blank_form() -> None:
    page = {"heading": "The wheel", "points": ["Round."], "picture": "Plan  →  Act"}
    brief = Brief.model_validate(
        {
            "id": "how",
            "title": "How",
            "minutes": 5,
            "purpose": "p",
            "question": "q",
            "instructions": "i",
            "pages": [page],
        }
    )
    of = session()
    of = of.model_copy(update={"workshop": of.workshop.model_copy(update={"activities": (brief,)})})
    for made in (handout(of, contribution(session(), 1)), blank_form(of)):
        assert [picture.lines for picture in found(made, Diagram)] == [("Plan  →  Act",)]
        assert "not done this yet" not in said(made)


def test_what_others_wrote_about_it_stands_under_ones_own_work() -> None:
    of = session()
    mine, idea = contribution(of, 1), "An idea"
    told = {(mine.participant.id, "plan"): (Remark(idea, "Ask the pupils.", "Ann"), Remark(idea, "Wait a week."))}
    made = handout(of, mine, None, told)
    assert [(words.text, words.note) for words in found(made, OwnWords)][-2:] == [
        ("Ask the pupils.", "Ann"),
        ("Wait a week.", ""),
    ]
    assert "What others say about it" in [heading.text for heading in found(made, Heading)]
    assert "What others say" not in said(handout(of, contribution(of, 2), None, told))
