"""`flipchart preview`, as it is typed: whatever is wrong with a file is told at once, and no file is made or changed."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.commands.test_workshops import flipchart
from tests.tui.preview.walked import TEXT, everything_in

HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "binary": lambda: bytes(range(256)) * 40,
    "not in UTF-8": lambda: TEXT.encode("utf-16"),
    "a list": lambda: b"- a\n- b\n",
    "deep": lambda: b"[" * 20_000,
    "laughs": lambda: b"a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nid: [*c,*c]\n",
    "an escape": lambda: TEXT.replace("What now", "\x1b]0;owned\x07").encode(),
    "no such kind": lambda: TEXT.replace("kind: prompts", "kind: prompt\u202e").encode(),
    "a tab": lambda: TEXT.replace("    id: first", "\tid: first").encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_as_check_tells_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine.yaml").write_bytes(HOSTILE[name]())
    before = everything_in(tmp_path)
    done, checked = flipchart(tmp_path, "preview", "mine.yaml"), flipchart(tmp_path, "check", "mine.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == checked.stderr
    assert "Traceback" not in done.stderr
    assert not any(ord(sign) < 32 and sign != "\n" for sign in done.stderr)
    assert everything_in(tmp_path) == before


def test_all_mistakes_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(TEXT.replace("minutes: 3", "minutes: ten").replace("title: My own\n", ""))
    done = flipchart(tmp_path, "preview", "mine.yaml")
    assert done.returncode == 2
    assert [line.split(": ")[0].startswith("mine.yaml:") for line in done.stderr.splitlines()] == [True, True]


def test_what_is_no_workshop_or_needs_a_terminal_is_told_in_one_line(tmp_path: Path) -> None:
    for arguments, told in (
        (("evidense",), "did you mean ‘evidence’?"),
        (("nowhere.yaml",), "nowhere.yaml"),
        ((".",), "no workshop"),
        (("evidence", "--people", "0"), "--people"),
        (("evidence",), "needs a terminal"),
        ((), "WORKSHOP"),
    ):
        done = flipchart(tmp_path, "preview", *arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), (arguments, done.stderr)
        assert told in done.stderr
    assert not list(tmp_path.iterdir())


def test_the_preview_is_loaded_only_where_it_is_wanted() -> None:
    seen = "import sys, tui.command_line, tui.commands.workshops; print([m for m in sys.modules if 'preview' in m])"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
