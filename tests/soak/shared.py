"""A shared terminal that people sit down at one after the other, typed at and killed just after it said `saved`."""

import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.session.contribution import Contribution
from store.protocol import Store
from tests.soak.seen import WHO, Eyes
from tests.soak.terminals import Terminal, Unseen
from tests.soak.work import NAME, OWN

SAVED = "saved ✓"
NEXT = "Next, please"
FIRST_CARD = "\x1b[H"
DOWN = "\x1b[B"
ESCAPE = "\x1b"
DIALOGS = ("Go on working", "never mind")
ASKED = "Go back"
"""On a question, the answer that does nothing."""

OVER = ("Hands off", "work is kept.", "Here is what the room thinks", "Next: ")
"""What a shared terminal says while nobody may work at it."""

CARDS_EACH = 6
"""How many cards a person sorts before handing in."""


@dataclass
class Sitter:
    """What one person has put where, as far as the screen said that it was saved, in one round."""

    name: str
    round: int
    own: str
    placed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    saves: int = 0
    handed_in: bool = False

    def is_found(self, contribution: Contribution | None, activity: str) -> bool:
        """Whether all of it is there."""
        version = contribution.latest(activity, self.round) if contribution else None
        if version is None or not isinstance(version.response, CardSortResponse):
            return not self.saves
        labels = [card.label for card in version.response.own]
        there = {card: version.response.placements.get(card) for card in self.placed}
        return there == self.placed and self.own in labels and version.handed_in >= self.handed_in


class SharedTerminal:
    """One terminal at which people take turns in a thread of ours, until it is told to stop."""

    def __init__(self, number: int, store: Store, code: str, sort: CardSort, eyes: Eyes, pace: float) -> None:
        self._number, self._store, self._code, self._sort = number, store, code, sort
        self._eyes, self._pace = eyes, pace
        self._chance = random.Random(number)
        self._stop = threading.Event()
        self.doomed = False
        self.kills = 0
        self.sitters: list[Sitter] = []
        self.missing: list[Sitter] = []
        self.problem = ""
        self.terminal = self._open()
        self._thread = threading.Thread(target=self._take_turns, daemon=True)
        self._thread.start()

    def _open(self) -> Terminal:
        return Terminal(self._store.home, "join", self._code, columns=100, rows=30, look=self._eyes.on_shared)

    def end(self) -> None:
        """Nobody sits down any more."""
        self._stop.set()
        self._thread.join(60)
        self.terminal.kill()

    @property
    def saves(self) -> int:
        """How often the screen said that a step was saved."""
        return sum(sitter.saves for sitter in self.sitters)

    def found(self, contribution: Contribution | None, sitter: Sitter) -> bool:
        """Whether all that this screen said was saved is there."""
        return sitter.is_found(contribution, self._sort.id)

    def _take_turns(self) -> None:
        try:
            for turn in self._turns():
                self._take(turn)
        except (Unseen, OSError) as unseen:
            self.problem = str(unseen)

    def _turns(self) -> Iterator[Sitter]:
        """One person after the other, while the activity is open."""
        turn = 0
        while not self._stop.wait(0.2):
            session = self._store.session(self._code)
            if WHO in self.terminal.shown and session.current == self._sort.id and session.may_work("anybody"):
                turn += 1
                who = f"{self._number}-{turn}"
                yield Sitter(f"{NAME} {who}", session.state().round, f"{OWN} {who}")

    def _take(self, sitter: Sitter) -> None:
        """Sit down, write a card, sort some, hand in. Hands off wherever the facilitator says so."""
        self.sitters.append(sitter)
        if not self._sit_down(sitter) or not self._did("n", "What is on your new card?"):
            return
        cards = len(self._sort.cards) + 1
        if not self._saved(sitter, f"{sitter.own}\r", f"{cards} cards   0 placed"):
            return
        self.terminal.press(FIRST_CARD)
        for number, card in enumerate(self._sort.cards[:CARDS_EACH]):
            key = self._chance.choice("12")
            circle = self._sort.circles[int(key) - 1].id
            if not self._saved(sitter, key, f"{number + 1} placed"):
                return
            sitter.placed[card.id] = (circle,)
            if self.doomed and number:
                self._killed(sitter)
                if not self._sit_down(sitter):
                    return
                if f"{number + 1} placed" not in self.terminal.shown:
                    raise Unseen(f"not all that was saved is back on the screen:\n{self.terminal.shown}")
            else:
                self.terminal.press(DOWN)
            time.sleep(self._pace * self._chance.uniform(0.5, 1.5))
        self._hand_in(sitter)

    def _hand_in(self, sitter: Sitter) -> None:
        if not self._did("\r", "Hand in now"):
            return
        self.terminal.press("y")
        shown = self.terminal.wait(lambda shown: NEXT in shown or self._is_over(shown))
        if NEXT in shown:
            sitter.handed_in = True
            sitter.saves += 1
            self._look_up(sitter)
            self.terminal.press(" ")
            self.terminal.wait(lambda shown: NEXT not in shown)
        else:
            self._leave()

    def _sit_down(self, sitter: Sitter) -> bool:
        """Type the name, and say yes to whatever is asked. False where the activity, or its round, is over meanwhile."""
        if self._is_over(self.terminal.wait(lambda shown: WHO in shown or self._is_over(shown))):
            return False
        self.terminal.press(f"{sitter.name}\r")
        while True:
            shown = self.terminal.wait(lambda shown: " placed" in shown or ASKED in shown or self._is_over(shown))
            if " placed" in shown:
                return not self._is_over(shown) and self._is_in_round(sitter)
            if self._is_over(shown):
                return False
            self.terminal.press("oo" if "handed in already" in shown else "y")
            self.terminal.wait(lambda shown: ASKED not in shown)

    def _is_in_round(self, sitter: Sitter) -> bool:
        """Whether the round is still that in which they began; who comes too late for it leaves."""
        if self._store.session(self._code).state().round == sitter.round:
            return True
        self._leave()
        return False

    def _did(self, keys: str, then: str) -> bool:
        """Type these, and see that. False where it is hands off."""
        self.terminal.press(keys)
        shown = self.terminal.wait(lambda shown: then in shown or self._is_over(shown))
        if self._is_over(shown):
            self._leave()
            return False
        return True

    def _saved(self, sitter: Sitter, keys: str, then: str) -> bool:
        """Type these; what they do stands on the screen, and that it is saved."""
        self.terminal.press(keys)
        shown = self.terminal.wait(lambda shown: (then in shown and SAVED in shown) or self._is_over(shown))
        if self._is_over(shown):
            self._leave()
            return False
        sitter.saves += 1
        return True

    def _killed(self, sitter: Sitter) -> None:
        """Killed just after it said that all was saved; then it is looked up, and the terminal opened again."""
        self.terminal.kill()
        self.doomed = False
        self.kills += 1
        self._look_up(sitter)
        self.terminal = self._open()

    def _look_up(self, sitter: Sitter) -> None:
        everyone = self._store.contributions(self._code)
        mine = next((one for one in everyone if one.participant.name == sitter.name), None)
        if not self.found(mine, sitter):
            self.missing.append(sitter)

    def _is_over(self, shown: str) -> bool:
        return NEXT not in shown and any(words in shown for words in OVER)

    def _leave(self) -> None:
        """Escape leads out of a question that is open, and then back to the question who is sitting here."""
        if any(words in self.terminal.shown for words in DIALOGS):
            self.terminal.press(ESCAPE)
            self.terminal.wait(lambda shown: not any(words in shown for words in DIALOGS))
        if " placed" in self.terminal.shown:
            self.terminal.press(ESCAPE)
            self.terminal.wait(lambda shown: " placed" not in shown)
