"""At a shared terminal where people sit at tables: tables answer, or their people do, and nobody is lost between them."""

from collections.abc import Callable
from random import Random

import pytest
from textual.widgets import Input

from activities.kinds.activity import offers
from activities.kinds.audience import By
from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution
from activities.session.seats import roster
from activities.session.session import Session
from activities.session.sitting import Sitting
from store.protocol import Store
from tests.activities.examples import prompts, sentence_stems
from tests.tui.conftest import NOW, Until
from tests.tui.seat.conftest import SIZE
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip
from tui.seat.turn import TurnScreen
from tui.seat.which_table import WhichTable

MakeApp = Callable[[Callable[[], JoinScreen]], FlipchartApp]
LINES = ["Table 1: Amara, Tom", "Table 2: Priya"]


@pytest.fixture
def seated(store: Store, session: Session) -> Session:
    """Two tables with three people, at a question for each person; the same question for tables comes after it."""
    for_people = prompts("alone").model_copy(update={"by": By.PERSON})
    for_tables = prompts("together").model_copy(update={"by": By.TABLE})
    plan = sentence_stems("plan", source="together").model_copy(update={"by": By.PERSON})
    workshop = session.workshop.model_copy(update={"activities": (for_people, for_tables, plan)})
    changed = {"workshop": workshop, "current": "alone", "running": {}, "roster": roster(LINES, Random(1))}
    return store.change_session("MKRT", lambda now: now.model_copy(update=changed).open(NOW))


def chips(app: FlipchartApp) -> list[str]:
    return [str(chip.content).strip() for chip in app.screen.query(NameChip)]


async def test_people_are_offered_with_their_table_and_found_by_it(
    make_app: MakeApp, seated: Session, until: Until
) -> None:
    app = make_app(lambda: JoinScreen("MKRT"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: chips(app) == ["Amara  Table 1", "Tom  Table 1", "Priya  Table 2"])
        await pilot.press(*"table", "space", "2")
        await until(pilot, lambda: chips(app) == ["Priya  Table 2"])
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(app.screen, TurnScreen | Ask)


async def test_who_names_themselves_where_tables_answer_sits_down_for_their_table(
    make_app: MakeApp, store: Store, seated: Session, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.go_to("together", NOW).open(NOW))
    app = make_app(lambda: JoinScreen("MKRT"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: chips(app) == ["Table 1", "Table 2"])
        await pilot.press(*"priya", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press(*"abc")
        await until(pilot, lambda: store.contribution("MKRT", seated.roster[3].id) is not None)


async def test_late_comers_pick_a_table(make_app: MakeApp, store: Store, seated: Session, until: Until) -> None:
    app = make_app(lambda: JoinScreen("MKRT"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: len(chips(app)) == 3)
        await pilot.press(*"Zoe", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WhichTable))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        assert store.contributions("MKRT") == []
        app.screen.query_one("#name", Input).value = "Zoe"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WhichTable))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press(*"abc")
        await until(pilot, lambda: bool(store.contributions("MKRT")))
        came = store.contributions("MKRT")[0].participant
        assert (came.name, came.at) == ("Zoe", seated.roster[3].id)


def test_a_person_is_offered_what_their_table_did(seated: Session) -> None:
    table, amara = seated.roster[0], seated.roster[1]
    activity = seated.workshop.activity("together")
    field = prompts().prompts[0].id
    given = PromptsResponse(answers={field: "We have no baseline."})
    theirs = Contribution(participant=table).record("together", given, at=NOW)
    session = seated.go_to("plan", NOW)
    offered = Sitting(session, amara, Contribution(participant=amara), table=theirs).offered
    assert [one.text for one in offered["together"]] == [one.text for one in offers(activity, given)]
    assert all(one.heading.endswith(" · Table 1") for one in offered["together"])
    assert Sitting(session, amara, Contribution(participant=amara)).offered == {}
