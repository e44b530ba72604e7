"""What a reveal of each kind says, and in which order."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from activities.kinds.activity import Activity, moved, shown, summarise
from activities.kinds.brief import Brief
from activities.kinds.card_counts import ASIDE
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.checks import Checks
from activities.kinds.checks_counts import Answer
from activities.kinds.choice import ChoiceResponse
from activities.kinds.composition import WHOLE, CompositionResponse
from activities.kinds.dot_vote import DotVoteResponse
from activities.kinds.feedback import FeedbackResponse
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from activities.kinds.log import Log
from activities.kinds.log_entries import LogResponse
from activities.kinds.pathway import Pathway, PathwayResponse, StrandSummary
from activities.kinds.prompts import Prompts, PromptsResponse
from activities.kinds.ranking import RankingResponse
from activities.kinds.registry import kinds
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse
from activities.reveal import Step, Total, steps
from activities.reveal.pathway import distance, stand
from activities.reveal.words import PEOPLE, TABLES, Who
from activities.session.rounds import Shift
from tests.activities import examples
from tests.activities.examples import (
    card_columns,
    checked,
    checks,
    choice,
    composition,
    dot_vote,
    feedback,
    filled,
    form,
    ranking,
)

COMMON: dict[str, Any] = {"title": "T", "minutes": 10, "purpose": "p", "question": "What for?", "instructions": "i"}
COMMON |= {"discuss": ["Which card did you argue about?"]}
SORT = CardSort.model_validate(
    COMMON
    | {
        "id": "sort",
        "circles": [
            {"id": "a", "label": "Accountability"},
            {"id": "p", "label": "Professional development", "short": "PD"},
        ],
    }
    | {
        "cards": [
            {"id": "k0", "label": "Progress"},
            {"id": "k1", "label": "Plans", "ask": "Whose plans?"},
            {"id": "k2", "label": "Notes"},
        ]
    }
)
STAGES = [
    {"title": title, "descriptor": "d", "example": "e"}
    for title in ("Starting", "Developing", "Established", "Leading")
]
PATH = Pathway.model_validate(
    COMMON | {"id": "path", "strands": [{"id": s, "title": s.title(), "stages": STAGES} for s in ("know", "use")]}
)
ASK = Prompts.model_validate(
    COMMON | {"id": "ask", "prompts": [{"id": "now", "prompt": "And now?"}, {"id": "next", "prompt": "And next?"}]}
)
PLAN = SentenceStems.model_validate(
    COMMON
    | {
        "id": "plan",
        "stems": [
            {"id": "goal", "stem": "Our goal is …", "short": "Goal"},
            {"id": "why", "stem": "Because …", "short": "Why"},
        ],
    }
)
POSTER = composition()
COMMENTS = feedback()
CHECKS: Checks = checks(of="ask")
FORM = form()
BRIEF = Brief.model_validate(COMMON | {"id": "brief", "points": ["One.", "Two.", "Three."]})


def total(activity: Activity, *given: Any, smallest: int = 1, who: Who = PEOPLE) -> Total:
    return Total(shown(activity, summarise(activity, given), smallest), who=who)


def put(k0: object = ("a",), k1: object = ("a",), k2: object = ("a",)) -> CardSortResponse:
    return CardSortResponse(placements={"k0": k0, "k1": k1, "k2": k2})


LOG = Log.model_validate(COMMON | {"id": "log"})
SPLIT = [put(k1=("a",), k2=("p",)), put(k1=("p",), k2=("p",)), put(k1=ASIDE, k2=("p",)), put(k1=(), k2=("a", "p"))]


def told(found: tuple[Step, ...]) -> list[str]:
    return [step.id for step in found]


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_has_steps_and_they_begin_with_a_headline(kind: str) -> None:
    found = steps(getattr(examples, kind)(), Total())
    assert found[0].id == ""
    assert found[0].words


class TestCardSort:
    def test_the_headline_says_what_the_room_agrees_on_most_and_least(self) -> None:
        headline = steps(SORT, total(SORT, *SPLIT, who=TABLES))[0]
        assert headline.words == "4 tables sorted. You agree most on Progress, least on Plans."
        assert headline.question == "Which card did you argue about?"

    def test_where_all_agree_it_says_so(self) -> None:
        assert steps(SORT, total(SORT, put(), put()))[0].words == "2 people sorted. You agree on every card."

    def test_the_most_contested_card_comes_first(self) -> None:
        assert told(steps(SORT, total(SORT, *SPLIT))) == ["", "k1", "k2", "k0"]

    def test_a_card_has_its_whole_label_its_places_and_its_own_question_or_the_activitys(self) -> None:
        _, k1, k2, k0 = steps(SORT, total(SORT, *SPLIT))
        assert (k1.title, k1.place, k1.question) == ("Plans", "card 1 of 3", "Whose plans?")
        assert k2.question == "Which card did you argue about?"
        assert [(bar.label, bar.count) for bar in k2.bars] == [("Professional development", 3), ("Both", 1)]
        assert k2.bars[0].short == "PD"
        assert k0.note == "All in the same place."

    def test_a_split_card_says_so_in_words(self) -> None:
        split = steps(SORT, total(SORT, put(k1=("a",)), put(k1=("p",))))[1]
        assert split.note == "Split: as many say ‘Accountability’ as ‘PD’."

    def test_two_rounds_show_before_and_after_the_most_moved_first(self) -> None:
        before, after = [put()] * 5, [put(k2=("p",) if n < 2 else ("a",)) for n in range(5)]
        parts = Counter(part for one, other in zip(before, after, strict=True) for part in moved(SORT, one, other))
        both = Total(
            summarise(SORT, after, 2), summarise(SORT, before), Shift(both=5, movers=2, parts=parts), comparing=True
        )
        headline, first, *_ = steps(SORT, both)
        assert headline.words.endswith("2 of 5 moved a card.")
        assert (first.id, first.words) == ("k2", "2 of 5 moved it.")
        assert [(bar.label, bar.figure) for bar in first.bars] == [
            ("Accountability", "5 → 3"),
            ("Professional development", "0 → 2"),
        ]

    def test_what_may_not_be_seen_is_a_reason_and_nothing_else(self) -> None:
        found = steps(SORT, total(SORT, *SPLIT, smallest=5))
        assert len(found) == 1
        assert found[0].words.startswith("4 are in. Answers are shown when 5 are in")

    def test_cards_people_wrote_stand_together_without_their_places(self) -> None:
        own = [put().write_card(SORT, f"Card {n}").put("own-1", ("p",)) for n in range(2)]
        last = steps(SORT, total(SORT, *own))[-1]
        assert (last.title, last.words, last.bars) == ("Cards people wrote", "Card 0 · Card 1", ())

    def test_on_columns_a_card_has_one_place_and_reasons_follow_it_each_alone(self) -> None:
        given = [
            CardSortResponse(placements={"alpha": ("left",)}).give_reason("alpha", f"Because of {n}.") for n in range(2)
        ]
        _, alpha, *whys = steps(card_columns(), total(card_columns(), *given))[:4]
        assert [(bar.label, bar.count) for bar in alpha.bars] == [("Left", 2)]
        assert [(why.above, why.place, why.group) for why in whys] == [
            ("Why Alpha", "reason 1 of 2", "alpha"),
            ("Why Alpha", "reason 2 of 2", "alpha"),
        ]
        assert {why.words for why in whys} == {"Because of 0.", "Because of 1."}

    def test_somebody_elses_places_stand_beside_the_rooms_and_are_no_norm(self) -> None:
        given = [CardSortResponse(placements={"alpha": ("left",), "beta": ("top",)}) for _ in range(2)]
        _, alpha, *_, last = steps(card_columns(), total(card_columns(), *given))
        assert alpha.note == "All in the same place. A study of 12 schools: Left."
        assert last.words == (
            "A study of 12 schools: most of you put 1 of 2 cards in the same place. A comparison, not a norm. "
            "Not in the same place: Beta."
        )


def marks(*counts: int) -> StrandSummary:
    return StrandSummary(strand="know", n=sum(counts), stages={str(n): count for n, count in enumerate(counts, 1)})


class TestPathway:
    @pytest.mark.parametrize(
        ("counts", "words"),
        [
            ((2, 2, 2, 2), "Half of you stand at Starting or Developing; one in four at Established."),
            ((2, 3, 3, 0), "Three in four stand at Developing or Established; one in four at Starting."),
            ((2, 3, 1, 2), "Five of eight stand at Starting or Developing; one in four at Leading."),
            ((0, 0, 6, 0), "All of you stand at Established."),
            ((1, 5, 1, 1), "Five of eight stand at Developing; one of eight at Starting."),
            ((3, 1, 1, 3), "Half of you stand at Starting or Developing; three of eight at Leading."),
        ],
    )
    def test_it_says_where_the_room_stands_as_teachers_say_it(self, counts: tuple[int, ...], words: str) -> None:
        assert stand(PATH.strands[0], marks(*counts)) == words

    def test_a_room_that_is_everywhere_is_told_so(self) -> None:
        five = PATH.strands[0].model_copy(update={"stages": (*PATH.strands[0].stages, PATH.strands[0].stages[-1])})
        assert stand(five, marks(2, 0, 2, 0, 2)) == "You are spread from Starting to Leading."

    def test_tables_stand_as_tables(self) -> None:
        assert stand(PATH.strands[0], marks(0, 2, 2, 0), TABLES).startswith("Half of the tables stand at Developing")

    def test_the_strand_on_which_the_room_differs_most_comes_first(self) -> None:
        given = [PathwayResponse().stand_at(PATH.strands[0], 2).stand_at(PATH.strands[1], n) for n in (1, 2, 3, 4)]
        headline, *found = steps(PATH, total(PATH, *given))
        assert [step.id for step in found] == ["use", "know"]
        assert headline.words == "4 people marked where they stand. You differ most on Use, least on Know."

    def test_the_distance_is_the_mean_of_all_pairs(self) -> None:
        assert distance(marks(1, 1, 1, 0)) == pytest.approx((1 + 2 + 1) / 3)
        assert distance(marks(0, 5)) == 0
        assert distance(marks(1)) is None

    def test_stages_keep_their_order_and_empty_ones_their_place(self) -> None:
        given = [PathwayResponse().stand_at(PATH.strands[0], 3) for _ in range(5)]
        step = steps(PATH, total(PATH, *given, smallest=5))[1]
        assert [(bar.label, bar.count) for bar in step.bars] == [
            ("Starting", 0),
            ("Developing", 0),
            ("Established", 5),
            ("Leading", 0),
        ]

    def test_a_strand_that_too_few_marked_says_why_it_is_not_shown(self) -> None:
        given = [PathwayResponse().stand_at(PATH.strands[0], 3) for _ in range(5)]
        last = steps(PATH, total(PATH, *given, smallest=5))[-1]
        assert (last.id, last.bars) == ("use", ())
        assert last.words.startswith("Fewer than 5 answered this.")


class TestWritten:
    GIVEN = [PromptsResponse(answers={"now": f"Answer {n}", "next": "" if n else "Soon"}) for n in range(3)]

    def test_every_question_comes_before_its_answers_which_stand_alone(self) -> None:
        found = steps(ASK, total(ASK, *self.GIVEN))
        assert told(found) == ["", "now", "now.1", "now.2", "now.3", "next", "next.1"]
        assert found[0].words == "3 people wrote 4 answers to 2 questions."
        assert (found[1].title, found[1].words) == ("And now?", "3 answers.")
        assert sorted(step.words for step in found[2:5]) == ["Answer 0", "Answer 1", "Answer 2"]
        assert [step.place for step in found[2:5]] == [f"answer {n} of 3" for n in (1, 2, 3)]

    def test_the_order_of_answers_tells_nothing_of_who_came_first(self) -> None:
        assert steps(ASK, total(ASK, *self.GIVEN)) == steps(ASK, total(ASK, *reversed(self.GIVEN)))

    def test_a_plan_says_which_sentence_most_have_finished(self) -> None:
        given = [SentenceStemsResponse(answers={"goal": "x", "why": "y" if n else ""}) for n in range(3)]
        found = steps(PLAN, total(PLAN, *given))
        assert found[0].words == "3 people began to write. Most finished ‘Goal’ (3), fewest ‘Why’ (2)."
        assert (found[2].above, found[2].place) == ("Our goal is …", "ending 1 of 3")

    def test_two_rounds_say_how_many_rewrote(self) -> None:
        both = Total(
            summarise(ASK, self.GIVEN, 2),
            summarise(ASK, self.GIVEN[:2]),
            Shift(both=2, movers=1, parts={"now": 1}),
            comparing=True,
        )
        assert steps(ASK, both)[1].words == "2 → 3 answers. 1 of 2 rewrote it."


def logged(number: int, decided: str = "") -> LogResponse:
    day = date(2026, 10, 5 + 7 * number)
    response = LogResponse().add(day).put_date("entry-1", day.isoformat(), day)
    response = response.write("entry-1", "planned", f"Plan {number}", day)
    return response.choose("entry-1", "decided", decided, (decided,), day) if decided else response


class TestLog:
    def test_it_says_how_many_entries_what_was_decided_when_and_then_each_alone(self) -> None:
        given = [logged(0, "adopt"), logged(1, "adapt"), logged(2, "adapt"), logged(2)]
        found = steps(LOG, total(LOG, *given))
        assert told(found) == ["", "decided", "moves", "weeks", "told.1", "told.2", "told.3", "told.4"]
        assert found[0].words == "4 people wrote 4 entries. Decided most often: ‘adapt’, 2 times."
        assert [(bar.label, bar.count) for bar in found[1].bars] == [("adopt", 1), ("adapt", 2), ("abandon", 0)]
        assert found[2].bars[0].count == 4
        assert found[3].words == (
            "From the week of 5 October 2026 to that of 19 October 2026. Most in the week of 19 October 2026: 2. "
            "3 of 4 say what happened."
        )
        assert {step.title for step in found[4:]} == {"5 October 2026", "12 October 2026", "19 October 2026"}
        assert "Planned: Plan 0. Decided: adopt." in [step.words for step in found]

    def test_what_too_few_decided_or_dated_says_why(self) -> None:
        given = [logged(n, "adopt" if n < 2 else "") for n in range(3)]
        given += [
            LogResponse().add(date(2026, 10, 5)).write("entry-1", "planned", f"Plan {n}", date(2026, 10, 5))
            for n in (3, 4)
        ]
        found = steps(LOG, total(LOG, *given, smallest=5))
        assert found[1].words.startswith("Fewer than 5 decided anything.")
        assert found[2].words == "Too few to tell: Predicted, Happened and Decided."
        assert found[3].words.startswith("Fewer than 5 gave a date.")
        assert sorted(step.words for step in found[4:]) == [f"Planned: Plan {n}." for n in range(5)]
        assert not any(step.title for step in found[4:])

    def test_nothing_decided_and_one_week_are_said_so(self) -> None:
        found = steps(LOG, total(LOG, logged(0), logged(0)))
        assert found[1].words == "Nothing is decided yet."
        assert found[3].words == "All in the week of 5 October 2026: 2 entries."


def test_a_gallery_goes_through_what_is_offered_work_by_work_and_names_nobody() -> None:
    given = [CompositionResponse(own={"title": f"T{n}", "plan": f"P{n}"}) for n in range(3)]
    found = steps(POSTER, total(POSTER, given[0].offer(WHOLE), given[1], given[2].offer(WHOLE)))
    assert found[0].words == "3 people put a poster together. 2 are offered to the room."
    assert [step.place for step in found[1:5]] == ["poster 1 of 2"] * 2 + ["poster 2 of 2"] * 2
    assert [step.above for step in found[1:3]] == ["", "Plan"]
    assert {step.words for step in found[1:5]} == {"T0", "P0", "T2", "P2"}
    assert [(bar.label, bar.count) for bar in found[-1].bars] == [("The title", 3), ("Plan", 3)]
    assert steps(POSTER, total(POSTER, given[1]))[0].words.endswith("None is offered to the room.")


def test_comments_are_counts_and_nothing_of_what_they_say() -> None:
    given = [FeedbackResponse().write("p-2", "clear", "secret"), FeedbackResponse().write("p-3", "idea", "secret")]
    given[0] = given[0].write("p-3", "clear", "secret")
    found = steps(COMMENTS, total(COMMENTS, *given))
    assert found[0].words.startswith("2 people gave 3 comments.")
    assert [(bar.label, bar.count) for bar in found[1].bars] == [
        ("What is clear", 1),
        ("A question", 0),
        ("An idea", 1),
    ]
    assert "secret" not in repr(found)


def test_the_points_of_a_brief_come_one_by_one_and_those_before_go_quiet() -> None:
    found = steps(BRIEF, Total())
    assert [(step.words, step.quiet) for step in found] == [
        ("What for?", ()),
        ("One.", ()),
        ("Two.", ("One.",)),
        ("Three.", ("One.", "Two.")),
    ]


def test_a_page_of_a_brief_is_its_heading_its_points_and_its_picture_or_its_table_row_by_row() -> None:
    pages = [
        {"heading": "The wheel", "points": ["Round."], "picture": "Plan  →  Act\n  ↑"},
        {"heading": "Who", "table": {"head": ["Who", "What", "When"], "rows": [["Head", "Finds time", "May"]]}},
    ]
    found = steps(
        BRIEF.model_copy(
            update={"points": (), "pages": Brief.model_validate(COMMON | {"id": "b", "pages": pages}).pages}
        ),
        Total(),
    )
    assert [(step.id, step.above, step.title, step.words, step.drawing) for step in found[1:]] == [
        ("p1", "", "", "The wheel", ()),
        ("p1.1", "The wheel", "", "Round.", ()),
        ("p1.drawn", "The wheel", "", "", ("Plan  →  Act", "  ↑")),
        ("p2", "", "", "Who", ()),
        ("p2.row1", "Who", "Head", "What: Finds time · When: May", ()),
    ]
    assert {step.place for step in found[1:4]} == {"page 1 of 2"}


def test_why_rounds_may_not_stand_side_by_side_is_said_where_that_was_asked_for() -> None:
    one = shown(SORT, summarise(SORT, SPLIT, 2), 1)
    assert steps(SORT, Total(one, comparing=True, apart="Too few."))[0].note == "Too few."
    assert steps(SORT, Total(one))[0].note == ""


class TestChecks:
    GIVEN = (
        checked(Answer.YES, Answer.YES, "New one.", why="Clearer."),
        checked(Answer.NOT_YET, Answer.YES),
        checked(Answer.YES, Answer.YES),
    )

    def test_the_headline_says_which_check_holds_and_which_is_to_be_thought_about(self) -> None:
        headline = steps(CHECKS, total(CHECKS, *self.GIVEN))[0]
        assert headline.words == "3 people checked their work. Surest: Is it clear? To think about: Is it closed?"

    def test_the_least_agreed_comes_first_then_what_was_rewritten(self) -> None:
        assert told(steps(CHECKS, total(CHECKS, *self.GIVEN))) == ["", "clear", "closed", "rewrite", "rewrite.1"]

    def test_a_check_has_its_answers_as_bars_in_words_that_fit_what_it_hopes_for(self) -> None:
        _, clear, closed, *_ = steps(CHECKS, total(CHECKS, *self.GIVEN))
        assert [(bar.label, bar.count) for bar in clear.bars] == [("Yes", 2), ("Not yet", 1), ("Not sure", 0)]
        assert [(bar.label, bar.count) for bar in closed.bars] == [("Yes", 3), ("No", 0), ("Not sure", 0)]
        assert closed.note == "How could it be open?"

    def test_a_rewriting_is_shown_before_and_after_with_its_reason(self) -> None:
        *_, first, one = steps(CHECKS, total(CHECKS, *self.GIVEN))
        assert first.words == "1 person rewrote it."
        assert one.words == "Before: Old.\n\nNow: New one.\n\nWhy: Clearer."

    def test_two_rounds_show_before_and_after(self) -> None:
        before, after = [checked(Answer.NOT_YET, Answer.YES)] * 5, [checked(Answer.YES, Answer.YES)] * 5
        both = Total(
            summarise(CHECKS, after, 2),
            summarise(CHECKS, before),
            Shift(both=5, movers=5, parts={"clear": 5}),
            comparing=True,
        )
        headline, clear, *_ = steps(CHECKS, both)
        assert headline.words.endswith("5 of 5 changed an answer.")
        assert [(bar.before, bar.count) for bar in clear.bars] == [(0, 5), (5, 0), (0, 0)]


class TestForm:
    GIVEN = (
        filled("Amara", "Reading", "Talk", named=True, why="Now.", pupils="4", start="3 Feb 2027"),
        filled("Tom", "Reading", named=True, pupils="8"),
        filled("Priya", "Talk", "Reading"),
    )

    def test_the_headline_says_what_most_chose(self) -> None:
        assert steps(FORM, total(FORM, *self.GIVEN))[0].words == "3 people filled it in. Most chose Reading, 3."

    def test_topics_come_first_with_counts_and_the_names_of_those_who_agreed(self) -> None:
        _, topics, reading, talk, *_ = steps(FORM, total(FORM, *self.GIVEN))
        assert [(bar.label, bar.count) for bar in topics.bars] == [("Reading", 3), ("Talk", 2)]
        assert (reading.title, reading.words, reading.note) == ("Reading", "Amara, Tom", "And 1 person more.")
        assert (talk.words, talk.place) == ("Amara", "2 chose it")

    def test_then_every_field_that_the_room_may_know_of_and_no_other(self) -> None:
        found = told(steps(FORM, total(FORM, *self.GIVEN)))
        assert found[-6:] == ["group", "why", "why.1", "start", "pupils", "ledger"]
        assert not {"case", "called", "named"} & set(found)

    def test_dates_are_counted_by_month_and_numbers_told_by_their_middle(self) -> None:
        found = {step.id: step for step in steps(FORM, total(FORM, *self.GIVEN))}
        assert [bar.label for bar in found["start"].bars] == ["February 2027"]
        assert found["pupils"].words == "Middle 6 pupils, half of them from 5 to 7 pupils."

    def test_where_names_could_tell_of_the_others_there_are_none(self) -> None:
        found = steps(FORM, total(FORM, *self.GIVEN, smallest=3))
        assert not any("Amara" in step.words for step in found)
        assert found[1].note.startswith("Names are not shown: fewer than 3 did not agree")


def chose(option: str, why: str = "") -> ChoiceResponse:
    return ChoiceResponse().choose(choice(), option).write(f"{option}.reason", why)


class TestChoice:
    GIVEN = [*(chose("books", f"Why {n}.") for n in range(6)), *(chose("talk", f"As {n}.") for n in range(3))]

    def test_the_headline_says_what_most_chose_and_what_nobody_did(self) -> None:
        found = steps(choice(), total(choice(), *self.GIVEN, who=TABLES))
        assert found[0].words == "9 tables chose. Two in three chose ‘By the books’. Nobody chose ‘By a test’."

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (
                ["books", "talk"],
                "2 people chose. Most chose ‘By the books’ and ‘By talk’, 1 each. Nobody chose ‘By a test’.",
            ),
            (["books", "talk", "test"], "3 people chose. As many chose each of them: 1."),
            (["test"], "1 person chose. All of you chose ‘By a test’. Nobody chose ‘By the books’ or ‘By talk’."),
        ],
    )
    def test_a_draw_is_told_as_one(self, options: list[str], words: str) -> None:
        assert steps(choice(), total(choice(), *map(chose, options)))[0].words == words

    def test_all_options_stand_side_by_side_most_chosen_first(self) -> None:
        step = steps(choice(), total(choice(), *self.GIVEN))[1]
        assert [(bar.label, bar.count) for bar in step.bars] == [("By the books", 6), ("By talk", 3), ("By a test", 0)]
        assert step.above == "Which first?"

    def test_then_come_the_reasons_option_by_option_each_alone(self) -> None:
        found = steps(choice(), total(choice(), *self.GIVEN))[2:]
        assert [step.id for step in found[:2]] == ["books", "books.reason.1"]
        assert found[0].words == "6 people chose it. 6 reasons."
        assert (found[1].above, found[1].place) == ("By the books: Why?", "reason 1 of 6")
        assert {step.words for step in found[8:]} == {"As 0.", "As 1.", "As 2."}

    def test_where_few_gave_a_reason_for_the_same_it_is_not_told_for_what(self) -> None:
        few = [*self.GIVEN, *(chose("test", f"So {n}.") for n in range(2))]
        found = steps(choice(), total(choice(), *few, smallest=5))
        others = [step for step in found if step.group == ".others"]
        assert others[0].words.startswith("5 reasons. What each is for is not told")
        assert {step.words for step in others[1:]} == {"As 0.", "As 1.", "As 2.", "So 0.", "So 1."}
        assert "By talk" not in repr(others)

    def test_two_rounds_show_before_and_after(self) -> None:
        before, after = [chose("books")] * 5, [chose("talk" if n < 2 else "books") for n in range(5)]
        shift = Shift(both=5, movers=2, parts={"books": 2, "talk": 2})
        both = Total(summarise(choice(), after, 2), summarise(choice(), before), shift, comparing=True)
        headline, every, *_ = steps(choice(), both)
        assert headline.words.endswith("2 of 5 chose something else.")
        assert [bar.figure for bar in every.bars] == ["5 → 3", "0 → 2", "0 → 0"]


def dots(**on: int) -> DotVoteResponse:
    return DotVoteResponse(dots=on)


class TestDotVote:
    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ([dots(alpha=2, beta=1), dots(alpha=1)], "2 people put 4 dots. ‘Alpha’ has most, 3 dots, then ‘Beta’ (1)."),
            ([dots(alpha=1), dots(beta=1)], "2 people put 2 dots. ‘Alpha’ and ‘Beta’ have most, 1 dot each."),
            ([dots(gamma=1)], "1 person put 1 dot. ‘Gamma’ has most, 1 dot."),
        ],
    )
    def test_the_headline_says_what_has_most_and_what_as_many(self, given: list[DotVoteResponse], words: str) -> None:
        assert steps(dot_vote(), total(dot_vote(), *given))[0].words == words

    def test_all_stand_in_order_and_then_each_with_its_place(self) -> None:
        found = steps(dot_vote(), total(dot_vote(), dots(alpha=1, gamma=2), dots(beta=1), who=TABLES))
        assert [(bar.label, bar.count) for bar in found[1].bars] == [("Gamma", 2), ("Alpha", 1), ("Beta", 1)]
        assert [(step.title, step.place, step.words) for step in found[2:]] == [
            ("Gamma", "first of 3", "2 dots from 1 table."),
            ("Alpha", "joint second of 3", "1 dot from 1 table."),
            ("Beta", "joint second of 3", "1 dot from 1 table."),
        ]

    def test_what_has_no_dot_is_passed_over_but_in_the_whole(self) -> None:
        found = steps(dot_vote(), total(dot_vote(), dots(alpha=1)))
        assert [step.id for step in found] == ["", ".all", "alpha"]
        assert len(found[1].bars) == 3

    def test_two_rounds_show_before_and_after(self) -> None:
        before, after = [dots(alpha=1)] * 5, [dots(beta=1) if n < 2 else dots(alpha=1) for n in range(5)]
        shift = Shift(both=5, movers=2, parts={"alpha": 2, "beta": 2})
        both = Total(summarise(dot_vote(), after, 2), summarise(dot_vote(), before), shift, comparing=True)
        headline, every, first, *_ = steps(dot_vote(), both)
        assert headline.words.endswith("2 of 5 moved a dot.")
        assert [bar.figure for bar in every.bars] == ["5 → 3", "0 → 2", "0 → 0"]
        assert first.words == "3 dots from 3 people. 5 before."


def ordered(*tiers: str) -> RankingResponse:
    return RankingResponse(tiers=tuple(tuple(tier.split()) for tier in tiers))


class TestRanking:
    GIVEN = [ordered("alpha", "beta", "gamma"), ordered("alpha", "gamma", "beta"), ordered("delta alpha", "gamma")]

    def test_the_headline_says_what_comes_first_and_on_what_the_room_differs(self) -> None:
        found = steps(ranking(), total(ranking(), *self.GIVEN))
        assert found[0].words == "3 people put them in order. Alpha comes first. You differ most on Beta."
        assert found[1].words == "1 Alpha · 2 Delta · 3 Beta · 4 Gamma"
        assert found[1].note == "Beside A survey of 40 schools. A comparison, not a norm."

    def test_the_widest_gap_to_the_reference_comes_first(self) -> None:
        found = steps(ranking(), total(ranking(), *self.GIVEN))[2:]
        assert told(found) == ["delta", "beta", "alpha", "gamma", "epsilon"]
        assert (found[1].title, found[1].place, found[1].picture) == ("Beta", "item 2 of 5", "beta")
        assert found[1].words == (
            "Your middle: between 2nd and 3rd. A survey of 40 schools: 1st. You have it 1.5 places later than there."
        )
        assert found[1].note == "1 left it out."
        assert found[-1].words == "Nobody has it in their order."

    def test_without_a_reference_the_widest_spread_comes_first(self) -> None:
        alone = ranking(reference=False)
        given = [
            ordered("alpha", "beta", "gamma"),
            ordered("alpha", "gamma", "beta"),
            ordered("alpha", "beta", "gamma"),
        ]
        found = steps(alone, total(alone, *given))
        assert told(found)[2:5] == ["beta", "gamma", "alpha"]
        assert found[1].note == ""
        assert found[2].words == "Your middle: 2nd. Half of you are between 2nd and 3rd."
        assert found[4].words == "Your middle: 1st. Half of you or more agree."

    def test_two_rounds_show_the_middle_before_the_most_moved_first(self) -> None:
        before, after = [ordered("alpha", "beta")] * 2, [ordered("beta", "alpha")] * 2
        shift = Shift(both=2, movers=2, parts={"alpha": 2, "beta": 1})
        both = Total(summarise(ranking(), after, 2), summarise(ranking(), before), shift, comparing=True)
        headline, _, first, *_ = steps(ranking(), both)
        assert headline.words.endswith("2 of 2 changed their order.")
        assert first.words.startswith("2 of 2 moved it. Your middle: 2nd, before 1st.")


MAP = Grid.model_validate(
    COMMON
    | {
        "id": "map",
        "own_rows": 2,
        "rows": [
            {"id": "books", "label": "Pupils' workbooks", "short": "Workbooks"},
            {"id": "voice", "label": "Voices"},
        ],
        "columns": [
            {"id": "says", "label": "What it says", "short": "Says"},
            {"id": "goal", "label": "Which goal", "one_of": ["talk", "reading"]},
        ],
    }
)


def mapped(number: int, *rows: str) -> GridResponse:
    response = GridResponse()
    for row in rows:
        response = response.write(row, "says", f"Answer {number}")
        response = response.choose(row, "goal", "talk" if number else "reading", ("talk", "reading"))
    return response


class TestGrid:
    def test_rows_with_most_gaps_come_first_each_with_its_answers_after_it(self) -> None:
        found = steps(MAP, total(MAP, *(mapped(n, "books") for n in range(3))))
        assert told(found) == ["", "voice", "books", "books.says.1", "books.says.2", "books.says.3", "books.goal"]
        assert found[0].words == "3 people filled this in. 2 of 4 boxes are empty."
        assert (found[1].title, found[1].words) == ("Voices", "Every box is empty.")
        assert [(bar.label, bar.count) for bar in found[2].bars] == [("What it says", 3), ("Which goal", 3)]
        assert found[3].above == "Workbooks: What it says"
        assert [(bar.label, bar.count) for bar in found[6].bars] == [("talk", 2), ("reading", 1)]

    def test_a_gap_may_be_empty_or_nearly_so_and_which_is_not_told(self) -> None:
        given = [mapped(n, "books", *(["voice"] if n < 2 else [])) for n in range(5)]
        found = steps(MAP, total(MAP, *given, smallest=5))
        assert found[0].words == "5 people filled this in. 2 of 4 boxes are empty or nearly so."
        assert found[1].words == "Every box is empty or nearly so."
        assert found[1].bars == ()
        assert found == steps(MAP, total(MAP, *(mapped(n, "books") for n in range(5)), smallest=5))

    def test_the_fullest_box_is_named_where_one_is_fuller(self) -> None:
        given = [mapped(n, "books").write("voice", "says", "x") for n in range(5)]
        given = [one if n else one.empty("books.goal").empty("voice.says") for n, one in enumerate(given)]
        assert "Fullest: Pupils' workbooks, ‘Says’." in steps(MAP, total(MAP, *given))[0].words

    def test_rows_of_peoples_own_stand_together_last(self) -> None:
        given = [mapped(n, "books").write_row(f"Row {n}", 2).write("own-1", "says", f"Own {n}") for n in range(3)]
        *_, row, first, _, third, labels = steps(MAP, total(MAP, *given))
        assert (row.id, row.title, row.place) == ("own", "Rows of your own", "your own rows")
        assert {first.words, third.words} <= {f"Own {n}" for n in range(3)}
        assert (labels.title, sorted(labels.words.split(" · "))) == ("Rows people wrote", ["Row 0", "Row 1", "Row 2"])

    def test_two_rounds_show_before_and_after_the_most_changed_first(self) -> None:
        before, after = [mapped(n, "books", "voice") for n in range(5)], [mapped(n, "books") for n in range(5)]
        after = [one.write("voice", "says", "New").choose("voice", "goal", "talk", ("talk",)) for one in after]
        parts = Counter(part for one, other in zip(before, after, strict=True) for part in moved(MAP, one, other))
        both = Total(
            summarise(MAP, after, 2), summarise(MAP, before), Shift(both=5, movers=5, parts=parts), comparing=True
        )
        headline, first, *_ = steps(MAP, both)
        assert headline.words.endswith("5 of 5 changed a box.")
        assert (first.id, first.words) == ("voice", "5 of 5 changed a box of it.")
        assert [bar.figure for bar in first.bars] == ["5 → 5", "5 → 5"]
