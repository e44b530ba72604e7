"""Settings: what holds of what was said, and every mistake in one line that says where and how to mend it."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tui.settings.file import Given, read_given
from tui.settings.model import Settings, as_toml, settle

NOBODY: Mapping[str, str] = {}


def given(home: Path, text: str = "", environment: Mapping[str, str] = NOBODY, **options: Any) -> Given:
    home.mkdir(exist_ok=True)
    if text:
        (home / "settings.toml").write_text(text, encoding="utf-8")
    return read_given(home, environment, options)


def holds(*arguments: Any, **options: Any) -> Settings:
    settings, troubles = settle(given(*arguments, **options))
    assert not troubles
    return settings


def mistakes(*arguments: Any, **options: Any) -> list[str]:
    return list(settle(given(*arguments, **options))[1])


def test_where_nothing_is_said_the_defaults_hold(tmp_path: Path) -> None:
    assert not given(tmp_path)
    settings = holds(tmp_path)
    assert (settings.theme, settings.size, settings.clear_after, settings.smallest_group) == ("hall", "normal", 90, 5)
    assert not settings.keys


def test_where_nothing_is_said_nothing_slow_is_loaded(tmp_path: Path) -> None:
    program = (
        "import sys; from tui.commands.opening import read_given, home_folder; import tui.app, tui.home.home\n"
        "assert not read_given(home_folder())\n"
        "print([name for name in ('pydantic', 'click', 'tomllib', 'tinydb', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"FLIPCHART_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_environment_goes_over_the_file_and_the_command_line_over_both(tmp_path: Path) -> None:
    text = 'theme = "paper"\nclear_after = 30\nsmallest_group = 3\n'
    environment = {"FLIPCHART_CLEAR_AFTER": "40", "FLIPCHART_SMALLEST_GROUP": "4", "FLIPCHART_HOME": "/elsewhere"}
    settings = holds(tmp_path, text, environment, smallest_group=6, size=None)
    assert (settings.theme, settings.clear_after, settings.smallest_group) == ("paper", 40, 6)


def test_every_field_has_its_sentence() -> None:
    for field in Settings.model_fields.values():
        assert field.description
        assert field.description.endswith(".")


def test_settings_printed_as_a_file_are_the_same_settings(tmp_path: Path) -> None:
    folder = tmp_path / 'ours "and" \\ theirs'
    folder.mkdir()
    settings = Settings(theme="paper", clear_after=20, bell=True, fonts=str(folder), keys={"console.open": "f5,f6"})
    assert settings.font_folder == folder
    assert holds(tmp_path, as_toml(settings)) == settings


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('theme = "papper"', 1, "did you mean ‘paper’?"),
        ("size = 3", 1, "‘size’ cannot be ‘3’: there can be normal, large"),
        ('theme = "hall"\nclear_after = 5', 2, "at least 10"),
        ("clear_after = 99999", 1, "at most 3600"),
        ('bell = "loud"', 1, "‘bell’ must be true or false, not ‘loud’"),
        ('smallest_group = "three"', 1, "a whole number, not ‘three’"),
        ('fonts = "/no such folder"', 1, "there is no such folder: name the one with the fonts"),
        ("fonts = 3", 1, "‘fonts’ must be text"),
        ('\nthem = "paper"', 2, "did you mean ‘theme’?"),
        ("theme = paper", 1, "quotes around words"),
        ('theme = "paper', 1, "quotes around words"),
        ("keys = 3", 1, "under [keys]"),
        ('[keys]\n"console.opn" = "f5"', 2, "did you mean ‘console.open’?"),
        ('[keys]\n"console.open" = "weird"', 2, "there is no key ‘weird’"),
        ('[keys]\n"console.open" = "r"', 2, "‘r’ is the key of ‘console.reveal’ (Reveal) already: choose another"),
        ('[keys]\nconsole.open = "f1"', 2, "Help"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_its_mend(tmp_path: Path, text: str, line: int, says: str) -> None:
    (told,) = mistakes(tmp_path, text)
    assert told.startswith(f"{tmp_path / 'settings.toml'}:{line}: ")
    assert says in told
    assert "\n" not in told
    assert told.endswith((".", "?"))


def test_what_is_right_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    text = (
        'theme = "paper"\nsize = "huge"\n[keys]\n"console.open" = "f5"\n"console.lock" = "f5"\n"console.next" = "f7"\n'
    )
    settings, troubles = settle(given(tmp_path, text))
    assert len(troubles) == 3
    assert settings.theme == "paper"
    assert settings.size == "normal"
    assert dict(settings.keys) == {"console.next": "f7"}


def test_keys_may_be_a_list_or_a_single_character_and_ids_need_no_quotes(tmp_path: Path) -> None:
    text = '[keys]\nconsole.more = [">", "f8"]\n"console.blank" = ","\nconsole.freeze = "ctrl+f"\n'
    assert dict(holds(tmp_path, text).keys) == {
        "console.more": "greater_than_sign,f8",
        "console.blank": "comma",
        "console.freeze": "ctrl+f",
    }


def test_two_things_may_swap_their_keys(tmp_path: Path) -> None:
    text = '[keys]\n"console.open" = "l"\n"console.lock" = "o"\n'
    assert dict(holds(tmp_path, text).keys) == {"console.open": "l", "console.lock": "o"}


def test_a_mistake_in_the_environment_names_the_variable(tmp_path: Path) -> None:
    (told,) = mistakes(tmp_path, "", {"FLIPCHART_THEME": "blue"})
    assert told == "FLIPCHART_THEME: ‘theme’ cannot be ‘blue’: there can be hall, paper."


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00" * 1_000_001])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    (told,) = mistakes(tmp_path)
    assert str(tmp_path / "settings.toml") in told


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    (told,) = mistakes(tmp_path)
    assert "cannot be read" in told


def flipchart(home: Path, *arguments: str) -> Any:
    from click.testing import CliRunner

    from tui.commands.commands import main

    return CliRunner().invoke(main, arguments, env={"FLIPCHART_HOME": str(home)}, prog_name="flipchart")


def test_the_settings_that_hold_are_printed_as_a_file_with_everything_that_has_a_key(tmp_path: Path) -> None:
    given(tmp_path, 'theme = "paper"\n')
    done = flipchart(tmp_path, "--clear-after", "20", "settings")
    assert done.exit_code == 0
    assert '# "console.open" = "o"' in done.output
    settings = holds(tmp_path, done.output)
    assert (settings.theme, settings.clear_after) == ("paper", 20)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("settings",), "settings.toml:1: ‘theme’ cannot be ‘blue’"),
        (("--theme", "blue", "settings"), "'hall', 'paper'"),
        (("--clear-after", "1", "settings"), "--clear-after"),
    ],
)
def test_on_the_command_line_a_mistake_is_one_line_and_exit_2(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    given(tmp_path, 'theme = "blue"\n')
    done = flipchart(tmp_path, *arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout
