"""Whatever a command's output is, it never ends in a traceback: it prints what it can, or says in one line why not."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from store.protocol import Store
from tests.tui.commands.test_command_line import COMMAND
from tests.tui.conftest import NOW

CODE_PAGES = ("cp1252", "ascii")
TYPED = "Złoty, ẹ̀, 寛, 👩🏽‍🏫 and ‘quotes’"
COMMANDS = (
    ("results", "MKRT"),
    ("results", "MKRT", "--json"),
    ("sessions",),
    ("--help",),
    ("results", "ŁŁŁŁ"),
)


@pytest.fixture
def home(store: Store, session: Session) -> Path:
    """With a title and answers that no old code page has letters for."""
    store.change_session("MKRT", lambda now: now.model_copy(update={"title": TYPED}).go_to("reflection", NOW).open(NOW))
    field = session.workshop.activity("reflection").prompts[0].id  # type: ignore[attr-defined]
    for number in range(6):
        who = Participant(id=f"w-{number}", name=f"{TYPED} {number}")
        given = PromptsResponse().write(field, TYPED)
        store.change_contribution(
            "MKRT",
            who,
            lambda kept, given=given: _given(kept, given),  # type: ignore[misc]
        )
    return store.home


def _given(kept: Contribution, response: PromptsResponse) -> Contribution:
    return kept.record("reflection", response, at=NOW, round_number=1, handed_in=True, terminal="t")


def done(home: Path, command: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "FLIPCHART_HOME": str(home), **environment},
        capture_output=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def line(*arguments: str) -> str:
    return " ".join(f"'{word}'" for word in (str(COMMAND), *arguments))


@pytest.mark.parametrize("arguments", COMMANDS)
def test_every_code_page_gets_what_it_has_letters_for(home: Path, arguments: tuple[str, ...]) -> None:
    for code_page in CODE_PAGES:
        found = done(home, line(*arguments), PYTHONIOENCODING=code_page)
        assert b"Traceback" not in found.stderr, found.stderr
        assert found.returncode == (2 if "ŁŁŁŁ" in arguments else 0)
        if "--json" in arguments:
            assert TYPED in json.loads(found.stdout)[1]["fields"][0]["answers"]


@pytest.mark.parametrize("arguments", COMMANDS[1:-1])
@pytest.mark.parametrize("output", ["> /dev/full", ">&-"])
def test_an_output_that_takes_nothing_is_told_in_one_line(home: Path, arguments: tuple[str, ...], output: str) -> None:
    found = done(home, f"{line(*arguments)} {output}")
    assert found.returncode == 2
    assert found.stderr.count(b"\n") == 1, found.stderr
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize("streams", ["<&- 2>&-", "2> /dev/full"])
def test_a_command_does_without_the_streams_it_does_not_need(home: Path, streams: str) -> None:
    found = done(home, f"{line('sessions')} {streams}")
    assert found.returncode == 0
    assert b"MKRT" in found.stdout
    assert not found.stderr


@pytest.mark.parametrize("streams", ["<&-", "<&- >&- 2>&-"])
def test_a_screen_without_a_terminal_is_refused_whatever_is_closed(home: Path, streams: str) -> None:
    found = done(home, f"{line('join', 'MKRT')} {streams}")
    assert found.returncode == 2
    assert b"Traceback" not in found.stderr


def test_a_question_that_nobody_can_answer_is_no_yes(home: Path) -> None:
    found = done(home, f"{line('forget', 'MKRT', '--whole-session')} <&-")
    assert found.returncode == 2
    assert found.stderr.count(b"\n") == 1
    assert (home / "sessions" / "MKRT" / "session.json").exists()


def test_a_reader_that_has_enough_is_no_trouble(home: Path) -> None:
    found = done(home, f"set -o pipefail; {line('results', 'MKRT')} | true")
    assert found.returncode in (0, 141)
    assert not found.stderr
