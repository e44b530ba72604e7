"""What a reveal of each kind says, and in which order."""

from collections import Counter
from typing import Any

import pytest

from activities.kinds.activity import Activity, moved, shown, summarise
from activities.kinds.brief import Brief
from activities.kinds.card_counts import ASIDE
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.composition import WHOLE, CompositionResponse
from activities.kinds.feedback import FeedbackResponse
from activities.kinds.pathway import Pathway, PathwayResponse, StrandSummary
from activities.kinds.pause import Pause
from activities.kinds.prompts import Prompts, PromptsResponse
from activities.kinds.registry import kinds
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse
from activities.reveal import Step, Total, steps
from activities.reveal.pathway import distance, stand
from activities.reveal.words import PEOPLE, TABLES, Who
from activities.session.rounds import Shift
from tests.activities.examples import composition, feedback

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
PAUSE = Pause.model_validate(COMMON | {"id": "tea"})
BRIEF = Brief.model_validate(COMMON | {"id": "brief", "points": ["One.", "Two.", "Three."]})


def total(activity: Activity, *given: Any, smallest: int = 1, who: Who = PEOPLE) -> Total:
    return Total(shown(activity, summarise(activity, given), smallest), who=who)


def put(k0: object = ("a",), k1: object = ("a",), k2: object = ("a",)) -> CardSortResponse:
    return CardSortResponse(placements={"k0": k0, "k1": k1, "k2": k2})


SPLIT = [put(k1=("a",), k2=("p",)), put(k1=("p",), k2=("p",)), put(k1=ASIDE, k2=("p",)), put(k1=(), k2=("a", "p"))]


def told(found: tuple[Step, ...]) -> list[str]:
    return [step.id for step in found]


def test_every_kind_has_steps_and_they_begin_with_a_headline() -> None:
    examples: dict[str, Activity] = {one.kind: one for one in (SORT, PATH, ASK, PLAN, BRIEF, PAUSE, POSTER, COMMENTS)}
    assert examples.keys() == kinds().keys()
    for activity in examples.values():
        found = steps(activity, Total())
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
