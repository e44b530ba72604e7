"""Whoever is forgotten: the session without them, and the notes in which their name still stands."""

import re
from collections.abc import Collection, Mapping

from activities.kinds.items import Gathered
from activities.session.cluster import Cluster
from activities.session.contribution import Participant
from activities.session.notes import Note
from activities.session.session import Hidden, Running, Session, Step

_Clusters = Mapping[str, tuple[Cluster, ...]]

SHORTEST = 3
"""Letters from which on a part of a name is looked for by itself: shorter ones are in too many words."""


def names_of(session: Session, participant: Participant) -> frozenset[str]:
    """Everything that this participant is or was called in the session."""
    renamings = (session.renamed, *(step.renamed for step in session.steps))
    listed = {one.name for one in session.roster if one.id == participant.id}
    return frozenset(
        {participant.name, *listed, *(names[participant.id] for names in renamings if participant.id in names)}
    )


def without(session: Session, participant: str, names: Collection[str] | None) -> Session:
    """The session in which nothing is kept of this participant, nor will be.

    What the facilitator did under words with one of these names in them cannot be undone any more; where the names
    are not known (None) nothing can. Notes stay as they are written: see `notes_naming`.
    """
    steps = () if names is None else tuple(_without_names(step, session, names) for step in session.steps)
    kept = tuple(step for step in steps if not _holds(step.what, names or ()))
    forgotten = tuple(dict.fromkeys((*session.forgotten, participant)))
    change = {"forgotten": forgotten, "steps": kept, "clusters": _unled(session.clusters, names or ())}
    return still_without(session.model_copy(update=change))


def still_without(session: Session) -> Session:
    """The session in which nobody is named who was forgotten, whatever a console that slept meanwhile has made of it."""
    gone = frozenset(session.forgotten)
    for one in session.workshop.activities:
        if one.gathered_items:
            session = session.gather(one.id, _of_others(one.gathered_items, gone))
    return session.model_copy(
        update={
            "roster": tuple(_at_no(one, gone) for one in session.roster if one.id not in gone),
            "renamed": _but(session.renamed, gone),
            "running": _closed(session.running, gone),
            "hidden": _others(session.hidden, gone),
            "visits": {of: tuple(one for one in to if one.to not in gone) for of, to in session.visits.items()},
            "clusters": _apart(session.clusters, gone),
            "steps": tuple(_step(step, gone) for step in session.steps),
        }
    )


def _at_no(one: Participant, gone: Collection[str]) -> Participant:
    """The person, at no table where theirs is forgotten."""
    return one.model_copy(update={"at": None}) if one.at in gone else one


def notes_naming(session: Session, names: Collection[str]) -> tuple[Note, ...]:
    """The notes in which one of these names stands, or a part of one: for the facilitator to edit or to strike out.

    Of a name with a figure in it, such as that of a table, only the whole is looked for.
    """
    wanted = _with_parts(names)
    return tuple(note for note in session.notes if _holds(f"{note.text}\n{note.who}\n{note.due}", wanted))


def rewritten(note: Note, words: str, names: Collection[str]) -> Note:
    """The note with these words; for whom it is and until when only where none of these names stands there."""
    wanted = _with_parts(names)
    fields = {name: "" if _holds(value, wanted) else value for name, value in (("who", note.who), ("due", note.due))}
    return note.model_copy(update={"text": words, **fields})


def amended(session: Session, note: Note, to: Note | None) -> Session:
    """The session with this note in place of that one, or struck out, for good: undo does not bring it back."""

    def changed(notes: tuple[Note, ...]) -> tuple[Note, ...]:
        return tuple(one if one != note else to for one in notes if one != note or to is not None)  # type: ignore[misc]

    steps = tuple(step.model_copy(update={"notes": changed(step.notes)}) for step in session.steps)
    return session.model_copy(update={"notes": changed(session.notes), "steps": steps})


def _without_names(step: Step, session: Session, names: Collection[str]) -> Step:
    """The step without notes that were taken back since and hold a name."""
    notes = tuple(note for note in step.notes if note in session.notes or not _holds(note.text + note.who, names))
    return step.model_copy(update={"notes": notes, "clusters": _unled(step.clusters, names)})


def _with_parts(names: Collection[str]) -> set[str]:
    without_figures = [name for name in names if not any(map(str.isdigit, name))]
    return {*names, *(part for name in without_figures for part in name.split() if len(part) >= SHORTEST)}


def _holds(words: str, names: Collection[str]) -> bool:
    """Whether one of the names stands there as a word; in scripts that put no space between words, wherever it stands."""
    folded = words.casefold()
    return any(re.search(_edged(name.casefold()), folded) for name in names)


def _edged(name: str) -> str:
    before, after = (
        r"\b" if letter.isdigit() or letter.lower() != letter.upper() else "" for letter in (name[0], name[-1])
    )
    return f"{before}{re.escape(name)}{after}"


def _step(step: Step, gone: frozenset[str]) -> Step:
    return step.model_copy(
        update={
            "running": _closed(step.running, gone),
            "renamed": _but(step.renamed, gone),
            "hidden": _others(step.hidden, gone),
            "clusters": _apart(step.clusters, gone),
            "gathered": {activity: _of_others(items, gone) for activity, items in step.gathered.items()},
        }
    )


def _of_others(items: tuple[Gathered, ...], gone: frozenset[str]) -> tuple[Gathered, ...]:
    """What was gathered of others' answers: an item that stood for theirs alone is gone."""
    left = ((item, tuple(one for one in item.of if one.participant not in gone)) for item in items)
    return tuple(item.model_copy(update={"of": of}) for item, of in left if of or not item.of)


def _others(hidden: tuple[Hidden, ...], gone: frozenset[str]) -> tuple[Hidden, ...]:
    return tuple(one for one in hidden if one.participant not in gone)


def _apart(clusters: _Clusters, gone: frozenset[str]) -> _Clusters:
    """The clusters without those who are gone."""
    return {activity: tuple(one.without(gone) for one in those) for activity, those in clusters.items()}


def _unled(clusters: _Clusters, names: Collection[str]) -> _Clusters:
    """The clusters without a name or a facilitator in which one of these names stands."""

    def plain(one: Cluster) -> Cluster:
        fields = {"name": one.name, "facilitator": one.facilitator}
        return one.model_copy(update={key: "" for key, text in fields.items() if _holds(text, names)})

    return {activity: tuple(plain(one) for one in those) for activity, those in clusters.items()}


def _but(names: Mapping[str, str], gone: frozenset[str]) -> dict[str, str]:
    return {one: name for one, name in names.items() if one not in gone}


def _closed(running: Mapping[str, Running], gone: frozenset[str]) -> dict[str, Running]:
    return {
        activity: state.model_copy(update={"reopened": tuple(one for one in state.reopened if one not in gone)})
        for activity, state in running.items()
    }
