"""The workshops on whose work another one draws are found in the order in which they are held."""

from pathlib import Path

from activities.programme.carrying import sources_of
from store.drawn_on import drawn_on
from store.workshops import built_in_workshop, built_in_workshops, check_file

TEXT = """\
id: {id}
title: {id}
summary: To try.
activities:
  - kind: prompts
    id: asked
    title: Asked
    minutes: 3
    purpose: To hear.
    question: What now?
    instructions: Write it.
    from: [{source}]
    prompts: [{{id: one, prompt: What?}}]
"""


def write(folder: Path, name: str, source: str = "") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(TEXT.format(id=name, source=source), encoding="utf-8")
    return path


def found(path: Path, home: Path) -> list[str]:
    return [one.id for one in drawn_on(check_file(path), home, path)]


def test_every_built_in_workshop_finds_all_that_it_draws_on_and_each_after_its_own(tmp_path: Path) -> None:
    for one in built_in_workshops():
        earlier = [*drawn_on(one, tmp_path), one]
        for place, each in enumerate(earlier):
            names = {source.partition("/")[0] for source in sources_of(each)} - {each.id}
            assert names <= {before.id for before in earlier[:place]}, (one.id, each.id)
    assert drawn_on(built_in_workshop("evidence"), tmp_path) == []


def test_they_are_looked_up_beside_the_file_first_and_then_among_own_ones(tmp_path: Path) -> None:
    (tmp_path / "workshops").mkdir()
    write(tmp_path / "workshops", "first")
    write(tmp_path, "second", "first/asked")
    assert found(write(tmp_path, "third", "second/asked"), tmp_path) == ["first", "second"]


def test_a_ring_ends_and_what_cannot_be_used_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "one", "two/asked")
    assert found(write(tmp_path, "two", "one/asked"), tmp_path) == ["one"]
    (tmp_path / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    assert found(write(tmp_path, "three", "broken/asked"), tmp_path) == []
    assert found(write(tmp_path, "four", "nowhere/asked"), tmp_path) == []
