"""One session's folder: the session in a file of its own, and a file for each participant."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.forgetting import names_of, still_without, without
from activities.session.session import Session
from activities.typed import quoted
from store import presence
from store.documents import CONTRIBUTION, SESSION
from store.kept import Kept
from store.names import all_ids, contributors, is_id, told
from store.protocol import Listed
from store.refusals import Forgotten, NotRead, not_kept


class SessionFolder:
    """What `store.protocol.Store` says of one session, whose code is the folder's name. Threads may share it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.code = path.name
        self._session = Kept(path / "session.json", SESSION)
        self._contributions: dict[str, Kept[Contribution]] = {}
        self._forgotten: frozenset[str] = frozenset()
        self._swept = False
        self._turn = threading.Lock()

    def session(self) -> Session:
        """The session as it is now. Raises NotRead where no copy of it can be read."""
        return self._there(self._session.read())

    def change_session(self, change: Callable[[Session], Session], *, leaving_no_copy: bool = False) -> Session:
        """Change the session and keep it. See `Store.change_session`."""

        def changed(old: Session | None) -> Session:
            there = self._there(old)
            new = change(there)
            if new.code != self.code:
                raise ValueError("a session's code cannot be changed")
            if new is there or not there.forgotten:
                return new
            gone = dict.fromkeys((*there.forgotten, *new.forgotten))
            return still_without(new.model_copy(update={"forgotten": tuple(gone)}))

        self._sweep_once()
        return self._session.change(changed, leaving_no_copy=leaving_no_copy)

    def contributions(self) -> list[Contribution]:
        """Everyone's, by participant id. Those that cannot be read are left out, and told by `troubles`."""
        found = []
        for kept in self._everyones():
            with suppress(NotRead):
                found.append(kept.read())
        kinds = self.session().kinds if found else {}
        return [contribution.fitting(kinds) for contribution in found if contribution]

    def contribution(self, participant_id: str) -> Contribution | None:
        """One participant's; None where there is none that can be read, so that a fresh one may be begun."""
        kept = self._kept(participant_id)
        found = None if participant_id in self.forgotten() else kept.read()
        return found.fitting(self.session().kinds) if found else None

    def change_contribution(
        self, participant: Participant, change: Callable[[Contribution], Contribution]
    ) -> Contribution:
        """Change one participant's contribution and keep it. See `Store.change_contribution`."""
        kept = self._kept(participant.id)
        if not kept.known:
            self._make_room(kept.path)

        def changed(old: Contribution | None) -> Contribution:
            # `forget` marks them in the session first and then removes their file, under the lock that is held here:
            # what is written before the mark is removed after it, and after the mark nothing is written.
            self._refuse_forgotten(participant.id)
            new = change(old or Contribution(participant=participant))
            if new.participant.id != participant.id:
                raise ValueError("a participant's id cannot be changed")
            return new

        self._refuse_forgotten(participant.id)
        return kept.change(changed)

    def participants(self) -> frozenset[str]:
        """The ids of all of whom something is kept, whether it can be read or not."""
        session = self._session.read()
        return all_ids(self.path) | {one.id for one in (session.roster if session else ())}

    def forget(self, participant_id: str) -> bool:
        """Forget a participant for good. See `Store.forget`."""
        kept = self._kept(participant_id)
        there = participant_id in self.participants()
        given = None
        with suppress(NotRead):
            given = kept.read()

        def forgotten(session: Session) -> Session:
            listed = next((one for one in session.roster if one.id == participant_id), None)
            known = given.participant if given else listed
            names = names_of(session, known) if known else None if there else ()
            return without(session, participant_id, names)

        self.change_session(forgotten, leaving_no_copy=True)
        if kept.path.parent.is_dir():
            kept.remove()
        presence.forget(self.path, participant_id)
        return there

    def forgotten(self) -> frozenset[str]:
        """Who is forgotten, as the session's file says now; where it cannot be read now, what it said last."""
        with suppress(NotRead):
            if session := self._session.read():
                self._forgotten = frozenset(session.forgotten)
        return self._forgotten

    def troubles(self) -> tuple[str, ...]:
        """What was found damaged: what was set aside, and what is used instead, a sentence each."""
        kinds: Mapping[str, str] = {}
        current = []
        everything: list[Kept[Session] | Kept[Contribution]] = [self._session, *self._everyones()]
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
        return (*told(self.path), *current)

    def listed(self) -> Listed:
        """The session as a list shows it; with its trouble where it cannot be opened."""
        times = [0.0]
        for path in (self.path, self.path / "session.json", self.path / "contributions"):
            with suppress(OSError):
                times.append(path.stat().st_mtime)
        changed = datetime.fromtimestamp(max(times[2:] or times), UTC)
        try:
            given = len(contributors(self.path))
            session = self.session()
        except Refused as error:
            return Listed(code=self.code, title=self.code, changed=changed, trouble=str(error))
        return Listed(
            code=self.code,
            title=session.title,
            date=session.date,
            place=session.place,
            changed=changed,
            contributions=given,
            delete_on=session.delete_on,
        )

    def _there(self, session: Session | None) -> Session:
        """The session, known by its folder's name. Raises NotRead where there is none."""
        if session is None:
            damaged = " ".join(told(self.path))
            what = damaged or f"the folder {self.path} has no session.json, and was perhaps copied only in part."
            mend = "Copy the whole folder again from where you have it, or start a new session."
            raise NotRead(f"The session {self.code} cannot be opened: {what} {mend}")
        return session if session.code == self.code else session.model_copy(update={"code": self.code})

    def _kept(self, participant_id: str) -> Kept[Contribution]:
        if not is_id(participant_id):
            raise Refused(f"{quoted(participant_id)} cannot be a participant's id. Choose another.")
        with self._turn:
            if participant_id not in self._contributions:
                path = self.path / "contributions" / f"{participant_id}.json"
                self._contributions[participant_id] = Kept(path, CONTRIBUTION)
            return self._contributions[participant_id]

    def _everyones(self) -> list[Kept[Contribution]]:
        """Everyone's who is not forgotten. What a `forget` left that was killed half-way is removed."""
        gone, everyones = self.forgotten(), []
        for one in contributors(self.path):
            if one in gone:
                with suppress(Refused):
                    self._kept(one).remove()
            else:
                everyones.append(self._kept(one))
        return everyones

    def _sweep_once(self) -> None:
        """Remove the spares that earlier versions kept: their owners may never save again."""
        if not self._swept:
            self._swept = True
            for spare in (self.path / "contributions").glob(".*.json.spare"):
                with suppress(OSError):
                    spare.unlink()

    def _refuse_forgotten(self, participant_id: str) -> None:
        if participant_id in self.forgotten():
            raise Forgotten

    def _make_room(self, path: Path) -> None:
        """The folder of a session that can be read is there for a first contribution. Raises NotKept."""
        self.session()
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise not_kept(path, error) from error
