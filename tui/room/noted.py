"""What was noted, in letters that the back row reads: one list while the session runs, and all that was agreed at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from activities.reveal.step import portions
from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from tui.widgets.big_lines import SIZES, set_text
from tui.widgets.big_type import BigType
from tui.widgets.lines import say

HEADINGS = {NoteKind.PARKING: "For another time", NoteKind.DECISION: "We decided", NoteKind.ACTION: "Who does what"}
"""What the lists are called on the projector: what is not named here is never on it."""

THANKS = "Thank you."
MOST = 8
"""The most lines of a list on one page."""

LARGEST, SMALLEST = 24, 10
"""Pixels from line to line of what stands under the heading, at most and at least."""

ROOMY = 30
"""Rows from which on there is room for larger letters."""

TURNS = timedelta(seconds=12)
"""After how long the last screen turns to its next page by itself: nobody steps through it while people leave."""


@dataclass(frozen=True)
class Said:
    """A heading, and what stands under it, each thing by itself."""

    heading: str
    lines: tuple[str, ...]


def said(session: Session) -> Said | None:
    """What the room is to read of the notes: at the end what was agreed, before it the list that is on show, if one is."""
    if session.closed is not None:
        return Said(THANKS, _agreed(session))
    kind = session.shown.notes
    if kind is None or kind not in HEADINGS:
        return None
    return Said(HEADINGS[kind], tuple(_line(note) for note in session.notes_of(kind)) or ("Nothing yet.",))


def _agreed(session: Session) -> tuple[str, ...]:
    decided = [f"We decided: {_line(note)}" for note in session.notes_of(NoteKind.DECISION)]
    to_do = [f"To do: {_line(note)}" for note in session.notes_of(NoteKind.ACTION)]
    again = [f"We meet again: {session.meets_again}"] if session.meets_again else []
    return (*again, *decided, *to_do)


def _line(note: Note) -> str:
    """The note in one line, with who and by when."""
    words = " ".join(note.text.split())
    return f"{words} — {note.owner}" if note.owner else words


@dataclass(frozen=True)
class Page:
    """Lines that stand on one page, and their size in pixels from line to line."""

    lines: tuple[str, ...]
    size: int


def pages(lines: Sequence[str], width: int, rows: int, largest: int, smallest: int) -> tuple[Page, ...]:
    """The lines on as few pages as can be, each as large as there is room for; a line too long for one is parted."""
    width, rows = max(width, 1), max(rows, 1)
    sizes = [size for size in SIZES if smallest <= size <= largest]
    found: list[list[str]] = [[]]
    for line in chain.from_iterable(_parted(each, width, rows, sizes[-1]) for each in lines):
        if found[-1] and (len(found[-1]) == MOST or _rows([*found[-1], line], width, sizes[-1]) > rows):
            found.append([])
        found[-1].append(line)
    return tuple(_page(part, width, rows, sizes) for part in found if part)


def _parted(line: str, width: int, rows: int, size: int) -> tuple[str, ...]:
    """The line in as few parts as fit a page each; whole where its letters cannot be drawn."""
    number = 1
    while number <= len(line.split()):
        parts = portions(line, number)
        if all(set_text(part, width, size, size, rows).size for part in parts):
            return parts
        number = max(number + 1, number * 9 // 8)
    return (line,)


def _page(lines: Sequence[str], width: int, rows: int, sizes: Sequence[int]) -> Page:
    fits = (size for size in sizes if _is_big(lines, width, size) and _rows(lines, width, size) <= rows)
    return Page(tuple(lines), next(fits, sizes[-1]))


def _rows(lines: Sequence[str], width: int, size: int) -> int:
    return sum(set_text(line, width, size, size).height + 1 for line in lines) - 1


def _is_big(lines: Sequence[str], width: int, size: int) -> bool:
    return all(set_text(line, width, size, size).size for line in lines)


class RoomNoted(Container):
    """A heading and lines under it, page by page where they are many."""

    DEFAULT_CSS = """
    RoomNoted { padding: 0 1; height: 100%; layout: vertical; }
    RoomNoted #noted-heading { color: $now; margin-bottom: 1; }
    RoomNoted #noted-lines { height: 1fr; }
    RoomNoted .line { margin-bottom: 1; }
    RoomNoted #noted-page { height: 1; color: $quiet; text-align: right; }
    RoomNoted.-alone #noted-lines { display: none; }
    RoomNoted.-alone { align: left middle; }
    """

    def __init__(self) -> None:
        """With nothing to say yet."""
        super().__init__(id="noted")
        self._said: Said | None = None
        self._page = 0
        self._of = 1
        self._turned = 0
        self._zoomed = False

    def compose(self) -> ComposeResult:
        """The heading, the lines, and which page this is."""
        yield BigType(id="noted-heading")
        with Vertical(id="noted-lines"):
            for _ in range(MOST):
                yield BigType(classes="line")
        yield Static(id="noted-page")

    def show(self, session: Session) -> None:
        """The room is to read this, where it is to read anything."""
        self._said, self._page = said(session), session.shown.page
        self._fill()

    def zoom(self, zoomed: bool) -> None:
        """Fewer, larger words, or all of them."""
        self._zoomed = zoomed
        self._fill()

    def tick(self, session: Session, now: datetime) -> None:
        """A little later: the last screen turns its pages by itself."""
        turned = int((now - session.closed) / TURNS) if session.closed else 0
        if turned != self._turned:
            self._turned = turned
            self._fill()

    def step(self, by: int) -> None:
        """The next page, or the one before; the console's choice counts when it changes."""
        self._page += by
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """As large as there is room for."""
        self._fill()

    def _fill(self) -> None:
        if self._said is None or not self.content_size.width:
            return
        width, height = self.content_size.width, self.content_size.height
        heading, lines = self.query_one("#noted-heading", BigType), self._said.lines
        self.set_class(not lines, "-alone")
        largest = 48 if not lines else 24 if height >= ROOMY else 14
        heading.update(self._said.heading)
        heading.fit(largest=largest, most_rows=height if not lines else max(height // 3, 5))
        rows = height - set_text(self._said.heading, width, largest, SMALLEST, max(height // 3, 5)).height - 3
        largest, smallest = (40, 16) if self._zoomed and height >= ROOMY else (LARGEST, SMALLEST)
        found = pages(lines, width, rows, largest, smallest)
        self._of = max(len(found), 1)
        page = (self._page + self._turned) % self._of
        here = found[page] if found else Page((), SMALLEST)
        for number, part in enumerate(self.query(".line").results(BigType)):
            line = here.lines[number] if number < len(here.lines) else ""
            part.display = bool(line)
            part.update(line)
            part.fit(largest=here.size, smallest=SMALLEST, most_rows=rows)
        say(self.query_one("#noted-page", Static), Content(f"page {page + 1} of {self._of}" if self._of > 1 else ""))
