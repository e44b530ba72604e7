"""Who comments on whose work: round a ring that stays as people come; and where comments are found."""

from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.audience import Audience
from activities.kinds.composition import WHOLE, Composition, CompositionResponse
from activities.kinds.feedback import Feedback, FeedbackResponse
from activities.kinds.prompts import PromptsResponse
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant, Version
from activities.session.forgetting import without
from activities.session.hiding import hide
from activities.session.ring import remarks, visit, works_for, works_in_ring
from activities.session.session import Hidden, Session
from activities.session.sitting import Sitting
from activities.workshop.workshop import Workshop
from tests.activities.examples import NOW, composition, feedback, prompts

OFFERED = prompts().model_copy(update={"audience": Audience.OFFERED})
COMMENTS = feedback()
MINUTE = timedelta(minutes=1)


def session(asked: object = OFFERED, comments: Feedback = COMMENTS) -> Session:
    agenda = Workshop(id="w", title="W", summary="s", activities=(asked, comments))
    return begin(agenda, code="MKRT", title="T", on=NOW.date(), facilitator="Ms Hill")


def wrote(number: int, *, offered: bool = True, at: int | None = None) -> Contribution:
    """Who answered the first question at a minute, and offers that."""
    response = PromptsResponse(answers={"one": f"Text {number}", "two": "kept back"})
    given = response.offer("one") if offered else response
    who = Contribution(participant=Participant(id=f"p-{number}", name=f"Name {number}"))
    return who.record("prompts", given, at=NOW + MINUTE * (number if at is None else at), handed_in=True)


def commented(one: Contribution, to: str, *, handed_in: bool = True, named: bool = False) -> Contribution:
    response = FeedbackResponse().write(to, "clear", f"From {one.participant.id}")
    return one.record("comments", response.give_name(to) if named else response, at=NOW, handed_in=handed_in)


def given_to(one: Contribution, everyone: list[Contribution]) -> list[str]:
    return [work.to for work in works_for(session(), everyone, COMMENTS, one.participant, 5)]


numbers = st.lists(st.integers(1, 30), unique=True, min_size=2, max_size=12)


@given(numbers, st.randoms())
def test_everyone_reads_one_work_and_every_work_is_read_by_one(found: list[int], random: object) -> None:
    everyone = [wrote(number) for number in found]
    firsts = {one.participant.id: given_to(one, everyone)[0] for one in everyone}
    assert sorted(firsts.values()) == sorted(firsts)
    assert all(giver != to for giver, to in firsts.items())
    shuffled = list(everyone)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {one.participant.id: given_to(one, shuffled)[0] for one in everyone} == firsts


@given(numbers)
def test_who_comes_later_changes_what_one_other_is_given_at_most(found: list[int]) -> None:
    everyone = [wrote(number) for number in found]
    before = {one.participant.id: given_to(one, everyone)[0] for one in everyone}
    later = [*everyone, wrote(99)]
    after = {one.participant.id: given_to(one, later)[0] for one in everyone}
    assert sum(before[who] != after[who] for who in before) == 1


@given(numbers, st.data())
def test_whoever_has_begun_keeps_the_work_they_write_about(found: list[int], data: st.DataObject) -> None:
    everyone = [wrote(number) for number in found]
    me = everyone[0]
    to = data.draw(st.sampled_from([one.participant.id for one in everyone[1:]]))
    everyone[0] = commented(me, to, handed_in=False)
    assert given_to(me, [*everyone, wrote(0), wrote(99)])[0] == to


def test_who_has_no_work_in_the_ring_is_given_the_one_that_fewest_have_written_about() -> None:
    everyone = [wrote(1), wrote(2), wrote(3, offered=False)]
    everyone[1] = commented(everyone[1], "p-1")
    assert given_to(everyone[2], everyone) == ["p-2", "p-1"]
    counts = Counter(given_to(wrote(number, offered=False), everyone)[0] for number in (7, 8))
    assert counts == {"p-2": 2}


def test_only_what_was_offered_and_is_not_hidden_is_read() -> None:
    of, everyone = session(), [wrote(1), wrote(2), wrote(3, offered=False)]
    (first, second) = works_in_ring(of, everyone, COMMENTS, 5)
    assert [part.text for part in first.parts] == ["Text 1"]
    assert second.to == "p-2"
    hidden = hide(of, Hidden(participant="p-2", activity="prompts", field="one"))
    assert [work.to for work in works_in_ring(hidden, everyone, COMMENTS, 5)] == ["p-1"]


def test_where_nobody_offered_theirs_the_rule_of_small_groups_holds() -> None:
    of = session(prompts())
    four = [wrote(number, offered=False) for number in range(1, 5)]
    assert works_in_ring(of, four, COMMENTS, 5) == []
    assert len(works_in_ring(of, [*four, wrote(5)], COMMENTS, 5)) == 5
    own = session(prompts().model_copy(update={"audience": Audience.OWN}))
    assert works_in_ring(own, [*four, wrote(5)], COMMENTS, 1) == []


def test_nobody_is_given_the_work_of_their_own_table() -> None:
    table = wrote(1)
    at_it = Contribution(participant=Participant(id="p-7", name="Amara", at="p-1"))
    assert given_to(at_it, [table, wrote(2), at_it]) == ["p-2"]


def test_a_composition_is_read_whole() -> None:
    poster = composition()
    of = session(poster.model_copy(update={"sections": (poster.sections[0],)}), feedback(on="poster"))
    assert isinstance(of.workshop.activities[0], Composition)
    ann = Contribution(participant=Participant(id="p-1", name="Ann"))
    ann = ann.record("poster", CompositionResponse(own={"title": "T"}).offer(WHOLE), at=NOW, handed_in=True)
    (work,) = works_in_ring(of, [ann], feedback(on="poster"), 5)
    assert [(part.heading, part.text) for part in work.parts] == [("The title", "T")]


def test_comments_are_found_beside_ones_own_work_without_a_name_unless_it_was_given() -> None:
    everyone = [wrote(1), commented(wrote(2), "p-1"), commented(wrote(3), "p-1", named=True)]
    of = visit(session(), "comments", FeedbackResponse().write("p-1", "idea", "Well done").give_name("p-1"))
    found = remarks(of, everyone)
    assert found.keys() == {("p-1", "prompts")}
    assert {(one.heading, one.text, one.by) for one in found["p-1", "prompts"]} == {
        ("What is clear", "From p-2", ""),
        ("What is clear", "From p-3", "Name 3"),
        ("An idea", "Well done", "Ms Hill"),
    }
    assert remarks(of, list(reversed(everyone))) == found
    assert (
        Sitting(of, everyone[0].participant, everyone[0], everyone=tuple(everyone)).remarks == found["p-1", "prompts"]
    )
    assert Sitting(of, everyone[1].participant, everyone[1], everyone=tuple(everyone)).remarks == ()


def test_what_is_half_written_is_found_once_the_time_for_it_is_over() -> None:
    everyone = [wrote(1), commented(wrote(2), "p-1", handed_in=False)]
    of = session().go_to("comments", NOW).open(NOW)
    assert remarks(of, everyone) == {}
    assert remarks(of.lock(NOW), everyone)


def test_the_work_of_an_earlier_session_is_read_too_and_its_comments_stand_at_the_feedback() -> None:
    on = feedback(on="starting/prompts")
    of = session(comments=on).model_copy(update={"earlier": {"starting/prompts": OFFERED}})
    everyone = [
        Contribution(participant=one.participant, carried=(_carried(one),))
        for one in (wrote(1), wrote(2), wrote(3, offered=False))
    ]
    assert [work.to for work in works_for(of, everyone, on, everyone[0].participant, 5)] == ["p-2"]
    everyone[1] = commented(everyone[1], "p-1")
    assert [one.text for one in remarks(of, everyone)["p-1", "comments"]] == ["From p-2"]


def _carried(one: Contribution) -> Version:
    return one.versions[0].model_copy(update={"activity": "starting/prompts"})


def test_whoever_sits_down_at_feedback_is_given_works_and_not_their_own_answers() -> None:
    everyone = [wrote(1), wrote(2), wrote(3)]
    of = session().go_to("comments", NOW).open(NOW)
    assert list(Sitting(of, everyone[0].participant, everyone[0], everyone=tuple(everyone)).offered) == ["p-2", "p-3"]


def test_of_whoever_is_forgotten_no_comment_of_the_facilitator_is_kept() -> None:
    of = visit(session(), "comments", FeedbackResponse().write("p-1", "idea", "x").write("p-2", "idea", "y"))
    assert [one.to for one in without(of, "p-1", {"Name 1"}).visits["comments"]] == ["p-2"]
