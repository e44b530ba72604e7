"""Writing what leaves a session into a folder."""

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, get_args

from activities.kinds.activity import Activity
from activities.kinds.composition import Composition
from activities.refusal import Refused
from activities.session.clusters import matching
from activities.session.privacy import SMALLEST_GROUP
from activities.session.session import Session
from activities.session.tables import taken_home
from activities.typed import as_seen, quoted
from activities.workshop.mistakes import did_you_mean
from exports.formats import FORMATS, PDF, Format
from store.protocol import Store

Progress = Callable[[int, int], None]

Kind = Literal["handouts", "room", "blank", "poster", "report", "clusters"]
KINDS: tuple[Kind, ...] = get_args(Kind)
USUAL: tuple[Kind, ...] = ("handouts", "room")


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written, and in which formats; `together` puts everybody's handouts into one file to print.

    The room sheet breaks down nothing that fewer than `smallest_group` have answered. `fonts` is a folder of fonts for
    letters that paper would lack.
    """

    kinds: tuple[Kind, ...] = USUAL
    formats: tuple[Format, ...] = (PDF,)
    together: bool = False
    smallest_group: int = SMALLEST_GROUP
    fonts: Path | None = None

    def __post_init__(self) -> None:
        """Raises Refused where there is nothing to put together."""
        if self.together and "handouts" not in self.kinds:
            raise Refused("Only handouts can be put together: name them among what to export.")


def as_kinds(typed: str) -> tuple[Kind, ...]:
    """The kinds of export in a list with commas. Raises Refused for one that there is not."""
    wanted = _named(typed, KINDS, "something to export")
    return tuple(kind for kind in KINDS if kind in wanted)


def as_formats(typed: str) -> tuple[Format, ...]:
    """The formats in a list with commas. Raises Refused for one that there is not."""
    wanted = _named(typed, FORMATS, "a format")
    return tuple(each for word, each in FORMATS.items() if word in wanted)


def _named(typed: str, known: Collection[str], what: str) -> list[str]:
    wanted = [word.strip().casefold() for word in typed.split(",") if word.strip()]
    for word in wanted:
        if word not in known:
            raise Refused(f"{quoted(word)} is not {what}: {did_you_mean(word, known)}")
    if not wanted:
        raise Refused(f"Name {what}: there can be {', '.join(known)}.")
    return wanted


def write_exports(
    store: Store,
    code: str,
    folder: Path,
    export: Export | None = None,
    progress: Progress = lambda done, of: None,
) -> list[Path]:
    """Write what is wanted of a session and give the files' paths. `progress` hears how many of how many are written.

    Raises Refused where the session cannot be read, the folder cannot be written, or there is nothing to write.
    """
    from exports import blank_forms, cluster_sheets, handouts, handouts_together, posters, reports, room_sheet

    wanted = export or Export()
    session, everybody = store.session(code), store.contributions(code)
    each_own = "handouts" in wanted.kinds and not wanted.together
    people = len(taken_home(session, everybody))
    parts = len(wanted.kinds) - each_own + people * each_own
    of = parts * len(wanted.formats)
    written: list[Path] = []
    done = 0
    progress(done, of)
    for form in (each.with_fonts(wanted.fonts) for each in wanted.formats):
        if "room" in wanted.kinds:
            smallest = wanted.smallest_group
            written.append(room_sheet(session, everybody, folder, smallest_group=smallest, written_as=form))
            progress(done := done + 1, of)
        if "blank" in wanted.kinds:
            written += blank_forms(session, folder, written_as=form)
            progress(done := done + 1, of)
        for kind, write in (("poster", posters), ("report", reports)):
            if kind in wanted.kinds:
                written += write(session, everybody, folder, written_as=form)
                progress(done := done + 1, of)
        if "clusters" in wanted.kinds:
            written += cluster_sheets(session, _matched(session), everybody, folder, formats=(form,))
            progress(done := done + 1, of)
        if each_own:
            further = partial(_further, progress, done, of)
            written += handouts(session, everybody, folder, written_as=form, progress=further)
            done += people
        elif "handouts" in wanted.kinds:
            bound = handouts_together(session, everybody, folder, written_as=form)
            written += [bound] if bound else []
            progress(done := done + 1, of)
    if not written:
        raise Refused(f"There is no {' or '.join(wanted.kinds)} to write yet: nobody has put one together.")
    return written


def _matched(session: Session) -> Activity:
    """The activity that matches people by topics. Raises Refused where none does."""
    activity = matching(session)
    if activity is None:
        raise Refused(f"Nothing in {session.code} matches people by topics, so there are no clusters to write.")
    return activity


def usual(session: Session) -> tuple[Kind, ...]:
    """What is written of a session where nothing is named: posters and reports too, where it has any."""
    works = {one.format for one in session.workshop.activities if isinstance(one, Composition)}
    return (*USUAL, *(kind for kind in KINDS if kind in works))


def _further(progress: Progress, before: int, of: int, done: int, _: int) -> None:
    progress(before + done, of)


def in_words(written: Sequence[Path], folder: Path | str) -> str:
    """What was written and where: `13 PDFs in /home/ann/MKRT`."""
    what = "PDF" if all(path.suffix == ".pdf" for path in written) else "file"
    return as_seen(f"{len(written)} {what}{'' if len(written) == 1 else 's'} in {folder}")


def open_to_others(written: Sequence[Path], folder: Path) -> None:
    """Files of which everybody else on this machine may read what the person's own rule (umask) lets them.

    Raises OSError.
    """
    kept_from = os.umask(0)
    os.umask(kept_from)
    folder.chmod(0o777 & ~kept_from)
    for path in written:
        path.chmod(0o666 & ~kept_from)
