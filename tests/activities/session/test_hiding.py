"""What the facilitator hides is hidden from what the room sees, and from nothing else."""

from datetime import date

from hypothesis import given as drawn
from hypothesis import strategies as st

from activities.kinds.activity import Summary, summarise
from activities.kinds.card_sort import CardSortResponse
from activities.kinds.prompts import PromptsResponse
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant, responses_to
from activities.session.hiding import as_shown, given, hide
from activities.session.session import Hidden, Session
from tests.activities.examples import NOW, card_sort, workshop

NEW = begin(workshop(), code="MKRT", title="Autumn", on=date(2026, 11, 20))
WHERE = Hidden(participant="p-1", activity="prompts", field="one")


def wrote(number: int, one: str, two: str = "") -> Contribution:
    answers = PromptsResponse(answers={"one": one, "two": two})
    return Contribution(participant=Participant(id=f"p-{number}", name=f"Table {number}")).record(
        "prompts", answers, at=NOW, handed_in=True
    )


def total(session: Session, everyone: list[Contribution]) -> Summary:
    prompts = session.workshop.activity("prompts")
    return summarise(prompts, responses_to(as_shown(session, everyone), "prompts"))


EVERYONE = [wrote(1, "Mr Grey is lazy", "More visits"), wrote(2, "Fewer forms"), wrote(3, "  ")]


def test_the_facilitator_reads_all_answers_without_names_in_the_order_of_their_letters() -> None:
    found = given(NEW.go_to("prompts", NOW), EVERYONE)
    assert [(one.heading, one.text, one.hidden) for one in found] == [
        ("The first?", "Fewer forms", False),
        ("The first?", "Mr Grey is lazy", False),
        ("The second?", "More visits", False),
    ]
    assert given(NEW, EVERYONE) == ()


def test_what_is_hidden_is_in_no_summary_and_stays_in_its_writers_own_work() -> None:
    session = hide(NEW, WHERE)
    assert "Grey" not in total(session, EVERYONE).model_dump_json()
    assert "More visits" in total(session, EVERYONE).model_dump_json()
    assert "Grey" in EVERYONE[0].model_dump_json()
    assert "Grey" in total(hide(session, WHERE), EVERYONE).model_dump_json()


def test_hiding_is_undone() -> None:
    session = NEW.did("Hid an answer", hide(NEW, WHERE))
    assert session.hidden == (WHERE,)
    assert session.undo().hidden == ()


def test_a_card_of_ones_own_is_hidden_with_its_place() -> None:
    sort = card_sort()
    response = CardSortResponse().write_card(sort, "Rude words")
    response = response.put("own-1", ("left",)).put("alpha", ("left",))
    one = Contribution(participant=Participant(id="p-1", name="A")).record("sort", response, at=NOW)
    session = NEW.go_to("sort", NOW)
    (card,) = given(session, [one])
    assert card.text == "Rude words"
    shown = as_shown(hide(session, card.where), [one])
    assert "Rude words" not in summarise(sort, responses_to(shown, "sort")).model_dump_json()
    assert summarise(sort, responses_to(shown, "sort")).model_dump()["cards"][0]["n"] == 1


@drawn(st.sets(st.tuples(st.integers(1, 3), st.sampled_from(["one", "two"]))))
def test_nothing_but_what_is_hidden_changes(hidden: set[tuple[int, str]]) -> None:
    session = NEW
    for number, field in hidden:
        session = hide(session, Hidden(participant=f"p-{number}", activity="prompts", field=field))
    for before, after in zip(EVERYONE, as_shown(session, EVERYONE), strict=True):
        number = int(before.participant.id[2:])
        for field in ("one", "two"):
            text = before.versions[0].response.model_dump()["answers"][field]
            left = after.versions[0].response.model_dump()["answers"].get(field)
            assert left == (None if (number, field) in hidden else text)
