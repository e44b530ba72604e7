"""The schemas mark what the reader refuses for its shape, and nothing that it takes."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError
from ruamel.yaml import YAML

from activities.kinds.registry import kinds
from activities.programme.series import Series
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_either
from activities.workshop.schema import name_of, parts_of, read_keys, workshop_schema
from activities.workshop.workshop import Workshop
from store.schemas import NAMED, Described, keys
from tests.every_kind.the_room import FILE as EVERY_KIND
from tests.schemas import WORKSHOPS, made

SCHEMAS = {of: json.loads((WORKSHOPS / of.file).read_text(encoding="utf-8")) for of in Described}
FILES = sorted(WORKSHOPS.rglob("*.yaml"))
AN_ACTIVITY = Draft7Validator(
    {"$ref": "#/definitions/activity.Activity", "definitions": SCHEMAS[Described.WORKSHOP]["definitions"]}
)
KINDS = sorted(kinds())


def in_an_editor(text: str) -> Any:
    """What an editor takes a file for: YAML 1.2, in which `yes` and a date are text."""
    return _dates_as_typed(YAML(typ="safe", pure=True).load(text))


def _dates_as_typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _dates_as_typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_dates_as_typed(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def marked(text: str, of: Described = Described.WORKSHOP) -> list[str]:
    """What an editor would underline."""
    return [error.message for error in Draft7Validator(SCHEMAS[of]).iter_errors(in_an_editor(text))]


def of_kind(kind: str) -> dict[str, Any]:
    """The first activity of this kind in the workshop that has every kind."""
    found = in_an_editor(EVERY_KIND.read_text(encoding="utf-8"))["activities"]
    return next(deepcopy(one) for one in found if one["kind"] == kind)


def takes(activity: Any) -> bool:
    """Whether the reader would take an activity for what it is."""
    try:
        kinds()[activity["kind"]].model_validate(activity)
    except (ValidationError, KeyError, TypeError):
        return False
    return True


def everywhere(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inside:
        yield from everywhere(one, (*path, step))


def changed(activity: Any, path: tuple[str | int, ...], to: Any) -> Any:
    """The same with something else in this place."""
    other = deepcopy(activity)
    at = other
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = to
    return other


def test_the_schemas_that_lie_beside_the_workshops_are_those_of_the_definitions() -> None:
    for path, text in made().items():
        assert path.read_text(encoding="utf-8") == text, f"{path} is out of date: python -m tests.schemas"
    for schema in SCHEMAS.values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem if one.stem != "series" else one.parent.name)
def test_a_built_in_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    of = Described.SERIES if path.name == "series.yaml" else Described.WORKSHOP
    assert first.startswith(NAMED)
    assert (path.parent / first.removeprefix(NAMED)).resolve() == WORKSHOPS / of.file
    assert marked(text, of) == []


def test_the_workshop_of_every_kind_keeps_to_it() -> None:
    assert marked(EVERY_KIND.read_text(encoding="utf-8")) == []


def test_every_key_has_a_meaning_and_no_meaning_is_of_a_key_that_is_gone() -> None:
    known = {
        name_of(part): {"is", *(f.alias or n for n, f in part.model_fields.items())}
        for part in parts_of(Workshop, Series)
    }
    assert keys().keys() == known.keys()
    assert {part: words.keys() - known[part] for part, words in keys().items() if words.keys() - known[part]} == {}
    assert all(text.endswith((".", "’.")) for words in keys().values() for text in words.values())


def test_a_key_without_a_meaning_cannot_be_overlooked() -> None:
    without: dict[str, dict[str, str]] = {part: dict(words) for part, words in keys().items()}
    del without["card_board.Card"]["ask"]
    with pytest.raises(KeyError, match=r"Card\.ask"):
        workshop_schema(without)


@pytest.mark.parametrize("text", ["- a\n", "a: b\n", "a: [\n"])
def test_what_are_no_meanings_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_keys(text)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_the_reader_refuses_for_its_shape_is_marked(kind: str) -> None:
    activity = of_kind(kind)
    AN_ACTIVITY.validate(activity)
    for path, value in everywhere(activity):
        wrong: list[Any] = []
        if isinstance(value, dict) and path[-1:] != ("places",):
            wrong.append(changed(activity, (*path, "colour"), "red"))
        if path and path != ("kind",):
            wrong += [
                changed(activity, path, [] if not isinstance(value, list) else "some"),
                changed(activity, path, {"a": "b"}),
            ]
        for one in wrong:
            assert not takes(one), f"{path} is taken: {one}"
            assert not AN_ACTIVITY.is_valid(one), f"{path} is not marked: {one}"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_the_reader_takes_is_marked(kind: str) -> None:
    activity = of_kind(kind)
    needed = set()
    for path, _ in list(everywhere(activity))[1:]:
        other = deepcopy(activity)
        at: Any = other
        for step in path[:-1]:
            at = at[step]
        del at[path[-1]]
        if takes(other):
            assert AN_ACTIVITY.is_valid(other), f"{path} is marked: {other}"
        elif not AN_ACTIVITY.is_valid(other):
            needed.add(path)
    assert {("id",), ("kind",), ("title",), ("minutes",)} <= needed
    for text in ("2026", 2026, 1.5, True, "  two words \n"):
        other = {**activity, "title": text}
        assert AN_ACTIVITY.is_valid(other)


FRAME = "id: mine\ntitle: Mine\nsummary: To try it.\nactivities:\n"
BRIEF = "- {kind: brief, id: a, title: A, minutes: 5, purpose: P, question: Q, instructions: I}\n"
SERIES_FILE = (
    "id: year\ntitle: Year\nsummary: One.\nsessions:\n- {workshop: mine, when: May, minutes: 90, purpose: P}\n"
)
REFUSED = {
    "an unknown key": "colour: red\n" + FRAME + BRIEF,
    "no title": FRAME.replace("title: Mine\n", "") + BRIEF,
    "a title of two lines": FRAME.replace("Mine", '"two\\nlines"') + BRIEF,
    "a title of blanks": FRAME.replace("Mine", '"  "') + BRIEF,
    "a title that is too long": FRAME.replace("Mine", "x" * 61) + BRIEF,
    "an id in capitals": FRAME.replace("mine", "Mine") + BRIEF,
    "no activities": FRAME + "  []\n",
    "activities in words": FRAME.rstrip() + " many\n",
    "an activity in words": FRAME + "- brief\n",
    "an unknown kind": FRAME + BRIEF.replace("brief", "brieff"),
    "no kind": FRAME + BRIEF.replace("kind: brief, ", ""),
    "the key of another kind": FRAME + BRIEF.replace("id: a", "id: a, cards: []"),
    "minutes in words": FRAME + BRIEF.replace("5", "five"),
    "half a minute": FRAME + BRIEF.replace("5", "2.5"),
    "no minutes at all": FRAME + BRIEF.replace("5", "0"),
    "too many minutes": FRAME + BRIEF.replace("5", "601"),
    "an unknown part of the minutes": FRAME + BRIEF.replace("5", "{explian: 5}"),
    "an audience that there is not": FRAME + BRIEF.replace("id: a", "id: a, audience: all"),
    "an unknown key where it is done again": FRAME + BRIEF + "- {id: b, again: a, colour: red}\n",
    "a list for the whole": "- a\n",
}  # fmt: skip
TAKEN = {
    "a title that is a year": FRAME.replace("Mine", "2026") + BRIEF,
    "a title that goes on": FRAME.replace("Mine", ">\n  Mine") + BRIEF,
    "what is done again and says no more": FRAME + BRIEF + "- {id: b, again: a}\n",
    "what is done again with its kind": FRAME + BRIEF + "- {id: b, again: a, kind: brief, points: [P]}\n",
    "a cue in words and one with minutes": FRAME + BRIEF.replace("id: a", "id: a, script: [Hi, {say: Ho, minutes: 2}]"),
    "a date for a title": FRAME.replace("Mine", "2026-11-22") + BRIEF,
}
REFUSED_SERIES = {
    "an unknown key": SERIES_FILE + "colour: red\n",
    "no sessions": SERIES_FILE.partition("- ")[0].rstrip() + " []\n",
    "no title": SERIES_FILE.replace("title: Year\n", ""),
    "a session without a workshop": SERIES_FILE.replace("workshop: mine, ", ""),
    "an unknown key in a session": SERIES_FILE.replace("when:", "colour: red, when:"),
    "minutes in words": SERIES_FILE.replace("90", "long"),
    "too few minutes": SERIES_FILE.replace("90", "4"),
    "neither yes nor no": SERIES_FILE.replace("when:", "repeats: perhaps, when:"),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_a_workshop_that_the_reader_refuses_for_its_shape_is_marked(text: str) -> None:
    with pytest.raises(WorkshopMistakes):
        read_either(text, "mine.yaml")
    assert marked(text)


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN.keys())
def test_a_workshop_that_the_reader_takes_is_not_marked(text: str) -> None:
    assert isinstance(read_either(text, "mine.yaml"), Workshop)
    assert marked(text) == []


@pytest.mark.parametrize("text", REFUSED_SERIES.values(), ids=REFUSED_SERIES.keys())
def test_a_series_that_the_reader_refuses_for_its_shape_is_marked(text: str) -> None:
    assert isinstance(read_either(SERIES_FILE, "year.yaml"), Series)
    assert marked(SERIES_FILE, Described.SERIES) == []
    with pytest.raises(WorkshopMistakes):
        read_either(text, "year.yaml")
    assert marked(text, Described.SERIES)
