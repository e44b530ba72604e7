"""Forms: read as people type, exact in their sums, and never more shown than was said."""

import json
from datetime import date
from decimal import Decimal
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
from activities.kinds.effort import effort
from activities.kinds.form import Form, missing
from activities.kinds.form_counts import FormSummary
from activities.kinds.form_fields import FormField, LooksLikeName, read_number, shown_number, trouble
from activities.kinds.form_response import FormResponse
from activities.kinds.ledger import MOST_ENTRIES, Ledger, entry_trouble, total, write_cell
from activities.kinds.matching import topics_in, topics_of
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import filled, form

TODAY = date(2026, 11, 20)
FORM = form()
LEDGER = Ledger(of="days", target=Decimal(5))
FILE = """id: w
title: W
summary: s
activities:
  - kind: form
    id: interest
    title: t
    minutes: 5
    purpose: p
    question: q
    instructions: i
    match: MATCH
    ledger: {of: days, target: TARGET}
    fields:
      - {id: topics, type: some_of, label: Topics, options: [Reading, Writing], required: yes}
      - FIELD
"""


def read(field: str = "{id: a, type: line, label: A}", match: str = "topics", target: str = "5") -> Form:
    text = FILE.replace("FIELD", field).replace("MATCH", match).replace("TARGET", target)
    found = read_workshop(text, "w.yaml").activity("interest")
    assert isinstance(found, Form)
    return found


class TestTheFile:
    def test_a_form_is_read(self) -> None:
        found = read(match="{by: topics, sizes: {from: 3, to: 6}}", target="2.5")
        assert found.fields[0].required
        assert found.ledger is not None
        assert found.ledger.target == Decimal("2.5")
        assert topics_of(found) == ("Reading", "Writing")

    @pytest.mark.parametrize(
        ("field", "why"),
        [
            ("{id: a, type: lines, label: A}", "16: "),
            ("{id: a, type: one_of, label: A}", "needs at least 2"),
            ("{id: a, type: one_of, label: A, options: [X, x]}", "‘x’ is there more than once"),
            ("{id: a, type: line, label: A, options: [X, Y]}", "has no ‘options’"),
            ("{id: a, type: line, label: A, unit: days}", "has no ‘unit’"),
            ("{id: a, type: line, label: A, most: 2}", "has no ‘most’"),
            ("{id: ledger, type: line, label: A}", "cannot have the id ‘ledger’"),
            ("{id: a, type: line, label: A, required: perhaps}", "yes or no"),
            ("{id: a, type: line, lable: A}", "did you mean ‘label’"),
            ("{id: topics, type: line, label: A}", "used more than once"),
        ],
    )
    def test_a_mistake_is_told_in_its_line(self, field: str, why: str) -> None:
        with pytest.raises(WorkshopMistakes) as told:
            read(field)
        assert why in str(told.value)
        assert "w.yaml:16" in str(told.value)

    @pytest.mark.parametrize(
        ("match", "why"),
        [
            ("topic", "12: ‘match’ names ‘topic’, which is no field of the type some_of or one_of: there is ‘topics’"),
            ("{by: topics, name: a, show: b}", "there is none, so add one"),
            ("{by: topics, name: a}", "‘show’ is missing"),
            ("{by: topics, sizes: {from: 4, to: 5}}", "let ‘to’ be at least 7"),
        ],
    )
    def test_so_is_one_in_what_it_matches_by(self, match: str, why: str) -> None:
        with pytest.raises(WorkshopMistakes) as told:
            read(match=match)
        assert why in str(told.value)

    def test_a_target_is_a_number(self) -> None:
        with pytest.raises(WorkshopMistakes, match=r"w.yaml:13: ‘target’ must be a number, not ‘five’"):
            read(target="five")


class TestNumbers:
    @pytest.mark.parametrize(
        ("typed", "number"),
        [
            ("3", "3"),
            (" 2.50 ", "2.5"),
            ("1,200", "1200"),
            ("£40", "40"),
            ("3 days", "3"),
            (".5", "0.5"),
            ("-2", "-2"),
            ("85%", "85"),
        ],
    )
    def test_a_number_is_read_as_it_is_written_here(self, typed: str, number: str) -> None:
        assert read_number(typed, "days") == Decimal(number)

    @pytest.mark.parametrize("typed", ["five", "2,5", "1.2.3", "", "12,34", "1e5", "9" * 12, "nan", "inf", "½"])
    def test_what_is_none_is_told(self, typed: str) -> None:
        with pytest.raises(Refused, match=r"point|number|large"):
            read_number(typed)

    @given(st.decimals(min_value=-999_999, max_value=999_999, places=3))
    def test_what_is_shown_is_read_again_as_the_same(self, number: Decimal) -> None:
        assert read_number(shown_number(number)) == number

    @given(st.text(max_size=20))
    def test_nothing_that_is_typed_breaks_it(self, typed: str) -> None:
        for field in FORM.fields:
            assert isinstance(trouble(field, typed, TODAY), str)


class TestFields:
    def test_a_day_is_kept_as_typed_and_read(self) -> None:
        found = filled(start="3 Feb").answer("start")
        assert (found.typed, found.day, found.told(FORM.field("start"))) == (
            "3 Feb",
            date(2027, 2, 3),
            "3 February 2027",
        )
        unread = filled(start="soon").answer("start")
        assert (unread.typed, unread.day) == ("soon", None)
        assert not unread.fills(FORM.field("start"))
        assert "soon" in trouble(FORM.field("start"), "soon", TODAY)

    def test_a_code_that_looks_like_a_name_is_refused_and_insisted_on(self) -> None:
        case = FORM.field("case")
        with pytest.raises(LooksLikeName, match="looks like a name"):
            FormResponse().type_in(case, "Aisha Khan", TODAY)
        kept = FormResponse().type_in(case, "Aisha Khan", TODAY, insist=True)
        assert kept.answer("case").typed == "Aisha Khan"
        assert kept.type_in(case, "Aisha Khan, P7", TODAY).answer("case").typed == "Aisha Khan, P7"
        assert FormResponse().type_in(case, "P7, P8", TODAY).answer("case").typed == "P7, P8"

    def test_one_of_takes_the_place_of_another_and_some_of_keep_the_definitions_order(self) -> None:
        group, topics = FORM.field("group"), FORM.field("topics")
        one = FormResponse().choose(group, "A cluster").choose(group, "One school")
        assert one.answer("group").chosen == ("One school",)
        assert one.choose(group, "One school") == FormResponse()
        some = FormResponse().choose(topics, "Talk").choose(topics, "Reading")
        assert some.answer("topics").chosen == ("Reading", "Talk")
        with pytest.raises(Refused, match="At most 2"):
            some.choose(topics, "Writing")

    def test_too_much_in_one_line_is_refused(self) -> None:
        with pytest.raises(Refused, match="200 characters"):
            filled("x" * 201)

    def test_what_must_be_filled_is_missed(self) -> None:
        assert [one.id for one in missing(FORM, FormResponse())] == ["topics"]
        assert missing(FORM, filled("", "Talk")) == ()

    def test_how_far_it_has_come_counts_the_table_too(self) -> None:
        response = filled("Ann", "Talk")
        assert (progress(FORM, response).done, progress(FORM, response).of) == (3, 9)
        with_days = response.type_row(LEDGER, 0, "amount", "1", TODAY)
        assert progress(FORM, with_days).done == 4
        assert effort(FORM).decisions == 10


AMOUNTS = st.lists(st.decimals(min_value=0, max_value=99, places=2), max_size=12)


class TestLedger:
    @given(AMOUNTS)
    def test_sums_are_exact(self, amounts: list[Decimal]) -> None:
        entries: tuple[Any, ...] = ()
        for row, amount in enumerate(amounts):
            entries = write_cell(entries, row, "amount", str(amount), TODAY, "days")
        assert total(entries) == sum(amounts, Decimal(0))

    def test_a_tenth_ten_times_is_one(self) -> None:
        entries: tuple[Any, ...] = ()
        for row in range(10):
            entries = write_cell(entries, row, "amount", "0.1", TODAY, "days")
        assert LEDGER.against(total(entries)) == "1 of 5 days, 4 to go"
        assert LEDGER.against(Decimal(5)) == "5 of 5 days, reached"
        assert LEDGER.against(Decimal("6.5")) == "6.5 of 5 days, 1.5 more"

    def test_what_cannot_be_read_is_told_and_not_in_the_sum(self) -> None:
        entries = write_cell((), 0, "amount", "two", TODAY, "days")
        assert total(entries) == 0
        assert "not a number" in entry_trouble(entries[0], TODAY, "days")
        entries = write_cell((), 0, "day", "32/13", TODAY, "days")
        assert "no day" in entry_trouble(entries[0], TODAY, "days")
        entries = write_cell((), 0, "amount", "-1", TODAY, "days")
        assert "below nothing" in entry_trouble(entries[0], TODAY, "days")
        assert "How much?" in entry_trouble(write_cell((), 0, "day", "3 Feb", TODAY, "days")[0], TODAY, "days")

    def test_empty_rows_at_the_end_go_and_there_is_an_end_to_them(self) -> None:
        entries = write_cell(write_cell((), 2, "what", "x", TODAY, "days"), 2, "what", "", TODAY, "days")
        assert entries == ()
        with pytest.raises(Refused, match="rows are used"):
            write_cell((), MOST_ENTRIES, "what", "x", TODAY, "days")


NAMES = st.sampled_from(["Amara", "Tom", "Priya", ""])
TOPICS = st.lists(st.sampled_from(topics_of(FORM)), unique=True, max_size=2)
RESPONSES = st.builds(
    lambda name, topics, named, pupils: filled(name, *topics, named=named, pupils=pupils),
    NAMES, TOPICS, st.booleans(), st.sampled_from(["", "3", "8", "many"]),
)  # fmt: skip


def seen(*given_: FormResponse, smallest: int = 1, audience: Audience = Audience.ROOM) -> FormSummary:
    activity = FORM.model_copy(update={"audience": audience})
    found = shown(activity, summarise(activity, given_), smallest)
    assert isinstance(found, FormSummary)
    return found


class TestSummary:
    @given(st.lists(RESPONSES, max_size=9))
    def test_every_choice_is_counted_once(self, given_: list[FormResponse]) -> None:
        found = seen(*given_)
        for topic in topics_of(FORM):
            many = sum(topic in topics_in(FORM, one) for one in given_)
            assert {one.topic: one.n for one in found.clusters}.get(topic, 0) == many

    @given(st.lists(RESPONSES, max_size=9), st.randoms(), st.integers(1, 5))
    def test_who_came_first_makes_no_difference(self, given_: list[FormResponse], random: Any, smallest: int) -> None:
        other = list(given_)
        random.shuffle(other)
        assert seen(*given_, smallest=smallest) == seen(*other, smallest=smallest)

    @given(st.lists(RESPONSES, max_size=9), st.integers(2, 5))
    def test_a_name_is_seen_only_of_who_agreed_and_where_the_others_can_hide(
        self, given_: list[FormResponse], smallest: int
    ) -> None:
        found = seen(*given_, smallest=smallest)
        chose = [one for one in given_ if topics_in(FORM, one)]
        agreed = [one for one in chose if "Yes" in one.answer("named").chosen and one.answer("called").typed]
        named = {name for topic in found.clusters for name in topic.names}
        assert named <= {one.answer("called").typed for one in agreed}
        if 0 < len(chose) - len(agreed) < smallest:
            assert not named

    def test_the_json_is_as_it_is_documented_and_null_where_withheld(self) -> None:
        given_ = [filled("Amara", "Reading", named=True), filled("Tom", "Reading", "Talk", named=True)]
        full = json.loads(seen(*given_).model_dump_json())
        assert full["clusters"] == [
            {"topic": "Reading", "n": 2, "names": ["Amara", "Tom"]},
            {"topic": "Talk", "n": 1, "names": ["Tom"]},
        ]
        assert full["fields"][2]["counts"] == {"Reading": 2, "Writing": 0, "Talk": 1}
        few = json.loads(seen(*given_, smallest=5).model_dump_json())
        assert few["clusters"] is few["unnamed"] is few["fields"][2]["counts"] is None
        assert "Amara" not in json.dumps(few)

    def test_results_in_words(self) -> None:
        lines = in_words(FORM, seen(filled("Amara", "Reading", named=True, why="It is time.", pupils="4")))
        assert "  Reading: 1 (Amara)" in lines
        assert "  - It is time." in lines
        assert "  middle 4 pupils" in lines
        assert not any("Codes of pupils" in line for line in lines)

    def test_what_counts_as_answered_and_as_changed(self) -> None:
        before, after = filled("Ann", "Talk"), filled("Ann", "Reading", pupils="4")
        assert answered(FORM, after) == {"called", "named", "topics", "pupils"}
        assert moved(FORM, before, after) == {"topics", "pupils"}


class TestWhoSees:
    def test_codes_what_is_private_and_names_are_never_among_the_words_of_the_room(self) -> None:
        fields = [one.model_copy(update={"private": one.id == "why"}) for one in FORM.fields]
        activity = FORM.model_copy(update={"fields": tuple(fields)})
        given_ = filled("Amara", "Reading", why="Between us.", case="P7")
        found = shown(activity, summarise(activity, [given_]), 1).model_dump_json()
        assert not any(text in found for text in ("Amara", "Between us.", "P7"))
        assert [one.text for one in words(activity, given_) if activity.shows(given_, one.field)] == []

    def test_a_text_is_seen_only_by_whom_its_writer_was_told(self) -> None:
        kept, offered = filled(why="Kept."), filled(why="Offered.").offer("why")

        def texts(audience: Audience) -> set[str]:
            return set(seen(kept, offered, audience=audience).fields[4].answers)

        assert texts(Audience.ROOM) == {"Kept.", "Offered."}
        assert texts(Audience.OFFERED) == {"Offered."}
        assert texts(Audience.OWN) == set()

    def test_it_says_that_the_facilitator_sees_who_chose_what(self) -> None:
        assert who_sees(FORM).endswith("The facilitator sees it with your name.")
        assert who_sees(FORM.model_copy(update={"match": None})) == "The room sees this without your name."

    def test_what_the_facilitator_hides_is_gone_for_the_room(self) -> None:
        given_ = filled("Amara", "Reading", named=True, why="Rude.")
        assert {one.field: one.text for one in words(FORM, given_)} == {"why": "Rude.", "called": "Amara"}
        bare = without(FORM, given_, {"why", "called"})
        assert isinstance(bare, FormResponse)
        left = seen(bare).model_dump_json()
        assert "Rude." not in left
        assert "Amara" not in left


def test_what_is_filled_in_goes_on_in_words_and_days_are_taken_home() -> None:
    response = filled("Ann", "Reading", "Talk", start="3 Feb", pupils="4").type_row(LEDGER, 0, "amount", "1.5", TODAY)
    assert Offer(heading="Topics", text="Reading, Talk") in offers(FORM, response)
    assert Offer(heading="How many?", text="4 pupils") in offers(FORM, response)
    assert offers(FORM, response)[-1].text == "1.5 of 5 days, 3.5 to go"
    assert first_page(FORM, response) == (Offer(heading="From when?", text="3 February 2027"),)


def test_a_form_survives_being_kept() -> None:
    response = filled("Ann", "Reading", start="3 Feb", pupils="2.5").type_row(LEDGER, 0, "amount", "0.1", TODAY)
    assert FormResponse.model_validate_json(response.model_dump_json()) == response
    assert Form.model_validate_json(FORM.model_dump_json()) == FORM
    assert FormField.model_validate(FORM.fields[0].model_dump(mode="json")) == FORM.fields[0]
