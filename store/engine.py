"""The store that keeps everything in small TinyDB databases: a folder for a session, in which everybody has a file."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import count
from pathlib import Path

from activities.programme.programme import Programme
from activities.refusal import Refused
from activities.session.codes import as_code
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.typed import on_one_line, quoted
from store import presence
from store.bin import Bin
from store.documents import SESSION
from store.files import flush_folder, make_folder
from store.kept import Kept
from store.names import is_code
from store.programmes import Programmes
from store.protocol import Binned, Listed, ListedProgramme
from store.refusals import CodeTaken, NoSession, not_kept, not_read
from store.session_folder import SessionFolder
from store.watching import watch_folder

HOUR = 3600.0
_numbers = count(1)


class TinyStore:
    """A `store.protocol.Store` in a folder. Nothing is read or made before it is asked for."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._bin = Bin(home)
        self._folders: dict[str, SessionFolder] = {}
        self._programmes = Programmes(home)
        self._turn = threading.Lock()

    # Sessions

    def codes(self) -> frozenset[str]:
        """The codes that are taken, in the bin too, whatever state their sessions are in."""
        return self._codes().union(*(TinyStore(home)._codes() for _, home in self._bin_homes()))

    def sessions(self) -> list[Listed]:
        """Every session, the last changed first. One that is damaged is listed with its trouble."""
        listed = [self._at(code).listed() for code in sorted(self._codes())]
        return sorted(listed, key=lambda session: session.changed, reverse=True)

    def create(self, session: Session) -> None:
        """Keep a new session. Raises CodeTaken where its code is in use, NotKept where it cannot be saved."""
        code = as_code(session.code)
        if not is_code(code):
            raise Refused(f"{quoted(session.code)} is no code: a code is 1 to 12 letters and figures.")
        if code in self.codes():
            raise CodeTaken(code, binned=code not in self._codes())
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
        return self._open(code).session()

    def change_session(
        self, code: str, change: Callable[[Session], Session], *, leaving_no_copy: bool = False
    ) -> Session:
        """Change the session and keep it. See `Store.change_session`."""
        return self._open(code).change_session(change, leaving_no_copy=leaving_no_copy)

    # What people contribute

    def contributions(self, code: str) -> list[Contribution]:
        """Everyone's, by participant id. Those that cannot be read are left out, and told by `troubles`."""
        return self._open(code).contributions()

    def contribution(self, code: str, participant_id: str) -> Contribution | None:
        """One participant's; None where there is none that can be read, so that a fresh one may be begun."""
        return self._open(code).contribution(participant_id)

    def change_contribution(
        self, code: str, participant: Participant, change: Callable[[Contribution], Contribution]
    ) -> Contribution:
        """Change one participant's contribution and keep it. See `Store.change_contribution`."""
        return self._open(code).change_contribution(participant, change)

    def participants(self, code: str) -> frozenset[str]:
        """The ids of all of whom something is kept, whether it can be read or not."""
        return self._open(code).participants()

    def forget(self, code: str, participant_id: str) -> bool:
        """Forget a participant for good. See `Store.forget`."""
        binned = [TinyStore(home) for home in self._bin_holding(code)]
        here = [] if binned and as_code(code) not in self._codes() else [self]
        known = [store._open(code).forget(participant_id) for store in (*here, *binned)]
        return any(known)

    def troubles(self, code: str) -> tuple[str, ...]:
        """What was found damaged in this session: what was set aside, and what is used instead, a sentence each."""
        return self._open(code).troubles()

    # Programmes

    def programmes(self) -> list[ListedProgramme]:
        """Every programme, by title. See `Store.programmes`."""
        return self._programmes.listed()

    def programme(self, programme_id: str) -> Programme:
        """The programme. Raises NoProgramme, NotRead."""
        return self._programmes.get(programme_id)

    def create_programme(self, programme: Programme) -> None:
        """Keep a new one. Raises ProgrammeTaken, NotKept."""
        self._programmes.create(programme)

    def change_programme(
        self, programme_id: str, change: Callable[[Programme], Programme], *, leaving_no_copy: bool = False
    ) -> Programme:
        """Change it and keep it. See `Store.change_programme`."""
        return self._programmes.change(programme_id, change, leaving_no_copy=leaving_no_copy)

    def delete_programme(self, programme_id: str) -> None:
        """Remove it with every copy. Raises NoProgramme, NotKept."""
        self._programmes.delete(programme_id)

    # Deleting

    def delete(self, code: str) -> None:
        """Remove a session and everything that was given in it, with every copy. Raises NoSession, NotKept."""
        folder = self._open(code).path
        going = folder.with_name(f".gone-{folder.name}-{os.getpid()}-{next(_numbers)}")
        try:
            folder.rename(going)
            shutil.rmtree(going)
            flush_folder(folder.parent)
        except OSError as error:
            raise not_kept(folder, error) from error
        self._let_go(folder.name)

    def throw_away(self, code: str, at: datetime) -> None:
        """Move a session into the bin. Raises NoSession, NotKept."""
        folder = self._open(code).path
        try:
            self._bin.take(folder, at)
        except OSError as error:
            raise not_kept(folder, error) from error
        self._let_go(folder.name)

    def binned(self) -> list[Binned]:
        """What is in the bin, the last deleted first."""
        return [
            Binned(deleted=at, session=listed)
            for at, home in self._bin_homes()
            for listed in TinyStore(home).sessions()
        ]

    def in_bin(self, code: str) -> "TinyStore":
        """The store of what was deleted under this code, the last time. Raises NoSession."""
        for home in self._bin_holding(code):
            return TinyStore(home)
        raise NoSession(on_one_line(as_code(code), 40))

    def restore(self, code: str) -> None:
        """Move what was deleted last under this code back. Raises NoSession, CodeTaken, NotKept."""
        folder = self.home / "sessions" / as_code(code)
        try:
            self._bin.give_back(self.in_bin(code).home, folder)
        except FileExistsError as error:
            raise CodeTaken(folder.name) from error
        except OSError as error:
            raise not_kept(folder, error) from error
        self._let_go(folder.name)

    def empty_bin(self, before: datetime) -> int:
        """Remove for good what was deleted before this moment; how many sessions that were. Raises NotKept."""
        try:
            return self._bin.empty(before)
        except OSError as error:
            raise not_kept(self._bin.folder, error) from error

    # Who is there, and what they do

    def watch(self, code: str, stop: threading.Event) -> Iterator[frozenset[str]]:
        """What changed, as it changes. See `Store.watch`."""
        return watch_folder(self._at(code).path, stop)

    def arrive(self, code: str, what: str, terminal: str) -> None:
        """This terminal has `what` open. See `Store.arrive`."""
        there = self._at(code)
        if what not in there.forgotten():
            presence.arrive(there.path, what, terminal)

    def leave(self, code: str, what: str, terminal: str) -> None:
        """This terminal has it open no more."""
        presence.leave(self._at(code).path, what, terminal)

    def present(self, code: str) -> Mapping[str, frozenset[str]]:
        """The terminals at which each thing is open now. See `Store.present`."""
        return presence.present(self._at(code).path)

    # Folders

    def _codes(self) -> frozenset[str]:
        folder = self.home / "sessions"
        try:
            return frozenset(entry.name for entry in os.scandir(folder) if is_code(entry.name) and entry.is_dir())
        except FileNotFoundError:
            return frozenset()
        except OSError as error:
            raise not_read(folder, error) from error

    def _at(self, code: str) -> SessionFolder:
        """The folder of a session, whether it is there or not. Raises NoSession for what is no code."""
        name = as_code(code)
        if not is_code(name):
            raise NoSession(on_one_line(name, 40))
        with self._turn:
            if name not in self._folders:
                self._folders[name] = SessionFolder(self.home / "sessions" / name)
            return self._folders[name]

    def _open(self, code: str) -> SessionFolder:
        """The folder of a session. Raises NoSession where there is none, NotRead where it cannot be told."""
        there = self._at(code)
        try:
            there.path.stat()
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NoSession(there.code, binned=bool(self._bin_holding(code))) from error
        except OSError as error:
            raise not_read(there.path, error) from error
        return there

    def _let_go(self, code: str) -> None:
        with self._turn:
            self._folders.pop(code, None)

    def _bin_homes(self) -> list[tuple[datetime, Path]]:
        try:
            return self._bin.homes()
        except OSError as error:
            raise not_read(self._bin.folder, error) from error

    def _bin_holding(self, code: str) -> list[Path]:
        """The homes in the bin with a session of this code, the last deleted first."""
        return [home for _, home in self._bin_homes() if as_code(code) in TinyStore(home)._codes()]


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
