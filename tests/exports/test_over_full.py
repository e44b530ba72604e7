from pathlib import Path

import pytest

import exports
from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_sort import Card, CardSort, CardSortResponse
from activities.kinds.pathway import Pathway, PathwayResponse, Stage, Strand
from activities.kinds.prompts import Prompt, Prompts, PromptsResponse
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse, Stem
from activities.session.contribution import Contribution, Participant
from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from tests.exports.pages import all_text, outside_margins, overlapping, words
from tests.exports.room_of_teachers import NOW, session

LONG = "The longest label that a card, a stage or a circle may have."
LINE = "This line of a workshop file is as long as a line may ever be, and it goes on until it has said 120 characters."


def full_session(circles: int) -> Session:
    """Everything at its largest: 60 cards, 12 strands of 7 stages, 30 stems, labels of 60 characters."""
    of = session(circles)
    sort = of.workshop.activity("sort")
    assert isinstance(sort, CardSort)
    cards = tuple(Card(id=f"card-{n}", label=f"{n:02} {LONG[4:]}") for n in range(60))
    names = tuple(c.model_copy(update={"label": f"{i} {LONG[2:]}"}) for i, c in enumerate(sort.circles))
    stages = tuple(Stage(title=f"{n} {LONG[2:]}", descriptor="d" * 4000, example="e") for n in range(7))
    full = {
        "sort": sort.model_copy(update={"cards": cards, "circles": names}),
        "reflect": Prompts.model_validate(
            {**of.workshop.activity("reflect").model_dump(), "prompts": [Prompt(id=f"q-{n}", prompt=LINE) for n in range(12)]}
        ),
        "pathway": Pathway.model_validate(
            {**of.workshop.activity("pathway").model_dump(), "strands": [Strand(id=f"s-{n}", title=LONG, stages=stages) for n in range(3)]}
        ),
        "plan": SentenceStems.model_validate(
            {**of.workshop.activity("plan").model_dump(), "stems": [Stem(id=f"t-{n}", stem=LINE, short="s") for n in range(30)]}
        ),
    }  # fmt: skip
    agenda = tuple(full.get(activity.id, activity) for activity in of.workshop.activities)
    workshop = of.workshop.model_copy(update={"activities": agenda})
    return of.model_copy(update={"workshop": workshop, "title": LINE[:60] + "W" * 60, "place": "P" * 120})


def full_contribution(of: Session, number: int, *, times: int = 154) -> Contribution:
    """With answers of this many sentences: 154 make the longest there may be."""
    sort, pathway = of.workshop.activity("sort"), of.workshop.activity("pathway")
    assert isinstance(sort, CardSort)
    assert isinstance(pathway, Pathway)
    places: list[Place] = [*sort.regions, (), ASIDE]
    response = CardSortResponse()
    for n, card in enumerate(sort.cards):
        response = response.put(card.id, places[(n * number) % len(places)])
    marks = PathwayResponse()
    for strand in pathway.strands:
        marks = marks.stand_at(strand, 7).give_evidence(strand.id, "e" * 4000).plan_move(strand.id, "m m " * 1000)
    given = Contribution(participant=Participant(id=f"p-{number}", name="N" * 60))
    given = given.record("sort", response, at=NOW, handed_in=True)
    answers = {f"q-{n}": "An answer of some length. " * times for n in range(12)}
    given = given.record("reflect", PromptsResponse(answers=answers), at=NOW, handed_in=True)
    given = given.record("pathway", marks, at=NOW, handed_in=True)
    endings = {f"t-{n}": f"ending {n} " * 40 for n in range(0, 30, 2)}
    return given.record("plan", SentenceStemsResponse(answers=endings), at=NOW, handed_in=True)


@pytest.mark.parametrize("circles", [2, 3])
def test_everything_at_its_largest_is_printed_within_the_margins(circles: int, tmp_path: Path) -> None:
    of = full_session(circles)
    path = exports.handouts(of, [full_contribution(of, 1)], tmp_path)[0]
    assert not outside_margins(path)
    assert not overlapping(path)
    text = all_text(path)
    for n in range(60):
        assert f"{n:02} {LONG[4:21]}" in text
    assert text.count("length.") == 154 * 12
    hyphen = "\ufffe"  # what a reader copies for one at the end of a line
    assert text.replace(" ", "").replace(hyphen, "").count("e" * 80) >= 3 * 4000 // 80 - 60


@pytest.mark.parametrize("letter", ["Ŵ", "Ŵ ", "Ŵ-"])
@pytest.mark.parametrize("circles", [2, 3])
def test_own_cards_as_long_as_they_may_be_stand_whole_on_paper(circles: int, letter: str, tmp_path: Path) -> None:
    of = session(circles)
    sort = of.workshop.activity("sort")
    assert isinstance(sort, CardSort)
    response, labels = CardSortResponse(), []
    places: list[Place] = [*sort.regions, (), ASIDE]
    for n, place in zip(range(sort.own_cards), places, strict=False):
        labels.append(f"{n:02} {letter * 60}"[:60].strip())
        response = response.write_card(sort, labels[-1]).put(f"own-{n + 1}", place)
    given = Contribution(participant=Participant(id="p-1", name="N")).record("sort", response, at=NOW, handed_in=True)
    path = exports.handouts(of, [given], tmp_path)[0]
    assert not outside_margins(path)
    assert not overlapping(path)
    assert all_text(path).count("Ŵ") == sum(label.count("Ŵ") for label in labels)


def test_sixty_cards_in_one_region_are_all_listed(tmp_path: Path) -> None:
    of = full_session(2)
    given = full_contribution(of, 5)
    path = exports.handouts(of, [given], tmp_path)[0]
    text = all_text(path)
    assert all(f"{n:02} {LONG[4:]}" in text for n in range(60))
    assert not overlapping(path)


def test_the_room_sheet_takes_it_too(tmp_path: Path) -> None:
    of = full_session(3)
    path = exports.room_sheet(of, [full_contribution(of, n, times=154 if n == 1 else 8) for n in range(1, 6)], tmp_path)
    assert not outside_margins(path)
    assert not overlapping(path)


def test_what_was_agreed_is_on_the_first_page_whatever_else_is_there(tmp_path: Path) -> None:
    of = full_session(2)
    plan = of.workshop.activity("plan")
    assert isinstance(plan, SentenceStems)
    stems = [stem.model_copy(update={"first_page": stem.id in ("t-0", "t-2")}) for stem in plan.stems]
    agenda = [
        one if one.id != "plan" else plan.model_copy(update={"stems": tuple(stems)}) for one in of.workshop.activities
    ]
    of = of.model_copy(update={"workshop": of.workshop.model_copy(update={"activities": tuple(agenda)})})
    note = Note(kind=NoteKind.DECISION, text="We read ten books together.", at=NOW, activity="plan")
    path = exports.handouts(
        of.model_copy(update={"title": "Evidence", "notes": (note,)}), [full_contribution(of, 1)], tmp_path
    )[0]
    assert "ten books together" in " ".join(word.text for word in words(path) if word.page == 1)
