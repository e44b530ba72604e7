"""The participants of a session, each a process: started, listened to, killed in the middle of a save, started again."""

import os
import random
import selectors
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from activities.session.session import Session
from store.protocol import Store
from tests.soak.work import Save, is_found, last_step

MOMENT = 0.004
"""A save takes about so many seconds: those who are killed in one are killed at some moment of it."""


LAG = 20
"""Steps by which somebody may be ahead of what we have heard of them."""


@dataclass
class Seat:
    """One participant: their process, what they began to save and what they said was saved."""

    participant: str
    process: "subprocess.Popen[bytes]"
    begun: list[Save] = field(default_factory=list)
    saved: list[Save] = field(default_factory=list)
    doomed: bool = False
    killed: bool = False
    rest: bytes = b""


class Hall:
    """Everybody on the roster, at work in processes of their own. `missing` was not there when looked up, `stopped` says who failed."""

    def __init__(
        self, store: Store, session: Session, participants: list[str], pace: float, chance: random.Random
    ) -> None:
        self._store, self._session = store, session
        self._pace, self._chance = pace, chance
        self._pipes = selectors.DefaultSelector()
        self._over = threading.Event()
        self._lock = threading.RLock()
        self.missing: list[Save] = []
        self.stopped: list[str] = []
        self.kills = 0
        self.killed_in_a_save = 0
        self.seats = {one: self._seat(one) for one in participants}
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _seat(self, participant: str) -> Seat:
        return Seat(participant, self._start(participant, 1))

    def _start(self, participant: str, first: int) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "tests.soak.participant"]
        command += [str(self._store.home), self._session.code, participant, str(first), str(self._pace)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        assert process.stdout is not None
        self._pipes.register(process.stdout, selectors.EVENT_READ, participant)
        return process

    @property
    def saved(self) -> list[Save]:
        """Everything that was said to be saved."""
        with self._lock:
            return [save for seat in self.seats.values() for save in seat.saved]

    def saved_in(self, activity: str, round_number: int) -> int:
        """How many have said that something of this round is saved."""
        return len({save.participant for save in self.saved if (save.activity, save.round) == (activity, round_number)})

    def doom(self, many: int) -> None:
        """So many of them will be killed in the middle of their next save, and start again."""
        with self._lock:
            living = [seat for seat in self.seats.values() if not seat.doomed]
            for seat in self._chance.sample(living, many):
                seat.doomed = True

    @property
    def doomed(self) -> int:
        """How many are still to be killed."""
        return sum(seat.doomed for seat in self.seats.values())

    def end(self) -> None:
        """All of them are killed at once, whatever they are doing."""
        self._over.set()
        self._listener.join()
        for seat in self.seats.values():
            seat.process.kill()
            seat.process.wait()
            self._drain(seat)
            self._close(seat)

    def _listen(self) -> None:
        while not self._over.is_set():
            for key, _ in self._pipes.select(0.1):
                seat = self.seats[key.data]
                data = os.read(key.fd, 4096)
                if data:
                    self._hear(seat, data)
                else:
                    self._again(seat)

    def _hear(self, seat: Seat, data: bytes) -> None:
        *lines, seat.rest = (seat.rest + data).split(b"\n")
        for line in lines:
            what, words = line.decode().split(" ", 1)
            if what == "saving":
                with self._lock:
                    seat.begun.append(Save.read(words))
                if seat.doomed:
                    self._kill(seat)
            else:
                save = Save.read(words)
                with self._lock:
                    seat.saved.append(save)
                self._look_up(seat, save)

    def _kill(self, seat: Seat) -> None:
        time.sleep(self._chance.uniform(0, MOMENT))
        seat.process.send_signal(signal.SIGKILL)
        seat.process.wait()
        seat.killed = True
        self._drain(seat)
        self.kills += 1
        with self._lock:
            seat.doomed = False

    def _drain(self, seat: Seat) -> None:
        assert seat.process.stdout is not None
        seat.doomed = False
        self._hear(seat, seat.process.stdout.read())

    def _close(self, seat: Seat) -> None:
        assert seat.process.stdout is not None
        assert seat.process.stdin is not None
        self._pipes.unregister(seat.process.stdout)
        seat.process.stdout.close()
        seat.process.stdin.close()

    def _again(self, seat: Seat) -> None:
        """The process has ended: whatever it said was saved is looked up, and the participant comes back."""
        status = seat.process.wait()
        self._close(seat)
        if seat.killed:
            self.killed_in_a_save += seat.begun[-1] not in seat.saved
        else:
            self.stopped.append(f"{seat.participant} stopped without being killed: {status}")
        seat.killed, seat.rest = False, b""
        if seat.saved:
            self._look_up(seat, seat.saved[-1])
        seat.process = self._start(seat.participant, last_step(seat.begun) + 1)

    def _look_up(self, seat: Seat, save: Save) -> None:
        activity = self._session.workshop.activity(save.activity)
        kept = self._store.contribution(self._session.code, save.participant)
        # What we hear of may lag behind what is done.
        if not is_found(save, kept, activity, max(last_step(seat.begun), save.step) + LAG):
            self.missing.append(save)
