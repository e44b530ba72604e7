"""What the tests of the preview share: a prepared walk of the workshop that has every kind, and bytes of a folder."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from store.memory import MemoryStore
from tests.every_kind.the_room import FILE
from tests.tui.conftest import NOW
from tui.app import FlipchartApp
from tui.tasks.preview import Preview, Wanted, prepare
from tui.widgets.choices import Choices

TEXT = """\
id: mine
title: My own
summary: To try.
activities:
  - kind: prompts
    id: first
    title: What now
    minutes: 3
    purpose: To hear.
    question: What now?
    instructions: Write it.
    prompts: [{id: one, prompt: What?}]
"""


@cache
def _prepared() -> Preview:
    return prepare(Wanted(str(FILE), FILE.parent), NOW, 5)


def every_kind_walked() -> Preview:
    """Prepared once for all, with a memory of its own for each."""
    store = MemoryStore(FILE.parent)
    store.create(_prepared().rehearsal.session)
    return replace(_prepared(), store=store)


def listed(app: FlipchartApp) -> list[str | None]:
    """The activities on the agenda, by id."""
    return [option.id for option in app.screen.query_one(Choices).options]


def everything_in(folder: Path) -> dict[str, bytes | None]:
    """All that is in a folder, with what every file says."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}
