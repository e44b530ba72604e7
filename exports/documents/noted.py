"""What was caught while the room talked: decided, to be done, for later. Private notes are nowhere on paper."""

from collections.abc import Sequence

from activities.session.notes import Note, NoteKind
from activities.session.session import Session
from exports.documents.headed import time_of_day
from exports.pdf.blocks import Block, Heading, spans, text
from exports.pdf.paper import HEADING, LABEL, MM, NOTED

AGREED = {NoteKind.DECISION: "Decisions", NoteKind.ACTION: "Actions"}
PUBLIC = {**AGREED, NoteKind.PARKING: "For another time"}
"""The lists that may be printed, and what they are called on paper: what is not named here never is."""


def agreed_blocks(session: Session) -> list[Block]:
    """The decisions and actions, short, for everybody's handout; nothing where there are none."""
    blocks: list[Block] = []
    for kind, name in AGREED.items():
        for note in _of(session, kind):
            whose = f" ({note.owner})" if note.owner else ""
            words = f"{note.text.strip()}{whose}"
            blocks.append(spans([(f"{name[:-1]}:", "bold"), (words, "regular")], before=1.5 * MM))
    return [Heading("What we agreed", before=7 * MM), *blocks] if blocks else []


def noted_blocks(session: Session) -> list[Block]:
    """Every list that may be printed, with who, by when, and when and where on the agenda it was taken."""
    blocks: list[Block] = []
    for kind, name in PUBLIC.items():
        notes = _of(session, kind)
        if notes:
            blocks.append(text(name, HEADING, before=4 * MM, keep=True))
            blocks += [block for note in notes for block in _whole(session, note)]
    return [Heading("What we agreed, and what is left"), *blocks] if blocks else []


def _of(session: Session, kind: NoteKind) -> Sequence[Note]:
    return [note for note in session.notes if note.kind is kind and not note.struck]


def _whole(session: Session, note: Note) -> list[Block]:
    titles = {activity.id: activity.title for activity in session.workshop.activities}
    parts = [note.owner, time_of_day(session, note.at), titles.get(note.activity, "")]
    taken = text(" · ".join(part for part in parts if part), LABEL)
    return [text(note.text.strip(), NOTED, before=1.5 * MM, keep=True), taken]
