"""Cards sorted on a board: what every such picture has, whatever the board."""

from abc import ABC
from dataclasses import dataclass
from typing import ClassVar

from exports.document import Column, Picture, Table


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card on a board: its words, shorter ones for where those do not fit, and whether the participant wrote it.

    `region` holds the numbers of the circles, the column or the ring that it lies in, from 0.
    """

    region: tuple[int, ...]
    label: str
    brief: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class SortedCards(Picture, ABC):
    """The names of what cards are sorted by, with the cards where they lie; without cards, to be filled in by hand."""

    one: ClassVar[str] = "Place"
    names: tuple[str, ...]
    cards: tuple[PlacedCard, ...] = ()

    @property
    def regions(self) -> tuple[tuple[int, ...], ...]:
        """The regions that hold a card, those of fewer circles first."""
        return tuple(sorted({card.region for card in self.cards}, key=lambda region: (len(region), region)))

    def called(self, region: tuple[int, ...]) -> str:
        """A region in words: the names of what it lies in."""
        return " and ".join(self.names[number] for number in region)

    def lying_in(self, region: tuple[int, ...]) -> tuple[PlacedCard, ...]:
        """The cards of a region, in their order."""
        return tuple(card for card in self.cards if card.region == region)

    def _told(self, board: str, of: str) -> str:
        """The board in words, and how many cards lie in each region."""
        counts = [f"{self.called(region)}: {len(self.lying_in(region))}" for region in self.regions]
        return f"{board} Cards in each {of}: {'; '.join(counts)}." if counts else f"{board} It is empty."

    @property
    def table(self) -> Table:
        """A row a region, with its cards."""
        rows = tuple(
            (self.called(region), "; ".join(_listed(card) for card in self.lying_in(region))) for region in self.regions
        )
        return Table((Column(0.35), Column(0.65)), (self.one, "Cards"), rows, f"Which cards lie in which {self._many}")

    @property
    def _many(self) -> str:
        return f"{self.one.lower()}s"


def _listed(card: PlacedCard) -> str:
    return f"{card.label} (own card)" if card.own else card.label
