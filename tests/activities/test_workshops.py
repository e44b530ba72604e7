"""The built-in workshops and their samples, as the room will see them."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import pytest

from activities.kinds.activity import Activity, progress, summarise
from activities.kinds.card_counts import CardSortSummary
from activities.kinds.card_sort import CardSort, CardSortResponse, cards_of
from activities.kinds.plan import Parts
from activities.kinds.sentence_stems import SentenceStems
from activities.kinds.writing import WrittenResponse, WrittenSummary
from activities.refusal import Refused
from activities.sample import sample_session
from activities.session.contribution import Contribution, responses_to
from activities.session.pace import forecast
from activities.session.session import Phase, Session
from activities.workshop.fitting import Group, too_tight
from activities.workshop.reading import read_workshop
from activities.workshop.workshop import Workshop, broken_references
from tests.activities.examples import workshop

FOLDER = files("activities")
NAMES = sorted(entry.name for entry in (FOLDER / "workshops").iterdir() if entry.name.endswith(".yaml"))
AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def built_in(name: str) -> Workshop:
    return read_workshop((FOLDER / "workshops" / name).read_text(encoding="utf-8"), name)


EVIDENCE = built_in("evidence.yaml")
SAMPLE = (FOLDER / "samples" / "evidence.yaml").read_text(encoding="utf-8")


def evidence_sample() -> tuple[Session, list[Contribution]]:
    return sample_session(SAMPLE, EVIDENCE, on=date(2026, 11, 20), at=AT)


def texts(activity: Activity) -> Iterator[str]:
    yield from (activity.title, activity.purpose, activity.question, activity.instructions)
    yield from (*(cue.say for cue in activity.cues), *activity.watch, *activity.discuss)


@pytest.mark.parametrize("name", NAMES)
def test_a_built_in_workshop_passes_its_own_check_and_is_named_for_its_id(name: str) -> None:
    read = built_in(name)
    assert f"{read.id}.yaml" == name
    assert read.follows
    assert broken_references(read) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_the_projector_shows_large_fits_on_it(name: str) -> None:
    for activity in built_in(name).activities:
        assert len(activity.title) <= 40
        assert len(activity.question) <= 60
        assert len(activity.instructions) <= 200
        assert all(len(question) <= 110 for question in activity.discuss)


@pytest.mark.parametrize("name", NAMES)
def test_every_activity_has_a_script_and_its_timings_add_up_to_its_minutes(name: str) -> None:
    for activity in built_in(name).activities:
        assert len(activity.cues) >= 3
        assert activity.watch
        assert activity.discuss
        assert sum(cue.minutes or 0 for cue in activity.cues) == activity.length
        assert activity.divided


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_in_short_plain_sentences(name: str) -> None:
    for activity in built_in(name).activities:
        for text in texts(activity):
            assert "  " not in text
            assert "'" not in text
            assert "\n" not in text
            for sentence in re.split(r"(?<=[.?!:;])\s", text):
                assert len(sentence.split()) <= 32, sentence


def test_the_labels_of_the_evidence_cards_fit_on_cards_and_chips() -> None:
    sort = EVIDENCE.activity("evidence-venn")
    assert isinstance(sort, CardSort)
    assert len(sort.cards) == 18
    assert all(len(card.label) <= 28 and len(card.brief_label) <= 14 and card.text for card in sort.cards)
    assert len({card.brief_label for card in sort.cards}) == 18
    assert {"learner-progress", "learner-workbooks", "observation-notes", "learner-voice", "leaders-feedback",
            "evaluation-forms", "coaching-notes"} <= {card.id for card in sort.cards}  # fmt: skip


def test_who_sees_what_and_a_focus_come_before_any_evidence() -> None:
    first, second = EVIDENCE.activities[:2]
    assert (first.kind, second.id) == ("brief", "focus")
    assert "who sees what" in first.title.lower()
    said = " ".join(cue.say for cue in EVIDENCE.activities[0].cues)
    assert "deletion" in said


def test_the_plan_is_its_owners_and_the_rest_is_told_to_be_for_the_room() -> None:
    sees = {activity.id: activity.audience for activity in EVIDENCE.activities}
    assert sees["plan"] == "offered"
    assert sees["focus"] == sees["reflection"] == sees["evidence-venn"] == "room"


def test_the_sort_is_done_alone_then_with_colleagues_then_beside_other_schools() -> None:
    sort = EVIDENCE.activity("evidence-venn")
    assert isinstance(sort, CardSort)
    assert isinstance(sort.minutes, Parts)
    assert (sort.by, sort.minutes.again) == ("either", 3)
    said = " ".join(cue.say for cue in sort.cues)
    steps = ["alone", "colleagues", "within your school", "across schools", "second round", "first sessions"]
    found = [said.index(step) for step in steps]
    assert found == sorted(found)
    assert sort.compare is not None


def test_no_card_says_in_which_circle_it_belongs_and_all_speak_of_learners() -> None:
    sort = EVIDENCE.activity("evidence-venn")
    assert isinstance(sort, CardSort)
    for card in sort.cards:
        said = f"{card.label} {card.short} {card.text}".lower()
        assert not re.search(r"\bpd\b|professional|develop|accountab|improve|pupil", said), said


@pytest.mark.parametrize(("people", "terminals"), [(30, 6), (12, 12)])
def test_it_fits_the_room_it_is_planned_for(people: int, terminals: int) -> None:
    assert too_tight(EVIDENCE, Group(people, terminals)) == ()


def test_the_plan_takes_up_all_that_came_before() -> None:
    plan = EVIDENCE.activity("plan")
    assert isinstance(plan, SentenceStems)
    assert {stem.source for stem in plan.stems} == {None, "focus", "evidence-venn", "reflection"}
    assert plan.asks_for_aside == ((("stems", 5, "set_aside"), "evidence-venn"),)
    assert all(len(stem.short) <= 20 and stem.hint for stem in plan.stems)


def test_the_sample_is_a_session_with_everything_revealed_that_has_come_back_to_the_sort() -> None:
    session, contributions = evidence_sample()
    assert session.current == "evidence-venn"
    assert all(session.state(activity.id).phase is Phase.REVEALED for activity in EVIDENCE.activities)
    assert len(contributions) == 12
    assert [contribution.participant for contribution in contributions] == list(session.roster)
    assert abs(forecast(session, AT).ends - AT) < timedelta(hours=2)
    for activity in EVIDENCE.activities:
        state = session.state(activity.id)
        assert state.began is not None
        assert state.ended is not None
        assert state.began < state.ended <= AT
        assert not state.timer.running
        for contribution in contributions:
            version = contribution.latest(activity.id)
            assert version is None or state.began < version.at <= state.ended


def test_the_sample_answers_only_what_the_workshop_asks() -> None:
    for contribution in evidence_sample()[1]:
        for version in contribution.versions:
            activity, response = EVIDENCE.activity(version.activity), version.response
            if isinstance(activity, CardSort) and isinstance(response, CardSortResponse):
                assert set(response.placements) <= {card.id for card in cards_of(activity, response)}
                written = CardSortResponse()
                for card in response.own:
                    written = written.write_card(activity, card.label)
                assert written.own == response.own
            elif isinstance(response, WrittenResponse):
                summary = summarise(activity, [response])
                assert isinstance(summary, WrittenSummary)
                assert set(response.answers) <= {field.field for field in summary.fields}


def test_the_sample_room_agrees_on_some_cards_and_not_on_others() -> None:
    _, contributions = evidence_sample()
    sort = summarise(EVIDENCE.activity("evidence-venn"), responses_to(contributions, "evidence-venn"))
    assert isinstance(sort, CardSortSummary)
    found = [card.agreement for card in sort.cards if card.agreement is not None]
    assert min(found) < 0.3 < 0.8 < max(found)
    assert len(sort.own_cards) >= 6
    assert any("aside" in card.placements for card in sort.cards)


def test_nobody_in_the_sample_says_what_another_says() -> None:
    said: list[str] = []
    for contribution in evidence_sample()[1]:
        for version in contribution.versions:
            if isinstance(version.response, WrittenResponse):
                said += [text for text in version.response.answers.values() if text]
    assert len(said) > 130
    assert len(set(said)) == len(said)


def test_some_of_the_sample_is_unfinished_and_one_person_only_sorted() -> None:
    _, contributions = evidence_sample()
    drafts = {c.participant.name for c in contributions for v in c.versions if not v.handed_in}
    assert drafts == {"Callum Reid", "M. Begum"}
    only_sorted = [c.participant.name for c in contributions if {v.activity for v in c.versions} == {"evidence-venn"}]
    assert only_sorted == ["Joanne Whittle"]
    begum = next(c.latest("evidence-venn") for c in contributions if c.participant.name == "M. Begum")
    assert begum is not None
    assert not progress(EVIDENCE.activity("evidence-venn"), begum.response).complete


def test_some_of_the_sample_offer_a_sentence_of_their_plan_and_nobody_offers_what_they_did_not_write() -> None:
    plan = EVIDENCE.activity("plan")
    given = [c.latest("plan") for c in evidence_sample()[1]]
    seen = [one.response for one in given if one is not None and isinstance(one.response, WrittenResponse)]
    assert all(one.filled(field) for one in seen for field in one.offered)
    summary = summarise(plan, seen)
    assert isinstance(summary, WrittenSummary)
    question = next(field for field in summary.fields if field.field == "question")
    assert 0 < len(question.answers) < question.n


def test_the_sample_survives_being_kept() -> None:
    session, contributions = evidence_sample()
    assert Session.model_validate_json(session.model_dump_json()) == session
    for contribution in contributions:
        assert Contribution.model_validate_json(contribution.model_dump_json()) == contribution


def test_a_sample_of_another_workshop_is_refused() -> None:
    with pytest.raises(Refused):
        sample_session(SAMPLE, workshop(), on=date(2026, 11, 20), at=AT)
    with pytest.raises(Refused, match="cannot be read"):
        sample_session("a: [", EVIDENCE, on=date(2026, 11, 20), at=AT)
