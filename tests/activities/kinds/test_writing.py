from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import Activity, Offer, blank, offers, progress, summarise
from activities.kinds.prompts import Prompts, PromptsResponse
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse
from activities.kinds.writing import WrittenResponse, WrittenSummary
from tests.activities.examples import prompts, sentence_stems

texts = st.text(max_size=40)
PROMPTS = prompts()


def answered(one: str, two: str) -> WrittenResponse:
    return PromptsResponse().write("one", one).write("two", two)


@given(texts, texts)
def test_what_is_written_is_kept_as_typed(one: str, two: str) -> None:
    response = answered(one, two)
    assert (response.answer("one"), response.answer("two")) == (one, two)
    assert response.answer("three") == ""


@given(texts)
def test_writing_keeps_the_kind_of_the_response(text: str) -> None:
    for activity in (PROMPTS, sentence_stems()):
        response = blank(activity)
        assert isinstance(response, WrittenResponse)
        assert type(response.write("one", text)) is type(response)


@given(texts, texts)
def test_only_more_than_white_space_counts_as_done(one: str, two: str) -> None:
    done = progress(PROMPTS, answered(one, two))
    assert (done.done, done.of) == (sum(bool(text.strip()) for text in (one, two)), 2)
    assert done.complete == (done.done == 2)


@given(st.lists(st.tuples(texts, texts), max_size=6))
def test_a_summary_has_every_answer_once_and_no_empty_one(rows: list[tuple[str, str]]) -> None:
    summary = summarise(PROMPTS, [answered(*row) for row in rows])
    assert isinstance(summary, WrittenSummary)
    for index, field in enumerate(summary.fields):
        expected = [row[index].strip() for row in rows if row[index].strip()]
        assert list(field.answers) == expected
        assert field.n == len(expected)
    assert summary.participants == sum(any(text.strip() for text in row) for row in rows)


def test_answers_are_offered_under_their_question_and_endings_under_their_short_name() -> None:
    assert offers(PROMPTS, answered(" Now. ", " ")) == (Offer(heading="The first?", text="Now."),)
    stems: Activity = sentence_stems()
    response = SentenceStemsResponse().write("goal", "that all can read")
    assert offers(stems, response) == (Offer(heading="Goal", text="that all can read"),)


def test_a_stem_says_where_in_the_file_its_source_is_named() -> None:
    assert sentence_stems(source="sort").starts_from == ((("stems", 0, "from"), "sort"),)
    assert sentence_stems().starts_from == ()


def test_a_stem_is_kept_as_it_stands_in_a_file() -> None:
    stems = sentence_stems(source="sort")
    dumped = stems.model_dump(mode="json")
    assert dumped["stems"][0]["from"] == "sort"
    assert SentenceStems.model_validate(dumped) == stems
    assert Prompts.model_validate(PROMPTS.model_dump(mode="json")) == PROMPTS
