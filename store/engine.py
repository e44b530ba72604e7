"""The store that keeps everything in small TinyDB databases: one file for a session, and one for each participant."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from activities.refusal import Refused
from activities.session.codes import as_code
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.typed import on_one_line, quoted
from store import presence
from store.documents import CONTRIBUTION, SESSION
from store.files import flush_folder, make_folder
from store.forgetting import without
from store.kept import Kept
from store.names import contributors, is_code, is_id, told
from store.protocol import Listed
from store.refusals import CodeTaken, NoSession, NotRead, not_kept, not_read
from store.watching import watch_folder

HOUR = 3600.0
_numbers = count(1)


class TinyStore:
    """A `store.protocol.Store` in a folder. Nothing is read or made before it is asked for."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._sessions: dict[str, Kept[Session]] = {}
        self._contributions: dict[str, dict[str, Kept[Contribution]]] = {}
        self._folders: dict[str, Path] = {}
        self._turn = threading.Lock()

    def codes(self) -> frozenset[str]:
        """The codes that are taken, whatever state their sessions are in."""
        folder = self.home / "sessions"
        try:
            return frozenset(entry.name for entry in os.scandir(folder) if is_code(entry.name) and entry.is_dir())
        except FileNotFoundError:
            return frozenset()
        except OSError as error:
            raise not_read(folder, error) from error

    def sessions(self) -> list[Listed]:
        """Every session, the last changed first. One that is damaged is listed with its trouble."""
        listed = [self._listed(code) for code in sorted(self.codes())]
        return sorted(listed, key=lambda session: session.changed, reverse=True)

    def create(self, session: Session) -> None:
        """Keep a new session. Raises CodeTaken where its code is in use, NotKept where it cannot be saved."""
        code = as_code(session.code)
        if not is_code(code):
            raise Refused(f"{quoted(session.code)} is no code: a code is 1 to 12 letters and figures.")
        if code in self.codes():
            raise CodeTaken(code)
        folder = self.home / "sessions" / code
        built = folder.with_name(f".new-{code}-{os.getpid()}-{next(_numbers)}")
        try:
            make_folder(folder.parent)
            _sweep(folder.parent)
            (built / "contributions").mkdir(mode=0o700, parents=True)
            built.chmod(0o700)
            Kept(built / "session.json", SESSION).change(lambda _: session.model_copy(update={"code": code}))
            flush_folder(built)
            _put_in_place(built, folder)
        except OSError as error:
            raise not_kept(folder, error) from error
        finally:
            shutil.rmtree(built, ignore_errors=True)

    def session(self, code: str) -> Session:
        """The session as it is now. Raises NoSession, or NotRead where no copy of it can be read."""
        folder = self._folder(code)
        return self._there(folder, self._kept_session(folder).read())

    def change_session(self, code: str, change: Callable[[Session], Session]) -> Session:
        """Change the session and keep it. See `Store.change_session`."""
        folder = self._folder(code)

        def changed(old: Session | None) -> Session:
            new = change(self._there(folder, old))
            if new.code != folder.name:
                raise ValueError("a session's code cannot be changed")
            return new

        return self._kept_session(folder).change(changed)

    def contributions(self, code: str) -> list[Contribution]:
        """Everyone's, by participant id. Those that cannot be read are left out, and told by `troubles`."""
        folder, found = self._folder(code), []
        for kept in self._everyones(folder):
            with suppress(NotRead):
                found.append(kept.read())
        kinds = self._kinds(folder) if found else {}
        return [contribution.fitting(kinds) for contribution in found if contribution]

    def contribution(self, code: str, participant_id: str) -> Contribution | None:
        """One participant's; None where there is none that can be read, so that a fresh one may be begun."""
        folder = self._folder(code)
        found = self._kept_contribution(folder, participant_id).read()
        return found.fitting(self._kinds(folder)) if found else None

    def change_contribution(
        self, code: str, participant: Participant, change: Callable[[Contribution], Contribution]
    ) -> Contribution:
        """Change one participant's contribution and keep it. See `Store.change_contribution`."""
        kept = self._kept_contribution(self._folder(code), participant.id)
        if not kept.known:
            self._make_room(code, kept.path)

        def changed(old: Contribution | None) -> Contribution:
            new = change(old or Contribution(participant=participant))
            if new.participant.id != participant.id:
                raise ValueError("a participant's id cannot be changed")
            return new

        return kept.change(changed)

    def forget(self, code: str, participant_id: str) -> bool:
        """Remove a participant from the roster and all they gave, with every spare copy. False where they were unknown.

        What was set aside of the session goes as well, for their name may be in it.
        """
        folder = self._folder(code)
        kept = self._kept_contribution(folder, participant_id)
        gave = kept.path.parent.is_dir() and kept.remove()
        before = self.session(code)
        after = without(before, participant_id)
        if after != before:
            after = self.change_session(code, lambda session: without(session, participant_id))
        self._kept_session(folder).keep_no_older()
        return gave or after != before

    def delete(self, code: str) -> None:
        """Remove a session and everything that was given in it, with every spare copy. Raises NoSession, NotKept."""
        folder = self._folder(code)
        going = folder.with_name(f".gone-{folder.name}-{os.getpid()}-{next(_numbers)}")
        try:
            folder.rename(going)
            shutil.rmtree(going)
            flush_folder(folder.parent)
        except OSError as error:
            raise not_kept(folder, error) from error
        with self._turn:
            self._sessions.pop(folder.name, None)
            self._contributions.pop(folder.name, None)

    def troubles(self, code: str) -> tuple[str, ...]:
        """What was found damaged in this session: what was set aside, and what is used instead, a sentence each."""
        folder = self._folder(code)
        kinds: Mapping[str, str] = {}
        current = []
        everything: list[Kept[Session] | Kept[Contribution]] = [self._kept_session(folder), *self._everyones(folder)]
        for kept in everything:
            try:
                found = kept.read()
            except NotRead as error:
                current.append(str(error))
                continue
            current += [kept.trouble] if kept.trouble else []
            if isinstance(found, Session):
                kinds = found.kinds
            elif kinds and found and found.fitting(kinds) is not found:
                current.append(
                    f"{kept.path} has answers that belong to no activity of this session: they are left out."
                )
        return (*told(folder), *current)

    def watch(self, code: str, stop: threading.Event) -> Iterator[frozenset[str]]:
        """What changed, as it changes. See `Store.watch`."""
        return watch_folder(self._folder(code, there=False), stop)

    def arrive(self, code: str, what: str, terminal: str) -> None:
        """This terminal has `what` open. See `Store.arrive`."""
        presence.arrive(self._folder(code, there=False), what, terminal)

    def leave(self, code: str, what: str, terminal: str) -> None:
        """This terminal has it open no more."""
        presence.leave(self._folder(code, there=False), what, terminal)

    def present(self, code: str) -> Mapping[str, frozenset[str]]:
        """The terminals at which each thing is open now. See `Store.present`."""
        return presence.present(self._folder(code, there=False))

    def _folder(self, code: str, *, there: bool = True) -> Path:
        """The session's folder. Raises NoSession where there is none, NotRead where it cannot be told."""
        name = as_code(code)
        if not is_code(name):
            raise NoSession(on_one_line(name, 40))
        folder = self._folders.setdefault(name, self.home / "sessions" / name)
        try:
            if there:
                folder.stat()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NoSession(name) from error
        except OSError as error:
            raise not_read(folder, error) from error
        return folder

    def _kinds(self, folder: Path) -> Mapping[str, str]:
        """What kind each activity of a session is. Raises NotRead."""
        return self._there(folder, self._kept_session(folder).read()).kinds

    def _kept_session(self, folder: Path) -> Kept[Session]:
        with self._turn:
            return self._sessions.setdefault(folder.name, Kept(folder / "session.json", SESSION))

    def _kept_contribution(self, folder: Path, participant_id: str) -> Kept[Contribution]:
        if not is_id(participant_id):
            raise Refused(f"{quoted(participant_id)} cannot be a participant's id. Choose another.")
        with self._turn:
            known = self._contributions.setdefault(folder.name, {})
            if participant_id not in known:
                known[participant_id] = Kept(folder / "contributions" / f"{participant_id}.json", CONTRIBUTION)
            return known[participant_id]

    def _everyones(self, folder: Path) -> list[Kept[Contribution]]:
        return [self._kept_contribution(folder, one) for one in contributors(folder)]

    def _make_room(self, code: str, path: Path) -> None:
        """The folder of a session that can be read is there for a first contribution. Raises NotKept."""
        self.session(code)
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise not_kept(path, error) from error

    def _there(self, folder: Path, session: Session | None) -> Session:
        """The session, known by its folder's name. Raises NotRead where there is none."""
        if session is None:
            damaged = " ".join(told(folder))
            what = damaged or f"the folder {folder} has no session.json, and was perhaps copied only in part."
            mend = "Copy the whole folder again from where you have it, or start a new session."
            raise NotRead(f"The session {folder.name} cannot be opened: {what} {mend}")
        return session if session.code == folder.name else session.model_copy(update={"code": folder.name})

    def _listed(self, code: str) -> Listed:
        folder = self.home / "sessions" / code
        times = [0.0]
        for path in (folder, folder / "session.json", folder / "contributions"):
            with suppress(OSError):
                times.append(path.stat().st_mtime)
        changed = datetime.fromtimestamp(max(times[2:] or times), UTC)
        try:
            given = len(contributors(folder))
            session = self.session(code)
        except Refused as error:
            return Listed(
                code=code, title=code, date=None, place="", changed=changed, contributions=0, trouble=str(error)
            )
        return Listed(
            code=code,
            title=session.title,
            date=session.date,
            place=session.place,
            changed=changed,
            contributions=given,
            delete_on=session.delete_on,
        )


def _put_in_place(built: Path, folder: Path) -> None:
    try:
        built.rename(folder)
    except OSError as error:
        if folder.exists():
            raise CodeTaken(folder.name) from error
        raise
    flush_folder(folder.parent)


def _sweep(sessions: Path) -> None:
    """Remove what was left where a session was being created or deleted and the program was killed, an hour ago or more."""
    for entry in os.scandir(sessions):
        if entry.name.startswith((".new-", ".gone-")) and entry.stat().st_mtime < time.time() - HOUR:
            shutil.rmtree(entry.path, ignore_errors=True)
