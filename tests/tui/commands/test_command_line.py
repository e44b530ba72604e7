"""The command line: what it prints, and one plain line with exit code 2 for a person's mistake."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from activities.session.beginning import begin
from store import open_store
from tests.activities.examples import workshop

COMMAND = Path(sys.executable).with_name("flipchart")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def flipchart(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command, as a person would."""
    return subprocess.run(
        [COMMAND, *arguments],
        env={**os.environ, "FLIPCHART_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that a mistake is told in."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture
def code(home: Path) -> str:
    done = flipchart(
        home, "new", "evidence", "--title", "Autumn", "--date", "2026-11-20", "--place", "Hall", "--code", "MKRT"
    )
    assert done.stdout == "MKRT\n", done.stderr
    return "MKRT"


def test_a_session_is_made_listed_and_read(home: Path, code: str) -> None:
    listed = flipchart(home, "sessions").stdout
    assert "MKRT" in listed
    assert "2026-11-20" in listed
    assert "Autumn" in listed


def test_a_code_is_made_where_none_is_given(home: Path) -> None:
    made = flipchart(home, "new", "evidence").stdout.strip()
    assert len(made) == 4
    assert made in flipchart(home, "sessions").stdout


def test_the_first_list_of_sessions_says_how_to_begin(home: Path) -> None:
    assert "flipchart new evidence" in flipchart(home, "sessions").stdout


def test_results_as_json_have_the_promised_shape(home: Path, code: str) -> None:
    found = json.loads(flipchart(home, "results", code, "evidence-venn", "--json").stdout)
    assert {"activity", "kind", "round", "participants", "cards"} <= found.keys()
    assert found["kind"] == "card_sort"
    assert found["participants"] == 0
    assert found["cards"][0] == {
        "card": "learner-progress",
        "n": 0,
        "placements": {},
        "agreement": None,
        "agreement_percent": None,
        "withheld": None,
    }


def test_results_of_everything_are_a_list(home: Path, code: str) -> None:
    kinds = [one["kind"] for one in json.loads(flipchart(home, "results", code, "--json").stdout)]
    assert kinds == ["prompts", "card_sort", "prompts", "sentence_stems"]


def test_the_sample_is_exported_without_a_screen(home: Path, tmp_path: Path) -> None:
    done = flipchart(home, "demo", "--export", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(written) == 13
    assert all(name.endswith(".pdf") for name in written)
    assert not home.exists()


@pytest.mark.parametrize(
    ("arguments", "say"),
    [
        (("run", "QQQQ"), "no session with the code QQQQ"),
        (("results", "QQQQ"), "no session with the code QQQQ"),
        (("export", "../../etc"), "code"),
        (("new", "nothing"), "nothing"),
        (("new", "evidence", "--date", "tomorrow"), "not a date"),
        (("new", "evidence", "--code", "AB"), "4 letters"),
        (("new", "evidence", "--code", "OIL0"), "letters"),
        (("new", "evidence", "--with", "x" * 61), "60 characters"),
        (("nonsense",), "No such command"),
        (("new",), "Missing argument"),
        (("check", "/no/such/file.yaml"), "/no/such/file.yaml"),
    ],
)
def test_a_mistake_is_one_line_that_says_what(home: Path, arguments: tuple[str, ...], say: str) -> None:
    assert say in refused(flipchart(home, *arguments))


def test_a_code_that_is_taken_is_refused(home: Path, code: str) -> None:
    assert "MKRT" in refused(flipchart(home, "new", "evidence", "--code", "MKRT"))


def test_an_activity_that_is_not_there_is_told_with_those_that_are(home: Path, code: str) -> None:
    line = refused(flipchart(home, "results", code, "venn"))
    assert "evidence-venn" in line


@pytest.mark.parametrize("command", ["run", "room", "join"])
def test_a_screen_without_a_terminal_says_what_is_needed(home: Path, code: str, command: str) -> None:
    assert "needs a terminal" in refused(flipchart(home, command, code))


def test_what_is_exported_is_for_its_owner_unless_they_say_otherwise(home: Path, code: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    flipchart(home, "export", code, "--only", "room", "--to", str(folder))
    (sheet,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, sheet.stat().st_mode & 0o777) == (0o700, 0o600)
    flipchart(home, "export", code, "--only", "room", "--to", str(folder), "--for-others")
    others = ~os.umask(0o022) & 0o777
    os.umask(~others & 0o777)
    assert (folder.stat().st_mode & 0o777, sheet.stat().st_mode & 0o777) == (others, others & 0o666)


@pytest.mark.parametrize("only", ["everything", "", "handouts,nothing"])
def test_an_export_there_is_not_is_told(home: Path, code: str, only: str) -> None:
    assert "handouts, room" in refused(flipchart(home, "export", code, "--only", only))


def test_a_poster_that_nobody_has_made_is_told(home: Path, code: str) -> None:
    assert "nobody has put one together" in refused(flipchart(home, "export", code, "--only", "poster,report"))


def test_an_export_comes_in_the_formats_that_were_asked_for(home: Path, code: str, tmp_path: Path) -> None:
    done = flipchart(home, "export", code, "--only", "blank,room", "--as", "html,md", "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        f"{code} {what}.{ending}" for what in ("blank handout", "cards", "room sheet") for ending in ("html", "md")
    }
    assert done.stdout == f"6 files in {tmp_path / 'out'}\n"


@pytest.mark.parametrize(
    ("arguments", "say"),
    [
        (("--only", "handout"), "did you mean ‘handouts’?"),
        (("--as", "htm"), "did you mean ‘html’?"),
        (("--as", "docx"), "there can be pdf, html, md"),
        (("--only", "room", "--together"), "Only handouts can be put together"),
    ],
)
def test_a_wrong_word_for_an_export_is_told_with_the_nearest(
    home: Path, code: str, arguments: tuple[str, ...], say: str
) -> None:
    assert say in refused(flipchart(home, "export", code, *arguments))


def test_an_export_into_a_file_is_told(home: Path, code: str, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    assert "out" in refused(flipchart(home, "export", code, "--to", str(tmp_path / "out")))


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    refused(flipchart(tmp_path / "home", "new", "evidence"))


def test_a_session_that_is_damaged_beyond_reading_is_told(home: Path, code: str) -> None:
    for path in (home / "sessions" / "MKRT").glob("session*"):
        path.write_bytes(b'{"half')
    assert "MKRT" in refused(flipchart(home, "results", "MKRT"))
    assert "MKRT" in flipchart(home, "sessions").stdout


def test_a_damaged_session_is_read_from_the_copy_before_and_told(home: Path, code: str) -> None:
    from store import open_store

    open_store(home).change_session("MKRT", lambda now: now.show(blank=True))
    (home / "sessions" / "MKRT" / "session.json").write_bytes(b'{"half')
    done = flipchart(home, "results", "MKRT", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)
    assert "damaged" in done.stderr


def test_help_shows_what_there_is_and_nothing_that_is_not(home: Path) -> None:
    shown = flipchart(home, "--help").stdout
    for command in (
        "demo",
        "workshops",
        "check",
        "new",
        "sessions",
        "run",
        "room",
        "join",
        "results",
        "export",
        "forget",
    ):
        assert f"  {command} " in shown
    assert "  import " not in shown


def test_a_workshop_file_with_mistakes_lists_them_all(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("id: mine\ntitel: Mine\nsummary: x\nactivities:\n  - kind: brief\n    id: a\n")
    done = flipchart(home, "check", str(path))
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert len(lines) > 3
    assert all(line.startswith(f"{path}:") for line in lines)
    assert any(line.startswith(f"{path}:2:") and "title" in line for line in lines)


def test_a_person_is_forgotten_with_every_spare_copy(home: Path, code: str) -> None:
    from datetime import UTC, datetime

    from activities.kinds.activity import blank
    from activities.session.contribution import Participant
    from store import open_store

    store = open_store(home)
    lisa = Participant(id="p-lisa", name="Lisa Simpson-Bouvier")
    response = blank(store.session(code).workshop.activity("reflection"))
    for _ in range(3):
        now = datetime.now(UTC)
        store.change_contribution(code, lisa, lambda kept, now=now: kept.record("reflection", response, at=now))  # type: ignore[misc]
    assert "--yes" in refused(flipchart(home, "forget", code, "lisa simpson-bouvier"))
    done = flipchart(home, "forget", code, "lisa simpson-bouvier", "--yes")
    assert done.returncode == 0, done.stderr
    everything = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"Bouvier" not in everything
    assert not [path for path in home.rglob("*") if "lisa" in path.name]


def test_somebody_who_is_not_there_cannot_be_forgotten(home: Path, code: str) -> None:
    assert "Nobody" in refused(flipchart(home, "forget", code, "Lisa", "--yes"))
    assert "Say who" in refused(flipchart(home, "forget", code))


def test_a_session_past_its_day_is_told(home: Path, code: str) -> None:
    from datetime import date

    from store import open_store

    past = date(2026, 1, 1)
    open_store(home).change_session(code, lambda now: now.model_copy(update={"delete_on": past}))
    assert "to be deleted since 2026-01-01" in flipchart(home, "sessions").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [("sessions",), ("workshops",), ("results", "MKRT", "evidence-venn", "--json")])
def test_a_full_disk_behind_the_output_is_told_in_one_line(home: Path, code: str, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [COMMAND, *arguments],
            env={**os.environ, "FLIPCHART_HOME": str(home)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "No space left" in done.stderr


def test_a_home_of_nobody_is_a_folder_like_any_other(tmp_path: Path) -> None:
    done = subprocess.run(
        [COMMAND, "sessions"],
        env={**os.environ, "FLIPCHART_HOME": "~nosuchperson/x"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no sessions yet" in done.stdout
    assert "no such file" in refused(flipchart(tmp_path / "home", "new", "~nosuchperson/x.yaml"))


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    script = 'mkdir "$1/gone" && cd "$1/gone" && rmdir "$1/gone" && FLIPCHART_HOME=here exec "$2" sessions'
    done = subprocess.run(
        ["sh", "-c", script, "sh", str(tmp_path), str(COMMAND)], capture_output=True, text=True, check=False
    )
    assert "is gone" in refused(done)


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "evidence", "--code", "A\nB"),
        ("new", "evidence", "--date", "A\nB\rC"),
        ("export", "MKRT", "--only", "A\nB"),
        ("results", "MKRT", "A\nB"),
        ("results", "MKRT", "x" * 5_000),
        ("nonsense\nof mine",),
    ],
)
def test_what_was_typed_never_makes_a_second_line(home: Path, code: str, arguments: tuple[str, ...]) -> None:
    assert len(refused(flipchart(home, *arguments))) < 1_100


def test_thousands_of_mistakes_are_not_all_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("\n".join(f"key{n}: 1" for n in range(4_000)))
    done = flipchart(tmp_path / "home", "check", str(broken))
    assert done.returncode == 2
    assert 50 <= done.stderr.count("\n") <= 52
    assert "more like these" in done.stderr


def test_a_number_that_nobody_can_read_is_told(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text(f"clear_after = 1{'0' * 5_000}\n")
    done = flipchart(home, "settings")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "settings.toml" in done.stderr


def test_nothing_in_a_session_from_elsewhere_is_obeyed_by_the_terminal(home: Path) -> None:
    obeyed = "\x1b]52;c;cm0=\x07\x1b[31mRed\u202e\u200b"
    example = workshop()
    open_store(home).create(
        begin(
            example.model_copy(
                update={"activities": tuple(one.model_copy(update={"title": obeyed}) for one in example.activities)}
            ),
            code="MKRT",
            title=obeyed,
            on=date(2026, 11, 20),
        )
    )
    for arguments in (("sessions",), ("results", "MKRT"), ("forget", "MKRT", obeyed), ("check", f"{obeyed}.yaml")):
        done = flipchart(home, *arguments)
        assert "Red�" in done.stdout + done.stderr
        assert not set("\x1b\x07\u202e\u200b") & set(done.stdout + done.stderr)
