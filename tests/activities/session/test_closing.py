"""Closing tells the truth about who is unfinished, and a closed session opens nothing."""

from datetime import date, timedelta

from activities.kinds.prompts import PromptsResponse
from activities.session.agenda import skip
from activities.session.beginning import begin
from activities.session.closing import Unfinished, close, open_again, unfinished
from activities.session.contribution import Contribution, Participant
from activities.session.session import Phase, Session
from activities.session.steps import STEPS
from tests.activities.examples import NOW, workshop

TABLES = tuple(Participant(id=f"p-{n}", name=f"Table {n}") for n in range(1, 5))
NEW = begin(workshop(), code="MKRT", title="Autumn", on=date(2026, 11, 20), roster=TABLES)
OTHERS = ("brief", "sort", "path", "stems")


def at_the_prompts() -> Session:
    session = NEW.go_to("prompts", NOW).open(NOW)
    for name in OTHERS:
        session = skip(session, name)
    return session


def gave(number: int, text: str, *, round_number: int = 1, handed_in: bool = True) -> Contribution:
    response = PromptsResponse(answers={"one": text} if text else {})
    return Contribution(participant=TABLES[number - 1]).record(
        "prompts", response, at=NOW, round_number=round_number, handed_in=handed_in
    )


def test_who_never_began_is_unfinished_too() -> None:
    everyone = [gave(1, "a"), gave(2, "b", handed_in=False), gave(3, "", handed_in=False)]
    assert unfinished(at_the_prompts(), everyone) == (
        Unfinished(activity="prompts", round=1, handed_in=1, begun=1, missing=2),
    )


def test_every_round_counts_and_not_only_the_last() -> None:
    session = at_the_prompts().lock(NOW).again(NOW)
    everyone = [gave(n, "a") for n in (1, 2, 3)]
    everyone += [
        gave(4, "a").record("prompts", PromptsResponse(answers={"one": "b"}), at=NOW, round_number=2, handed_in=True)
    ]
    assert unfinished(session, everyone) == (Unfinished(activity="prompts", round=2, handed_in=1, begun=0, missing=3),)


def test_what_was_never_open_is_told_and_what_was_skipped_is_not() -> None:
    session = at_the_prompts()
    everyone = [gave(n, "a") for n in range(1, 5)]
    assert unfinished(session, everyone) == ()
    assert unfinished(skip(session, "path"), everyone) == (Unfinished(activity="path", round=0),)


def test_closing_locks_what_is_open_and_nobody_may_work_any_more() -> None:
    session = at_the_prompts()
    assert session.may_work("p-1")
    over = close(session, NOW + timedelta(minutes=5), delete_on=None, meets_again="9 March")
    assert over.state().phase is Phase.LOCKED
    assert not over.may_work("p-1")
    assert not over.reopen("p-1").may_work("p-1")
    assert not over.state().clock.running
    assert over.meets_again == "9 March"


def test_a_closed_session_opens_nothing_by_a_slip() -> None:
    over = close(at_the_prompts(), NOW, delete_on=None)
    for name, step in STEPS.items():
        after = step(over, NOW)
        assert after.running == over.running, name
        assert (after.current, after.shown.question) == (over.current, None)
    assert STEPS["open"](open_again(over, NOW), NOW).state().phase is Phase.OPEN


def test_opened_again_on_purpose_it_goes_on_where_it_was() -> None:
    over = close(at_the_prompts(), NOW, delete_on=date(2027, 1, 1))
    again = open_again(over, NOW + timedelta(days=1))
    assert (again.closed, again.current, again.state().phase) == (None, "prompts", Phase.LOCKED)
    assert again.state().clock.running
    assert again.state().took(NOW + timedelta(days=1)) == timedelta(0)
