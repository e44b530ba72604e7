"""What was caught while the room talked: decided, to be done, for later. Private notes are in no document."""

from collections.abc import Sequence

from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from exports.document import Block, Heading, Points, Run, Runs, Text
from exports.documents.headed import time_of_day
from exports.kinds.sections import named_runs, text

AGREED = {NoteKind.DECISION: "Decisions", NoteKind.ACTION: "Actions"}
PUBLIC = {**AGREED, NoteKind.PARKING: "For another time"}
"""The lists that may be printed, and what they are called on paper: what is not named here never is."""


def agreed(session: Session) -> list[Block]:
    """The decisions and actions, short; nothing where there are none."""
    points = [
        (*named_runs(name[:-1], note.text.strip()), *(_owner(note) if note.owner else ()))
        for kind, name in AGREED.items()
        for note in _of(session, kind)
    ]
    return [Points(tuple(points))] if points else []


def _owner(note: Note) -> Runs:
    return Run(" ("), Run(note.owner), Run(")")


def noted(session: Session) -> list[Block]:
    """Every list that may be printed, with who, by when, and when and where on the agenda it was taken."""
    blocks: list[Block] = []
    for kind, name in PUBLIC.items():
        notes = _of(session, kind)
        if notes:
            blocks.append(Heading(name, 2))
            blocks += [block for note in notes for block in _whole(session, note)]
    return [Heading("What we agreed, and what is left"), *blocks] if blocks else []


def _of(session: Session, kind: NoteKind) -> Sequence[Note]:
    return [note for note in session.notes if note.kind is kind and not note.struck]


def _whole(session: Session, note: Note) -> list[Text]:
    titles = {activity.id: activity.title for activity in session.workshop.activities}
    parts = [note.owner, time_of_day(session, note.at), titles.get(note.activity, "")]
    taken = text(" · ".join(part for part in parts if part), "label")
    return [text(note.text.strip(), leads=True), taken]
