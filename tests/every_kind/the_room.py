"""Thirty people and their tables in a session that has every kind once: they do it all, change it, and do it again."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from activities.kinds.activity import Activity
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.gathering import add, answer_of, answers_to, merge_answer
from activities.session.seats import roster
from activities.session.session import Session
from activities.session.sitting import Sitting
from activities.session.tables import hall
from activities.workshop.reading import read_workshop
from activities.workshop.workshop import Workshop
from store.protocol import Store
from tests.every_kind.doing import TODAY, does, hand

CODE = "MKRT"
FILE = Path(__file__).with_name("workshop.yaml")
BEGAN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LINES = (
    *(f"Table {n}: {', '.join(f'Person {n}{letter}' for letter in 'ABCD')}" for n in range(1, 7)),
    *(f"Guest {n}" for n in range(1, 7)),
)
"""Six tables of four, and six who came alone."""


def every_kind() -> Workshop:
    """The workshop that has every kind of activity once."""
    return read_workshop(FILE.read_text(encoding="utf-8"), FILE.name)


def begun(lines: Sequence[str] = LINES) -> Session:
    """A session of it, with these people and tables."""
    return begin(every_kind(), code=CODE, title="Every kind", on=TODAY, roster=roster(lines, Random(1)))


class Room:
    """The session in a store. `given` is what everybody has given, as it must be found there at the end."""

    def __init__(self, store: Store, lines: Sequence[str] = LINES) -> None:
        self.store = store
        self.given: dict[str, Contribution] = {}
        self._now = BEGAN
        store.create(begun(lines))

    @property
    def session(self) -> Session:
        """As it is kept."""
        return self.store.session(CODE)

    def run(self) -> None:
        """The whole agenda: every activity that is answered is opened, revealed, opened again, and revealed again."""
        for activity in self.session.workshop.activities:
            self.lead("go_to", activity.id)
            if activity.gathers:
                self._gather(activity)
            for round_number in (1, 2) if activity.answered else ():
                self.lead("open" if round_number == 1 else "again")
                self._everybody_works()
                self.lead("reveal")
        self.keep()

    def lead(self, what: str, *how: str) -> None:
        """The facilitator does this now."""
        self.store.change_session(CODE, lambda now: getattr(now, what)(*how, self._later()))

    def keep(self) -> None:
        """What everybody has is kept in the store, a contribution a file."""
        for one in self.given.values():
            self.store.change_contribution(CODE, one.participant, partial(_instead, one))

    def _later(self) -> datetime:
        self._now += timedelta(seconds=20)
        return self._now

    def _everybody_works(self) -> None:
        session = self.session
        for one in hall(session).answering(session.activity):
            for step, handed_in in enumerate((False, False, True), 1):
                self._work(session, one, 3 * session.state().round + step, handed_in=handed_in)

    def _work(self, session: Session, one: Participant, step: int, *, handed_in: bool) -> None:
        kept = self.given.get(one.id) or Contribution(participant=one)
        table = self.given.get(one.at) if one.at else None
        sitting = Sitting(session, one, kept, f"t-{one.id}", True, table, tuple(self.given.values()))
        assert session.may_work(one.id)
        response = does(sitting.activity, sitting.response, hand(sitting.activity, one.id, step, sitting.offered))
        self.given[one.id] = sitting.record(kept, response, self._later(), handed_in=handed_in)

    def _gather(self, activity: Activity) -> None:
        """The facilitator makes a list of what was written earlier: the first four answers, and a fifth with the first."""
        assert activity.gathers
        found = answers_to(self.session, list(self.given.values()), activity.gathers, 5)
        texts = [text for answers in found for text in answers.texts][:5]
        items = activity.gathered_items
        for text in texts[:4]:
            items = add(items, text.text, answer_of(text))
        items = merge_answer(items, answer_of(texts[4]), items[0].id)
        self.store.change_session(CODE, lambda now: now.gather(activity.id, items))


def _instead(given: Contribution, _: Contribution) -> Contribution:
    """What is given takes the place of what was there."""
    return given
