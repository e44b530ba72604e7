"""Disks that are full, drives that may only be read, drives that know no second names or no locks."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import open_store
from store.protocol import Store
from store.refusals import NotKept, NotRead
from tests.store.rooms import LISA, NOON, a_session, gives, step_of

ONLY_READS = """
import os, sys
from pathlib import Path
from store import open_store
from store.refusals import NotKept
from tests.store.rooms import LISA, a_session, gives, step_of
import tempfile
home = Path(sys.argv[1])
warm = open_store(Path(tempfile.mkdtemp()))
warm.create(a_session())
warm.change_contribution("MKRT", LISA, gives(1))
warm.contributions("MKRT"), warm.session("MKRT"), warm.troubles("MKRT")
if os.geteuid() == 0:
    os.seteuid(65534)
reader = open_store(home)
print(reader.session("MKRT").title, step_of(reader.contribution("MKRT", "lisa")), *reader.troubles("MKRT"))
for attempt in (lambda: reader.change_contribution("MKRT", LISA, gives(5)),
                lambda: reader.change_session("MKRT", lambda s: s.model_copy(update={"place": "x"})),
                lambda: reader.create(reader.session("MKRT").model_copy(update={"code": "ACDE"}))):
    try:
        attempt()
    except NotKept as told:
        print(told)
"""

IS_FULL = """
import resource, sys
from pathlib import Path
from store import open_store
from store.refusals import NotKept
from tests.store.rooms import LISA, gives, step_of
store = open_store(Path(sys.argv[1]))
store.session("MKRT")
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
for change in (lambda: store.change_contribution("MKRT", LISA, gives(2)),
               lambda: store.change_session("MKRT", lambda s: s.model_copy(update={"place": "x"}))):
    try:
        change()
    except NotKept as told:
        print(told)
print(step_of(store.contribution("MKRT", "lisa")), store.session("MKRT").place)
"""


def run(script: str, home: Path) -> list[str]:
    found = subprocess.run([sys.executable, "-c", script, str(home)], capture_output=True, text=True, timeout=60)
    assert found.stderr == ""
    return found.stdout.splitlines()


@pytest.fixture
def open_home() -> Iterator[Path]:
    """A home in a folder that any account may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder / "home"
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)
    shutil.rmtree(folder)


def may_only_be_read(home: Path) -> None:
    for path in (home, *home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


def test_a_home_that_may_only_be_read_can_be_read(open_home: Path) -> None:
    store = open_store(open_home)
    store.create(a_session())
    store.change_contribution("MKRT", LISA, gives(1))
    may_only_be_read(open_home)
    before = names_in(open_home)
    first, *told = run(ONLY_READS, open_home)
    assert first == "Autumn cluster 1"
    assert len(told) == 3
    assert all("could not be saved: this folder may only be read." in line for line in told)
    assert names_in(open_home) == before


def test_damage_on_a_drive_that_may_only_be_read_is_told_and_the_copy_before_used(open_home: Path) -> None:
    store = open_store(open_home)
    store.create(a_session())
    store.change_contribution("MKRT", LISA, gives(1))
    store.change_contribution("MKRT", LISA, gives(2))
    (open_home / "sessions/MKRT/contributions/lisa.json").write_bytes(b"{")
    may_only_be_read(open_home)
    first = run(ONLY_READS, open_home)[0]
    assert first == (
        "Autumn cluster 1 lisa.json cannot be read, and could not be set aside: the copy saved before it is used."
    )


def test_a_full_disk_is_told_and_loses_nothing(home: Path, store: Store) -> None:
    store.change_contribution("MKRT", LISA, gives(1))
    *told, last = run(IS_FULL, home)
    assert len(told) == 2
    assert all(line.startswith("The disk is full: ") and line.endswith("then save again.") for line in told)
    assert last == "1 Main hall"
    assert not [name for name in names_in(home) if name.endswith(".tmp")]
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 1


@pytest.mark.parametrize("call", ["fsync", "link", "open", "replace"])
def test_a_disk_that_fills_up_at_any_step_loses_nothing(
    home: Path, store: Store, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    for step in range(3):
        store.change_contribution("MKRT", LISA, gives(step))

    def full(*args: object, **options: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(os, call, full)
        if call == "link":
            meanwhile.setattr(os, "fsync", full)
        with pytest.raises(NotKept, match="The disk is full"):
            store.change_contribution("MKRT", LISA, gives(3))
        with pytest.raises(NotKept, match="The disk is full"):
            store.change_session("MKRT", lambda session: session.open(NOON))
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 2
    assert step_of(store.contribution("MKRT", "lisa")) == 2
    store.change_contribution("MKRT", LISA, gives(4))
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 4


def test_a_folder_that_could_not_be_flushed_is_told_though_the_answer_may_be_there(
    home: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.change_contribution("MKRT", LISA, gives(1))

    def fails(folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("store.files.flush_folder", fails)
        with pytest.raises(NotKept, match="Check the drive"):
            store.change_contribution("MKRT", LISA, gives(2))
    assert step_of(store.contribution("MKRT", "lisa")) == step_of(open_store(home).contribution("MKRT", "lisa"))


def test_a_drive_without_second_names_keeps_a_copy_all_the_same(
    home: Path, store: Store, lisas_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    for step in range(4):
        store.change_contribution("MKRT", LISA, gives(step))
    lisas_file.write_bytes(b"{")
    assert step_of(open_store(home).contribution("MKRT", "lisa")) == 2
    assert not [name for name in names_in(home) if name.endswith(".tmp")]


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_drive_without_locks_is_written_to_without(store: Store, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def no_locks(*_: object, **__: object) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("store.lock.lock_descriptor", no_locks)
    assert step_of(store.change_contribution("MKRT", LISA, gives(1))) == 1


def test_a_writer_that_never_ends_is_told_of(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.lock.LIMIT", 0.02)
    monkeypatch.setattr("store.lock.lock_descriptor", lambda *_, **__: False)
    with pytest.raises(NotKept, match="Another flipchart"):
        store.change_contribution("MKRT", LISA, gives(1))


def test_a_file_that_may_not_be_read_is_told_and_left_alone(
    store: Store, lisas_file: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    store.change_contribution("MKRT", LISA, gives(1))

    def forbidden(_: Path) -> object:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("store.storage.read_whole", forbidden)
    other = open_store(home)
    with pytest.raises(NotRead, match="may not be read by you"):
        other.session("MKRT")
    assert other.contributions("MKRT") == []
    assert any("lisa.json may not be read by you" in told for told in other.troubles("MKRT"))
    assert lisas_file.exists()


@pytest.mark.parametrize("where", ["session.json", "contributions/lisa.json"])
def test_a_folder_in_a_files_place_is_told_in_one_line(home: Path, store: Store, where: str) -> None:
    path = home / "sessions" / "MKRT" / where
    path.unlink(missing_ok=True)
    path.mkdir()
    read: Callable[[], object] = (
        (lambda: store.session("MKRT")) if where == "session.json" else (lambda: store.contribution("MKRT", "lisa"))
    )
    with pytest.raises(NotRead) as told:
        read()
    assert "\n" not in str(told.value)
