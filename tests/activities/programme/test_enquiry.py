"""What a person's enquiry has come to: every wording of the question, the newest plan and log, dates, and what is kept."""

from datetime import UTC, date, datetime, timedelta

from activities.kinds.activity import Activity, Response
from activities.kinds.audience import Audience
from activities.kinds.checks import ChecksResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.grid_response import GridResponse
from activities.kinds.log_entries import LogResponse
from activities.kinds.prompts import PromptsResponse
from activities.kinds.sentence_stems import SentenceStemsResponse
from activities.programme.enquiry import REST_NOT_OFFERED, Attended, Enquiry, enquiry
from activities.programme.telling import NOTHING, in_words, sections
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.session.tables import TakenHome
from activities.workshop.workshop import Workshop
from tests.activities.examples import checks, filled, form, grid, log, prompts, sentence_stems

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)
TODAY = date(2026, 11, 20)
TABLE = Participant(id="p-table", name="Hill School")
ANN = Participant(id="p-ann", name="Ann", at="p-table")


def a_workshop(name: str, *activities: Activity) -> Workshop:
    return Workshop.model_validate(
        {"id": name, "title": name.capitalize(), "summary": "Some.", "activities": activities}
    )


def held(workshop: Workshop, on: date = TODAY) -> Session:
    return begin(workshop, code="ABCD", title=f"The year: {workshop.title}", on=on, roster=(TABLE, ANN))


def gave(who: Participant, **responses: Response) -> Contribution:
    one = Contribution(participant=who)
    for activity, response in responses.items():
        one = one.record(activity.replace("_", "-"), response, at=AT, handed_in=True)
    return one


def of(session: Session, own: Contribution, table: Contribution | None = None) -> Attended:
    return Attended(session, TakenHome(own, table))


QUESTION = a_workshop("question", prompts("draft"), checks("question", of="draft"))
AGAIN = a_workshop("cycle", checks("again", of="question/question"), log("log"))


def texts(found: Enquiry) -> list[str]:
    return [trace.text for share in found.question for trace in share.traces]


def rewritten(before: str, *after: str) -> ChecksResponse:
    response = ChecksResponse().stand_on(before)
    for at, text in enumerate(after):
        response = response.write_another() if at else response
        response = response.reword(text, before).give_reason(f"because {text}", before)
    return response


def first(words: str) -> PromptsResponse:
    return PromptsResponse(answers={"one": words})


class TestTheQuestion:
    def test_has_all_its_wordings_from_the_first_draft_on_each_once(self) -> None:
        written = gave(ANN, draft=first("Does it?"), question=rewritten("Does it?", "How?", "How does it?"))
        later = gave(ANN, again=rewritten("How does it?", "For whom?"))
        assert texts(enquiry([of(held(QUESTION), written), of(held(AGAIN), later)])) == [
            "Does it?",
            "How?",
            "How does it?",
            "For whom?",
        ]

    def test_that_is_opened_in_two_cycles_does_not_begin_anew_in_the_second(self) -> None:
        written = gave(ANN, question=rewritten("Does it?", "How?"))
        cycles = [of(held(AGAIN), gave(ANN, again=rewritten("How?", words))) for words in ("For whom?", "Since when?")]
        found = texts(enquiry([of(held(QUESTION), written), *cycles]))
        assert found == ["Does it?", "How?", "For whom?", "Since when?"]

    def test_may_come_back_to_an_earlier_wording(self) -> None:
        again = rewritten("A?", "B?", "A?").say("clear", Answer.YES)
        found = texts(enquiry([of(held(QUESTION), gave(ANN, question=again))]))
        assert found == ["A?", "B?", "A?"]

    def test_that_is_only_a_draft_is_there(self) -> None:
        assert texts(enquiry([of(held(QUESTION), gave(ANN, draft=first("Does it?")))])) == ["Does it?"]

    def test_of_the_table_is_everybodys_at_it_until_they_have_their_own(self) -> None:
        table = gave(TABLE, draft=first("Ours?"))
        (share,) = enquiry([of(held(QUESTION), gave(ANN), table)]).question
        assert (share.together, share.traces[0].text) == ("Hill School", "Ours?")
        (share,) = enquiry([of(held(QUESTION), gave(ANN, draft=first("Mine?")), table)]).question
        assert (share.together, share.traces[0].text) == ("", "Mine?")


class TestPlanAndLog:
    def test_a_plan_that_is_offered_in_part_says_that_there_is_a_rest(self) -> None:
        plan = sentence_stems("plan").model_copy(update={"audience": Audience.OFFERED})
        ends = SentenceStemsResponse(answers={one.id: f"ends {one.id}" for one in plan.stems})
        assert len(plan.stems) > 1
        found = enquiry([of(held(a_workshop("p", plan)), gave(ANN, plan=ends.offer(plan.stems[0].id)))])
        (share,) = found.plan
        assert [one.text for one in share.traces] == [f"ends {plan.stems[0].id}"]
        assert [(one.activity, one.why) for one in found.kept] == [(plan.title, REST_NOT_OFFERED)]

    def test_a_log_that_goes_on_stands_there_once_as_it_is_now(self) -> None:
        begun = LogResponse().add(TODAY).write("entry-1", "planned", "Try it", TODAY)
        ended = begun.add(TODAY).write("entry-2", "planned", "Try more", TODAY)
        cycle = held(AGAIN)
        found = enquiry([of(cycle, gave(ANN, log=begun)), of(cycle, gave(ANN, log=ended))])
        (share,) = found.log
        assert [one.text for one in share.traces] == ["Planned: Try it", "Planned: Try more"]

    def test_dates_to_come_back_to_are_told_apart_from_what_is_over(self) -> None:
        entries = (
            LogResponse().add(TODAY).write("entry-1", "planned", "Look", TODAY).put_date("entry-1", "3 Feb 2027", TODAY)
        )
        entries = entries.add(TODAY).write("entry-2", "planned", "Ask", TODAY).put_date("entry-2", "1 Dec 2026", TODAY)
        entries = (
            entries.add(TODAY).write("entry-3", "happened", "Done", TODAY).put_date("entry-3", "2 Dec 2026", TODAY)
        )
        found = enquiry([of(held(AGAIN), gave(ANN, log=entries))])
        assert [(one.day, one.what) for one in found.ahead(date(2026, 12, 1))] == [
            (date(2026, 12, 1), "Planned: Ask"),
            (date(2027, 2, 3), "Planned: Look"),
        ]
        later = date(2026, 12, 1) + timedelta(days=1)
        assert [one.what for one in found.ahead(later)] == ["Planned: Look"]
        assert [one.what for one in found.past(later)] == ["Planned: Ask"]

    def test_a_date_in_a_form_is_one_of_them(self) -> None:
        asked = form("agreement")
        given = filled(start="3 Feb 2027")
        found = enquiry([of(held(a_workshop("f", asked)), gave(ANN, agreement=given))])
        assert [(one.day, one.what) for one in found.dates] == [(date(2027, 2, 3), "From when?")]


class TestThePage:
    def test_begins_with_the_question_as_it_is_now_and_says_why_it_was_changed(self) -> None:
        written = gave(ANN, question=rewritten("Does it?", "How?"))
        lines = in_words(enquiry([of(held(QUESTION), written)]), TODAY)
        assert lines == (
            "Question",
            "   Now: How?",
            "      Why: because How?",
            "      20 November 2026",
            "   At first: Does it?",
            "      20 November 2026",
        )

    def test_says_that_nothing_is_written_yet(self) -> None:
        found = enquiry([of(held(QUESTION), gave(ANN))])
        assert (found.begun, sections(found, TODAY), in_words(found, TODAY)) == (False, (), (NOTHING,))


def test_the_day_of_a_row_that_somebody_wrote_says_which_row_it_is_where_that_is_for_others() -> None:
    asked = grid("map").model_copy(update={"audience": Audience.OFFERED})
    given = GridResponse().write_row("Films", 2).date("own-1", "when", "3 Feb 2027", TODAY).offer("own-1.when")
    session = held(a_workshop("g", asked))
    assert [one.what for one in enquiry([of(session, gave(ANN, map=given))]).dates] == ["By when"]
    given = given.offer("own-1")
    assert [one.what for one in enquiry([of(session, gave(ANN, map=given))]).dates] == ["Films: By when"]
