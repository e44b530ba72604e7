"""The entries of a log: what was planned, what happened, what was decided, each as it was written on its day.

What was written stays: a prediction that is mended once one knows what happened is none. On the day that something was
written it can be changed; from the next day on it is read. What is still empty can be written at any time, and the date
of an entry can be moved.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from activities.kinds.activity import Response
from activities.model import ANSWER_LIMIT, LINE_LIMIT, Day, Frozen, Written
from activities.refusal import Refused, not_too_long
from activities.typed_days import read_day

ENTRY = "entry-"
"""How the ids of entries begin."""

MOST_ENTRIES = 60
"""Entries of one log at most: one a week for more than a school year."""

STAYS = "What was written on an earlier day stays as it is. Begin a new entry to say more."


class Said(Frozen):
    """What was written or chosen for one move, and on which day that began."""

    text: Written
    on: Day


class Entry(Frozen):
    """One entry: the day it was begun, the date it is about as typed and as read, and what was said to each move."""

    id: Annotated[str, StringConstraints(pattern=r"^entry-[0-9]{1,4}$")]
    begun: Day
    typed: Annotated[str, StringConstraints(max_length=LINE_LIMIT)] = ""
    day: Day | None = None
    moves: Mapping[str, Said] = Field(default_factory=dict)

    def says(self, move: str) -> str:
        """What was said to a move; empty where nothing was."""
        said = self.moves.get(move)
        return said.text if said else ""

    def has(self, move: str) -> bool:
        """Whether there is more than white space."""
        return bool(self.says(move).strip())

    @property
    def filled(self) -> bool:
        """Whether there is anything in it at all."""
        return bool(self.typed.strip()) or any(said.text.strip() for said in self.moves.values())

    def may_write(self, move: str, today: date) -> bool:
        """Whether a move can be written: it is empty, or what stands there is of today."""
        return not self.has(move) or self.moves[move].on >= today


class LogResponse(Response):
    """A participant's entries, in the order in which they were begun."""

    kind: Literal["log"] = "log"
    entries: tuple[Entry, ...] = Field(default=(), max_length=MOST_ENTRIES)

    @property
    def begun(self) -> bool:
        """Whether there is anything in any entry."""
        return any(entry.filled for entry in self.entries)

    @property
    def filled(self) -> tuple[Entry, ...]:
        """The entries in which anything is."""
        return tuple(entry for entry in self.entries if entry.filled)

    def entry(self, entry: str) -> Entry:
        """The entry with this id. Raises KeyError for one that is not there."""
        found = next((one for one in self.entries if one.id == entry), None)
        if found is None:
            raise KeyError(entry)
        return found

    def add(self, today: date) -> "LogResponse":
        """One more entry, last. Raises Refused where the last is still empty, or there can be no more."""
        if self.entries and not self.entries[-1].filled:
            raise Refused("The last entry is still empty: write in that one.")
        if len(self.entries) >= MOST_ENTRIES:
            raise Refused(f"A log has {MOST_ENTRIES} entries at most, and this one has them all.")
        number = max((int(entry.id.removeprefix(ENTRY)) for entry in self.entries), default=0) + 1
        return self.model_copy(update={"entries": (*self.entries, Entry(id=f"{ENTRY}{number}", begun=today))})

    def write(self, entry: str, move: str, text: str, today: date) -> "LogResponse":
        """The move now says this. Raises Refused for what was written on an earlier day, and for too much."""
        found = self.entry(entry)
        if not found.may_write(move, today):
            raise Refused(STAYS)
        moves = {name: said for name, said in found.moves.items() if name != move}
        if text:
            moves[move] = Said(text=not_too_long(text, ANSWER_LIMIT), on=today)
        return self._with(found.model_copy(update={"moves": moves}))

    def choose(self, entry: str, move: str, option: str, options: Sequence[str], today: date) -> "LogResponse":
        """This was decided; said again, nothing. Raises Refused for what cannot be chosen, or was on an earlier day."""
        if option not in options:
            raise Refused(f"Choose one of: {', '.join(options)}.")
        return self.write(entry, move, "" if self.entry(entry).says(move) == option else option, today)

    def put_date(self, entry: str, typed: str, today: date) -> "LogResponse":
        """The entry is about this date, as typed; it means a day where one can be read of it."""
        typed = " ".join(typed.split("\n"))[:LINE_LIMIT]
        try:
            day = read_day(typed, today)
        except Refused:
            day = None
        return self._with(self.entry(entry).model_copy(update={"typed": typed, "day": day}))

    def tear_up(self, entry: str, today: date) -> "LogResponse":
        """An entry that was begun today is gone. Raises Refused for an earlier one, in which something is."""
        found = self.entry(entry)
        if found.begun < today and found.filled:
            raise Refused("An entry of an earlier day stays.")
        return self._without({entry})

    def _with(self, changed: Entry) -> "LogResponse":
        entries = tuple(changed if one.id == changed.id else one for one in self.entries)
        return self.model_copy(update={"entries": entries})

    def _without(self, entries: set[str]) -> "LogResponse":
        kept = tuple(one for one in self.entries if one.id not in entries)
        return self.model_copy(update={"entries": kept})

    def without(self, entries: Sequence[str]) -> "LogResponse":
        """The log without these entries, by their ids."""
        return self._without(set(entries))
