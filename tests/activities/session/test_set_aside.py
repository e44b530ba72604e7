"""What somebody set aside in a sort is offered where a workshop asks for it, and nowhere else."""

from datetime import UTC, datetime

import pytest

from activities.kinds.activity import Offer
from activities.kinds.card_sort import CardSortResponse
from activities.kinds.prompts import PromptsResponse
from activities.kinds.sentence_stems import SentenceStems
from activities.refusal import Refused
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.sitting import Sitting
from activities.workshop.reading import read_workshop

NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)
TABLE = Participant(id="p-1", name="Table 1")
TIMES = "minutes: 5, purpose: p, question: q, instructions: i"
FILE = f"""
id: gaps
title: Gaps
summary: What is missing.
activities:
  - {{kind: card_sort, id: sort, title: Sort, {TIMES}, aside: Not here, circles: [{{id: pd, label: PD}}, {{id: show, label: Show}}],
     own_cards: 1, cards: [{{id: books, label: Books}}, {{id: voice, label: Staff voice}}]}}
  - {{kind: prompts, id: think, title: Think, {TIMES}, from: [sort], prompts: [{{id: gap, prompt: Gap?}}]}}
  - {{kind: sentence_stems, id: plan, title: Plan, {TIMES}, stems: [
     {{id: have, stem: We have …, short: Have, from: sort}},
     {{id: collect, stem: We collect …, short: Collect, from: think, set_aside: sort}},
     {{id: review, stem: We meet on …, short: Review}}]}}
"""
SORTED = CardSortResponse().put("books", ("pd",)).set_aside("voice")
BOOKS = Offer(heading="PD", text="Books", given=True)
VOICE = Offer(heading="Not here", text="Staff voice", given=True, aside=True)
GAP = Offer(heading="Gap?", text="Colleagues’ view.")


def sitting(at: str, given: Contribution, table: Contribution | None = None) -> Sitting:
    workshop = read_workshop(FILE, "gaps.yaml")
    session = begin(workshop, code="MKRT", title="Gaps", on=NOW.date(), roster=(TABLE,))
    return Sitting(session=session.go_to(at, NOW).open(NOW), participant=TABLE, contribution=given, table=table)


@pytest.fixture
def given() -> Contribution:
    sorted_ = Contribution(participant=TABLE).record("sort", SORTED, at=NOW, handed_in=True)
    return sorted_.record("think", PromptsResponse(answers={"gap": GAP.text}), at=NOW, handed_in=True)


def test_a_stem_that_asks_for_it_offers_it_first_and_the_others_do_not(given: Contribution) -> None:
    plan = sitting("plan", given)
    assert isinstance(plan.activity, SentenceStems)
    assert [stem.offered(plan.offered) for stem in plan.activity.stems] == [(BOOKS,), (VOICE, GAP), ()]


def test_where_it_is_not_asked_for_it_is_not_offered(given: Contribution) -> None:
    assert sitting("think", given).offered == {"sort": (BOOKS,)}


def test_what_a_table_set_aside_is_offered_under_its_name(given: Contribution) -> None:
    table = given.model_copy(update={"participant": Participant(id="p-2", name="Table 2")})
    plan = sitting("plan", Contribution(participant=TABLE), table)
    assert plan.offered["sort"][-1].heading == "Not here · Table 2"
    assert plan.offered["sort"][-1].aside


def test_a_card_of_ones_own_is_offered_as_ones_own_words() -> None:
    sort = read_workshop(FILE, "gaps.yaml").activity("sort")
    own = CardSortResponse().write_card(sort, "Diaries")  # type: ignore[arg-type]
    kept = Contribution(participant=TABLE).record("sort", own.set_aside(own.own[0].id), at=NOW)
    assert sitting("plan", kept).offered["sort"] == (Offer(heading="Not here", text="Diaries", aside=True),)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nowhere", "‘set_aside’ names ‘nowhere’, which does not exist"),
        ("think", "nothing can be set aside in ‘think’: name a card sort, or take it out"),
    ],
)
def test_a_file_that_asks_for_it_where_nothing_can_be_set_aside_is_told_so(named: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_workshop(FILE.replace("set_aside: sort", f"set_aside: {named}"), "gaps.yaml")


def test_it_is_told_beside_the_other_mistakes_of_a_file() -> None:
    with pytest.raises(Refused, match="‘set_aside’ names ‘nowhere’"):
        read_workshop(FILE.replace("set_aside: sort", "set_aside: nowhere").replace("title: Gaps", "titel: Gaps"), "g")
