"""Deleting sessions: whose day is past, what lies in the bin and until when, and whether the clock can be believed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from activities.days import day_in_words
from store.clock import believe, unlikely
from store.protocol import Binned, Listed, Store


@dataclass(frozen=True)
class Due:
    """What is past its day in a store, at this time by the computer's clock, where deleted sessions are kept so many days."""

    store: Store
    now: datetime
    days: int

    def overdue(self, sessions: Iterable[Listed]) -> list[Listed]:
        """The sessions whose day is past, after which nothing of them is to be kept."""
        today = self.now.astimezone().date()
        return [one for one in sessions if one.delete_on and one.delete_on < today]

    def in_bin(self) -> bool:
        """Whether something has been in the bin for long enough. Raises NotRead."""
        return any(one.deleted < self._before for one in self.store.binned())

    def doubt(self) -> str:
        """Why nothing is deleted by this clock, for the person to mend or to set aside; empty where it is believed."""
        newest = unlikely(self.store.home, self.now)
        if newest is None:
            return ""
        return (
            f"This computer’s clock says {day_in_words(self.now.astimezone())}. The newest work here is of {day_in_words(newest.astimezone())}. "
            "Until one of them is right, nothing is deleted."
        )

    def believe(self) -> None:
        """The person says that the clock is right."""
        believe(self.store.home, self.now)

    def empty_bin(self) -> int:
        """Remove for good what has been in the bin for long enough; how many sessions that were. Raises NotKept."""
        return self.store.empty_bin(self._before)

    def delete(self, code: str) -> None:
        """Put a session into the bin, or remove it at once where nothing is kept there. Raises NoSession, NotKept."""
        if self.days:
            self.store.throw_away(code, self.now)
        else:
            self.store.delete(code)

    def question(self, listed: Listed) -> str:
        """Whether a session that is past its day is to be deleted."""
        return f"‘{listed.title}’ was to be kept until {listed.delete_on}. Type its code to delete it. {self._after}"

    def deleted(self, code: str) -> str:
        """What has become of a session that was deleted."""
        if not self.days:
            return f"{code} is gone."
        return f"{code} is in the bin until {self._last(self.now)}. `flipchart restore {code}` brings it back."

    def restorable_until(self, binned: Binned) -> date:
        """The last day on which a session can be brought back."""
        return self._last(binned.deleted)

    @property
    def _after(self) -> str:
        return f"It can be brought back for {self.days} days." if self.days else "It is then gone for good."

    @property
    def _before(self) -> datetime:
        return self.now.astimezone(UTC) - timedelta(days=self.days)

    def _last(self, deleted: datetime) -> date:
        return (deleted + timedelta(days=self.days)).astimezone().date()
