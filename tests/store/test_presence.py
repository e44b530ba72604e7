"""Who is open where: told while it lasts, gone when a terminal is killed, and never in anybody's way."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from store import open_store, presence
from store.protocol import Store
from tests.store.rooms import LISA, gives

READS_ONLY = """
import os, sys
from pathlib import Path
from store import open_store
store = open_store(Path(sys.argv[1]))
if os.geteuid() == 0:
    os.seteuid(65534)
store.arrive("MKRT", "lisa", "a1")
store.leave("MKRT", "lisa", "b2")
print(dict(store.present("MKRT")))
"""


@pytest.fixture
def marks(home: Path) -> Path:
    return home / "sessions" / "MKRT" / "present"


def grow_old(mark: Path, seconds: float) -> None:
    """As if the terminal had been killed so long ago."""
    at = mark.stat().st_mtime - seconds
    os.utime(mark, (at, at))


def test_nobody_is_there_at_first_and_looking_leaves_nothing_behind(store: Store, marks: Path) -> None:
    assert store.present("MKRT") == {}
    assert not marks.exists()


def test_two_terminals_see_one_another(store: Store, home: Path) -> None:
    store.arrive("MKRT", "lisa", "a1")
    open_store(home).arrive("mkrt", "lisa", "b2")
    store.arrive("MKRT", "console", "c-3f")
    assert open_store(home).present("MKRT") == {"lisa": {"a1", "b2"}, "console": {"c-3f"}}


def test_who_leaves_is_gone_at_once(store: Store) -> None:
    store.arrive("MKRT", "lisa", "a1")
    store.arrive("MKRT", "lisa", "b2")
    store.leave("MKRT", "lisa", "b2")
    store.leave("MKRT", "lisa", "b2")
    assert store.present("MKRT") == {"lisa": {"a1"}}


def test_a_killed_terminal_is_gone_after_a_while_and_its_mark_swept(store: Store, marks: Path) -> None:
    for terminal in ("a1", "b2", "c3"):
        store.arrive("MKRT", "lisa", terminal)
    grow_old(marks / "lisa@b2", presence.ALIVE + 1)
    grow_old(marks / "lisa@c3", presence.STALE + 1)
    assert store.present("MKRT") == {"lisa": {"a1"}}
    assert sorted(path.name for path in marks.iterdir()) == [".now", "lisa@a1", "lisa@b2"]


def test_a_touch_brings_an_old_mark_back_to_life(store: Store, marks: Path) -> None:
    store.arrive("MKRT", "lisa", "a1")
    grow_old(marks / "lisa@a1", presence.ALIVE + 1)
    assert store.present("MKRT") == {}
    store.arrive("MKRT", "lisa", "a1")
    assert store.present("MKRT") == {"lisa": {"a1"}}


def test_nobody_else_on_the_computer_can_look(store: Store, marks: Path) -> None:
    store.arrive("MKRT", "lisa", "a1")
    store.present("MKRT")
    assert stat.S_IMODE(marks.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in marks.iterdir()} == {0o600}


@pytest.mark.parametrize("what", ["../../evil", "a/b", "", "A", "lisa@x", ".now"])
def test_what_cannot_be_a_mark_makes_no_file(store: Store, home: Path, marks: Path, what: str) -> None:
    before = sorted(home.rglob("*"))
    store.arrive("MKRT", what, "a1")
    assert sorted(home.rglob("*")) == before


def test_a_session_that_is_not_there_is_neither_told_nor_made(store: Store, home: Path) -> None:
    store.arrive("ACDE", "lisa", "a1")
    store.leave("ACDE", "lisa", "a1")
    assert store.present("ACDE") == {}
    assert not (home / "sessions" / "ACDE").exists()


def test_a_file_where_the_marks_should_be_harms_nothing(store: Store, marks: Path) -> None:
    marks.write_text("")
    store.arrive("MKRT", "lisa", "a1")
    assert store.present("MKRT") == {}


def test_a_home_that_may_only_be_read_is_no_trouble(store: Store, home: Path) -> None:
    home.chmod(0o500)
    done = subprocess.run([sys.executable, "-c", READS_ONLY, home], capture_output=True, text=True, timeout=60)
    home.chmod(0o700)
    assert (done.returncode, done.stdout.strip()) == (0, "{}")


def test_who_watches_the_session_hears_of_no_marks(store: Store) -> None:
    stop, heard, first = threading.Event(), [], threading.Event()

    def watch() -> None:
        for names in store.watch("MKRT", stop):
            heard.append(names)
            first.set()

    watcher = threading.Thread(target=watch)
    watcher.start()
    assert first.wait(5)
    for _ in range(50):
        store.arrive("MKRT", "console", "a1")
        store.present("MKRT")
    store.change_contribution("MKRT", LISA, gives(1))
    while len(heard) < 2:
        stop.wait(0.01)
    stop.set()
    watcher.join(5)
    assert heard == [{"session"}, {"lisa"}]


ARRIVES = """
import os, sys
from pathlib import Path
from store import open_store
open_store(Path(sys.argv[1])).arrive("MKRT", "lisa", "a1")
print("here", flush=True)
sys.stdin.read()
"""


def test_a_terminal_killed_on_this_computer_is_gone_at_once(store: Store, home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ARRIVES, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"here\n"
        assert store.present("MKRT") == {"lisa": {"a1"}}
        other.kill()
        other.wait()
        assert store.present("MKRT") == {}


@pytest.mark.parametrize(
    "words", ["", "another-computer 1", "another-computer 999999999", "rubbish", "\x00\xff", "x " + "9" * 40]
)
def test_a_mark_of_another_computer_or_of_rubbish_lives_by_its_age(store: Store, marks: Path, words: str) -> None:
    store.arrive("MKRT", "lisa", "a1")
    (marks / "lisa@a1").write_text(words, encoding="latin-1")
    assert store.present("MKRT") == {"lisa": {"a1"}}
    grow_old(marks / "lisa@a1", presence.ALIVE + 1)
    assert store.present("MKRT") == {}
