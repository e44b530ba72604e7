"""The facilitator's console: one key for every step, and only what the facilitator does changes a phase."""

from datetime import timedelta

import pytest
from textual.widgets import Markdown, Static, TextArea

from activities.kinds.activity import blank
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.session.notes import NoteKind
from activities.session.session import Phase, Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import SIZE, Console, words
from tui.app import FlipchartApp
from tui.console.minutes import MinutesScreen
from tui.console.note import NoteScreen
from tui.console.screen import ConsoleScreen
from tui.dialogs.ask import Ask
from tui.dialogs.help import HelpScreen
from tui.room.screen import RoomScreen
from tui.room.walking import mark, small_letters
from tui.seat.pins import set_pin
from tui.widgets.choices import Choices

SORT = "evidence-venn"


def phase(store: Store) -> Phase:
    return store.session("MKRT").state().phase


async def test_one_key_each_opens_locks_and_reveals(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        await pilot.press("n")
        await until(pilot, lambda: store.session("MKRT").current == SORT)
        for key, then in (("o", Phase.OPEN), ("l", Phase.LOCKED), ("r", Phase.REVEALED), ("o", Phase.OPEN)):
            await pilot.press(key)
            await until(pilot, lambda then=then: phase(store) is then)  # type: ignore[misc]
            await until(pilot, lambda then=then: then.value in words(app, "#standing"))  # type: ignore[misc]


async def test_reveal_is_not_offered_before_the_activity_was_open(
    console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.go_to(SORT, NOW))
    async with console("waiting") as pilot:
        await pilot.press("r", "l")
        await pilot.press("n")
        await until(pilot, lambda: store.session("MKRT").current != SORT)
        assert store.session("MKRT").state(SORT).phase is Phase.WAITING


async def test_going_back_keeps_every_answer(app: FlipchartApp, store: Store, session: Session, until: Until) -> None:
    sort = session.workshop.activity(SORT)
    assert isinstance(sort, CardSort)
    response = blank(sort)
    assert isinstance(response, CardSortResponse)
    store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW))
    store.change_contribution(
        "MKRT", session.roster[0], lambda c: c.record(SORT, response.put(sort.cards[0].id, ()), at=NOW, handed_in=True)
    )
    before = store.contributions("MKRT")
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: "✓ Table 1" in words(app, "#who-lines"))
        for key in ("r", "n", "o", "b", "b", "n", "l", "o"):
            await pilot.press(key)
        await until(pilot, lambda: store.session("MKRT").current == SORT and phase(store) is Phase.OPEN)
    assert store.contributions("MKRT") == before


async def test_the_timer_can_be_stretched_and_paused(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        planned = session.state().timer.length
        await pilot.press("plus", "plus", "minus")
        await until(pilot, lambda: store.session("MKRT").state().timer.length == planned + timedelta(minutes=1))
        await pilot.press("o")
        await until(pilot, lambda: store.session("MKRT").state().timer.running)
        await pilot.press("space")
        await until(pilot, lambda: not store.session("MKRT").state().timer.running)
        await until(pilot, lambda: "stands still" in words(app, "#standing"))


async def test_tab_swaps_to_the_room_and_back(app: FlipchartApp, console: Console, until: Until) -> None:
    async with console() as pilot:
        await pilot.press("tab")
        await until(pilot, lambda: isinstance(app.screen, RoomScreen))
        await pilot.press("tab")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))


async def test_the_script_and_the_names_are_there_for_the_facilitator(
    app: FlipchartApp, session: Session, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: session.activity.cues[0].say in words(app, "#cues"))
        assert "Table 6" in words(app, "#who-lines")
        assert session.activity.watch[0] in words(app, "#script")


async def test_at_80_columns_the_agenda_comes_by_one_key(app: FlipchartApp, console: Console, until: Until) -> None:
    key, panel = "a", "#agenda"
    async with console(size=(80, 24)) as pilot:
        assert not app.screen.query_one(panel).region
        await pilot.press(key)
        await until(pilot, lambda: app.screen.query_one(panel).region.width == 80)
        await pilot.press("escape")
        await until(pilot, lambda: not app.screen.query_one(panel).region)


async def test_two_consoles_show_the_same(app: FlipchartApp, console: Console, store: Store, until: Until) -> None:
    async with console() as pilot:
        store.change_session("MKRT", lambda now: now.open(NOW))
        await until(pilot, lambda: "open" in words(app, "#standing"))


async def test_a_timer_that_ran_on_is_asked_about_when_the_console_opens_again(
    app: FlipchartApp, store: Store, session: Session, until: Until
) -> None:
    began = NOW - timedelta(minutes=4)
    store.change_session("MKRT", lambda now: now.go_to(SORT, began).open(began))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        left = session.workshop.activity(SORT).parts.work - 4
        assert f"Step 2, ‘Sort the evidence’, is open, with {left}:00 left.\nGo on?" in str(
            app.screen.query_one(Static).content
        )
        await pilot.press("right", "enter")
        await until(pilot, lambda: not store.session("MKRT").state().timer.running)
        assert store.session("MKRT").state().timer.remaining(NOW) == timedelta(minutes=left)


async def test_escape_from_that_question_does_nothing(
    app: FlipchartApp, store: Store, session: Session, until: Until
) -> None:
    began = NOW - timedelta(minutes=4)
    store.change_session("MKRT", lambda now: now.go_to(SORT, began).open(began))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        await until(
            pilot, lambda: f"{session.workshop.activity(SORT).parts.work - 4}:00 left" in words(app, "#standing")
        )
        assert store.session("MKRT").state().timer.running


async def test_a_second_round_keeps_the_time_of_the_first(app: FlipchartApp, store: Store, until: Until) -> None:
    began = NOW - timedelta(minutes=7)
    store.change_session("MKRT", lambda now: now.go_to(SORT, began).open(began).lock(NOW).again(NOW).lock(NOW))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "7 of 20 min" in words(app, "#agenda-lines"))


async def test_a_closed_session_says_so_and_the_last_step_leads_to_closing(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    last = session.workshop.activities[-1].id
    store.change_session("MKRT", lambda now: now.go_to(last, NOW).open(NOW).lock(NOW).reveal(NOW))
    async with console("Press x to write the PDFs and close.") as pilot:
        assert "closed" not in words(app, "#headline")
        store.change_session("MKRT", lambda now: now.model_copy(update={"closed": NOW}))
        await until(pilot, lambda: "closed 13:42" in words(app, "#headline"))


async def test_a_note_half_written_is_thrown_away_only_when_asked_for(
    app: FlipchartApp, console: Console, until: Until
) -> None:
    async with console() as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen) and app.focused)
        await pilot.press("B", "u", "s", "escape")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        assert app.screen.query_one(TextArea).text == "Bus"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))


async def test_the_last_step_is_undone(console: Console, store: Store, session: Session, until: Until) -> None:
    async with console() as pilot:
        await pilot.press("n")
        await until(pilot, lambda: store.session("MKRT").current == SORT)
        await pilot.press("o")
        await until(pilot, lambda: phase(store) is Phase.OPEN)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: phase(store) is Phase.WAITING)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: store.session("MKRT").current == session.current)


async def test_a_second_round_opens_after_the_reveal(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW).reveal(NOW))
    async with console("revealed") as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, MinutesScreen))
        await pilot.press("6", "enter")
        await until(pilot, lambda: store.session("MKRT").state().round == 2)
        assert store.session("MKRT").state().clock.length == timedelta(minutes=6)
        assert phase(store) is Phase.OPEN
        await pilot.press("r")
        await until(pilot, lambda: phase(store) is Phase.REVEALED)
        await until(pilot, lambda: "round 2" in words(app, "#standing"))
        await pilot.press("c")
        await until(pilot, lambda: store.session("MKRT").shown.compare)


@pytest.mark.parametrize(("key", "field"), [("full_stop", "blank"), ("z", "zoom"), ("f", "frozen")])
async def test_what_the_projector_does_is_one_key_and_shown_in_words(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until, key: str, field: str
) -> None:
    async with console() as pilot:
        await pilot.press(key)
        await until(pilot, lambda: getattr(store.session("MKRT").shown, field))
        told = {"blank": "room sees: nothing (. shows it again)", "frozen": "frozen (f lets it go on)"}
        if field in told:
            await until(pilot, lambda: told[field] in words(app, "#standing"))
        await pilot.press(key)
        await until(pilot, lambda: not getattr(store.session("MKRT").shown, field))


async def test_a_note_is_kept_with_its_list_who_and_when(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console() as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press("f2", "f2", *"Ask", "tab", *"Sam", "tab", *"May", "ctrl+s")
        await until(pilot, lambda: store.session("MKRT").notes)
        (note,) = store.session("MKRT").notes
        assert (note.kind, note.text, note.who, note.due, note.at) == (NoteKind.ACTION, "Ask", "Sam", "May", NOW)
        assert note.activity == session.current


async def test_any_activity_can_be_gone_to(console: Console, store: Store, session: Session, until: Until) -> None:
    async with console() as pilot:
        await pilot.press("g", "down", "down", "down", "enter")
        await until(pilot, lambda: store.session("MKRT").current == session.workshop.activities[3].id)


async def test_one_participant_is_let_in_again_and_renamed(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW).lock(NOW))
    async with console("locked") as pilot:
        await pilot.press("w")
        await until(pilot, lambda: app.screen.query_one(Choices).option_count == 6)
        await pilot.press("down", "o")
        await until(pilot, lambda: store.session("MKRT").may_work("p-2"))
        assert not store.session("MKRT").may_work("p-1")
        await pilot.press("r", "end", *"b", "enter")
        await until(pilot, lambda: store.session("MKRT").name_of(session.roster[1]) == "Table 2b")


async def test_a_second_console_watches_or_takes_over(
    app: FlipchartApp, store: Store, session: Session, until: Until
) -> None:
    store.arrive("MKRT", "console", "other")
    store.change_session("MKRT", lambda now: now.model_copy(update={"console": "other"}))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        await until(pilot, lambda: "you watch" in words(app, "#standing"))
        await pilot.press("n", "o")
        await pilot.press("t")
        await until(pilot, lambda: store.session("MKRT").console != "other")
        assert store.session("MKRT").current == session.current
        await until(pilot, lambda: "Press o" in words(app, "#standing"))
        store.change_session("MKRT", lambda now: now.model_copy(update={"console": "other"}))
        await until(pilot, lambda: "you watch" in words(app, "#standing"))


async def test_who_only_watches_changes_nobody(app: FlipchartApp, store: Store, session: Session, until: Until) -> None:
    kept = set_pin(store, "MKRT", session.roster[0], "4071")
    store.arrive("MKRT", "console", "other")
    store.change_session("MKRT", lambda now: now.open(NOW).lock(NOW).model_copy(update={"console": "other"}))
    before = store.session("MKRT")
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        await until(pilot, lambda: "you watch" in words(app, "#standing"))
        await pilot.press("w")
        await until(pilot, lambda: app.screen.query_one(Choices).option_count == 6)
        who = app.screen
        for key in ("o", "r", "c", "f"):
            app.clear_notifications()
            await pilot.press(key)
            await until(pilot, lambda: any("Here you watch" in one.message for one in app._notifications))
            assert app.screen is who
        assert store.session("MKRT") == before
        assert store.contribution("MKRT", session.roster[0].id) == kept


async def test_right_steps_through_what_the_room_disagrees_on_and_before_and_after(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    sort = session.workshop.activity(SORT)
    assert isinstance(sort, CardSort)
    store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW))
    for number, who in enumerate(session.roster):
        place = sort.regions[number % 3]
        for round_number in (1, 2):
            given = CardSortResponse().put(sort.cards[round_number].id, place)
            store.change_contribution(
                "MKRT",
                who,
                lambda kept, g=given, r=round_number: kept.record(SORT, g, at=NOW, round_number=r),  # type: ignore[misc]
            )
    store.change_session("MKRT", lambda now: now.reveal(NOW).again(NOW).reveal(NOW))
    async with console("round 2") as pilot:
        await until(pilot, lambda: "… Table 6" in words(app, "#who-lines"))
        await until(pilot, lambda: "next: " in words(app, "#standing"))
        first = words(app, "#standing")
        for _ in range(3):
            after = words(app, "#standing").partition("next: ")[2]
            await pilot.press("right")
            await until(pilot, lambda after=after: f"room sees: {after}" in words(app, "#standing"))  # type: ignore[misc]
        await pilot.press("left", "left", "left")
        await until(pilot, lambda: words(app, "#standing") == first)
        await pilot.press("c")
        await until(pilot, lambda: store.session("MKRT").shown.compare)
        await until(pilot, lambda: "before and after" in words(app, "#standing"))
        await pilot.press("right")
        await until(pilot, lambda: store.session("MKRT").shown.spotlight is not None)


async def test_a_projector_with_small_letters_is_told_once(
    app: FlipchartApp, console: Console, store: Store, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.arrive("MKRT", mark(213, 60), "r-1")
    said: list[str] = []
    monkeypatch.setattr(app, "notify", lambda message, **_: said.append(message))
    monkeypatch.setattr("tui.console.screen.STAYING", 0.05)
    async with console() as pilot:
        await until(pilot, lambda: said)
        store.arrive("MKRT", mark(100, 30), "r-2")
        await until(pilot, lambda: len(app.screen._present) > 2)  # type: ignore[attr-defined]
        assert said == [small_letters(store.present("MKRT"))]
        assert "213 columns" in said[0]
        assert "Ctrl and +" in said[0]


async def test_its_help_names_the_commands_as_they_are_typed_here(store: Store, session: Session, until: Until) -> None:
    app = FlipchartApp(store, lambda: ConsoleScreen("MKRT"), now=lambda: NOW, called=lambda: "~/here/flipchart")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.query_one("#standing").region.area)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        shown = str(app.screen.query_one(Markdown).source)
        assert "`~/here/flipchart room CODE`" in shown
        assert "`~/here/flipchart join CODE`" in shown
