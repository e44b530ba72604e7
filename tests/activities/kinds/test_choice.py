"""Choosing one or several of a few options: what can be chosen, what it adds up to, and what is told of it to whom."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from activities.kinds.activity import (
    answered,
    blank,
    first_page,
    in_words,
    led_to,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
    without,
    words,
)
from activities.kinds.audience import Audience
from activities.kinds.choice import Choice, ChoiceResponse
from activities.kinds.choice_counts import ChoiceSummary
from activities.kinds.effort import effort
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import choice

OPTIONS = ("books", "talk", "test")


def several(least: int = 1, most: int = 2) -> Choice:
    return choice(pick={"from": least, "to": most})


def chose(*options: str, why: str = "", of: Choice | None = None) -> ChoiceResponse:
    response = ChoiceResponse()
    for option in options:
        response = response.choose(of or several(1, 3), option)
        response = response.write(f"{option}.reason", why) if why else response
    return response


def seen(*given: ChoiceResponse, smallest: int = 1, of: Choice | None = None, **about: Any) -> ChoiceSummary:
    activity = of or several(1, 3)
    found = shown(activity, summarise(activity, given), smallest, **about)
    assert isinstance(found, ChoiceSummary)
    return found


class TestChoosing:
    def test_one_choice_takes_the_place_of_another(self) -> None:
        response = chose("books", "talk", of=choice())
        assert response.chosen == ("talk",)
        assert response.choose(choice(), "talk").chosen == ()

    def test_no_more_than_may_be_are_chosen(self) -> None:
        with pytest.raises(Refused, match=r"2 are chosen, and that is all there may be\. Take one back first\."):
            chose("books", "talk", "test", of=several(1, 2))

    def test_an_option_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(Refused, match="not there any more"):
            blank(choice()).choose(choice(), "nothing")  # type: ignore[attr-defined]

    @given(st.lists(st.sampled_from(OPTIONS), max_size=12), st.integers(1, 3))
    def test_what_is_chosen_is_in_the_definitions_order_and_never_too_much(self, row: list[str], most: int) -> None:
        activity, response = several(1, most), ChoiceResponse()
        for option in row:
            before = response
            try:
                response = response.choose(activity, option)
            except Refused:
                assert len(before.chosen) == most
                continue
            assert (option in response.chosen) != (option in before.chosen)
        assert len(response.chosen) <= most
        assert response.chosen == tuple(option for option in OPTIONS if option in response.chosen)
        found = progress(activity, response)
        assert found.begun == bool(response.chosen)
        assert 0 <= found.done <= found.of

    @given(st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=12, unique=True))
    def test_choosing_twice_changes_nothing(self, row: list[str]) -> None:
        response = chose(*row)
        assert response.choose(several(1, 3), row[0]).choose(several(1, 3), row[0]) == response

    def test_what_was_written_of_an_option_stays_when_it_is_taken_back_and_is_told_to_nobody(self) -> None:
        response = chose("books", why="Because.").choose(several(1, 3), "books")
        assert response.answer("books.reason") == "Because."
        assert words(several(), response) == ()
        assert offers(several(), response) == ()
        assert not response.begun

    def test_there_is_as_much_to_do_as_the_chosen_options_ask(self) -> None:
        response = chose("books")
        assert (progress(several(), response).done, progress(several(), response).of) == (1, 3)
        done = response.write("books.reason", "So.").write("books.whose", "Mine.")
        assert progress(several(), done).complete


class TestTelling:
    def test_what_was_chosen_and_why_is_offered_under_headings_that_say_what_it_is(self) -> None:
        response = chose("books", why="So.").write("books.whose", "Mine.")
        assert [(one.heading, one.text) for one in offers(several(), response)] == [
            ("Choice", "By the books"),
            ("By the books: Why?", "So."),
            ("By the books: Whose?", "Mine."),
        ]

    def test_what_was_chosen_is_taken_home_where_the_workshop_says_so(self) -> None:
        response = chose("books", "test")
        assert first_page(several(), response) == ()
        (home,) = first_page(choice(first_page=True, pick={"from": 1, "to": 3}), response)
        assert (home.heading, home.text) == ("Choice", "By the books; By a test")

    def test_words_have_a_field_each_and_can_be_taken_out(self) -> None:
        response = chose("books", why="So.").write("books.whose", "Mine.")
        assert [one.field for one in words(several(), response)] == ["books.reason", "books.whose"]
        left = without(several(), response, {"books.reason"})
        assert [one.field for one in words(several(), left)] == ["books.whose"]
        assert left.chosen == ("books",)  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        ("about", "said"),
        [
            ({}, "The room sees how many chose what, and what you write, without your name."),
            ({"audience": "offered"}, "The room sees how many chose what. Only you see what you write. F7 offers it"),
            ({"audience": "own"}, "The room sees how many chose what. Only you see what you write."),
        ],
    )
    def test_who_sees_what_is_said_beforehand(self, about: dict[str, Any], said: str) -> None:
        assert who_sees(choice(**about)).startswith(said)

    def test_how_long_it_takes_is_reckoned_from_reading_choosing_and_writing(self) -> None:
        found = effort(several())
        assert (found.decisions, found.lines) == (2, 6)
        assert found.read == 12


class TestAddingUp:
    GIVEN = (chose("books", why="a"), chose("books", why="b"), chose("talk", why="c"), ChoiceResponse())

    def test_options_are_counted_and_who_chose_nothing_is_not(self) -> None:
        summary = seen(*self.GIVEN)
        assert summary.participants == 3
        assert [(one.option, one.n) for one in summary.options] == [("books", 2), ("talk", 1), ("test", 0)]
        assert sorted(summary.options[0].reasons) == ["a", "b"]

    def test_fewer_than_the_smallest_group_show_nothing(self) -> None:
        summary = seen(*self.GIVEN, smallest=5)
        found = json.loads(summary.model_dump_json())
        assert found["withheld"].startswith("3 are in.")
        assert all(one["n"] is None and one["reasons"] is None for one in found["options"])
        assert "a" not in [text for one in summary.options for text in one.reasons]

    def test_a_reason_stands_under_its_option_only_where_enough_gave_one_for_it(self) -> None:
        many = [chose("books", why=f"b{n}") for n in range(5)] + [chose("talk", why=f"t{n}") for n in range(3)]
        summary = seen(*many, *(chose("test", why=f"x{n}") for n in range(2)), smallest=5)
        assert [len(one.reasons) for one in summary.options] == [5, 0, 0]
        assert [one.n for one in summary.options] == [5, 3, 2]
        assert sorted(summary.other_reasons) == ["t0", "t1", "t2", "x0", "x1"]
        assert summary.reasons_withheld is None

    @pytest.mark.parametrize("wrote", [0, 1, 4])
    def test_fewer_other_reasons_than_that_are_not_shown_and_look_like_none(self, wrote: int) -> None:
        many = [chose("books", why=f"b{n}") for n in range(5)]
        rest = [chose("talk", why=f"t{n}" if n < wrote else "") for n in range(4)]
        summary = seen(*many, *rest, smallest=5)
        assert summary == seen(*many, *(chose("talk") for _ in range(4)), smallest=5)
        assert summary.reasons_withheld
        assert json.loads(summary.model_dump_json())["other_reasons"] is None

    def test_what_one_option_asks_is_shown_where_enough_answered_it(self) -> None:
        five = [chose("books").write("books.whose", f"of {n}") for n in range(5)]
        assert sorted(seen(*five, smallest=5).asked[0].answers) == [f"of {n}" for n in range(5)]
        fewer = seen(*five[:4], chose("talk"), smallest=5).asked[0]
        assert (fewer.n, fewer.answers) == (0, ())
        assert fewer.withheld

    def test_no_words_stand_beside_another_round(self) -> None:
        many = [chose("books", why=f"b{n}").write("books.whose", f"w{n}") for n in range(6)]
        text = seen(*many, smallest=5, apart={}).model_dump_json()
        assert "b0" not in text
        assert "w0" not in text
        assert "Reasons are not set beside another round" in text
        assert '"n":6' in text

    @pytest.mark.parametrize("audience", list(Audience))
    def test_words_are_there_for_those_who_may_see_them_and_counts_always(self, audience: Audience) -> None:
        activity = choice(audience=audience)
        given = [chose("books", why=f"b{n}").write("books.whose", f"w{n}") for n in range(6)]
        given[0] = given[0].offer("books.reason")
        text = seen(*given, smallest=5, of=activity).model_dump_json()
        said = {f"{kind}{n}" for kind in "bw" for n in range(6) if f'"{kind}{n}"' in text}
        assert (
            said
            == {
                Audience.ROOM: {f"{kind}{n}" for kind in "bw" for n in range(6)},
                Audience.OFFERED: {"b0"},
                Audience.OWN: set(),
            }[audience]
        )
        assert '"n":6' in text

    @given(st.lists(st.lists(st.sampled_from(OPTIONS), min_size=1, unique=True), min_size=5, max_size=9), st.randoms())
    def test_the_order_of_people_tells_nothing(self, rows: list[list[str]], random: Any) -> None:
        given = [chose(*row, why=f"why {n}") for n, row in enumerate(rows)]
        other = random.sample(given, len(given))
        assert seen(*given, smallest=3) == seen(*other, smallest=3)

    def test_a_summary_has_the_keys_that_are_promised(self) -> None:
        found = json.loads(seen(chose("books", why="a")).model_dump_json())
        assert {"option": "books", "n": 1, "reasons": ["a"]}.items() <= found["options"][0].items()

    def test_in_words_every_option_stands_with_its_count_and_its_reasons(self) -> None:
        lines = in_words(several(1, 3), seen(*self.GIVEN))
        assert lines[0] == "  2  By the books"
        assert "     - c" in lines
        assert lines[-1] == "  0  By a test"


class TestRounds:
    def test_who_chose_otherwise_moved_on_what_they_took_and_left(self) -> None:
        assert moved(several(), chose("books"), chose("talk")) == {"books", "talk"}
        assert moved(several(), chose("books", "talk"), chose("books")) == {"talk"}
        assert not moved(several(), chose("books", why="a"), chose("books", why="b"))

    def test_who_chose_anything_answered_every_option(self) -> None:
        assert answered(several(), chose("talk")) == set(OPTIONS)
        assert not answered(several(), ChoiceResponse())


class TestLeading:
    LEADING = choice(
        options=[
            {"id": "books", "label": "Books", "then": "read"},
            {"id": "talk", "label": "Talk", "then": "listen"},
            {"id": "test", "label": "Test"},
        ]
    )

    def test_what_most_chose_leads_somewhere(self) -> None:
        assert led_to(self.LEADING, seen(chose("books"), chose("books"), chose("talk"), of=self.LEADING)) == ("read",)

    def test_a_draw_leads_to_both(self) -> None:
        both = seen(chose("books"), chose("talk"), of=self.LEADING)
        assert led_to(self.LEADING, both) == ("read", "listen")

    def test_what_leads_nowhere_or_is_withheld_leads_nowhere(self) -> None:
        assert led_to(self.LEADING, seen(chose("test"), of=self.LEADING)) == ()
        assert led_to(self.LEADING, seen(chose("books"), smallest=5, of=self.LEADING)) == ()


FILE = """\
id: mine
title: Mine
summary: To try it.
activities:
  - kind: choice
    id: first
    title: First
    minutes: 5
    purpose: To choose.
    question: Which?
    instructions: Choose.
    pick: 1
    reason: yes
    options:
      - id: books
        label: Books
        then: later
        ask:
          - id: whose
            prompt: Whose?
      - id: talk
        label: Talk
  - kind: brief
    id: later
    title: Later
    minutes: 5
    purpose: To go on.
    question: Ready?
    instructions: Listen.
"""


def mistakes(old: str, new: str) -> list[str]:
    assert old in FILE
    with pytest.raises(WorkshopMistakes) as refused:
        read_workshop(FILE.replace(old, new), "mine.yaml")
    return list(refused.value.mistakes)


class TestFile:
    def test_a_file_is_read_as_it_stands(self) -> None:
        read = read_workshop(FILE, "mine.yaml").activities[0]
        assert isinstance(read, Choice)
        assert (read.pick.least, read.pick.most, read.reason, read.options[0].then) == (1, 1, True, "later")
        assert Choice.model_validate_json(read.model_dump_json()) == read

    def test_from_one_number_to_another(self) -> None:
        read = read_workshop(FILE.replace("pick: 1", "pick: {from: 1, to: 2}"), "mine.yaml").activities[0]
        assert isinstance(read, Choice)
        assert (read.pick.least, read.pick.most) == (1, 2)
        assert read.pick.in_words == "Choose 1 to 2."

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("pick: 1", "pick: 3", "mine.yaml:12: ‘pick’ asks for 3 of 2 options: ask for fewer, or add options"),
            ("pick: 1", "pick: two", "mine.yaml:12: ‘pick’ is a number such as 2, or {from: 1, to: 3}, and not ‘two’"),
            (
                "pick: 1",
                "pick: {from: 2, to: 1}",
                "mine.yaml:12: ‘pick’ is from 2 to 1: put the smaller number first",
            ),
            ("pick: 1", "pick: 0", "mine.yaml:12: ‘from’ is ‘0’: it must be at least 1"),
            ("reason: yes", "reason: perhaps", "mine.yaml:13: this is answered by yes or no, not ‘perhaps’"),
            ("reason: yes", "reasons: yes", "mine.yaml:13: there is no key ‘reasons’ here: did you mean ‘reason’?"),
            (
                "then: later",
                "then: latter",
                "mine.yaml:17: ‘then’ names ‘latter’, which does not exist: name one that comes after, ‘later’",
            ),
            (
                "then: later",
                "then: first",
                "mine.yaml:17: ‘then’ names ‘first’, which comes no later on the agenda: name one that comes after, "
                "‘later’",
            ),
            (
                "id: whose",
                "id: reason",
                "mine.yaml:18: a question cannot have the id ‘reason’: that is for why somebody chose it",
            ),
            ("id: talk", "id: books", "mine.yaml:21: the id ‘books’ is used more than once: choose another"),
            (
                "      - id: talk\n        label: Talk\n",
                "",
                "mine.yaml:14: ‘options’ has 1 entries: it needs at least 2",
            ),
        ],
    )
    def test_every_mistake_is_told_in_its_line(self, old: str, new: str, told: str) -> None:
        assert told in mistakes(old, new)

    def test_a_number_under_pick_is_not_taken_for_an_activity(self) -> None:
        found = mistakes("pick: 1", "pick: {from: 1, to: 2}\n    colour: red")
        assert len(found) == 1
        assert "colour" in found[0]

    def test_no_more_than_twelve_options_are_read(self) -> None:
        with pytest.raises(ValidationError, match="at most 12"):
            choice(options=[{"id": f"o{n}", "label": str(n)} for n in range(13)])
