import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import store.workshops
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from store.workshops import (
    BUILT_IN,
    INSTEAD,
    OWN,
    Listed,
    built_in_workshop,
    check_file,
    sample_text,
    workshop,
    workshops,
)

MINE = """\
id: mine
title: Mine
summary: To try it.
activities:
  - kind: brief
    id: hello
    title: Hello
    minutes: 5
    purpose: To begin.
    question: Ready?
    instructions: Listen.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "workshops").mkdir()
    return tmp_path


def put(home: Path, name: str, text: str) -> Path:
    path = home / "workshops" / name
    path.write_text(text, encoding="utf-8")
    return path


def one_mistake(path: Path) -> str:
    with pytest.raises(WorkshopMistakes) as refused:
        check_file(path)
    (mistake,) = refused.value.mistakes
    assert "\n" not in str(refused.value)
    return mistake


def listed(home: Path) -> list[Listed]:
    """What is listed, but of what is built in only the one that belongs to no series."""
    return [one for one in workshops(home) if one.source != BUILT_IN or one.id == "evidence"]


def test_a_home_that_is_not_there_yet_still_has_the_built_in_workshops(tmp_path: Path) -> None:
    found = workshops(tmp_path / "nowhere")
    assert ("evidence", 90) in [(one.id, one.minutes) for one in found]
    assert {(one.source, one.trouble) for one in found} == {(BUILT_IN, None)}
    assert workshop("evidence", tmp_path / "nowhere") == built_in_workshop("evidence")
    assert list(tmp_path.iterdir()) == []


def test_own_workshops_are_listed_after_ours_and_found_by_id_or_path(home: Path) -> None:
    path = put(home, "what-ever.yaml", MINE)
    assert [(one.id, one.title, one.minutes, one.source) for one in listed(home)] == [
        ("evidence", "Evidence in our school", 90, BUILT_IN),
        ("mine", "Mine", 5, OWN),
    ]
    assert workshop("mine", home) == workshop(str(path), home) == check_file(path)


def test_an_own_workshop_stands_in_place_of_the_built_in_one_of_its_id(home: Path) -> None:
    put(home, "adapted.yml", MINE.replace("id: mine", "id: evidence"))
    assert [(one.id, one.source) for one in listed(home)] == [("evidence", INSTEAD)]
    assert workshop("evidence", home).title == "Mine"
    assert built_in_workshop("evidence").title == "Evidence in our school"


def test_a_broken_file_is_listed_with_its_trouble_and_nothing_is_run_in_its_place(home: Path) -> None:
    path = put(home, "evidence.yaml", MINE.replace("minutes: 5", "minutes: five"))
    (broken,) = listed(home)
    assert (broken.id, broken.title) == ("evidence.yaml", "evidence.yaml")
    assert broken.trouble == f"{path}:8: ‘minutes’ must be a whole number, not ‘five’: write it in figures"
    with pytest.raises(WorkshopMistakes, match="‘minutes’ must be"):
        workshop("evidence", home)


def test_of_two_files_with_one_id_the_first_is_used_and_the_second_says_so(home: Path) -> None:
    put(home, "a.yaml", MINE)
    second = put(home, "b.yaml", MINE.replace("title: Mine", "title: Other"))
    found = listed(home)
    assert [one.id for one in found] == ["evidence", "mine", "b.yaml"]
    assert found[-1].trouble == f"{second}: a.yaml has the id ‘mine’ too, and is used: choose another id"
    assert workshop("mine", home).title == "Mine"
    with pytest.raises(WorkshopMistakes, match="choose another id"):
        workshop("b", home)


def test_no_two_of_a_list_have_one_id(home: Path) -> None:
    for name in ("mine.yaml", "mine.yml", "other.yaml", "mine.yaml.yaml"):
        put(home, name, MINE if name == "other.yaml" else "broken: [")
    put(home, "notes.txt", "not a workshop")
    put(home, ".hidden.yaml", "not seen")
    found = [one.id for one in listed(home)]
    assert found == ["evidence", "mine.yaml", "mine.yaml.yaml", "mine.yml", "mine"]
    assert workshop("mine", home).title == "Mine"


def test_a_workshop_that_is_not_there_is_refused_with_a_hint(home: Path) -> None:
    with pytest.raises(Refused, match="called ‘evidnce’: did you mean ‘evidence’"):
        workshop("evidnce", home)
    with pytest.raises(Refused, match="no built-in workshop called ‘x’"):
        built_in_workshop("x")


def test_the_sample_of_a_workshop_can_be_had_and_nothing_else(home: Path) -> None:
    assert sample_text("evidence").startswith("#")
    for name in ("nothing", "../workshops/evidence", "", "/etc/passwd"):
        with pytest.raises(Refused, match="no sample session"):
            sample_text(name)


def test_a_file_that_is_not_there(home: Path) -> None:
    path = home / "nowhere.yaml"
    assert one_mistake(path) == f"{path}: there is no such file: look at the spelling, and at the folder"
    with pytest.raises(WorkshopMistakes, match="no such file"):
        workshop("nowhere.yaml", home)


def test_a_folder(home: Path) -> None:
    assert one_mistake(home) == f"{home}: this is a folder: name a file in it"


def test_an_empty_file(home: Path) -> None:
    path = put(home, "empty.yaml", "")
    assert one_mistake(path) == f"{path}:1: the file is empty: begin with ‘id:’, ‘title:’ and ‘summary:’"


def test_a_file_with_a_letter_that_is_not_utf8_is_told_with_the_line_of_the_letter(home: Path) -> None:
    path = home / "latin.yaml"
    for end in (b"\n", b"\r\n", b"\r"):
        path.write_bytes(end.join([b"id: mine", b"title: Caf\xe9", b"summary: x", b"\xff"]))
        assert one_mistake(path) == f"{path}:2: a letter here is not saved as UTF-8: save the file as UTF-8"


def test_a_file_saved_as_utf16_is_told_as_such(home: Path) -> None:
    path = home / "wide.yaml"
    path.write_text(MINE, encoding="utf-16")
    assert one_mistake(path) == f"{path}:1: the file is saved as UTF-16: save it as UTF-8"


def test_a_byte_order_mark_and_windows_line_ends_are_fine(home: Path) -> None:
    path = home / "windows.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MINE.replace("\n", "\r\n").encode())
    assert check_file(path).title == "Mine"


def test_a_file_of_ten_megabytes_is_refused_without_being_read(home: Path) -> None:
    path = home / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(10_000_000)
    assert one_mistake(path) == f"{path}: the file is too large to be a workshop (10.0 MB): is it the right one?"


def test_a_file_of_most_of_a_megabyte_is_refused_before_it_is_parsed(home: Path) -> None:
    path = put(home, "large.yaml", "# x\n" * 200_000)
    assert one_mistake(path) == f"{path}:1: the file has more than 250,000 characters: no workshop needs that many"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_or_a_device_does_not_make_anybody_wait(home: Path) -> None:
    pipe = home / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        assert one_mistake(path) == f"{path}: this is not a plain file: name a workshop file"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_file_one_may_not_read(home: Path) -> None:
    path = put(home, "secret.yaml", MINE)
    path.chmod(0)
    assert one_mistake(path) == f"{path}: you may not read this file: change its permissions, or copy it"


def test_a_path_that_may_not_be_opened_is_told_so_whoever_asks(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(home, "secret.yaml", MINE)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("store.own_files.os.open", refuse)
    assert one_mistake(path) == f"{path}: you may not read this file: change its permissions, or copy it"
    assert [one.id for one in listed(home)] == ["evidence", "secret.yaml"]


@pytest.mark.parametrize("name", ["\0.yaml", "x" * 5000 + ".yaml"])
def test_a_path_that_cannot_be(name: str) -> None:
    assert "the file cannot be read" in one_mistake(Path(name))


def test_links_that_lead_nowhere_or_round_in_a_circle(home: Path) -> None:
    nowhere, circle = home / "nowhere.yaml", home / "circle.yaml"
    nowhere.symlink_to(home / "gone.yaml")
    circle.symlink_to(circle)
    assert "no such file" in one_mistake(nowhere)
    assert "cannot be read" in one_mistake(circle)


def test_a_workshops_folder_that_is_no_folder_is_told_and_ours_are_still_there(home: Path) -> None:
    shutil.rmtree(home / "workshops")
    (home / "workshops").write_text("oops")
    ours, trouble = listed(home)
    assert ours.id == "evidence"
    assert trouble.trouble is not None
    assert "cannot be opened" in trouble.trouble
    assert workshop("evidence", home).title == "Evidence in our school"


def note(read: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever way a file is checked from here on, it is noted."""
    for name in ("check_file", "check_either"):
        check = getattr(store.workshops, name)

        def noted(path: Path, check: Callable[[Path], object] = check) -> object:
            read.append(path)
            return check(path)

        monkeypatch.setattr(store.workshops, name, noted)


def test_a_list_reads_again_only_what_has_changed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, bad = put(home, "mine.yaml", MINE), put(home, "bad.yaml", "id: bad\ntitle: [")
    before = listed(home)
    read: list[Path] = []
    note(read, monkeypatch)
    assert listed(home) == before
    assert read == []
    mine.write_text(MINE.replace("Mine", "My own"), encoding="utf-8")
    assert [one.title for one in listed(home)] == ["Evidence in our school", "bad.yaml", "My own"]
    assert read == [mine]
    bad.unlink()
    assert len(listed(home)) == 2


def test_a_bad_or_huge_file_does_not_hold_up_the_others(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = put(home, "mine.yaml", MINE)
    put(home, "bad.yaml", f"id: bad\n{chr(9) * 60_000}x: 1\n")
    put(home, "huge.yaml", "id: huge\n" + "# nothing\n" * 400_000)
    quoted = put(home, "quoted.yaml", MINE.replace("id: mine", '"id": "other"'))
    read: list[Path] = []
    note(read, monkeypatch)
    assert workshop("mine", home).title == "Mine"
    assert workshop("evidence", home) == built_in_workshop("evidence")
    assert set(read) == {mine, quoted}
    assert workshop("other", home).id == "other"


def test_a_broken_file_is_still_told_by_its_name(home: Path) -> None:
    put(home, "mine.yaml", MINE.replace("id: mine", "id: something-else").replace("minutes: 5", "minutes: five"))
    with pytest.raises(WorkshopMistakes, match="minutes"):
        workshop("mine", home)
