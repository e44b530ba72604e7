"""A strip of time: what was when, from left to right."""

from dataclasses import dataclass
from datetime import date

from activities.days import MONTHS, day_in_words
from exports.document import Column, Picture, Table


@dataclass(frozen=True, slots=True)
class Moment:
    """What is on one day, or in the week that begins with it: how many things, and how many of them are done."""

    day: date
    many: int
    done: int


@dataclass(frozen=True, slots=True)
class Strip(Picture):
    """Moments in the order of time: a dot a thing, filled where it is done. `weeks` tells that each stands for a week."""

    moments: tuple[Moment, ...]
    weeks: bool = False

    @property
    def first(self) -> date:
        """The first day of the strip: of the month in which the first moment is."""
        return self.moments[0].day.replace(day=1)

    @property
    def last(self) -> date:
        """The first day after the strip: of the month after that of the last moment."""
        return _next_month(self.moments[-1].day)

    @property
    def months(self) -> tuple[tuple[date, str], ...]:
        """Where each month begins, and what it is called: the first and every January with its year."""
        found, month = [], self.first
        while month < self.last:
            year = f" {month.year}" if month == self.first or month.month == 1 else ""
            found.append((month, f"{MONTHS[month.month - 1][:3]}{year}"))
            month = _next_month(month)
        return tuple(found)

    def share(self, day: date) -> float:
        """How far along the strip a day is, 0–1."""
        return (day - self.first).days / max((self.last - self.first).days, 1)

    @property
    def alternative(self) -> str:
        """From when to when, how many there are, and how many of them are done."""
        many, done = sum(one.many for one in self.moments), sum(one.done for one in self.moments)
        ends = f"{day_in_words(self.moments[0].day)} to {day_in_words(self.moments[-1].day)}"
        return f"A strip of time from {ends} with {many} {'entry' if many == 1 else 'entries'}, {done} of them done."

    @property
    def table(self) -> Table:
        """A row a moment."""
        what = "Week of" if self.weeks else "Day"
        rows = tuple((day_in_words(one.day), str(one.many), str(one.done)) for one in self.moments)
        columns = (Column(0.5), Column(0.25, figures=True), Column(0.25, figures=True))
        return Table(columns, (what, "Entries", "Done"), rows, "What was when")


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
