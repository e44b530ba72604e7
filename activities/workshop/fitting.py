"""Whether an activity can be done in its minutes by so many people at so many terminals: an estimate, and what would help."""

from dataclasses import dataclass
from math import ceil

from activities.kinds.activity import Activity
from activities.kinds.audience import By
from activities.kinds.effort import SIT_DOWN, effort
from activities.workshop.workshop import Workshop

AT_A_TABLE = 5
"""People at a table, where nobody says how many tables there are."""


@dataclass(frozen=True)
class Group:
    """Who comes, and at how many terminals they take turns; tables of about five where it is not said how many."""

    people: int
    terminals: int
    tables: int | None = None

    @property
    def at_tables(self) -> int:
        """How many tables there are."""
        return self.tables or max(ceil(self.people / AT_A_TABLE), 1)


@dataclass(frozen=True)
class TooTight:
    """An activity that will not be done in its `minutes`: `needed` are those that it takes, `turns` how many a terminal.

    `one` is how long one turn takes, and `as_tables` how long it would take if tables answered instead (None where they
    do already).
    """

    activity: Activity
    group: Group
    minutes: int
    needed: int
    turns: int
    one: int
    as_tables: int | None

    @property
    def words(self) -> str:
        """What does not fit and what would help, in one sentence each."""
        who = "tables" if self.activity.by is By.TABLE else "people"
        many = self.group.at_tables if self.activity.by is By.TABLE else self.group.people
        told = (
            f"{many} {who} at {self.group.terminals} terminals need about {self.needed} minutes, "
            f"{self.turns} turns of {self.one}; {self.minutes} are planned."
        )
        return f"{told} It would fit {' or '.join(self._mends())}."

    def _mends(self) -> list[str]:
        turns = max(int(self.minutes // self.one), 0)
        of = self.group.at_tables if self.activity.by is By.TABLE else self.group.people
        found = [f"with {ceil(of / turns)} terminals"] if turns else []
        if self.as_tables is not None and self.as_tables <= self.minutes:
            found.append("if tables answer (by: table)")
        return [*found, f"in {self.needed} minutes", "with less to do"][:3]


def too_tight(workshop: Workshop, group: Group) -> tuple[TooTight, ...]:
    """Every activity that so many people cannot do in the minutes planned for working on it."""
    found = (_tight(activity, group) for activity in workshop.activities if activity.answered)
    return tuple(one for one in found if one is not None)


def _tight(activity: Activity, group: Group) -> TooTight | None:
    minutes, one = activity.parts.work, effort(activity).minutes + SIT_DOWN
    turns = ceil(_answering(activity, group) / group.terminals)
    needed = ceil(turns * one)
    if needed <= minutes:
        return None
    tables = None if activity.by is By.TABLE else ceil(ceil(group.at_tables / group.terminals) * one)
    return TooTight(activity, group, minutes, needed, turns, ceil(one), tables)


def _answering(activity: Activity, group: Group) -> int:
    """How many take a turn. Where either may answer, tables do when people would be too many."""
    return group.people if activity.by is By.PERSON else min(group.at_tables, group.people)
