"""A Venn diagram with cards in its regions."""

from dataclasses import dataclass

from exports.document import Column, Picture, Table


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card on a Venn diagram: its words, shorter ones for where those do not fit, and whether the participant wrote it.

    `region` holds the numbers of the circles that it lies in, from 0; it lies outside the others.
    """

    region: tuple[int, ...]
    label: str
    brief: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Venn(Picture):
    """Two or three circles that overlap, with cards in their regions; without cards, to be filled in by hand."""

    circles: tuple[str, ...]
    cards: tuple[PlacedCard, ...] = ()

    @property
    def regions(self) -> tuple[tuple[int, ...], ...]:
        """The regions that hold a card, those of fewer circles first."""
        return tuple(sorted({card.region for card in self.cards}, key=lambda region: (len(region), region)))

    def called(self, region: tuple[int, ...]) -> str:
        """A region in words: the names of its circles."""
        return " and ".join(self.circles[number] for number in region)

    @property
    def alternative(self) -> str:
        """The circles, and how many cards lie in each region."""
        circles = f"A Venn diagram of {len(self.circles)} circles: {', '.join(self.circles)}."
        counts = [
            f"{self.called(region)}: {sum(card.region == region for card in self.cards)}" for region in self.regions
        ]
        return f"{circles} Cards in each region: {'; '.join(counts)}." if counts else f"{circles} It is empty."

    @property
    def table(self) -> Table:
        """A row a region, with its cards."""
        rows = tuple(
            (self.called(region), "; ".join(_listed(card) for card in self.cards if card.region == region))
            for region in self.regions
        )
        return Table((Column(0.35), Column(0.65)), ("Circle", "Cards"), rows, "Which cards lie in which circles")


def _listed(card: PlacedCard) -> str:
    return f"{card.label} (own card)" if card.own else card.label
