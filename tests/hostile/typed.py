"""Bytes that nobody means, random and mutated, typed at every screen of a shared terminal that a PIN holds.

They take the way that keys take: through a real terminal into the real program. After each burst the program must be
the same one, have written no fault down, be held still, and answer keys again.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile.noise import hostile, staying
from tests.hostile.seats import HANDED_IN, HERE, LEADS_OUT, LOCKED_UP, SORT, WHICH, Seat
from tests.soak.terminals import Unseen

BURSTS = (60, 400, 400, 1_600, 6_000)
"""Bytes typed at a screen before it is looked what they did, and the screen is gone to again."""

AT_ONCE = 3
"""How many terminals are typed at side by side: some wait while the others work."""


@dataclass(frozen=True)
class Screen:
    """A screen of a shared terminal: what stands on it, the way to it, and the activity at which there is one."""

    shows: str
    go: Callable[[Seat], None]
    activity: str = SORT
    arguments: tuple[str, ...] = ()
    listed: bool = False
    held: bool = True


@dataclass
class Tried:
    """How many bytes were typed, in how many bursts, after how many of which the screen still stood; what was wrong."""

    typed: int = 0
    bursts: int = 0
    stood: int = 0
    wrong: list[str] = field(default_factory=list)


def _locked(seat: Seat) -> None:
    seat.room(lambda session, now: session.open(now).lock(now))
    seat.join()


def _stopped(seat: Seat) -> None:
    seat.room(lambda session, now: session.open(now))
    seat.turn(" placed")
    seat.room(lambda session, now: session.lock(now))
    seat.terminal.wait("Hands off")


def _led(seat: Seat, words: str, then: str, *keys: str) -> None:
    """At a turn that shows these words, and after these keys at what is there then."""
    seat.turn(words)
    for key in keys:
        seat.press(key)
    seat.terminal.wait(then)


def _open_again(seat: Seat) -> None:
    seat.join()
    seat.hand_in()
    seat.named(HANDED_IN.name, "handed in already")


def _thanks(seat: Seat) -> None:
    _led(seat, " answered", "Hand in now", "\x13")
    seat.press("y")
    seat.terminal.wait("Next, please")


SCREENS = {
    "clearing": Screen(
        "This screen clears",
        lambda seat: _led(seat, " placed", "This screen clears"),
        arguments=("--clear-after", "16"),
    ),
    "code": Screen(WHICH, Seat.another, held=False),
    "join": Screen(HERE, Seat.join),
    "waiting": Screen("Look to the front", Seat.join, "baseline"),
    "locked": Screen("Hands off", _locked),
    "new name": Screen("Begin under", lambda seat: seat.turn("Begin under"), listed=True),
    "own PIN": Screen("type your PIN", lambda seat: seat.named(LOCKED_UP.name, "type your PIN")),
    "open again": Screen("handed in already", _open_again),
    "PIN": Screen(LEADS_OUT, Seat.way_out),
    "card sort": Screen(" placed", lambda seat: seat.turn(" placed")),
    "own card": Screen("your new card", lambda seat: _led(seat, " placed", "your new card", "n")),
    "prompts": Screen(" answered", lambda seat: seat.turn(" answered"), "reflection"),
    "pathway": Screen("strand ", lambda seat: seat.turn("strand 1 of"), "pathways"),
    "stems": Screen("1 of ", lambda seat: seat.turn("1 of "), "plan"),
    "hands off": Screen("Hands off", _stopped),
    "hand in?": Screen("Hand in now", lambda seat: _led(seat, " answered", "Hand in now", "\x13"), "reflection"),
    "new PIN": Screen("digits of your own", lambda seat: _led(seat, " placed", "digits of your own", "\x1bOS")),
    "help": Screen("Sorting cards", lambda seat: _led(seat, " placed", "Sorting cards", "\x1bOP")),
    "thanks": Screen("Next, please", _thanks, "reflection"),
}
"""By their names. The first is first because it is waited for longest: it comes by itself, after seconds."""


def tried(name: str, many: int, seed: str) -> Tried:
    """Type so many bytes at a screen, a burst at a time. The first wrong thing ends it."""
    screen, outcome, chance = SCREENS[name], Tried(), random.Random(f"{seed} {name}")
    with tempfile.TemporaryDirectory() as folder:
        code = {} if screen.held else {"code": ""}
        seat = Seat(Path(folder), *screen.arguments, listed=screen.listed, **code)
        try:
            _opened(seat, screen)
            while outcome.typed < many and not outcome.wrong:
                size = min(chance.choice(BURSTS), many - outcome.typed)
                _burst(seat, name, outcome, chance, size)
        finally:
            seat.terminal.kill()
    return outcome


def tried_in_one_go(folder: Path, many: int, seed: str) -> dict[str, Tried]:
    """Type so many bytes at each screen to which one terminal gets, one after the other."""
    outcomes, chance = {}, random.Random(seed)
    seat = Seat(folder)
    try:
        for name, screen in SCREENS.items():
            if screen.held and not screen.listed and not screen.arguments:
                outcomes[name] = Tried()
                _opened(seat, screen)
                _burst(seat, name, outcomes[name], chance, many)
    finally:
        seat.terminal.kill()
    return outcomes


def _opened(seat: Seat, screen: Screen) -> None:
    seat.room(lambda session, now: session.go_to(screen.activity, now).open(now))


def _burst(seat: Seat, name: str, outcome: Tried, chance: random.Random, size: int) -> None:
    screen, typed = SCREENS[name], b""
    try:
        screen.go(seat)
        noise = chance.choice((hostile, staying))
        typed = noise(chance, size)
        outcome.typed += len(typed)
        outcome.bursts += 1
        seat.terminal.send(typed)
        seat.rest()
        outcome.stood += screen.shows in seat.terminal.standing
        if screen.held:
            seat.answers()
    except Unseen as unseen:
        if screen.held or not _left(seat):
            outcome.wrong += seat.wrong(name, typed) or [f"{name}: {unseen} after {typed[-4000:]!r}"]
            return
    if not _left(seat):
        outcome.wrong += seat.wrong(name, typed)


def _left(seat: Seat) -> bool:
    """Whether a terminal that nothing holds has been left as people leave it."""
    return seat.terminal.ended and seat.terminal.end() == 0


def main(seed: str = "1", many: str = "1000000") -> None:
    """Type so many bytes, shared out among the screens. Exits with 1 where anything was wrong."""
    each, found, began = -(-int(many) // len(SCREENS)), [], time.monotonic()
    with ProcessPoolExecutor(AT_ONCE) as at_once:
        outcomes = at_once.map(tried, SCREENS, [each] * len(SCREENS), [seed] * len(SCREENS))
        for name, outcome in zip(SCREENS, outcomes, strict=True):
            print(
                f"{name:<11}{outcome.typed:>9,} bytes in {outcome.bursts:>3} bursts, after {outcome.stood:>3} it stood"
                f" there still: {len(outcome.wrong)} wrong, {time.monotonic() - began:.0f} s",
                flush=True,
            )
            found += outcome.wrong
    for one in found:
        print(one, file=sys.stderr)
    if found:
        raise SystemExit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
