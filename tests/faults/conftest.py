"""A session whose card sort is open, and real terminals on it that are closed again whatever happens."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from activities.session.beginning import begin
from activities.session.contribution import Participant
from store import open_store
from store.protocol import Store
from tests.five_activities import five_activities
from tests.soak.terminals import AS_ITS_OWN, Terminal
from tests.tui.conftest import _the_same_everywhere, until

__all__ = ["_the_same_everywhere", "until"]

SORT = "evidence-venn"

WITHOUT_POWER = f"""
import ctypes, os
if os.geteuid() == 0:
    for power in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, out of what programs started from here may do
        ctypes.CDLL(None).prctl(24, power, 0, 0, 0)
{AS_ITS_OWN}"""
"""Starts a program that may not write where nobody may, even if root starts it."""


FROM_A_SHELL = """
import os
os.close(os.open(os.ttyname(0), os.O_RDWR))
os.environ.update(PS1="the-shell> ", HISTFILE="")
os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
"""
"""Starts a shell with job control, in which the program is to be typed."""

SHELL = "the-shell> "


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Store:
    """With the workshop of five activities under the code MKRT: three tables, at the card sort, which is open."""
    opened = open_store(home)
    tables = tuple(Participant(id=f"p-{n}", name=f"Table {n}") for n in range(1, 4))
    now = datetime.now(UTC)
    session = begin(five_activities(), code="MKRT", title="Autumn", on=now.date(), roster=tables)
    opened.create(session.go_to(SORT, now).open(now))
    return opened


class OpenTerminal(Protocol):
    """Opens `flipchart` with these arguments in a real terminal."""

    def __call__(
        self,
        *arguments: str,
        may_only_read: bool = False,
        through: str = AS_ITS_OWN,
        hear: Callable[[bytes], object] | None = None,
    ) -> Terminal: ...


@pytest.fixture
def opens(home: Path) -> Iterator[OpenTerminal]:
    """Opens terminals, and closes them at the end."""
    opened: list[Terminal] = []

    def one(
        *arguments: str,
        may_only_read: bool = False,
        through: str = AS_ITS_OWN,
        hear: Callable[[bytes], object] | None = None,
    ) -> Terminal:
        through = WITHOUT_POWER if may_only_read else through
        opened.append(Terminal(home, *arguments, columns=120, rows=40, hear=hear, through=through))
        return opened[-1]

    yield one
    for terminal in opened:
        terminal.kill()
