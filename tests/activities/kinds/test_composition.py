"""A composition: what flows in stays what its writer makes of it, and a work is seen as a whole or not at all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from activities.kinds.activity import Offer, blank, in_words, moved, offers, progress, shown, summarise, without, words
from activities.kinds.audience import Audience
from activities.kinds.composition import WHOLE, Composition, CompositionResponse, CompositionSummary, Pages, flowed
from activities.model import ANSWER_LIMIT
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import composition

POSTER = composition()
GIVEN = {"prompts": (Offer(heading="What now?", text="Read."), Offer(heading="Plan", text="Go on."))}


def fresh(**given: tuple[Offer, ...]) -> CompositionResponse:
    found = flowed(POSTER, CompositionResponse(), given or GIVEN)
    assert isinstance(found, CompositionResponse)
    return found


def added_up(*given: CompositionResponse, smallest: int = 1, activity: Composition = POSTER) -> CompositionSummary:
    found = shown(activity, summarise(activity, given), smallest)
    assert isinstance(found, CompositionSummary)
    return found


def test_what_earlier_activities_hold_stands_there_from_the_beginning_with_where_it_came_from() -> None:
    found = fresh()
    assert found.begun
    assert [(piece.source, piece.heading, piece.text) for piece in found.of("plan")] == [
        ("prompts", "What now?", "What now? Read."),
        ("prompts", "Plan", "Go on."),
    ]
    assert found.text("plan") == "What now? Read.\n\nGo on."


def test_it_is_kept_changed_or_struck_out_and_the_source_keeps_its_own() -> None:
    found = fresh().write("plan/0", "We read.").strike("plan/1").write("plan", "And more.")
    assert found.text("plan") == "We read.\n\nAnd more."
    assert [piece.changed for piece in found.of("plan")] == [True, False]
    assert found.strike("plan/1").text("plan") == "We read.\n\nGo on.\n\nAnd more."
    assert GIVEN["prompts"][0].text == "Read."


def test_what_was_left_as_it_came_follows_its_source_and_what_was_changed_does_not() -> None:
    found = fresh().write("plan/0", "We read.")
    later = {"prompts": (Offer(heading="What now?", text="Look."), Offer(heading="Plan", text="Stop."))}
    assert flowed(POSTER, found, later).text("plan") == "We read.\n\nStop."


def test_what_is_new_flows_in_after_what_is_there() -> None:
    later = {"prompts": (Offer(heading="New", text="N."), *GIVEN["prompts"])}
    assert [piece.heading for piece in flowed(POSTER, fresh(), later).of("plan")] == ["What now?", "Plan", "New"]


texts = st.text(max_size=12)
given_offers = st.lists(st.builds(Offer, heading=st.sampled_from(["A", "B?", ""]), text=texts), max_size=5).map(tuple)


@given(
    given_offers,
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(["strike", "write"]), texts), max_size=8),
    given_offers,
)
def test_flowing_in_again_changes_nothing_and_loses_nothing_of_what_people_did(
    first: Any, steps: list[tuple[int, str, str]], second: Any
) -> None:
    found = fresh(prompts=first)
    for number, what, text in steps:
        if number < len(found.of("plan")):
            found = found.strike(f"plan/{number}") if what == "strike" else found.write(f"plan/{number}", text)
    assert flowed(POSTER, found, {"prompts": first}) == found
    after = flowed(POSTER, found, {"prompts": second})
    kept = {piece.key: piece for piece in after.of("plan")}
    for piece in found.of("plan"):
        assert kept[piece.key].struck == piece.struck
        assert not piece.changed or kept[piece.key] == piece
    assert len(kept) == len(after.of("plan"))
    wanted = {offer.heading for offer in second if offer.text.strip()}
    assert wanted <= {piece.heading for piece in after.of("plan")}


def test_an_answer_is_not_too_long() -> None:
    with pytest.raises(Refused, match="20,000"):
        fresh().write("plan/0", "x" * (ANSWER_LIMIT + 1))


def test_a_work_is_in_the_summary_only_where_it_is_offered_and_then_whole() -> None:
    mine, theirs = fresh().write("plan", "secret"), fresh().write("plan", "open").offer(WHOLE)
    summary = added_up(mine, theirs)
    assert (summary.participants, summary.offered) == (2, 1)
    assert [work.parts["plan"] for work in summary.works] == ["What now? Read.\n\nGo on.\n\nopen"]
    assert "secret" not in repr(summary)
    assert "secret" not in "\n".join(in_words(POSTER, summary))
    own = POSTER.model_copy(update={"audience": Audience.OWN})
    assert added_up(theirs, activity=own).works == ()
    room = POSTER.model_copy(update={"audience": Audience.ROOM})
    assert len(added_up(mine, theirs, activity=room).works) == 2


def test_json_has_counts_and_no_texts() -> None:
    summary = added_up(*[fresh().offer(WHOLE)] * 5, smallest=5)
    assert {
        key: value for key, value in summary.model_dump(mode="json").items() if key in ("sections", "offered", "works")
    } == {
        "sections": [
            {"section": "title", "n": None, "withheld": summary.sections[0].withheld},
            {"section": "plan", "n": 5, "withheld": None},
        ],
        "offered": 5,
    }
    few = added_up(*[fresh().offer(WHOLE)] * 4, smallest=5).model_dump(mode="json")
    assert few["offered"] is None
    assert [one["n"] for one in few["sections"]] == [None, None]


def test_a_section_that_too_few_filled_is_in_no_work() -> None:
    given = [fresh().offer(WHOLE) for _ in range(5)]
    given[0] = given[0].write("title", "the only one")
    summary = added_up(*given, smallest=5)
    assert "the only one" not in repr(summary)
    assert len(summary.works) == 5


def test_hidden_sections_are_gone_and_later_activities_may_take_over_the_rest() -> None:
    found = fresh().write("title", "Aloud")
    assert [(one.field, one.text) for one in words(POSTER, found)] == [
        ("title", "Aloud"),
        ("plan", "What now? Read.\n\nGo on."),
    ]
    assert "plan" not in {one.field for one in words(POSTER, without(POSTER, found, ["plan"]))}
    assert [offer.heading for offer in offers(POSTER, found)] == ["The title", "Plan"]
    assert progress(POSTER, found).complete
    assert not progress(POSTER, blank(POSTER)).begun
    assert moved(POSTER, found, found.write("title", "Quiet")) == {"title"}


def test_pages_fill_by_words() -> None:
    poster = fresh().write("plan", "word " * 355)
    assert POSTER.fill(poster).said == "100% of the page"
    assert POSTER.fill(poster.write("plan", "word " * 400)).said == "about 45 words more than the page holds"
    report = POSTER.model_copy(update={"format": "report"})
    assert report.fill(poster.write("plan", "word " * 1_200)).said == "page 3 of 4 to 5"


def test_a_report_may_be_of_other_pages_and_says_how_full_they_are() -> None:
    account = POSTER.model_copy(update={"format": "report", "pages": Pages(least=1, most=2)})
    long = CompositionResponse().write("plan", "word " * 600)
    assert account.fill(long).said == "page 2 of 1 to 2"
    assert account.fill(long.write("title", "word " * 600)).said == "about 40 words more than the 2 pages hold"
    two = account.model_copy(update={"pages": Pages(least=2, most=2)})
    assert two.fill(long).said == "page 2 of 2"


def test_pages_are_for_a_report_and_in_order() -> None:
    before = POSTER.model_dump()
    with pytest.raises(ValidationError, match="a poster is one page"):
        Composition.model_validate({**before, "pages": {"from": 1, "to": 2}})
    with pytest.raises(ValidationError, match="put the smaller number first"):
        Composition.model_validate({**before, "format": "report", "pages": {"from": 2, "to": 1}})


HEAD = """id: w
title: W
summary: s
activities:
  - id: b
    kind: composition
    title: B
    minutes: 5
    purpose: p
    question: q
    instructions: i
"""


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("    format: leaflet\n    sections: [{id: a, heading: A}]\n", "12: ‘format’"),
        ("    sections: [{id: a, heading: A}]\n", "‘format’ is missing here"),
        ("    format: poster\n    sections: [{id: a, heading: A}, {id: a, heading: B}]\n", "used more than once"),
        (
            "    format: poster\n    sections: [{id: a, heading: A, banner: true}, {id: b, heading: B, banner: true}]\n",
            "more than one section is the banner",
        ),
        ("    format: poster\n    from: [b]\n    sections: [{id: a, heading: A}]\n", "section by section"),
        (
            "    format: poster\n    sections: [{id: a, heading: A, from: [c]}]\n",
            "13: ‘from’ names ‘c’, which does not exist",
        ),
        ("    format: poster\n    sections: [{id: a, heading: A, words: 2}]\n", "it must be at least 5"),
        ("    format: poster\n    sections: [{id: a, headin: A}]\n", "did you mean ‘heading’?"),
    ],
)
def test_a_mistake_is_told_in_its_line(rest: str, words: str) -> None:
    with pytest.raises(WorkshopMistakes) as told:
        read_workshop(HEAD + rest, "w.yaml")
    assert words in str(told.value)
