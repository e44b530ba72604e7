"""Columns side by side, with cards in them."""

from dataclasses import dataclass
from typing import ClassVar

from exports.pictures.sorted_cards import SortedCards


@dataclass(frozen=True, slots=True)
class Columns(SortedCards):
    """Two to six columns. A card lies in one of them."""

    one: ClassVar[str] = "Column"

    @property
    def alternative(self) -> str:
        """The columns from left to right, and how many cards lie in each."""
        return self._told(f"{len(self.names)} columns: {', '.join(self.names)}.", "column")
