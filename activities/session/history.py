"""Undo and redo of whatever can be held in one value."""

from typing import Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """The states a thing has been through. A new state after an undo forgets what was undone."""

    def __init__(self, start: T, limit: int = 200) -> None:
        """Begin at a state; remember at most `limit` states before the present one."""
        self._past: list[T] = []
        self._future: list[T] = []
        self._limit = limit
        self.present = start

    def add(self, state: T) -> None:
        """This is the state now; nothing happens where it is the same as before."""
        if state == self.present:
            return
        self._past = [*self._past, self.present][-self._limit :]
        self._future = []
        self.present = state

    def undo(self) -> bool:
        """One state back; False where there is none."""
        if not self._past:
            return False
        self._future.append(self.present)
        self.present = self._past.pop()
        return True

    def redo(self) -> bool:
        """One state on again; False where nothing was undone."""
        if not self._future:
            return False
        self._past.append(self.present)
        self.present = self._future.pop()
        return True
