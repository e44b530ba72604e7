"""Programmes: a file each, `<home>/programmes/<id>.json`, under the same promises as a session's."""

import threading
from collections.abc import Callable
from pathlib import Path

from activities.programme.programme import Programme
from activities.refusal import Refused
from activities.typed import quoted
from store.documents import PROGRAMME
from store.files import make_folder
from store.kept import Kept
from store.names import DAMAGED, FILE, is_id
from store.protocol import ListedProgramme
from store.refusals import NoProgramme, NotRead, ProgrammeTaken, not_kept, not_read


class Programmes:
    """What `store.protocol.Store` says of programmes. Threads may share it."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "programmes"
        self._kept: dict[str, Kept[Programme]] = {}
        self._turn = threading.Lock()

    def listed(self) -> list[ListedProgramme]:
        """Every programme, by title. One that is damaged is listed with its trouble."""
        return sorted((self._listed(one) for one in self._ids()), key=lambda one: one.title.casefold())

    def get(self, programme_id: str) -> Programme:
        """The programme. Raises NoProgramme, or NotRead where no copy of it can be read."""
        found = self._at(programme_id).read()
        if found is None:
            raise self._missing(programme_id)
        return found

    def create(self, programme: Programme) -> None:
        """Keep a new one. Raises ProgrammeTaken where there is one of this id, NotKept."""

        def new(old: Programme | None) -> Programme:
            if old is not None:
                raise ProgrammeTaken(programme.id)
            return programme

        try:
            make_folder(self._folder)
        except OSError as error:
            raise not_kept(self._folder, error) from error
        self._at(programme.id).change(new)

    def change(
        self, programme_id: str, change: Callable[[Programme], Programme], *, leaving_no_copy: bool = False
    ) -> Programme:
        """Change it and keep it, as `Store.change_session` does. Who is forgotten in it stays so."""

        def changed(old: Programme | None) -> Programme:
            if old is None:
                raise self._missing(programme_id)
            new = change(old)
            for one in {*old.forgotten, *new.forgotten} if new is not old else ():
                new = new.without(one)
            return new

        if not self._at(programme_id).known and programme_id not in self._ids():
            raise self._missing(programme_id)
        return self._at(programme_id).change(changed, leaving_no_copy=leaving_no_copy)

    def delete(self, programme_id: str) -> None:
        """Remove it with every copy; its sessions stay. Raises NoProgramme, NotKept."""
        if programme_id not in self._ids():
            raise self._missing(programme_id)
        self._at(programme_id).remove()

    def _listed(self, programme_id: str) -> ListedProgramme:
        try:
            found = self.get(programme_id)
        except Refused as error:
            return ListedProgramme(id=programme_id, title=programme_id, trouble=str(error))
        return ListedProgramme(id=found.id, title=found.title, series=found.series.title, held=len(found.held))

    def _ids(self) -> list[str]:
        try:
            names = [path.name for path in self._folder.iterdir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise not_read(self._folder, error) from error
        found = (FILE.fullmatch(name) or DAMAGED.fullmatch(name) for name in names)
        return sorted({one[1] for one in found if one and is_id(one[1])})

    def _at(self, programme_id: str) -> Kept[Programme]:
        if not is_id(programme_id):
            raise Refused(f"{quoted(programme_id)} cannot be a programme's id: use small letters, digits and hyphens.")
        with self._turn:
            if programme_id not in self._kept:
                self._kept[programme_id] = Kept(self._folder / f"{programme_id}.json", PROGRAMME)
            return self._kept[programme_id]

    def _missing(self, programme_id: str) -> NoProgramme | NotRead:
        aside = sorted(self._folder.glob(f"{programme_id}.damaged-*.json"))
        if aside:
            return NotRead(
                f"The programme {programme_id} cannot be opened: its file was damaged, and is set aside as {aside[-1]}. "
                "Copy it again from where you have it, or begin a new one."
            )
        return NoProgramme(programme_id, self._ids())
