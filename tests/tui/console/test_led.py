"""The facilitator sees what the room sees and what comes next, and steps advance the thing that is seen."""

from datetime import timedelta

from activities.session.closing import close
from activities.session.notes import Note, NoteKind
from activities.session.session import Phase, Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import Console, words
from tui.app import FlipchartApp
from tui.console.projector import may_turn, seen, stepped

SORT = "evidence-venn"


def footer(app: FlipchartApp) -> set[str]:
    return {active.binding.description for active in app.screen.active_bindings.values() if active.enabled}


def test_what_the_room_sees_is_said_in_every_phase(session: Session) -> None:
    assert seen(session).now == "what comes next"
    sort = session.go_to(SORT, NOW)
    assert seen(sort).now == "the question, and how to take part"
    assert seen(sort.open(NOW)).now == "the question, and the time"
    assert seen(sort.open(NOW).lock(NOW)).now == "‘Hands off, please.’"
    assert seen(sort.show(blank=True)).now == "nothing"
    assert seen(sort.open(NOW).freeze().next(NOW)).now == "‘Sort the evidence’, frozen"
    assert seen(close(sort, NOW, delete_on=None)).now == "the last screen"


def test_a_large_question_says_which_it_is_and_how_to_leave_it(session: Session) -> None:
    asked = session.go_to(SORT, NOW).show(question=1)
    found = seen(asked)
    assert (found.now, found.next, found.away) == ("question 2 of 4, large", "question 3", " (d puts it away)")


def test_steps_advance_the_question_while_one_is_large_and_the_results_stay(session: Session) -> None:
    asked = session.go_to(SORT, NOW).open(NOW).reveal(NOW).show(question=0, spotlight="assessments")
    after = stepped(asked, 1, None)
    assert (after.shown.question, after.shown.spotlight) == (1, "assessments")
    assert stepped(asked, -1, None).shown.question == 3


def test_there_is_nothing_to_step_through_before_anything_is_shown(session: Session) -> None:
    sort = session.go_to(SORT, NOW)
    assert not any(may_turn(one) for one in (sort, sort.open(NOW), sort.open(NOW).lock(NOW)))
    assert may_turn(sort.open(NOW).reveal(NOW))
    assert may_turn(sort.show(notes=NoteKind.DECISION))
    assert not may_turn(sort.open(NOW).reveal(NOW).show(blank=True))


async def test_one_key_shows_the_room_earlier_results_beside_the_question_and_the_console_says_so(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        assert "Look back" not in footer(app)
        store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW).reveal(NOW).next(NOW).open(NOW))
        await until(pilot, lambda: "Look back" in footer(app))
        await pilot.press("f3")
        again = "the question, and ‘Sort the evidence’ again (F3 goes on)"
        await until(pilot, lambda: again in words(app, "#standing"))
        assert store.session("MKRT").shown.back == SORT
        await pilot.press("f3")
        await until(pilot, lambda: again not in words(app, "#standing"))
        assert store.session("MKRT").shown.back is None


async def test_the_arrows_are_in_the_footer_whenever_there_is_something_to_step_through(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        assert "The next step" not in footer(app)
        await pilot.press("d")
        await until(pilot, lambda: "question 1 of 2, large (d puts it away)" in words(app, "#standing"))
        await until(pilot, lambda: "The next step" in footer(app))
        await pilot.press("right")
        await until(pilot, lambda: "question 2 of 2" in words(app, "#standing"))
        await pilot.press("d")
        await until(pilot, lambda: store.session("MKRT").shown.question is None)
        await until(pilot, lambda: "The next step" not in footer(app))


async def test_the_console_says_which_screens_and_terminals_are_there(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    app.screen_stack  # noqa: B018 - the app is made before anybody arrives
    async with console() as pilot:
        here = app.screen.query_one("#now")
        await until(pilot, lambda: "no room screen · no terminals" in str(here.border_subtitle))
        store.arrive("MKRT", "room-120x40", "r-1")
        for number in range(3):
            store.arrive("MKRT", "seat", f"s-{number}")
        app.screen._stay()  # type: ignore[attr-defined]
        await until(pilot, lambda: "room ✓ · 3 terminals" in str(here.border_subtitle))
        store.leave("MKRT", "seat", "s-1")
        app.screen._stay()  # type: ignore[attr-defined]
        await until(pilot, lambda: "room ✓ · 2 of 3 terminals" in str(here.border_subtitle))


async def test_the_script_goes_cue_by_cue_with_how_long_each_has_taken(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    cues = session.activity.cues
    async with console() as pilot:
        await until(pilot, lambda: cues[0].say in words(app, "#cues"))
        assert cues[2].say not in words(app, "#cues")
        await pilot.press("o", "down")
        await until(pilot, lambda: words(app, "#cues").startswith(cues[1].say))
        await until(pilot, lambda: "2 of 6   0:00 of 2 min" in words(app, "#cue"))
        assert cues[2].say[:40] in words(app, "#cues")
        app.now = lambda: NOW + timedelta(seconds=150)
        await until(pilot, lambda: "2:30 of 2 min" in words(app, "#cue"))
        await pilot.press("up")
        await until(pilot, lambda: "1 of 6   0:00" in words(app, "#cue"))
        await pilot.press("n")
        await until(pilot, lambda: words(app, "#cues").startswith(session.workshop.activities[1].cues[0].say))


async def test_a_cue_that_was_due_is_due_when_the_console_is_opened_again(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.cue(1, NOW).cue(1, NOW))
    async with console() as pilot:
        await until(pilot, lambda: words(app, "#cues").startswith(session.activity.cues[2].say))


async def test_locking_and_revealing_does_not_say_that_the_session_is_ahead(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.open(NOW))
    app.now = lambda: NOW + timedelta(minutes=10)
    store.change_session("MKRT", lambda now: now.go_to(SORT, NOW + timedelta(minutes=10)))
    async with console("Press o to open") as pilot:
        await until(pilot, lambda: "on time" in words(app, "#clock"))
        assert "explain  0:00 of 2 min" in words(app, "#standing")
        for minute, key in ((12, "o"), (20, "l"), (21, "r")):
            app.now = lambda minute=minute: NOW + timedelta(minutes=minute)  # type: ignore[misc]
            await pilot.press(key)
            phase = {"o": Phase.OPEN, "l": Phase.LOCKED, "r": Phase.REVEALED}[key]
            await until(pilot, lambda phase=phase: store.session("MKRT").state().phase is phase)  # type: ignore[misc]
            await until(pilot, lambda: "on time" in words(app, "#clock"))
        await until(pilot, lambda: "9:00 left to talk of 10 min" in words(app, "#standing"))
        await pilot.press("space")
        await until(pilot, lambda: "timer stands still" in words(app, "#standing"))
        await pilot.press("plus")
        await until(pilot, lambda: "10:00 left to talk of 11 min" in words(app, "#standing"))


async def test_at_80_columns_who_is_in_comes_by_the_same_key_after_the_agenda(
    app: FlipchartApp, console: Console, session: Session, until: Until
) -> None:
    async with console(size=(80, 24)) as pilot:
        people = app.screen.query_one("#people")
        assert not people.region
        await pilot.press("a", "a")
        await until(pilot, lambda: people.region.width == 80)
        await pilot.press("a")
        await until(pilot, lambda: app.screen.query_one("#now").region.width == 80)
        assert not people.region


async def test_a_note_can_be_put_on_the_projector_and_away_again(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    made = Note(kind=NoteKind.DECISION, text="Workbooks first.", at=NOW, activity=session.current)
    store.change_session("MKRT", lambda now: now.note(made))
    async with console() as pilot:
        await pilot.press("m")
        await pilot.press("r")
        await until(pilot, lambda: store.session("MKRT").shown.notes is NoteKind.DECISION)
        await pilot.press("escape")
        await until(
            pilot, lambda: "room sees: the decisions (→ turns the pages, d puts it away)" in words(app, "#standing")
        )
        await pilot.press("d")
        await until(pilot, lambda: store.session("MKRT").shown.notes is None)
