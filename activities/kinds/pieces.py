"""What stands in a composition: what flowed in from earlier activities, as its writer left it, and what they wrote."""

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field

from activities.kinds.activity import Offer, Response
from activities.model import ANSWER_LIMIT, Frozen, Written
from activities.refusal import not_too_long


class Piece(Frozen):
    """A text that flowed in: from which activity (`source`), under which `heading` there, and which of several under it.

    `given` is how it came, `text` how it stands in the work; one that is struck out stands in it no more.
    """

    source: str
    heading: str
    number: int = Field(default=0, ge=0)
    given: Written
    text: Written
    struck: bool = False

    @property
    def changed(self) -> bool:
        """Whether its writer has made something else of it."""
        return self.text != self.given

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it apart from others in its section."""
        return self.source, self.heading, self.number


class CompositionResponse(Response):
    """The `pieces` that flowed into each section, as they stand in it now, and what was written there besides.

    A place in it is a section's id for what is written besides, and `section/2` for its third piece.
    """

    kind: Literal["composition"] = "composition"
    pieces: Mapping[str, tuple[Piece, ...]] = Field(default_factory=dict)
    own: Mapping[str, Written] = Field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything stands in it."""
        return any(self.text(section) for section in {*self.pieces, *self.own})

    def of(self, section: str) -> tuple[Piece, ...]:
        """What flowed into a section."""
        return self.pieces.get(section, ())

    def passages(self, section: str) -> tuple[str, ...]:
        """What stands in a section: what was kept or changed, then what was written there."""
        kept = (piece.text for piece in self.of(section) if not piece.struck)
        return tuple(found for text in (*kept, self.own.get(section, "")) if (found := text.strip()))

    def text(self, section: str) -> str:
        """The same as one text, its passages parted by an empty line."""
        return "\n\n".join(self.passages(section))

    def at(self, place: str) -> str:
        """What stands at a place, struck out or not."""
        section, number = _place(place)
        return self.own.get(section, "") if number is None else self.pieces[section][number].text

    def write(self, place: str, text: str) -> "CompositionResponse":
        """A place says this now. Raises Refused for more than an answer can have."""
        section, number = _place(place)
        text = not_too_long(text, ANSWER_LIMIT)
        if number is None:
            return self.model_copy(update={"own": {**self.own, section: text}})
        return self._with(section, number, self.pieces[section][number].model_copy(update={"text": text}))

    def strike(self, place: str) -> "CompositionResponse":
        """A piece is struck out, or put back as it was when it was; what is written besides is not struck."""
        section, number = _place(place)
        if number is None:
            return self
        piece = self.pieces[section][number]
        return self._with(section, number, piece.model_copy(update={"struck": not piece.struck}))

    def _with(self, section: str, number: int, piece: Piece) -> "CompositionResponse":
        pieces = list(self.pieces[section])
        pieces[number] = piece
        return self.model_copy(update={"pieces": {**self.pieces, section: tuple(pieces)}})


def _place(place: str) -> tuple[str, int | None]:
    section, _, number = place.partition("/")
    return section, int(number) if number else None


def flowed_in(
    there: Sequence[Piece], heading: str, sources: Sequence[str], given: Mapping[str, Sequence[Offer]]
) -> tuple[Piece, ...]:
    """The pieces of a section with this heading: those that are there, in their places, then what is new."""
    fresh: dict[tuple[str, str, int], Piece] = {}
    for source in sources:
        for offer in given.get(source) or given.get(source.rpartition("/")[2], ()):
            if offer.text.strip():
                text = _as_it_reads(heading, offer)
                number = sum(key[:2] == (source, offer.heading) for key in fresh)
                piece = Piece(source=source, heading=offer.heading, number=number, given=text, text=text)
                fresh[piece.key] = piece
    known = [_followed(piece, fresh.pop(piece.key, None)) for piece in there]
    return (*known, *fresh.values())


def _followed(piece: Piece, fresh: Piece | None) -> Piece:
    """A piece that was left as it came says what its source says now."""
    if fresh is None or piece.changed:
        return piece
    return piece.model_copy(update={"given": fresh.given, "text": fresh.text})


def _as_it_reads(section: str, offer: Offer) -> str:
    """The text after the heading that says what it is, unless the section says that already."""
    heading, text = offer.heading.strip(), offer.text.strip()
    if not heading or heading.casefold() == section.strip().casefold():
        return text[:ANSWER_LIMIT]
    apart = " " if heading[-1] in "?!.:…" else ": "
    return f"{heading}{apart}{text}"[:ANSWER_LIMIT]
