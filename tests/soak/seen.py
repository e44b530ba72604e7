"""What must never be seen: names and answers on the projector, results before the reveal, times below zero, trouble."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from activities.kinds.card_sort import CardSort
from activities.session.session import Session
from tests.soak.work import ANSWER, NAME, OWN

BELOW_ZERO = re.compile(r"(?<![\w-])[-−]\d+(:\d\d| min)")
TROUBLE = re.compile(r"damaged|cannot be read|could not be|had to stop|Traceback|the copy saved before|newer flipchart")
WHO = "Type your name"
"""On a shared terminal where nobody sits."""


def results_of(session: Session) -> tuple[str, ...]:
    """Words that stand on the projector only where the room's sorts are on show: what the cards are called."""
    sort = next(activity for activity in session.workshop.activities if isinstance(activity, CardSort))
    return (*(card.label.casefold() for card in sort.cards), OWN.casefold(), "agree on", "contested")


@dataclass
class Eyes:
    """Looks at every frame of every screen. `found` says what was seen where, each thing once."""

    results: tuple[str, ...]
    covered: bool = True
    frames: dict[str, int] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)

    def _count(self, screen: str) -> None:
        self.frames[screen] = self.frames.get(screen, 0) + 1

    def _find(self, screen: str, what: str, there: Iterable[str], shown: str) -> None:
        for word in there:
            self.found.setdefault(f"{what} on the {screen}: {word}", shown)

    def _always(self, screen: str, shown: str) -> None:
        self._count(screen)
        self._find(screen, "a time below zero", (found[0] for found in BELOW_ZERO.finditer(shown)), shown)
        self._find(screen, "trouble", TROUBLE.findall(shown), shown)

    def on_room(self, shown: str, drawn: str) -> None:
        """The projector shows this."""
        self._always("projector", shown)
        both = f"{shown}\n{drawn}".casefold()
        self._find("projector", "a name or an answer", (one for one in (NAME, ANSWER) if one.casefold() in both), shown)
        if self.covered:
            self._find("projector", "a result before the reveal", (one for one in self.results if one in both), shown)

    def on_console(self, shown: str, drawn: str) -> None:
        """The facilitator's console shows this."""
        self._always("console", shown)

    def on_shared(self, shown: str, drawn: str) -> None:
        """A shared terminal shows this."""
        self._always("shared terminals", shown)
        if WHO in shown:
            self._find("shared terminals", "the last person's work", (o for o in (OWN, ANSWER) if o in shown), shown)
