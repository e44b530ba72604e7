"""What is caught while the room talks: for later, decided, to be done, or for the facilitator's eyes only."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from activities.model import Frozen, Moment

NOTE_LIMIT = 2_000
"""The longest note, in characters."""

NoteText = Annotated[str, StringConstraints(min_length=1, max_length=NOTE_LIMIT)]
Who = Annotated[str, StringConstraints(max_length=120)]


class NoteKind(StrEnum):
    """Which list a note is on. Private ones never leave the console."""

    PARKING = "parking lot"
    DECISION = "decision"
    ACTION = "action"
    PRIVATE = "private note"


class Note(Frozen):
    """One note, written at a time (UTC) during an activity; `who` said it or will do it, `due` says by when.

    One that is `struck` out counts no more: it is neither on the projector nor on paper.
    """

    kind: NoteKind
    text: NoteText
    at: Moment
    activity: str
    who: Who = ""
    due: Who = ""
    struck: bool = False

    @property
    def owner(self) -> str:
        """Who, by when: `Kasia, by Friday`; empty where neither is said."""
        due = self.due.strip()
        if due and not due.casefold().startswith(("by ", "before ", "on ", "at ")):
            due = f"by {due}"
        return ", ".join(part for part in (self.who.strip(), due) if part)
