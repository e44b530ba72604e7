"""A PIN, kept as a scrypt hash: it opens one's own work again, or leads out of a shared terminal."""

import hashlib
import hmac
from datetime import datetime, timedelta

from pydantic import Field

from activities.model import Frozen, Moment
from activities.refusal import Refused

SHORTEST, LONGEST = 4, 12
"""How many digits a PIN has. Whoever has the files finds four in minutes, eight in weeks: see `docs/security.md`."""

WHAT_IT_IS = f"A PIN is {SHORTEST} to {LONGEST} digits"

COST = {"n": 2**14, "r": 8, "p": 1}
"""scrypt's cost as RFC 7914 recommends for interactive use: 16 MiB and some 50 ms a try."""

TRIES = 5
"""How many wrong tries in a row are free of waiting."""

WAIT = timedelta(seconds=30)
"""How long to wait after that, doubled with each further wrong try."""


HEX = r"^([0-9a-f]{2})+$"


class Pin(Frozen):
    """A salted hash, both in hexadecimal. The digits themselves are kept nowhere."""

    salt: str = Field(pattern=HEX)
    hashed: str = Field(pattern=HEX)

    def fits(self, digits: str) -> bool:
        """Whether these are the digits. It takes some 50 ms on purpose: call it off the event loop."""
        return hmac.compare_digest(_hash(digits, bytes.fromhex(self.salt)), bytes.fromhex(self.hashed))


class Tries(Frozen):
    """Wrong tries in a row, and when the last was (UTC)."""

    wrong: int = Field(default=0, ge=0, le=1_000_000)
    last: Moment | None = None

    def wait(self, now: datetime) -> timedelta:
        """How long to wait before the next try; none at first. A clock set back never makes it longer than it was."""
        if self.wrong < TRIES or self.last is None:
            return timedelta(0)
        due: timedelta = WAIT * 2 ** min(self.wrong - TRIES, 6)
        return max(due - max(now - self.last, timedelta(0)), timedelta(0))

    def failed(self, now: datetime) -> "Tries":
        """One more wrong try."""
        return Tries(wrong=self.wrong + 1, last=now)


def make_pin(digits: str, salt: bytes) -> Pin:
    """The PIN of these digits. Raises Refused, saying what a PIN is, for anything but so many digits."""
    if not SHORTEST <= len(digits) <= LONGEST or not digits.isascii() or not digits.isdigit():
        raise Refused(f"{WHAT_IT_IS}, such as 4071.")
    return Pin(salt=salt.hex(), hashed=_hash(digits, salt).hex())


def _hash(digits: str, salt: bytes) -> bytes:
    return hashlib.scrypt(digits.encode(), salt=salt, n=COST["n"], r=COST["r"], p=COST["p"], dklen=32)
