"""The command that the projector shows works as it is typed: where it is read, in whatever folder one is."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.terminal.called import called

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the paths are written for a POSIX shell")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """flipchart as it is installed in a checkout in the person's own folder, in a Python environment there."""
    found = tmp_path / "my checkout" / ".venv" / "bin" / "flipchart"
    found.parent.mkdir(parents=True)
    found.write_text('#!/bin/sh\necho "flipchart here: $*"\n')
    found.chmod(0o755)
    return found


def typed(command: str, path: str, home: Path) -> str:
    """What a shell in another folder says to it."""
    environment = {"PATH": path, "HOME": str(home)}
    done = subprocess.run(["/bin/sh", "-c", f"{command} join MKRT"], env=environment, cwd="/", capture_output=True)
    return (done.stdout + done.stderr).decode()


def test_where_no_shell_finds_it_the_path_is_named_from_ones_own_folder_on(script: Path, tmp_path: Path) -> None:
    command = called(str(script), {"PATH": "/usr/bin", "HOME": str(tmp_path)})
    assert command == "~/'my checkout/.venv/bin/flipchart'"
    assert typed(command, "/usr/bin:/bin", tmp_path) == "flipchart here: join MKRT\n"


def test_outside_of_ones_own_folder_the_whole_path_is_named(script: Path, tmp_path: Path) -> None:
    command = called(str(script), {"PATH": "", "HOME": str(tmp_path / "elsewhere")})
    assert typed(command, "/usr/bin:/bin", tmp_path) == "flipchart here: join MKRT\n"


def test_where_a_shell_finds_it_its_name_is_enough_through_a_link_too(script: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "flipchart").symlink_to(script)
    assert called(str(script), {"PATH": f"/usr/bin:{folder}", "HOME": str(tmp_path)}) == "flipchart"
    assert typed("flipchart", f"/usr/bin:/bin:{folder}", tmp_path) == "flipchart here: join MKRT\n"


def test_another_program_of_the_same_name_is_not_named(script: Path, tmp_path: Path) -> None:
    other = tmp_path / "flipchart"
    other.write_text("#!/bin/sh\n")
    other.chmod(0o755)
    assert called(str(script), {"PATH": str(tmp_path), "HOME": str(tmp_path)}) != "flipchart"


def test_an_environment_that_is_active_here_is_not_active_in_a_new_terminal(script: Path, tmp_path: Path) -> None:
    active = {"PATH": f"{script.parent}:/usr/bin", "HOME": str(tmp_path), "VIRTUAL_ENV": str(script.parents[1])}
    assert called(str(script), active) == "~/'my checkout/.venv/bin/flipchart'"


def test_started_otherwise_it_names_what_is_installed_beside_its_python(tmp_path: Path) -> None:
    command = called("-c", {"PATH": "", "HOME": str(tmp_path)})
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} --version"],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"flipchart ")
    assert command.startswith("/")
