"""Checks: no verdicts, every wording kept with its reason, and nothing seen that is not to be."""

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import (
    Offer,
    answered,
    first_page,
    in_words,
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
from activities.kinds.checks import Checks, ChecksResponse, to_think
from activities.kinds.checks_counts import Answer, ChecksSummary
from activities.kinds.effort import Effort, effort
from activities.kinds.wordings import MOST_WORDINGS, Wordings
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import checked, checks

YES, NOT_YET, NOT_SURE = Answer
CHECKS = checks(of="ask")
FILE = """id: w
title: W
summary: s
activities:
  - {kind: prompts, id: ask, title: t, minutes: 5, purpose: p, question: q, instructions: i, prompts: [{id: a, prompt: A}]}
  - kind: checks
    id: check
    title: t
    minutes: 5
    purpose: p
    question: q
    instructions: i
    rewrite: {of: ASK}
    checks:
      - id: one
        question: Is it?
        looks_for: WORD
"""


def read(looks_for: str = "yes", ask: str = "ask") -> Checks:
    found = read_workshop(FILE.replace("WORD", looks_for).replace("ASK", ask), "w.yaml").activity("check")
    assert isinstance(found, Checks)
    return found


class TestTheFile:
    @pytest.mark.parametrize(
        ("word", "wanted"), [("yes", True), ("no", False), ("Yes", True), ("true", True), ("'no'", False)]
    )
    def test_a_bare_yes_or_no_is_read_as_it_is_meant(self, word: str, wanted: bool) -> None:
        assert read(word).checks[0].looks_for is wanted

    def test_another_word_is_told_in_its_line(self) -> None:
        with pytest.raises(WorkshopMistakes, match=r"w.yaml:17: .*yes or no"):
            read("perhaps")

    def test_what_is_rewritten_must_come_before(self) -> None:
        with pytest.raises(WorkshopMistakes, match=r"w.yaml:13: ‘of’ names ‘goals’, which does not exist"):
            read(ask="goals")

    def test_it_starts_from_what_it_rewrites(self) -> None:
        assert read().starts_from == ((("rewrite", "of"), "ask"),)

    def test_an_id_is_used_once_and_is_not_that_of_the_rewriting(self) -> None:
        for ids, why in ((("a", "a"), "more than once"), (("rewrite",), "cannot have the id")):
            with pytest.raises(ValueError, match=why):
                Checks.model_validate(
                    CHECKS.model_dump() | {"checks": [{"id": one, "question": "Is it?"} for one in ids]}
                )


class TestAnswers:
    def test_the_same_answer_again_takes_it_back(self) -> None:
        said = ChecksResponse().say("clear", YES)
        assert said.begun
        assert not said.say("clear", YES).begun
        assert said.say("clear", NOT_SURE).answers == {"clear": NOT_SURE}

    def test_what_is_not_as_hoped_is_a_question_and_never_a_verdict(self) -> None:
        asked = {check.id: question for check, question in to_think(CHECKS, checked(NOT_YET, YES))}
        assert asked == {"clear": "What would you change so that the answer is yes?", "closed": "How could it be open?"}
        assert not list(to_think(CHECKS, checked(YES, NOT_YET)))
        assert not list(to_think(CHECKS, ChecksResponse()))

    def test_where_no_is_hoped_for_not_yet_is_called_no(self) -> None:
        clear, closed = CHECKS.checks
        assert [clear.called(one) for one in Answer] == ["Yes", "Not yet", "Not sure"]
        assert [closed.called(one) for one in Answer] == ["Yes", "No", "Not sure"]


TEXTS = st.text(max_size=12)
STEPS = st.lists(st.tuples(st.sampled_from(["reword", "reason", "another"]), TEXTS), max_size=15)


class TestWordings:
    @given(TEXTS, STEPS)
    def test_whatever_is_done_the_first_and_every_finished_wording_is_kept(
        self, original: str, steps: list[tuple[str, str]]
    ) -> None:
        found, finished = Wordings(), []
        for step, text in steps:
            if step == "reword":
                found = found.reword(text, original)
            elif step == "reason":
                found = found.give_reason(text, original)
            else:
                try:
                    found = found.write_another()
                except Refused:
                    continue
                finished.append(found.wordings[-2])
        assert found.original == (original if found.wordings else "")
        assert list(found.wordings[: len(finished)]) == finished
        assert len(found.wordings) <= MOST_WORDINGS
        texts = [one.text.strip() for one in found.versions]
        assert all(texts)
        assert all(one != other for one, other in pairwise(texts))

    def test_a_wording_is_another_only_once_it_says_something_else(self) -> None:
        with pytest.raises(Refused, match="same as the one before"):
            ChecksResponse().reword("Old.", "Old.").write_another()

    def test_no_more_are_kept_than_can_be(self) -> None:
        found = ChecksResponse()
        for number in range(MOST_WORDINGS):
            found = (found.write_another() if number else found).reword(f"{number}", "Old.")
        with pytest.raises(Refused, match="go on with the last one"):
            found.write_another()

    def test_the_text_that_was_checked_goes_on_though_nothing_was_rewritten(self) -> None:
        assert offers(CHECKS, checked(YES, None))[0] == Offer(heading="The wording now", text="Old.")
        assert not checked(YES, None).rewritten
        assert first_page(CHECKS, checked(YES, None)) == ()

    def test_the_newest_wording_goes_on_first_and_is_taken_home(self) -> None:
        found = checked(YES, NOT_SURE, "New.", why="Clearer.")
        assert [one.text for one in offers(CHECKS, found)] == ["New.", "Clearer.", "Is it clear?", "Is it closed?"]
        assert first_page(CHECKS, found) == (Offer(heading="Checks", text="New."),)


ANSWERS = st.none() | st.sampled_from(Answer)
RESPONSES = st.builds(checked, ANSWERS, ANSWERS, st.sampled_from(["", "Old.", "New.", "Newer."]))


class TestSummary:
    @given(st.lists(RESPONSES, max_size=8))
    def test_every_answer_is_counted_once(self, given_: list[ChecksResponse]) -> None:
        total = summarise(CHECKS, given_)
        assert isinstance(total, ChecksSummary)
        for found in total.checks:
            assert found.n == sum(found.check in one.answers for one in given_)
        assert total.participants == sum(one.begun for one in given_)
        assert total.rewrote == len(total.rewrites) == sum(one.rewritten for one in given_)

    @given(st.lists(RESPONSES, max_size=8), st.randoms())
    def test_who_came_first_makes_no_difference(self, given_: list[ChecksResponse], random: Any) -> None:
        other = list(given_)
        random.shuffle(other)
        assert shown(CHECKS, summarise(CHECKS, given_), 3) == shown(CHECKS, summarise(CHECKS, other), 3)

    @given(st.lists(RESPONSES, max_size=4))
    def test_nothing_of_too_few_is_shown(self, given_: list[ChecksResponse]) -> None:
        found = shown(CHECKS, summarise(CHECKS, given_), 5)
        assert isinstance(found, ChecksSummary)
        assert not any(one.n for one in found.checks)
        assert not found.rewrites

    def test_the_json_is_as_it_is_documented_and_null_where_withheld(self) -> None:
        given_ = [checked(YES, YES, "New.", why="So.")] * 2 + [checked(NOT_YET, None)] * 3
        full = json.loads(summarise(CHECKS, given_).model_dump_json())
        assert full["checks"][0] == {"withheld": None, "check": "clear", "yes": 2, "not_yet": 3, "not_sure": 0}
        assert full["rewrites"][0] == {"before": "Old.", "after": "New.", "reason": "So."}
        few = json.loads(shown(CHECKS, summarise(CHECKS, given_), 5).model_dump_json())
        assert few["checks"][1]["yes"] is None
        assert few["rewrites"] is few["rewrote"] is None
        assert "Fewer than 5" in few["rewrites_withheld"]

    def test_results_in_words(self) -> None:
        lines = in_words(CHECKS, summarise(CHECKS, [checked(YES, NOT_YET, "New.", why="So.")]))
        assert lines[:4] == (
            "Is it clear?",
            "  yes 1, not yet 0, not sure 0",
            "Is it closed?",
            "  yes 0, no 1, not sure 0",
        )
        assert lines[-3:] == ("  - before: Old.", "    now: New.", "    why: So.")

    def test_what_counts_as_answered_and_as_changed(self) -> None:
        before, after = checked(YES, YES), checked(YES, NOT_SURE, "New.")
        assert answered(CHECKS, after) == {"clear", "closed", "rewrite"}
        assert moved(CHECKS, before, after) == {"closed", "rewrite"}
        assert progress(CHECKS, checked(YES, None)).done == 1

    def test_it_says_how_long_it_takes(self) -> None:
        assert effort(CHECKS) == Effort(read=15, decisions=2, lines=3)


class TestWhoSees:
    def audience(self, audience: Audience) -> Checks:
        return CHECKS.model_copy(update={"audience": audience})

    def rewrites(self, audience: Audience, *given_: ChecksResponse) -> list[str]:
        activity = self.audience(audience)
        found = shown(activity, summarise(activity, given_), 1)
        assert isinstance(found, ChecksSummary)
        return [one.after for one in found.rewrites]

    def test_a_rewriting_is_seen_only_by_whom_its_writer_was_told(self) -> None:
        kept, offered = checked(YES, YES, "Kept.", "Before."), checked(YES, YES, "Offered.").offer("rewrite")
        assert set(self.rewrites(Audience.ROOM, kept, offered)) == {"Kept.", "Offered."}
        assert self.rewrites(Audience.OFFERED, kept, offered) == ["Offered."]
        assert self.rewrites(Audience.OWN, kept, offered) == []
        lines = in_words(
            CHECKS, shown(self.audience(Audience.OFFERED), summarise(self.audience(Audience.OFFERED), [kept]), 1)
        )
        assert "  What they wrote is theirs alone." in lines

    def test_it_is_offered_whole_or_not(self) -> None:
        one = checked(YES, YES, "New.").offer("reason")
        assert set(one.offered) == {"before", "rewrite", "reason"}
        assert one.offer("rewrite").offered == ()

    def test_it_says_who_sees_it_before_anyone_writes(self) -> None:
        assert who_sees(checks()) == "The room sees counts, never your name."
        assert "F7 offers it" in who_sees(self.audience(Audience.OFFERED))
        assert "Only you see what you write." in who_sees(self.audience(Audience.OWN))

    def test_what_the_facilitator_hides_is_gone_for_the_room(self) -> None:
        given_ = checked(YES, YES, "New.", "Old.", "Because.")
        assert {one.field: one.text for one in words(CHECKS, given_)} == {
            "before": "Old.", "rewrite": "New.", "reason": "Because.",
        }  # fmt: skip
        for field, text in (("before", "Old."), ("rewrite", "New."), ("reason", "Because.")):
            left = summarise(CHECKS, [without(CHECKS, given_, {field})])
            assert text not in left.model_dump_json()
            assert "clear" in left.model_dump_json()
        assert words(CHECKS, checked(YES, YES)) == ()
