"""A Venn diagram with cards in its regions."""

from dataclasses import dataclass
from typing import ClassVar

from exports.pictures.sorted_cards import PlacedCard, SortedCards

__all__ = ["PlacedCard", "Venn"]


@dataclass(frozen=True, slots=True)
class Venn(SortedCards):
    """Two or three circles that overlap. A card lies in the circles of its region and outside the others."""

    one: ClassVar[str] = "Circle"

    @property
    def alternative(self) -> str:
        """The circles, and how many cards lie in each region."""
        return self._told(f"A Venn diagram of {len(self.names)} circles: {', '.join(self.names)}.", "region")
