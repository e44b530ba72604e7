"""Forty handouts and the room sheet: from the command to the last file, and against WeasyPrint on the same blocks.

The command is timed by the clock, start of the program included. The comparison counts processor time, so that other
work on the machine weighs on neither, and gives WeasyPrint the finished HTML of the same documents.
`.venv/bin/python -m tests.benchmarks.handouts [how many]`
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TypeVar

from exports.document import Document
from exports.documents.handout import handout
from exports.documents.room_sheet import room_sheet
from exports.formats import FORMATS
from store import open_store
from tests.exports.room_of_teachers import contribution, session

T = TypeVar("T")

IN_ALL = 4.0
"""Seconds from the command to the last file, for forty people."""

EACH = 25
"""Milliseconds of processor time a handout may take."""

AHEAD = 4.0
"""How many times as long WeasyPrint takes at least."""

_COMPARED = 8
"""Handouts that WeasyPrint is given; it takes half a second for each."""


def main(count: int = 40) -> float | None:
    """Print the times; returns how many times as long WeasyPrint takes, None where it cannot be had."""
    of = session()
    room = [contribution(of, number) for number in range(1, count + 1)]
    documents = [handout(of, each) for each in room]
    print(
        f"{count} handouts and the room sheet, from the command: {_from_the_command(count):.2f} s   goal: {IN_ALL:g} s"
    )
    _write(documents[0])
    each = _processor_time(documents, _write) / count
    print(f"a handout {1000 * each:.1f} ms of processor time   goal: {EACH} ms")
    reference = _weasyprint()
    if reference is None:
        return None
    sheet = room_sheet(of, room, smallest_group=5)
    compared = [*documents[:_COMPARED], sheet]
    pages = [FORMATS["html"].composed(document).tobytes().decode() for document in compared]
    reference(pages[0])
    ours, theirs = _processor_time(compared, _write), _processor_time(pages, reference)
    print(
        f"{len(compared) - 1} handouts and the room sheet: ours {ours:.2f} s, WeasyPrint {theirs:.2f} s, "
        f"{theirs / ours:.1f} times as long   goal: {AHEAD:g} times"
    )
    return theirs / ours


def _from_the_command(count: int) -> float:
    """Seconds from the command to its end."""
    of = session()
    with TemporaryDirectory() as place:
        home = Path(place) / "home"
        store = open_store(home)
        store.create(of)
        for number in range(1, count + 1):
            given = contribution(of, number)
            store.change_contribution(of.code, given.participant, lambda _, given=given: given)  # type: ignore[misc]
        command = [sys.executable, "-c", "from tui.command_line import main; main()", "export", of.code]
        start = perf_counter()
        done = subprocess.run(
            [*command, "--to", str(Path(place) / "out")],
            env={**environ, "FLIPCHART_HOME": str(home)},
            check=True,
            capture_output=True,
            text=True,
        )
        taken = perf_counter() - start
        assert done.stdout.startswith(f"{count + 1} PDFs"), done.stdout
        return taken


def _write(document: Document) -> None:
    FORMATS["pdf"].composed(document)


def _weasyprint() -> Callable[[str], object] | None:
    """What makes a PDF of a page of HTML; None where WeasyPrint or the libraries it needs are missing, and it is said."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        print(f"WeasyPrint cannot be had here, so there is no comparison: {str(error).splitlines()[0]}")
        print("Install it with: pip install '.[bench]' (and Pango: on Debian, libpango-1.0-0 and libpangoft2-1.0-0)")
        return None
    return lambda page: HTML(string=page).write_pdf()


def _processor_time(things: Sequence[T], work: Callable[[T], object]) -> float:
    """Seconds of processor time for all of them."""
    start = process_time()
    for thing in things:
        work(thing)
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
