"""Writing PDFs from the app: how far it is, where they are, and what went wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Button, Input, ProgressBar, Static

from activities.refusal import Refused
from store.protocol import Store
from tests.tui.conftest import Until
from tui.app import FlipchartApp
from tui.dialogs.export import ExportScreen, Formats
from tui.tasks.sample import make_sample

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]


class Exports(Screen[None]):
    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def on_mount(self) -> None:
        self.app.push_screen(ExportScreen(self.code))


def said(app: FlipchartApp) -> str:
    return str(app.screen.query_one("#said", Static).content)


async def export_into(folder: object, app: FlipchartApp, pilot: Any, until: Until) -> None:
    await until(pilot, lambda: isinstance(app.screen, ExportScreen))
    field = app.screen.query_one(Input)
    field.value = str(folder)
    field.focus()
    await pilot.press("enter")


async def test_everyones_pdfs_are_written_with_progress_and_told_where(
    make_app: MakeApp, store: Store, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = make_sample(store)
    steps: list[tuple[int, int]] = []
    shown = ExportScreen._progress

    def remember(self: ExportScreen, done: int, of: int) -> None:
        steps.append((done, of))
        shown(self, done, of)

    monkeypatch.setattr(ExportScreen, "_progress", remember)
    app = make_app(lambda: Exports(code))
    async with app.run_test(size=(80, 24)) as pilot:
        await export_into(tmp_path / "out" / "put", app, pilot, until)
        await until(pilot, lambda: said(app).startswith("✓ 13 PDFs in"))
        assert str(tmp_path / "out" / "put") in said(app)
        assert app.screen.query_one(ProgressBar).percentage == 1
    assert len(list((tmp_path / "out" / "put").glob("*.pdf"))) == 13
    assert steps[0] == (0, 13)
    assert steps[-1] == (13, 13)


async def test_formats_are_chosen_by_keys_and_pdf_is_chosen_already(
    make_app: MakeApp, store: Store, tmp_path: Path, until: Until
) -> None:
    code = make_sample(store)
    app = make_app(lambda: Exports(code))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
        formats = app.screen.query_one(Formats)
        assert formats.chosen == {"pdf"}
        formats.focus()
        await pilot.press("space", "down", "down", "enter")
        assert formats.chosen == {"md"}
        await export_into(tmp_path / "out", app, pilot, until)
        await until(pilot, lambda: said(app).startswith("✓ 13 files in"))
    assert len(list((tmp_path / "out").glob("*.md"))) == 13


async def test_no_format_is_told(make_app: MakeApp, store: Store, tmp_path: Path, until: Until) -> None:
    code = make_sample(store)
    app = make_app(lambda: Exports(code))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
        app.screen.query_one(Formats).focus()
        await pilot.press("space")
        await export_into(tmp_path / "out", app, pilot, until)
        await until(pilot, lambda: said(app) == "Choose a format first.")
    assert not (tmp_path / "out").exists()


async def test_a_file_in_the_way_is_told_and_another_folder_may_be_typed(
    make_app: MakeApp, store: Store, tmp_path: Path, until: Until
) -> None:
    code = make_sample(store)
    (tmp_path / "out").write_text("in the way")
    app = make_app(lambda: Exports(code))
    async with app.run_test(size=(80, 24)) as pilot:
        await export_into(tmp_path / "out", app, pilot, until)
        await until(pilot, lambda: str(tmp_path / "out") in said(app))
        assert app.screen.query_one("#said").has_class("late")
        await export_into(tmp_path / "other", app, pilot, until)
        await until(pilot, lambda: said(app).startswith("✓ 13 PDFs"))
        assert app.screen.query_one("#said").has_class("done")


async def test_a_failure_half_way_is_told_and_can_be_tried_again(
    make_app: MakeApp, store: Store, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: Any) -> list[Path]:
        progress = given[-1]
        progress(3, 13)
        raise Refused("The disk is full: [make] room on it.")

    monkeypatch.setattr("tui.dialogs.export.write_exports", full)
    code = make_sample(store)
    app = make_app(lambda: Exports(code))
    async with app.run_test(size=(80, 24)) as pilot:
        await export_into(tmp_path, app, pilot, until)
        await until(pilot, lambda: said(app) == "The disk is full: [make] room on it.")
        assert not app.screen.query_one(Button).disabled


async def test_a_fault_of_our_own_is_no_traceback_and_no_silence(
    make_app: MakeApp, store: Store, tmp_path: Path, until: Until
) -> None:
    app = make_app(lambda: Exports("QQQQ"))
    async with app.run_test(size=(80, 24)) as pilot:
        await export_into(tmp_path, app, pilot, until)
        await until(pilot, lambda: "QQQQ" in said(app))


async def test_no_folder_is_told(make_app: MakeApp, store: Store, until: Until) -> None:
    code = make_sample(store)
    app = make_app(lambda: Exports(code))
    async with app.run_test(size=(80, 24)) as pilot:
        await export_into("   ", app, pilot, until)
        await until(pilot, lambda: said(app) == "Type a folder first.")


async def test_going_back_half_way_stops_the_writing(
    make_app: MakeApp, store: Store, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    half_way, gone, ended = Event(), Event(), []

    def slow(*given: Any) -> list[Path]:
        progress = given[-1]
        progress(1, 13)
        half_way.set()
        gone.wait(10)
        try:
            progress(2, 13)
        finally:
            ended.append(True)
        return []

    monkeypatch.setattr("tui.dialogs.export.write_exports", slow)
    code = make_sample(store)
    app = make_app(lambda: Exports(code))
    async with app.run_test(size=(80, 24)) as pilot:
        await export_into(tmp_path, app, pilot, until)
        await until(pilot, half_way.is_set)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Exports))
        gone.set()
        await until(pilot, lambda: ended)
    assert app._exception is None
