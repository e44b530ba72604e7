"""The facilitator makes a list of what people wrote, and the room votes on what comes of it."""

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from activities.kinds.items import Answer, Gathered
from activities.kinds.prompts import PromptsResponse
from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.workshop.workshop import Workshop
from store.protocol import Store
from tests.activities.examples import dot_vote, prompts
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import words
from tui.app import FlipchartApp
from tui.console.gathering import GatheringScreen
from tui.console.screen import ConsoleScreen
from tui.widgets.choices import Choices

TEXTS = ("Books", "Talk in pairs", "Talking together", "What they read", "w" * 200, "[red]Reading[/]")


@pytest.fixture
def room(store: Store) -> FlipchartApp:
    """A room in which six have written, at a dot vote that gathers what they wrote."""
    workshop = Workshop(
        id="w", title="W", summary="s", activities=(prompts(), dot_vote(items=[], gather="prompts", dots=3))
    )
    store.create(begin(workshop, code="MKRX", title="What matters", on=date(2026, 11, 20)).go_to("vote", NOW))
    for number, text in enumerate(TEXTS):
        who = Participant(id=f"p-{number}", name=f"Person {number}")
        given = PromptsResponse(answers={"one": text})
        store.change_contribution("MKRX", who, lambda kept, given=given: kept.record("prompts", given, at=NOW))  # type: ignore[misc]
    return FlipchartApp(store, lambda: ConsoleScreen("MKRX"), now=lambda: NOW)


def listed(store: Store) -> list[str]:
    return [item.label for item in items(store)]


def items(store: Store) -> tuple[Gathered, ...]:
    return store.session("MKRX").workshop.activity("vote").gathered_items


def shown(pilot: Pilot[str]) -> str:
    """What the screen shows."""
    return "\n".join(strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips())


async def opened(pilot: Pilot[str], until: Until) -> None:
    await until(pilot, lambda: "Press i to gather the list" in words(pilot.app, "#standing"))  # type: ignore[arg-type]
    await pilot.press("i")
    await until(pilot, lambda: isinstance(pilot.app.screen, GatheringScreen) and "Talk in pairs" in shown(pilot))


def hold(pilot: Pilot[str], row: str) -> None:
    """Take this row in hand: a person's answer, or an item."""
    choices = pilot.app.screen.query_one(Choices)
    choices.highlighted = choices.get_option_index(row)


async def test_answers_are_ticked_and_kept_at_once_and_nobody_is_named(
    room: FlipchartApp, store: Store, until: Until
) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await opened(pilot, until)
        choices = pilot.app.screen.query_one(Choices)
        assert "Person" not in "".join(choices.render_line(y).text for y in range(choices.size.height))
        assert "[red]Reading[/]" in shown(pilot)
        hold(pilot, "answer p-0 one")
        await pilot.press("space")
        await until(pilot, lambda: listed(store) == ["Books"])
        hold(pilot, "answer p-1 one")
        await pilot.press("enter")
        await until(pilot, lambda: listed(store) == ["Books", "Talk in pairs"])
        hold(pilot, "answer p-0 one")
        await pilot.press("space")
        await until(pilot, lambda: listed(store) == ["Talk in pairs"])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: listed(store) == ["Books", "Talk in pairs"])


async def test_one_is_merged_into_another_and_put_in_other_words(
    room: FlipchartApp, store: Store, until: Until
) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await opened(pilot, until)
        hold(pilot, "answer p-1 one")
        await pilot.press("space")
        await until(pilot, lambda: listed(store) == ["Talk in pairs"])
        hold(pilot, "answer p-2 one")
        await pilot.press("m")
        await until(pilot, lambda: "is part of" in str(pilot.app.screen.query_one(".title", Static).content))
        await pilot.press("enter")
        await until(pilot, lambda: [len(item.of) for item in items(store)] == [2])
        await pilot.press("r")
        await until(pilot, lambda: pilot.app.screen.query_one(Input).value == "Talk in pairs")
        await pilot.press("space", *"often", "enter")
        await until(pilot, lambda: listed(store) == ["Talk in pairs often"])


async def test_an_answer_too_long_for_an_item_is_first_put_in_other_words(
    room: FlipchartApp, store: Store, until: Until
) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await opened(pilot, until)
        hold(pilot, "answer p-4 one")
        await pilot.press("space")
        await until(pilot, lambda: pilot.app.screen.query_one(Input).has_focus)
        await pilot.press("enter")
        await until(
            pilot, lambda: "Write a few words first" in str(pilot.app.screen.query_one("#said", Static).content)
        )
        await pilot.press(*"short", "enter")
        await until(pilot, lambda: listed(store) == ["short"])
        assert items(store)[0].of[0].participant == "p-4"


async def test_ones_own_is_written_and_taken_off(room: FlipchartApp, store: Store, until: Until) -> None:
    async with room.run_test(size=(120, 40)) as pilot:
        await opened(pilot, until)
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen.query_one(Input).has_focus)
        await pilot.press(*"mine", "enter")
        await until(pilot, lambda: listed(store) == ["mine"])
        await until(pilot, lambda: "mine" in shown(pilot))
        hold(pilot, f"item {items(store)[0].id}")
        await pilot.press("delete")
        await until(pilot, lambda: listed(store) == [])


async def test_once_something_is_gathered_the_console_says_to_open_it(
    room: FlipchartApp, store: Store, until: Until
) -> None:
    store.change_session("MKRX", lambda session: session.gather("vote", (Gathered(id="g-1", label="Talk"),)))
    async with room.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Press o to open" in words(room, "#standing"))
        assert pilot.app.screen.query(Static)


async def test_where_nothing_is_gathered_the_key_is_not_there(room: FlipchartApp, store: Store, until: Until) -> None:
    store.change_session("MKRX", lambda session: session.go_to("prompts", NOW))
    async with room.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Press o" in words(room, "#standing"))
        active = {one.binding.description for one in room.screen.active_bindings.values() if one.enabled}
        assert "Gather" not in active
        await pilot.press("i")
        assert isinstance(room.screen, ConsoleScreen)


def test_the_list_looks_like_this(
    snap_compare: Callable[..., bool], room: FlipchartApp, store: Store, until: Until
) -> None:
    of = tuple(Answer(participant=f"p-{number}", field="one") for number in (1, 2))
    made = (Gathered(id="g-1", label="Talk in pairs", of=of), Gathered(id="g-2", label="Books and what they show"))
    store.change_session("MKRX", lambda session: session.gather("vote", made))

    async def open_it(pilot: Pilot[str]) -> None:
        await until(pilot, lambda: "Press o" in words(room, "#standing"))
        await pilot.press("i")
        await until(pilot, lambda: "2 to weigh in" in shown(pilot) and "Talking together" in shown(pilot))

    assert snap_compare(room, run_before=open_it, terminal_size=(80, 24))
