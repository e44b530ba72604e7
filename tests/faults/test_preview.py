"""A preview that ends in whatever way leaves every file as it was."""

import pytest

from store.protocol import Store
from tests.faults.conftest import OpenTerminal
from tests.five_activities import FILE
from tests.tui.preview.walked import everything_in


@pytest.mark.parametrize("ending", ["killed", "closed", "left"])
def test_however_a_preview_ends_no_file_is_made_or_changed(store: Store, opens: OpenTerminal, ending: str) -> None:
    before = everything_in(store.home)
    terminal = opens("preview", str(FILE))
    terminal.wait("Sort the evidence")
    terminal.press("\x1b[B\r")
    terminal.wait("Take a turn")
    terminal.press("\r")
    terminal.wait("0 placed")
    terminal.press("1")
    terminal.wait(lambda shown: "1 placed" in shown and "not kept" in shown)
    if ending == "killed":
        terminal.kill()
    elif ending == "closed":
        terminal.close()
    else:
        terminal.press("\x11")
        assert terminal.end() == 0
    assert everything_in(store.home) == before
