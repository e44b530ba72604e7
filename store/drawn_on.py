"""The workshops on whose work another one draws, wherever they stand."""

from pathlib import Path

from activities.programme.carrying import sources_of
from activities.refusal import Refused
from activities.workshop.workshop import Workshop
from store.workshops import ENDINGS, check_file, workshop


def drawn_on(wanted: Workshop, home: Path, file: Path | None = None) -> list[Workshop]:
    """The workshops that one draws on, and those on which these do, in the order in which they must be held.

    They are looked up beside the `file`, then among all there are. What cannot be found or used is left out: what draws
    on it has nothing to begin with.
    """
    known, ordered = {wanted.id}, []

    def look_up(one: Workshop) -> None:
        for name in dict.fromkeys(source.partition("/")[0] for source in sources_of(one)):
            if name in known:  # also where workshops draw on one another in a ring
                continue
            known.add(name)
            if (earlier := _find(name, home, file)) is not None:
                look_up(earlier)
                ordered.append(earlier)

    look_up(wanted)
    return ordered


def _find(name: str, home: Path, file: Path | None) -> Workshop | None:
    """The workshop of this name; None where there is none, or where it cannot be used."""
    beside = [file.with_name(f"{name}{ending}") for ending in ENDINGS] if file else []
    try:
        return next((check_file(path) for path in beside if path.is_file()), None) or workshop(name, home)
    except Refused:
        return None
