"""What is done a second time stands beside the first, by person, and under the rule for small groups."""

from datetime import UTC, date, datetime

import pytest

from activities.kinds.log_entries import LogResponse
from activities.kinds.pathway import Mark, PathwayResponse, PathwaySummary
from activities.reveal.total import compares
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.findings import by_round, findings, room_findings
from activities.session.hiding import as_shown
from activities.session.session import Session
from activities.session.sitting import Sitting
from activities.session.steps import STEPS
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from activities.workshop.workshop import Workshop
from tests.activities.examples import log, pathway

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)
FIRST = pathway("first")
STRAND = FIRST.strands[0].id


@pytest.fixture
def twice(session: Session) -> Session:
    """A session in which the same pathway is gone through twice, now for the second time."""
    second = FIRST.model_copy(update={"id": "second", "again": "first"})
    workshop = session.workshop.model_copy(update={"activities": (FIRST, second)})
    return session.model_copy(update={"workshop": workshop, "current": "second", "running": {}}).open(AT).reveal(AT)


def people(many: int, first: int | None, second: int) -> list[Contribution]:
    def at(stage: int) -> PathwayResponse:
        return PathwayResponse(marks={STRAND: Mark(stage=stage)})

    found = []
    for number in range(many):
        one = Contribution(participant=Participant(id=f"p-{number}", name=f"N {number}"))
        if first is not None:
            one = one.record("first", at(first), at=AT)
        found.append(one.record("second", at(second), at=AT))
    return found


def test_the_second_time_is_compared_with_the_first_by_person(twice: Session) -> None:
    found = room_findings(twice, people(6, 1, 3), 5)
    assert found is not None
    assert found.shift is not None
    assert (found.shift.both, found.shift.movers) == (6, 6)
    assert isinstance(found.before, PathwaySummary)
    assert found.before.strands[0].stages["1"] == 6
    assert STEPS["compare"].makes_sense(twice)
    assert compares(twice.show(compare=True))


def test_too_few_of_both_times_are_not_compared(twice: Session) -> None:
    everyone = as_shown(twice, [*people(4, 1, 3), *people(9, None, 2)[4:]])
    found = findings(twice.activity, everyone, smallest=5)
    assert (found.shift, found.before) == (None, None)
    assert "Fewer than 5" in found.apart
    assert list(by_round(twice.activity, everyone, smallest=5)) == [1]


def test_who_did_it_once_is_not_in_the_comparison(twice: Session) -> None:
    found = findings(twice.activity, as_shown(twice, people(3, None, 2)), smallest=1)
    assert found.shift is not None
    assert found.shift.both == 0


FILE = """
id: mine
title: Mine
summary: A summary.
activities:
  - id: first
    kind: prompts
    title: First
    minutes: 5
    purpose: To begin.
    question: Why?
    instructions: Write.
    prompts:
      - id: one
        prompt: What?
  - id: second
    again: {again}
    title: Second
"""


@pytest.mark.parametrize("named", ["first", "mine/first"])
def test_the_second_time_takes_its_definition_from_the_first(named: str) -> None:
    first, second = read_workshop(FILE.format(again=named), "mine.yaml").activities
    assert second.title == "Second"
    same = {"id", "title", "again"}
    assert second.model_dump(exclude=same) == first.model_dump(exclude=same)


@pytest.mark.parametrize(("named", "why"), [("third", "does not exist"), ("second", "comes no earlier")])
def test_what_cannot_be_the_first_time_is_told_in_its_line(named: str, why: str) -> None:
    text = FILE.format(again=named) + FILE.split("activities:\n")[1].split("  - id: second")[0].replace("first", "last")
    with pytest.raises(WorkshopMistakes) as mistakes:
        read_workshop(text, "mine.yaml")
    assert any(one.startswith("mine.yaml:17:") and why in one for one in mistakes.value.mistakes)


def test_a_log_that_is_kept_again_goes_on_with_its_entries_and_what_else_is_done_again_begins_anew() -> None:
    day = date(2026, 10, 5)
    kept = LogResponse().add(day).write("entry-1", "planned", "Read aloud.", day)
    first, second = log("diary"), log("diary-again").model_copy(update={"again": "diary"})
    workshop = Workshop(id="w", title="W", summary="S", activities=(first, second))
    session = begin(workshop, code="ABCD", title="T", on=day).model_copy(update={"current": "diary-again"})
    ann = Participant(id="p-1", name="Ann")
    contribution = Contribution(participant=ann).record("diary", kept, at=AT)
    assert Sitting(session, ann, contribution).response == kept
    carried = [version.model_copy(update={"activity": "w-1/diary"}) for version in contribution.versions]
    elsewhere = session.model_copy(
        update={
            "workshop": workshop.model_copy(update={"activities": (second.model_copy(update={"again": "w-1/diary"}),)})
        }
    )
    assert Sitting(elsewhere, ann, Contribution(participant=ann, carried=tuple(carried))).response == kept
    anew = FIRST.model_copy(update={"id": "second", "again": "first"})
    assert not anew.goes_on


def test_another_workshop_is_read_once_however_much_of_it_is_done_again() -> None:
    asked: list[str] = []

    def others(name: str) -> str:
        asked.append(name)
        return FILE.format(again="first")

    again = "  - {{id: {0}, again: mine/first, title: Again}}\n"
    head = "id: later\ntitle: Later\nsummary: A summary.\nactivities:\n"
    found = read_workshop(head + again.format("a") + again.format("b"), "later.yaml", others)
    assert [one.kind for one in found.activities] == ["prompts", "prompts"]
    assert asked == ["mine"]
