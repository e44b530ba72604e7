"""Every text of a workshop file has something in it that can be seen."""

import json
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activities.kinds.activity import Activity
from activities.kinds.registry import kinds
from activities.model import Definition, Id, Mark, Seen, Source
from activities.workshop.marked_yaml import read_marked
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.node import Node
from activities.workshop.reading import read_workshop
from activities.workshop.workshop import Workshop
from tests.activities.examples import workshop

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\xad\u061c\u034f\ufe0f\u3164\u2800\u115f\U000e0041"
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

EXAMPLE = json.loads(workshop().model_dump_json(exclude_none=True))
"""As it is in a file that gives every key."""


def lines_of(content: Any) -> str:
    """YAML with one text a line."""
    return json.dumps(content, ensure_ascii=False, indent=1)


def texts(content: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where there is a text."""
    if isinstance(content, str):
        yield path
    elif isinstance(content, dict | list):
        for key, value in content.items() if isinstance(content, dict) else enumerate(content):
            yield from texts(value, (*path, key))


def with_text(content: Any, path: tuple[str | int, ...], text: str) -> Any:
    """The content with another text in this place."""
    if not path:
        return text
    copy = content.copy()
    copy[path[0]] = with_text(content[path[0]], path[1:], text)
    return copy


def mistakes(text: str) -> tuple[str, ...]:
    with pytest.raises(WorkshopMistakes) as refused:
        read_workshop(text, "mine.yaml")
    return refused.value.mistakes


def test_the_example_is_a_good_file() -> None:
    assert read_workshop(lines_of(EXAMPLE), "mine.yaml") == workshop()


@settings(deadline=None)
@given(st.sampled_from(list(texts(EXAMPLE))), st.text(alphabet=UNSEEN, min_size=1, max_size=40))
def test_a_text_of_which_nothing_can_be_seen_is_told_where_it_stands(path: tuple[str | int, ...], unseen: str) -> None:
    text = lines_of(with_text(EXAMPLE, path, unseen))
    root, found = read_marked(text)
    assert isinstance(root, Node)
    assert not found
    line = root.along(path)[-1].line
    assert any(one.startswith(f"mine.yaml:{line}: ") for one in mistakes(text))


@settings(deadline=None)
@given(st.sampled_from(list(texts(EXAMPLE))), st.sampled_from(TURNING))
def test_what_turns_the_direction_of_writing_is_told_where_it_stands(path: tuple[str | int, ...], turning: str) -> None:
    text = lines_of(with_text(EXAMPLE, path, f"a{turning}b"))
    line = next(number for number, one in enumerate(text.split("\n"), start=1) if turning in one)
    assert mistakes(text) == (f"mine.yaml:{line}: the line has a character that cannot be seen: type the line again",)


@pytest.mark.parametrize("title", ["\u200bMine", "علی‌رضا", "👩‍🏫", "ש\u05b8לום", "\u200fא", "?"])
def test_a_text_with_something_to_be_seen_is_read_as_it_stands(title: str) -> None:
    assert read_workshop(lines_of({**EXAMPLE, "title": title}), "mine.yaml").title == title


def unguarded(annotation: Any, inside: tuple[Any, ...] = ()) -> bool:
    """Whether a field of this type takes a text without asking whether it can be seen."""
    if annotation is str:
        return Seen not in inside
    if get_origin(annotation) is Annotated:
        return annotation not in (Id, Source, Mark) and unguarded(
            get_args(annotation)[0], (*inside, *annotation.__metadata__)
        )
    if get_origin(annotation) in (tuple, dict, list, Union, UnionType):
        return any(unguarded(one, inside) for one in get_args(annotation))
    return False


def definitions(model: type[Definition]) -> Iterator[type[Definition]]:
    yield model
    for child in model.__subclasses__():
        yield from definitions(child)


def test_no_definition_of_any_kind_has_a_text_without_the_rule() -> None:
    kinds()
    loose = [
        f"{model.__name__}.{name}"
        for model in definitions(Definition)
        if model.__module__.startswith(("activities.kinds.", "activities.workshop."))
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is not Literal
        and unguarded(field.rebuild_annotation())
        and (model, name) != (Activity, "kind")
    ]
    assert issubclass(Workshop, Definition)
    assert loose == []
