"""A section while it is put together: what flowed in, each under where it came from, and room to write."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from activities.kinds.composition import CompositionResponse, Section
from activities.kinds.pieces import Piece
from activities.poster import word_count
from tui.kinds.writing.area import WritingArea


class Origin(Static):
    """Where a piece came from, over it. A click strikes it out or puts it back."""

    ALLOW_SELECT = False

    class Struck(Message):
        """The piece at this place is to be struck out, or put back."""

        def __init__(self, place: str) -> None:
            super().__init__()
            self.place = place

    def __init__(self, place: str) -> None:
        """Over the piece at this place."""
        super().__init__(classes="origin", markup=False)
        self.place = place

    def show(self, piece: Piece) -> None:
        """Say where it came from, and what became of it."""
        state = ("struck out", "$late") if piece.struck else ("changed here", "$now") if piece.changed else ""
        words = Content.assemble("from ", (piece.heading.strip() or "before", "italic"), "   ", state)
        self.update(words + Content("   ↩ put back" if piece.struck else "   ✗ strike out"))

    def on_click(self, event: events.Click) -> None:
        """Strike it out, or put it back."""
        event.stop()
        self.post_message(self.Struck(self.place))


class SectionFields(Vertical):
    """One section: its heading and prompt, its pieces, and an area for one's own words."""

    DEFAULT_CSS = """
    SectionFields {
        height: auto;
        margin-bottom: 2;
        & .head { height: auto; }
        & .heading { width: 1fr; height: auto; text-style: bold; }
        & .length { width: auto; color: $quiet; padding-left: 2; }
        & .prompt, & .label { height: auto; color: $quiet; }
        & .origin { height: auto; color: $quiet; margin-top: 1; }
        & .label { margin-top: 1; }
        & WritingArea { min-height: 3; }
        & WritingArea.-struck { color: $quiet; text-style: strike; border: round $panel; }
        & WritingArea.-struck:focus { border: round $late; }
    }
    """

    def __init__(self, section: Section, response: CompositionResponse) -> None:
        """With what stands in it so far."""
        super().__init__()
        self.section = section
        self._response = response
        self._stands: tuple[tuple[Piece, ...], str] | None = None

    def compose(self) -> ComposeResult:
        """From its heading down to its last area."""
        section, pieces = self.section, self._response.of(self.section.id)
        with Horizontal(classes="head"):
            yield Static(Content(section.heading), classes="heading", markup=False)
            yield Static(classes="length", markup=False)
        if section.prompt:
            yield Static(Content(section.prompt), classes="prompt", markup=False)
        for number, piece in enumerate(pieces):
            yield Origin(f"{section.id}/{number}")
            yield WritingArea(f"{section.id}/{number}", piece.text)
        if pieces:
            yield Static("In your own words", classes="label")
        yield WritingArea(section.id, self._response.at(section.id))

    def on_mount(self) -> None:
        """Whoever comes to a text goes on behind it."""
        for area in self.areas:
            area.move_cursor(area.document.end)

    @property
    def areas(self) -> list[WritingArea]:
        """Where it is written, from the top."""
        return list(self.query(WritingArea))

    def show(self, response: CompositionResponse) -> None:
        """It stands like this now."""
        pieces = response.of(self.section.id)
        stands = (pieces, response.at(self.section.id))
        if stands == self._stands:
            return
        self._stands = stands
        for area in self.areas:
            area.put(response.at(area.place))
        for area, origin, piece in zip(self.areas, self.query(Origin), pieces, strict=False):
            area.set_class(piece.struck, "-struck")
            area.read_only = piece.struck
            origin.show(piece)
        count = word_count(response.text(self.section.id))
        self.query_one(".length", Static).update(Content(f"{count} of about {self.section.words} words"))
