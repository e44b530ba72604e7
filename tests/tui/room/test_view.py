"""What the room sees while the facilitator has frozen the projector."""

from datetime import UTC, date, datetime, timedelta

import pytest

from activities.kinds.prompts import Prompt, Prompts, PromptsResponse, PromptsSummary
from activities.reveal.total import Total, add_up
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.privacy import SMALLEST_GROUP
from activities.session.session import Phase, Session
from activities.session.sitting import Sitting
from activities.workshop.workshop import Workshop
from tui.room.view import View, view

NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)


def asks(name: str) -> Prompts:
    return Prompts(
        id=name,
        title=name.capitalize(),
        minutes=10,
        purpose="p",
        question="Why?",
        instructions="Write.",
        prompts=(Prompt(id="why", prompt="Why?"),),
    )


@pytest.fixture
def session() -> Session:
    agenda = Workshop(id="w", title="W", summary="s", activities=(asks("first"), asks("second")))
    return begin(agenda, code="MKRT", title="T", on=date(2026, 11, 20)).open(NOW)


def answers(*texts: str) -> list[Contribution]:
    empty = [Contribution(participant=Participant(id=f"p-{n}", name="x")) for n in range(len(texts))]
    return [
        one.record("first", PromptsResponse(answers={"why": text}), at=NOW, handed_in=True)
        for one, text in zip(empty, texts, strict=True)
    ]


def again(before: list[Contribution], *texts: str) -> list[Contribution]:
    return [
        one.record("first", PromptsResponse(answers={"why": text}), at=NOW, round_number=2, handed_in=True)
        for one, text in zip(before, texts, strict=True)
    ]


def test_a_frozen_room_keeps_its_picture_while_the_console_goes_ahead(session: Session) -> None:
    seen = view(None, session, answers("a"))
    frozen = session.freeze()
    held = view(seen, frozen, answers("a"))
    ahead = frozen.lock(NOW).reveal(NOW).next(NOW).show(spotlight="why", question=0)
    assert view(held, ahead, answers("a", "b")) is held
    assert (held.held, held.session.current, held.session.state().phase) == (True, "first", Phase.OPEN)


def test_when_it_thaws_the_room_is_where_the_console_is(session: Session) -> None:
    held = view(view(None, session, ()), session.freeze(), ())
    thawed = view(held, session.freeze().next(NOW).freeze(), answers("b"))
    assert (thawed.held, thawed.session.current, len(thawed.contributions)) == (False, "second", 1)


def test_what_was_dwelt_on_at_the_freeze_stays(session: Session) -> None:
    seen = view(None, session, ())
    held = view(seen, session.reveal(NOW).show(spotlight="why").freeze(), ())
    assert (held.picture.phase, held.session.shown.spotlight) == (Phase.REVEALED, "why")


def test_a_freeze_and_a_step_on_told_at_once_leave_the_room_as_it_was(session: Session) -> None:
    seen = view(None, session, answers("a"))
    held = view(seen, session.freeze().next(NOW), answers("a", "b"))
    assert (held.held, held.session, held.contributions) == (True, seen.session, seen.contributions)


@pytest.mark.parametrize("phase", [Phase.OPEN, Phase.LOCKED, Phase.REVEALED])
def test_a_room_that_begins_frozen_shows_that_picture_and_nothing_that_came_after(
    session: Session, phase: Phase
) -> None:
    there = {Phase.OPEN: session, Phase.LOCKED: session.lock(NOW), Phase.REVEALED: session.reveal(NOW)}[phase]
    ahead = there.freeze().next(NOW).reveal(NOW).show(question=0, spotlight="why", compare=True)
    begun = view(None, ahead, ())
    assert begun.picture == there.picture
    assert begun.revealed is (phase is Phase.REVEALED)
    shown = begun.session.shown
    assert (shown.question, shown.spotlight, shown.compare) == (None, None, False)


def test_a_round_that_was_frozen_open_shows_no_results_once_the_console_reveals(session: Session) -> None:
    begun = view(None, session.freeze().reveal(NOW), ())
    assert not begun.revealed


def test_the_round_before_is_added_up_only_where_it_is_compared(session: Session) -> None:
    work = again(answers(*"aaaaaa"), *"aabbbb")
    second = session.again(NOW).reveal(NOW)
    alone, compared = seen(View(second, work)), seen(View(second.show(compare=True), work))
    assert alone.before is None
    assert compared.before is not None
    assert (compared.before.round, compared.summary.round if compared.summary else 0) == (1, 2)
    assert compared.shift == alone.shift
    assert compared.shift is not None
    assert (compared.shift.movers, compared.shift.both) == (4, 6)


def test_a_first_round_has_nothing_to_compare(session: Session) -> None:
    total = seen(View(session.reveal(NOW).show(compare=True), answers(*"abcdef")))
    assert (total.before, total.shift) == (None, None)


def test_too_few_to_hide_among_are_not_counted(session: Session) -> None:
    few = SMALLEST_GROUP - 1
    work = again(answers(*["a"] * few), *["b"] * few)
    assert seen(View(session.again(NOW).reveal(NOW).show(compare=True), work)).shift is None


def test_what_comes_in_after_the_reveal_waits_for_the_next(session: Session) -> None:
    everybody = answers(*"abcdef")
    revealed = session.reveal(NOW).reopen("p-0")
    later = Sitting(revealed, everybody[0].participant, everybody[0]).record(
        everybody[0], PromptsResponse(answers={"why": "later"}), NOW, handed_in=False
    )
    work = [later, *everybody[1:]]
    assert sorted(texts(View(revealed, work))) == list("abcdef")
    assert sorted(texts(View(revealed.reveal(NOW), work))) == ["b", "c", "d", "e", "f", "later"]


def test_a_draft_that_was_shown_stays_what_is_shown(session: Session) -> None:
    """The same where it was never handed in, and the clock of the terminal goes two hours ahead."""
    everybody = answers(*"abcde")
    who = Participant(id="p-9", name="x")
    draft = Sitting(session, who, Contribution(participant=who)).record(
        Contribution(participant=who),
        PromptsResponse(answers={"why": "half"}),
        NOW + timedelta(hours=2),
        handed_in=False,
    )
    revealed = session.reveal(NOW).reopen("p-9")
    for words in ("half a", "half a word"):
        at = Sitting(revealed, who, draft)
        draft = at.record(draft, PromptsResponse(answers={"why": words}), NOW + timedelta(hours=2), handed_in=False)
    assert "half" in texts(View(revealed, [*everybody, draft]))
    assert "half a word" in texts(View(revealed.reveal(NOW), [*everybody, draft]))
    assert len(draft.versions) == 2


def test_what_was_written_after_a_reveal_that_was_undone_is_shown_at_the_next(session: Session) -> None:
    everybody = answers(*"abcdef")
    revealed = session.did("Revealed", session.reveal(NOW)).reopen("p-0")
    later = Sitting(revealed, everybody[0].participant, everybody[0]).record(
        everybody[0], PromptsResponse(answers={"why": "later"}), NOW, handed_in=True
    )
    again = revealed.undo().reveal(NOW)
    assert "later" in texts(View(again, [later, *everybody[1:]]))


def seen(view: View) -> Total:
    return add_up(view.session, view.contributions)


def texts(view: View) -> tuple[str, ...]:
    """Everything the room reads."""
    summary = seen(view).summary
    assert isinstance(summary, PromptsSummary)
    return summary.fields[0].answers
