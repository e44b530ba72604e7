"""The room sheet: the head's half page first, every figure with its round, nobody's name, and endings last."""

import re

import pytest

from activities.kinds.card_sort import CardSortResponse
from activities.kinds.prompts import PromptsResponse
from activities.kinds.registry import kinds, registered
from activities.session.contribution import Contribution, Participant
from exports.document import Answers, Document, Fields, Heading, KeepTogether, Table
from exports.documents.room_sheet import room_sheet
from exports.kinds.sections import own_section, room_section
from exports.pictures.stages import Spread
from tests.activities import examples
from tests.exports.blocks import found, said
from tests.exports.documents.test_noted import noted
from tests.exports.room_of_teachers import NOW, contribution, session


def room(count: int, rounds: int = 1) -> list[Contribution]:
    of = session()
    given_by = []
    for number in range(count):
        given = contribution(of, number)
        named = Participant(id=f"p-{number}", name=f"Ffion Teacher {number}")
        given = given.model_copy(update={"participant": named})
        again = contribution(of, number + 100)
        for _ in range(rounds - 1):
            for activity in ("sort", "pathway"):
                version = again.latest(activity)
                assert version is not None
                given = given.record(activity, version.response, at=NOW, round_number=2, handed_in=True)
        given_by.append(given)
    return given_by


def sheet(contributions: list[Contribution], smallest_group: int = 5) -> Document:
    return room_sheet(session(), contributions, smallest_group)


def test_nobody_is_named() -> None:
    made = sheet(room(7))
    assert "Ffion Teacher" not in said(made) + made.foot + made.name


def test_it_begins_with_what_a_head_teacher_needs() -> None:
    of = noted()
    made = room_sheet(of, room(7), 5)
    assert isinstance(made.blocks[0], Heading)
    assert made.blocks[0].text == "In short"
    short = made.blocks[1]
    assert isinstance(short, Fields)
    named = dict(short.pairs)
    assert named["Took part"] == "7"
    contested = named["What our evidence is for"]
    assert contested.startswith("Most contested, with the place that most chose: ")
    assert contested.count(" of 7)") == 3
    assert "Use of evidence: 7 answers. The middle answer (median) is" in named["Where I stand"]
    early = said(made.blocks[:4])
    assert "Decision: We read books together." in early
    assert "Action: Send the list round. (Kasia, by Friday)" in early


def test_it_ends_with_what_people_wrote() -> None:
    made = sheet(room(7))
    end = made.blocks.index(Heading("What people wrote"))
    assert not found(made.blocks[:end], Answers)
    assert len(found(made.blocks[end:], Answers)) == 14
    assert not [block for block in made.blocks[end + 1 :] if isinstance(block, Heading) and block.level == 1]
    assert "Their answers stand at the end." in said(made)


def test_it_has_the_most_contested_cards_first_and_agreement_in_words() -> None:
    table = found(sheet(room(7)), Table)[0]
    shares = [int(re.findall(r"(\d+) %", row[-1])[0]) for row in table.rows]
    assert shares == sorted(shares)
    assert {row[-1].split(",")[0] for row in table.rows} <= {"split", "mixed", "mostly agree", "all agree"}


def test_agreement_is_the_share_of_pairs_counted_one_by_one() -> None:
    places: tuple[tuple[str], ...] = (("accountability",),) * 4 + (("development",),) * 3
    given = [
        Contribution(participant=Participant(id=f"p-{n}", name="A")).record(
            "sort", CardSortResponse().put("card-0", place), at=NOW
        )
        for n, place in enumerate(places)
    ]
    pairs = [one == two for n, one in enumerate(places) for two in places[:n]]
    share = round(100 * sum(pairs) / len(pairs))
    rows = {row[0]: row[-1] for row in found(sheet(given), Table)[0].rows}
    assert rows["Learner progress"] == f"mixed, {share} %"


def test_the_spread_over_stages_has_its_number_and_median() -> None:
    made = sheet(room(7))
    assert "7 answers. The middle answer (median) is" in said(made)
    assert {sum(spread.counts) for spread in found(made, Spread)} == {7}
    assert found(made, Spread)[0].titles[0] == "Starting"


def test_everything_about_one_strand_stays_together() -> None:
    kept = [block for block in found(sheet(room(7, rounds=2)), KeepTogether) if found(block.blocks, Spread)]
    assert [len(found(block.blocks, Spread)) for block in kept] == [2, 2, 2]


def test_fewer_than_five_answers_are_not_broken_down() -> None:
    made = sheet(room(4))
    text = said(made)
    assert text.count("4 are in. Answers are shown when 5 are in: fewer could tell who gave them.") == 4
    assert not found(made, Spread)
    assert not found(made, Answers)
    assert dict(found(made, Fields)[0].pairs) == {"Took part": "4"}


def test_the_facilitator_may_say_otherwise() -> None:
    text = said(sheet(room(4), smallest_group=1))
    assert "could tell who" not in text
    assert "4 answers. The middle answer (median)" in text


def test_before_and_after_are_both_there_and_every_figure_names_its_round() -> None:
    made = sheet(room(7, rounds=2))
    text = said(made)
    assert "Round 1, before the discussion: 7 answers." in text
    assert "Round 2, after the discussion: 7 answers." in text
    assert re.search(r"([1-7]|None) of 7 who marked it both times moved their mark", text)
    assert "Round 2, after the discussion: Each card stands where most put it" in text
    assert "7 of 7 who sorted both times moved a card. Before is round 1, after is round 2." in text
    assert "What our evidence is for, round 2" in dict(found(made, Fields)[0].pairs)


def test_what_fewer_than_five_changed_is_not_broken_down() -> None:
    everybody = room(7)
    for number in range(4):
        other = CardSortResponse().put("card-0", ("accountability",))
        everybody[number] = everybody[number].record("sort", other, at=NOW, round_number=2, handed_in=True)
    text = said(sheet(everybody))
    assert "Before and after the discussion" not in text
    assert "both times" not in text
    assert "Round 1, before the discussion: Each card stands where most put it" in text


def test_written_answers_are_the_last_wording_with_how_many_changed_theirs() -> None:
    everybody = [
        one.record("reflect", PromptsResponse(answers={"now": f"Second thought {n}."}), at=NOW, round_number=2)
        for n, one in enumerate(room(6))
    ]
    text = said(sheet(everybody))
    assert "who wrote both times changed something" in text
    assert "Second thought 3." in text
    assert "We collect a great deal for accountability" not in text


def test_the_order_of_answers_says_nothing_about_who_gave_them() -> None:
    everybody = room(7)
    one = said(sheet(everybody))
    assert one == said(sheet(everybody[::-1]))
    order = [one.index(f"in group {number}.") for number in range(7)]
    assert order != sorted(order)


@pytest.mark.parametrize("smallest_group", [1, 5])
def test_an_empty_room_has_a_sheet_too(smallest_group: int) -> None:
    text = said(sheet([], smallest_group))
    assert "Took part 0" in text
    assert "Nobody has answered this yet." in text
    assert "To talk about Which card did you disagree on, and why?" in text


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_has_its_section_on_the_room_sheet_and_on_a_handout(kind: str) -> None:
    example = getattr(examples, kind)()
    assert example.kind == kind
    for section in (room_section, own_section):
        registered(section, "exports.kinds", example)
