"""Which screens and terminals of the session are there."""

from collections.abc import Mapping

from tui.presence import SEAT
from tui.room.walking import screens


class Here:
    """The projector and the shared terminals that are open now, and how many there have been at once."""

    def __init__(self) -> None:
        """Nobody has been seen yet."""
        self._most = 0

    def words(self, present: Mapping[str, frozenset[str]]) -> str:
        """`room ✓ · 5 of 6 terminals`: of the most that were there at once, so that one that went away is missed."""
        rooms, seats = len(screens(present)), len(present.get(SEAT, ()))
        self._most = max(self._most, seats)
        room = f"{rooms} rooms ✓" if rooms > 1 else "room ✓" if rooms else "no room screen"
        return f"{room} · {self._terminals(seats)}"

    def _terminals(self, seats: int) -> str:
        if not self._most:
            return "no terminals"
        if seats < self._most:
            return f"{seats} of {self._most} terminals"
        return "1 terminal" if seats == 1 else f"{seats} terminals"
