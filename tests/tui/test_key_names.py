"""Keys are written as people read them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.key_names import as_read


@pytest.mark.parametrize(
    ("key", "read"),
    [("ctrl+s", "Ctrl+S"), ("pagedown", "PgDn"), ("escape", "Esc"), ("f4", "F4"), ("shift+tab", "Shift+Tab")],
)
def test_a_key_has_the_name_that_stands_on_it(key: str, read: str) -> None:
    assert as_read(key, "^?") == read


def test_a_key_without_a_name_of_ours_is_shown_as_before() -> None:
    assert as_read("left", "←") == "←"


ROOT = Path(__file__).parents[2]
ODD = re.compile(
    r"\^[A-Za-z]\b"
    r"|\b(?:ctrl|CTRL|Control)(?: and |[+-])(?=[A-Za-z+])"
    r"|\b(?:page ?(?:down|up)|pgdn|pgup|PageDown|PageUp)\b"
    r"|\b[Pp]ress (?:enter|return|escape|esc|tab|space|delete|backspace)\b"
    r"|\b(?:enter|escape|tab|space) (?:shows|says|goes|hands|begins|leads|takes|keeps|opens|leaves)\b"
    r"|[*`](?:enter|return|escape|esc|tab|space|delete|backspace|f\d+)[*`]"
)
"""A key written as a program would, or in another way than elsewhere."""


AS_TYPED = {("tui/settings/keys.py", "ctrl+")}
"""Where a key is named as the settings file wants it."""


def sentences(module: Path) -> Iterator[str]:
    """The texts in a module that have a space in them and are no docstrings: what a person may come to read."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docstrings else None
        if isinstance(text, str) and " " in text.strip():
            yield text


def for_people() -> Iterator[tuple[str, str]]:
    """Where it stands, and all that people read of ours: screens, help, messages, pages, workshops."""
    for folder in ("tui", "activities", "store", "exports"):
        for module in sorted((ROOT / folder).rglob("*.py")):
            for text in sentences(module):
                yield str(module.relative_to(ROOT)), text
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        yield page.name, page.read_text(encoding="utf-8")
    for workshop in sorted((ROOT / "activities").rglob("*.yaml")):
        yield workshop.name, workshop.read_text(encoding="utf-8")


def test_every_key_that_people_read_of_has_the_name_that_stands_on_it() -> None:
    told = [(where, found[0]) for where, text in for_people() for found in ODD.finditer(text)]
    assert [one for one in told if one not in AS_TYPED] == []


def test_a_key_written_otherwise_is_found() -> None:
    assert all(ODD.search(text) for text in ("Press enter to go on", "**ctrl+s** keeps", "`page down`", "^s hand in"))
    assert not ODD.search("Press **Enter**, Ctrl+S or PgDn; Ctrl and +")
