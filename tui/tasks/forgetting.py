"""Removing a person for good, and finding the notes that still name them."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from activities.refusal import Refused
from activities.session.contribution import Participant
from activities.session.forgetting import amended, names_of, notes_naming, rewritten
from activities.session.notes import Note
from activities.session.seats import tidy_name
from activities.session.tables import hall
from store.protocol import Store
from store.refusals import NoProgramme, NoSession
from tui.tasks.programmes import sessions_of


def where_kept(store: Store, code: str) -> Store:
    """The store in which a session is: this one, or that of the bin. Raises Refused where it is in neither."""
    try:
        store.session(code)
    except NoSession as unknown:
        try:
            return store.in_bin(code)
        except NoSession:
            raise unknown from None
    return store


def find_person(store: Store, code: str, typed: str) -> Participant:
    """The one participant of this name or id, by what they are called now; without a name, whose files cannot be read.

    Raises Refused where nobody is called so, or where several are: it then names their ids.
    """
    session = store.session(code)
    everyone = hall(session, store.contributions(code)).everyone
    name = tidy_name(typed)
    wanted = name.casefold()
    found = [one for one in everyone if wanted in (one.id, session.name_of(one).casefold(), one.name.casefold())]
    if not found and wanted in store.participants(code):
        return Participant(id=wanted, name=wanted)
    if not found:
        raise Refused(
            f"Nobody in {session.code} is called ‘{name}’. Their name is needed as it was typed, or their id."
        )
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise Refused(f"{len(found)} people in {session.code} are called so. Say which by their id: {ids}.")
    return found[0]


@dataclass(frozen=True)
class StillNamed:
    """The notes of a session in which a name, or a part of it, still stands after its person was removed."""

    code: str
    names: frozenset[str]
    notes: tuple[Note, ...]

    def amend(self, store: Store, note: Note, words: str) -> None:
        """These words stand in place of the note's, or it is struck out where there are none: for good, in every copy."""
        to = rewritten(note, words, self.names) if words else None
        store.change_session(self.code, lambda session: amended(session, note, to), leaving_no_copy=True)


def still_named(store: Store, code: str, names: Collection[str]) -> StillNamed:
    """Where one of these names still stands. Raises Refused where the session cannot be read."""
    session = store.session(code)
    return StillNamed(session.code, frozenset(names), notes_naming(session, names))


def forget_person(store: Store, code: str, person: Participant) -> StillNamed:
    """Remove a person and all that they gave for good; the notes stay, and are given.

    Where the session belongs to a programme they are removed from all of it. Raises Refused where they sit at a
    terminal: they are asked to leave first, and nothing is taken from under their hands.
    """
    session = store.session(code)
    name, names = session.name_of(person), names_of(session, person)
    others = sessions_of(store, session.programme) if session.programme else []
    codes = dict.fromkeys([session.code, *(one.code for one in others)])
    for each in codes:
        if person.id in store.present(each):
            raise Refused(
                f"{name} is open at a terminal of {each}, or was a moment ago. Let them leave, then try again."
            )
    for each in codes:
        store.forget(each, person.id)
    if session.programme:
        with suppress(NoProgramme):
            store.change_programme(session.programme, lambda now: now.without(person.id), leaving_no_copy=True)
    return still_named(store, code, names)


def told(note: Note) -> str:
    """A note in one line, with its list and who it is for."""
    who = f" ({note.who})" if note.who else ""
    return f"{note.kind}: {' '.join(note.text.split())}{who}"
