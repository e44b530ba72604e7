"""What logs add up to: entries week by week, what was decided, and the entries that the room may see."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from activities.kinds.activity import Summary
from activities.kinds.small_groups import Part
from activities.model import Day, Frozen

WEEKS, DECIDED, TOLD = "weeks", "decided", "told"
"""What of a summary can be withheld for itself."""


class MoveSummary(Part):
    """How many people have said anything to one move."""

    counted: ClassVar = ("n",)
    move: str
    n: int = 0


class Week(Frozen):
    """A week by its Monday: how many entries are about a day in it, and of how many of them it is told what happened."""

    begins: Day
    entries: int
    done: int


class Told(Frozen):
    """One entry without its writer: its date in words, and what it says to each move."""

    when: str = ""
    says: Mapping[str, str]


class LogSummary(Summary):
    """How many `entries` there are, how many people said anything to each move, and three parts.

    `weeks` are in the order of time, those with an entry alone, and so
    many `doers` have told what happened; `decided` counts entries by what was decided; `told` are
    the entries that the room may see, without names: of each, what as many people as the smallest group have said. `because` says of each part that is withheld why: what it
    counts is then empty, and `null` in JSON.
    """

    kind: Literal["log"] = "log"
    entries: int = 0
    moves: tuple[MoveSummary, ...] = ()
    weeks: tuple[Week, ...] = ()
    dated: int = 0
    doers: int = 0
    decided: Mapping[str, int] = {}
    deciders: int = 0
    told: tuple[Told, ...] = ()
    writers: int = 0
    because: Mapping[str, str] = {}

    @model_serializer(mode="wrap")
    def _null_is_not_none(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        found: dict[str, Any] = plain(self)
        if self.withheld is not None:
            found["entries"] = None
        if WEEKS in self.because:
            found["doers"] = None
        return {**found, **{name: None for part in self.because for name in (part, COUNTED_BY[part])}}


COUNTED_BY: Mapping[str, str] = {WEEKS: "dated", DECIDED: "deciders", TOLD: "writers"}
"""How many people a part rests on."""


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
