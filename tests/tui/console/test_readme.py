"""The README's table has every key of the console, and says of each what the console itself says."""

import re
from pathlib import Path
from typing import Any

from textual.binding import Binding

from tui.app import FlipchartApp
from tui.console.keys import KEYS
from tui.key_names import as_read

README = Path(__file__).parents[3] / "README.md"
EVERYWHERE = {"theme", "help"}
"""What can be done on every screen and stands in the table, too."""


def told() -> dict[str, str]:
    """What the table says of each key."""
    text = README.read_text(encoding="utf-8")
    table = text.partition("## Every key of the console")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines() if "**" in line]
    return {key.strip("*"): what for row in rows for key, what in zip(row[::2], row[1::2], strict=True)}


def bound() -> dict[str, str]:
    """What the console says of each key, by the key's name on a keyboard."""
    app: list[Any] = [one for one in FlipchartApp.BINDINGS if isinstance(one, Binding) and one.id in EVERYWHERE]
    own: list[Any] = [one for one in KEYS if isinstance(one, Binding)]
    return {_name(one): one.description for one in [*app, *own]}


def _name(binding: Binding) -> str:
    key = binding.key_display or binding.key.split(",")[0]
    return as_read(key, key)


def test_every_key_of_the_console_is_in_the_readme_and_no_other() -> None:
    assert set(told()) == set(bound())


def test_the_readme_says_of_each_what_the_console_says() -> None:
    console = bound()
    assert {key: what for key, what in told().items() if not what.startswith(console[key])} == {}


def test_no_key_is_told_twice() -> None:
    table = README.read_text(encoding="utf-8").partition("## Every key of the console")[2].partition("\n## ")[0]
    keys = re.findall(r"\| \*\*(.+?)\*\* \|", table)
    assert len(keys) == len(set(keys)) == len(told())
