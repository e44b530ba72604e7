"""The workshops that come with flipchart: they fit a hall of thirty, say what they cover, and are written plainly."""

import re
from collections.abc import Iterator

import pytest

from activities.kinds.brief import Brief
from activities.kinds.pause import Pause
from activities.model import Definition
from activities.programme.carrying import sources_of
from activities.programme.series import Series
from activities.workshop.fitting import Group, too_tight
from activities.workshop.marks import SERIES, coverage, read_marks
from activities.workshop.workshop import Workshop
from store.workshops import built_in_series, built_in_workshops, marks

WORKSHOPS = built_in_workshops()
ALL_SERIES = built_in_series()
BY_ID = {one.id: one for one in WORKSHOPS}
HALL = Group(people=30, terminals=6)

AMERICAN = re.compile(
    r"\b(\w+iz(?:e|es|ed|ing|ation|ations)|colou?r(?<!colour)s?|behaviors?|labor|center|centers|analyz\w+|program(?!me)s?"
    r"|favor\w*|honor\w*|modeling|traveling|fulfill|enroll|math|gotten|fall semester)\b",
    re.IGNORECASE,
)
NOT_AMERICAN = {"size", "sizes", "sized", "prize", "prizes", "seize", "seizes"}
LONGEST_SENTENCE = 25
"""Words of a sentence in a question, instructions or a prompt, at most."""


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a definition, with where it stands."""
    if isinstance(value, Definition):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple | list):
        for number, one in enumerate(value):
            yield from texts(one, f"{path}.{number}")
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(one, f"{path}.{key}")
    elif isinstance(value, str):
        yield path, value


def asked_of_people(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """What participants read while they work: questions, instructions, prompts, stems, checks and hints."""
    wanted = re.compile(r"\.(question|instructions|task_short|prompt|stem|hint|ask\w*|label)$")
    return ((where, text) for where, text in texts(workshop) if wanted.search(where))


@pytest.mark.parametrize("workshop", WORKSHOPS, ids=lambda one: one.id)
def test_thirty_people_at_six_terminals_can_do_it_in_its_minutes(workshop: Workshop) -> None:
    assert [f"{one.activity.id}: {one.words}" for one in too_tight(workshop, HALL)] == []


@pytest.mark.parametrize("workshop", WORKSHOPS, ids=lambda one: one.id)
def test_it_says_which_document_it_follows_and_ends_with_what_comes_next(workshop: Workshop) -> None:
    assert workshop.follows
    assert isinstance(workshop.activities[0], Brief) or workshop.minutes <= 60
    if workshop.minutes >= 150:
        assert any(isinstance(one, Pause) for one in workshop.activities)


@pytest.mark.parametrize("workshop", WORKSHOPS, ids=lambda one: one.id)
def test_it_is_written_in_british_english_and_in_short_sentences(workshop: Workshop) -> None:
    american = [
        (where, found[0])
        for where, text in texts(workshop)
        for found in AMERICAN.finditer(text)
        if found[0].casefold() not in NOT_AMERICAN
    ]
    assert american == []
    long = [
        (where, sentence)
        for where, text in asked_of_people(workshop)
        for sentence in re.split(r"(?<=[.?!])\s+", text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize("series", ALL_SERIES, ids=lambda one: one.id)
def test_a_series_is_of_workshops_that_there_are_with_their_minutes(series: Series) -> None:
    for one in series.sessions:
        assert one.workshop in BY_ID
        assert BY_ID[one.workshop].minutes == one.minutes, one.workshop


@pytest.mark.parametrize("series", ALL_SERIES, ids=lambda one: one.id)
def test_what_a_session_starts_from_comes_before_it_in_its_series(series: Series) -> None:
    earlier: dict[str, Workshop] = {}
    for one in series.sessions:
        workshop = BY_ID[one.workshop]
        for source in sources_of(workshop):
            name, _, activity = source.partition("/")
            if name == workshop.id:  # it goes on where it is held again
                continue
            assert name in earlier, f"{workshop.id} starts from {source}"
            assert activity in {each.id for each in earlier[name].activities}, f"{workshop.id} starts from {source}"
        earlier[one.workshop] = workshop


def test_every_mark_that_is_claimed_is_one_and_is_done_by_a_kind_that_can() -> None:
    known = {mark.id: mark for mark in marks()}
    wrong = [
        (workshop.id, activity.id, mark)
        for workshop in WORKSHOPS
        for activity in workshop.activities
        for mark in activity.covers
        if mark not in known or activity.kind not in known[mark].kinds
    ]
    assert wrong == []
    of_series = [(one.id, mark) for one in ALL_SERIES for mark in one.covers]
    assert [(name, mark) for name, mark in of_series if mark not in known or SERIES not in known[mark].kinds] == []


def test_a_series_covers_what_it_says_and_no_more() -> None:
    kept = [one for one in ALL_SERIES if one.id != "equity"]
    missing = {one.mark.id for one in coverage(marks(), WORKSHOPS, kept) if not one.whole}
    assert missing == {"A20"}
    (silent,) = [one.model_copy(update={"covers": ()}) for one in ALL_SERIES if one.id == "equity"]
    assert {one.mark.id for one in coverage(marks(), WORKSHOPS, [*kept, silent]) if not one.whole} == {"A20"}


def test_every_mark_of_the_five_documents_is_covered() -> None:
    found = coverage(marks(), WORKSHOPS, ALL_SERIES)
    assert len(found) == 93
    assert {one.mark.id: one.missing for one in found if not one.whole} == {}


def test_a_mark_that_asks_for_all_its_kinds_is_whole_only_with_all_of_them() -> None:
    text = 'a:\n  A1: {does: "vote", kinds: [prompts, dot_vote], all: true}\n  A2: {does: "write", kinds: [prompts, grid]}\n'
    both, either = read_marks(text)
    assert (both.kinds, both.all_of_them, either.all_of_them) == (("prompts", "dot_vote"), True, False)
    assert [one.missing for one in coverage([both, either], [])] == [("prompts", "dot_vote"), ("prompts", "grid")]
