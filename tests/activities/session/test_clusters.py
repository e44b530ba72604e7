"""Clusters: as the rule proposes until the facilitator changes something, then as they were left."""

from datetime import date

import pytest

from activities.refusal import Refused
from activities.session.beginning import begin
from activities.session.clusters import Clusters, arranged_anew, clusters_of, led, matching, moved, named
from activities.session.contribution import Contribution, Participant
from activities.session.forgetting import without
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from tests.activities.examples import NOW, brief, filled, form

FORM = form()


def gave(name: str, *topics: str) -> Contribution:
    one = Contribution(participant=Participant(id=f"p-{name.casefold()}", name=name))
    return one.record("form", filled(name, *topics), at=NOW, handed_in=True)


ROOM = [gave("Amara", "Reading"), gave("Tom", "Reading"), gave("Priya", "Talk"), gave("Ffion", "Talk")]


@pytest.fixture
def session() -> Session:
    agenda = Workshop(id="w", title="W", summary="s", activities=(brief(), FORM))
    return begin(agenda, code="MKRT", title="T", on=date(2026, 11, 20))


def now(session: Session, room: list[Contribution] = ROOM) -> Clusters:
    return clusters_of(session, FORM, room)


def people(session: Session, room: list[Contribution] = ROOM) -> list[set[str]]:
    return [{who.removeprefix("p-") for who in one.members} for one in now(session, room).clusters]


def test_they_are_first_as_the_rule_proposes_and_named_for_what_they_share(session: Session) -> None:
    assert people(session) == [{"amara", "tom"}, {"priya", "ffion"}]
    assert [now(session).called(one) for one in now(session).clusters] == ["Reading", "Talk"]
    assert matching(session) == FORM
    assert not session.clusters


def test_somebody_moves_to_the_next_cluster_and_past_the_last_begins_a_new_one(session: Session) -> None:
    there = moved(session, now(session), "p-tom", 1)
    assert people(there) == [{"amara"}, {"priya", "ffion", "tom"}]
    alone = moved(there, now(there), "p-tom", 1)
    assert people(alone) == [{"amara"}, {"priya", "ffion"}, {"tom"}]
    assert moved(alone, now(alone), "p-amara", -1) == alone
    assert people(moved(alone, now(alone), "p-tom", -1)) == people(there)


def test_a_cluster_keeps_its_name_and_its_facilitator_though_all_leave_it(session: Session) -> None:
    given = led(named(session, now(session), 0, " Readers "), now(named(session, now(session), 0, "Readers")), 0, "Jo")
    for who in ("p-amara", "p-tom"):
        given = moved(given, now(given), who, 1)
    first = now(given).clusters[0]
    assert (first.name, first.facilitator, first.members) == ("Readers", "Jo", ())
    with pytest.raises(Refused, match="60 characters"):
        named(given, now(given), 0, "x" * 61)


def test_who_comes_late_joins_those_they_share_most_with_and_nobody_else_moves(session: Session) -> None:
    kept = moved(session, now(session), "p-tom", 1)
    room = [*ROOM, gave("Late", "Reading")]
    assert people(kept, room) == [{"amara", "late"}, {"priya", "ffion", "tom"}]


def test_all_can_be_arranged_anew_and_every_change_undone(session: Session) -> None:
    kept = session.did("Moved somebody", moved(session, now(session), "p-tom", 1))
    assert people(arranged_anew(kept, FORM)) == people(session)
    assert people(kept.undo()) == people(session)


def test_a_session_with_clusters_survives_being_kept(session: Session) -> None:
    kept = session.did("Moved somebody", moved(session, now(session), "p-tom", 1))
    assert Session.model_validate_json(kept.model_dump_json()) == kept


def test_whoever_is_forgotten_is_in_no_cluster_and_leads_none(session: Session) -> None:
    kept = led(session, now(session), 1, "Tom")
    kept = kept.did("Gave a cluster a facilitator", moved(kept, now(kept), "p-amara", 1))
    gone = without(kept, "p-tom", {"Tom"})
    assert "p-tom" not in gone.model_dump_json(exclude={"forgotten"})
    assert "Tom" not in gone.model_dump_json(exclude={"forgotten"})


def test_an_agenda_without_topics_has_no_clusters(session: Session) -> None:
    bare = session.workshop.model_copy(update={"activities": (brief(), FORM.model_copy(update={"match": None}))})
    assert matching(session.model_copy(update={"workshop": bare})) is None
