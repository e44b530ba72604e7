"""Handouts: how long one takes, against WeasyPrint on the same blocks as a web page; forty from the command; memory.

Processor time is counted, and both take turns, so that other work on the machine weighs on neither.
`.venv/bin/python -m tests.benchmarks.handouts [how many]`
"""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter, process_time

from activities.session.contribution import Contribution
from exports import html, pdf
from exports.document import Document
from exports.documents.handout import handout
from store import open_store
from tests.benchmarks.terminals import FLIPCHART
from tests.exports.room_of_teachers import contribution, session

MOST_MS = 25
"""Processor time for one handout, in milliseconds."""

AHEAD = 4
"""How many times as long WeasyPrint is to take."""

MOST_SECONDS = 4
"""From the command to the last of forty handouts and the room sheet."""

MOST_MEMORY = 1.2
"""The peak of exporting a thousand, as a share of exporting forty."""

_ROUND = 5


def main(count: int = 40) -> None:
    """Print every figure beside its goal."""
    forty, seconds = exported(40)  # first: a child's peak is never told as less than its parent's when it was begun
    thousand, longer = exported(1000)
    of = session()
    documents = [handout(of, contribution(of, number)) for number in range(1, count + 1)]
    ours, theirs = turns(documents)
    print(f"{'a handout, processor time':<52}{1000 * ours:>8.1f} ms   goal ≤ {MOST_MS} ms")
    if theirs:
        print(f"{'  WeasyPrint on the same blocks as HTML':<52}{1000 * theirs:>8.1f} ms")
        print(f"{'  so many times as long':<52}{theirs / ours:>8.1f}      goal ≥ {AHEAD}")
    else:
        print("  WeasyPrint is not there: install the extra ‘bench’ to compare")
    print(f"{'40 handouts and the room sheet, from the command':<52}{seconds:>8.1f} s    goal ≤ {MOST_SECONDS} s")
    print(f"{'1,000 of them':<52}{longer:>8.1f} s")
    print(f"{'peak memory of 40 and of 1,000, MiB':<43}{forty:>8.0f} {thousand:>8.0f}")
    print(f"{'  ratio':<52}{thousand / forty:>8.2f}      goal ≤ {MOST_MEMORY}")


def turns(documents: Sequence[Document]) -> tuple[float, float | None]:
    """Seconds of processor time a document that we take, and WeasyPrint where it is there; the first is not counted."""
    reference = weasyprint()
    pdf.write(documents[0], BytesIO())
    if reference:
        reference(documents[0])
    ours = theirs = 0.0
    compared = 0
    for start in range(0, len(documents), _ROUND):
        part = documents[start : start + _ROUND]
        ours += sum(timed(partial(pdf.write, document, BytesIO())) for document in part)
        if reference:
            theirs += timed(partial(reference, part[0]))
            compared += 1
    return ours / len(documents), theirs / compared if compared else None


def weasyprint() -> Callable[[Document], object] | None:
    """What prints a document's web page with WeasyPrint, the time to write that page included."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError):  # the package, or Pango
        return None

    def printed(document: Document) -> object:
        page = BytesIO()
        html.write(document, page)
        return HTML(string=page.getvalue().decode()).write_pdf()

    return printed


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = process_time()
    work()
    return process_time() - start


def exported(count: int) -> tuple[float, float]:
    """The peak memory in MiB, and the seconds, of the command that exports a session of so many."""
    with tempfile.TemporaryDirectory() as home:
        of = session()
        store = open_store(Path(home))
        store.create(of)
        for number in range(1, count + 1):
            store.change_contribution(of.code, contribution(of, number).participant, partial(_given, of, number))
        command = [*FLIPCHART, "export", of.code, "--to", str(Path(home) / "out")]
        begun = perf_counter()
        child = os.posix_spawn(command[0], command, {**os.environ, "FLIPCHART_HOME": home}, file_actions=_SILENT)
        _, status, used = os.wait4(child, 0)
        seconds = perf_counter() - begun
        if status:
            raise RuntimeError(f"the command ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024), seconds


_SILENT = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def _given(of: object, number: int, before: Contribution) -> Contribution:
    return contribution(session(), number)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
