"""The commands about workshop files, as they are typed."""

import json
import subprocess
import sys
from pathlib import Path

from activities.workshop.marks import coverage
from store.workshops import built_in_series, built_in_workshop, built_in_workshops, check_file, marks
from tests.schemas import WORKSHOPS


def flipchart(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from tui.command_line import main; main()", *arguments]
    env = {"FLIPCHART_HOME": str(home), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env, cwd=home)


def test_a_built_in_workshop_is_copied_to_be_changed(tmp_path: Path) -> None:
    done = flipchart(tmp_path, "workshops", "copy", "evidence", "mine.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert check_file(tmp_path / "mine.yaml") == built_in_workshop("evidence")
    again = flipchart(tmp_path, "workshops", "copy", "evidence", "mine.yaml")
    assert (again.returncode, again.stdout) == (2, "")
    assert "there already" in again.stderr
    unknown = flipchart(tmp_path, "workshops", "copy", "evidense", "other.yaml")
    assert (unknown.returncode, unknown.stderr.strip()) == (
        2,
        "There is no built-in workshop or series called ‘evidense’: did you mean ‘evidence’?",
    )
    assert not (tmp_path / "other.yaml").exists()


def test_a_copy_has_its_schema_beside_it_and_names_it(tmp_path: Path) -> None:
    for name, schema in (("evidence", "workshop.schema.json"), ("handbook", "series.schema.json")):
        done = flipchart(tmp_path, "workshops", "copy", name, f"{name}.yaml")
        assert (done.returncode, done.stderr) == (0, "")
        text = (tmp_path / f"{name}.yaml").read_text(encoding="utf-8")
        assert text.partition("\n")[0] == f"# yaml-language-server: $schema={schema}"
        assert (tmp_path / schema).read_text(encoding="utf-8") == (WORKSHOPS / schema).read_text(encoding="utf-8")
        assert flipchart(tmp_path, "check", f"{name}.yaml").returncode == 0


def test_a_copy_renews_an_older_schema_of_ours_and_leaves_another_file_alone(tmp_path: Path) -> None:
    schema = tmp_path / "workshop.schema.json"
    schema.write_text('{"$comment": "Made by: flipchart workshops schema", "title": "old"}')
    assert flipchart(tmp_path, "workshops", "copy", "evidence", "one.yaml").returncode == 0
    assert schema.read_text(encoding="utf-8") == (WORKSHOPS / schema.name).read_text(encoding="utf-8")
    schema.write_bytes(b"mine \xff")
    done = flipchart(tmp_path, "workshops", "copy", "evidence", "two.yaml")
    assert (done.returncode, "another file" in done.stdout) == (0, True)
    assert schema.read_bytes() == b"mine \xff"
    assert check_file(tmp_path / "two.yaml") == built_in_workshop("evidence")


def test_the_schema_is_printed_or_written_and_never_over_a_file_of_another_making(tmp_path: Path) -> None:
    printed = flipchart(tmp_path, "workshops", "schema")
    assert json.loads(printed.stdout)["title"] == "A flipchart workshop"
    done = flipchart(tmp_path, "workshops", "schema", "--series", "year.json")
    assert done.stdout.rstrip().endswith("# yaml-language-server: $schema=year.json")
    assert json.loads((tmp_path / "year.json").read_text(encoding="utf-8"))["title"] == "A flipchart series"
    (tmp_path / "mine.txt").write_text("mine")
    for where in ("mine.txt", "nowhere/x.json", "."):
        refused = flipchart(tmp_path, "workshops", "schema", where)
        assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_the_marks_of_the_documents_are_listed_with_what_does_them(tmp_path: Path) -> None:
    done = flipchart(tmp_path, "workshops", "--marks")
    found = coverage(marks(), built_in_workshops(), built_in_series())
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == f"{sum(one.whole for one in found)} of {len(found)} are covered."


def test_check_says_whether_it_fits_the_people(tmp_path: Path) -> None:
    flipchart(tmp_path, "workshops", "copy", "evidence", "mine.yaml")
    fits = flipchart(tmp_path, "check", "mine.yaml", "--people", "4", "--terminals", "40")
    tight = flipchart(tmp_path, "check", "mine.yaml", "--people", "400", "--terminals", "1")
    assert (tight.returncode, "need about" in tight.stdout, "estimates" in tight.stdout) == (2, True, True)
    assert fits.returncode in (0, 2)
    alone = flipchart(tmp_path, "check", "mine.yaml", "--terminals", "6")
    assert (alone.returncode, alone.stderr.count("\n")) == (2, 1)


def test_programmes_are_begun_shown_and_planned(tmp_path: Path) -> None:
    (tmp_path / "workshops").mkdir()
    (tmp_path / "workshops" / "year.yaml").write_text(
        "id: year\ntitle: A year\nsummary: One session.\nsessions:\n"
        "  - {workshop: evidence, when: September, minutes: 90, purpose: To begin.}\n"
    )
    assert flipchart(tmp_path, "programme", "new", "year", "--title", "Hills", "--with", "T: Ann").stdout == "hills\n"
    assert "hills  Hills  (A year, 0 begun)" in flipchart(tmp_path, "programmes").stdout
    assert flipchart(tmp_path, "programme", "plan", "hills", "evidence", "3 Feb 2027").stdout == (
        "evidence: 3 February 2027\n"
    )
    assert "next   evidence" in flipchart(tmp_path, "programme", "hills").stdout
    code = flipchart(tmp_path, "new", "evidence", "--programme", "hills").stdout.strip()
    assert "open   evidence                 Evidence," in flipchart(tmp_path, "programme", "hills").stdout
    assert code in flipchart(tmp_path, "programme", "hills").stdout
    for wrong in (("programme", "dales"), ("programme", "plan", "hills", "x"), ("programme", "new", "months")):
        done = flipchart(tmp_path, *wrong)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
