"""The facilitator sees who is with whom, moves people, names clusters, and prints the sheet; the room does not."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from activities.refusal import Refused
from activities.session.beginning import begin
from activities.session.contribution import Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from store.protocol import Store
from tests.activities.examples import brief, filled, form
from tests.tui.conftest import NOW, Until
from tests.tui.console.conftest import Console, words
from tui.app import FlipchartApp
from tui.console.cluster_sheet import ClusterSheetScreen
from tui.console.clusters import ClustersScreen
from tui.console.screen import ConsoleScreen
from tui.tasks.exporting import Export, write_exports

PEOPLE = {"Amara": ("Reading",), "Ffion": ("Talk",), "Priya": ("Talk",), "Tom": ("Reading", "Writing")}


def shown(app: FlipchartApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.fixture
def session(store: Store) -> Session:
    """Four people who have filled in a form that matches them by topics, locked now."""
    roster = tuple(Participant(id=f"p-{name.casefold()}", name=name) for name in PEOPLE)
    agenda = Workshop(id="w", title="W", summary="s", activities=(form(), brief()))
    begun = begin(agenda, code="MKRT", title="Clusters", on=date(2026, 11, 20), roster=roster).open(NOW).lock(NOW)
    store.create(begun)
    for who in roster:
        response = filled(who.name, *PEOPLE[who.name])
        store.change_contribution(
            "MKRT",
            who,
            lambda kept, given=response: kept.record("form", given, at=NOW, handed_in=True),  # type: ignore[misc]
        )
    return begun


def clusters(store: Store) -> list[set[str]]:
    kept = store.session("MKRT").clusters.get("form", ())
    return [{who.removeprefix("p-") for who in one.members} for one in kept]


async def test_people_are_seen_by_name_moved_and_the_move_undone(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console("locked") as pilot:
        await until(pilot, lambda: "✓ Tom" in words(app, "#who-lines"))
        await pilot.press("y")
        await until(pilot, lambda: "4 people in 2 clusters" in words(app, "#heading"))
        assert "as they are proposed" in words(app, "#heading")
        assert all(name in shown(app) for name in PEOPLE)
        assert clusters(store) == []
        await pilot.press("down", "right")  # Amara, the first of the first cluster
        await until(pilot, lambda: clusters(store) == [{"tom"}, {"amara", "ffion", "priya"}])
        await until(pilot, lambda: "as they are proposed" not in words(app, "#heading"))
        await pilot.press("right")
        await until(pilot, lambda: clusters(store) == [{"tom"}, {"ffion", "priya"}, {"amara"}])
        await pilot.press("ctrl+z")
        await until(pilot, lambda: clusters(store) == [{"tom"}, {"amara", "ffion", "priya"}])
        await until(pilot, lambda: "in 2 clusters" in words(app, "#heading"))
        await pilot.press("a")
        await until(pilot, lambda: clusters(store) == [])
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))


async def test_a_cluster_gets_a_name_and_a_facilitator(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    async with console("locked") as pilot:
        await until(pilot, lambda: "✓ Tom" in words(app, "#who-lines"))
        await pilot.press("y")
        await until(pilot, lambda: "4 people" in words(app, "#heading"))
        await pilot.press("n")
        await until(pilot, lambda: app.screen.query_one(Input).has_focus)
        await pilot.press(*"The [b]readers", "enter")
        await until(pilot, lambda: "The [b]readers" in shown(app))
        await pilot.press("down", "f")
        await until(pilot, lambda: app.screen.query_one(Input).has_focus)
        await pilot.press(*"Jo", "enter")
        await until(pilot, lambda: store.session("MKRT").clusters["form"][0].facilitator == "Jo")
        await until(pilot, lambda: "with Jo" in shown(app))
        await pilot.press("n")
        await until(pilot, lambda: app.screen.query_one(Input).has_focus)
        await pilot.press("escape")
        assert isinstance(app.screen, ClustersScreen)


async def test_the_sheet_is_written(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until, tmp_path: Path
) -> None:
    async with console("locked") as pilot:
        await until(pilot, lambda: "✓ Tom" in words(app, "#who-lines"))
        await pilot.press("y")
        await until(pilot, lambda: "4 people" in words(app, "#heading"))
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ClusterSheetScreen))
        app.screen.query_one("#folder", Input).value = str(tmp_path / "out")
        app.screen.query_one("#folder", Input).focus()
        await pilot.press("enter")
        await until(pilot, lambda: "1 PDF in" in words(app, "#said"))
        assert (tmp_path / "out" / "MKRT clusters.pdf").read_bytes().startswith(b"%PDF")


async def test_without_topics_there_is_no_such_key(
    app: FlipchartApp, console: Console, store: Store, session: Session, until: Until
) -> None:
    bare = form().model_copy(update={"match": None})
    store.change_session(
        "MKRT",
        lambda now: now.model_copy(
            update={"workshop": now.workshop.model_copy(update={"activities": (bare, brief())})}
        ),
    )
    async with console("locked") as pilot:
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(app.screen, ConsoleScreen)


def test_the_sheet_is_written_from_the_command_line_too_and_only_where_people_are_matched(
    store: Store, session: Session, tmp_path: Path
) -> None:
    (path,) = write_exports(store, "MKRT", tmp_path, Export(("clusters",)))
    assert path.name == "MKRT clusters.pdf"
    agenda = session.workshop.model_copy(update={"activities": (brief(),)})
    store.create(begin(agenda, code="WXYZ", title="Other", on=date(2026, 11, 20)))
    with pytest.raises(Refused, match="Nothing in WXYZ matches people by topics"):
        write_exports(store, "WXYZ", tmp_path, Export(("clusters",)))
