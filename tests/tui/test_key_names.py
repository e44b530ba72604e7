"""Keys are written as people read them."""

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
