"""Bytes that nobody means, random and mutated, typed at every screen of a shared terminal that a PIN holds.

They take the way that keys take: through a real terminal into the real program. After each burst the program must be
the same one, have written no fault down, and answer keys again.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from activities.session.contribution import Participant
from activities.session.pin import make_pin
from activities.session.session import begin
from store import open_store
from store.protocol import Store
from store.workshops import workshop
from tests.soak.terminals import Terminal, Unseen

CODE, PIN = "MKRT", "908172635449"
HERE = "Esc Leave"
"""On the screen that asks who is sitting here, and on no other."""

LEADS_OUT = "facilitator’s PIN"
BURST = 400
"""Bytes typed at a screen before it is looked whether the program is still the same, and the screen is gone to again."""

MOST_MEMORY = 200
"""MiB that the program may have had at any moment: it has some 60 when nothing is typed."""

REAL = (
    b"\x1b[A", b"\x1b[1;5C", b"\x1bOP", b"\x1b[15~", b"\x1b[3;5~", b"\x1b[Z", b"\x1b", b"\t", b"\r", b"\x7f", b" ",
    b"\x1b[<0;40;12M\x1b[<0;40;12m", b"\x1b[<35;10;10M", b"\x1b[<64;5;5M", b"\x1b[<32;60;20M", b"\x1b[M !!",
    b"\x1b[M\xff\xfe\xfd", b"\x1b[32;40;12M", b"\x1b[I", b"\x1b[O", b"\x1b[?2026;2$y", b"\x1b[?2048;2$y",
    b"\x1b[48;24;80;480;800t", b"\x1b[48;9999;9999;1;1t", b"\x1b[24;80R", b"\x1b[?1;2c", b"\x1b[97;5u", b"\x1b[97;1;97u",
    b"\x1b[57441;1u", b"\x1b[1114112u", b"\x1b[97:65;1:3u", b"\x1b[55296;1;55296u", b"\x1b[27u",
    b"\x1b[200~pasted\nwords\x1b[201~", b"\x1b[200~", b"\x1b[201~", b"\x1b[200~\x1b[31mred\x1b[0m\x1b[201~",
    b"\x1b]52;c;aGVsbG8=\x07", b"\x1b]11;rgb:0000/0000/0000\x1b\\", b"\x1bP1$r0m\x1b\\", b"\x1bx", b"\x1b\x1b[A",
    "łŵ寛👩🏽‍🏫ẹ̀".encode(), "עברית ‏العربية".encode(), b"[red]$x[/]", b"\xc3", b"\xa3", b"\xf0\x9f", b"\x9b1A", b"\xed\xa0\x80",
    b"\x01\x02\x03\x04\x10\x11\x13\x14\x1a\x1c\x1d\x1e\x1f\x00", b"0123456789" * 3, b"the quick brown fox ",
)  # fmt: skip
"""What terminals send, what they sent in other times, and what they must not."""


def hostile(chance: random.Random, many: int) -> bytes:
    """So many bytes: real sequences, real ones mutated, and noise."""
    out = bytearray()
    while len(out) < many:
        match chance.randrange(4):
            case 0:
                out += chance.choice(REAL)
            case 1:
                out += bytes(chance.randrange(256) for _ in range(chance.randint(1, 12)))
            case _:
                out += _mutated(bytearray(chance.choice(REAL) + chance.choice(REAL)), chance)
    return bytes(out[:many])


def _mutated(piece: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(piece)) if piece else 0
        match chance.randrange(5):
            case 0 if piece:
                piece[at] = chance.randrange(256)
            case 1:
                piece[at:at] = chance.choice((b"9" * 9, b";", b":", b"-1", b"\x1b", b"\x1b[", b"0", b"99999"))
            case 2:
                del piece[at : at + chance.randint(1, 3)]
            case 3:
                piece[at:at] = piece[at : at + 6]
            case _:
                del piece[at:]
    return piece


class Seat:
    """A shared terminal, and the way to each of its screens."""

    def __init__(self, folder: Path, arguments: tuple[str, ...] = ()) -> None:
        self.store = self._session(folder / "home")
        self._arguments = arguments
        self._names = 0
        self.terminal = Terminal(self.store.home, *arguments, "join", CODE, columns=100, rows=30)
        self.terminal.wait(HERE)
        self.program = self.terminal.program

    @staticmethod
    def _session(home: Path) -> Store:
        store, now = open_store(home), datetime.now(UTC)
        tables = tuple(Participant(id=f"p-{number}", name=f"Table {number}") for number in range(1, 4))
        session = begin(workshop("evidence", home), code=CODE, title="Autumn", on=now.date(), roster=tables)
        store.create(session.model_copy(update={"pin": make_pin(PIN, b"s" * 16)}))
        return store

    def at(self, activity: str) -> None:
        """The room is at this activity, which is open."""
        now = datetime.now(UTC)
        self.store.change_session(CODE, lambda session: session.go_to(activity, now).open(now))

    def join(self) -> None:
        """Back to the question who is sitting here, from wherever it is; keys do it, so the program hears them."""
        deadline = time.monotonic() + 60
        while True:
            self.terminal.send(b"\x1b[201~\x15")
            try:
                self.terminal.wait(lambda shown: HERE in shown and not _over_it(shown), 0.6)
            except Unseen:
                if self.terminal.ended or time.monotonic() > deadline:
                    raise
                self.terminal.send(b"\x1b")
            else:
                return

    def turn(self, then: str) -> None:
        """A turn of somebody who was not here before."""
        self._names += 1
        for _ in range(12):
            self.join()
            self.terminal.press(f"Guest {self._names}\r")
            try:
                self.terminal.wait(lambda shown: then in shown or "Begin under this name" in shown, 3)
            except Unseen:
                self.terminal.send(b"\x1b[Z")  # the field for the name has not the focus
                continue
            if then not in self.terminal.shown:
                self.terminal.press("y")
            self.terminal.wait(then)
            return
        raise Unseen(f"nobody can sit down:\n{self.terminal.shown}")

    def wrong(self, what: str, typed: bytes) -> list[str]:
        """What a burst has done that it must not."""
        found = []
        trouble = self.store.home / "trouble.txt"
        if self.terminal.ended or self.terminal.program != self.program:
            found.append("the program ended")
        if trouble.exists():
            found.append(f"a fault was written down: {trouble.read_text()}")
        if not found and (most := _memory(self.program)) > MOST_MEMORY:
            found.append(f"it took {most} MiB")
        return [f"{what}: {one} after {typed!r}" for one in found]


def _over_it(shown: str) -> bool:
    return any(words in shown for words in (LEADS_OUT, "Go back", "Next, please", "This screen clears"))


def _memory(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def _pin(seat: Seat) -> None:
    seat.join()
    for _ in range(12):
        seat.terminal.press("\x1b")  # the first may empty the field for the name
        try:
            seat.terminal.wait(LEADS_OUT, 2)
        except Unseen:
            continue
        return
    raise Unseen(f"the way out is not asked for:\n{seat.terminal.shown}")


def _new_pin(seat: Seat) -> None:
    seat.turn(" placed")
    seat.terminal.press("\x1bOS")
    seat.terminal.wait("digits of your own")


def _thanks(seat: Seat) -> None:
    seat.turn(" answered")
    seat.terminal.press("\x13")
    seat.terminal.wait("Hand in now")
    seat.terminal.press("y")
    seat.terminal.wait("Next, please")


def _clearing(seat: Seat) -> None:
    seat.turn(" placed")
    seat.terminal.wait("This screen clears")


SCREENS: dict[str, tuple[str, Callable[[Seat], None]]] = {
    "join": ("evidence-venn", Seat.join),
    "waiting": ("baseline", Seat.join),
    "PIN": ("evidence-venn", _pin),
    "card sort": ("evidence-venn", lambda seat: seat.turn(" placed")),
    "prompts": ("reflection", lambda seat: seat.turn(" answered")),
    "pathway": ("pathways", lambda seat: seat.turn("strand 1 of")),
    "stems": ("plan", lambda seat: seat.turn("1 of ")),
    "new PIN": ("evidence-venn", _new_pin),
    "thanks": ("reflection", _thanks),
    "clearing": ("evidence-venn", _clearing),
}
"""By screen: the activity at which there is one, and the way to it."""


def tried(screen: str, bytes_typed: int, seed: str) -> list[str]:
    """Type so many bytes at a screen, a burst at a time. What was wrong; the first wrong thing ends it."""
    activity, go = SCREENS[screen]
    arguments = ("--clear-after", "16") if screen == "clearing" else ()
    with tempfile.TemporaryDirectory() as folder:
        seat = Seat(Path(folder), arguments)
        try:
            seat.at(activity)
            return _bursts(seat, screen, go, bytes_typed, random.Random(f"{seed} {screen}"))
        finally:
            seat.terminal.kill()


def _bursts(seat: Seat, screen: str, go: Callable[[Seat], None], many: int, chance: random.Random) -> list[str]:
    typed = b""
    while many > 0:
        try:
            go(seat)
            typed = hostile(chance, min(BURST, many))
            many -= len(typed)
            seat.terminal.send(typed)
        except Unseen as unseen:
            return seat.wrong(screen, typed) or [f"{screen}: {unseen} after {typed!r}"]
        if found := seat.wrong(screen, typed):
            return found
    try:
        seat.join()
    except Unseen as unseen:
        return [f"{screen}: {unseen} after {typed!r}"]
    return seat.wrong(screen, typed)


def main(seed: str = "1", many: str = "1000000") -> None:
    """Type so many bytes, shared out among the screens. Exits with 1 where anything was wrong."""
    each, found, began = int(many) // len(SCREENS), [], time.monotonic()
    for screen in SCREENS:
        wrong = tried(screen, each, seed)
        print(f"{each:,} bytes typed at {screen}: {len(wrong)} wrong, {time.monotonic() - began:.0f} s", flush=True)
        found += wrong
    for one in found:
        print(one, file=sys.stderr)
    if found:
        raise SystemExit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
