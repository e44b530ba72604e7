"""Reading a workshop file: what it says, or everything that is wrong with it, each with its line."""

from collections.abc import Callable, Collection, Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from activities.kinds.activity import Activity
from activities.kinds.registry import kinds
from activities.model import Definition
from activities.programme.series import Series
from activities.typed import quoted
from activities.workshop.again import Others, no_other, take_over
from activities.workshop.marked_yaml import read_marked
from activities.workshop.mistakes import Mistake, WorkshopMistakes, plainly
from activities.workshop.node import Node
from activities.workshop.workshop import (
    MOST_ACTIVITIES,
    Path,
    Workshop,
    broken_leads,
    broken_references,
    broken_sources,
)


def read_workshop(text: str, name: str, others: Others = no_other) -> Workshop:
    """The workshop that a file's text describes; `name` is what the file is called in messages.

    `others` gives the text of another workshop by its id, for what is done again from an earlier session.

    Raises WorkshopMistakes, which lists all mistakes of the file at once.
    """
    return _workshop(*_root(text), name, others)


def read_series(text: str, name: str) -> Series:
    """The series that a file's text describes. Raises WorkshopMistakes, as `read_workshop` does."""
    return _series(*_root(text), name)


def read_either(text: str, name: str, others: Others = no_other) -> Workshop | Series:
    """The series that a file's text describes where it has sessions and no activities, otherwise the workshop.

    Raises WorkshopMistakes, as `read_workshop` does.
    """
    root, found = _root(text)
    keys = root.content.keys() if root is not None and isinstance(root.content, dict) else ()
    if "sessions" in keys and "activities" not in keys:
        return _series(root, found, name)
    return _workshop(root, found, name, others)


def _workshop(root: Node | None, found: list[Mistake], name: str, others: Others) -> Workshop:
    if root is not None:
        take_over(root, others)
    workshop, wrong = _check(root, Workshop, _broken_in) if root is not None else (None, [])
    found = [*found, *wrong]
    if root is not None and workshop is not None and not found:
        found = [Mistake(root.along(path)[-1].line, why) for path, why in broken_references(workshop)]
    if found or workshop is None:
        raise _told(name, found)
    return workshop


def _series(root: Node | None, found: list[Mistake], name: str) -> Series:
    series, wrong = _check(root, Series, lambda _: []) if root is not None else (None, [])
    found = [*found, *wrong]
    if found or series is None:
        raise _told(name, found)
    return series


def _root(text: str) -> tuple[Node | None, list[Mistake]]:
    """The keys and values with which a file begins, or None where it does not; and what is wrong with it."""
    root, found = read_marked(text)
    if root is None or isinstance(root.content, dict):
        return root, found
    if not root.spoiled:
        found.append(Mistake(root.begins, "the file must begin with keys and values, such as ‘id: my-workshop’"))
    return None, found


def _told(name: str, found: Sequence[Mistake]) -> WorkshopMistakes:
    return WorkshopMistakes([f"{name}:{mistake.line}: {mistake.text}" for mistake in sorted(set(found))])


D = TypeVar("D", bound=Definition)


def _check(
    root: Node, model: type[D], also: Callable[[Node], list[tuple[Path, str]]]
) -> tuple[D | None, list[Mistake]]:
    """What the document describes, or what keeps it from being that; `also` is asked where it has other mistakes."""
    wrong: dict[Path, Mistake] = {}
    for path, node in _repeated_ids(root):
        wrong[path] = Mistake(node.line, f"the id {quoted(str(node.content))} is used more than once: choose another")
    lists_with_repeats = {path[:-2] for path in wrong}
    found: D | None = None
    try:
        found = model.model_validate(root.plain())
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            path = (*detail["loc"], "kind") if detail["type"] == "unknown_kind" else detail["loc"]
            nodes = root.along(path)
            told_already = path in lists_with_repeats and detail["type"] == "value_error"
            if not (told_already or _only_follows(detail) or any(node.spoiled for node in nodes)):
                wrong.setdefault(path, Mistake(_line(detail, nodes), plainly(detail, _known(detail, root, model))))
        for path, why in also(root):
            wrong.setdefault(path, Mistake(root.along(path)[-1].line, why))
    return found, list(wrong.values())


def _line(error: ErrorDetails, nodes: list[Node]) -> int:
    """Where the value stands; for a key that is missing, where the mapping begins that misses it."""
    return nodes[-1].begins if error["type"] == "missing" else nodes[-1].line


def _only_follows(error: ErrorDetails) -> bool:
    """Whether a list is too short only because pydantic does not count the entries that have mistakes of their own."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _repeated_ids(root: Node) -> Iterator[tuple[Path, Node]]:
    """Every `id` that an entry before it in the same list has too."""
    for path, node in root.everywhere():
        if not isinstance(node.content, list):
            continue
        seen: set[str] = set()
        for index, entry in enumerate(node.content):
            named = entry.content.get("id") if isinstance(entry.content, dict) else None
            if named is None or not isinstance(named.content, str):
                continue
            if named.content in seen:
                yield (*path, index, "id"), named
            seen.add(named.content)


NAMES_EARLIER = (("again",), ("from",), ("gather",), ("on",), ("rewrite", "of"), ("rows_from",), ("set_aside",))
"""Under which keys of an activity, in any depth of it, an earlier one is named, or a list of them."""

NAMES_LATER = (("then",),)
"""The same of a later one."""


def _broken_in(root: Node) -> list[tuple[Path, str]]:
    """What `broken_references` would say of a workshop that has other mistakes, going by the keys that name activities.

    Only so many activities are asked as an agenda can have: each is compared with all before it.
    """
    agenda = root.content.get("activities") if isinstance(root.content, dict) else None
    if agenda is None or not isinstance(agenda.content, list):
        return []
    activities = agenda.content[:MOST_ACTIVITIES]
    ids = [str(own.content) if (own := _under(activity, "id")) else "" for activity in activities]
    own = _under(root, "id")
    earlier = [_named(activity, NAMES_EARLIER) for activity in activities]
    later = [_named(activity, NAMES_LATER) for activity in activities]
    sources = broken_sources(list(zip(ids, earlier, strict=True)), str(own.content) if own else "")
    return [*sources, *broken_leads(list(zip(ids, later, strict=True)))]


def _under(node: Node, key: str) -> Node | None:
    return node.content.get(key) if isinstance(node.content, dict) else None


def _named(activity: Node, by: Sequence[tuple[str, ...]]) -> list[tuple[Path, str]]:
    """Where the keys name an activity, and which; a number, as in `pick: {from: 1, to: 3}`, names none."""
    found: list[tuple[Path, str]] = []
    for path, node in activity.everywhere():
        keys = tuple(step for step in path if isinstance(step, str))
        names = any(keys[-len(key) :] == key for key in by)
        if names and not node.spoiled and isinstance(node.content, str) and not node.content.isdecimal():
            found.append((path, node.content))
    return found


def _known(error: ErrorDetails, root: Node, model: type[Definition]) -> Collection[str]:
    """What could stand where an unknown kind or key does."""
    if error["type"] == "unknown_kind":
        return sorted(kinds())
    if error["type"] != "extra_forbidden":
        return ()
    fields = _model_at(error["loc"][:-1], root, model).model_fields
    return [field.alias or name for name, field in fields.items()]


def _model_at(path: Path, root: Node, whole: type[Definition]) -> type[BaseModel]:
    """The model that describes what stands at a path of a file."""
    model: type[BaseModel] = whole
    annotation: Any = whole
    for depth, step in enumerate(path, start=1):
        if isinstance(step, int):
            annotation = get_args(annotation)[0]
        else:
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            annotation = fields[step].annotation
        while get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        if isinstance(annotation, UnionType):
            annotation = next(one for one in get_args(annotation) if issubclass(one, BaseModel))
        if annotation is Activity:
            annotation = kinds()[str(root.along((*path[:depth], "kind"))[-1].content)]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            model = annotation
    return model
