"""Trying a PIN and setting one: wrong tries count, and after a few of them one has to wait."""

from datetime import datetime, timedelta
from os import urandom
from typing import Protocol

from activities.session.contribution import Contribution, Participant
from activities.session.pin import Pin, Tries, make_pin
from store.protocol import Store


class Guard(Protocol):
    """Who lets somebody through. Both may block."""

    def wait(self, now: datetime) -> timedelta:
        """How long to wait before the next try."""
        ...

    def opens(self, digits: str, now: datetime) -> bool:
        """Whether these are the digits; a wrong try is counted. Raises Refused where it cannot be told."""
        ...


class TerminalGuard:
    """The facilitator's PIN, which leads out of a shared terminal. Wrong tries are counted as long as it runs."""

    def __init__(self) -> None:
        """Nobody has tried yet, and nothing is asked."""
        self.pin: Pin | None = None
        self._tries = Tries()

    def wait(self, now: datetime) -> timedelta:
        """How long to wait before the next try."""
        return self._tries.wait(now)

    def opens(self, digits: str, now: datetime) -> bool:
        """Whether these are the digits; a wrong try is counted."""
        if self.wait(now):
            return False
        right = self.pin is None or self.pin.fits(digits)
        self._tries = Tries() if right else self._tries.failed(now)
        return right


class OwnGuard:
    """A participant's PIN. Wrong tries are kept with their work, so that no other terminal leads round the wait."""

    def __init__(self, store: Store, code: str, kept: Contribution) -> None:
        """For this participant's work."""
        self._store, self._code, self._participant = store, code, kept.participant
        self._tries = kept.tries

    def wait(self, now: datetime) -> timedelta:
        """How long to wait before the next try."""
        return self._tries.wait(now)

    def opens(self, digits: str, now: datetime) -> bool:
        """Whether these are the digits; a wrong try is kept. Raises Refused."""
        right = False

        def tried(kept: Contribution) -> Contribution:
            nonlocal right
            after, right = try_pin(kept, digits, now)
            return after

        self._tries = self._store.change_contribution(self._code, self._participant, tried).tries
        return right


def try_pin(kept: Contribution, digits: str, now: datetime) -> tuple[Contribution, bool]:
    """The contribution after these digits were tried, and whether they open it. While it waits, nothing does."""
    if kept.pin is None:
        return kept, True
    if kept.tries.wait(now):
        return kept, False
    right = kept.pin.fits(digits)
    tries = Tries() if right else kept.tries.failed(now)
    return (kept if tries == kept.tries else kept.model_copy(update={"tries": tries})), right


def with_pin(kept: Contribution, pin: Pin | None) -> Contribution:
    """The contribution with this PIN, or with none; wrong tries are forgotten."""
    return kept.model_copy(update={"pin": pin, "tries": Tries()})


def set_pin(store: Store, code: str, participant: Participant, digits: str) -> Contribution:
    """These digits open this participant's work from now on; without digits, it needs none. It blocks; raises Refused."""
    pin = make_pin(digits, urandom(16)) if digits else None
    return store.change_contribution(code, participant, lambda kept: with_pin(kept, pin))


def clear_pin(store: Store, code: str, participant: Participant) -> Contribution:
    """A forgotten PIN is asked for no more. It blocks; raises Refused."""
    return set_pin(store, code, participant, "")
