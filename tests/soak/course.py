"""The course of a soak: a whole session with everybody at work, kills in every round, and what is found at the end."""

import os
import random
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from activities.kinds.card_sort import CardSort
from activities.reveal.step import is_picture
from activities.session.session import Phase, Session
from store import open_store
from tests import five_activities
from tests.benchmarks.terminals import FLIPCHART
from tests.soak.facilitator import Facilitator
from tests.soak.hall import Hall
from tests.soak.seen import Eyes, results_of
from tests.soak.shared import SharedTerminal
from tests.soak.terminals import PATIENCE, Terminal, Unseen
from tests.soak.work import NAME, invented, is_found, last_step

CODE = "MKRT"
DRAWN = "▀▀▀▀"
"""What only a picture has among its characters: part of a circle's line."""


@dataclass(frozen=True)
class Plan:
    """How many take part, for how long (seconds a round), at which pace (seconds a step), and what is killed."""

    participants: int = 30
    shared: int = 10
    rounds: int = 3
    seconds: float = 16.0
    pace: float = 4.0
    doomed: int = 4
    further: bool = True


@dataclass
class Outcome:
    """What was said to be saved and what of it was found; `wrong` is everything that was not as it should be."""

    said: int = 0
    found: int = 0
    typed: int = 0
    typed_found: int = 0
    kills: dict[str, int] = field(default_factory=dict)
    in_a_save: int = 0
    asked: int = 0
    rounds: int = 0
    frames: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0


def soak(home: Path, plan: Plan, seed: int = 1) -> Outcome:
    """Run the whole course in this home. Raises Unseen where a screen does not show in time what it must."""
    began = time.monotonic()
    course = Course(home, plan, random.Random(seed))
    try:
        course.run()
    finally:
        course.end()
    outcome = course.outcome()
    outcome.seconds = time.monotonic() - began
    return outcome


class Course:
    """One session from its first activity on, with everybody there."""

    def __init__(self, home: Path, plan: Plan, chance: random.Random) -> None:
        self._home, self._plan, self._chance = home, plan, chance
        self._store = open_store(home)
        session = self._new_session()
        self._sort = next(one for one in session.workshop.activities if isinstance(one, CardSort))
        self._eyes = Eyes(results_of(session))
        self._room_kills = 0
        self._rounds = 0
        self._facilitator = Facilitator(self._store, CODE, self._eyes, chance)
        self._room = self._open_room()
        self._hall = Hall(self._store, session, [one.id for one in session.roster], plan.pace, chance)
        self._shared = [
            SharedTerminal(number + 1, self._store, CODE, self._sort, self._eyes, plan.pace / 2)
            for number in range(plan.shared)
        ]

    def _new_session(self) -> Session:
        (self._home / "workshops").mkdir(parents=True)
        shutil.copy(five_activities.HERE / "workshop.yaml", self._home / "workshops" / "evidence.yaml")
        names = [f"--with={NAME} {number + 1}" for number in range(self._plan.participants)]
        command = [*FLIPCHART, "new", "evidence", "--code", CODE, "--title", "Autumn cluster", *names]
        subprocess.run(
            command, check=True, env={**os.environ, "FLIPCHART_HOME": str(self._home)}, stdout=subprocess.DEVNULL
        )
        return self._store.session(CODE)

    def _open_room(self) -> Terminal:
        return Terminal(self._home, "room", CODE, columns=120, rows=40, look=self._eyes.on_room)

    def run(self) -> None:
        """Everything that happens, in order."""
        self._room.wait("to take part")
        for shared in self._shared:
            shared.terminal.wait("Next: ")
        self._facilitator.press("n", lambda now: now.current == self._sort.id)
        for number in range(1, self._plan.rounds + 1):
            self._round(number)
        if self._plan.further:
            self._further()

    def _round(self, number: int) -> None:
        """Open, work, kill, lock, reveal."""
        one = self._facilitator
        self._hall.doom(self._plan.doomed)
        if number > 1:
            one.ask("s", "Open a second round")
        one.phase("o" if number == 1 else "\r", Phase.OPEN)
        self._room.wait(self._works)
        self._eyes.covered = True
        half = time.monotonic() + self._plan.seconds / 2
        self._until(half, lambda: self._hall.saved_in(self._sort.id, number) == self._plan.participants)
        self._kills_while_open(number)
        self._until(half + self._plan.seconds / 2, lambda: not self._hall.doomed)
        if number == self._plan.rounds:
            one.kill_in_a_step("l", Phase.LOCKED)
        else:
            one.phase("l", Phase.LOCKED)
        self._eyes.covered = False
        one.phase("r", Phase.REVEALED)
        one.press("v", lambda now: is_picture(now.shown.spotlight))
        self._room.wait(self._shows_results)
        if number == self._plan.rounds:
            self._kill_room()
            self._room.wait(self._shows_results)
        if number > 1:
            one.press("c", lambda now: now.shown.compare)
        one.press("v", lambda now: not is_picture(now.shown.spotlight))
        one.press("\x1b[C", lambda now: now.shown.spotlight is not None)
        self._rounds += 1

    def _works(self, shown: str) -> bool:
        """Whether the projector has left the results for the task."""
        return self._sort.instructions[:30] in shown and not self._shows_results(shown)

    def _shows_results(self, shown: str) -> bool:
        """Whether the projector has the picture: every circle by its name, with some card in it or beside it."""
        cards = any(card.label in shown or card.brief_label in shown for card in self._sort.cards)
        return cards and all(circle.label in shown for circle in self._sort.circles) and DRAWN in shown

    def _kills_while_open(self, number: int) -> None:
        for shared in self._shared[number % 2 :: 2] if len(self._shared) > 1 else self._shared:
            shared.doomed = number <= 2
        if number % 2:
            self._facilitator.kill()
        elif number < self._plan.rounds:
            self._kill_room()

    def _kill_room(self) -> None:
        self._room.kill()
        self._room_kills += 1
        self._room = self._open_room()
        self._room.wait("now ")

    def _until(self, least: float, holds: object) -> None:
        deadline = least + PATIENCE
        while time.monotonic() < least or not (callable(holds) and holds()):
            if time.monotonic() > deadline:
                raise Unseen(
                    f"not everybody came to the point where they should be; {self._hall.doomed} are still to be killed"
                )
            time.sleep(0.05)

    def _further(self) -> None:
        """Two activities in which people write what nobody else may see: one is not revealed, the other in counts only."""
        one = self._facilitator
        for reveal in (False, True):
            session = one.press("n", lambda now: now.state().phase is Phase.WAITING)
            activity = session.current
            self._room.wait(f"now  {session.activity.title}")
            self._eyes.covered = True
            self._hall.doom(self._plan.doomed // 2)
            one.phase("o", Phase.OPEN)
            self._until(
                time.monotonic() + self._plan.seconds / 3,
                lambda activity=activity: self._hall.saved_in(activity, 1) == self._plan.participants,
            )
            one.phase("l", Phase.LOCKED)
            if reveal:
                one.phase("r", Phase.REVEALED)
                time.sleep(1)

    def end(self) -> None:
        """Everything that is still open is killed."""
        self._hall.end()
        for shared in self._shared:
            shared.end()
        self._facilitator.console.kill()
        self._room.kill()

    def outcome(self) -> Outcome:
        """Look everything up in a store that was opened just now."""
        store = open_store(self._home)
        session, everyone = store.session(CODE), {one.participant.id: one for one in store.contributions(CODE)}
        activities = {activity.id: activity for activity in session.workshop.activities}
        latest = {seat.participant: last_step(seat.begun) for seat in self._hall.seats.values()}
        lost = [
            save
            for save in self._hall.saved
            if not is_found(save, everyone.get(save.participant), activities[save.activity], latest[save.participant])
        ]
        by_name = {one.participant.name: one for one in everyone.values()}
        sitters = [(shared, sitter) for shared in self._shared for sitter in shared.sitters]
        absent = [sitter for shared, sitter in sitters if not shared.found(by_name.get(sitter.name), sitter)]
        wrong = [f"lost: {save.words}" for save in {*lost, *self._hall.missing}] + self._hall.stopped
        wrong += [f"lost: what {sitter} typed" for sitter in absent]
        wrong += [f"lost at a kill: {sitter}" for shared in self._shared for sitter in shared.missing]
        wrong += [f"shared terminal {n + 1}: {one.problem}" for n, one in enumerate(self._shared) if one.problem]
        for participant, last in latest.items():
            if participant in everyone and invented(everyone[participant], activities, last):
                wrong.append(f"{participant} has what they never gave")
        wrong += [f"the store tells: {trouble}" for trouble in store.troubles(CODE)]
        wrong += [f"cannot be read: {path}" for path in sorted(self._home.rglob("*.json")) if not _is_whole(path)]
        wrong += self._facilitator.wrong + self._phases(session)
        wrong += [f"{what}\n{shown}" for what, shown in self._eyes.found.items()]
        typed = sum(sitter.saves for _, sitter in sitters)
        return Outcome(
            said=len(self._hall.saved),
            found=len(self._hall.saved) - len({*lost, *self._hall.missing}),
            typed=typed,
            typed_found=typed - sum(sitter.saves for sitter in absent),
            kills={
                "participants": self._hall.kills,
                "shared terminals": sum(shared.kills for shared in self._shared),
                "console": self._facilitator.kills,
                "projector": self._room_kills,
            },
            in_a_save=self._hall.killed_in_a_save,
            asked=self._facilitator.asked_to_go_on,
            rounds=self._rounds,
            frames=dict(self._eyes.frames),
            wrong=wrong,
        )

    def _phases(self, session: Session) -> list[str]:
        """Whether the session is where the facilitator took it."""
        state = session.state(self._sort.id)
        if (state.phase, state.round) != (Phase.REVEALED, self._rounds):
            return [f"the card sort is {state.phase} in round {state.round}"]
        return []


def _is_whole(path: Path) -> bool:
    try:
        return isinstance(orjson.loads(path.read_bytes()), dict)
    except ValueError:
        return False


def table(outcome: Outcome) -> str:
    """The figures, a line each."""
    lines = [
        ("answers said to be saved, by participants", f"{outcome.said:,}"),
        ("found", f"{outcome.found:,}"),
        ("steps said to be saved, on shared terminals", f"{outcome.typed:,}"),
        ("found", f"{outcome.typed_found:,}"),
        *((f"killed: {what}", f"{many:,}") for what, many in outcome.kills.items()),
        ("  of the participants, in the middle of a save", f"{outcome.in_a_save:,}"),
        ("consoles that asked whether to go on, and did", f"{outcome.asked:,}"),
        ("rounds of the card sort", f"{outcome.rounds:,}"),
        *((f"frames looked at: {what}", f"{many:,}") for what, many in outcome.frames.items()),
        ("wrong", f"{len(outcome.wrong):,}"),
        ("seconds", f"{outcome.seconds:.0f}"),
    ]
    return "\n".join(f"{what:<52}{figure:>8}" for what, figure in lines)
