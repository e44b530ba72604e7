"""A programme from its beginning to a later session, and somebody who is forgotten in all of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from activities.kinds.prompts import PromptsResponse
from activities.refusal import Refused
from activities.session.closing import close
from activities.session.sitting import Sitting
from store import open_store
from store.protocol import Store
from store.workshops import series
from tests.tui.conftest import NOW
from tui.tasks.beginning import Wanted
from tui.tasks.forgetting import find_person, forget_person
from tui.tasks.programmes import Group, begin_next, begin_programme, programme_with_sessions

WORKSHOP = """
id: {name}
title: {name}
summary: A session.
activities:
  - id: goals
    kind: prompts
    title: Goals
    minutes: 5
    purpose: To begin.
    question: What for?
    instructions: Write.
    {source}
    prompts:
      - id: one
        prompt: What is your goal?
"""
SERIES = """
id: year
title: A year
summary: Two sessions.
sessions:
  - {workshop: begins, when: September, minutes: 60, purpose: To begin.}
  - {workshop: goes-on, when: May, minutes: 60, purpose: To go on., repeats: true}
"""
WANTED = Wanted(title="", on=date(2026, 11, 20))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "workshops"
    folder.mkdir()
    (folder / "begins.yaml").write_text(WORKSHOP.format(name="begins", source=""))
    (folder / "goes-on.yaml").write_text(WORKSHOP.format(name="goes-on", source="from: [begins/goals]"))
    (folder / "year.yaml").write_text(SERIES)
    return tmp_path


@pytest.fixture
def store(home: Path) -> Store:
    return open_store(home)


def begun(store: Store) -> str:
    found = series("year", store.home)
    return begin_programme(store, found, Group("Hills cluster", names=["Table 1: Ann Sweet, Omar"]), Random(1))


def test_the_next_session_has_its_people_and_what_they_gave(store: Store) -> None:
    name = begun(store)
    assert name == "hills-cluster"
    first = begin_next(store, name, WANTED, Random(2))
    ann = store.session(first).roster[1]
    goal = PromptsResponse(answers={"one": "Fewer gaps."})
    store.change_contribution(first, ann, lambda now: now.record("goals", goal, at=NOW))
    second = begin_next(store, name, WANTED, Random(3))
    session, kept = store.session(second), store.contribution(second, ann.id)
    assert session.roster == store.session(first).roster
    assert session.title == "Hills cluster: Goes on"
    assert kept is not None
    offered = Sitting(session, ann, kept).offered
    assert [one.text for one in offered["begins/goals"]] == ["Fewer gaps."]
    assert (session.programme, session.part) == (name, 1)
    known, sessions = programme_with_sessions(store, name)
    assert [one.code for one in known.held] == [first, second] == [one.code for one in sessions]


def test_a_session_of_it_is_found_again_on_another_computer(store: Store, tmp_path: Path) -> None:
    name = begun(store)
    first = begin_next(store, name, WANTED, Random(2))
    other = open_store(tmp_path / "other")
    other.create_programme(store.programme(name).model_copy(update={"held": ()}))
    other.create(store.session(first))
    known, sessions = programme_with_sessions(other, name)
    assert [one.code for one in known.held] == [first]
    assert [one.code for one in sessions] == [first]


def test_who_is_forgotten_in_one_session_is_forgotten_in_the_programme(store: Store, home: Path) -> None:
    name = begun(store)
    first = begin_next(store, name, WANTED, Random(2))
    ann = store.session(first).roster[1]
    goal = PromptsResponse(answers={"one": "A goal nobody else has."})
    store.change_contribution(first, ann, lambda now: now.record("goals", goal, at=NOW))
    second = begin_next(store, name, WANTED, Random(3))
    forget_person(store, second, find_person(store, second, "Ann Sweet"))
    left = [path for path in home.rglob("*.json") if path.is_file()]
    assert not [path for path in left if b"Ann Sweet" in path.read_bytes() or b"nobody else" in path.read_bytes()]
    store.change_session(second, lambda now: close(now, NOW, delete_on=None))
    third = begin_next(store, name, Wanted(title="", on=date(2026, 12, 1)), Random(4))
    assert ann.id not in [one.id for one in store.session(third).roster]


def test_what_cannot_be_begun_is_told(store: Store) -> None:
    name = begun(store)
    for wanted, why in (
        (replace(WANTED, code="OIL0"), "A code is 4 letters"),
        (replace(WANTED, delete_on=date(2026, 11, 1)), "comes before the session"),
        (replace(WANTED, names=["Zoe"]), "the people of its programme"),
        (replace(WANTED, place="a\u202eb"), "cannot be shown"),
    ):
        with pytest.raises(Refused, match=why):
            begin_next(store, name, wanted, Random(2))
    assert store.sessions() == []
    with pytest.raises(Refused, match="It still has begins, goes-on"):
        begin_next(store, name, WANTED, Random(2), "elsewhere")
    with pytest.raises(Refused, match="no series called ‘years’: did you mean ‘year’"):
        series("years", store.home)
