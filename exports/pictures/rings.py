"""Rings inside one another, with cards in them."""

from dataclasses import dataclass
from typing import ClassVar

from exports.pictures.sorted_cards import SortedCards


@dataclass(frozen=True, slots=True)
class Rings(SortedCards):
    """Two to four rings, the innermost first. A card lies in one of them."""

    one: ClassVar[str] = "Ring"

    @property
    def alternative(self) -> str:
        """The rings from the middle outwards, and how many cards lie in each."""
        return self._told(f"{len(self.names)} rings, from the middle outwards: {', '.join(self.names)}.", "ring")
