"""What all screens share: themes, keys of one's own, the command palette, and faults told in one line."""

import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen

from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import Until
from tui.app import MOST_NOTICES, FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.dialogs.help import possible
from tui.home.home import HomeScreen
from tui.settings.file import Given, read_given
from tui.settings.keys import declared, own_classes

MakeApp = Callable[[Callable[[], Screen[None]]], FlipchartApp]
NAVIGATION = {"up", "down", "left", "right", "tab", "enter", "space"}


def given(home: Path, text: str) -> Given:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(text)
    return read_given(home, {})


async def test_ctrl_t_swaps_the_theme_and_writes_nothing(make_app: MakeApp, store: Store) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.theme == "hall"
        await pilot.press("ctrl+t")
        assert app.theme == "paper"
        await pilot.press("ctrl+t")
        assert app.theme == "hall"
    assert not (store.home / "settings.toml").exists()


async def test_the_theme_and_the_keys_of_the_settings_hold(
    store: Store, session: Session, tmp_path: Path, until: Until
) -> None:
    said = given(tmp_path, 'theme = "paper"\n[keys]\n"console.open" = "f5"\n')
    app = FlipchartApp(store, lambda: ConsoleScreen("MKRT"), given=said)
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.theme == "paper"
        await until(pilot, lambda: ("F5",) in [can.keys for can in possible(app.screen)])
        await pilot.press("o")
        assert store.session("MKRT").state().phase.value == "waiting"
        await pilot.press("f5")
        await until(pilot, lambda: store.session("MKRT").state().phase.value == "open")


async def test_a_mistake_in_the_settings_is_one_notice_and_the_defaults(
    store: Store, tmp_path: Path, until: Until
) -> None:
    said = given(tmp_path, 'theme = "blue"\nsize = "[b]"\nclear_after = 30\n')
    app = FlipchartApp(store, HomeScreen, given=said)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app._notifications)
        (notice,) = app._notifications
        assert "settings.toml:1" in notice.message
        assert "1 more" in notice.message
        assert app.theme == "hall"
        assert app.settings.clear_after == 30


async def test_a_notice_stands_once_however_often_it_is_said_and_few_stand_at_a_time(
    make_app: MakeApp, until: Until
) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for _ in range(100):
            app.notify("There is nothing to redo.")
        await until(pilot, lambda: len(app._notifications) == 1)
        for number in range(4 * MOST_NOTICES):
            app.notify(f"This is another: {number}")
            await until(pilot, lambda: 1 <= len(app._notifications) <= MOST_NOTICES)
        app.clear_notifications()
        app.notify("There is nothing to redo.")
        await until(pilot, lambda: [one.message for one in app._notifications] == ["There is nothing to redo."])


def test_without_settings_every_screen_has_the_defaults(store: Store) -> None:
    assert FlipchartApp(store, HomeScreen).settings.clear_after == 90


async def test_the_palette_has_what_can_be_done_here_and_nothing_else(make_app: MakeApp, until: Until) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        names = [command.title for command in app.get_system_commands(app.screen)]
        assert {"Start a workshop", "Dark or bright", "Help", "Leave"} <= set(names)
        assert not {"Screenshot", "Keys", "Maximize", "Theme", "Quit"} & set(names)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"dark")
        await until(pilot, lambda: app.screen.query_one("CommandList").option_count == 1)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "paper")


class Faulty(Screen[None]):
    def on_mount(self) -> None:
        try:
            int("what Ann wrote")
        except ValueError as error:
            raise RuntimeError("a fault over what Ann wrote") from error


def test_a_fault_is_told_in_one_line_and_kept_in_a_file(
    make_app: MakeApp, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(Faulty)
    app.run(headless=True)
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Traceback" not in told
    assert app.return_code == 1
    trouble = store.home / "trouble.txt"
    kept = trouble.read_text()
    assert "builtins.RuntimeError\n" in kept
    assert "because of\nbuiltins.ValueError\n" in kept
    assert f"{__file__}, line" in kept
    assert "Ann" not in kept
    assert trouble.stat().st_mode & 0o777 == 0o600


def test_an_id_is_one_thing_that_can_be_done() -> None:
    actions: dict[str, set[str]] = defaultdict(set)
    for kind in own_classes():
        for binding in declared(kind):
            if binding.id:
                actions[binding.id].add(binding.action.removeprefix("app.").removeprefix("screen."))
    assert {name: found for name, found in actions.items() if len(found) > 1} == {}


def of_textual(kind: type[DOMNode], binding: Binding) -> bool:
    """Whether it is a key of Textual's own text field or list, which a class of ours has taken over."""
    return any(
        binding.action == own.action
        for base in kind.__mro__
        if not base.__module__.startswith("tui.")
        for own in declared(base)
    )


def lacking() -> list[str]:
    """What can be done with keys that no one can change."""
    return [
        f"{kind.__module__}.{kind.__qualname__}: {binding.key} {binding.description or binding.action}"
        for kind in own_classes()
        if kind.__module__ in sys.modules
        for binding in declared(kind)
        if not binding.id and not set(binding.key.split(",")) <= NAVIGATION and not of_textual(kind, binding)
    ]


def test_every_key_can_be_changed() -> None:
    assert lacking() == []
